"""Tables of texts, CSV and TSV: a row is a document, one column its text, the others title and metadata.

Cells are kept as they are. The separator is found out by the header, or said by the line "sep=;" that Excel
understands. In a table parted by tabs, quotation marks stand for themselves where they cannot be quotes.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.formats.base import IncomingDocument, Problems
from annotator.formats.decoding.decode import decode_bytes
from annotator.formats.whole_file import LARGEST, read_whole
from annotator.formats.wording import quoted
from annotator.messages import say
from annotator.text.encoding_names import encoding_name

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.messages import Message

TITLE: Final = "title"
TITLES: Final = (TITLE, "tiêu đề", "tiêu đề bài", "tên bài", "tựa đề")
"""Names of the column of titles, the likeliest first."""
OF_SPANS: Final = ("document", TITLE, "start", "end", "label", "text")
"""The columns with which a table of spans begins, see `spans_csv.writer`."""

_SEPARATORS: Final = (",", ";", "\t", "|")
_SAID: Final = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SHOWN_ROWS: Final = 10
_SHOWN_COLUMNS: Final = 20

csv.field_size_limit(LARGEST)


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """A document for every row that has a text.

    Raises:
        FormatError: no such column, rows of other widths than the header, quotes that do not close.
        OSError: the file cannot be read.
    """
    data = read_whole(source)
    if data.startswith(_WORKBOOKS):
        raise FormatError(
            say(
                "{file}: is a workbook, not a table of plain text. Save the sheet as “CSV UTF-8” in the "
                "spreadsheet program, and import that. Nothing was imported.",
                file=source.name,
            )
        )
    decoded = decode_bytes(data, options.encoding, name=source.name)
    if options.encoding is None and decoded.encoding != "utf-8":
        notices.add(say("It was read as {encoding}.", encoding=encoding_name(decoded.encoding)))
    table = _Table(source.name, decoded.text, options.text_column)
    notices.offer("text_column", table.columns())
    shape = table.checked()
    if not shape.has_quotes:
        notices.add(say("Quotation marks in it stand for themselves."))
    yield from table.documents(shape, notices)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the table is laid out.

    Attributes:
        separator: of cells.
        names: of columns, in order.
        text: place of the column of the text.
        title: place of the column of the title, None if there is none.
        has_quotes: whether quotation marks around a cell are none of its own.
    """

    separator: str
    names: tuple[str, ...]
    text: int
    title: int | None
    has_quotes: bool = True


class _Table:
    def __init__(self, file: str, text: str, wanted: str) -> None:
        self._file = file
        self._wanted = wanted
        said = _SAID.match(text)
        self._body = text[said.end() :] if said else text
        self._first_line = 2 if said else 1
        self._separators = (said[1],) if said else _likely(file)

    def checked(self) -> _Shape:
        """The shape of the table, once every row has been seen to have it.

        Raises:
            FormatError: with the first twenty things that are wrong.
        """
        separator, names = self._header()
        shape = self._shape(separator, names)
        problems = self._problems(shape)
        if problems.count:
            for other in self._others(shape):
                if not self._problems(other).count:
                    return other
        problems.raise_if_any()
        return shape

    def _others(self, shape: _Shape) -> Iterator[_Shape]:
        """As what else the table may be read: one column has no separator, tabs seldom go with quotes."""
        if len(shape.names) == 1:
            for separator in self._separators:
                yield replace(shape, separator=separator)
        if shape.separator == "\t":
            yield replace(shape, has_quotes=False)

    def documents(self, shape: _Shape, notices: Notices) -> Iterator[IncomingDocument]:
        """The rows below the header; says how many have no text."""
        without: list[int] = []
        found = False
        rows = self._rows(shape.separator, has_quotes=shape.has_quotes)
        line = self._first_line
        for number, row in enumerate(rows, 1):
            if number > 1 and any(row):
                if row[shape.text].strip():
                    found = True
                    yield _document(row, shape, line)
                else:
                    without.append(number)
            line = self._first_line + rows.line_num
        if not found:
            raise FormatError(say("{file}: no row has a text. There is nothing to import.", file=self._file))
        if without:
            more = ", …" if len(without) > _SHOWN_ROWS else ""
            notices.add(
                say(
                    "{count} row without text was left out: {rows}."
                    "|{count} rows without text were left out: {rows}.",
                    count=len(without),
                    rows=", ".join(map(str, without[:_SHOWN_ROWS])) + more,
                )
            )

    def _rows(self, separator: str, *, has_quotes: bool = True) -> Reader:
        return csv.reader(
            io.StringIO(self._body, newline=""),
            delimiter=separator,
            strict=True,
            quoting=csv.QUOTE_MINIMAL if has_quotes else csv.QUOTE_NONE,
        )

    def columns(self) -> list[str]:
        """Names of the columns."""
        return [name for name in self._header()[1] if name.strip()]

    def _header(self) -> tuple[str, list[str]]:
        """The separator, and the header by it: one that finds the text, else one that finds most columns."""
        found: list[tuple[str, list[str]]] = []
        for separator in self._separators:
            try:
                names: list[str] = next(self._rows(separator), [])
            except csv.Error:
                continue
            if _place(names, self._wanted) is not None:
                return separator, names
            found.append((separator, names))
        if not found:
            raise FormatError(self._says(1, _words_for(csv.Error("unexpected end of data"))))
        return max(found, key=lambda one: len(one[1]))

    def _shape(self, separator: str, names: Sequence[str]) -> _Shape:
        width = max((place for place, name in enumerate(names, 1) if name.strip()), default=0)
        names = names[:width]
        folded = {_folded(name) for name in names}
        text = _place(names, self._wanted)
        if folded.issuperset(OF_SPANS):
            raise FormatError(self._says(1, _SPANS))
        if text is None:
            known = ", ".join(map(quoted, names[:_SHOWN_COLUMNS]))
            known += ", …" if width > _SHOWN_COLUMNS else ""
            raise FormatError(
                self._says(
                    1,
                    say(
                        "there is no column “{column}”. Choose the column that holds the text; there are "
                        "{known}",
                        column=self._wanted,
                        known=known,
                    ),
                )
            )
        counts = Counter(filter(str.strip, names))
        if twice := next((name for name, count in counts.items() if count > 1), ""):
            raise FormatError(self._says(1, say("two columns have the name {name}", name=quoted(twice))))
        title = next((at for name in TITLES if (at := _place(names, name)) is not None), None)
        return _Shape(separator, tuple(names), text, None if title == text else title)

    def _problems(self, shape: _Shape) -> Problems:
        problems = Problems(self._file)
        width, number = len(shape.names), 0
        try:
            for number, row in enumerate(self._rows(shape.separator, has_quotes=shape.has_quotes), 1):
                if any(row) and (len(row) < width or any(row[width:])):
                    problems.add(self._ragged(number, len(row), shape))
        except csv.Error as error:
            problems.add(self._says(number + 1, _words_for(error)))
        return problems

    def _says(self, row: int, problem: Message) -> Message:
        return say(
            "{file}, row {row}: {problem}. Nothing was imported.", file=self._file, row=row, problem=problem
        )

    def _ragged(self, row: int, cells: int, shape: _Shape) -> Message:
        if cells > len(shape.names):
            return say(
                "{file}, row {row}: {count} cell but the header has {width} – is a “{separator}” missing its "
                "quotes? Nothing was imported."
                "|{file}, row {row}: {count} cells but the header has {width} – is a “{separator}” missing "
                "its quotes? Nothing was imported.",
                file=self._file,
                row=row,
                count=cells,
                width=len(shape.names),
                separator="TAB" if shape.separator == "\t" else shape.separator,
            )
        return say(
            "{file}, row {row}: {count} cell but the header has {width} – is a line break missing its "
            "quotes? Nothing was imported."
            "|{file}, row {row}: {count} cells but the header has {width} – is a line break missing its "
            "quotes? Nothing was imported.",
            file=self._file,
            row=row,
            count=cells,
            width=len(shape.names),
        )


_SPANS: Final = say(
    "it is a table of spans, as “spans-csv” writes it, and does not hold the texts. Import an export in "
    "another format"
)


def _document(row: Sequence[str], shape: _Shape, line: int) -> IncomingDocument:
    own = (shape.text, shape.title)
    metadata = {
        name.strip() or f"column {place + 1}": row[place]
        for place, name in enumerate(shape.names)
        if place not in own and row[place]
    }
    title = "" if shape.title is None else row[shape.title]
    return IncomingDocument(row[shape.text], title, metadata=metadata, line=line)


def _likely(file: str) -> tuple[str, ...]:
    """Separators, the likeliest first."""
    if file.lower().endswith((".tsv", ".tab")):
        return ("\t", *(sign for sign in _SEPARATORS if sign != "\t"))
    return _SEPARATORS


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def _place(names: Sequence[str], wanted: str) -> int | None:
    """Where the column is: by its name as it stands, else without regard to case."""
    if wanted in names:
        return names.index(wanted)
    folded = [_folded(name) for name in names]
    return folded.index(_folded(wanted)) if _folded(wanted) in folded else None


def _words_for(error: csv.Error) -> Message:
    if "expected after" in str(error):
        return say("a quotation mark inside a cell is not doubled, or what follows the cell is no separator")
    if "field limit" in str(error):
        return say("a cell is larger than {limit} MB", limit=LARGEST // 1_000_000)
    return say("a quotation mark opens a cell and none closes it")
