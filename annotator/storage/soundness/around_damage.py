"""Reading a table of a damaged file: every row that can be read, by its number, around what cannot.

No index is believed alone: one that is older than its table reads without an error and lacks rows. Indexes
only say how far the numbers go, and which rows there should have been.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    def run(self) -> Iterator[dict[str, Any]]:
        """Its rows."""
        self._ask_own_indexes()
        self._ask_indexes_of_keys()
        for first, last in self._lots():
            yield from self._between(first, last)

    def _ask_own_indexes(self) -> None:
        for index in self._table.indexes:
            where = index.dialect_options["sqlite"]["where"]
            is_whole = self._ask(str(index.name), "" if where is None else f" WHERE {where}")
            self._whole += is_whole and where is None

    def _ask_indexes_of_keys(self) -> None:
        """Those that SQLite makes for keys and for what may be there only once."""
        try:
            listed = self._source.execute(f"PRAGMA index_list({self._table.name})").fetchall()
        except sqlite3.DatabaseError:
            return
        for _, name, _, origin, *_ in listed:
            if origin != "c":
                self._whole += self._ask(name, "")

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
                self._unread[self._table.name] += self._is_lost(first, doubts=0)
                return
            middle = (first + last) // 2
            yield from self._between(first, middle)
            yield from self._between(middle + 1, last)
        else:
            here = {row[0] for row in found}
            missing = (number for number in range(first, last + 1) if number not in here)
            self._unread[self._table.name] += sum(self._is_lost(number, doubts=1) for number in missing)
            yield from (dict(zip(self._columns, row[1:], strict=True)) for row in found)

    def _is_lost(self, number: int, *, doubts: int) -> bool:
        """Whether there was such a row: by at least as many as say that there was none.

        Args:
            number: of the row, which the table does not give.
            doubts: 1 where the table could be read, and thus says that there was none; a page that has become
                an empty one says so too.
        """
        knowing = self._known.get(number, 0)
        return 0 < knowing >= max(0, self._whole - knowing) + doubts
