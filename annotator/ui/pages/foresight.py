"""What would come of an export before it is made: asked as soon as a recipe stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import AnnotatorError, Cancelled
from annotator.ui.pages.export_run import foresee
from annotator.ui.pages.ticket import Tickets

if TYPE_CHECKING:
    from annotator.model.recipe import Recipe
    from annotator.ui.desk import Desk, Job

STILL: Final = 250
"""Milliseconds without another change after which a recipe is looked into."""


class Foreseeing(QObject):
    """Asks beside the window, and gives up what it asked when the recipe changes.

    Signals:
        told: the `Prospect` of the recipe asked about last.
        refused: the `AnnotatorError` that it meets.
    """

    told = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None, *, still: int = STILL) -> None:
        """Ask after `still` milliseconds without another question; 0 asks at once."""
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._asked: tuple[str, Recipe] | None = None
        self._answer: object = None
        self._tickets = Tickets()
        self._timer = QTimer(self, singleShot=True, interval=still)
        self._timer.timeout.connect(self._begin)

    def ask(self, corpus: str, recipe: Recipe) -> None:
        """Look into this recipe, unless it is the one that was asked about last: then tell again."""
        wanted = (corpus, recipe)
        if wanted == self._asked:
            self._tell_again()
            return
        self.forget()
        self._asked = wanted
        if self._timer.interval():
            self._timer.start()
        else:
            self._begin()

    def forget(self) -> None:
        """Give up what was asked; the next question is asked anew."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        self._tickets.draw()
        self._job, self._asked, self._answer = None, None, None

    def _begin(self) -> None:
        if self._asked is None:
            return
        corpus, recipe = self._asked
        job = self._desk.run(
            lambda library, progress: foresee(library, corpus, recipe, progress),
            lambda _done, _total: None,
            self._tickets.mine(self._take),
            self._tickets.mine(self._take),
        )
        self._job = None if self._answer else job

    def _take(self, answer: object) -> None:
        self._job = None
        if not isinstance(answer, Cancelled):
            self._answer = answer
            self._tell_again()

    def _tell_again(self) -> None:
        if isinstance(self._answer, AnnotatorError):
            self.refused.emit(self._answer)
        elif self._answer is not None:
            self.told.emit(self._answer)
