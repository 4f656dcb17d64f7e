"""Which rail lies in which row under a line."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

HIDDEN: Final = -1


def assign_lanes(intervals: Sequence[tuple[int, int]], limit: int) -> list[int]:
    """The row of each interval, 0 nearest the text; `HIDDEN` for those that need more than `limit` rows.

    No two intervals of a row overlap, and each lies below every earlier one it overlaps; so give the shorter
    first and inner spans come nearest the text.

    Args:
        intervals: half open (start, end), start < end, in the order in which they claim a row.
        limit: number of rows there may be.
    """
    rows: list[_Row] = []
    return [_claim(rows, start, end, limit) for start, end in intervals]


def _claim(rows: list[_Row], start: int, end: int, limit: int) -> int:
    lane = len(rows)
    while lane and not rows[lane - 1].is_taken(start, end):
        lane -= 1
    if lane >= limit:
        return HIDDEN
    if lane == len(rows):
        rows.append(_Row())
    rows[lane].take(start, end)
    return lane


class _Row:
    """Disjoint intervals in order."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def is_taken(self, start: int, end: int) -> bool:
        """Whether [start, end) overlaps one of the row's intervals."""
        place = bisect_left(self._starts, end)
        return place > 0 and self._ends[place - 1] > start

    def take(self, start: int, end: int) -> None:
        """Enter an interval that overlaps none."""
        place = bisect_left(self._starts, start)
        self._starts.insert(place, start)
        self._ends.insert(place, end)
