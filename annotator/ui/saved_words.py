"""What the status line says of saving: never "Saved" while anything on the screen is not in the library."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import EnvironmentProblem
from annotator.ui.failures import words_of
from annotator.ui.i18n import sentence
from annotator.ui.past.days import clock, time_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.errors import AnnotatorError
    from annotator.services.saving.elsewhere import KeptAside
    from annotator.services.saving.hooks import SaveState
    from annotator.ui.main_window import MainWindow
    from annotator.ui.meanwhile import Unsaved


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
        self._is_any_dropped = False
        self._is_from_before = False
        self._told = ""
        self._is_trying = False
        self._kept_aside: KeptAside | None = None
        window.library_desk.kept_aside.connect(self._take_kept_aside)
        window.windows.left_behind.brought_back.connect(self._expect)
        window.windows.left_behind.keeping_changed.connect(self.show)
        window.windows.saving.dropped.connect(self._expect_less)

    def _expect(self, changes: int) -> None:
        """So many changes that could not be saved when the program ended are on their way again."""
        self._refused, self._is_from_before = changes, True

    def _expect_less(self, _step: Unsaved) -> None:
        """One of those that wait will not be in the library: not accepted, or taken back."""
        if self._refused is not None:
            self._refused, self._is_any_dropped = max(0, self._refused - 1), True

    def _take_kept_aside(self, kept: KeptAside | None) -> None:
        self._kept_aside = kept
        self.show()

    def try_again(self) -> None:
        """The person wants it tried now, and to hear how it went."""
        self._is_trying = True
        self._window.failed_strip.note(self.tr("Trying again…"))
        self._window.library_desk.retry()

    def is_of_library(self, error: AnnotatorError) -> bool:
        """Whether the error is that the open library itself cannot be read or written."""
        where = self._window.library_desk.where
        return isinstance(error, EnvironmentProblem) and error.message.values.get("path") == where

    def take_state(self, state: SaveState) -> None:
        """Hear from the desk; that what it refused is saved now is told once."""
        was_failed = self.desk_state is not None and self.desk_state.kind == "failed"
        self.desk_state = state
        if was_failed != (state.kind == "failed"):
            self._window.refresh()
            self._window.flow.telling.library_told()
        if self._is_trying and state.kind == "failed":
            self._is_trying = False
            at = clock(datetime.now(UTC).isoformat())
            note = self.tr("Tried again at %1: it could still not be saved.").replace("%1", at)
            self._window.failed_strip.note(note)
        if state.kind == "failed":
            if self._told and self._window.notice_strip.sentence == self._told:
                self._window.flow.telling.warn("")  # it was said of others than those that fail now
            # Of now: what was told may count one that was taken back since.
            self._refused = max(self._window.library_desk.pending, self._refused or 0)
        elif state.kind == "saved" and self._refused is not None:
            if self._refused or not self._is_any_dropped:
                self._tell_saved(self._refused)
            self._refused, self._is_from_before, self._is_any_dropped = None, False, False
            self._kept_aside, self._is_trying = None, False
        self.show()

    def _tell_saved(self, changes: int) -> None:
        words = self._words_of_saved(changes) if changes else self.tr("The library is there again.")
        telling = self._window.flow.telling
        if self._is_from_before and self._window.notice_strip.sentence:
            telling.warn(f"{self._window.notice_strip.sentence} {words}")
        elif self._is_from_before:
            self._told = words
            telling.assure_briefly(words)
        else:
            telling.tell(words)

    def _words_of_saved(self, changes: int) -> str:
        if self._is_from_before:
            return self.tr("%n change(s) kept when the program ended are saved now.", "", changes)
        return self.tr("%n change(s) that could not be saved before are saved now.", "", changes)

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
        self.desk_state = self._refused = self._kept_aside = None
        self._is_editing = self._is_rereading = self._is_any_dropped = False
        self._window.failed_strip.say("")

    def show(self) -> None:
        """Say it, in the language in force."""
        state = self.desk_state
        if state is not None and state.kind == "failed":
            self._show_failed(state)
            return
        if state is None or state.kind != "saving":  # while it is tried again the strip stands
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
        desk = self._window.library_desk.desk
        lines = [*map(self.words_of_page, desk.others), *lines]
        more = desk.pending - len(lines)
        return [*lines, *([self.tr("%n other change(s)", "", more)] if more > 0 else [])]

    def words_of_page(self, page: str) -> str:
        """What is said of a change that is no labelling, by the page it was made on."""
        words = {
            "label": self.tr("A change beside the article: in a list, a title, a status, or many spans"),
            "label_set": self.tr("A change of the label set"),
            "corpora": self.tr("A change of the corpora"),
            "review": self.tr("A change in Review"),
            "find": self.tr("A change of hits in Find"),
            "figures": self.tr("A change in Figures"),
            "export": self.tr("A change of the kept exports"),
        }
        return words.get(page, self.tr("A change elsewhere"))

    def _show_failed(self, state: SaveState) -> None:
        window = self._window
        pending = window.library_desk.pending
        words = (
            self.tr("Not saved: %n change(s)", "", pending) if pending else self.tr("Nothing can be saved")
        )
        window.status_line.show_state(words, "circle-alert", "bad", announced=True)
        copied = window.windows.copying.held_words()
        why = words_of(state.error) if state.error is not None else ""
        if copied and state.is_lost:
            why = self.tr("The library's file is gone or was replaced.")
        from_before = self.tr("They were kept when the program ended.") if self._is_from_before else ""
        safe = [copied] if copied else [self.safe_words(), self._waiting_words(state), self._kept_words()]
        said = " ".join(filter(None, (f"{words}.", from_before, why, *safe)))
        window.failed_strip.say(
            said, self.lines() if pending else (), has_copy=bool(copied), is_lost=state.is_lost
        )

    def _waiting_words(self, state: SaveState) -> str:
        """What becomes of what waits."""
        if not self._window.library_desk.pending:
            return "" if self._kept_aside else self.tr("What was saved in it can still be read here.")
        if state.is_lost:
            return self.tr(
                "What waits stays in this window, and is saved by itself if the same file is put back."
            )
        return self.tr("Nothing of it is lost: it stays in this window and is tried again by itself.")

    def _kept_words(self) -> str:
        """What a crash would take, when what waits could not even be kept aside."""
        if self._window.windows.left_behind.is_kept or not self._window.flow.saving.waiting:
            return ""
        return self.tr(
            "It could not be kept aside for a crash either: leave the program open until it is saved, or "
            "save a copy elsewhere."
        )

    def safe_words(self) -> str:
        """Which backup holds what, when the library's file is gone; else, or if none is known, ""."""
        kept = self._kept_aside
        if kept is None or self.desk_state is None or not self.desk_state.is_lost:
            return ""
        if kept.is_whole:
            words = self.tr("Everything that was saved is safe in the backup of %1 (File, Backups…).")
        else:
            words = self.tr("The newest backup is of %1 (File, Backups…).")
        return words.replace("%1", time_words(kept.time))
