"""The desk: brings the window's wishes to the library and the answers back; no one waits for the disk.

One writer thread opens the library and makes every change, in order, one commit each. One reader thread
answers the screen. Long work (import, export) has a thread of its own and asks the writer for its one
write. Nothing here knows Qt: `deliver` brings a call to the thread of the window.

The rule of a failed write: when the disk refuses (`EnvironmentProblem`), the queue stops where it is and
nothing later is sent ahead; the same change is sent again by itself, later and later, and at once by `retry`.
What can be painted and sent at any time waits behind it; any other wish is refused until it is saved. A
refusal by the rules (`UserError`) concerns only its own change: it is handed to `failed`, and the queue goes
on. The library's file is looked at every two seconds, for it may be gone before anything is saved.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from annotator.errors import (
    AnnotatorError,
    Cancelled,
    DamagedError,
    EnvironmentProblem,
    OutcomeUnknownError,
    UserError,
)
from annotator.logs import record_failure
from annotator.messages import say
from annotator.services.saving.hooks import SaveState
from annotator.services.saving.job import Job, Progress, stopped
from annotator.services.saving.queue import WriteQueue
from annotator.services.saving.task import Task, unseen
from annotator.services.saving.trouble import Trouble, held_up, made_after_all
from annotator.services.saving.watching import keep_aside, loss_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.services.saving.hooks import Hooks

    Opener = Callable[[str], Library]
    Failed = Callable[[AnnotatorError], None]

T = TypeVar("T")

IDLE_SECONDS: Final = 2.0
"""So long after the last write the library tidies its log, so that a copy of the idle file is complete."""

_REST_SHARE: Final = 3
"""A piece of work that can wait is followed by a rest so many times as long, for the window's sake."""

PAINT_SECONDS: Final = 0.012
"""So long the writer leaves the interpreter to the window after a change, which paints it meanwhile."""


def only_reads(path: str) -> UserError:
    """The error of a change of a library that was opened for reading."""
    return UserError(
        say("{path} is open for reading only, so nothing can be changed in it.", path=path),
    )


class Desk:
    """The threads around one library; see the module for the rules."""

    def __init__(
        self,
        where: str,
        deliver: Callable[[Callable[[], None]], None],
        hooks: Hooks,
        opener: Opener | None = None,
        idle_seconds: float = IDLE_SECONDS,
        trouble: Trouble | None = None,
    ) -> None:
        self._where = where
        self._deliver = deliver
        self._hooks = hooks
        self._opener = opener or _open_library
        self._idle_seconds = idle_seconds
        self._library: Library | None = None
        self._wake = threading.Condition()
        self._writes = WriteQueue(trouble or Trouble(), idle_seconds)
        self._reads: deque[Task] = deque()
        self._jobs: dict[Job, threading.Thread] = {}
        self._is_open = False
        self._is_lost = False
        self._writer = threading.Thread(target=self._be_writer, name="library writer", daemon=True)
        self._reader = threading.Thread(target=self._be_reader, name="library reader", daemon=True)

    @property
    def pending(self) -> int:
        """Changes of the person that are not committed yet."""
        return len(self._writes.own)

    def start(self) -> None:
        """Open the library in the background; `opened` or `not_opened` tells how it went."""
        self._writer.start()
        self._reader.start()

    def write(
        self,
        task: Callable[[Library], Outcome[T]],
        done: Callable[[Outcome[T]], None] | None = None,
        failed: Failed | None = None,
        *,
        in_order: bool = False,
        ahead: bool = False,
    ) -> None:
        """Queue one change; `done` comes after its commit, `failed` if the rules refused it.

        One that is painted already and made once however often it is sent may wait `in_order` behind what the
        disk refused, where any other is refused too. A repair is tried `ahead` of that, and does not wait.
        Into a library that was opened for reading nothing ever can be written: it is refused, and waits not.
        """
        with self._wake:
            if self._library is not None and not self._library.store.was_writable:
                self._told(failed)(only_reads(str(self._library.path)))
                return
            error = self._writes.trouble.error
            if error is not None and not (in_order or ahead):
                self._told(failed)(held_up())
                return
            not_before = time.monotonic() + PAINT_SECONDS
            answers = self._written(done), self._told(failed)
            self._writes.add(Task(task, *answers, not_before, in_order, is_ahead=ahead))
            if error is not None:
                self._tell_state("failed", error)
            elif self.pending == 1:
                self._tell_state("saving")  # while the writer cannot have told the end of it yet
            self._wake.notify_all()

    def read(
        self,
        task: Callable[[Library], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Queue one question; answers come in the order of the questions."""
        with self._wake:
            self._reads.append(Task(task, self._told(done), self._told(failed)))
            self._writes.heard_question()
            self._wake.notify_all()

    def run(
        self,
        task: Callable[[Library, Progress], T],
        progress: Callable[[int, int], None],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Job:
        """Start long work in a thread of its own; exactly one of `done` and `failed` comes at its end.

        Args:
            task: gets the library, and the progress that it calls with (done, total) often.
            progress: what that was called with.
            done: the task's value.
            failed: the error; `Cancelled` when the person stopped it.
        """
        job = Job()
        told = Progress(job, lambda now, total: self._deliver(lambda: progress(now, total)))
        whole = Task(lambda library: task(library, told), self._told(done), self._told(failed))
        thread = threading.Thread(target=self._be_job, args=(job, whole), name="library job", daemon=True)
        with self._wake:
            self._jobs[job] = thread
        thread.start()
        return job

    def write_for_job(self, work: Callable[[], Outcome[T]]) -> Outcome[T]:
        """Do this in the writer thread, behind the changes of the person, and wait for it.

        Raises:
            AnnotatorError: what the write raised; `Cancelled` when the desk closes.
        """
        answers: list[Outcome[T]] = []
        errors: list[AnnotatorError] = []
        ended = threading.Event()

        def keep(outcome: Outcome[T]) -> None:
            answers.append(outcome)
            ended.set()

        def refuse(error: AnnotatorError) -> None:
            errors.append(error)
            ended.set()

        with self._wake:
            if self._writes.is_closing:
                raise stopped()
            self._writes.add_for_job(Task(lambda _: work(), keep, refuse))
            self._wake.notify_all()
        ended.wait()
        if errors:
            raise errors[0]
        self._deliver(lambda: self._hooks.changed(answers[0]))
        return answers[0]

    def retry(self) -> None:
        """Send the change that failed again, and after it those that waited."""
        with self._wake:
            self._writes.trouble.hurry()
            if self.pending:
                self._tell_state("saving")
            self._wake.notify_all()

    def withdraw(self) -> bool:
        """Take the newest change out of those that wait; False when that may be too late."""
        with self._wake:
            is_taken = self._writes.withdraw()
            if is_taken and self._writes.trouble.error is not None:
                self._tell_state("failed", self._writes.trouble.error)
            self._wake.notify_all()
            return is_taken

    def settle(self, timeout: float) -> bool:
        """Wait until nothing is under way any more; whether all is saved then."""
        with self._wake:
            self._wake.wait_for(self._writes.is_at_rest, timeout)
            return self._writes.is_at_rest() and not self._writes.trouble.is_there

    def waiting(self) -> list[Callable[[Library], object]]:
        """What is not saved yet, in order, to be done with a copy of the library."""
        with self._wake:
            return [task.work for task in self._writes.own]

    def close(self, timeout: float = 10.0) -> int:
        """End: stop long work, write what waits, close the library; gives the number of changes not saved.

        What the disk refused before is tried once more.
        """
        deadline = time.monotonic() + timeout
        with self._wake:
            self._writes.is_closing = True
            self._writes.trouble.hurry()
            for job in self._jobs:
                job.cancel()
            threads = [*self._jobs.values(), self._reader, self._writer]
            self._wake.notify_all()
        for thread in threads:
            if thread.ident is not None:
                thread.join(max(0.0, deadline - time.monotonic()))
        return self.pending

    # The writer's thread

    def _be_writer(self) -> None:
        library = self._open()
        if library is None:
            return
        while (task := self._next_write(library)) is not None:
            self._do_write(library, task)
        for thread in [*self._jobs.values(), self._reader]:
            thread.join()
        self._back_up(library)
        closing = Task(lambda closed: closed.close(), unseen, self._hooks.warned)
        closing.answer(*closing.attempt(library))

    def _back_up(self, library: Library) -> None:
        """Leave a copy behind if one is due; what fails with it may not keep the library from closing."""
        if not library.is_read_only:
            whole = Task(lambda closing: closing.backups.if_due(), unseen, self._hooks.warned)
            whole.answer(*whole.attempt(library))

    def _open(self) -> Library | None:
        try:
            library = self._opener(self._where)
        except AnnotatorError as error:
            self._give_up(error)
            return None
        except Exception as error:  # noqa: BLE001  (a border: the thread must answer)
            self._give_up(AnnotatorError(record_failure(error)))
            return None
        library.serve_window(self.write_for_job)
        with self._wake:
            self._library = library
            self._is_open = True
            self._writes.rest_begins()
            self._wake.notify_all()
        self._deliver(lambda: self._hooks.opened(library))
        if library.is_frozen:
            self._told(self._hooks.frozen)(DamagedError(library.warnings[-1]))
        for warning in library.warnings:
            self._told(self._hooks.warned)(EnvironmentProblem(warning))
        if not library.is_read_only:
            self.run(self._look_after, unseen, unseen, self._looked_badly)
        return library

    def _look_after(self, library: Library, progress: Progress) -> None:
        """A while after opening, when the window has painted all: is the library sound, is a copy due?"""
        with self._wake:
            self._wake.wait_for(lambda: self._writes.is_closing, self._idle_seconds)
        try:
            library.checking.in_background(progress)
        except EnvironmentProblem:
            if library.is_read_only or loss_of(library) is None:
                raise
            return  # the file is gone, and whoever watches it says so
        library.backups.require_folder()  # on closing nobody is there to be told

    def _looked_badly(self, error: AnnotatorError) -> None:
        if self._library is not None and self._library.is_read_only:
            self._hooks.frozen(error)
        elif not isinstance(error, Cancelled):
            self._hooks.warned(error)

    def _give_up(self, error: AnnotatorError) -> None:
        with self._wake:
            self._writes.is_closing = True
            self._wake.notify_all()
        self._deliver(lambda: self._hooks.not_opened(error))

    def _next_write(self, library: Library) -> Task | None:
        """The next change, which stays in its queue until it is done; None at the end."""
        while True:
            with self._wake:
                writes = self._writes
                self._wake.wait_for(writes.has_reason, writes.until_look())
                if (task := writes.first()) is not None:
                    self._let_paint(task)
                    return task
                if writes.is_closing:
                    writes.refuse_jobs(stopped())
                    return None
                is_idle = writes.take_idle_time()
            if is_idle:
                self._be_idle(library)
            self._look_whether_there(library)

    def _look_whether_there(self, library: Library) -> None:
        """Say at once that the library's file is gone, or there again, and not with the next change only."""
        error = loss_of(library)
        with self._wake:
            trouble = self._writes.trouble
            if self.pending:  # their next trial finds out, which comes at once if things changed
                if self._is_lost and (
                    error is None or trouble.error is None or error.message != trouble.error.message
                ):
                    trouble.hurry()
                return
            known, is_asked = trouble.error, trouble.is_hurried
            if error is None:
                trouble.over()
            else:
                trouble.met(error)
        if known is not None and error is None:
            self._is_lost = False
            self._tell_state("saved")
        elif error is not None and (is_asked or known is None or known.message != error.message):
            self._look_after_loss(is_lost=True)
            self._tell_state("failed", error)

    def _look_after_loss(self, *, is_lost: bool) -> None:
        """What is still held of a library whose file is gone goes into a backup at once."""
        was_lost, self._is_lost = self._is_lost, is_lost
        if is_lost and not was_lost:
            self.run(keep_aside, unseen, self._hooks.kept_aside, unseen)

    def _be_idle(self, library: Library) -> None:
        """Do what can wait piece by piece, so that a change never waits for it; then tidy up.

        What fails with it is left for later: the next change tells what is wrong.
        """
        began = time.monotonic()
        error, is_more = Task(lambda idling: idling.leisure(), unseen, unseen).attempt(library)
        if error is None and is_more:
            self._writes.rest_for(_REST_SHARE * (time.monotonic() - began))
        else:
            library.idle()

    def _let_paint(self, task: Task) -> None:
        while not self._writes.is_closing and (rest := task.not_before - time.monotonic()) > 0:
            self._wake.wait(rest)

    def _do_write(self, library: Library, task: Task) -> None:
        error, outcome = self._attempt_write(task, library)
        if isinstance(error, EnvironmentProblem) and task in self._writes.own and not task.is_ahead:
            self._look_after_loss(is_lost=loss_of(library) is not None)
            self._meet(task, error)
            return
        with self._wake:
            was_held_up, self._is_lost = self._writes.trouble.is_there, False
            is_last = self._writes.take(task)
            self._wake.notify_all()
        task.answer(error, outcome)
        if is_last:
            self._tell_state("saved")
        elif was_held_up:
            self._tell_state("saving")

    def _attempt_write(self, task: Task, library: Library) -> tuple[AnnotatorError | None, Any]:
        """As `Task.attempt`; what may have been kept already is looked up first, unless it is made once."""
        if task.is_in_doubt and not task.in_order:
            try:
                if library.store.was_kept():
                    return made_after_all(), None
            except EnvironmentProblem as error:
                return error, None
        return task.attempt(library)

    def _meet(self, task: Task, error: EnvironmentProblem) -> None:
        """The disk refused a change of the person: it waits, and so does all behind it."""
        with self._wake:
            task.is_in_doubt = isinstance(error, OutcomeUnknownError)
            self._writes.trouble.met(error)
            self._writes.refuse_jobs(held_up())
            self._wake.notify_all()
        self._tell_state("failed", error)

    # The reader's thread and those of long work

    def _be_reader(self) -> None:
        while True:
            with self._wake:
                while not self._writes.is_closing and not (self._reads and self._is_open):
                    self._wake.wait()
                if self._writes.is_closing or self._library is None:
                    return
                task, library = self._reads.popleft(), self._library
            task.answer(*task.attempt(library))

    def _be_job(self, job: Job, task: Task) -> None:
        with self._wake:
            while not self._is_open and not self._writes.is_closing:
                self._wake.wait()
            library = self._library
        if library is not None and not job.is_cancelled:
            task.answer(*task.attempt(library))
        else:
            task.failed(stopped())
        with self._wake:
            del self._jobs[job]

    # Bringing answers to the window

    def _told(self, receiver: Callable[[Any], None] | None) -> Callable[[Any], None]:
        def tell(value: object) -> None:
            if receiver is not None:
                self._deliver(lambda: receiver(value))

        return tell

    def _written(self, done: Callable[[Outcome[T]], None] | None) -> Callable[[Outcome[T]], None]:
        def tell(outcome: Outcome[T]) -> None:
            if done is not None:
                self._deliver(lambda: done(outcome))
            self._deliver(lambda: self._hooks.changed(outcome))
            for warning in outcome.warnings:
                self._told(self._hooks.warned)(EnvironmentProblem(warning))

        return tell

    def _tell_state(
        self, kind: Literal["saved", "saving", "failed"], error: AnnotatorError | None = None
    ) -> None:
        state = SaveState(kind, self.pending, error, is_lost=self._is_lost and kind == "failed")
        self._deliver(lambda: self._hooks.save_state(state))


def _open_library(where: str) -> Library:
    # SQLAlchemy costs more than Qt: it is loaded here, in the writer's thread, after the first paint.
    from annotator.services.library import open_library

    return open_library(where)
