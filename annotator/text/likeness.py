"""Which texts are nearly the same: shared runs of words, without a model and without chance.

A text is told by its shingles, the runs of `SHINGLE` words that follow each other in it (Broder, "On the
resemblance and containment of documents", 1997). Of their numbers only the smallest `SKETCH` are kept; the
share of common ones among the smallest of both estimates the share of common shingles (a bottom-k sketch:
Thorup, "Bottom-k and priority sampling", 2013; its standard error is below 0.05 here). The numbers depend on
the words alone, never on the run of the program: the same texts always fall into the same groups.
"""

from __future__ import annotations

import hashlib
import unicodedata
from array import array
from collections import Counter
from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from annotator.text.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHINGLE: Final = 4
"""Words of one shingle."""

SKETCH: Final = 128
"""Numbers kept of a text."""

NEARLY: Final = 0.5
"""Share of common shingles from which two texts count as nearly the same: about one word in eight differs."""

_LOOK_BACK: Final = 16
"""Earlier texts with a common shingle that a text is held against; so many share a page's furniture."""

_ASKED: Final = 32
"""Numbers of a text, the smallest, by which earlier texts are found to hold it against."""

_COMMON: Final = 8
"""One in so many of those must be common, or the texts are not held against each other.

Of two texts that are nearly the same at least every other one is expected to be common, for they share half
of all their shingles; one in eight is four deviations away.
"""
_WORD: Final = Pattern(r"\w+")
_BITS: Final = (1 << 64) - 1
_FACTOR: Final = 0x9E3779B97F4A7C15


def sketch(text: str) -> array[int]:
    """The smallest `SKETCH` numbers of the text's shingles, rising; empty for a text without words.

    Case, normal form and everything that is no word play no part. A text of fewer than `SHINGLE` words is
    one shingle.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    if not words:
        return array("Q")
    numbers = [_number(word) for word in words]
    size = min(SHINGLE, len(numbers))
    mixed: Iterable[int] = numbers[: len(numbers) - size + 1]
    for offset in range(1, size):
        mixed = [(held * _FACTOR + numbers[place + offset]) & _BITS for place, held in enumerate(mixed)]
    spread = {(held ^ (held >> 29)) * _FACTOR & _BITS for held in mixed}
    return array("Q", nsmallest(SKETCH, spread))


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated share of common shingles of two sketched texts, 0 to 1; 0 where one has no words."""
    if not one or not other:
        return 0.0
    common = set(one).intersection(other)
    size = _compared(one, other)
    last = sorted(common.union(one, other))[:size][-1]
    return sum(number <= last for number in common) / size


def _compared(one: Sequence[int], other: Sequence[int]) -> int:
    """How many of the smallest numbers of both are looked at."""
    return min(SKETCH, max(len(one), len(other)))


def nearest(of: Sequence[int], among: Iterable[Sequence[int]], at_least: float = NEARLY) -> int | None:
    """The place of the sketch that is most like `of`, the first of equals; None if none is like enough."""
    best, found = at_least, None
    for place, other in enumerate(among):
        alike = resemblance(of, other)
        if alike > best or (found is None and alike >= best):
            best, found = alike, place
    return found


def groups(sketches: Sequence[Sequence[int]], at_least: float = NEARLY) -> list[int]:
    """For each text the place of the first text of its group; a text like no other is its own group.

    Groups are closed: if A is nearly B and B nearly C, all three are one. Texts without words are alone.
    """
    leaders = list(range(len(sketches)))
    holders: dict[int, list[int]] = {}
    for place, numbers in enumerate(sketches):
        asked, mine = numbers[:_ASKED], frozenset(numbers)
        for other in _candidates(asked, holders):
            theirs = sketches[other]
            if len(mine.intersection(theirs)) < at_least * _compared(numbers, theirs):
                continue  # cannot be, and this is told ten times sooner than how like they are
            if _leader(leaders, other) != _leader(leaders, place) and (
                resemblance(numbers, theirs) >= at_least
            ):
                _join(leaders, other, place)
        for number in asked:
            _hold(holders.setdefault(number, []), place)
    return [_leader(leaders, place) for place in range(len(sketches))]


def _hold(held: list[int], place: int) -> None:
    """Remember a text; of those before it the first and the latest few stay."""
    if len(held) > _LOOK_BACK:
        del held[1]
    held.append(place)


def _candidates(asked: Sequence[int], holders: dict[int, list[int]]) -> list[int]:
    """Earlier texts that share enough of the numbers, in the order in which they were found."""
    found: Counter[int] = Counter()
    for number in asked:
        found.update(holders.get(number, ()))
    return [place for place, common in found.items() if common * _COMMON >= len(asked)]


def _leader(leaders: list[int], place: int) -> int:
    while leaders[place] != place:
        leaders[place] = leaders[leaders[place]]
        place = leaders[place]
    return place


def _join(leaders: list[int], one: int, other: int) -> None:
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first


@lru_cache(maxsize=16_384)
def _number(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")
