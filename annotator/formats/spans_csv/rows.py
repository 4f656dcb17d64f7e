"""A table of spans read again, to see whether it was written right; it holds no texts and is not imported."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.errors import FormatError
from annotator.formats.articles.table import OF_SPANS
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_UID: Final = "span"
_GUARDED: Final = re.compile("'+(?=[=+\\-@\t\r\n＝＋－＠])")


class TableRow(NamedTuple):
    """One span of the table.

    Attributes:
        uid: of the span.
        document: uid.
        start: first code point, inclusive.
        end: code point after the last one.
        label: name.
        words: that it covers.
    """

    uid: str
    document: str
    start: int
    end: int
    label: str
    words: str


def rows(path: Path) -> Iterator[TableRow]:
    """The spans in the order of the table.

    Raises:
        FormatError: it is not the table that this program writes.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        table = csv.DictReader(stream)
        if not {_UID, *OF_SPANS} <= set(table.fieldnames or ()):
            raise FormatError(say("{file}: the columns of a table of spans are missing.", file=path.name))
        for number, row in enumerate(table, 1):
            try:
                yield TableRow(
                    _plain(row[_UID]),
                    _plain(row["document"]),
                    int(row["start"]),
                    int(row["end"]),
                    _plain(row["label"]),
                    _plain(row["text"]),
                )
            except (TypeError, ValueError) as error:
                raise FormatError(
                    say("{file}, row {number}: it is no row of a span.", file=path.name, number=number)
                ) from error


def _plain(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell
