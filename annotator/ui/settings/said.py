"""The line under the head of the page that says what was done, with the way back where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout

from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Said(Surface):
    """A sentence; hidden until there is one.

    Signals:
        undo_wanted: what was done is to be taken back.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._sentence = PlainLabel(wraps=True)
        self.undo_button = Button(icon="undo-2", small=True)
        self.undo_button.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 32, 8)
        row.setSpacing(12)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.undo_button)
        self._retranslate()
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, "" while hidden."""
        return self._sentence.text()

    def say(self, sentence: str, failed: bool = False) -> None:
        """Say what was done, or what did not work; the empty sentence hides the line."""
        self._sentence.set_ink("bad" if failed else "text")
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.undo_button.hide()
        self.setVisible(bool(sentence))

    def offer_undo(self, sentence: str) -> None:
        """Say what was done, and offer to take it back."""
        self.say(sentence)
        self.undo_button.show()

    def _retranslate(self) -> None:
        self.undo_button.setText(self.tr("Undo"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say it in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
