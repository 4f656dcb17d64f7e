"""A field of several lines whose text is handed over once, when the field is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent


class CommittingText(QPlainTextEdit):
    """Plain text that becomes one change, not one a letter.

    Signals:
        committed: the whole text, without outer white space, when it differs from what was shown.
        left: Escape was pressed.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setTabChangesFocus(True)

    def set_text(self, text: str) -> None:
        """Show a text; nothing is handed over. What is being typed stays when the text is the known one."""
        if text != self._kept:
            self._kept = text
            self.setPlainText(text)

    def commit(self) -> None:
        """Hand over what was typed, if it differs."""
        typed = self.toPlainText().strip()
        if typed != self._kept:
            self._kept = typed
            self.committed.emit(typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand over; a context menu does not count as leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape tells that the person wants out."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
