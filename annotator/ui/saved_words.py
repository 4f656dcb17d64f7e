"""What the status line says of saving: never "Saved" while anything on the screen is not in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.failures import words_of

if TYPE_CHECKING:
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

    def take_state(self, state: SaveState) -> None:
        """Hear from the desk."""
        self.desk_state = state
        self.show()

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
        self.desk_state = None
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

    def _show_failed(self, state: SaveState) -> None:
        words = self.tr("Not saved: %n change(s)", "", max(1, state.pending))
        self._window.status_line.show_state(words, "circle-alert", "bad", announced=True)
        why = words_of(state.error) if state.error is not None else ""
        self._window.failed_strip.say(f"{words}. {why}")
