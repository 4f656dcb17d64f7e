"""A regular expression that finds every place where sought words may stand, in a text as it is stored.

For each sought letter, folded, it takes any letter that folds to it, and between two letters whatever folds
to nothing: marks, soft hyphens, zero-width blanks. So it lets too much through (accents are not compared) and
never too little, and runs over a text some fifty times as fast as folding it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST: Final = 300
"""Letters of words that a sieve is made for; compiling it for longer ones would take long."""

_LONGEST_JOINED: Final = 6
"""Letters on end that may be written as one ("ffi"), with all ways to write them."""

_JOINED: Final = 3
"""Most letters that one sign folds to."""

_RANGES: Final = (
    (0x21, 0x250),
    (0x370, 0x590),
    (0x1C80, 0x1C89),
    (0x1E00, 0x2000),
    (0x2010, 0x2028),
    (0x2030, 0x205F),
    (0x20A0, 0x20D0),
    (0x2100, 0x2272),
    (0x2C7E, 0x2C80),
    (0xFB00, 0xFB18),
)
"""The letters of most texts: nothing outside folds to one of them but blanks; a test looks at all."""

_REST: Final = (0x250, 0x30000)
"""Where all others are that some sign folds to; looked through when one of them is sought, in 0.1 s."""

_GAP: Final = r"[\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200b\u2060\ufe00-\ufe0f\ufeff]*"
"""What folds to nothing; a test looks at all."""


def sieve_of(folded: str, *, case: bool) -> re.Pattern[str] | None:
    """The sieve for words folded without diacritics; None for long words and for marks that stay marks.

    Args:
        folded: `fold(words, case=not case, diacritics=True)`, not empty.
        case: whether letter case counts.

    Returns:
        Its matches begin at a letter and end behind one, its marks left out; where the words stand, one
        begins and ends as they do.
    """
    if len(folded) > LONGEST or any(map(unicodedata.combining, folded)):
        return None
    letters = _letters(case)
    if any(sign not in letters for sign in folded):
        letters = {**letters, **_rare(case)}
    pieces = []
    place = 0
    while place < len(folded):
        end = _joined_end(folded, place, letters)
        if end - place > _LONGEST_JOINED:
            return None
        pieces.append("|".join(_ways(folded[place:end], letters)))
        place = end
    return re.compile(_GAP.join(f"(?:{piece})" if "|" in piece else piece for piece in pieces))


def _joined_end(folded: str, place: int, letters: Mapping[str, str]) -> int:
    """The end of the letters from `place` on that hang together because some may be written as one."""
    end = place + 1
    while place < end:
        lengths = [length for length in range(2, _JOINED + 1) if folded[place : place + length] in letters]
        end = max(end, *(min(place + length, len(folded)) for length in lengths), end)
        place += 1
    return end


def _ways(folded: str, letters: Mapping[str, str]) -> list[str]:
    """Every way to write these letters, as expressions."""
    if not folded:
        return [""]
    ways = []
    for length in range(1, len(folded) + 1):
        head, tail = folded[:length], folded[length:]
        if written := letters.get(head) or (re.escape(head) if length == 1 else ""):
            ways += [written + (f"{_GAP}{rest}" if rest else "") for rest in _ways(tail, letters)]
    return ways


@lru_cache(maxsize=2)
def _letters(case: bool) -> Mapping[str, str]:
    """What the letters of most texts fold to -> the class of those letters."""
    common = frozenset(_common())
    classes = _classes(common, case)
    return {**{folded: each for folded, each in classes.items() if common.issuperset(folded)}, " ": r"\s"}


@lru_cache(maxsize=2)
def _rare(case: bool) -> Mapping[str, str]:
    """The same for all other letters that are not alone in what they fold to."""
    others = map(chr, range(*_REST))
    changing = (
        sign for sign in others if unicodedata.normalize("NFD", sign) != sign or sign.casefold() != sign
    )
    known = _letters(case)
    classes = _classes({*_common(), *changing}, case)
    return {folded: each for folded, each in classes.items() if folded not in known}


def _common() -> Iterator[str]:
    return (chr(code) for first, last in _RANGES for code in range(first, last))


def _classes(signs: Iterable[str], case: bool) -> dict[str, str]:
    """What signs fold to -> the class of those signs, and of what they fold to."""
    written: dict[str, list[str]] = {}
    for sign in signs:
        folded = fold(sign, case=not case, diacritics=True)
        written.setdefault(folded, [folded] if len(folded) == 1 else []).append(sign)
    written.pop("", None)
    return {folded: f"[{re.escape(''.join(alike))}]" for folded, alike in written.items()}
