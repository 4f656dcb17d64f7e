"""Undo and redo over the one line of steps, with a warning before a step that lies elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.outcome import Outcome, StepInfo, Undone

if TYPE_CHECKING:
    from annotator.services.library import Library
    from annotator.ui.desk import Desk


class Undoing(QObject):
    """Takes steps back and makes them again.

    A step outside the open document, or in several ones, is only announced at the first wish; the second
    wish does it. So is the first one after the bin was emptied, which undo passes by: the person is told.
    Any other act in between makes the next wish a first one again. What was taken back just now is made
    again at the first wish, and the other way round.

    Signals:
        announced: `StepInfo` and whether it is a redo: what the next wish would do.
        undone: `Undone` and whether it was a redo.
        nothing_left: whether it was a redo that had nothing to do.
        failed: an `AnnotatorError`.

    Attributes:
        asked_in: uid of the document that was open at the wish that is being answered; None if none was.
    """

    announced = Signal(object, bool)
    undone = Signal(object, bool)
    nothing_left = Signal(bool)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._announced: tuple[int, bool, str | None] | None = None
        self.asked_in: str | None = None

    def forget(self) -> None:
        """Let the next wish be a first one: something else happened meanwhile."""
        self._announced = None

    def promise(self, step: int | None, document: str | None) -> None:
        """The person was just told that the next wish takes back this step: it does so without asking.

        That holds as long as `document` is the open one.
        """
        self._announced = None if step is None else (step, False, document)

    def undo(self, document: str | None, *, rulings_first: bool = False) -> None:
        """Take the newest step back; `document` is the uid of the open one.

        With `rulings_first` the last ruling goes before what opening documents took into gold since.
        """
        self._wish(document, redo=False, rulings_first=rulings_first)

    def redo(self, document: str | None) -> None:
        """Make the step that was taken back last again."""
        self._wish(document, redo=True)

    def _wish(self, document: str | None, *, redo: bool, rulings_first: bool = False) -> None:
        confirmed = self._announced

        def task(library: Library) -> Outcome[StepInfo | Undone | None]:
            history = library.history
            step = history.next_redo() if redo else history.next_undo(rulings_first=rulings_first)
            passed = None if redo else history.passed_by()
            told = () if passed is None else (passed,)
            if step is None:
                return Outcome(None, warnings=told)
            is_elsewhere = step.document != document or passed is not None
            if is_elsewhere and (step.seq, redo, document) != confirmed:
                return Outcome(step, warnings=told)
            done = history.redo() if redo else history.undo(rulings_first=rulings_first)
            return Outcome(done.value, done.touched, done.documents, done.step)

        def answered(outcome: Outcome[StepInfo | Undone | None]) -> None:
            self.asked_in = document
            self._take(outcome.value, redo=redo)

        self._desk.write(task, answered, self.failed.emit)

    def _take(self, answer: StepInfo | Undone | None, *, redo: bool) -> None:
        if answer is None:
            self._announced = None
            self.nothing_left.emit(redo)
        elif isinstance(answer, StepInfo):
            self._announced = (answer.seq, redo, self.asked_in)
            self.announced.emit(answer, redo)
        else:
            opposite = answer.made if redo else answer.step.seq
            self._announced = (opposite, not redo, self.asked_in)  # it was seen just now: no question
            self.undone.emit(answer, redo)
