"""The line under the head of the page that says what was done, with the way back where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Said(Surface):
    """A sentence; hidden until there is one.

    Signals:
        undo_wanted: what was done is to be taken back.
        agreed: yes to what was asked.
    """

    undo_wanted = Signal()
    agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._sentence = PlainLabel(wraps=True)
        self.undo_button = Button(icon="undo-2", small=True)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.yes_button, self.no_button = Button(small=True), Button(kind="quiet", small=True)
        self.yes_button.clicked.connect(self.agreed)
        self.no_button.clicked.connect(lambda: self.say(""))
        self._words: Callable[[], str] = str
        self._answer: Callable[[], str] = str
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 32, 8)
        row.setSpacing(12)
        row.addWidget(self._sentence, 1)
        for button in (self.undo_button, self.yes_button, self.no_button):
            row.addWidget(button)
        self._retranslate()
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, "" while hidden."""
        return self._sentence.text()

    def say(self, sentence: str, failed: bool = False) -> None:
        """Say what was done, or what did not work; the empty sentence hides the line."""
        self._sentence.set_ink("bad" if failed else "text")
        self._show(lambda: sentence)

    def offer_undo(self, words: Callable[[], str]) -> None:
        """Say what was done, in the language in force then and later, and offer to take it back."""
        self.say("")
        self._show(words)
        self.undo_button.show()

    def ask(self, words: Callable[[], str], answer: Callable[[], str]) -> None:
        """Ask before something is done.

        Args:
            words: the question, in the language in force.
            answer: what the button that agrees says.
        """
        self.say("")
        self._answer = answer
        self._show(words)
        self.yes_button.show()
        self.no_button.show()
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, words: Callable[[], str]) -> None:
        self._words = words
        for button in (self.undo_button, self.yes_button, self.no_button):
            button.hide()
        self._retranslate()
        self.setVisible(bool(self.sentence))

    def _retranslate(self) -> None:
        self._sentence.setText(self._words())
        self._sentence.setAccessibleName(self.sentence)
        self.undo_button.setText(self.tr("Undo"))
        self.yes_button.setText(self._answer())
        self.no_button.setText(self.tr("Leave all as it is"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say it in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
