"""The field that takes the next key press as it is, whatever the key does elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.ui.field_keys import TAKES_KEYS
from annotator.ui.key_rules import pressed_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class KeyCapture(QLineEdit):
    """A field in which keys are not typed but pressed; Escape alone leaves it.

    Signals:
        pressed: the portable name of the key that was pressed.
        left: Escape was pressed.
    """

    pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(TAKES_KEYS, True)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def event(self, event: QEvent) -> bool:
        """Take every key before shortcuts, Tab and text fields get it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._take(event)
            event.accept()
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = pressed_key(event)
        if key == "Esc":
            self.left.emit()
        elif key:
            self.pressed.emit(key)
