"""Keys of the window that work while a field has the cursor: some systems keep letters with Ctrl for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from annotator.ui.acts.act import Scope
from annotator.ui.catalogue import CATALOGUE
from annotator.ui.keymap import keymap
from annotator.ui.parts.key_cap import sequence_of

_Std = QKeySequence.StandardKey
_OF_FIELDS: Final = (_Std.Undo, _Std.Redo, _Std.Cut, _Std.Copy, _Std.Paste, _Std.SelectAll)
"""What a field does itself, whatever the window does by the same key."""


TAKES_KEYS: Final = "takes_keys"
"""Property of a field to which a key press is what it is given, not what it does."""


class FieldKeys(QObject):
    """Listens to the field that has the focus, in one window.

    With X11 a field takes Ctrl+E and others for moving and deleting, as a shell does; people who press
    them here mean what the menus say.

    Signals:
        moved: the cursor came into a field of the window or left one.
    """

    moved = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
        self._told: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @property
    def in_field(self) -> bool:
        """Whether a field of the window has the cursor."""
        return self._field is not None

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and old is self._field:
            old.removeEventFilter(self)
        is_field = isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit) and not new.property(TAKES_KEYS)
        self._field = new if is_field and new is not None and self._window.isAncestorOf(new) else None
        if self._field is not None:
            self._field.installEventFilter(self)
        if new is not None and self._field is not self._told:
            self._told = self._field
            self.moved.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Answer for the field whether it wants a key for itself: not one of the window."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and is_of_window(event):
            event.ignore()
            return True
        return False


def is_of_window(event: QKeyEvent) -> bool:
    """Whether a press of Ctrl and a letter is an act of the window, and nothing that every field does."""
    is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    if not is_letter or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    if any(event.matches(standard) for standard in _OF_FIELDS):
        return False
    pressed = QKeySequence(event.keyCombination())
    return any(
        sequence_of(key) == pressed
        for act in CATALOGUE
        if act.scope is Scope.WINDOW
        for key in keymap().of(act.id)
    )
