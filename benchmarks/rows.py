"""One line of the table: what was measured, what it is held against, whether it is within the limit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement.

    Attributes:
        what: in words, with the size.
        measured: in `unit`, the median unless `what` says otherwise.
        unit: ms, s or MB.
        limit: most that it may be, in `unit` or, if there is a floor, as a multiple of it; None if only told.
        floor: what it is held against, in `unit`; None when the limit is absolute.
        floor_name: what the floor is.
    """

    what: str
    measured: float
    unit: str
    limit: float | None = None
    floor: float | None = None
    floor_name: str = ""

    @property
    def ratio(self) -> float | None:
        """Measured to floor."""
        return self.measured / self.floor if self.floor else None

    @property
    def is_within(self) -> bool:
        """Whether the limit is kept; without a limit it is."""
        if self.limit is None:
            return True
        return (self.measured if self.ratio is None else self.ratio) <= self.limit

    def cells(self) -> tuple[str, ...]:
        """The line as it is printed."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}x"
        limit = (
            "" if self.limit is None else f"{self.limit:g}{' ' + self.unit if self.ratio is None else 'x'}"
        )
        verdict = "" if self.limit is None else ("ok" if self.is_within else "OVER")
        return self.what, _number(self.measured, self.unit), _floor(self), ratio, limit, verdict


def _number(value: float, unit: str) -> str:
    return (
        f"{value:.0f} {unit}"
        if value >= 100
        else f"{value:.2f} {unit}"
        if value < 10
        else f"{value:.1f} {unit}"
    )


def _floor(row: Row) -> str:
    return "" if row.floor is None else f"{_number(row.floor, row.unit)} ({row.floor_name})"


HEADER = ("what", "measured", "floor", "ratio", "limit", "")


def table(rows: list[Row]) -> str:
    """The lines under their header, columns aligned."""
    lines = [HEADER, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
