"""The places of the same words, put into groups by what stands there; equal contexts become one row."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from annotator.model.search import HitState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.search import Action, Candidate


class Group(Enum):
    """What the places of a group have in common, in the order in which groups are listed.

    MEANT is what the act is for: not labelled yet; or, to relabel and remove, of the label that was chosen.
    NESTED is within or around spans, where the act is proposed too.
    """

    MEANT = "meant"
    NESTED = "nested"
    IN_NAME = "in-name"
    TOUCHING = "touching"
    OTHER = "other"
    WITHIN = "within"
    FINISHED = "finished"
    SAME = "same"


@dataclass(slots=True)
class Row:
    """Places that look alike, ticked together.

    Attributes:
        group: where it is listed.
        places: one or more.
        is_here: whether they are in the own document.
        is_ticked: whether it shall be done there.
    """

    group: Group
    places: list[Candidate]
    is_here: bool
    is_ticked: bool = False

    @property
    def first(self) -> Candidate:
        """The place that is shown."""
        return self.places[0]

    @property
    def can_tick(self) -> bool:
        """Whether there is anything to do."""
        return self.group is not Group.SAME

    @property
    def documents(self) -> int:
        """In how many documents the places are."""
        return len({place.hit.document for place in self.places})


@dataclass(slots=True)
class Grouped:
    """All rows, group by group, and how many places there are.

    Attributes:
        rows: in the order of the groups.
        counts: places of each group that has any.
        here: proposed places in the own document.
        elsewhere: proposed places in others.
        documents: how many those are.
    """

    rows: list[Row]
    counts: dict[Group, int] = field(default_factory=dict)
    here: int = 0
    elsewhere: int = 0
    documents: int = 0


PROPOSED: Final = frozenset((Group.MEANT, Group.NESTED))
"""Groups whose places are ticked at first."""

_SEEN: Final = 32
"""Code points of context that a row shows in a small window: rows that look alike there are one."""

_ORDER: Final = {group: place for place, group in enumerate(Group)}
_BY_STATE: Final = {
    HitState.BARE: Group.MEANT,
    HitState.NESTED: Group.NESTED,
    HitState.IN_NAME: Group.IN_NAME,
    HitState.WITHIN_OWN: Group.TOUCHING,
    HitState.OVERLAPS: Group.TOUCHING,
    HitState.OTHER: Group.OTHER,
    HitState.INSIDE_WORD: Group.WITHIN,
    HitState.SAME: Group.SAME,
}


def grouped(candidates: Iterable[Candidate], document: str, action: Action, only: str | None) -> Grouped:
    """Put places into groups.

    Args:
        candidates: in the order in which they are listed.
        document: uid of the own document.
        action: what is to be done.
        only: to relabel and remove: uid of the label whose spans are meant.
    """
    folded: dict[tuple[object, ...], Row] = {}
    made = Grouped([])
    others = set()
    for each in candidates:
        group, is_here = _group(each, document, action, only), each.hit.document == document
        left, right = _plain(each.hit.left)[-_SEEN:], _plain(each.hit.right)[:_SEEN]
        key = (group, is_here, each.label, left, each.hit.match, right)
        row = folded.setdefault(key, Row(group, [], is_here, each.ticked))
        row.places.append(each)
        made.counts[group] = made.counts.get(group, 0) + 1
        if each.ticked and is_here:
            made.here += 1
        elif each.ticked:
            made.elsewhere += 1
            others.add(each.hit.document)
    made.documents = len(others)
    made.rows = sorted(folded.values(), key=lambda row: _ORDER[row.group])
    return made


def _group(each: Candidate, document: str, action: Action, only: str | None) -> Group:
    meant = _BY_STATE[each.state] if action == "label" else _of_span(each, action, only)
    if each.is_done and each.hit.document != document and meant is not Group.SAME:
        return Group.FINISHED
    return Group.NESTED if each.ticked and meant is Group.TOUCHING else meant


def _of_span(each: Candidate, action: Action, only: str | None) -> Group:
    if action == "relabel" and each.state is HitState.SAME:
        return Group.SAME
    return Group.MEANT if only is None or each.label == only else Group.OTHER


def ticked(rows: Sequence[Row]) -> list[Candidate]:
    """The places where it shall be done."""
    return [place for row in rows if row.is_ticked and row.can_tick for place in row.places]


def _plain(context: str) -> str:
    return " ".join(context.split())
