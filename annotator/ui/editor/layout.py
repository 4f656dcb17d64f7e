"""One paragraph laid out: its lines, and the way between positions and places in them.

Inside this module an index counts UTF-16 units of the paragraph (`u16`), because Qt does; everything that
goes in or comes out counts code points of the whole text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.text.rulers import Ruler
from annotator.ui.editor.display import display_text, has_right_to_left
from annotator.ui.editor.mixed_line import MixedLine

if TYPE_CHECKING:
    from annotator.model.span import Span
    from annotator.ui.editor.captions import Caption
    from annotator.ui.editor.metrics import Metrics

Extents = tuple[tuple[float, float], ...]

_BLANKS = " \t"


@dataclass(slots=True)
class Fragment:
    """The part of a span that lies in one line.

    Attributes:
        row: which rail under the line, 0 nearest the text.
        extents: left and right x of the marked stretches, in px from the column's left edge.
        begins: whether the span starts in this line; `ends` likewise.
        is_inside_same: whether a span of the same label holds it.
        is_over_other: whether it is drawn on another span's band.
        caption: the name under the rail, if there is room for one.
    """

    span: Span
    row: int
    extents: Extents
    begins: bool
    ends: bool
    is_inside_same: bool = False
    is_over_other: bool = False
    caption: Caption | None = None

    @property
    def left(self) -> float:
        """Its least x."""
        return self.extents[0][0]

    @property
    def right(self) -> float:
        """Its greatest x."""
        return self.extents[-1][1]


@dataclass(slots=True)
class LaidLine:
    """One line of a paragraph; y in px from the paragraph's top.

    Attributes:
        start: first position of the line.
        end: where the next line starts; `visible_end`: the same without the blanks that hang over at a wrap.
        fragments: visible parts of spans, outermost first, which is the order of painting.
        hidden: spans beyond the last row.
        spans: all spans of the line, innermost first, as `fragments` and `hidden` were made from.
    """

    qline: QTextLine
    start: int
    end: int
    visible_end: int
    top: float = 0.0
    text_top: float = 0.0
    text_bottom: float = 0.0
    bottom: float = 0.0
    rows: int = 0
    fragments: list[Fragment] = field(default_factory=list)
    hidden: list[Span] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


class LaidParagraph:
    """A paragraph (or piece) broken into lines of a width; spans are put under them by `placing`."""

    __slots__ = (
        "_layout",
        "_mixed",
        "_ruler",
        "end",
        "height",
        "is_placed",
        "is_right_to_left",
        "lines",
        "start",
    )

    def __init__(self, text: str, start: int, end: int, metrics: Metrics, width: float) -> None:
        piece = text[start:end]
        self.start = start
        self.end = end
        self.height = 0.0
        self.is_placed = False
        self.is_right_to_left = has_right_to_left(piece)
        self._ruler = Ruler(piece)
        self._mixed: dict[int, MixedLine] = {}
        self._layout = QTextLayout(display_text(piece), metrics.text_font)
        self._layout.setTextOption(_option(self.is_right_to_left))
        self._layout.setCacheEnabled(True)
        self.lines = [self._laid_line(line, piece) for line in _broken(self._layout, width)]
        self.lines[-1].visible_end = end

    def forget_captions(self) -> None:
        """Have all fragments made anew with other names when spans are next put under the lines."""
        self.is_placed = False
        for line in self.lines:
            line.spans = []
            line.fragments, line.hidden, line.rows = [], [], 0

    def line_at(self, position: int) -> int:
        """Number of the line that holds `position`; at a wrap the later one."""
        return max(0, bisect_right(self.lines, position, key=_line_start) - 1)

    def line_at_y(self, y: float) -> int:
        """Number of the line at `y` px under the paragraph's top, the nearest one outside."""
        return max(0, bisect_right(self.lines, y, key=_line_top) - 1)

    def x_of(self, position: int) -> float:
        """Where the caret stands at `position`, in px from the column's left."""
        line = self.lines[self.line_at(position)]
        index = self._u16(position)
        return self._mixed_line(line).x_of(index) if self.is_right_to_left else _x(line.qline, index)

    def position_at(self, line: LaidLine, x: float) -> int:
        """The caret position nearest to `x` in a line; at its right end the next line's start."""
        index = self._mixed_line(line).index_at(x) if self.is_right_to_left else self._nearest(line.qline, x)
        return line.start if index is None else self.start + self._ruler.from_u16(index)

    def extents(self, line: LaidLine, start: int, end: int) -> Extents:
        """Left and right x of [start, end) within a line, several where writing directions mix.

        Blanks that hang over at the wrap do not count; empty when nothing is left.
        """
        first, last = self._u16(max(start, line.start)), self._u16(min(end, line.visible_end))
        if first >= last:
            return ()
        if not self.is_right_to_left:
            return ((_x(line.qline, first), _x(line.qline, last)),)
        return _merged(self._mixed_line(line).stretches(first, last))

    def visual_step(self, position: int, *, rightwards: bool) -> int:
        """The position one place left or right on screen; `position` itself at the paragraph's edge."""
        index = self._u16(position)
        move = self._layout.rightCursorPosition if rightwards else self._layout.leftCursorPosition
        return self.start + self._ruler.from_u16(move(index))

    def edge(self, *, rightmost: bool) -> int:
        """The paragraph's outermost position on one side: its start or its end, as its direction has it."""
        is_reversed = self.is_right_to_left and self.x_of(self.start) > 1
        return self.end if rightmost != is_reversed else self.start

    def _nearest(self, qline: QTextLine, x: float) -> int:
        """The caret index nearest to `x` in a line that runs from left to right.

        `QTextLine.xToCursor` jumps to the line's end at a letter with two marks over it (seen in Qt 6.11).
        """
        stop = qline.textStart() + qline.textLength()
        indexes = range(qline.textStart(), stop + 1)
        right = indexes[min(bisect_left(indexes, x, key=lambda index: _x(qline, index)), len(indexes) - 1)]
        if not self._layout.isValidCursorPosition(right):
            right = min(self._layout.nextCursorPosition(right), stop)
        left = max(self._layout.previousCursorPosition(right), qline.textStart())
        return left if x - _x(qline, left) < _x(qline, right) - x else right

    def _mixed_line(self, line: LaidLine) -> MixedLine:
        """Where the characters of a line stand; measured when it is first asked for."""
        if line.start not in self._mixed:
            end = self._u16(line.visible_end)
            self._mixed[line.start] = MixedLine(self._layout, self._ruler, line.qline, end)
        return self._mixed[line.start]

    def _u16(self, position: int) -> int:
        return self._ruler.to_u16(position - self.start)

    def _laid_line(self, qline: QTextLine, piece: str) -> LaidLine:
        start = self._ruler.from_u16(qline.textStart())
        end = self._ruler.from_u16(qline.textStart() + qline.textLength())
        visible = end
        while visible > start and piece[visible - 1] in _BLANKS:
            visible -= 1
        return LaidLine(qline, self.start + start, self.start + end, self.start + visible)


def _line_start(line: LaidLine) -> int:
    return line.start


def _line_top(line: LaidLine) -> float:
    return line.top


def _x(line: QTextLine, index: int) -> float:
    """The x of an index in a line that runs from left to right; Qt answers with a pair."""
    return cast("tuple[float, int]", line.cursorToX(index, QTextLine.Edge.Leading))[0]


def _option(is_right_to_left: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    auto, plain = Qt.LayoutDirection.LayoutDirectionAuto, Qt.LayoutDirection.LeftToRight
    option.setTextDirection(auto if is_right_to_left else plain)
    return option


def _broken(layout: QTextLayout, width: float) -> list[QTextLine]:
    lines = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        lines.append(line)
        line = layout.createLine()
    layout.endLayout()
    return lines


def _merged(pieces: list[tuple[float, float]]) -> Extents:
    merged: list[tuple[float, float]] = []
    for left, right in pieces:
        if merged and left <= merged[-1][1] + 0.5:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return tuple(merged)
