"""Reading a table of a damaged file: every row that can be read, by its number, around what cannot."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Table

_LOT: Final = 256

_INDEXED: Final = {"from_step": "0", "uid": "''", "name": "''"}
"""Columns with an index over all rows of their tables, and what is less than every value in them."""


def rows(
    source: sqlite3.Connection, table: Table, most: int, unread: Counter[str]
) -> Iterator[dict[str, Any]]:
    """The rows of a table that can be read.

    Args:
        source: connection to the damaged file.
        table: which one; nothing comes of one that is not there.
        most: no row has a greater number.
        unread: counts, by table, the rows that cannot be read; where neither an index nor the table says
            which rows there are, they are not counted.
    """
    reading = _Reading(source, table, most, unread)
    yield from reading.run()


class _Reading:
    """One table."""

    def __init__(self, source: sqlite3.Connection, table: Table, most: int, unread: Counter[str]) -> None:
        self._source = source
        self._name = table.name
        self._columns = [column.name for column in table.columns]
        self._most = most
        self._unread = unread
        self._counts = True

    def run(self) -> Iterator[dict[str, Any]]:
        """Its rows."""
        numbers = self._numbers()
        for first in range(0, len(numbers), _LOT):
            yield from self._among(numbers[first : first + _LOT])

    def _numbers(self) -> Sequence[int]:
        """Which numbers the rows have, by an index, else which they may have."""
        for column, least in _INDEXED.items():
            if column in self._columns:
                with contextlib.suppress(sqlite3.DatabaseError):
                    found = self._source.execute(
                        f'SELECT rowid FROM {self._name} WHERE "{column}" >= {least}'
                    )
                    return sorted(number for (number,) in found)
        try:
            (last,) = self._source.execute(f"SELECT max(rowid) FROM {self._name}").fetchone()
        except sqlite3.OperationalError:  # no such table
            return ()
        except sqlite3.DatabaseError:
            last = self._most
        self._counts = False
        return range((last or 0) + 1)

    def _among(self, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
        """The rows with these numbers; halves are tried of what cannot be read at once."""
        names = ", ".join(f'"{name}"' for name in self._columns)
        wanted = f"SELECT rowid, {names} FROM {self._name} NOT INDEXED WHERE rowid BETWEEN ? AND ?"
        try:
            found = self._source.execute(wanted, (numbers[0], numbers[-1])).fetchall()
        except sqlite3.DatabaseError:
            if len(numbers) == 1:
                self._unread[self._name] += self._counts
                return
            middle = len(numbers) // 2
            yield from self._among(numbers[:middle])
            yield from self._among(numbers[middle:])
        else:
            if self._counts:  # a row that the index knows may be gone without an error
                self._unread[self._name] += len(set(numbers) - {row[0] for row in found})
            yield from (dict(zip(self._columns, row[1:], strict=True)) for row in found)
