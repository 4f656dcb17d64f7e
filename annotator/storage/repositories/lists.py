"""The lists of the screen: keys in order, rows by key, counts, and streams for command line and export."""

from __future__ import annotations

from array import array
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from annotator.model.document import DocumentRow, Status
from annotator.model.listing import StatusCounts
from annotator.storage import versions
from annotator.storage.repositories.layers import RANKS, STATUSES
from annotator.storage.tables import document, document_row, document_version
from annotator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from annotator.storage.types import AnyRow

ORDERS: Final[Mapping[str, ColumnElement[Any]]] = {
    "import": document_row.c.document,
    "title": document_row.c.title_sort,
    "status": document_row.c.status,
    "spans": document_row.c.spans,
}
_PAGE: Final = 500


class Lists:
    """Living documents as lists show them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keys(
        self, corpus_key: int, *, search: str, status: Status | None, order: str, descending: bool
    ) -> array[int]:
        """Keys of a corpus's living documents that fit, in order; equal ones in import order."""
        row = document_row.c
        statement = select(row.document).where(row.corpus == corpus_key)
        if status is not None:
            statement = statement.where(row.status == RANKS[status.value])
        for word in fold(search).replace("\0", " ").split():
            statement = statement.where(func.instr(row.title_folded, word) > 0)
        first = ORDERS[order]
        columns = (first.desc(), row.document.desc()) if descending else (first, row.document)
        # The driver's own rows: SQLAlchemy's would double the time for a million keys.
        found: Any = self._connection.execute(statement.order_by(*columns)).cursor
        return array("q", map(itemgetter(0), found))

    def rows(self, keys: Sequence[int]) -> list[DocumentRow]:
        """The rows of these keys in their order; keys that are no longer living documents are left out."""
        found: dict[int, DocumentRow] = {}
        row = document_row.c
        for begin in range(0, len(keys), _PAGE):
            page = list(keys[begin : begin + _PAGE])
            statement = select(row.document, row.uid, row.title, row.status, row.spans, row.characters).where(
                row.document.in_(page)
            )
            for key, uid, title, status, spans, characters in self._connection.execute(statement):
                found[key] = DocumentRow(uid, title, STATUSES[status], spans, characters)
        return [found[key] for key in keys if key in found]

    def counts(self, corpus_key: int) -> StatusCounts:
        """How many living documents a corpus has in each status."""
        row = document_row.c
        statement = select(row.status, func.count()).where(row.corpus == corpus_key).group_by(row.status)
        found = {status: number for status, number in self._connection.execute(statement)}  # noqa: C416
        return StatusCounts(sum(found.values()), *(found.get(rank, 0) for rank in range(len(STATUSES))))

    def next_unfinished(self, corpus_key: int, after: int) -> str | None:
        """Uid of the next document in import order that is not done, from the top again at the end."""
        row = document_row.c
        unfinished = select(row.uid).where(
            _is_of(corpus_key), row.status < RANKS[Status.DONE.value], row.document != after
        )
        for statement in (unfinished.where(row.document > after), unfinished):
            found = self._connection.execute(statement.order_by(row.document).limit(1)).scalar_one_or_none()
            if found is not None:
                return str(found)
        return None

    def neighbour(self, corpus_key: int, key: int, step: int) -> str | None:
        """Uid of the living document `step` places on in import order, which is not 0."""
        row = document_row.c
        is_on = step > 0
        statement = (
            select(row.uid)
            .where(_is_of(corpus_key), row.document > key if is_on else row.document < key)
            .order_by(row.document if is_on else row.document.desc())
        )
        found: str | None = self._connection.execute(
            statement.limit(1).offset(abs(step) - 1)
        ).scalar_one_or_none()
        return found

    def binned(self, corpus_key: int) -> list[DocumentRow]:
        """Documents of a corpus that lie in the bin, in import order."""
        table = document_version
        statement = (
            select(document.c.uid, table.c.title, document.c.length)
            .join(table, table.c.document == document.c.id)
            .where(table.c.corpus == corpus_key, table.c.binned == 1, versions.is_current(table))
            .order_by(document.c.id)
        )
        rows = self._connection.execute(statement)
        return [DocumentRow(row.uid, row.title, Status.NEW, 0, row.length) for row in rows]

    def pages(self, corpus_key: int, status: Status | None = None) -> Iterator[Sequence[AnyRow]]:
        """Rows of living documents in import order with their metadata, some hundred at a time."""
        row = document_row.c
        last = 0
        while True:
            statement = (
                select(document_row, document_version.c.metadata)
                .join(document_version, document_version.c.document == row.document)
                .where(row.corpus == corpus_key, row.document > last, versions.is_current(document_version))
                .order_by(row.document)
            )
            if status is not None:
                statement = statement.where(row.status == RANKS[status.value])
            page = self._connection.execute(statement.limit(_PAGE)).all()
            if not page:
                return
            yield page
            last = page[-1].document


def _is_of(corpus_key: int) -> ColumnElement[bool]:
    """The condition that a row is of a corpus, for who wants the first rows in import order.

    The sum keeps SQLite from an index that begins with the corpus: it would sort all rows before the first.
    """
    return document_row.c.corpus + 0 == corpus_key
