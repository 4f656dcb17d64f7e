"""The sheet of paper under the article view: column, text size, scrolling, painting. No caret moves here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.model.changes import LayerState
from annotator.ui import fonts
from annotator.ui.editor.flow import Flow
from annotator.ui.editor.found_hits import FoundHits
from annotator.ui.editor.frame import FocusFrame
from annotator.ui.editor.glide import Glide
from annotator.ui.editor.look import Look
from annotator.ui.editor.metrics import COLUMN, DESIGN_PX, LARGEST_PX, SMALLEST_PX, Metrics
from annotator.ui.editor.overview import OverviewBar
from annotator.ui.editor.painter import ArticlePainter, Marks
from annotator.ui.editor.scrolling import LinePlace, Scroller
from annotator.ui.motion import motion
from annotator.ui.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

    from annotator.model.label import Label
    from annotator.ui.editor.manner import Manners
    from annotator.ui.tokens import Tokens

_WHEEL_LINES: Final = 3
_WHEEL_NOTCH: Final = 120
_LEAST_COLUMN: Final = 120
_NEAR_PARAGRAPHS: Final = 12
"""Paragraphs that may lie between what is in sight and what is revealed by scrolling a little."""
_SPILL: Final = 5
"""Bands, chips and caret reach that many px beyond their line."""


@dataclass(frozen=True, slots=True)
class ArticlePlace:
    """Where somebody was in a document, for coming back to it.

    Attributes:
        caret: its position; `anchor`: the other end of the selection.
        paragraph: number of the paragraph at the window's top; `fraction`: how much of it is above, 0 to 1.
    """

    caret: int = 0
    anchor: int = 0
    paragraph: int = 0
    fraction: float = 0.0


class ArticlePage(QAbstractScrollArea):
    """Shows a document in one column, at any size without delay.

    Signals:
        zoom_changed: text size in px.
        column_changed: left edge and width of the text column in px of this widget.
        moved: another part of the document may be in sight now.
    """

    zoom_changed = Signal(int)
    column_changed = Signal(int, int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self._labels: tuple[Label, ...] = ()
        self._family = fonts.INTERFACE
        self._zoom = DESIGN_PX
        self._captions_shown = True
        self._column, self._line_pitch = COLUMN, "normal"
        self._state = LayerState(0)
        self._has_document = False
        self._caret = 0
        self._marks = Marks()
        self._look = Look(self._tokens, ())
        self._wheel_rest = 0.0
        self._set_up_widget()
        self._set_up_scrolling()
        self._set_flow("")

    def _set_up_widget(self) -> None:
        self._frame = FocusFrame(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _set_up_scrolling(self) -> None:
        self._overview = OverviewBar(self)
        self.setVerticalScrollBar(self._overview)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bar_value = 0
        self._bar_timer = QTimer(self)
        self._bar_timer.setSingleShot(True)
        self._bar_timer.timeout.connect(self._sync_bar)
        self._glide = Glide(self)
        self._glide.stepped.connect(self.scroll_by)

    # What is shown, and how

    @property
    def text(self) -> str:
        """The stored text that is shown."""
        return self._flow.text

    @property
    def flow(self) -> Flow:
        """The document as set in the column; for reading only."""
        return self._flow

    @property
    def zoom(self) -> int:
        """The text size in px."""
        return self._zoom

    def set_theme(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self._renew_look()

    def labels_changed(self, labels: Sequence[Label]) -> None:
        """Take new names and colours of labels; nothing moves."""
        self._labels = tuple(labels)
        self._flow.set_labels(self._labels)
        self._renew_look()

    def set_zoom(self, px: int) -> None:
        """Set the text size in px, 12 to 28; the line of the caret (or the top one) stays where it is."""
        px = max(SMALLEST_PX, min(LARGEST_PX, px))
        if px != self._zoom:
            self._zoom = px
            self._measure_anew()
            self.zoom_changed.emit(px)

    def set_reading_font(self, family: str) -> None:
        """Set the article in another family."""
        if family != self._family:
            self._family = family
            self._measure_anew()

    def set_captions_shown(self, shown: bool) -> None:
        """Show the labels' names under the rails, or only the rails."""
        if shown != self._captions_shown:
            self._captions_shown = shown
            self._measure_anew()

    def set_measure(self, column: int, line_pitch: str) -> None:
        """Set the column's width in px at the design size, and how far apart lines stand (of `LEADING`)."""
        if (column, line_pitch) != (self._column, self._line_pitch):
            self._column, self._line_pitch = column, line_pitch
            self._measure_anew()

    def column(self) -> tuple[int, int]:
        """Left edge and width of the text column in px of this widget."""
        return self._left + self.viewport().x(), round(self._flow.width)

    def _set_flow(self, text: str) -> None:
        self._glide.stop()
        self._metrics = self._measured()
        spans, width = self._state.spans(), self._column_width()
        self._flow = Flow(text, spans, self._labels, self._metrics, width, self._marks.manners)
        self._scroller = Scroller(self._flow, self.viewport().height())
        self._place_column()
        self._overview.show_spans(self._flow, self._look)
        self._sync_bar()
        self.viewport().update()

    def _renew_look(self) -> None:
        self._look = Look(self._tokens, self._labels)
        self._overview.set_look(self._look)
        self.update()
        self.viewport().update()

    def _measured(self) -> Metrics:
        return Metrics.of(
            self._family,
            self._zoom,
            self.devicePixelRatioF(),
            captions_shown=self._captions_shown,
            column=self._column,
            line_pitch=self._line_pitch,
        )

    def _column_width(self) -> float:
        room = self.viewport().width() - 2 * self._metrics.margin
        return float(max(_LEAST_COLUMN, min(self._metrics.column, room)))

    def _place_column(self) -> None:
        self._left = max(self._metrics.margin, round((self.viewport().width() - self._flow.width) / 2))
        self.column_changed.emit(*self.column())

    def _measure_anew(self) -> None:
        """Set the column anew, holding the line somebody is at."""
        held = self._held_line()
        self._metrics = self._measured()
        self._flow.set_measure(self._metrics, self._column_width())
        self._place_column()
        if held is None:
            self._scroller.go_to(0, 0.0)
        else:
            self._scroller.restore(held)
        self._overview.show_spans(self._flow, self._look)
        self._sync_bar()
        self.viewport().update()

    def _held_line(self) -> LinePlace | None:
        """The caret's line if it is in view, else the top one; None at the document's head."""
        if self._scroller.y <= 0:
            return None
        caret = self._flow.caret_rect(self._caret)
        is_seen = 0 <= caret.top() - self._scroller.y <= self._scroller.height - caret.height()
        return self._scroller.line_place(self._caret) if is_seen else self._scroller.top_line()

    def set_hits(self, ranges: Sequence[tuple[int, int]], current: int | None = None) -> None:
        """Outline words that are looked for, and tick them on the scroll bar; nothing moves.

        Args:
            ranges: [start, end) in order, none overlapping.
            current: number of the one that stands out.
        """
        hits = FoundHits(ranges, current)
        if ranges is not self._marks.hits.ranges:
            self._overview.set_hits(hits)
        self._marks.hits = hits
        self.viewport().update()

    def set_manners(self, manners: Manners) -> None:
        """Draw some spans in manners of their own; called before the spans come or change."""
        self._marks.manners = manners
        self._flow.set_manners(manners)

    @property
    def frame(self) -> tuple[int, int] | None:
        """The words with a frame around them."""
        return self._marks.frame

    def set_frame(self, frame: tuple[int, int] | None) -> None:
        """Draw a frame around words, or around none."""
        old, self._marks.frame = self._marks.frame, frame
        for one in (old, frame):
            if one is not None:
                self._repaint(*one)

    # Places in the viewport

    def rect_of(self, start: int, end: int) -> QRect:
        """The rectangle around the words of [start, end) in the viewport."""
        return self._from_flow(self._flow.rect_of(start, end)).toAlignedRect()

    def caret_rect(self) -> QRect:
        """Where the caret is in the viewport."""
        return self._from_flow(self._flow.caret_rect(self._caret)).toAlignedRect()

    def position_at(self, place: QPointF) -> int:
        """The position nearest to a place of the viewport."""
        return self._flow.position_at(*self._to_flow(place))

    def scroll_y(self) -> float:
        """Y of the window's top in the document, px; partly estimated."""
        return self._scroller.y

    def _to_flow(self, place: QPointF) -> tuple[float, float]:
        return place.x() - self._left, place.y() + self._scroller.y

    def _from_flow(self, rect: QRectF) -> QRectF:
        return rect.translated(self._left, -self._scroller.y)

    def _shown_range(self) -> tuple[int, int]:
        """First and last position in view."""
        shown = [index for index, _ in self._scroller.visible()]
        table = self._flow.paragraphs
        return (table.starts[shown[0]], table.ends[shown[-1]]) if shown else (0, -1)

    def _repaint(self, start: int, end: int) -> None:
        """Repaint the lines of [start, end) as far as they are in view."""
        first, last = self._shown_range()
        start, end = max(start, first), min(end, last)
        if start <= end:
            top, bottom = self._flow.band(start, end)
            y = int(top - self._scroller.y) - _SPILL
            self.viewport().update(0, y, self.viewport().width(), int(bottom - top) + 2 * _SPILL + 1)

    def _repaint_spans(self, uids: Sequence[str]) -> None:
        for uid in uids:
            span = self._state.get(uid)
            if span is not None:
                self._repaint(span.start, span.end)

    def _show_selection(self, shown: tuple[int, int] | None) -> None:
        """Show another stretch as selected, repainting only what differs."""
        old, self._marks.selection = self._marks.selection, shown
        if old and shown and old[0] < shown[1] and shown[0] < old[1]:
            changed = [sorted((old[0], shown[0])), sorted((old[1], shown[1]))]
        else:
            changed = [list(one) for one in (old, shown) if one]
        for start, end in changed:
            if start < end:
                self._repaint(start, end)

    def _repaint_paragraph(self, y: float, height: float) -> None:
        self.viewport().update(0, int(y) - _SPILL, self.viewport().width(), int(height) + 2 * _SPILL)

    # Scrolling

    def scroll_by(self, delta: int) -> None:
        """Scroll by px, down if positive."""
        self._scroll_words(delta)
        self._sync_bar()

    def reveal(self, start: int, end: int) -> None:
        """Scroll as little as needed to have [start, end) in view; from far away to the upper third."""
        if not self.isVisible():
            return
        self._lay_out_way(end)
        top, bottom = (y - self._scroller.y for y in self._flow.band(start, end))
        room = self._metrics.pitch / 2
        height = self._scroller.height
        if top < -height or top > 2 * height:
            self._jump(self._scroller.y + top - height / 3)
        elif top < room or bottom - top > height - 2 * room:
            self._glide_by(top - room)
        elif bottom > height - room:
            self._glide_by(bottom - height + room)

    def _lay_out_way(self, position: int) -> None:
        """Know the heights of the paragraphs down to a near position: by estimates one would miss it."""
        first, last = self._scroller.index, self._flow.paragraphs.at(position)
        if first < last <= first + _NEAR_PARAGRAPHS:
            for index in range(first, last):
                self._flow.laid(index)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802, ARG002  (Qt's name and signature)
        """The scroll bar was moved by somebody."""
        value = self._overview.value()
        delta, self._bar_value = value - self._bar_value, value
        if value == self._overview.maximum() and delta > self._scroller.height:
            self._scroller.jump(self._scroller.reach)
            self.viewport().update()
        else:
            self._scroll_words(delta)
        self._bar_timer.start(0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls by three lines a notch, by pixels where the device tells them; with Ctrl zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (1 if event.angleDelta().y() > 0 else -1))
        elif not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().y())
        else:
            notches = -event.angleDelta().y() / _WHEEL_NOTCH
            self._wheel_rest += notches * _WHEEL_LINES * self._metrics.pitch
            whole = int(self._wheel_rest)
            self._wheel_rest -= whole
            self.scroll_by(whole)
        event.accept()

    def _scroll_words(self, delta: float) -> None:
        moved_by = self._scroller.move(delta)
        if moved_by and moved_by == int(moved_by) and abs(moved_by) < self.viewport().height():
            self.viewport().scroll(0, -int(moved_by))
        elif moved_by:
            self.viewport().update()

    def _jump(self, y: float) -> None:
        self._glide.stop()
        self._scroller.jump(round(y))
        self._sync_bar()
        self.viewport().update()

    def _sync_bar(self) -> None:
        """Have the scroll bar say what the scroller knows; not to be called from the bar's own signals."""
        bar = self._overview
        bar.blockSignals(True)
        bar.setPageStep(max(1, int(self._scroller.height)))
        bar.setSingleStep(int(self._metrics.pitch))
        bar.setRange(0, round(self._scroller.reach))
        bar.setValue(round(self._scroller.y))
        bar.blockSignals(False)
        self._bar_value = bar.value()
        bar.update()
        self.moved.emit()

    def _glide_by(self, delta: float) -> None:
        """Scroll there in 90 ms, or at once where nothing is to move by itself."""
        self._glide.stop()
        if self._is_animated():
            self._glide.start(round(delta))
        else:
            self.scroll_by(round(delta))

    def _is_animated(self) -> bool:
        """Not where person or system ask for stillness, nor where nobody looks (offscreen)."""
        return not motion().is_reduced and QGuiApplication.platformName() != "offscreen"

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draws the lines that need it, the caret last."""
        rect = event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(rect, self._look.page)
        if not self._has_document:
            return
        article = ArticlePainter(painter, self._flow, self._look, self._marks)
        top, bottom = rect.top() - _SPILL, rect.bottom() + _SPILL
        for index, y in self._scroller.visible():
            if y + self._flow.heights[index] > top and y < bottom:
                article.paint_paragraph(self._flow.laid(index), self._left, y, top, bottom)
        if self.hasFocus() and self._marks.is_caret_shown:
            caret = self.caret_rect()
            if caret.bottom() >= top and caret.top() <= bottom:
                article.paint_caret(self._from_flow(self._flow.caret_rect(self._caret)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keeps the line somebody is at; breaks lines anew only if the column got another width."""
        super().resizeEvent(event)
        self._scroller.height = self.viewport().height()
        if self._column_width() != self._flow.width:
            self._measure_anew()
        else:
            self._place_column()
            self._scroller.move(0)
            self._sync_bar()

    def event(self, event: QEvent) -> bool:
        """Other device pixels need other measures; around the viewport the focus is shown."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._measure_anew()
        elif event.type() == QEvent.Type.Paint:
            self._frame.paint(self._look.page, self._look.accent)
            return True
        return super().event(event)
