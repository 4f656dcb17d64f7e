"""What stands in a table of figures: columns, rows, and cells that know how they look, sort and are saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.plain_table import PlainTable, Value
from annotator.ui.i18n import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the words it is shown by; strong ones are what the row is about."""

    value: float
    shown: str
    is_strong: bool = False

    @classmethod
    def of(cls, value: int, *, is_strong: bool = False) -> Number:
        """A count with the language's separators."""
        return cls(value, number(value), is_strong)


@dataclass(frozen=True, slots=True)
class Share:
    """A bar with the number before it; `colour` is "#rrggbb" of a label, "" for the chrome's grey."""

    value: float
    total: float
    shown: str
    colour: str = ""

    @property
    def part(self) -> float:
        """The filled part, 0 to 1."""
        return min(1.0, self.value / self.total) if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Labels:
    """One label or several, shown as dots and words."""

    labels: tuple[Label, ...]

    @property
    def words(self) -> str:
        """Their names."""
        return ", ".join(label.name for label in self.labels)


Cell = str | Number | Share | Labels


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in px (0: what is left), whether it may go when room is short.

    Where the one with what is left has enough, others take up to twice their width if their words need it; a
    growing one takes it whatever its words are.
    """

    head: str
    width: int = 0
    is_right: bool = False
    is_optional: bool = False
    is_growing: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it stands for, and a cell a column."""

    key: object
    cells: tuple[Cell, ...]


def shown(cell: Cell) -> str:
    """A cell as it is read out."""
    match cell:
        case str():
            return cell
        case Labels():
            return cell.words
        case _:
            return cell.shown


def sort_value(cell: Cell) -> tuple[int, float, str]:
    """By what rows are put in order of this cell."""
    match cell:
        case Number() | Share():
            return 0, cell.value, ""
        case _:
            return 1, 0.0, shown(cell).casefold()


def plain(cell: Cell) -> Value:
    """A cell as it is saved."""
    match cell:
        case Number() | Share():
            return int(cell.value) if cell.value == int(cell.value) else cell.value
        case _:
            return shown(cell)


def plain_table(columns: Sequence[Column], rows: Sequence[Row]) -> PlainTable:
    """The table as it is saved."""
    heads = tuple(column.head for column in columns)
    return PlainTable(heads, tuple(tuple(map(plain, row.cells)) for row in rows))
