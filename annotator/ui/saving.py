"""What is not on the disk yet: the changes on their way, whether they arrived, and what to do when not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from annotator.model.changes import StatusChanged, inverse_of
from annotator.ui.meanwhile import Meanwhile, Unsaved

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.effort import Effort
    from annotator.model.outcome import Outcome, Undone
    from annotator.services.saving.hooks import SaveState
    from annotator.ui.desk import Desk


_SHOWN_KEPT: Final = 50


class Saving(QObject):
    """Queues labelling steps in order and keeps those that are not committed.

    Signals:
        state_changed: `SaveState` as the desk tells it.
        kept: an `Unsaved` step that is on its way, and the window it was made in; others show it too.
        refused: the library did not accept a step that is painted; the document must be read anew.
        completed: the `Unsaved` step that was kept, and the changes the library added to it on its own.
        missed: an `Unsaved` step that windows show otherwise than the library has it: it was kept though one
            left it out when it read the document anew, or one of before was painted and not accepted.
        settled: an `Unsaved` step that does not wait any more, and why it was not accepted, or None.
        dropped: an `Unsaved` step that will not be in the library: not accepted, or taken back.

    Attributes:
        state: what the desk told last, None without a library.
        steps: how many steps were made in all.
    """

    state_changed = Signal(object)
    kept = Signal(object, object)
    refused = Signal(object)
    completed = Signal(object, object)
    missed = Signal(object)
    settled = Signal(object, object)
    dropped = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Unsaved] = []
        self._readings: WeakSet[Meanwhile] = WeakSet()
        self._shown: set[int] = set()
        self.state: SaveState | None = None
        self.steps = 0

    def forget(self) -> None:
        """No library is open any more: what is still on its way is not waited for."""
        self._waiting, self.state = [], None

    @property
    def waiting(self) -> list[Unsaved]:
        """The steps on their way, in order."""
        return list(self._waiting)

    def take_state(self, state: SaveState) -> None:
        """Hear from the desk whether all is saved."""
        self.state = state
        self.state_changed.emit(state)

    def keep(
        self,
        document: str,
        changes: tuple[Change, ...],
        summary: Message | None,
        annotator: str,
        effort: Effort | None = None,
        *,
        by: QObject | None = None,
    ) -> None:
        """Send one step in the layer of `annotator`, made in the window `by`; `effort` is what it cost."""
        self.send(Unsaved(document, changes, summary, annotator, effort), by=by)

    def send(self, step: Unsaved, *, by: QObject | None = None) -> None:
        """Send a step, which may have been sent before: the library makes it once."""
        changes = step.changes
        self.steps += 1
        self._waiting.append(step)
        self._tell_readings(step)
        self.kept.emit(step, by)

        def done(outcome: Outcome[tuple[Change, ...]]) -> None:
            self._arrived(step)
            step.changes, step.made = outcome.value, outcome.step
            self.settled.emit(step, None)
            self._note_shown(outcome.step)
            if step.is_left_out:
                self.missed.emit(step)
            added = tuple(change for change in outcome.value if change not in changes)
            if added and not self._sets_status_later(step):
                self.completed.emit(step, added)
            if self.state is not None:  # it may have come before this answer, which is what makes it true
                self.state_changed.emit(self.state)

        def failed(error: AnnotatorError) -> None:
            self._arrived(step)
            step.is_refused = True
            self.settled.emit(step, error)
            self.dropped.emit(step)
            if step.is_from_before:  # it is told where it stays kept
                self.missed.emit(step)
            else:
                self.refused.emit(error)

        self._desk.write(step.make, done, failed, in_order=True)

    def take_out(self, step: Unsaved) -> None:
        """The step does not wait any more and never was: windows show the layer as it was before it."""
        self._arrived(step)
        step.is_refused = True
        self.steps += 1
        self.dropped.emit(step)
        back = Unsaved(step.document, inverse_of(step.changes), None, step.annotator)
        self.kept.emit(back, None)
        if self.state is not None:
            self.state_changed.emit(self.state)

    def reading(self, document: str) -> Meanwhile:
        """Follow the steps in a document that is about to be read, as long as the answer is held."""
        made = Meanwhile(document, self._waiting)
        self._readings.add(made)
        return made

    def take_undone(self, undone: Undone) -> None:
        """Hear of a step back or forth, which readings under way may miss too."""
        if undone.document is not None and undone.annotator is not None:
            self._note_shown(undone.made if undone.changes else None)
            self._tell_readings(
                Unsaved(undone.document, undone.changes, None, undone.annotator, made=undone.made)
            )

    def is_shown(self, step: int) -> bool:
        """Whether all windows show already what the step of that number did."""
        return step in self._shown

    def _note_shown(self, step: int | None) -> None:
        """Only the newest are asked for."""
        if step is not None:
            self._shown = {*sorted(self._shown)[-_SHOWN_KEPT:], step}

    def _tell_readings(self, step: Unsaved) -> None:
        for reading in self._readings:
            reading.add(step)

    def _sets_status_later(self, step: Unsaved) -> bool:
        """Whether the person said a status since, which is not to be painted over."""
        return any(
            (other.document, other.annotator) == (step.document, step.annotator)
            and any(isinstance(change, StatusChanged) for change in other.changes)
            for other in self._waiting
        )

    def _arrived(self, step: Unsaved) -> None:
        self._waiting = [other for other in self._waiting if other is not step]
