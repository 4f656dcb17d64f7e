"""Which of many stretches of a text touch a place, without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

S = TypeVar("S", bound=tuple[Any, ...])
"""A tuple that begins with a half-open range of code points: start, end."""


class Overlaps(Generic[S]):
    """Stretches in order of their starts, ready to be asked about places."""

    def __init__(self, stretches: Sequence[S]) -> None:
        self._stretches = stretches
        self._starts = list(map(itemgetter(0), stretches))
        self._furthest = list(accumulate(map(itemgetter(1), stretches), max))

    def over(self, start: int, end: int) -> list[S]:
        """Those that share a code point with [start, end), in their order."""
        found = []
        place = bisect_left(self._starts, end)
        while place and self._furthest[place - 1] > start:
            place -= 1
            if self._stretches[place][1] > start:
                found.append(self._stretches[place])
        found.reverse()
        return found
