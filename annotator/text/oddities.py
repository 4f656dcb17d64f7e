"""What in a text is likely not as its writer meant it: unseen characters, mixed forms, letters read wrongly.

Nothing is changed here and nothing ever is by itself: a person is told before the text is kept for good.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from annotator.text.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb]"
)
_JOINS: Final = re.compile("[\u200c\u200d]")
_PICTURE: Final = Pattern(
    r"\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*\u200d(?=\p{Extended_Pictographic})"
)
_JOINING_SCRIPT: Final = Pattern(
    r"(?<=[\p{Arabic}\p{Devanagari}\p{Bengali}\p{Sinhala}\p{Malayalam}\p{Khmer}])\p{M}*[\u200c\u200d]"
)
_MARKED: Final = Pattern(r"\p{L}\p{M}+")
_WORD: Final = Pattern(r"[\p{L}\p{M}]+")
_ETH: Final = Pattern(r"[\u00d0\u0189](?=\p{L})|(?<=\p{L})[\u00d0\u0189]")
_TWICE_DECODED: Final = re.compile(
    "á[º»][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]|Ã[\u0080-\u00bf]|Æ°|Æ¡|Ä[‘\u0091\u0090]"
)
_FEWEST_TWICE_DECODED: Final = 3


@dataclass(frozen=True, slots=True)
class Oddities:
    """What is odd in a text; counts are 0 and tuples empty where nothing is.

    Attributes:
        unseen: characters that nobody sees, each with how often it stands there, the most frequent first.
        apart: words with letters whose marks are characters of their own although one letter has them (NFD).
        composed: words whose marked letters are one character each (NFC).
        lost: replacement characters (U+FFFD), which stand for letters that an earlier program lost.
        eths: letters Ð and Ɖ of other alphabets that look like Đ.
        misread: places that look like UTF-8 read as windows-1252.
        line_ends: names of the line ends that stand in the text, when they are of several kinds.
    """

    unseen: tuple[tuple[str, int], ...] = ()
    apart: int = 0
    composed: int = 0
    lost: int = 0
    eths: int = 0
    misread: int = 0
    line_ends: tuple[str, ...] = field(default=())


def oddities(text: str) -> Oddities:
    """What is odd in the text."""
    if text.isascii():
        return Oddities(unseen=_unseen(text), line_ends=_line_ends(text))
    apart, composed = _forms(text)
    misread = len(_TWICE_DECODED.findall(text))
    return Oddities(
        unseen=_unseen(text),
        apart=apart,
        composed=composed,
        lost=text.count("\ufffd"),
        eths=len(_ETH.findall(text)),
        misread=misread if misread >= _FEWEST_TWICE_DECODED else 0,
        line_ends=_line_ends(text),
    )


def _unseen(text: str) -> tuple[tuple[str, int], ...]:
    counts = Counter(_UNSEEN.findall(text))
    if _JOINS.search(text):
        counts["\u200d"] -= len(_PICTURE.findall(text))  # these make one picture of several
        for joined in _JOINING_SCRIPT.findall(text):
            counts[joined[-1]] -= 1
    return tuple((sign, count) for sign, count in counts.most_common() if count > 0)


def _forms(text: str) -> tuple[int, int]:
    """How many words are written with marks apart, and how many with composed letters."""
    composed = sum(1 for word in _words(text) if not unicodedata.is_normalized("NFD", word))
    if not _MARKED.search(text):
        return 0, composed
    apart = [word for word in _words(text) if not unicodedata.is_normalized("NFC", word)]
    both = sum(1 for word in apart if not unicodedata.is_normalized("NFD", word))
    return len(apart), composed - both


def _words(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(text) if not word.isascii())


def _line_ends(text: str) -> tuple[str, ...]:
    crlf = text.count("\r\n")
    counts = {
        "CR LF": crlf,
        "LF": text.count("\n") - crlf,
        "CR": text.count("\r") - crlf,
        "U+2028": text.count("\u2028"),
        "U+2029": text.count("\u2029"),
    }
    kinds = tuple(name for name, count in counts.items() if count)
    return kinds if len(kinds) > 1 else ()
