"""Keeps on the disk what waits for one opened file of a library, in a thread that no key waits for."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from annotator.logs import record_failure
from annotator.services.saving import left_behind
from annotator.services.saving.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future, ThreadPoolExecutor

    from annotator.services.saving.kept_files import Place
    from annotator.services.saving.left_behind import Note, Refused
    from annotator.services.saving.left_step import LeftStep


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be kept.

    Attributes:
        steps: that wait to be saved, in order.
        refused: that the library did not accept.
        others: pages on which changes were made that wait too and are no labelling; they are only named.
    """

    steps: Sequence[LeftStep] = ()
    refused: Sequence[Refused] = ()
    others: Sequence[str] = ()


class Keeper:
    """Brings the disk to what was wanted last; notes of before whose steps are in that go then.

    A disk that takes it neither is asked again with the next wish.
    """

    def __init__(
        self,
        library: str,
        place: Place,
        refused: Sequence[Note] = (),
        told: Callable[[bool], None] = lambda _: None,
    ) -> None:
        """Keep for `place`; the steps of the notes `refused` are kept there already.

        `told` hears in the keeper's thread, after each trial, whether what was wanted is on the disk.
        """
        self._told = told
        self._library = library
        self._place = place
        self._journal = Journal(library, place)
        self._wanted = Wanted([], [each for note in refused for each in note.refused], [])
        self._refused, self._refused_notes = self._wanted.refused, list(refused)
        self._taken: list[Note] = []
        self._is_done = True
        self._has_failed = False
        self._lock = Lock()
        self._worker: ThreadPoolExecutor | None = None

    def take_over(self, notes: Sequence[Note]) -> None:
        """Have these notes go as soon as what is wanted is on the disk: their steps are in that, or saved."""
        with self._lock:
            self._taken += notes
            self._is_done = self._is_done and not notes

    def want(self, wanted: Wanted) -> None:
        """Have exactly this kept, soon; the disk is not waited for."""
        with self._lock:
            if self._is_done and wanted == self._wanted:
                return
            self._wanted, self._is_done = wanted, False
            if self._worker is None:
                from concurrent.futures import ThreadPoolExecutor  # needed only when the disk refuses

                self._worker = ThreadPoolExecutor(1, "left behind")
            self._worker.submit(self._bring_about).add_done_callback(_note_error)

    def settle(self) -> None:
        """Wait until what is wanted is on the disk, or was refused there."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.shutdown()

    def _bring_about(self) -> None:
        """Keep what is wanted now; of many quick wishes only the last is left to do."""
        with self._lock:
            wanted, taken, is_done = self._wanted, list(self._taken), self._is_done
        if is_done:
            return
        try:
            self._keep_refused(wanted.refused)
            self._journal.hold(wanted.steps, wanted.others)
            left_behind.let_go(taken)
        except OSError as error:
            if not self._has_failed:  # once, not with every key
                record_failure(error)
            self._has_failed = True
            self._told(False)
            return
        self._has_failed = False
        self._told(True)
        with self._lock:
            self._taken = [note for note in self._taken if note not in taken]
            self._is_done = self._wanted is wanted and not self._taken

    def _keep_refused(self, refused: Sequence[Refused]) -> None:
        """First these: a step that was refused goes from its note only when it is kept here."""
        if list(refused) == list(self._refused):
            return
        before = self._refused_notes
        now = [left_behind.keep_refused(self._library, self._place, refused)] if refused else []
        self._refused, self._refused_notes = refused, now
        left_behind.let_go(before)


def _note_error(done: Future[None]) -> None:
    """What nobody expected in the keeper's thread is not lost on the way."""
    error = done.exception()
    if error is not None:
        record_failure(error)
