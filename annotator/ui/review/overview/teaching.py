"""What the overview says while there is nothing to compare: how a second layer comes in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.actions import plain_words
from annotator.ui.catalogue import CATALOGUE
from annotator.ui.keymap import key_of
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel

_WAYS: Final = ("file.hand_out", "file.take_in", "file.open")
"""Acts by which somebody else's spans come in; the first one is the filled button."""
_COLUMN = 720


class Teaching(QWidget):
    """An answer line, a sentence, and a button with a few words for each way.

    Signals:
        act_wanted: id of an act.
        feedback_wanted: where gold differs is to be shown.
    """

    act_wanted = Signal(str)
    feedback_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_documents, self._has_gold, self._people = True, False, 0
        self._head = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True)
        self._note = PlainLabel(ink="muted", wraps=True)
        self.feedback_button = Button(kind="primary")
        self.feedback_button.clicked.connect(self.feedback_wanted)
        self._ways = {act.id: act for act in CATALOGUE if act.id in _WAYS}
        self.buttons = {act: self._button(act, is_first=act == _WAYS[0]) for act in _WAYS}
        self._why = {act: PlainLabel(ink="text2", wraps=True) for act in _WAYS}
        self._lay_out()
        self.retranslate()

    def _button(self, act: str, *, is_first: bool) -> Button:
        button = Button(kind="primary" if is_first else "none")
        button.clicked.connect(lambda: self.act_wanted.emit(act))
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, act in enumerate(_WAYS):
            grid.addWidget(self.buttons[act], place, 0)
            grid.addWidget(self._why[act], place, 1)
        grid.setColumnStretch(1, 1)
        inner = QWidget()
        inner.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._note)
        column.addSpacing(24)
        column.addWidget(self.feedback_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(grid)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 20, 32, 20)
        outer.addWidget(inner)
        outer.addStretch(1)

    def explain(self, *, has_documents: bool, people: int, has_gold: bool = False) -> None:
        """Say what is missing: documents, or people who have labelled them (`people` have).

        Where one person's spans and gold are, what there is to see is where they differ.
        """
        self._has_documents, self._people, self._has_gold = has_documents, people, has_gold
        self.feedback_button.setVisible(has_gold)
        for widget in (*self.buttons.values(), *self._why.values()):
            widget.setVisible(not has_gold)
        self.retranslate()

    @property
    def first_focus(self) -> Button:
        """The filled button."""
        return self.feedback_button if self._has_gold else self.buttons[_WAYS[0]]

    def press(self) -> None:
        """Enter: press the button that has the focus, else the first one."""
        focused = (button for button in self.buttons.values() if button.hasFocus())
        next(focused, self.first_focus).click()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        head, note = self._words()
        self._head.setText(head)
        self._note.setText(note)
        why = {
            "file.hand_out": self.tr(
                "Deal the documents out to people, some to two of them; each gets a file."
            ),
            "file.take_in": self.tr("What somebody sent back comes in as a layer of their own."),
            "file.open": self.tr(
                "Labelled files of other tools: who labelled them becomes an annotator here."
            ),
        }
        self.feedback_button.setText(self.tr("My feedback"))
        self.feedback_button.set_key(key_of("review.take"))
        for act, button in self.buttons.items():
            button.setText(plain_words(self._ways[act].text))
            button.set_key(key_of(act) or (key_of("review.take") if act == _WAYS[0] else ""))
            button.updateGeometry()
            self._why[act].setText(why[act])

    def _words(self) -> tuple[str, str]:
        if not self._has_documents:
            return self.tr("Nothing to review yet"), self.tr("This corpus has no documents.")
        if self._has_gold:
            return self.tr("Gold is there, and one person's spans"), self.tr(
                "There is nobody to compare here. "
                "My feedback shows where gold differs from these spans, and why."
            )
        if not self._people:
            return self.tr("Nothing to compare yet"), self.tr(
                "Nobody has labelled these documents. Review compares what two people or more have marked."
            )
        return self.tr("One person's spans so far"), self.tr(
            "Review compares what two people or more have marked on the same document. "
            "A second layer comes in like this:"
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
