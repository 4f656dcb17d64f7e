"""A long task under way: how it is stopped, and how it says how far it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from annotator.errors import Cancelled
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable


class Job:
    """The handle of a long task."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the person does not want it any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the task to stop; it ends with `Cancelled` if it can still be taken back."""
        self._cancelled.set()


class Progress:
    """What a long task calls to say how far it is, and to learn that nobody wants it any more."""

    def __init__(self, job: Job, report: Callable[[int, int], None]) -> None:
        self._job = job
        self._report = report

    def __call__(self, done: int, total: int) -> None:
        """Say how far the task is.

        Raises:
            Cancelled: as `check`.
        """
        self.check()
        self._report(done, total)

    def check(self) -> None:
        """Go on, or not.

        Raises:
            Cancelled: the person does not want the task any more.
        """
        if self._job.is_cancelled:
            raise stopped()


def stopped() -> Cancelled:
    """The error of a task that was stopped."""
    return Cancelled(say("Stopped. Nothing of it was kept."))
