"""What a reading of the library may miss: steps on their way to the disk while a document is opened.

The library answers from one state of it and says which step was the newest there. A step of labelling may be
written before that state, after it, or not at all yet when the disk refuses; each is shown exactly once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.model.changes import apply_fitting
from annotator.model.identity import new_uid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.effort import Effort
    from annotator.model.listing import OpenDocument
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library


@dataclass(slots=True, eq=False)
class Unsaved:
    """One step in one layer, and what became of it.

    Attributes:
        document: uid.
        changes: what it does; as the library made it, once it did.
        summary: the sentence for the history.
        annotator: uid of the layer's owner.
        effort: what it cost the person, None when nobody counted.
        uid: of the step, so that it is recognised in the library.
        made: its number in the library; None while it is not known to be there.
        is_refused: whether the library did not accept it.
        is_left_out: whether a window that read the document anew does not show it, because it did not fit.
        is_from_before: whether it was kept when the program ended, and is brought in now.
    """

    document: str
    changes: tuple[Change, ...]
    summary: Message | None
    annotator: str
    effort: Effort | None = None
    uid: str = field(default_factory=new_uid)
    made: int | None = None
    is_refused: bool = False
    is_left_out: bool = False
    is_from_before: bool = False

    def make(self, library: Library) -> Outcome[tuple[Change, ...]]:
        """Make the step; its actor is the library's own annotator, whosever the layer is."""
        own = None
        return library.annotating.apply(
            self.document, self.changes, self.summary, self.annotator, own, self.uid, self.effort
        )


class Meanwhile:
    """The steps in one document from the moment on at which it was asked for.

    The window's thread adds; the thread that reads only asks for `uids`.
    """

    def __init__(self, document: str, waiting: Iterable[Unsaved]) -> None:
        self._document = document
        self._steps = [step for step in waiting if step.document == document]

    def add(self, step: Unsaved) -> None:
        """Hear of a step in any document."""
        if step.document == self._document:
            self._steps.append(step)

    def uids(self) -> list[str]:
        """Uids of the steps so far."""
        return [step.uid for step in list(self._steps)]

    def catch_up(self, opened: OpenDocument) -> None:
        """Bring the state that was read to where the person is; the library's own order comes first.

        A step that does not fit there is left out: the library will most likely refuse it too, and tell.
        When it does not, because a step before it that nobody knew of yet made it fit, the step says so.
        """
        missing = [step for step in self._steps if _is_missing(step, opened)]
        for step in sorted(missing, key=lambda each: (each.made is None, each.made or 0)):
            step.is_left_out |= not apply_fitting(opened.state, step.changes)


def _is_missing(step: Unsaved, opened: OpenDocument) -> bool:
    if step.is_refused or step.annotator != opened.annotator.uid:
        return False
    return step.uid not in opened.seen if step.made is None else step.made > opened.step
