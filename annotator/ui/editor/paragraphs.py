"""Where the paragraphs of a text are, endless ones cut into pieces that can be laid out one at a time."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from annotator.text import segment
from annotator.ui.editor.display import has_wide

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 3000
"""Characters of the longest piece; the cut costs one short line in about 35."""

LONGEST_WIDE: Final = 1000
"""The same with East Asian characters in it: 15 ms instead of 50 ms a jump."""

_SENTENCE_END: Final = re.compile(r"[.!?…。]['\")\]”’»]*\s+")


class ParagraphTable:
    """Start and end of every piece: a whole paragraph, or part of one that is too long.

    Ends exclude the separator. A piece that goes on in the next one ends where that one starts.
    """

    __slots__ = ("ends", "starts")

    def __init__(self, text: str) -> None:
        self.starts = array("q")
        self.ends = array("q")
        for start, end in segment.paragraphs(text):
            if end - start <= LONGEST_WIDE:
                self.starts.append(start)
                self.ends.append(end)
            else:
                for piece_start, piece_end in _pieces(text, start, end):
                    self.starts.append(piece_start)
                    self.ends.append(piece_end)

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """The piece that holds `position`; at a cut the later one, in a separator the one before."""
        return max(0, bisect_right(self.starts, position) - 1)

    def clamp(self, position: int) -> int:
        """`position`, or the end of its paragraph when it lies inside a separator."""
        return max(self.starts[0], min(position, self.ends[self.at(position)]))

    def touched(self, start: int, end: int) -> range:
        """The pieces that [start, end) reaches into."""
        first = self.at(start)
        if end <= self.ends[first]:
            return range(first, first + 1)
        return range(first, self.at(end - 1) + 1)

    def goes_on(self, index: int) -> bool:
        """Whether piece `index` is continued by the next one."""
        return index + 1 < len(self.starts) and self.ends[index] == self.starts[index + 1]

    def whole(self, position: int) -> tuple[int, int]:
        """The uncut paragraph around `position`."""
        first = last = self.at(position)
        while first and self.goes_on(first - 1):
            first -= 1
        while self.goes_on(last):
            last += 1
        return self.starts[first], self.ends[last]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while True:
        longest = LONGEST_WIDE if has_wide(text[start : start + LONGEST_WIDE]) else LONGEST
        if end - start <= longest:
            yield start, end
            return
        cut = _cut(text, start, start + longest)
        yield start, cut
        start = cut


def _cut(text: str, start: int, limit: int) -> int:
    """Where to end a piece: after its last sentence or blank in the second half, else at a grapheme."""
    middle = (start + limit) // 2
    sentence = max((found.end() for found in _SENTENCE_END.finditer(text, middle, limit)), default=0)
    wish = sentence or text.rfind(" ", middle, limit) + 1 or limit
    border = segment.grapheme_start(text, wish)
    return border if border > start else wish
