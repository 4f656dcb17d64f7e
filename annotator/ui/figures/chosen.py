"""What a row of a figure stands for, as the panel beside the table shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.consistency import Item
    from annotator.model.document import Status
    from annotator.model.figures import Pick


@dataclass(frozen=True, slots=True)
class Chosen:
    """One figure and how to find what it counts; of `pick`, `status` and `item` one is there.

    Attributes:
        title: what it is.
        note: more about it in one sentence.
        pick: which spans it counts.
        status: the documents of this status.
        item: what is uneven.
    """

    title: str
    note: str = ""
    pick: Pick | None = None
    status: Status | None = None
    item: Item | None = None
