"""A table of words and numbers as it leaves the program: comma-separated values."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = str | int | float | None

_RECKONS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Heads and rows; numbers are numbers, not written in any language."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def as_csv(tables: Sequence[PlainTable]) -> bytes:
    """Tables as CSV in UTF-8 with the mark that spreadsheets look for; None is an empty cell.

    An empty line stands between two tables. Words that a spreadsheet would take for a formula get an
    apostrophe before them.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for place, table in enumerate(tables):
        if place:
            writer.writerow(())
        writer.writerow(map(no_formula, table.heads))
        writer.writerows(tuple(map(_shown, row)) for row in table.rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def no_formula(words: str) -> str:
    """The words so that a spreadsheet shows them and computes nothing: with an apostrophe where needed."""
    return f"'{words}" if words.startswith(_RECKONS) else words


def guarded_in(table: str) -> int:
    """How many cells of a table, written as CSV, begin with an apostrophe because of `no_formula`."""
    cells = (cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row)
    return sum(cell[:1] == "'" and cell[1:].startswith(_RECKONS) for cell in cells)


def _shown(value: Value) -> Value:
    return no_formula(value) if isinstance(value, str) else value
