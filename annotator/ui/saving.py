"""What is not on the disk yet: the changes on their way, whether they arrived, and what to do when not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.ui.failures import words_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.errors import AnnotatorError
    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.outcome import Outcome
    from annotator.services.desk import Progress, SaveState
    from annotator.services.library import Library
    from annotator.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Unsaved:
    """One step of labelling that is not committed yet."""

    document: str
    changes: tuple[Change, ...]
    summary: Message | None
    annotator: str

    def make(self, library: Library) -> Outcome[tuple[Change, ...]]:
        """Make the step; its actor is the library's own annotator, whosever the layer is."""
        return library.annotating.apply(self.document, self.changes, self.summary, self.annotator)


class Saving(QObject):
    """Queues labelling steps in order and keeps those that are not committed.

    Signals:
        state_changed: `SaveState` as the desk tells it.
        refused: the library did not accept a step that is painted; the document must be read anew.
        completed: uids of document and layer's owner, and changes the library added to a step on its own.
    """

    state_changed = Signal(object)
    refused = Signal(object)
    completed = Signal(str, str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Unsaved] = []
        self.state: SaveState | None = None

    @property
    def waiting(self) -> list[Unsaved]:
        """The steps on their way, in order."""
        return list(self._waiting)

    def take_state(self, state: SaveState) -> None:
        """Hear from the desk whether all is saved."""
        self.state = state
        self.state_changed.emit(state)

    def keep(
        self, document: str, changes: tuple[Change, ...], summary: Message | None, annotator: str
    ) -> None:
        """Send one step in the layer of `annotator` to the library."""
        step = Unsaved(document, changes, summary, annotator)
        self._waiting.append(step)

        def done(outcome: Outcome[tuple[Change, ...]]) -> None:
            self._arrived(step)
            added = tuple(change for change in outcome.value if change not in changes)
            if added:
                self.completed.emit(document, annotator, added)

        def failed(error: AnnotatorError) -> None:
            self._arrived(step)
            self.refused.emit(error)

        self._desk.write(step.make, done, failed)

    def _arrived(self, step: Unsaved) -> None:
        self._waiting = [other for other in self._waiting if other is not step]

    def copy_to(self, path: Path, done: Callable[[str], None]) -> None:
        """Write the library with all steps, also those not saved, into a new file; `done` gets a sentence.

        The saved part comes from the backup; the waiting steps are then made in the copy, in their order.
        """
        steps = self.waiting

        def task(library: Library, progress: Progress) -> int:
            from annotator.services.library import open_library  # loaded already: a library is open

            progress.check()
            library.backups.make(str(path))
            with open_library(str(path), create=False) as copy:
                for step in steps:
                    step.make(copy)
            return len(steps)

        def told(_now: int, _total: int) -> None:
            """A copy takes no time worth a bar."""

        self._desk.run(
            task,
            told,
            lambda count: done(
                self.tr("Copied to %1, with %n change(s).", "", count).replace("%1", str(path))
            ),
            lambda error: done(words_of(error)),
        )
