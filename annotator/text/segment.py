"""Where paragraphs, sentences, words, syllables and visible characters begin and end, for all the program.

Window, export, search and agreement all ask here. Every function that takes a position looks only at the
neighbourhood of it and costs the same in a text of ten million characters on one line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.text.graphemes import grapheme_end, grapheme_start, next_grapheme, previous_grapheme
from annotator.text.patterns import Pattern
from annotator.text.sentences import (
    SEPARATORS,
    next_sentence,
    paragraph_at,
    previous_sentence,
    sentence_at,
    sentences,
)
from annotator.text.words import (
    next_word,
    previous_word,
    word_at,
    word_end_after,
    word_end_before,
    word_start_after,
    word_start_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "grapheme_end",
    "grapheme_start",
    "next_grapheme",
    "next_sentence",
    "next_word",
    "paragraph_at",
    "paragraphs",
    "previous_grapheme",
    "previous_sentence",
    "previous_word",
    "sentence_at",
    "sentences",
    "token_stretches",
    "tokens",
    "word_at",
    "word_end_after",
    "word_end_before",
    "word_start_after",
    "word_start_before",
]

_SEPARATOR = Pattern(SEPARATORS)
_TOKEN = Pattern(r"\w+|[^\w\s]")
_STRETCH = Pattern(r"(?:\w+|[^\w\s])\s*")
_PLAIN = re.compile(r"[\t\n\r -~\xa0\xa1\xa7-\xb1\xb4-\xb8\xbb\xbf-\u024f\u1e00-\u1eff\u2010-\u2027]*")
"""A text of characters of which the standard library's `\\w` and `\\s` say the same; a test looks at each."""
_PLAIN_STRETCH = re.compile(r"(?:\w+|[^\w\s])\s*")
"""As `_STRETCH`, nearly twice as quick."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    r"""All paragraphs as [start, end) without their separators; a text always has at least one.

    Separators: CR LF, LF, CR, VT, FF, FS, GS, RS, NEL, U+2028, U+2029. A separator at the very end is
    followed by one more, empty paragraph.

    >>> paragraphs("a\r\nb")
    [(0, 1), (3, 4)]
    """
    found: list[tuple[int, int]] = []
    start = 0
    if not text:
        return [(0, 0)]  # an empty view at the start of the program need not load any pattern
    for match in _SEPARATOR.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return found


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """The syllables and single signs of the text, in order: what token formats count.

    A syllable is a longest run of word characters (letters, marks, digits, low line: NFC and NFD give the
    same), every other character that is not white space stands alone. Cost is that of the whole text, spent
    as it is read.

    >>> [*tokens("Đ/c Hùng")]
    [(0, 1), (1, 2), (2, 3), (4, 8)]
    """
    return (match.span() for match in _TOKEN.finditer(text))


def token_stretches(text: str) -> list[str]:
    """Each of `tokens` with the white space behind it, at half the price: for many tokens at once.

    What white space begins the text is left out; the rest of the text is the stretches, one after the other.

    >>> token_stretches("Đ/c  Hùng")
    ['Đ', '/', 'c  ', 'Hùng']
    """
    found: list[str] = (_PLAIN_STRETCH if _PLAIN.fullmatch(text) else _STRETCH).findall(text)
    return found
