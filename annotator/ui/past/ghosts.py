"""Where in the article the history shows what an act took away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.past import Thing

if TYPE_CHECKING:
    from annotator.model.past import StepDetails


def ghosts_of(details: StepDetails | None, document: str | None) -> list[tuple[int, int, str]]:
    """Where the spans of a document were before an act, if they are not there after it: with their labels."""
    if details is None:
        return []
    return [
        (item.was.span.start, item.was.span.end, item.was.span.label)
        for item in details.items
        if item.thing is Thing.SPAN
        and item.document == document
        and item.was is not None
        and (item.became is None or item.became.span.place != item.was.span.place)
    ]
