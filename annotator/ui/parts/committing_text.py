"""A field of several lines whose text is handed over when the field is left, or when typing rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent


class CommittingText(QPlainTextEdit):
    """Plain text that becomes one change, not one a letter.

    Signals:
        committed: the whole text, without outer white space, when it differs from what was shown.
        left: Escape was pressed.
        edited: whether the field holds something that was not handed over yet.
    """

    committed = Signal(str)
    left = Signal()
    edited = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, pause: int = 0) -> None:
        """Make the field.

        Args:
            parent: Qt's.
            pause: milliseconds without a key after which the text is handed over too; 0 for never.
        """
        super().__init__(parent)
        self._kept = ""
        self._is_edited = False
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self.commit)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._typed)

    def set_text(self, text: str) -> None:
        """Show a text; nothing is handed over. What is being typed stays when the text is the known one."""
        if text != self._kept:
            self._kept = text
            self.setPlainText(text)
            self._pause.stop()

    def commit(self) -> None:
        """Hand over what was typed, if it differs."""
        self._pause.stop()
        typed = self.toPlainText().strip()
        if typed != self._kept:
            self._kept = typed
            self.committed.emit(typed)
        self._tell_edited()

    def _typed(self) -> None:
        self._tell_edited()
        if self._is_edited and self._pause.interval():
            self._pause.start()

    def _tell_edited(self) -> None:
        is_edited = self.toPlainText().strip() != self._kept
        if is_edited != self._is_edited:
            self._is_edited = is_edited
            self.edited.emit(is_edited)

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
