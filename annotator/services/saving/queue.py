"""What waits to be written, in order, and when the writer has something to do; within the desk's lock."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Final

from annotator.services.saving.trouble import held_up

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.services.saving.task import Task
    from annotator.services.saving.trouble import Trouble

WATCH_SECONDS: Final = 2.0
"""So often it is looked whether the library's file is still there."""

READING_SECONDS: Final = 0.5
"""So long after a question nothing is done that can wait: after one document the next is opened soon."""


class WriteQueue:
    """Two lines of changes: those of the person go first, those of long work after them.

    Attributes:
        own: changes of the person, the first one stays here until it is done.
        trouble: what keeps all of them waiting.
        is_closing: whether nothing may be added any more.
    """

    def __init__(self, trouble: Trouble, idle_seconds: float) -> None:
        self.own: deque[Task] = deque()
        self.trouble = trouble
        self.is_closing = False
        self._of_jobs: deque[Task] = deque()
        self._idle_seconds = idle_seconds
        self._idle_at: float | None = None
        self._quiet_from = 0.0

    def add_for_job(self, task: Task) -> None:
        """Put a change of long work behind those of the person.

        Raises:
            EnvironmentProblem: those are held up, and it does not wait for them.
        """
        if self.trouble.is_there:
            raise held_up()
        self._of_jobs.append(task)

    def add(self, task: Task) -> None:
        """Put a change of the person behind the others, or before all of them, to be tried now."""
        if task.is_ahead:
            self.own.appendleft(task)
            self.trouble.hurry()
        else:
            self.own.append(task)

    def first(self) -> Task | None:
        """What is to be tried now; what the disk refused is tried alone, and by itself only now and then."""
        if self.trouble.is_there:
            return self.own[0] if self.own and self.trouble.until_trial() == 0.0 else None
        return next(iter(self.own or self._of_jobs), None)

    def is_at_rest(self) -> bool:
        """Whether nothing of the person is under way: all is written, or waits for the next trial."""
        return self.trouble.until_trial() > 0.0 if self.trouble.is_there else not self.own

    def take(self, task: Task) -> bool:
        """The first change is done or refused for good; whether it was the last one of the person."""
        is_own = task in self.own
        (self.own if is_own else self._of_jobs).remove(task)
        self.trouble.over()
        self.rest_for(self._idle_seconds)
        return is_own and not self.own

    def withdraw(self) -> bool:
        """Take the newest labelling out while the disk refuses; False when it may be under way."""
        if not self.trouble.is_there or not self.own or not self.own[-1].in_order:
            return False
        is_first = len(self.own) == 1
        if is_first and (self.own[0].is_in_doubt or self.trouble.until_trial() == 0.0):
            return False
        self.own.pop()
        if is_first:
            self.trouble.hurry()  # nothing waits: is there anything wrong at all?
        return True

    def refuse_jobs(self, error: AnnotatorError) -> None:
        """Nothing of the long work is written."""
        for task in self._of_jobs:
            task.failed(error)
        self._of_jobs.clear()

    # When the writer has something to do

    def heard_question(self) -> None:
        """The screen waits for an answer: what can wait does."""
        self._quiet_from = time.monotonic() + READING_SECONDS

    def rest_for(self, seconds: float) -> None:
        """Nothing that can wait is done for so long."""
        self._idle_at = time.monotonic() + seconds

    def rest_begins(self) -> None:
        """The writer is to begin with what can wait when it has been idle long enough from now on."""
        self.rest_for(self._idle_seconds)

    def take_idle_time(self) -> bool:
        """Whether it is time for what can wait; until the next `rest_for` it is not any more."""
        is_time = self._until_idle() == 0.0
        if is_time:
            self._idle_at = None
        return is_time

    def has_reason(self) -> bool:
        """Whether the writer is to wake up now."""
        return self.first() is not None or self.is_closing or self._until_idle() == 0.0

    def until_look(self) -> float:
        """Seconds after which the writer looks around even if nobody wakes it."""
        idle = self._until_idle()
        times = [WATCH_SECONDS] if idle is None else [WATCH_SECONDS, idle]
        return min(*times, self.trouble.until_trial()) if self.trouble.is_there else min(times)

    def _until_idle(self) -> float | None:
        """Seconds until what can wait may be done; None when there is nothing of it."""
        if self._idle_at is None or self.trouble.is_there:
            return None
        return max(0.0, max(self._idle_at, self._quiet_from) - time.monotonic())
