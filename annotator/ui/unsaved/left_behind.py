"""Keeps what cannot be saved aside, and sends it when the library is opened again."""

from __future__ import annotations

from threading import Lock, Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.logs import record_failure
from annotator.ui.meanwhile import Unsaved

if TYPE_CHECKING:
    from annotator.services.saving.hooks import SaveState
    from annotator.services.saving.left_behind import LeftStep, Note, Place
    from annotator.ui.library_desk import LibraryDesk
    from annotator.ui.saving import Saving
    from annotator.ui.workbench import LibraryFacts

_PAUSE: Final = 300
"""Milliseconds without another change after which they are written, so that quick hands cost one file."""


class LeftBehind(QObject):
    """Writes the waiting steps into a file of their own while the disk refuses them.

    A program that is killed then, or ended with the session, has them at the next start. A disk that takes
    that file neither is no new failure: all that is not saved is told in the window already.

    Signals:
        brought_back: how many steps of the time before were sent to the library just opened.
        found: a list of notes that were kept for other files of the library just opened; empty when none.
    """

    brought_back = Signal(int)
    found = Signal(object)

    def __init__(self, library: LibraryDesk, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saving = saving
        self._library: str | None = None
        self._place: Place | None = None
        self._found: list[Note] = []
        self._taken: list[Note] = []
        self._has_file = False
        self._lock = Lock()
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._write_beside)
        library.opened.connect(self._opened)
        saving.state_changed.connect(self._take_state)
        saving.kept.connect(lambda *_: self._take_state(saving.state))

    def write(self) -> None:
        """Keep what waits now, at once; nothing when all is saved."""
        self._later.stop()
        if self._saving.waiting or self._has_file:
            self._write(*self._whole())

    def bring_in(self) -> None:
        """The person wants what was kept for files that are gone in the library at hand."""
        notes = [note for note in self._found if not note.is_there]
        self._tell_found([])
        self._take(notes)

    def forget(self) -> None:
        """Keep nothing: the person wants to lose it, or has it elsewhere."""
        self._later.stop()
        if self._has_file:
            self._write(self._library, self._place, [], tuple(self._taken))

    def leave(self) -> None:
        """No library is open any more; what is kept stays for its next opening."""
        self._later.stop()
        self._library, self._place, self._taken, self._has_file = None, None, [], False
        self._tell_found([])

    def _take_state(self, state: SaveState | None) -> None:
        if state is None:
            return
        if state.kind == "failed" and (self._saving.waiting or self._has_file):
            self._later.start()
        elif state.kind == "saved" and not self._saving.waiting:
            self.forget()

    def _opened(self, facts: LibraryFacts) -> None:
        from annotator.services.saving import left_behind

        place = left_behind.place_of(facts.path)
        is_known = self._place is not None and self._place.path == place.path
        if is_known and self._library == facts.uid:  # of a window that joined right now
            self._tell_found(self._found)
            return
        self.leave()
        if facts.is_read_only:
            return
        self._library, self._place = facts.uid, place
        notes = left_behind.kept(facts.uid)
        self._take([note for note in notes if note.place == self._place])
        self._tell_found([note for note in notes if note.place != self._place])

    def _tell_found(self, notes: list[Note]) -> None:
        self._found = notes
        self.found.emit(notes)

    def _take(self, notes: list[Note]) -> None:
        """Send what these notes hold; they go when it is saved, or kept for the library at hand."""
        steps = [step for note in notes for step in note.steps]
        self._taken += notes
        self._has_file = self._has_file or bool(steps)
        for step in steps:
            sent = Unsaved(
                step.document, step.changes, step.summary, step.annotator, step.effort, uid=step.uid
            )
            self._saving.send(sent)
        if steps:
            self.brought_back.emit(len(steps))

    def _steps(self) -> list[LeftStep]:
        from annotator.services.saving.left_behind import LeftStep

        return [
            LeftStep(step.uid, step.document, step.annotator, step.changes, step.summary, step.effort)
            for step in self._saving.waiting
        ]

    def _write_beside(self) -> None:
        Thread(target=self._write, args=self._whole(), name="left behind").start()

    def _whole(self) -> tuple[str | None, Place | None, list[LeftStep], tuple[Note, ...]]:
        """What `_write` needs, as it is now: its thread may still run when another file is open."""
        return self._library, self._place, self._steps(), tuple(self._taken)

    def _write(
        self, library: str | None, place: Place | None, steps: list[LeftStep], taken: tuple[Note, ...]
    ) -> None:
        from annotator.services.saving import left_behind

        if library is None or place is None:
            return
        with self._lock:
            try:
                left_behind.keep(library, place, steps, instead_of=taken)
            except OSError as error:
                record_failure(error)
            else:
                self._has_file = bool(steps)
