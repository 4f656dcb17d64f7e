"""A figure, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from annotator.messages import say

if TYPE_CHECKING:
    from annotator.messages import Message


@dataclass(frozen=True, slots=True)
class Undefined:
    """There is no figure: a dash on the screen, null beside its reason in JSON; never 0, 1 or NaN."""

    reason: Message


Figure: TypeAlias = "float | Undefined"
"""What a measure gives."""

NOTHING_SHARED = Undefined(say("No document has been looked at by both."))
NOTHING_MARKED = Undefined(say("Nobody marked anything here, so there is nothing to compare."))


def ratio(part: float, whole: float) -> Figure:
    """`part / whole`; undefined when there is no whole, because nobody marked anything."""
    return part / whole if whole else NOTHING_MARKED
