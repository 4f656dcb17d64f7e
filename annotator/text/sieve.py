"""A regular expression that finds every place where sought words may stand, in a text as it is stored.

For each sought letter, folded, it takes any letter that folds to it, and between two letters anything that
may fold to nothing: marks, soft hyphens, zero-width blanks. So it lets too much through (accents are not
compared) and never too little, and runs over a text some fifty times as fast as folding it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from annotator.text.fold import fold

LONGEST: Final = 300
"""Letters of words that a sieve is made for; compiling it for longer ones would take long."""

_LONGEST_JOINED: Final = 6
"""Letters on end that may be written as one ("ffi"), with all ways to write them."""

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
"""Code points that are known here. Nothing outside folds to one of them but blanks; a test looks at all."""

_GAP: Final = r"[^\w\s\x00-\xac]*?"
"""What may stand between two letters of a word; more than folds to nothing, and no ordinary letter."""


def sieve_of(folded: str, *, case: bool) -> re.Pattern[str] | None:
    """The sieve for words folded without diacritics; None when it does not know one of their letters.

    Args:
        folded: `fold(words, case=not case, diacritics=True)`, not empty.
        case: whether letter case counts.

    Returns:
        Its matches begin at a letter and end behind one, its marks left out; where the words stand, one
        begins and ends as they do.
    """
    letters = _letters(case)
    if len(folded) > LONGEST or any(sign not in letters for sign in folded):
        return None
    joined = tuple(written for written in letters if len(written) > 1)
    pieces = []
    place = 0
    while place < len(folded):
        end = _joined_end(folded, place, joined)
        if end - place > _LONGEST_JOINED:
            return None
        pieces.append("|".join(_ways(folded[place:end], letters)))
        place = end
    return re.compile(_GAP.join(f"(?:{piece})" if "|" in piece else piece for piece in pieces))


def _joined_end(folded: str, place: int, joined: tuple[str, ...]) -> int:
    """The end of the letters from `place` on that hang together because some may be written as one."""
    end = place + 1
    while place < end:
        end = max(end, *(place + len(each) for each in joined if folded.startswith(each, place)), 0)
        place += 1
    return end


def _ways(folded: str, letters: dict[str, str]) -> list[str]:
    """Every way to write these letters, as expressions."""
    if not folded:
        return [""]
    return [
        letters[folded[:length]] + (f"{_GAP}{rest}" if rest else "")
        for length in range(1, len(folded) + 1)
        if folded[:length] in letters
        for rest in _ways(folded[length:], letters)
    ]


@lru_cache(maxsize=2)
def _letters(case: bool) -> dict[str, str]:
    """What known letters fold to -> the class of those letters."""
    signs: dict[str, list[str]] = {}
    for first, last in _RANGES:
        for sign in map(chr, range(first, last)):
            signs.setdefault(fold(sign, case=not case, diacritics=True), []).append(sign)
    signs.pop("", None)
    classes = {folded: f"[{re.escape(''.join(written))}]" for folded, written in signs.items()}
    return {**classes, " ": r"\s"}
