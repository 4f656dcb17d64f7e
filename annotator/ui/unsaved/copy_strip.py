"""The strip that says where the newer copy of the library at hand lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal

from annotator.ui.parts.buttons import Button
from annotator.ui.parts.strip import Strip
from annotator.ui.past.days import time_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.services.saving.newer_copy import NewerCopy
    from annotator.ui.unsaved.left_behind import Found, LeftBehind


class CopyStrip(Strip):
    """Tells of the copies that this file was left for, the newest first, until they are needed no more.

    Signals:
        open_wanted: path of the copy that is to be opened.
        focus_lost: it goes while it has the focus.

    Attributes:
        open_button: opens the copy.
        forget_button: has nothing said of this copy any more, which itself stays; the next one is told.
    """

    open_wanted = Signal(str)
    focus_lost = Signal()

    def __init__(self, left_behind: LeftBehind, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._copies: Sequence[NewerCopy] = ()
        self.open_button = Button(small=True)
        self.forget_button = Button(kind="quiet", small=True)
        for button in (self.open_button, self.forget_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
            self.add_button(button)
        self.open_button.clicked.connect(self._open)
        self.forget_button.clicked.connect(left_behind.forget_copy)
        left_behind.found.connect(self._show)
        self.retranslate()

    def _open(self) -> None:
        if self._copies:
            self.open_wanted.emit(self._copies[0].path)

    def _show(self, found: Found) -> None:
        self._copies = found.copies
        if not self._copies and self.isAncestorOf(self.window().focusWidget()):
            self.focus_lost.emit()
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.open_button.setText(self.tr("Open the copy"))
        self.forget_button.setText(self.tr("Do not say it again"))
        self.say(self._words(self._copies[0]) if self._copies else "")

    def _words(self, copy: NewerCopy) -> str:
        words = self.tr("This file was left for a copy (%2): %1. What was done there since is not in here.")
        if copy.changes:
            words = self.tr(
                "%n change(s) that could not be saved in this file are in a copy of it (%2): %1. What was "
                "done there since is not in here either.",
                "",
                copy.changes,
            )
        self.open_button.setVisible(copy.is_there)
        if not copy.is_there:
            words += " " + self.tr("The copy is not there now: is its disk connected?")
        if older := len(self._copies) - 1:
            words += " " + self.tr("%n older cop(y/ies) will be told of after this one.", "", older)
        return words.replace("%2", time_words(copy.time)).replace("%1", copy.path)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
