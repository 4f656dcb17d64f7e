"""The strip that tells of changes kept for another file of the library, or in a file nobody understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal

from annotator.ui.parts.buttons import Button
from annotator.ui.parts.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.services.saving.kept_files import Strange
    from annotator.services.saving.left_behind import Note
    from annotator.ui.unsaved.left_behind import Found, LeftBehind


class KeptStrip(Strip):
    """Says which file they belong to; where that one is gone they may be brought in here.

    Closed, it comes again at the next opening: what is kept is never thrown away unasked.

    Signals:
        focus_lost: it goes while it has the focus.

    Attributes:
        bring_button: has them made in the library at hand.
        close_button: leaves them as they are.
    """

    focus_lost = Signal()

    def __init__(self, left_behind: LeftBehind, named: Callable[[str], str]) -> None:
        """Show what `left_behind` finds; `named` says in words what kind of change one of a page is."""
        super().__init__("warn")
        self._named = named
        self._found: Found | None = None
        self.bring_button = Button(small=True)
        self.close_button = Button(small=True)
        for button in (self.bring_button, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
            self.add_button(button)
        self.bring_button.clicked.connect(left_behind.bring_in)
        self.close_button.clicked.connect(lambda: self._show(None))
        left_behind.found.connect(self._show)
        self.retranslate()

    def _show(self, found: Found | None) -> None:
        self._found = found
        if self.isAncestorOf(self.window().focusWidget()):
            self.focus_lost.emit()
        self.bring_button.setHidden(found is None or all(note.is_there for note in found.notes))
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.bring_button.setText(self.tr("Bring them in here"))
        self.close_button.setText(self.tr("Not now"))
        found = self._found
        if found is None:
            self.say("")
            return
        words = [self._words_of_lost(found.others)] if found.others else []
        words += [self._words_of(note, found.here) for note in found.notes]
        self.say(" ".join([*words, *(self._words_of_strange(each) for each in found.strange)]))

    def _words_of(self, note: Note, here: str) -> str:
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
        elif note.place.path == here:
            words = self.tr(
                "%n change(s) are kept that could not be saved before this file was put in the place of the "
                "one they were made in. They are safe, and may fit here too.",
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

    def _words_of_lost(self, pages: Sequence[str]) -> str:
        words = self.tr(
            "When the program ended, %n more change(s) were not saved and are not in this library; do them "
            "again: %1.",
            "",
            len(pages),
        )
        return words.replace("%1", "; ".join(self._named(page) for page in pages))

    def _words_of_strange(self, strange: Strange) -> str:
        if strange.is_newer:
            words = self.tr(
                "A newer version of the program kept changes for this library in %1. They are left as they "
                "are; open the library with that version."
            )
        else:
            words = self.tr(
                "Something was kept for this library that is damaged and could not be brought in, or not all "
                "of it. Not a byte of it was changed; it lies in %1."
            )
        return words.replace("%1", str(strange.file))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
