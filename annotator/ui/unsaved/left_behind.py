"""Keeps what cannot be saved aside, and sends it when the library is opened again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.logs import record_failure
from annotator.ui.meanwhile import Unsaved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.errors import AnnotatorError
    from annotator.services.saving.hooks import SaveState
    from annotator.services.saving.keeper import Keeper
    from annotator.services.saving.kept_files import Place, Strange
    from annotator.services.saving.left_behind import Note, Refused
    from annotator.services.saving.left_step import LeftStep
    from annotator.services.saving.newer_copy import NewerCopy
    from annotator.ui.library_desk import LibraryDesk
    from annotator.ui.saving import Saving
    from annotator.ui.workbench import LibraryFacts

SOON: Final = 150
"""Milliseconds that a change may be on its way before it is kept: a disk may also not answer at all."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for the library just opened and is not brought in by itself.

    Attributes:
        here: path of the library's file.
        notes: changes kept for other files of it.
        strange: files that are not understood.
        copies: copies that hold what this file does not, the newest first.
        others: pages on which changes were made that are no labelling, not saved, and lost with the program.
    """

    here: str = ""
    notes: Sequence[Note] = ()
    strange: Sequence[Strange] = ()
    copies: Sequence[NewerCopy] = ()
    others: Sequence[str] = ()


class LeftBehind(QObject):
    """Has the waiting steps in a file of their own while the disk refuses them, or does not answer.

    A program that is killed then, or ended with the session, has them at the next start. What the library
    does not accept then stays kept until the person lets it go.

    Signals:
        brought_back: how many steps of the time before were sent to the library just opened.
        found: `Found`; an empty one when nothing was.
        refused_changed: the steps that are kept because the library did not accept them (`Refused`, a list).
        keeping_changed: whether what waits could be kept aside changed.
        _told: what the keeper tells in its own thread.

    Attributes:
        is_kept: whether what waits lies on a disk, as far as that was tried.
    """

    brought_back = Signal(int)
    found = Signal(object)
    refused_changed = Signal(object)
    keeping_changed = Signal()
    _told = Signal(bool)

    def __init__(self, library: LibraryDesk, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saving = saving
        self._desk = library.desk
        self._library: str | None = None
        self._place: Place | None = None
        self._keeper: Keeper | None = None
        self._found = Found()
        self._steps: dict[str, LeftStep] = {}
        self._refused: dict[str, Refused] = {}
        self._first: Unsaved | None = None
        self.is_kept = True
        self._told.connect(self._take_told)
        self._remembered: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._look_after_first)
        library.opened.connect(self._opened)
        saving.state_changed.connect(self._take_state)
        saving.kept.connect(lambda *_: self._take_kept())
        saving.settled.connect(self._take_settled)

    # What the window tells

    def write(self) -> None:
        """Keep what waits now, and wait until it is on the disk."""
        self._keep(self._saving.waiting, self._desk.others)
        self._settle()

    def forget(self) -> None:
        """Keep nothing of what waits: the person wants to lose it, or has it elsewhere."""
        self._keep([])
        self._settle()

    def all_saved(self) -> None:
        """The library was closed with all in it; what of before has no answer yet may have been refused."""
        self._keep([step for step in self._saving.waiting if step.is_from_before])
        self._settle()
        if self._remembered is not None:  # the copy holds no more than the library after all
            try:
                self._remembered.unlink(missing_ok=True)
            except OSError as error:
                record_failure(error)

    def leave(self) -> None:
        """No library is open any more; what is kept stays for its next opening."""
        self._soon.stop()
        self._settle()
        self.is_kept = True
        self._library = self._place = self._keeper = self._first = self._remembered = None
        self._steps, self._refused = {}, {}
        self._tell_found(Found())
        self.refused_changed.emit([])

    def bring_in(self) -> None:
        """The person wants what was kept for files that are gone in the library at hand."""
        notes = [note for note in self._found.notes if not note.is_there]
        self._tell_found(replace(self._found, notes=()))
        self._take(notes)

    def try_refused_again(self) -> None:
        """Send what the library did not accept once more; it stays kept until it is saved."""
        self._send([each.step for each in self._refused.values()])

    def let_refused_go(self) -> None:
        """The person does not want what the library did not accept any more."""
        self._refused = {}
        self.refused_changed.emit([])
        self._keep(self._saving.waiting)

    # Copies that this file is left for

    def remember_copy(self, path: str, changes: int, *, goes_on: bool) -> None:
        """A copy holds so many changes that this file does not: say so at its next opening.

        The person `goes_on` in it, or closes: then it is only said if these are not saved while closing.
        """
        from annotator.services.saving import newer_copy

        if self._library is not None and self._place is not None:
            try:
                file = newer_copy.remember(self._library, self._place, path, changes)
            except OSError as error:
                record_failure(error)
            else:
                self._remembered = file if changes and not goes_on else None

    def forget_copy(self) -> None:
        """The person knows of the newest copy, or does not need it: the one before it is told, if any."""
        from annotator.services.saving import newer_copy

        try:
            newer_copy.forget(self._found.copies[:1])
        except OSError as error:
            record_failure(error)
        self._tell_found(replace(self._found, copies=self._found.copies[1:]))

    # What happens

    def _take_told(self, is_kept: bool) -> None:
        was_kept, self.is_kept = self.is_kept, is_kept
        if was_kept != is_kept:
            self.keeping_changed.emit()

    def _take_state(self, state: SaveState | None) -> None:
        if state is None:
            return
        if state.kind == "failed":
            self._keep(self._saving.waiting, self._desk.others)
        elif state.kind == "saved" and not self._saving.waiting:
            self._keep([])

    def _take_kept(self) -> None:
        """A change was made: kept at once while the disk refuses, else if it does not arrive soon."""
        state, waiting = self._saving.state, self._saving.waiting
        if state is not None and state.kind == "failed":
            self._keep(waiting, self._desk.others)
        elif waiting and not self._soon.isActive():
            self._first = waiting[0]
            self._soon.start()

    def _look_after_first(self) -> None:
        waiting = self._saving.waiting
        if any(step is self._first for step in waiting):
            self._keep(waiting, self._desk.others)
        elif waiting:
            self._take_kept()

    def _take_settled(self, step: Unsaved, error: AnnotatorError | None) -> None:
        """A step of before is saved, or the library does not accept it."""
        from annotator.services.saving.left_behind import Refused

        if not step.is_from_before or self._keeper is None:
            return
        if error is not None:
            left = self._steps.get(step.uid) or _left(step)
            self._refused[step.uid] = Refused(left, error.message)
        elif self._refused.pop(step.uid, None) is None:
            return
        self.refused_changed.emit(list(self._refused.values()))

    def _opened(self, facts: LibraryFacts) -> None:
        from annotator.services.saving import left_behind, newer_copy, room
        from annotator.services.saving.keeper import Keeper
        from annotator.services.saving.kept_files import place_of

        place = place_of(facts.path)
        if self._place is not None and self._place.path == place.path and self._library == facts.uid:
            self._tell_found(self._found)  # of a window that joined right now
            self.refused_changed.emit(list(self._refused.values()))
            return
        self.leave()
        if facts.is_read_only:
            return
        self._library, self._place = facts.uid, place
        room.hold()
        found = left_behind.look(facts.uid)
        refused = [note for note in found.refused if note.place == place or not note.is_there]
        self._keeper = Keeper(facts.uid, place, refused, self._told.emit)
        self._refused = {each.step.uid: each for note in refused for each in note.refused}
        self.refused_changed.emit(list(self._refused.values()))
        own = [note for note in found.notes if note.place == place]
        self._take(own)
        notes = [note for note in found.notes if note.place != place and note.steps]
        copies = newer_copy.known(facts.uid, place)
        lost = [page for note in own for page in note.others]
        self._tell_found(Found(place.path, notes, found.strange, copies, lost))

    def _tell_found(self, found: Found) -> None:
        self._found = found
        self.found.emit(found)

    def _take(self, notes: Sequence[Note]) -> None:
        """Send what these notes hold; they go when it is saved, or kept for the library at hand."""
        if self._keeper is not None and notes:
            self._keeper.take_over(notes)
            self._send([step for note in notes for step in note.steps])

    def _send(self, steps: Sequence[LeftStep]) -> None:
        if steps:
            self.brought_back.emit(len(steps))
        for left in steps:
            self._steps[left.uid] = left
            step = Unsaved(left.document, left.changes, left.summary, left.annotator, left.effort, left.uid)
            step.is_from_before = True
            self._saving.send(step)

    # Keeping

    def _keep(self, waiting: Sequence[Unsaved], others: Sequence[str] = ()) -> None:
        from annotator.services.saving.keeper import Wanted

        self._soon.stop()
        if self._keeper is not None:
            self._steps = {step.uid: self._steps.get(step.uid) or _left(step) for step in waiting}
            steps, refused = list(self._steps.values()), list(self._refused.values())
            self._keeper.want(Wanted(steps, refused, list(others)))

    def _settle(self) -> None:
        if self._keeper is not None:
            self._keeper.settle()


def _left(step: Unsaved) -> LeftStep:
    from annotator.services.saving.left_step import LeftStep

    return LeftStep(step.uid, step.document, step.annotator, step.changes, step.summary, step.effort)
