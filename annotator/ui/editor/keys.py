"""Keys that move the caret, the same on every system; `ui/actions.py` shows them in the key sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from annotator.ui.editor.caret import CaretMove, Step

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_IGNORED: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier

_MOVES: Final = {
    (Qt.Key.Key_Left, _NONE): CaretMove(Step.CHARACTER, forward=False),
    (Qt.Key.Key_Right, _NONE): CaretMove(Step.CHARACTER, forward=True),
    (Qt.Key.Key_Left, _CTRL): CaretMove(Step.WORD, forward=False),
    (Qt.Key.Key_Right, _CTRL): CaretMove(Step.WORD, forward=True),
    (Qt.Key.Key_Left, _ALT): CaretMove(Step.SENTENCE, forward=False),
    (Qt.Key.Key_Right, _ALT): CaretMove(Step.SENTENCE, forward=True),
    (Qt.Key.Key_Up, _NONE): CaretMove(Step.LINE, forward=False),
    (Qt.Key.Key_Down, _NONE): CaretMove(Step.LINE, forward=True),
    (Qt.Key.Key_Up, _CTRL): CaretMove(Step.PARAGRAPH, forward=False),
    (Qt.Key.Key_Down, _CTRL): CaretMove(Step.PARAGRAPH, forward=True),
    (Qt.Key.Key_PageUp, _NONE): CaretMove(Step.PAGE, forward=False),
    (Qt.Key.Key_PageDown, _NONE): CaretMove(Step.PAGE, forward=True),
    (Qt.Key.Key_Home, _NONE): CaretMove(Step.LINE_EDGE, forward=False),
    (Qt.Key.Key_End, _NONE): CaretMove(Step.LINE_EDGE, forward=True),
    (Qt.Key.Key_Home, _CTRL): CaretMove(Step.DOCUMENT_EDGE, forward=False),
    (Qt.Key.Key_End, _CTRL): CaretMove(Step.DOCUMENT_EDGE, forward=True),
}


def caret_move(event: QKeyEvent) -> CaretMove | None:
    """The movement a key press asks for, or None; Shift only extends and is not looked at."""
    return _MOVES.get((Qt.Key(event.key()), event.modifiers() & ~_IGNORED))
