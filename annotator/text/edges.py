"""What may stand at the edges of a labelled string in one place and be left out in another.

Quotes, a comma, a blank or another sign, a year, and a title before a name. What is left without them is the
*core*; what was there, from the inside out, is the *shape*: a letter a piece.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

QUOTE: Final = "q"
SIGN: Final = "c"
TITLE: Final = "t"
YEAR: Final = "y"

_TITLES: Final = (
    "ông", "bà", "anh", "chị", "em", "cụ", "cô", "chú", "bác", "đồng chí", "đ/c", "nghệ nhân", "nhà giáo",
    "liệt sĩ", "luật sư", "bác sĩ", "kỹ sư", "cử nhân", "thạc sĩ", "tiến sĩ", "giáo sư", "phó giáo sư",
    "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy",
    "thiếu tướng", "trung tướng", "thượng tướng", "đại tướng", "mr.", "mrs.", "ms.", "dr.", "prof.",
    "bs.", "ks.", "ths.", "ts.", "gs.", "pgs.", "gs.ts.", "pgs.ts.", "ths", "ts", "gs", "pgs",
    "gs.ts", "pgs.ts",
)  # fmt: skip
_MOST_WORDS: Final = 6
_BETWEEN: Final = re.compile(r"\s")
_REACH: Final = 80
_BLANK: Final = r"[\s\u00a0]"
_QUOTES: Final = "\"'“”„‘’«»"
_SIGNS: Final = ",.;:–—-"


def _either(words: tuple[str, ...]) -> str:
    """An alternation that finds these words in both forms of accents, the longer ones first."""
    forms = {unicodedata.normalize(form, word) for word in words for form in ("NFC", "NFD")}
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_YEARS: Final = (
    rf"(?:(?:{_either(('năm', 'giai đoạn', 'nhiệm kỳ', 'khóa', 'khoá'))}){_BLANK}+)?"
    rf"(?<!\d)(?:19|20)\d\d(?:{_BLANK}*[-–]{_BLANK}*(?:19|20)\d\d)?(?!\d)"
)
_HEAD: Final = (
    (QUOTE, re.compile(rf"[{_QUOTES}]{_BLANK}*")),
    (SIGN, re.compile(rf"[{_SIGNS}]+{_BLANK}*|{_BLANK}+")),
    (TITLE, re.compile(rf"(?:{_either(_TITLES)}){_BLANK}+", re.IGNORECASE)),
)
_TAIL: Final = (
    (QUOTE, re.compile(rf"{_BLANK}*[{_QUOTES}]$")),
    (SIGN, re.compile(rf"{_BLANK}*[{_SIGNS}]+{_BLANK}*$|{_BLANK}+$")),
    (YEAR, re.compile(rf"{_BLANK}+{_YEARS}$", re.IGNORECASE)),
)
_BEFORE: Final = (
    (QUOTE, re.compile(rf"[{_QUOTES}]{_BLANK}*$")),
    (TITLE, re.compile(rf"(?<!\w)(?:{_either(_TITLES)}){_BLANK}+$", re.IGNORECASE)),
)
_AFTER: Final = (
    (QUOTE, re.compile(rf"{_BLANK}*[{_QUOTES}]")),
    (SIGN, re.compile(rf"{_BLANK}*[,.;:]")),
    (YEAR, re.compile(rf"{_BLANK}+{_YEARS}", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Peeled:
    """A string without what stands at its edges.

    Attributes:
        starts: where it begins with 0, 1, 2 ... pieces before the core, the core's own first.
        ends: where it ends with 0, 1, 2 ... pieces after the core, the core's own first.
        head: the pieces before the core, from the inside out, a letter each.
        tail: the pieces after it.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    head: str
    tail: str

    @property
    def shape(self) -> tuple[str, str]:
        """Both sides."""
        return self.head, self.tail

    @property
    def core(self) -> tuple[int, int]:
        """Where the core lies."""
        return self.starts[0], self.ends[0]


def peel(words: str, titles: Container[str] = ()) -> Peeled:
    """Take off what may stand at the edges, as long as a letter or figure is left.

    Args:
        words: the string.
        titles: further titles, as they are written before one blank.

    >>> peel("“Dân vận khéo”, ").core
    (1, 13)
    """
    start, end = 0, len(words)
    starts, ends, head, tail = [start], [end], "", ""
    while (found := _off_tail(words, start, end)) is not None:
        tail, end = tail + found[0], found[1]
        ends.append(end)
    while (found := _off_head(words, start, end, titles)) is not None:
        head, start = head + found[0], found[1]
        starts.append(start)
    return Peeled(tuple(reversed(starts)), tuple(reversed(ends)), head[::-1], tail[::-1])


def _off_head(words: str, start: int, end: int, titles: Container[str]) -> tuple[str, int] | None:
    for kind, pattern in _HEAD:
        match = pattern.match(words, start, end)
        if match and _is_something(words, match.end(), end):
            return kind, match.end()
    title = _title_end(words, start, end, titles)
    return None if title is None else (TITLE, title)


def _title_end(words: str, start: int, end: int, titles: Container[str]) -> int | None:
    """Where the name begins behind one of the further titles, the longest one."""
    found = None
    for blank in islice(_BETWEEN.finditer(words, start, end), _MOST_WORDS):
        if words[start : blank.start()] in titles and _is_something(words, blank.end(), end):
            found = blank.end()
    return found


def _off_tail(words: str, start: int, end: int) -> tuple[str, int] | None:
    for kind, pattern in _TAIL:
        match = pattern.search(words[max(start, end - _REACH) : end])
        cut = None if match is None else max(start, end - _REACH) + match.start()
        if cut is not None and _is_something(words, start, cut):
            return kind, cut
    return None


def _is_something(words: str, start: int, end: int) -> bool:
    return any(sign.isalnum() for sign in words[start:end])


def reshaped(
    text: str, start: int, end: int, shape: tuple[str, str], titles: Container[str] = ()
) -> tuple[int, int] | None:
    """The stretch round the core of [start, end) that has another shape, or None where the text has none.

    Args:
        text: the stored text.
        start: of the labelled words.
        end: of the labelled words.
        shape: what shall stand on either side of the core, from the inside out.
        titles: further titles, as in `peel`.
    """
    peeled = peel(text[start:end], titles)
    first, last = (start + place for place in peeled.core)
    begin = _reached(
        shape[0], peeled.head, [start + place for place in peeled.starts], _further_before(text, first)
    )
    finish = _reached(
        shape[1], peeled.tail, [start + place for place in peeled.ends], _further_after(text, last)
    )
    return None if begin is None or finish is None else (begin, finish)


def _reached(wanted: str, inside: str, places: list[int], outside: Iterator[tuple[str, int]]) -> int | None:
    """Where the side ends that has the wanted pieces: among those inside the span, else further out."""
    if inside.startswith(wanted):
        return places[len(wanted)]
    kinds = ""
    for kind, place in outside:
        kinds += kind
        if kinds == wanted:
            return place
    return None


def _further_before(text: str, place: int) -> Iterator[tuple[str, int]]:
    while True:
        window = text[max(0, place - _REACH) : place]
        found = next(((kind, match) for kind, pattern in _BEFORE if (match := pattern.search(window))), None)
        if found is None:
            return
        place -= len(window) - found[1].start()
        yield found[0], place


def _further_after(text: str, place: int) -> Iterator[tuple[str, int]]:
    while found := next(
        ((kind, match) for kind, pattern in _AFTER if (match := pattern.match(text, place))), None
    ):
        place = found[1].end()
        yield found[0], place
