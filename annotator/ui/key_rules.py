"""Which keys an act may have: the rules that the settings page tells and that a file is read by."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.model.label import is_key
from annotator.ui.acts.act import Scope
from annotator.ui.editor.keys import caret_move
from annotator.ui.parts.key_cap import sequence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.acts.act import Act

_Modifier = Qt.KeyboardModifier
_NONE: Final = _Modifier.NoModifier
_HOLDING: Final = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_FIXED: Final = frozenset(("Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Ctrl+Ins", "Shift+Ins", "Shift+Del"))
"""Copying, cutting, pasting and selecting all, in the article and in every field."""

_BY_THEMSELVES: Final = frozenset(
    (
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_Hyper_L,
        Qt.Key.Key_Hyper_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_unknown,
    )
)
_OF_SYSTEM: Final = frozenset(
    ("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+Esc", "Ctrl+Esc", "Ctrl+Alt+Del", "Print")
)
"""What desktops usually keep for themselves; so do they with the Windows key and Ctrl+Alt+F1 to F12."""


class Refusal(Enum):
    """Why an act may not have a key."""

    NO_KEY = auto()
    """It names no key press that can be told from others."""
    LABELS = auto()
    """Letters, figures and signs alone belong to labels."""
    FIXED = auto()
    """The article, or every field, needs it: caret, copying, selecting all."""
    VARIANTS = auto()
    """In Review figures alone belong to variants."""
    PLAIN = auto()
    """In the whole window a key needs Ctrl or Alt, or is one of F1 to F35."""


@lru_cache(maxsize=4096)
def portable(key: str) -> str:
    """The one name of a key press that Qt knows by this name, "" when there is none."""
    sequence = sequence_of(key)
    return sequence.toString(QKeySequence.SequenceFormat.PortableText) if sequence.count() == 1 else ""


def pressed_key(event: QKeyEvent) -> str:
    """The name of the key press, "" while only Ctrl, Shift and the like are held.

    A sign is named as it is typed: with Shift the keyboard already gave another sign.
    """
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_Modifier.KeypadModifier
    if key in _BY_THEMSELVES:
        return ""
    if key is Qt.Key.Key_Backtab:
        key, modifiers = Qt.Key.Key_Tab, modifiers | _Modifier.ShiftModifier
    if _is_sign(key):
        modifiers &= ~_Modifier.ShiftModifier
    modifiers &= _HOLDING | _Modifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)


def refusal(act: Act, key: str) -> Refusal | None:
    """Why the act may not have that key, None when it may."""
    if not portable(key):
        return Refusal.NO_KEY
    pressed = cast("Sequence[QKeyCombination]", sequence_of(key))[0]  # the type stubs know no index
    code, modifiers = pressed.key(), pressed.keyboardModifiers()
    if code in _BY_THEMSELVES or (_is_sign(code) and modifiers & _Modifier.ShiftModifier):
        return Refusal.NO_KEY
    if portable(key) in _FIXED or _moves_caret(code, modifiers):
        return Refusal.FIXED
    if modifiers & _HOLDING:
        return None
    if act.scope is Scope.REVIEW:
        return Refusal.VARIANTS if _sign(code).isdigit() else None
    if act.scope is Scope.WINDOW:
        return None if Qt.Key.Key_F1 <= code <= Qt.Key.Key_F35 else Refusal.PLAIN
    return Refusal.LABELS if is_key(_sign(code)) else None


def is_of_system(key: str) -> bool:
    """Whether the desktop may keep the key for itself, so that it never arrives here."""
    name = portable(key)
    return name in _OF_SYSTEM or "Meta+" in name or name.startswith("Ctrl+Alt+F")


def _moves_caret(code: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    return caret_move(QKeyEvent(QEvent.Type.KeyPress, code, modifiers)) is not None


def _sign(code: Qt.Key) -> str:
    return chr(code) if code < Qt.Key.Key_Escape else ""


def _is_sign(code: Qt.Key) -> bool:
    sign = _sign(code)
    return bool(sign) and not sign.isalpha() and not sign.isspace()
