"""Reading a table of a damaged file: every row that can be read, by its number, around what cannot.

No index is believed alone: one that is older than its table reads without an error and lacks rows. Indexes
say how far the numbers go, and which rows there should have been; where all columns of such a row stand in
indexes, as of layers and labels, it is put together from them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Table

_LOT: Final = 256


def rows(
    source: sqlite3.Connection, table: Table, most: int, unread: Counter[str]
) -> Iterator[dict[str, Any]]:
    """The rows of a table that can be read.

    Args:
        source: connection to the damaged file.
        table: which one; nothing comes of one that is not there.
        most: no row has a greater number, unless an index says so.
        unread: counts, by table, the rows that cannot be read; where no index says which rows there are, they
            are not counted.
    """
    reading = _Reading(source, table, most, unread)
    yield from reading.run()


class _Reading:
    """One table."""

    def __init__(self, source: sqlite3.Connection, table: Table, most: int, unread: Counter[str]) -> None:
        self._source = source
        self._table = table
        self._columns = [column.name for column in table.columns]
        self._most = most
        self._unread = unread
        self._known = Counter[int]()
        """How many indexes know a number."""
        self._whole = 0
        """Indexes over all rows that were read to their end."""
        self._missing = set[int]()
        """Numbers of rows that should be there, and that the table does not give."""

    def run(self) -> Iterator[dict[str, Any]]:
        """Its rows."""
        self._ask_own_indexes()
        self._ask_indexes_of_keys()
        for first, last in self._lots():
            yield from self._between(first, last)
        yield from self._out_of_indexes()
        self._unread[self._table.name] += len(self._missing)

    def _ask_own_indexes(self) -> None:
        for index in self._table.indexes:
            where = index.dialect_options["sqlite"]["where"]
            is_whole = self._ask(str(index.name), "" if where is None else f" WHERE {where}")
            self._whole += is_whole and where is None

    def _ask_indexes_of_keys(self) -> None:
        for name in self._indexes_of_keys():
            self._whole += self._ask(name, "")

    def _indexes_of_keys(self) -> list[str]:
        """Those that SQLite makes for keys and for what may be there only once."""
        try:
            listed = self._source.execute(f"PRAGMA index_list({self._table.name})").fetchall()
        except sqlite3.DatabaseError:
            return []
        return [name for _, name, _, origin, *_ in listed if origin != "c"]

    def _ask(self, index: str, where: str) -> bool:
        """Learn the numbers that an index knows; whether it could be read to its end."""
        try:
            asked = f'SELECT rowid FROM {self._table.name} INDEXED BY "{index}"{where}'
            for (number,) in self._source.execute(asked):
                self._known[number] += 1
        except sqlite3.DatabaseError:  # it is missing, or damaged from here on
            return False
        return True

    def _lots(self) -> Iterator[tuple[int, int]]:
        """(first, last) numbers that are asked for at once: all that may be there."""
        top = min(max((self._greatest(), *self._known)), self._most)
        for first in range(0, top + 1, _LOT):
            yield first, min(first + _LOT - 1, top)
        for number in sorted(self._known):
            if number > top:
                yield number, number

    def _greatest(self) -> int:
        """The greatest number by the table itself."""
        try:
            asked = f"SELECT max(rowid) FROM {self._table.name} NOT INDEXED"
            (greatest,) = self._source.execute(asked).fetchone()
        except sqlite3.OperationalError:  # no such table
            return -1
        except sqlite3.DatabaseError:
            return -1 if self._known else self._most
        return -1 if greatest is None else int(greatest)

    def _between(self, first: int, last: int) -> Iterator[dict[str, Any]]:
        """The rows with these numbers; halves are tried of what cannot be read at once."""
        names = ", ".join(f'"{name}"' for name in self._columns)
        wanted = f"SELECT rowid, {names} FROM {self._table.name} NOT INDEXED WHERE rowid BETWEEN ? AND ?"
        try:
            found = self._source.execute(wanted, (first, last)).fetchall()
        except sqlite3.DatabaseError:
            if first == last:
                self._note([first], doubts=0)
                return
            middle = (first + last) // 2
            yield from self._between(first, middle)
            yield from self._between(middle + 1, last)
        else:
            here = {row[0] for row in found}
            self._note((number for number in range(first, last + 1) if number not in here), doubts=1)
            yield from (dict(zip(self._columns, row[1:], strict=True)) for row in found)

    def _note(self, numbers: Iterable[int], *, doubts: int) -> None:
        """Note which of the numbers that the table does not give are of rows that were there.

        By at least as many as say that there was none. `doubts` is 1 where the table could be read, and thus
        says that there was none; a page that has become an empty one says so too.
        """
        for number in numbers:
            knowing = self._known.get(number, 0)
            if 0 < knowing >= max(0, self._whole - knowing) + doubts:
                self._missing.add(number)

    def _out_of_indexes(self) -> Iterator[dict[str, Any]]:
        """Missing rows of which every column stands in an index; they are missing no more."""
        (key,) = self._table.primary_key.columns
        number_is_key = key.type.python_type is int
        rows: dict[int, dict[str, Any]] = {
            number: {key.name: number} if number_is_key else {} for number in sorted(self._missing)
        }
        for index in self._indexes_of_keys() if rows else ():
            self._fill(rows, index)
        for number, row in rows.items():
            if len(row) == len(self._columns):
                self._missing.discard(number)
                yield row

    def _fill(self, rows: dict[int, dict[str, Any]], index: str) -> None:
        """Put what an index knows into rows by their numbers."""
        try:
            columns = [name for _, _, name in self._source.execute(f'PRAGMA index_info("{index}")')]
            names = ", ".join(f'"{name}"' for name in columns)
            asked = f'SELECT rowid, {names} FROM {self._table.name} INDEXED BY "{index}"'
            for number, *values in self._source.execute(asked):
                if number in rows:
                    rows[number].update(zip(columns, values, strict=True))
        except sqlite3.DatabaseError:  # it is damaged from here on
            return
