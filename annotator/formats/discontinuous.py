"""What becomes of a span in parts: kept whole, its hull, one span a part, or refused, as the person chose.

Every reader whose format has such spans asks here, so that the choice means the same in all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.offsets import Place
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.formats.base import Notices
    from annotator.messages import Message
    from annotator.model.span import Parts

WHOLE: Final = "whole"
HULL: Final = "hull"
FRAGMENTS: Final = "fragments"
REFUSE: Final = "refuse"

CHOICES: Final = (WHOLE, HULL, FRAGMENTS, REFUSE)
"""What `ReadOptions.discontinuous` may be."""


def in_order(parts: Iterable[tuple[int, int]]) -> Parts:
    """The stretches by their starts; those that touch or overlap have become one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def settled_parts(place: Place, how: str) -> list[Place] | Message:
    """The places that spans get for one place of a file, or why there are none, without a full stop.

    Args:
        place: in code points, half open; parts may be in any order, touch and overlap.
        how: one of `CHOICES`.
    """
    parts = in_order(place.parts or ())
    if len(parts) < 2:
        return [Place(*parts[0])] if parts else [place]
    hull = parts[0][0], parts[-1][1]
    if how == FRAGMENTS:
        return [Place(*part) for part in parts]
    if how == REFUSE:
        return say(
            "the span at {start}–{end} is in {count} parts", start=hull[0], end=hull[1], count=len(parts)
        )
    return [Place(*hull, None if how == HULL else parts)]


def tell_discontinuous(count: int, how: str, notices: Notices) -> None:
    """Say how many spans of a file were in parts, and what became of them; nothing where there were none."""
    if not count:
        return
    if how == HULL:
        message = say(
            "{count} discontinuous span was taken from its first to its last word."
            "|{count} discontinuous spans were taken from their first to their last words.",
            count=count,
        )
    elif how == FRAGMENTS:
        message = say(
            "{count} discontinuous span became one span for each of its parts."
            "|{count} discontinuous spans became one span for each of their parts.",
            count=count,
        )
    else:
        message = say(
            "{count} discontinuous span was kept as one span in parts."
            "|{count} discontinuous spans were kept as one span in parts each.",
            count=count,
        )
    notices.add(message)
