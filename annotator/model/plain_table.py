"""A table of words and numbers as it leaves the program: comma-separated values."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Heads and rows; numbers are numbers, not written in any language."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def as_csv(self) -> bytes:
        """The table as CSV in UTF-8 with the mark that spreadsheets look for; None is an empty cell."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(self.heads)
        writer.writerows(self.rows)
        return b"\xef\xbb\xbf" + text.getvalue().encode()
