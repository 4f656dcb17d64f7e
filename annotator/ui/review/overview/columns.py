"""Where the columns of the matrix stand: title, a column a person, gold, F1, to decide."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

SIDE: Final = 16.0
"""The words stand that much further in than the ground of a row."""


@dataclass(frozen=True, slots=True)
class _Widths:
    """Px of each kind of column."""

    title: float
    person: float
    gold: float
    f1: float
    open: float

    def needed(self, people: int) -> float:
        return self.title + people * self.person + self.gold + self.f1 + self.open

    def towards(self, narrow: _Widths, part: float) -> _Widths:
        """Between these and narrower ones: 0 for these, 1 for those."""
        pairs = ((getattr(self, name), getattr(narrow, name)) for name in _NAMES)
        return _Widths(*(wide - part * (wide - small) for wide, small in pairs))


_ROUNDING: Final = 1e-6
_NAMES: Final = ("title", "person", "gold", "f1", "open")
_STAGES: Final = (
    _Widths(title=340, person=104, gold=150, f1=190, open=108),
    _Widths(title=300, person=76, gold=112, f1=128, open=96),
    _Widths(title=180, person=64, gold=84, f1=56, open=76),
)
"""As they are drawn, as narrow as they are still comfortable, as narrow as they can be."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edge and width in px of each column, from the left edge of the rows.

    All columns shrink together, in two stages; when even that is not enough, people scroll sideways between
    the title and the last three columns.

    Attributes:
        title, gold, f1, open: (left edge, width).
        people: left edge and width of the room for all people.
        person: width of the column of one.
        hidden: how many people are out of sight; 0 when they all have room.
    """

    title: tuple[float, float]
    people: tuple[float, float]
    gold: tuple[float, float]
    f1: tuple[float, float]
    open: tuple[float, float]
    person: float
    hidden: int

    def person_left(self, place: int, scrolled: int) -> float:
        """Left edge of a person's column, so many people being out at the left."""
        return self.people[0] + (place - scrolled) * self.person


def columns_for(width: float, people: int) -> Columns:
    """The columns in rows of that width, for so many people."""
    room = width - 2 * SIDE
    widths = _fitting(room, people)
    others = widths.gold + widths.f1 + widths.open
    most = max(widths.person, room - widths.title - others)
    shown = min(people, int(most / widths.person + _ROUNDING))
    person = widths.person if shown == people else most / shown
    seen = shown * person
    title = max(widths.title, room - seen - others)
    at = SIDE + title
    return Columns(
        (SIDE, title - 16),
        (at, seen),
        (at + seen, widths.gold),
        (at + seen + widths.gold, widths.f1),
        (at + seen + widths.gold + widths.f1, widths.open),
        person,
        people - shown,
    )


def _fitting(room: float, people: int) -> _Widths:
    """The widest columns for which there is room, else the narrowest."""
    for wide, narrow in pairwise(_STAGES):
        most, least = wide.needed(people), narrow.needed(people)
        if room >= most:
            return wide
        if room >= least:
            return wide.towards(narrow, (most - room) / (most - least))
    return _STAGES[-1]
