"""Where the characters of a line stand in which anything runs from right to left.

`QTextLine.cursorToX` and `xToCursor` are off by a letter at borders of directions, and by a blank where such
a line wraps (seen in Qt 6.11): a band would lie beside its words. The glyphs, as they are drawn, are right.
An index counts UTF-16 units of the paragraph, as in `layout`.
"""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextLayout, QTextLine

    from annotator.text.rulers import Ruler

_INVISIBLE: Final = ("Cf", "Mn", "Me")
_SAME: Final = 0.01


@dataclass(frozen=True, slots=True)
class Place:
    """Where one visible character stands.

    Attributes:
        index: its first unit.
        after: the first unit after it.
        left: x of its left edge, px; `right` likewise.
        is_reversed: whether it runs from right to left.
    """

    index: int
    after: int
    left: float
    right: float
    is_reversed: bool

    @property
    def leading(self) -> float:
        """The edge at which one begins to read it."""
        return self.right if self.is_reversed else self.left

    @property
    def trailing(self) -> float:
        """The edge at which one ends."""
        return self.left if self.is_reversed else self.right


class MixedLine:
    """The places of one line's visible characters."""

    def __init__(self, layout: QTextLayout, ruler: Ruler, qline: QTextLine, end: int) -> None:
        """Measure a line.

        Args:
            layout: it belongs to.
            ruler: of the layout's text.
            qline: the line.
            end: the first unit behind the visible ones; blanks that hang over at a wrap come after it.
        """
        self._places = list(_Measuring(layout, ruler).places(qline, end))
        self._starts = [place.index for place in self._places]
        self._seen = sorted(self._places, key=_left_edge)

    def place_of(self, index: int) -> Place | None:
        """The character at an index; None behind the last one."""
        number = bisect_right(self._starts, index) - 1
        found = self._places[number] if number >= 0 else None
        return found if found is not None and index < found.after else None

    def x_of(self, index: int) -> float:
        """Where the caret stands before the character at an index, or behind the last one."""
        place = self.place_of(index)
        if place is not None:
            return place.leading
        return self._places[-1].trailing if self._places else 0.0

    def index_at(self, x: float) -> int | None:
        """The caret's index nearest to `x`; None in a line without characters."""
        if not self._seen:
            return None
        place = min(self._seen, key=lambda one: max(one.left - x, x - one.right, 0.0))
        is_first_half = x < (place.left + place.right) / 2
        return place.index if is_first_half != place.is_reversed else place.after

    def stretches(self, first: int, last: int) -> list[tuple[float, float]]:
        """Left and right edges of the characters from `first` up to `last`, from left to right."""
        return [(one.left, one.right) for one in self._seen if one.index < last and first < one.after]


def _left_edge(place: Place) -> tuple[float, float]:
    return place.left, place.right


class _Measuring:
    """Finds the visible characters of lines of one layout."""

    def __init__(self, layout: QTextLayout, ruler: Ruler) -> None:
        self._layout = layout
        self._ruler = ruler
        self._text = layout.text()

    def places(self, qline: QTextLine, end: int) -> Iterator[Place]:
        """Those of a line in the order of the text."""
        glyphs: list[Place] = []
        index = qline.textStart()
        while index < end:
            after = min(max(self._layout.nextCursorPosition(index), index + 1), end)
            drawn = _drawn(qline, index, after)
            if drawn is not None and not (glyphs and _is_one(glyphs[-1], drawn)):
                glyphs.append(drawn)
            elif glyphs:  # it has no glyph of its own: it goes with the one before
                glyphs[-1] = replace(glyphs[-1], after=after)
            index = after
        for glyph in glyphs:
            yield from self._split(glyph)

    def _split(self, glyph: Place) -> Iterator[Place]:
        """The characters of one glyph, each with its share of the width: a glyph may stand for several."""
        starts = [glyph.index, *filter(self._begins_place, range(glyph.index + 1, glyph.after))]
        share = (glyph.right - glyph.left) / len(starts)
        for number, (index, after) in enumerate(zip(starts, [*starts[1:], glyph.after], strict=True)):
            left = glyph.left + share * (len(starts) - 1 - number if glyph.is_reversed else number)
            yield Place(index, after, left, left + share, glyph.is_reversed)

    def _begins_place(self, index: int) -> bool:
        """Whether a character that is seen begins there."""
        letter = self._text[self._ruler.from_u16(index)]
        return self._layout.isValidCursorPosition(index) and unicodedata.category(letter) not in _INVISIBLE


def _drawn(qline: QTextLine, index: int, after: int) -> Place | None:
    """Where the glyphs of some units are drawn; None for those that have no width."""
    left, right, is_reversed = math.inf, -math.inf, False
    for run in qline.glyphRuns(index, after - index):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for at, advance in zip(run.positions(), advances, strict=True):
            if advance.x() > 0:
                left, right = min(left, at.x()), max(right, at.x() + advance.x())
                is_reversed = run.isRightToLeft()
    return Place(index, after, left, right, is_reversed) if left < right else None


def _is_one(before: Place, drawn: Place) -> bool:
    """Whether both are drawn as the same glyph."""
    return abs(before.left - drawn.left) < _SAME and abs(before.right - drawn.right) < _SAME
