"""Bringing chosen things back to what they once were, item by item, under one new step.

A plan holds for each thing what it is now and what it shall be. `settle` marks what must be left as it is
because the present would not hold together otherwise: words that carry the label already, a label or
document that is gone, something that others rest on. `write` then closes and opens the rows of the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from annotator.storage import versions
from annotator.storage.leaving import Leaving
from annotator.storage.soundness.resting import EDGES, UNIQUE, Living
from annotator.storage.tables import VERSIONED, label_version, span_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from annotator.storage.soundness.resting import Edge, Row
    from annotator.storage.tables import Versioned

BY_NAME: Final = {versioned.table.name: versioned for versioned in VERSIONED}
_NO_CONTENT: Final = frozenset(("id", "from_step", "to_step"))
_PIECE: Final = 500


class Left(Enum):
    """Why a thing was left as it is."""

    CHANGED = "changed"
    LABEL_GONE = "label gone"
    GONE = "gone"
    TAKEN = "taken"
    NEEDED = "needed"


@dataclass(slots=True)
class Item:
    """One thing of one version table: `now` and `then` are the contents of its rows, None where it is not."""

    versioned: Versioned
    key: object
    now: Row | None
    then: Row | None
    left: Left | None = None

    @property
    def result(self) -> Row | None:
        """What it will be."""
        return self.now if self.left else self.then


class Plan:
    """What shall become of which things; those that stay as they are do not enter.

    Attributes:
        leaving: spans that go and are no items.
    """

    def __init__(self, connection: Connection, leaving: Leaving | None = None) -> None:
        self._connection = connection
        self.leaving = leaving or Leaving(connection)
        self._items: dict[str, dict[object, Item]] = {}

    def add(
        self, table: str, key: object, now: Row | None, then: Row | None, left: Left | None = None
    ) -> None:
        """Plan that the thing becomes `then`; with `left` it is only counted."""
        if now != then:
            self._items.setdefault(table, {})[key] = Item(BY_NAME[table], key, now, then, left)

    def items(self, table: str | None = None) -> Iterator[Item]:
        """All items, or those of one table."""
        for name, items in self._items.items():
            if table in (None, name):
                yield from items.values()

    def changing(self) -> list[Item]:
        """The items that are not left."""
        return [item for item in self.items() if item.left is None]

    def left(self) -> list[Item]:
        """The items that are left."""
        return [item for item in self.items() if item.left is not None]

    def settle(self) -> None:
        """Mark what cannot become what was planned, until all the rest fits together."""
        living = Living(self._connection)
        while self._leave_orphans(living) or self._leave_parents(living) or self._leave_repeats(living):
            pass

    def write(self, step: int) -> None:
        """Close and open the rows of what is not left."""
        self.leaving.write(step)
        chosen: dict[str, list[Item]] = {}
        for item in self.changing():
            chosen.setdefault(item.versioned.table.name, []).append(item)
        for versioned in reversed(VERSIONED):
            gone = [item.key for item in chosen.get(versioned.table.name, ()) if item.now is not None]
            versions.close_rows(self._connection, versioned, step, gone)
        for versioned in VERSIONED:
            come = [item.then for item in chosen.get(versioned.table.name, ()) if item.then is not None]
            versions.open_rows(self._connection, versioned.table, step, come)

    def _item(self, table: str, key: object) -> Item | None:
        return self._items.get(table, {}).get(key)

    def _leave_orphans(self, living: Living) -> bool:
        """Leave what would come back without what it rests on; whether there was any."""
        found = False
        for edge in EDGES:
            items = [item for item in self.items(edge.child) if item.left is None and item.then is not None]
            rows = [item.then for item in items if item.then is not None]
            parents = living.parents(edge, rows)
            there = living.there(edge, [key for key in parents if key is not None])
            for item, parent in zip(items, parents, strict=True):
                if parent is not None and not self._stands(edge, parent, there):
                    item.left = Left.LABEL_GONE if edge.parent == label_version.name else Left.GONE
                    found = True
        return found

    def _stands(self, edge: Edge, key: object, there: set[object]) -> bool:
        item = self._item(edge.parent, key)
        return key in there if item is None else not edge.lets_go(item.result)

    def _leave_parents(self, living: Living) -> bool:
        """Leave what others still rest on; whether there was any."""
        found = False
        for edge in EDGES:
            going = {
                item.key: item
                for item in self.items(edge.parent)
                if item.left is None and item.now is not None and edge.lets_go(item.then)
            }
            if not going:
                continue
            resting = living.resting(edge, list(going))
            if edge.child == span_version.name:
                for key, number in self.leaving.by(edge.column).items():
                    resting[key] = resting.get(key, 0) - number
            for parent, more in self._moves(edge, living):
                if parent in going:
                    resting[parent] = resting.get(parent, 0) + more
            for key, item in going.items():
                if resting.get(key, 0) > 0:
                    item.left = Left.NEEDED
                    found = True
        return found

    def _moves(self, edge: Edge, living: Living) -> Iterator[tuple[object, int]]:
        """What items rest on now, each with -1, and what they will rest on, with 1."""
        for more, rows in (
            (-1, [item.now for item in self.items(edge.child)]),
            (1, [item.result for item in self.items(edge.child)]),
        ):
            for parent in living.parents(edge, [row for row in rows if row is not None]):
                yield parent, more

    def _leave_repeats(self, living: Living) -> bool:
        """Leave what would come to stand where another of its kind is; whether there was any."""
        merged = self._counts_for(living)
        found = self._leave_merges(living, merged)
        for unique in UNIQUE:
            places: dict[object, list[Item]] = {}
            for item in self.items(unique.table):
                row = item.result
                if row is not None and (place := unique.place(row, merged)) is not None:
                    places.setdefault(place, []).append(item)
            fresh = [item for items in places.values() for item in items if item.left is None]
            present = living.at_places(unique, [item.then for item in fresh if item.then is not None])
            held = {unique.place(row, merged) for row in self._others(unique.table, present)}
            for spot, items in places.items():
                is_held = spot in held or any(item.left for item in items)
                free = [item for item in items if item.left is None]
                for item in free if is_held else free[1:]:
                    item.left = Left.TAKEN
                    found = True
        return found

    def _leave_merges(self, living: Living, merged: Mapping[object, object]) -> bool:
        """Leave labels as they are that would count for another although both are on the same words."""
        found = False
        for item in self.items(label_version.name):
            if item.left is None and item.key in merged and item.key not in living.merged():
                pairs = living.on_the_same_words(item.key, merged[item.key])
                if any(map(self._stays, pairs)):
                    item.left = Left.TAKEN
                    found = True
        return found

    def _stays(self, row: Row) -> bool:
        """Whether a present span will be there still."""
        item = self._item(span_version.name, row["uid"])
        return not self.leaving.holds(row) if item is None else item.result is not None

    def _others(self, table: str, rows: Iterable[Row]) -> list[Row]:
        """Those of present rows that no item is about and that do not leave."""
        key = BY_NAME[table].key
        others = [row for row in rows if self._item(table, row[key]) is None]
        return [row for row in others if table != span_version.name or not self.leaving.holds(row)]

    def _counts_for(self, living: Living) -> dict[object, object]:
        """Label key -> key of the label it will count for, where that is another."""
        merged = dict(living.merged())
        for item in self.items(label_version.name):
            row = item.result
            target = None if row is None else row["merged_into"]
            if target is None:
                merged.pop(item.key, None)
            else:
                merged[item.key] = target
        return merged


def contents(connection: Connection, table: str, keys: Sequence[object]) -> dict[object, Row]:
    """What things of a version table are now, by key, without the columns that tell versions apart."""
    versioned = BY_NAME[table]
    column = versioned.table.c[versioned.key]
    found: dict[object, Row] = {}
    for begin in range(0, len(keys), _PIECE):
        statement = select(versioned.table).where(
            column.in_(keys[begin : begin + _PIECE]), versions.is_current(versioned.table)
        )
        for row in connection.execute(statement).mappings():
            found[row[versioned.key]] = content(dict(row))
    return found


def content(row: Row) -> Row:
    """A row without the columns that tell versions apart."""
    return {name: value for name, value in row.items() if name not in _NO_CONTENT}
