"""A table of spans for spreadsheets, written: a row a span, UTF-8 with the mark by which Excel knows it.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, and so does one that looks as
if it had one already: two cells that differ never become one.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, BinaryIO, Final

from annotator.formats.articles.table import OF_SPANS
from annotator.formats.not_held import FLAGS, NOTES, PEOPLE, NotHeld
from annotator.messages import say
from annotator.model.span import covered_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.formats.base import (
        LossReport,
        OutgoingDocument,
        OutgoingHead,
        OutgoingSpan,
        WriteOptions,
    )

_COLUMNS: Final = (*OF_SPANS, "parts", "annotator", "note", "flags", "span")
_MARK: Final = "\ufeff"
_RISKY: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def write(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write the header and a row for each span."""
    rows = _Rows(head)
    text = io.TextIOWrapper(stream, "utf-8", newline="")
    text.write(_MARK)
    # all but numbers in quotes: the writer leaves a lone carriage return without them, which ends the row
    table = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    table.writerow(_COLUMNS)
    for document in documents:
        table.writerows(rows.of(document))
    text.detach()
    rows.tell(losses)


class _Rows:
    def __init__(self, head: OutgoingHead) -> None:
        self._names = {person.uid: person.name for person in head.annotators}
        self._not_held = NotHeld(frozenset({NOTES, FLAGS, PEOPLE}))
        self._guarded = 0
        self._without = 0

    def of(self, outgoing: OutgoingDocument) -> Iterable[tuple[str | int, ...]]:
        self._without += not outgoing.spans
        return [self._row(outgoing, span) for span in outgoing.spans]

    def tell(self, losses: LossReport) -> None:
        losses.note(say("The table holds the words of spans, not the texts; it cannot be imported again."))
        if self._without:
            losses.note(
                say(
                    "{count} document without spans has no row.|{count} documents without spans have no row.",
                    count=self._without,
                )
            )
        if self._guarded:
            losses.note(
                say(
                    "{count} cell that a spreadsheet would take for a formula begins with an apostrophe."
                    "|{count} cells that a spreadsheet would take for formulas begin with an apostrophe.",
                    count=self._guarded,
                )
            )
        self._not_held.tell(losses)

    def _row(self, outgoing: OutgoingDocument, span: OutgoingSpan) -> tuple[str | int, ...]:
        document = outgoing.document
        parts = "" if span.parts is None else " ".join(f"{start}:{end}" for start, end in span.parts)
        return (
            self._cell(document.uid),
            self._cell(" ".join(document.title.splitlines())),
            span.start,
            span.end,
            self._cell(span.label),
            self._cell(covered_words(document.text, span.start, span.end, span.parts)),
            parts,
            self._cell(self._names[span.annotator]),
            self._cell(span.note),
            " ".join(span.flags),
            self._cell(span.uid),
        )

    def _cell(self, text: str) -> str:
        if not _RISKY.match(text):
            return text
        self._guarded += 1
        return "'" + text
