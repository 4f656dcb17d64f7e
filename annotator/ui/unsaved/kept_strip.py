"""The strip that tells of changes kept for another file of the library at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from annotator.ui.parts.buttons import Button
from annotator.ui.parts.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.services.saving.left_behind import Note
    from annotator.ui.unsaved.left_behind import LeftBehind


class KeptStrip(Strip):
    """Says which file they belong to; where that one is gone they may be brought in here.

    Closed, it comes again at the next opening: what is kept is never thrown away unasked.

    Attributes:
        bring_button: has them made in the library at hand.
        close_button: leaves them as they are.
    """

    def __init__(self, left_behind: LeftBehind, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._notes: Sequence[Note] = ()
        self.bring_button = Button(small=True)
        self.close_button = Button(small=True)
        self.add_button(self.bring_button)
        self.add_button(self.close_button)
        self.bring_button.clicked.connect(left_behind.bring_in)
        self.close_button.clicked.connect(lambda: self._show([]))
        left_behind.found.connect(self._show)
        self.retranslate()

    def _show(self, notes: Sequence[Note]) -> None:
        self._notes = notes
        self.bring_button.setHidden(all(note.is_there for note in notes))
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.bring_button.setText(self.tr("Bring them in here"))
        self.close_button.setText(self.tr("Not now"))
        self.say(" ".join(self._words_of(note) for note in self._notes))

    def _words_of(self, note: Note) -> str:
        count = len(note.steps)
        if note.place is None:
            return self.tr(
                "%n change(s) are kept that could not be saved in this library; in which of its files they "
                "were made is not known.",
                "",
                count,
            )
        if note.is_there:
            words = self.tr(
                "%n change(s) are kept for another file of this library, %1, and are brought in when that "
                "one is opened.",
                "",
                count,
            )
        else:
            words = self.tr(
                "%n change(s) are kept that could not be saved in %1. That file is not there any more, or "
                "another one has its place; this is a file of the same library.",
                "",
                count,
            )
        return words.replace("%1", note.place.path)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
