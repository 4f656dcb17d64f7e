"""The mouse in the article: drag, double and triple click, clicks on spans, edges that can be pulled.

Places are viewport px on the way in; the view turns them into places of the flow.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from annotator.text import segment, snapping

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from annotator.model.span import Span
    from annotator.ui.editor.article_view import ArticleView

_DRAG_FROM: Final = 4.0
_EDGE_REACH: Final = 3.0
_SCROLL_MS: Final = 25
_EXACT_KEYS: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class _Mode(Enum):
    IDLE = auto()
    PRESSED = auto()
    DRAGGING = auto()
    PULLING_START = auto()
    PULLING_END = auto()


class Gestures(QObject):
    """Turns mouse events of one view into selections and chosen spans."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._mode = _Mode.IDLE
        self._place = QPointF()
        self._base = (0, 0)
        self._is_exact = False
        self._clicks = 0
        self._clicked_at: tuple[float, QPointF] = (0.0, QPointF())
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(_SCROLL_MS)
        self._autoscroll.timeout.connect(self._scroll_on)

    @property
    def is_busy(self) -> bool:
        """Whether a button is down over the text."""
        return self._mode is not _Mode.IDLE

    @property
    def took_word(self) -> bool:
        """Whether the last selection is the one word of a double click, not drawn on nor taken exactly."""
        return self._clicks == 2 and not self._is_exact and self._view.selection() == self._base

    def cancel(self) -> bool:
        """Leave a pulled edge where it was; whether one was being pulled."""
        is_pulling = self._mode in (_Mode.PULLING_START, _Mode.PULLING_END)
        if is_pulling:
            self._mode = _Mode.IDLE
            self._autoscroll.stop()
            self._view.cancel_pull()
        return is_pulling

    def press(self, event: QMouseEvent) -> None:
        """A button went down; counts clicks, so that the third one takes the paragraph."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._place = event.position()
        self._count_click(event)
        if self._clicks == 3:
            self._take(self._view.paragraph_around(self._position()))
        elif self._edge_at(self._place) is not None:
            self._mode = self._edge_at(self._place) or _Mode.IDLE
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._base = (self._view.anchor, self._view.anchor)
            self._mode = _Mode.DRAGGING
            self._drag(event.modifiers())
        else:
            self._base = (self._position(), self._position())
            self._mode = _Mode.PRESSED

    def double_click(self, event: QMouseEvent) -> None:
        """Takes the word; dragging on takes more words."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._place = event.position()
        self._count_click(event)
        self._clicks = 2
        self._is_exact = self._view.is_exact or bool(event.modifiers() & _EXACT_KEYS)
        position = self._position()
        self._take(segment.word_at(self._view.text, position) or (position, position))

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved: draws the selection, pulls an edge, or only hovers."""
        if self._mode is _Mode.IDLE:
            return
        far = (event.position() - self._place).manhattanLength() >= _DRAG_FROM
        if self._mode is _Mode.PRESSED and far:
            self._mode = _Mode.DRAGGING
        if self._mode is not _Mode.PRESSED:
            self._place = event.position()
            self._drag(event.modifiers())
            self._watch_edge()

    def release(self, event: QMouseEvent) -> None:
        """The button went up: a selection or a pulled edge is finished, or it was a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        mode, self._mode = self._mode, _Mode.IDLE
        self._autoscroll.stop()
        if mode is _Mode.PRESSED:
            self._click()
        elif mode is _Mode.DRAGGING and self._view.selection() is not None:
            self._view.selection_finished.emit()
        elif mode in (_Mode.PULLING_START, _Mode.PULLING_END):
            self._view.finish_pull()

    def is_on_edge(self, place: QPointF) -> bool:
        """Whether an edge of the selected span would be pulled from a place."""
        return self._edge_at(place) is not None

    def cursor_at(self, place: QPointF) -> Qt.CursorShape:
        """The pointer's shape over a place."""
        if self.is_on_edge(place):
            return Qt.CursorShape.SplitHCursor
        if self._view.rail_span_at(place) is not None:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor

    def _count_click(self, event: QMouseEvent) -> None:
        """Qt tells double from single clicks; three in a row we count ourselves."""
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        before, place = self._clicked_at
        now = float(event.timestamp())
        is_near = (event.position() - place).manhattanLength() < _DRAG_FROM
        self._clicks = (
            self._clicks + 1 if is_near and 0 <= now - before <= interval and self._clicks < 3 else 1
        )
        self._clicked_at = (now, event.position())

    def _position(self) -> int:
        return self._view.position_at(self._place)

    def _take(self, stretch: tuple[int, int]) -> None:
        self._base = stretch
        self._mode = _Mode.DRAGGING
        self._view.select(*stretch)

    def _click(self) -> None:
        exactly = self._view.rail_span_at(self._place)
        stack = [exactly] if exactly else self._view.spans_at(self._place)
        chosen = _next_outer(stack, self._view.selected_span()) if stack else None
        if exactly is None:
            self._view.set_caret_from_click(self._place)
        self._view.select_span(chosen.uid if chosen else None, scroll=False)

    def _drag(self, modifiers: Qt.KeyboardModifier) -> None:
        is_exact = self._view.is_exact or bool(modifiers & _EXACT_KEYS)
        position = self._position()
        if self._mode is _Mode.DRAGGING:
            start, end = min(self._base[0], position), max(self._base[1], position)
            self._view.draw_selection(start, end, is_forward=position >= self._base[0], exact=is_exact)
        else:
            self._view.pull(position, is_start=self._mode is _Mode.PULLING_START, exact=is_exact)

    def _edge_at(self, place: QPointF) -> _Mode | None:
        """Which edge of the selected span is at a place."""
        edges = self._view.active_edges()
        for edge, mode in zip(edges, (_Mode.PULLING_START, _Mode.PULLING_END), strict=False):
            if edge is not None and edge.adjusted(-_EDGE_REACH, 0, _EDGE_REACH, 0).contains(place):
                return mode
        return None

    def _watch_edge(self) -> None:
        is_beyond = not 0 <= self._place.y() < self._view.viewport().height()
        if is_beyond and not self._autoscroll.isActive():
            self._autoscroll.start()
        elif not is_beyond:
            self._autoscroll.stop()

    def _scroll_on(self) -> None:
        """While the pointer is held beyond the edge: the further out, the faster."""
        beyond = self._place.y() - (0 if self._place.y() < 0 else self._view.viewport().height())
        self._view.scroll_by(max(-120, min(120, round(beyond / 3) or (1 if beyond > 0 else -1))))
        self._drag(QGuiApplication.keyboardModifiers())


def _next_outer(stack: list[Span], selected: Span | None) -> Span:
    """The span after the selected one in a stack, the innermost after the outermost."""
    uids = [span.uid for span in stack]
    if selected is None or selected.uid not in uids:
        return stack[0]
    return stack[(uids.index(selected.uid) + 1) % len(stack)]


def drawn_range(text: str, start: int, end: int, *, exact: bool) -> tuple[int, int] | None:
    """What a drawn stretch is taken to mean: whole words without what surrounds them, or exact characters."""
    if start >= end:
        return None
    if not exact:
        return snapping.snap(text, start, end)
    return snapping.exact(text, start, end)
