"""Which step undoing takes back while somebody compares: the last ruling, before what opening documents did.

Opening a document takes what all agree on into gold, a step of its own. Whoever ruled, went on to the next
document and wants the ruling back does not mean that step, which is younger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.services.review.deciding import STEP
from annotator.services.review.premerging import PREMERGE

if TYPE_CHECKING:
    from annotator.model.outcome import StepInfo
    from annotator.storage.repositories import Repositories

_MOST: Final = 200
"""So many steps above a ruling are passed by; nobody opens more documents without ruling once."""


def last_ruling(view: Repositories) -> list[StepInfo]:
    """The newest ruling in force if only such steps are younger, on documents other than its own.

    Newest first, as `Steps.next_undo`; empty when the next step of the line has its turn. A ruling that
    brought gold into the library has others resting on it and waits for its turn.
    """
    opened: set[str] = set()
    for act in view.steps.undo_line(_MOST):
        step = act[0]
        if step.kind == PREMERGE and step.document is not None:
            opened.add(step.document)
            continue
        is_free = step.document is not None and step.document not in opened
        fits = step.kind == STEP and is_free and not view.people.came_with(step.seq)
        return act if fits and opened else []
    return []
