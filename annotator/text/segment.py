"""Where paragraphs, sentences, words, syllables and visible characters begin and end, for all the program.

Window, export, search and agreement all ask here. Every function that takes a position looks only at the
neighbourhood of it and costs the same in a text of ten million characters on one line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

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
    from collections.abc import Iterable, Iterator

__all__ = [
    "TokenTexts",
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
    "token_texts",
    "tokens",
    "word_at",
    "word_end_after",
    "word_end_before",
    "word_start_after",
    "word_start_before",
]

_SEPARATOR = Pattern(SEPARATORS)
_TOKEN = Pattern(r"\w+|[^\w\s]")
_SIGN = Pattern(r"([^\w\s])")
_PLAIN = re.compile(r"[\t\n\r -~\xa0-\u024f\u1e00-\u1eff\u2010-\u2027]*")
_PLAIN_SIGN = re.compile(r"([!-/:-@\[-^`{-~\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u2010-\u2027])")
"""The signs of a text of `_PLAIN` characters, a quarter quicker than by `_SIGN`; a test looks at each."""
_JOINED = Pattern(r"\w\w")
_MARK: Final = "\ud800"
"""Half a surrogate pair: no stored text holds one, for UTF-8 cannot."""


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


class TokenTexts(NamedTuple):
    """The texts of tokens, and which of them begin and end at places that were asked for.

    Attributes:
        texts: in order.
        firsts: place in the text -> number of the token that begins there.
        lasts: place in the text -> number of the token that ends there.
    """

    texts: list[str]
    firsts: dict[int, int]
    lasts: dict[int, int]


def token_texts(text: str, places: Iterable[int] = ()) -> TokenTexts:
    """The texts of `tokens`, and which begin and end at certain places, at a third of the price of `tokens`.

    Signs that Python counts as white space (U+001C to U+001F) are left out.

    Args:
        text: as it is stored.
        places: code points in order, from 0 to the text's length.

    >>> token_texts("Đ/c  Hùng", [2, 4, 5, 7])
    TokenTexts(texts=['Đ', '/', 'c', 'Hùng'], firsts={2: 2, 5: 3}, lasts={2: 1})
    """
    padded = f" {text} "
    edges = [(place, edge) for place in places if (edge := _edge(padded[place : place + 2]))]
    borders = [0, *(place for place, _ in edges), len(text)]
    marked = _MARK.join([text[start:end] for start, end in pairwise(borders)])
    sign = _PLAIN_SIGN if _PLAIN.fullmatch(text) else _SIGN
    first, *others = " ".join(sign.split(marked)).split(_MARK)
    found, firsts, lasts = first.split(), {}, {}
    for (place, (begins, ends)), stretch in zip(edges, others, strict=True):
        if begins:
            firsts[place] = len(found)
        if ends:
            lasts[place] = len(found) - 1
        found += stretch.split()
    return TokenTexts(found, firsts, lasts)


@lru_cache(maxsize=4096)
def _edge(around: str) -> tuple[bool, bool] | None:
    """Whether a token begins and whether one ends between two characters; None for neither.

    The spans and sentences of all texts begin and end between few different ones, hence the cache.
    """
    if _JOINED.match(around) or around.isspace():
        return None
    return not around[1].isspace(), not around[0].isspace()
