"""The article's scroll bar: a see-through thumb over one tick a span, in the colour of its label."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import chain, pairwise, repeat
from math import ceil
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from annotator.ui.editor.found_hits import FoundHits
from annotator.ui.editor.span_index import START

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from annotator.model.span import Span
    from annotator.ui.editor.flow import Flow
    from annotator.ui.editor.look import Look

_WIDTH: Final = 14
_TICK: Final = (6.0, 1.5)
_HIT_TICK: Final = (3.0, 2.0)
_LEAST_THUMB: Final = 32.0
_LABEL: Final = attrgetter("label")
_THUMB_OPACITY: Final = 0.13
_THUMB_HOVER_OPACITY: Final = 0.22
_SETTLED_MS: Final = 60
"""How long the bar keeps its height before its ticks are counted anew."""


class OverviewBar(QScrollBar):
    """A vertical scroll bar that shows where the spans are.

    Ticks are counted by (row of pixels, label). Which positions a row stands for is fixed by the heights
    known when the bar was last built, so adding and removing a span costs nothing and is exact. When the bar
    gets another height, as by a strip that opens under the article, the old ticks are stretched at first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._flow: Flow | None = None
        self._look: Look | None = None
        self._rows: list[int] = [0]
        self._ticks: Counter[tuple[int, str]] = Counter()
        self._hits = FoundHits()
        self._picture: QPixmap | None = None
        self._grip: float | None = None
        self._is_hovered = False
        self._resized = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._resized.timeout.connect(self.recount)

    def show_spans(self, flow: Flow, look: Look) -> None:
        """Build all ticks anew."""
        self._flow = flow
        self._look = look
        self.recount()

    def recount(self) -> None:
        """Build all ticks anew: the document was set anew, or the bar has another height."""
        self._resized.stop()
        if self._flow is None:
            return
        self._rows = _row_starts(self._flow, max(1, self.height() - 3))
        spans = self._flow.spans.in_order()
        starts = list(map(START, spans))
        edges = pairwise([0, *(bisect_left(starts, start) for start in self._rows[1:]), len(spans)])
        rows = chain.from_iterable(repeat(row, last - first) for row, (first, last) in enumerate(edges))
        self._ticks = Counter(zip(rows, map(_LABEL, spans), strict=True))
        self._picture = None
        self.update()

    def set_hits(self, hits: FoundHits) -> None:
        """Tick words that are looked for, at the right of the spans' ticks."""
        self._hits = hits
        self._picture = None
        self.update()

    def hit_rows(self) -> list[int]:
        """Rows of pixels in which such words stand, from the top."""
        if not self._hits.ranges:
            return []
        edges = [*self._rows[1:], self._hits.ranges[-1][1] + 1]
        pairs = zip(self._rows, edges, strict=True)
        return [row for row, (start, end) in enumerate(pairs) if self._hits.has_within(start, end)]

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self._picture = None
        self.update()

    def add(self, span: Span) -> None:
        """Put in one tick."""
        key = self._key(span)
        self._ticks[key] += 1
        if self._ticks[key] == 1:
            self._picture = None
            self.update()

    def remove(self, span: Span) -> None:
        """Take out one tick."""
        key = self._key(span)
        self._ticks[key] -= 1
        if self._ticks[key] <= 0:
            del self._ticks[key]
            self._picture = None
            self.update()

    def tick_rows(self) -> list[tuple[int, str]]:
        """Rows of pixels that carry a tick, with the label's uid, from the top."""
        return sorted(self._ticks)

    def thumb(self) -> QRectF:
        """Where the thumb is."""
        span = self.maximum() - self.minimum()
        share = self.pageStep() / max(1, span + self.pageStep())
        height = min(float(self.height()), max(_LEAST_THUMB, share * self.height()))
        top = (self.height() - height) * (self.value() - self.minimum()) / max(1, span)
        return QRectF(3, top + 2, self.width() - 6, height - 4)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As wide as the design says."""
        return QSize(_WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and signature)
        """Ticks on the page, the thumb above them."""
        painter = QPainter(self)
        if self._look is None:
            painter.fillRect(self.rect(), self.palette().base())
            return
        if self._picture is None:
            self._picture = self._drawn_ticks(self._look)
        painter.drawPixmap(self.rect(), self._picture)
        if self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            thumb = QColor(self._look.text)
            is_held = self._grip is not None or self._is_hovered
            thumb.setAlphaF(_THUMB_HOVER_OPACITY if is_held else _THUMB_OPACITY)
            painter.setBrush(thumb)
            painter.drawRoundedRect(self.thumb(), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Count the ticks anew once the height stays."""
        self._resized.start()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of the thumb; elsewhere bring it under the pointer first."""
        if event.button() == Qt.MouseButton.LeftButton:
            thumb = self.thumb()
            y = event.position().y()
            is_inside = thumb.top() <= y <= thumb.bottom()
            self._grip = y - thumb.top() if is_inside else thumb.height() / 2
            self.setSliderDown(True)
            self._drag_to(y)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Scroll with the thumb."""
        if self._grip is not None:
            self._drag_to(event.position().y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let the thumb go."""
        self._grip = None
        self.setSliderDown(False)
        self.update()
        event.accept()

    def enterEvent(self, event: object) -> None:  # noqa: N802, ARG002
        """A darker thumb under the pointer."""
        self._is_hovered = True
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802, ARG002
        """The thumb as before."""
        self._is_hovered = False
        self.update()

    def _drag_to(self, y: float) -> None:
        room = self.height() - self.thumb().height() - 4
        share = (y - (self._grip or 0.0) - 2) / max(1.0, room)
        self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def _key(self, span: Span) -> tuple[int, str]:
        return (max(0, bisect_right(self._rows, span.start) - 1), span.label)

    def _drawn_ticks(self, look: Look) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(look.page)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = _TICK
        left = (self.width() - width) / 2
        for row, label in dict(self._ticks.keys()).items():  # of a row's labels only the last would be seen
            painter.fillRect(QRectF(left, row + 1, width, height), look.of(label).line)
        for row in self.hit_rows():
            painter.fillRect(QRectF(self.width() - _HIT_TICK[0], row + 1, *_HIT_TICK), look.accent)
        painter.end()
        return picture


def _row_starts(flow: Flow, rows: int) -> list[int]:
    """The first position that belongs to each row of pixels, by the heights known now."""
    tops = flow.heights.tops()
    starts, ends = flow.paragraphs.starts, flow.paragraphs.ends
    row_height = tops[-1] / rows
    found: list[int] = []
    index, last = 0, len(starts) - 1
    while len(found) < rows:
        index = min(bisect_right(tops, len(found) * row_height, index) - 1, last)
        top, start = tops[index], starts[index]
        scale = (ends[index] - start) / max(1.0, tops[index + 1] - top)
        beyond = rows if index == last else max(len(found) + 1, ceil(tops[index + 1] / row_height))
        here = range(len(found), min(rows, beyond))
        found += [start + ceil((row * row_height - top) * scale) for row in here]
    return found
