"""Where the columns of the matrix stand: title, a column a person, gold, F1, to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SIDE: Final = 16.0
"""The words stand that much further in than the ground of a row."""
_TITLE, _LEAST_TITLE = 300.0, 180.0
_PERSON, _LEAST_PERSON = 104.0, 64.0
_GOLD, _LEAST_GOLD = 150.0, 84.0
_F1, _LEAST_F1 = 190.0, 56.0
_OPEN, _LEAST_OPEN = 108.0, 76.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edge and width in px of each column, from the left edge of the rows.

    The columns of people shrink first, then those after them; when even that is not enough, people scroll
    sideways between the title and the last three columns.

    Attributes:
        title, gold, f1, open: (left edge, width).
        people: left edge and width of the room for all people.
        person: width of the column of one.
        overflow: how much of the people's columns is out of sight; 0 when they all have room.
    """

    title: tuple[float, float]
    people: tuple[float, float]
    gold: tuple[float, float]
    f1: tuple[float, float]
    open: tuple[float, float]
    person: float
    overflow: float

    def person_left(self, place: int, scrolled: float) -> float:
        """Left edge of a person's column, `scrolled` px of all of them being out at the left."""
        return self.people[0] + place * self.person - scrolled


def columns_for(width: float, people: int) -> Columns:
    """The columns in rows of that width, for so many people."""
    room = width - 2 * SIDE
    short = _TITLE + people * _PERSON + _GOLD + _F1 + _OPEN - room
    title, short = _shrunk(_TITLE, _LEAST_TITLE + 60, short)
    person, short = _shrunk_each(people, short)
    f1, short = _shrunk(_F1, _LEAST_F1, short)
    gold, short = _shrunk(_GOLD, _LEAST_GOLD, short)
    last, short = _shrunk(_OPEN, _LEAST_OPEN, short)
    title, short = _shrunk(title, _LEAST_TITLE, short)
    seen = max(person, people * person - max(0.0, short)) if people else 0.0
    title = max(title, room - seen - gold - f1 - last)
    at = SIDE + title
    return Columns(
        (SIDE, title - 16),
        (at, seen),
        (at + seen, gold),
        (at + seen + gold, f1),
        (at + seen + gold + f1, last),
        person,
        max(0.0, people * person - seen),
    )


def _shrunk(width: float, least: float, short: float) -> tuple[float, float]:
    """A column's width after it gave what it can of the px that are short, and what is short still."""
    given = min(max(0.0, short), max(0.0, width - least))
    return width - given, short - given


def _shrunk_each(people: int, short: float) -> tuple[float, float]:
    if not people:
        return _PERSON, short
    person, _ = _shrunk(_PERSON, _LEAST_PERSON, short / people)
    return person, short - people * (_PERSON - person)
