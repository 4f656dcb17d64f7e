"""How a line of the differences is painted, and the keys and clicks that tick it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyleOptionButton

from annotator.ui import fonts, theme
from annotator.ui.backups.differences import LINE_ROLE
from annotator.ui.density import Size
from annotator.ui.parts.rows import RowDelegate, RowView, draw_words, title_font

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from annotator.ui.backups.differences import Line
    from annotator.ui.parts.rows import Index

ROW: Final = Size(36, 30)
TICK: Final = 40
"""px from the left edge of the view in which a click ticks."""
_INSET: Final = 8
_TOLD: Final = 0.55
"""The most of a row that what differs takes."""


class DifferenceView(RowView):
    """The list of what differs.

    Signals:
        toggled: row to tick or untick.
        all_toggled: tick all, or none.
    """

    toggled = Signal(int)
    all_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        # A click is how one looks at what differs below; only a second one, or Enter, leads away.
        self.clicked.disconnect(self.chosen)
        self.doubleClicked.connect(self.chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on the tick ticks and opens nothing."""
        if not self._ticks(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Two quick clicks on the tick are two ticks."""
        if not self._ticks(event):
            super().mouseDoubleClickEvent(event)

    def _ticks(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        is_tick = index.isValid() and event.position().x() < TICK + _INSET and event.button() is _LEFT
        if is_tick:
            self.go_to(index.row())
            self.toggled.emit(index.row())
            event.accept()
        return is_tick

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The end of a click on the tick is no click on the row."""
        if event.position().x() >= TICK + _INSET or event.button() is not _LEFT:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space ticks, Ctrl+A ticks all."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.all_toggled.emit()
        else:
            super().keyPressEvent(event)


class DifferenceDelegate(RowDelegate):
    """A heading, or a line with its tick, title and what differs."""

    inset = _INSET

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading without ground, any other line as every row."""
        line: Line = index.data(LINE_ROLE)
        if not line.is_heading:
            super().paint(painter, option, index)
            return
        tokens = theme.current()
        area = QRectF(option.rect).adjusted(_INSET + 10, 8, -_INSET, 0)
        took = draw_words(painter, area, line.title, fonts.interface(12, fonts.SEMIBOLD), tokens.text2)
        rest = area.adjusted(took + 6, 0, 0, 0)
        draw_words(painter, rest, line.told, fonts.interface(12, tabular=True), tokens.muted)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint tick, title with its corpus, and what differs at the right."""
        line: Line = index.data(LINE_ROLE)
        tokens = theme.current()
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            _paint_tick(painter, area, on=state == Qt.CheckState.Checked)
        inner = area.adjusted(TICK, 0, -14, 0)
        told = QRectF(
            inner.right() - inner.width() * _TOLD, inner.top(), inner.width() * _TOLD, inner.height()
        )
        small = fonts.interface(12, tabular=True)
        fits = not line.short or QFontMetricsF(small).horizontalAdvance(line.told) <= told.width()
        said = line.told if fits else line.short
        took = draw_words(painter, told, said, small, tokens.muted, Qt.AlignmentFlag.AlignRight)
        words = inner.adjusted(0, 0, -took - 16, 0)
        width = draw_words(painter, words, line.title, title_font(chosen=chosen), tokens.text)
        rest = words.adjusted(width + 10, 0, 0, 0)
        if line.where and rest.width() > TICK:
            draw_words(painter, rest, line.where, fonts.interface(12), tokens.muted)

    def tip(self, index: Index) -> str:
        """The whole line."""
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def _paint_tick(painter: QPainter, area: QRectF, *, on: bool) -> None:
    option = QStyleOptionButton()
    option.rect = QRectF(area.left() + 8, area.top(), 24, area.height()).toRect()
    option.state = QStyle.StateFlag.State_Enabled
    option.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
    theme.paint_tick(painter, option)


_LEFT: Final = Qt.MouseButton.LeftButton
