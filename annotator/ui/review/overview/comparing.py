"""The layers of many documents compared beside the window; what is known so far is told piece by piece."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from annotator.ui.find.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.overview import RowFigures
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk

_FIRST: Final = 40
"""So many documents are compared at once, for the first screen, before anything else begins."""
_PIECE: Final = 250


class Comparing(QObject):
    """Compares documents in the background; a new wish ends the one before.

    Signals:
        arrived: uid of a document -> `RowFigures`, of one piece.
        progressed: how many documents of how many were compared.
        finished: all were.
        failed: an `AnnotatorError`.
    """

    arrived = Signal(object)
    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = Latest(desk, self)
        self._ready: deque[dict[str, RowFigures]] = deque()

    @property
    def is_busy(self) -> bool:
        """Whether something is still to come."""
        return self._asked.is_busy

    def stop(self) -> None:
        """Want nothing any more."""
        self._asked.stop()

    def compare(self, documents: Sequence[str], annotators: tuple[str, ...] = ()) -> None:
        """Compare these documents in this order; `annotators` as in `ReviewFilter`."""
        # Each wish has a list of its own: a piece of the one before may be under way in its thread.
        ready: deque[dict[str, RowFigures]] = deque()
        self._ready, wanted = ready, list(documents)

        def work(library: Library, progress: Progress) -> None:
            from annotator.services.find.apart import counting

            ready.append(library.review.figures_of(wanted[:_FIRST], annotators))
            progress(min(_FIRST, len(wanted)), len(wanted))
            if len(wanted) <= _FIRST:
                return
            with counting(library, progress) as counted:
                for begin in range(_FIRST, len(wanted), _PIECE):
                    ready.append(counted.review.figures_of(wanted[begin : begin + _PIECE], annotators))
                    progress(min(begin + _PIECE, len(wanted)), len(wanted))

        self._asked.ask(work, lambda _: self._end(), self.failed.emit, self._progress)

    def _progress(self, done: int, total: int) -> None:
        self._hand_over()
        self.progressed.emit(done, total)

    def _end(self) -> None:
        self._hand_over()
        self.finished.emit()

    def _hand_over(self) -> None:
        while self._ready:
            self.arrived.emit(self._ready.popleft())
