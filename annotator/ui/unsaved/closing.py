"""The one question of closing: some of what is shown is not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from annotator.ui import fonts
from annotator.ui.failures import words_of
from annotator.ui.parts.asking import AskingDialog
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.services.saving.hooks import SaveState
    from annotator.ui.main_window import MainWindow

_MOST_NAMED: Final = 5
_WIDTH: Final = 640
"""px of the words; the four buttons fit beside each other in both languages."""


class ClosingDialog(AskingDialog):
    """Says what would be lost, and offers to try again, to save a copy, to close anyway, to stay.

    It is accepted when nothing is lost by closing, or the person wants to lose it. What is saved meanwhile,
    because the disk has room again, closes it too.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD, wraps=True)
        self._why = PlainLabel(wraps=True)
        self._named = PlainLabel(ink="muted", wraps=True)
        self._told = PlainLabel(ink="bad", wraps=True)
        self._safe = PlainLabel(ink="ok", wraps=True)
        self._lose = Button(kind="quiet")
        self._close = Button(kind="primary")
        self._stay = Button()
        self._again = Button()
        self._copy = Button(kind="primary")
        self._had_focus: QWidget | None = None
        self._lay_out()
        self._connect()
        self._say()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._lose)
        buttons.addStretch(1)
        for button in (self._stay, self._again, self._copy, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for label in (self._title, self._safe, self._why, self._named, self._told):
            label.setFixedWidth(_WIDTH)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as high as its words
        self._choose_buttons()

    def _choose_buttons(self) -> None:
        """Which is filled, and the way of Tab; what loses work is its last stop."""
        has_copy = self._window.windows.copying.whole is not None
        first, rest = (self._close, self._copy) if has_copy else (self._copy, self._close)
        for button in (rest, *([self._lose] if has_copy else [])):
            button.hide()
        self.follows(first, self._again, self._stay, self._lose)

    def _connect(self) -> None:
        windows = self._window.windows
        self._lose.clicked.connect(self.accept)
        self._close.clicked.connect(self.accept)
        self._stay.clicked.connect(self.reject)
        self._again.clicked.connect(self._try_again)
        self._copy.clicked.connect(self._ask_for_copy)
        windows.saving.state_changed.connect(self._take_state)
        windows.copying.ended.connect(self._copied)

    def _say(self) -> None:
        """Say it as it is now."""
        windows, saved = self._window.windows, self._window.flow.saved
        pending, copied = windows.library_desk.pending, windows.copying.held_words()
        state = windows.saving.state
        self.setWindowTitle(self.tr("Close"))
        self._title.setText(self._title_words(pending, has_copy=bool(copied)))
        self._safe.setText(copied or saved.safe_words())
        self._safe.setVisible(bool(self._safe.text()))
        self._why.setText(words_of(state.error) if state is not None and state.error is not None else "")
        self._why.setVisible(bool(self._why.text()) and not copied)
        self._again.setVisible(state is None or not state.is_lost)
        self._named.setText("" if copied else self._names(pending))
        self._named.setVisible(bool(self._named.text()))
        self._told.setVisible(bool(self._told.text()))
        self._lose.setText(
            self.tr("Close and lose %n change(s)", "", pending) if pending else self.tr("Close all the same")
        )
        self._stay.setText(self.tr("Stay"))
        self._again.setText(self.tr("Try again"))
        self._copy.setText(self.tr("Save a copy elsewhere…"))
        self._close.setText(self.tr("Close"))

    def _title_words(self, pending: int, *, has_copy: bool) -> str:
        if has_copy:
            return self.tr("A copy holds everything")
        if pending:
            return self.tr("%n change(s) are not saved", "", pending)
        return self.tr("The library's file is gone or was replaced")

    def _names(self, pending: int) -> str:
        lines = self._window.flow.saved.lines()
        named = [f"• {line}" for line in lines[:_MOST_NAMED]]
        if pending > len(named) and named:
            named.append(self.tr("and %n more", "", pending - len(named)))
        return "\n".join(named)

    def _try_again(self) -> None:
        self._wait(self.tr("Trying again…"))
        self._window.library_desk.retry()

    def _ask_for_copy(self) -> None:
        path = self._window.ask_for_copy()
        if path is not None:
            self._wait(self.tr("Saving a copy…"))
            self._window.windows.copying.copy_to(str(path))

    def _wait(self, words: str) -> None:
        self._had_focus = self.focusWidget()
        self._told.set_ink("muted")
        self._told.setText(words)
        self._told.show()
        for button in (self._again, self._copy):
            button.setEnabled(False)

    def _take_state(self, state: SaveState) -> None:
        if state.kind == "saved":
            self.accept()
        elif state.kind == "failed":
            self._go_on("")

    def _copied(self, is_made: bool, words: str) -> None:
        if is_made and self._window.windows.copying.whole is not None:
            self.accept()
        else:
            self._go_on(words)

    def _go_on(self, words: str) -> None:
        self._told.set_ink("bad")
        self._told.setText(words)
        for button in (self._again, self._copy):
            button.setEnabled(True)
        if self._had_focus is not None:
            self._had_focus.setFocus()
        self._say()
