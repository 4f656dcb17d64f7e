"""Long questions of which only the last one counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError, Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk, Job

T = TypeVar("T")


class Latest(QObject):
    """Asks beside the queue; a new question stops the one before, whose answer is dropped."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._number = 0

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def stop(self) -> None:
        """Want no answer any more."""
        self._number += 1
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def ask(
        self,
        task: Callable[[Library, Progress], T],
        done: Callable[[T], None],
        failed: Callable[[AnnotatorError], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """Ask; `done`, `failed` and `progress` are called only while this is the last question.

        A task that was stopped calls nothing.
        """
        self.stop()
        number = self._number
        ended: list[bool] = []

        def told(now: int, total: int) -> None:
            if progress is not None and number == self._number:
                progress(now, total)

        def answered(value: T) -> None:
            ended.append(True)
            if number == self._number:
                self._job = None
                done(value)

        def refused(error: AnnotatorError) -> None:
            ended.append(True)
            if number == self._number:
                self._job = None
                if failed is not None and not isinstance(error, Cancelled):
                    failed(error)

        job = self._desk.run(task, told, answered, refused)
        if not ended and number == self._number:
            self._job = job
