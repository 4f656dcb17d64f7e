"""Which place of the document stands at the window's top, held fast while heights above it become known.

Heights of paragraphs are estimates until they are laid out. So the truth is not a scroll value but an anchor,
(paragraph, px below its top); y follows from it. Whatever is learnt about paragraphs above moves y and the
scroll bar, never the words on screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.ui.editor.flow import BOTTOM_MARGIN, TOP_MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.ui.editor.flow import Flow


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A line by its first position, with the px from the window's top down to it."""

    position: int
    drop: float


class Scroller:
    """The window of some height over a flow."""

    def __init__(self, flow: Flow, height: float) -> None:
        self._flow = flow
        self.height = height
        self._index = 0
        self._offset = -float(TOP_MARGIN)

    @property
    def index(self) -> int:
        """The paragraph at the window's top."""
        return self._index

    @property
    def y(self) -> float:
        """Y of the window's top in the document."""
        return self._flow.top(self._index) + self._offset

    @property
    def reach(self) -> float:
        """The greatest y there is, as far as heights are known."""
        return max(0.0, self._flow.height - self.height)

    def visible(self) -> Iterator[tuple[int, float]]:
        """Numbers of the paragraphs in the window with their y under the window's top; they are laid out."""
        index, y = self._index, -self._offset
        while y < self.height and index < len(self._flow.heights):
            self._flow.laid(index)
            yield index, y
            y += self._flow.heights[index]
            index += 1

    def move(self, delta: float) -> float:
        """Scroll by `delta` px, down if positive; how far the words really moved.

        What comes into view is laid out first, so that the words move by exactly that much.
        """
        if abs(delta) > 3 * self.height + 300:
            before = self.y
            self.jump(before + delta)
            return self.y - before
        self._offset += delta
        self._normalise()
        return delta + self._stay_inside()

    def jump(self, y: float) -> None:
        """Put y at the window's top, the nearest one there is; the document's end exactly."""
        if y >= self.reach:
            self._index = len(self._flow.heights) - 1
            self._flow.laid(self._index)
            self._offset = self._flow.heights[self._index] + BOTTOM_MARGIN - self.height
        else:
            self._index = self._flow.at_y(y)
            self._offset = y - self._flow.top(self._index)
        self._normalise()
        self._stay_inside()

    def line_place(self, position: int) -> LinePlace:
        """Where the line of `position` stands now."""
        index, _, line = self._flow.line_of(position)
        return LinePlace(position, self._flow.top(index) + line.top - self.y)

    def top_line(self) -> LinePlace:
        """Where the first line stands that is wholly in view."""
        index, paragraph, line = self._flow.line_at(self.y)
        top = self._flow.top(index) + line.top - self.y
        if top < 0 and line is not paragraph.lines[-1]:
            return self.line_place(line.end)
        return LinePlace(line.start, top)

    def restore(self, place: LinePlace) -> None:
        """Scroll so that a line stands where it was."""
        index, _, line = self._flow.line_of(place.position)
        self._index, self._offset = index, line.top - place.drop
        self._normalise()
        self._stay_inside()

    def fraction(self) -> float:
        """How much of the paragraph at the top is above it, 0 to 1; for `go_to` after a restart."""
        return max(0.0, self._offset) / max(1.0, self._flow.heights[self._index])

    def go_to(self, index: int, fraction: float) -> None:
        """Put a place of a paragraph at the window's top."""
        self._index = max(0, min(index, len(self._flow.heights) - 1))
        self._flow.laid(self._index)
        is_head = self._index == 0 and fraction <= 0
        self._offset = -float(TOP_MARGIN) if is_head else round(fraction * self._flow.heights[self._index])
        self._normalise()
        self._stay_inside()

    def _normalise(self) -> None:
        """Let the anchor be the paragraph at the top, laying out what lies on the way."""
        flow = self._flow
        while self._offset < 0 and self._index > 0:
            self._index -= 1
            flow.laid(self._index)
            self._offset += flow.heights[self._index]
        flow.laid(self._index)
        while self._offset >= flow.heights[self._index] and self._index + 1 < len(flow.heights):
            self._offset -= flow.heights[self._index]
            self._index += 1
            flow.laid(self._index)

    def _stay_inside(self) -> float:
        """Leave no emptiness above the first or below the last paragraph; by how much it was put right."""
        correction = 0.0
        bottom = self.height
        for index, y in self.visible():
            if index == len(self._flow.heights) - 1:
                bottom = y + self._flow.heights[index] + BOTTOM_MARGIN
        if bottom < self.height:
            correction = bottom - self.height
            self._offset += correction
            self._normalise()
        if self._index == 0 and self._offset < -TOP_MARGIN:
            correction += -TOP_MARGIN - self._offset
            self._offset = -float(TOP_MARGIN)
        return correction
