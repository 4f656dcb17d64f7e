"""The keys of one act, opened below its row: each can go, a new one is pressed, what forbids it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.actions import plain_words
from annotator.ui.acts.act import Act, Scope
from annotator.ui.i18n import QT_TRANSLATE_NOOP
from annotator.ui.key_rules import Refusal, is_of_system, portable, refusal
from annotator.ui.keymap import Keys, holder, in_force, shipped
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.key_cap import key_text
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.settings.key_capture import KeyCapture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

_REFUSED: Final = {
    Refusal.NO_KEY: QT_TRANSLATE_NOOP("KeyEditor", "%1 cannot be told from other keys; press another one."),
    Refusal.LABELS: QT_TRANSLATE_NOOP(
        "KeyEditor", "In the article %1 alone belongs to labels; hold Ctrl or Alt with it."
    ),
    Refusal.FIXED: QT_TRANSLATE_NOOP(
        "KeyEditor", "%1 moves the caret, copies or selects all; it stays with the article."
    ),
    Refusal.VARIANTS: QT_TRANSLATE_NOOP(
        "KeyEditor", "In Review %1 alone takes a variant; press another key, or hold Ctrl or Alt with it."
    ),
    Refusal.PLAIN: QT_TRANSLATE_NOOP(
        "KeyEditor", "%1 alone is needed for typing; hold Ctrl or Alt with it, or take F1 to F12."
    ),
}
_SCOPES: Final = {
    Scope.WINDOW: QT_TRANSLATE_NOOP("KeyEditor", "in the whole window"),
    Scope.ARTICLE: QT_TRANSLATE_NOOP("KeyEditor", "in the article"),
    Scope.REVIEW: QT_TRANSLATE_NOOP("KeyEditor", "in Review"),
}


def scope_words(act: Act) -> str:
    """Where the keys of an act work, in the language in force."""
    return QCoreApplication.translate("KeyEditor", _SCOPES[act.scope])


class KeyEditor(QWidget):
    """What can be done with the keys of one act.

    Signals:
        keys_wanted: the keys that the act is to have, as a tuple; other acts lose those.
        reset_wanted: the shipped keys are wanted back.
        left: Escape was pressed.
    """

    keys_wanted = Signal(object)
    reset_wanted = Signal()
    left = Signal()

    def __init__(self, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act = act
        self._differences: Mapping[str, Keys] = {}
        self._keys: Keys = ()
        self._offered = ""
        self._row = QHBoxLayout()
        self._removers: list[Button] = []
        self.capture = KeyCapture()
        self.reset_button = Button(kind="quiet", icon="rotate-ccw", small=True)
        self.sentence = PlainLabel(wraps=True)
        self.take_button = Button(small=True)
        self.keep_button = Button(kind="quiet", small=True)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self._row.setSpacing(8)
        self._row.addWidget(self.capture)
        self._row.addWidget(self.reset_button)
        self._row.addStretch(1)
        self.capture.setFixedWidth(250)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.sentence, 1)
        told.addWidget(self.take_button)
        told.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(8)
        column.addLayout(self._row)
        column.addLayout(told)
        self._say("")

    def _connect(self) -> None:
        self.capture.pressed.connect(self._pressed)
        self.capture.left.connect(self.left)
        self.reset_button.clicked.connect(self.reset_wanted)
        self.take_button.clicked.connect(self._take_over)
        self.keep_button.clicked.connect(self._keep_away)

    def show_keys(self, differences: Mapping[str, Keys]) -> None:
        """Show the keys that the act has with these differences in force."""
        self._differences = differences
        self._keys = in_force(differences)[self.act.id]
        for button in self._removers:
            button.deleteLater()
        self._removers = [self._remover(key) for key in self._keys]
        for place, button in enumerate(self._removers):
            self._row.insertWidget(place, button)
        first = shipped()[self.act.id]
        self.reset_button.setVisible([*map(portable, self._keys)] != [*map(portable, first)])

    def _remover(self, key: str) -> Button:
        button = Button(key_text(key).replace("&", "&&"), icon="x", small=True)
        button.setAccessibleName(self.tr("Take the key %1 away").replace("%1", key_text(key)))
        left = tuple(other for other in self._keys if other != key)
        button.clicked.connect(lambda: self._set(left))
        return button

    def _set(self, keys: Keys) -> None:
        self._say("")
        self.keys_wanted.emit(keys)
        self.capture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self, key: str) -> None:
        """Give the act the key, or say what stands against it."""
        shown = key_text(key)
        self._offered = ""
        why = refusal(self.act, key)
        other = holder(self._differences, key)
        if why is not None:
            self._say(QCoreApplication.translate("KeyEditor", _REFUSED[why]).replace("%1", shown), "bad")
        elif other is not None and other.id == self.act.id:
            self._say(self.tr("%1 is its key already.").replace("%1", shown))
        elif other is not None:
            self._offer(key, other)
        else:
            self._set((*self._keys, key))
            self._warn_of_system(key)

    def _offer(self, key: str, other: Act) -> None:
        self._offered = key
        sentence = self.tr("%1 is the key of “%2”, %3.").replace("%1", key_text(key))
        self._say(sentence.replace("%2", plain_words(other.text)).replace("%3", scope_words(other)), "warn")
        self.take_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_over(self) -> None:
        key, self._offered = self._offered, ""
        if key:
            self._set((*self._keys, key))
            self._warn_of_system(key)

    def _keep_away(self) -> None:
        self._offered = ""
        self._say("")
        self.capture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn_of_system(self, key: str) -> None:
        if is_of_system(key):
            words = self.tr("Most desktops keep %1 for themselves; it may never arrive here.")
            self._say(words.replace("%1", key_text(key)), "warn")

    def _say(self, sentence: str, ink: str = "muted") -> None:
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.sentence.set_ink(ink)
        self.sentence.setVisible(bool(sentence))
        self.take_button.setVisible(bool(self._offered))
        self.keep_button.setVisible(bool(self._offered))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape folds the keys again; Enter presses the button that has the focus."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, Button):
            focus.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._offered = ""
        self._say("")
        self.capture.setPlaceholderText(self.tr("Press a new key; Esc leaves"))
        name = self.tr("New key for %1").replace("%1", plain_words(self.act.text))
        self.capture.setAccessibleName(name)
        first = ", ".join(map(key_text, shipped()[self.act.id]))
        back = self.tr("Back to %1").replace("%1", first) if first else self.tr("No key, as shipped")
        self.reset_button.setText(back.replace("&", "&&"))
        self.take_button.setText(self.tr("Take it over"))
        self.keep_button.setText(self.tr("Leave it there"))
