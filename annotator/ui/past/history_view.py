"""The list of acts, with the keys that take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from annotator.ui.parts.rows import RowView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class HistoryView(RowView):
    """The list of acts.

    Signals:
        left: Escape.
        way_back: "only", "back" or "from": Enter, Shift+Enter, Alt+Enter on the open act.
        resized: there is another width.
    """

    left = Signal()
    way_back = Signal(str)
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes back, Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            way = _WAYS.get(modifiers)
            if way is not None:
                self.way_back.emit(way)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Tell of another width."""
        super().resizeEvent(event)
        self.resized.emit()


_WAYS: Final = {
    Qt.KeyboardModifier.NoModifier: "only",
    Qt.KeyboardModifier.ShiftModifier: "back",
    Qt.KeyboardModifier.AltModifier: "from",
}
