"""Where words that are looked for stand in the article, ready to be asked line by line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_START: Final = itemgetter(0)
_END: Final = itemgetter(1)


class FoundHits:
    """Hits in order, none overlapping, and which of them is the current one.

    Attributes:
        ranges: [start, end) in code points.
        current: number of the current one, None for none.
    """

    def __init__(self, ranges: Sequence[tuple[int, int]] = (), current: int | None = None) -> None:
        self.ranges = ranges
        self.current = current

    def over(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The hits that reach into [start, end), each with whether it is the current one."""
        for place in range(bisect_right(self.ranges, start, key=_END), len(self.ranges)):
            first, last = self.ranges[place]
            if first >= end:
                break
            yield first, last, place == self.current

    def has_within(self, start: int, end: int) -> bool:
        """Whether a hit begins in [start, end)."""
        place = bisect_left(self.ranges, start, key=_START)
        return place < len(self.ranges) and self.ranges[place][0] < end
