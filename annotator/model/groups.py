"""The order of labels under their headings, and what moving one does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.codebook import Entry


def moved(entries: Sequence[Entry], row: int, by: int) -> tuple[list[str], str] | None:
    """The uids in their new order and the heading of the label at `row` after it went one place up or down.

    Going over a heading changes only the group: the next step changes the place. None at the ends.
    """
    uids = [entry.label.uid for entry in entries]
    if not (0 <= row < len(uids) and 0 <= row + by < len(uids)):
        return None
    own, other = entries[row].guidance.heading, entries[row + by].guidance.heading
    if own == other:
        uids.insert(row + by, uids.pop(row))
    return uids, other


def regrouped(entries: Sequence[Entry], uid: str, heading: str) -> list[str]:
    """The uids in the order in which `uid` stands last under `heading`.

    Where no label stands under it yet, it stays if it is the first of its old group, else it goes behind that
    group, so that none is cut in two.
    """
    uids = [entry.label.uid for entry in entries]
    here = uids.index(uid)
    own = entries[here].guidance.heading
    rest = [entry for entry in entries if entry.label.uid != uid]
    places = [place for place, entry in enumerate(rest) if entry.guidance.heading == heading]
    if not places:
        if here == 0 or entries[here - 1].guidance.heading != own:
            return uids
        places = [place for place, entry in enumerate(rest) if entry.guidance.heading == own]
    order = [entry.label.uid for entry in rest]
    order.insert(places[-1] + 1, uid)
    return order
