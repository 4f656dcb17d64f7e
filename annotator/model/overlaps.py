"""Which of many stretches of a text touch a place, without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class Stretch(Protocol):
    """Anything with a half-open range of code points."""

    @property
    def start(self) -> int:
        """The first one."""

    @property
    def end(self) -> int:
        """The one after the last."""


S = TypeVar("S", bound=Stretch)


class Overlaps(Generic[S]):
    """Stretches in order of their starts, ready to be asked about places."""

    def __init__(self, stretches: Sequence[S]) -> None:
        self._stretches = stretches
        self._starts = [each.start for each in stretches]
        self._furthest = list(accumulate((each.end for each in stretches), max))

    def over(self, start: int, end: int) -> list[S]:
        """Those that share a code point with [start, end), in their order."""
        found = []
        place = bisect_left(self._starts, end)
        while place and self._furthest[place - 1] > start:
            place -= 1
            if self._stretches[place].end > start:
                found.append(self._stretches[place])
        found.reverse()
        return found
