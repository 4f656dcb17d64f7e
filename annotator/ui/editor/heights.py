"""Heights of all paragraphs, with sums and searches in O(log n).

A Fenwick tree (Peter M. Fenwick, "A new data structure for cumulative frequency tables", Software: Practice
and Experience 24(3), 1994). Heights are px; estimates first, corrected one by one as paragraphs are laid out.
"""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Heights:
    """Heights of paragraphs 0 to n-1, at least one of them."""

    __slots__ = ("_heights", "_sums", "_top_bit", "total")

    def __init__(self, heights: Iterable[float]) -> None:
        self._heights = array("d", heights)
        size = len(self._heights)
        prefix = array("d", accumulate(self._heights, initial=0.0))
        # Node k holds the sum of the k & -k heights that end at k.
        self._sums = array("d", (prefix[k] - prefix[k & (k - 1)] for k in range(size + 1)))
        self._top_bit = 1 << (size.bit_length() - 1)
        self.total = prefix[-1]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    def change(self, index: int, height: float) -> float:
        """Set one height; by how much it grew."""
        growth = height - self._heights[index]
        if growth:
            self._heights[index] = height
            self.total += growth
            node = index + 1
            while node < len(self._sums):
                self._sums[node] += growth
                node += node & -node
        return growth

    def top(self, index: int) -> float:
        """The sum of all heights before `index`."""
        total = 0.0
        while index:
            total += self._sums[index]
            index &= index - 1
        return total

    def tops(self) -> array[float]:
        """All tops at once, with the total as one more."""
        return array("d", accumulate(self._heights, initial=0.0))

    def find(self, y: float) -> int:
        """The paragraph that holds height `y`; the first or the last one for a `y` outside."""
        node, rest, bit = 0, y, self._top_bit
        while bit:
            onward = node + bit
            if onward < len(self._sums) and self._sums[onward] <= rest:
                node = onward
                rest -= self._sums[onward]
            bit >>= 1
        return min(node, len(self._heights) - 1)
