"""Closing what has no differences: beside the person's work, told of in the status line, stopped there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from annotator.errors import Cancelled
from annotator.ui.i18n import sentence
from annotator.ui.job_line import JobWords
from annotator.ui.review.overview.words import OverviewWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.outcome import Outcome
    from annotator.model.rulings import Premerged
    from annotator.ui.desk import Job
    from annotator.ui.review.shared import Shared

_JOB: Final = "closing"


class Closing(QObject):
    """One such work at a time.

    Signals:
        turned: it began, or it ended in whatever way.
    """

    turned = Signal()

    def __init__(self, shared: Shared, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._job: Job | None = None
        self.is_under_way = False

    def begin(self, documents: Sequence[str]) -> None:
        """Close these documents (uids), unless others are being closed."""
        if self.is_under_way:
            return
        self.is_under_way = True
        self._progressed(0, 0)
        self.turned.emit()
        self._job = self._shared.desk.run(
            lambda library, progress: library.review.close_beside(documents, progress),
            self._progressed,
            self._done,
            self._failed,
        )

    def stop(self) -> None:
        """Ask it to end with nothing done."""
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, done: int, total: int) -> None:
        if self.is_under_way:
            told = JobWords(lambda: (OverviewWords().closing(done, total), self.tr("Stop")), self.stop)
            self._shared.job_told.emit(_JOB, told)

    def _done(self, outcome: Outcome[Premerged]) -> None:
        self._end()
        self._shared.said.emit(OverviewWords().closed(outcome.value.finished))

    def _failed(self, error: AnnotatorError) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._shared.said.emit(sentence(error.message))
        else:
            self._shared.failed.emit(error)

    def _end(self) -> None:
        self.is_under_way, self._job = False, None
        self._shared.job_told.emit(_JOB, None)
        self.turned.emit()
