"""The list of hits: how a row is painted, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle

from annotator.ui import fonts, theme
from annotator.ui.everywhere.candidate_rows import HIT_ROW, paint_tick_at
from annotator.ui.find.hit_model import HIT_ROLE, TICKED_ROLE, HitModel
from annotator.ui.find.kwic import paint_kwic, title_room
from annotator.ui.parts.rows import RowDelegate, RowView, draw_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.model.label import Label
    from annotator.model.search import Hit
    from annotator.ui.find.kwic import Frame
    from annotator.ui.parts.rows import Index

EDGE: Final = 32
"""Left edge of field, ticks and foot in px."""
_TITLE: Final = 170.0
_TITLE_NARROW: Final = 110.0
_NARROW: Final = 820.0
_TICK: Final = 28
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class HitDelegate(RowDelegate):
    """A hit in its context.

    Attributes:
        labels: by uid.
        label: the one that ticked hits would get.
    """

    inset = 0

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self.labels: Mapping[str, Label] = {}
        self.label: Label | None = None

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, _index: Index, area: QRectF
    ) -> None:
        """The current row is filled from edge to edge, with the bar of a pinned list."""
        tokens, state = theme.current(), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selected if self._view.hasFocus() else tokens.pressed))
            painter.fillRect(QRectF(area.left(), area.top(), 2, area.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.hover))

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:  # noqa: ARG002
        """Paint tick, title and the words in their context."""
        hit: Hit = index.data(HIT_ROLE)
        is_ticked = bool(index.data(TICKED_ROLE))
        paint_tick_at(painter, QRectF(area.left() + EDGE, area.center().y() - 8, 16, 16), on=is_ticked)
        width = title_room(area.width(), _TITLE) if area.width() >= _NARROW else _TITLE_NARROW
        where = QRectF(area.left() + EDGE + _TICK, area.top(), width, area.height())
        draw_words(painter, where, hit.title, fonts.interface(12), theme.current().muted)
        left = where.right() + 16
        words = QRectF(left, area.top(), area.right() - EDGE - left, area.height())
        frame = self._frame(hit, is_ticked=is_ticked)
        paint_kwic(painter, words, hit, self.labels, frame=frame, label=self.label)

    def _frame(self, hit: Hit, *, is_ticked: bool) -> Frame:
        if any((span.start, span.end) == (hit.start, hit.end) for span in hit.spans):
            return "plain"
        return "proposed" if is_ticked else "solid"

    def tip(self, index: Index) -> str:
        """Title and context."""
        hit: Hit = index.data(HIT_ROLE)
        return f"{hit.title}: {' '.join((hit.left + hit.match + hit.right).split())}"


class HitView(RowView):
    """The hits.

    Signals:
        opened: Enter or a double click: show the current hit in its article.
        apply_wanted: Ctrl+Enter.
        all_toggled: Ctrl+A.
        remove_wanted: Del.
        copy_wanted: Ctrl+C.
        relabel_wanted: Ctrl+Shift+R.
        typed: a sign that may be a label's key.
    """

    opened = Signal()
    apply_wanted = Signal()
    all_toggled = Signal()
    remove_wanted = Signal()
    copy_wanted = Signal()
    relabel_wanted = Signal()
    typed = Signal(str)

    def __init__(self, model: HitModel) -> None:
        super().__init__(HIT_ROW)
        self._hits = model
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter, Space, Del, Ctrl+A, Ctrl+C, Shift with arrows; other letters may be label keys."""
        key, modifiers = event.key(), event.modifiers()
        if self._is_act(key, modifiers):
            return
        if key == Qt.Key.Key_Space:
            self._hits.toggle(self.currentIndex().row())
        elif modifiers & _SHIFT and key in _MOVES:
            self._tick_up_to(Qt.Key(key))
        elif event.text() and event.text().isprintable() and not modifiers & _CONTROL:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _tick_up_to(self, key: Qt.Key) -> None:
        before, step = self.currentIndex().row(), _MOVES[key]
        if before >= 0:
            self.go_to(max(0, min(self._hits.length() - 1, before + step)) if step else self.far_row(key))
            self._hits.tick_rows(before, self.currentIndex().row())

    def _is_act(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        with_control = bool(modifiers & _CONTROL)
        acts = _WITH_CONTROL if with_control else _PLAIN
        name = acts.get((Qt.Key(key), bool(modifiers & _SHIFT)))
        if name is not None:
            getattr(self, name).emit()
        return name is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click at the left ticks; with Shift it ticks all from the row before."""
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row < 0:
            return
        if event.modifiers() & _SHIFT and before >= 0:
            self._hits.tick_rows(before, row)
        elif event.position().x() < EDGE + _TICK:
            self._hits.toggle(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Two clicks show the hit, but not on the tick."""
        if event.position().x() < EDGE + _TICK:
            self.mousePressEvent(event)
        elif self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()


_MOVES: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 0,
    Qt.Key.Key_PageUp: 0,
    Qt.Key.Key_Home: 0,
    Qt.Key.Key_End: 0,
}
"""How many rows a key goes; 0 for those that `far_row` knows."""

_PLAIN: Final = {
    (Qt.Key.Key_Return, False): "opened",
    (Qt.Key.Key_Enter, False): "opened",
    (Qt.Key.Key_Delete, False): "remove_wanted",
}
_WITH_CONTROL: Final = {
    (Qt.Key.Key_Return, False): "apply_wanted",
    (Qt.Key.Key_Enter, False): "apply_wanted",
    (Qt.Key.Key_A, False): "all_toggled",
    (Qt.Key.Key_C, False): "copy_wanted",
    (Qt.Key.Key_R, True): "relabel_wanted",
}
