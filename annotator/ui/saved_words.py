"""What the status line says of saving: never "Saved" while anything on the screen is not in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.failures import words_of
from annotator.ui.i18n import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.services.desk import SaveState
    from annotator.ui.main_window import MainWindow


class SavedWords(QObject):
    """Joins what the desk knows with what only the window knows.

    Attributes:
        desk_state: what the desk told last, None when no library is open.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.desk_state: SaveState | None = None
        self._is_editing = False
        self._is_rereading = False
        self._refused: int | None = None
        self._is_from_before = False
        window.windows.left_behind.brought_back.connect(self._expect)

    def _expect(self, changes: int) -> None:
        """So many changes that could not be saved when the program ended are on their way again."""
        self._refused, self._is_from_before = changes, True

    def take_state(self, state: SaveState) -> None:
        """Hear from the desk; that what it refused is saved now is told once."""
        was_failed = self.desk_state is not None and self.desk_state.kind == "failed"
        self.desk_state = state
        if was_failed != (state.kind == "failed"):
            self._window.refresh()
        if state.kind == "failed":
            self._refused = max(state.pending, self._refused or 0)
        elif state.kind == "saved" and self._refused is not None:
            self._tell_saved(self._refused)
            self._refused, self._is_from_before = None, False
        self.show()

    def _tell_saved(self, changes: int) -> None:
        if changes:
            words = self.tr("%n change(s) that could not be saved before are saved now.", "", changes)
        else:
            words = self.tr("The library is there again.")
        telling = self._window.flow.telling
        if self._is_from_before:
            telling.warn(" ".join(filter(None, (self._window.notice_strip.sentence, words))))
        else:
            telling.tell(words)

    def set_editing(self, editing: bool) -> None:
        """Something is being typed that was not handed over yet."""
        self._is_editing = editing
        self.show()

    def set_rereading(self, rereading: bool) -> None:
        """The article still shows something that was refused."""
        self._is_rereading = rereading
        self.show()

    def forget(self) -> None:
        """No library is open any more."""
        self.desk_state = self._refused = None
        self._is_editing = self._is_rereading = False
        self._window.failed_strip.say("")

    def show(self) -> None:
        """Say it, in the language in force."""
        state = self.desk_state
        if state is not None and state.kind == "failed":
            self._show_failed(state)
            return
        self._window.failed_strip.say("")
        line, facts = self._window.status_line, self._window.flow.workbench.library
        if facts is None or self._window.page == "opening":
            return
        if self._is_rereading:
            line.show_state(self.tr("Not kept; reading it again…"), "circle-alert", "bad", announced=True)
        elif self._window.library_desk.pending or self._window.flow.saving.waiting:
            # What the desk told last may be older, or ahead of the answer that a step was refused.
            line.show_state(self.tr("Saving…"), "refresh-cw", "muted")
        elif self._window.place.session.grabbing.guess is not None:
            line.show_state(self.tr("Not saved yet"), "pencil", "muted")
        elif self._is_editing:
            line.show_state(self.tr("Note not saved yet"), "pencil", "muted")
        elif facts.is_read_only:
            line.show_state(self.tr("Open for reading"), "lock", "muted")
        else:
            line.show_state(self.tr("Saved"), "check", "ok")

    def lines(self) -> Sequence[str]:
        """What is not saved, a sentence for each change, as far as the window made it itself."""
        steps = self._window.windows.saving.waiting
        lines = [sentence(step.summary) for step in steps if step.summary is not None]
        desk, words = self._window.library_desk.desk, self._words_of_pages()
        lines = [*(words.get(page, self.tr("A change elsewhere")) for page in desk.others), *lines]
        more = desk.pending - len(lines)
        return [*lines, *([self.tr("%n other change(s)", "", more)] if more > 0 else [])]

    def _words_of_pages(self) -> dict[str, str]:
        """What is said of a change that is no labelling, by the page it was made on."""
        return {
            "label": self.tr("A change beside the article: in a list, a title, a status, or many spans"),
            "label_set": self.tr("A change of the label set"),
            "corpora": self.tr("A change of the corpora"),
            "review": self.tr("A change in Review"),
            "find": self.tr("A change of hits in Find"),
            "figures": self.tr("A change in Figures"),
            "export": self.tr("A change of the kept exports"),
        }

    def _show_failed(self, state: SaveState) -> None:
        window = self._window
        pending = window.library_desk.pending
        words = self.tr("Not saved: %n change(s)", "", pending) if pending else self.tr("Not on the disk")
        window.status_line.show_state(words, "circle-alert", "bad", announced=True)
        why = words_of(state.error) if state.error is not None else ""
        copied = window.windows.copying.held_words()
        if copied:
            held = copied
        elif pending:
            held = self.tr("Nothing of it is lost: it stays in this window and is tried again by itself.")
        else:
            held = self.tr("What was saved in it can still be read here.")
        said = " ".join(filter(None, (f"{words}.", why, held)))
        window.failed_strip.say(said, self.lines() if pending else (), has_copy=bool(copied))
