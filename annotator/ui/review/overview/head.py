"""The head of the overview: the answer in large words, a sentence, and the two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.keymap import key_of
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.review.overview.standing import Standing
from annotator.ui.review.overview.words import OverviewWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.model.rounds import Standing as Share

_NARROW: Final = 900
"""Below this width the buttons stand under the words."""


class OverviewHead(QWidget):
    """Answer, sentence, how far the round is; what is to be done.

    Signals:
        start_wanted: open the hardest document.
        close_wanted: close all documents without differences.
    """

    start_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing, self._is_narrow, self._may_close = Standing(), False, False
        self._round: tuple[str, Sequence[Share]] | None = None
        self.answer = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self.note = PlainLabel(ink="muted", wraps=True)
        self.round = ElidedLabel(ink="muted")
        self.close_button, self.start_button = Button(), Button(kind="primary")
        self.close_first_button = Button(kind="primary")
        self._lay_out()
        self.start_button.clicked.connect(self.start_wanted)
        for button in (self.close_button, self.close_first_button):
            button.clicked.connect(self.close_wanted)
        self._say()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.answer, self.note, self.round):
            words.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.close_button, self.close_first_button, self.start_button):
            buttons.addWidget(button)
        buttons.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(32, 24, 32, 32)
        self._row.setSpacing(16)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)

    def show_standing(self, standing: Standing, *, is_narrow: bool, may_close: bool) -> None:
        """Say how the review stands; `is_narrow`: a filter is on."""
        self._standing, self._is_narrow, self._may_close = standing, is_narrow, may_close
        self._say()

    def show_round(self, name: str, shares: Sequence[Share]) -> None:
        """Say how far people are with what was handed out; nothing without shares."""
        self._round = (name, shares) if shares else None
        self._say()

    def show_enter(self, *, opens_hardest: bool) -> None:
        """Enter opens the current row: the button has its cap while that is the hardest one."""
        self.start_button.set_key(key_of("review.take") if opens_hardest else "")

    def _say(self) -> None:
        words, standing = OverviewWords(), self._standing
        self.answer.setText(words.head(standing, is_narrow=self._is_narrow))
        note = words.note(standing, is_narrow=self._is_narrow)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.round.setText(words.round(*self._round) if self._round else "")
        self.round.setVisible(self._round is not None)
        is_first = not standing.to_decide
        for button, is_it in ((self.close_button, not is_first), (self.close_first_button, is_first)):
            button.setText(words.close(len(standing.closable)))
            button.set_key(key_of("review.accept"))
            button.setVisible(is_it and self._may_close)
            button.updateGeometry()
        self.start_button.setText(self.tr("Start with the hardest"))
        self.start_button.setVisible(bool(standing.hardest))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons where there is room for them."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if self.width() >= _NARROW else ways.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
