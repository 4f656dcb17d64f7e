"""Alt on its own: pressed and let go with no other key and no mouse in between, as on any desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ENDS_IT: Final = {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.FocusOut}


class AltKey(QObject):
    """Listens to the native window: what a shortcut or a child takes never reaches the widget itself.

    Signals:
        pressed_alone: Alt was let go, and nothing else had happened since it was pressed.
    """

    pressed_alone = Signal()

    def __init__(self, window: QWidget) -> None:
        """Listen to a top level window from the moment when it is first shown."""
        super().__init__(window)
        self._window = window
        self._is_alone = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow what happens; nothing is ever held back."""
        if watched is self._window:
            if event.type() is QEvent.Type.Show:
                self._window.removeEventFilter(self)
                self._window.windowHandle().installEventFilter(self)
        elif isinstance(event, QKeyEvent):
            self._hear(event)
        elif event.type() in _ENDS_IT:
            self._is_alone = False
        return False

    def _hear(self, event: QKeyEvent) -> None:
        is_alt = event.key() == Qt.Key.Key_Alt
        if event.type() is not QEvent.Type.KeyRelease:
            others = event.modifiers() & ~Qt.KeyboardModifier.AltModifier
            self._is_alone = is_alt and not others
        elif is_alt and self._is_alone:
            self._is_alone = False
            self.pressed_alone.emit()
