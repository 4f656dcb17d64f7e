"""Whole corpora and single steps as streams: ordered selects walked side by side, memory flat."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, select, text

from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Document, Status
from annotator.storage.repositories.labels import Labels
from annotator.storage.repositories.layers import RANKS
from annotator.storage.repositories.spans import span_of
from annotator.storage.steps import Steps
from annotator.storage.tables import annotator, layer, layer_version, span_version
from annotator.storage.types import load_json
from annotator.storage.united import United

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Mapping

    from sqlalchemy import Connection, Table

    from annotator.model.changes import Change
    from annotator.model.span import Span
    from annotator.storage.types import AnyRow
_UNITED = "/*united*/"
"""Where a statement says that of several layers, or equal spans, of one person only one is read."""
_CHOSEN = """
    SELECT r.document FROM document_row AS r WHERE r.corpus = :corpus AND r.status BETWEEN :lowest AND
    :highest
"""
_DOCUMENTS = """
    SELECT d.id, d.uid, CAST(v.title AS BLOB), CAST(v.metadata AS BLOB), r.status, d.text_sha256,
        CAST(d.text AS BLOB)
    FROM document_row AS r
    JOIN document AS d ON d.id = r.document
    JOIN document_version AS v ON v.document = d.id AND v.to_step IS NULL
    WHERE r.corpus = :corpus AND r.status BETWEEN :lowest AND :highest
    ORDER BY r.document
"""
_LAYERS = f"""
    SELECT l.document, l.annotator, v.status
    FROM layer AS l
    CROSS JOIN layer_version AS v
    WHERE v.layer = l.id AND v.to_step IS NULL AND l.annotator IN :owners
    AND l.document IN ({_CHOSEN}) {_UNITED}
    ORDER BY l.document, l.annotator
"""
# Texts come as bytes: the driver gives up the whole select at one text that is no UTF-8.
# CROSS JOIN keeps SQLite from turning the loops round: layers outside, their spans by the unique index
# inside, is the order asked for, so that nothing is sorted and nothing held.
_SPANS = f"""
    SELECT l.document, l.annotator, s.uid, s.start, s."end", s.label, s.note, s.flags, s.origin, s.parts
    FROM layer AS l
    CROSS JOIN span_version AS s
    WHERE s.layer = l.id AND s.to_step IS NULL AND l.annotator IN :owners
    AND l.document IN ({_CHOSEN}) {_UNITED}
    ORDER BY l.document, l.annotator, s.start, s."end"
"""
_ALL = ":highest"
_ONE = ":highest AND r.document = :only"
"""How the three statements end that choose documents: not the same words, for each has its own plan."""
_PIECE = 1000
_STATUS = {status.value: status for status in Status}
_OF_LAYERS = {span_version.name, layer_version.name}
SIDES = ("from_step", "to_step")


class SpanRow(NamedTuple):
    """One row of the spans' select; annotator and label are keys, the rest as it is stored."""

    document: int
    annotator: int
    uid: str
    start: int
    end: int
    label: int
    note: str
    flags: str
    origin: str
    parts: str


_UID, _START, _END = map(itemgetter, map(SpanRow._fields.index, ("uid", "start", "end")))


@dataclass(frozen=True, slots=True)
class StreamedDocument:
    """One living document with the chosen layers.

    Attributes:
        document: with its text.
        status: number of its status.
        layers: (annotator key, status) of each chosen layer.
        rows: spans of the chosen layers in reading order, plain tuples with the fields of `SpanRow`.
        text_sha256: of the text as it was saved; the text is damaged if its own is another.
        raw: the bytes of the text, by which that is seen.
        is_readable: whether title, text and metadata could be read; U+FFFD stands for what could not.
    """

    document: Document
    status: int
    layers: tuple[tuple[int, Status], ...]
    rows: list[tuple[Any, ...]]
    text_sha256: str
    raw: bytes
    is_readable: bool

    @property
    def is_whole(self) -> bool:
        """Whether the text is the one that was saved."""
        return sha256(self.raw).hexdigest() == self.text_sha256

    @property
    def spans(self) -> Iterator[SpanRow]:
        """The rows with names for their fields."""
        return map(SpanRow._make, self.rows)


class Stream:
    """Ordered reading of much, by one connection and one read transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def documents(
        self,
        corpus_key: int,
        owners: Collection[int] | None = None,
        status: Status | None = None,
        chosen: Container[int] | None = None,
        only: int | None = None,
    ) -> Iterator[StreamedDocument]:
        """Living documents of a corpus in import order, those without a chosen layer too.

        Args:
            corpus_key: the corpus.
            owners: annotator keys whose layers to give, None for all; rows name the main ones.
            status: only documents of that status.
            chosen: only documents of these keys; None for all.
            only: key of the one document to give; None for all.
        """
        wanted = self._wanted(corpus_key, owners, status)
        if only is not None:
            wanted["only"] = only
        uid = self._connection.execute(
            text("SELECT uid FROM corpus WHERE id = :corpus"), {"corpus": corpus_key}
        ).scalar_one()
        united = United.read(self._connection)
        wanted["owners"] = united.everyone(wanted["owners"])
        layers = _Pile(self._run(_LAYERS.replace(_UNITED, united.not_behind()), wanted))
        spans = _Pile(_under_mains(self._run(_SPANS.replace(_UNITED, united.not_twin()), wanted), united))
        documents = self._run(_DOCUMENTS, {name: held for name, held in wanted.items() if name != "owners"})
        for key, own_uid, title, metadata, number, saved, raw in documents:
            if chosen is not None and key not in chosen:
                continue
            document, is_readable = _read(own_uid, uid, title, raw, metadata)
            states = tuple((united.main(owner), _STATUS[word]) for _, owner, word in layers.of(key))
            rows = _in_reading_order(spans.of(key))
            yield StreamedDocument(document, number, states, rows, saved, raw or b"", is_readable)

    def _wanted(
        self, corpus_key: int, owners: Collection[int] | None, status: Status | None
    ) -> dict[str, Any]:
        keys = (
            list(self._connection.execute(select(annotator.c.id)).scalars())
            if owners is None
            else list(owners)
        )
        lowest, highest = (0, 2) if status is None else (RANKS[status.value],) * 2
        return {"corpus": corpus_key, "owners": keys, "lowest": lowest, "highest": highest}

    def _run(self, statement: str, values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        """The rows as the driver gives them: SQLAlchemy's cost as much again as reading them."""
        prepared = text(statement.replace(_ALL, _ONE) if "only" in values else statement)
        if "owners" in values:
            prepared = prepared.bindparams(bindparam("owners", expanding=True))
        result = self._connection.execute(prepared.execution_options(stream_results=True), values)
        cursor = result.cursor
        while cursor is not None and (rows := cursor.fetchmany(_PIECE)):
            yield from rows
        result.close()

    def layer_changes(self, step: int) -> tuple[str, tuple[Change, ...]] | None:
        """(annotator uid, changes) when a step touched one layer and nothing else did it touch; else None."""
        if Steps(self._connection).tables(step) - _OF_LAYERS:
            return None
        opened, closed = (self._rows(span_version, step, side) for side in SIDES)
        opened_status, closed_status = (self._rows(layer_version, step, side) for side in SIDES)
        layers = {row.layer for row in (*opened, *closed, *opened_status, *closed_status)}
        if len(layers) != 1:
            return None
        statement = select(layer.c.annotator).where(layer.c.id == next(iter(layers)))
        key = United.read(self._connection).main(self._connection.execute(statement).scalar_one())
        owner = self._connection.execute(select(annotator.c.uid).where(annotator.c.id == key)).scalar_one()
        return owner, (*self._span_changes(opened, closed), *_status_changes(opened_status, closed_status))

    def _rows(self, table: Table, step: int, side: str) -> list[AnyRow]:
        return list(self._connection.execute(select(table).where(table.c[side] == step)))

    def _span_changes(self, opened: list[AnyRow], closed: list[AnyRow]) -> list[Change]:
        if not opened and not closed:
            return []
        corpus_key = self._connection.execute(
            text("SELECT corpus FROM label WHERE id = :label"), {"label": (opened or closed)[0].label}
        ).scalar_one()
        labels = Labels(self._connection).all_uids(corpus_key)
        before = {row.uid: span_of(row, labels) for row in closed}
        after = {row.uid: span_of(row, labels) for row in opened}
        return _as_changes(before, after)


def _read(
    uid: str, corpus: str, title: bytes | None, raw: bytes | None, metadata: bytes | None
) -> tuple[Document, bool]:
    """The document, and whether all of it could be read; a damaged library may have nothing in its place."""
    if title is None or raw is None or metadata is None:
        title, raw, metadata = title or b"", raw or b"", b"no metadata"
    try:
        return Document(uid, corpus, title.decode(), raw.decode(), load_json(metadata.decode())), True
    except (ValueError, AttributeError):  # no UTF-8; no JSON; JSON that is no object
        return Document(uid, corpus, title.decode(errors="replace"), raw.decode(errors="replace")), False


def _as_changes(before: dict[str, Span], after: dict[str, Span]) -> list[Change]:
    """The changes from one set of spans to the other, in an order in which each fits.

    A span whose new place is still held by another of them leaves and comes back instead of moving.
    """
    places = {span.place: uid for uid, span in before.items()}
    moved = [uid for uid in before if uid in after and places.get(after[uid].place, uid) == uid]
    changes: list[Change] = [SpanRemoved(span) for uid, span in before.items() if uid not in moved]
    changes += [SpanReplaced(before[uid], after[uid]) for uid in moved]
    return changes + [SpanAdded(span) for uid, span in after.items() if uid not in moved]


def _status_changes(opened: list[AnyRow], closed: list[AnyRow]) -> list[Change]:
    before = Status(closed[0].status) if closed else Status.NEW
    after = Status(opened[0].status) if opened else Status.NEW
    return [] if before is after else [StatusChanged(before, after)]


def _under_mains(rows: Iterator[tuple[Any, ...]], united: United) -> Iterator[tuple[Any, ...]]:
    """Rows of spans with the annotator they are shown under."""
    if not united.mains:
        return rows
    return ((row[0], united.main(row[1]), *row[2:]) for row in rows)


def _in_reading_order(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """By start, the longer first, then by uid (`model.span.reading_order`): three quick sorts, all stable."""
    rows.sort(key=_UID)
    rows.sort(key=_END, reverse=True)
    rows.sort(key=_START)
    return rows


class _Pile:
    """Rows in order of documents (their first column), handed out document by document."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, document_key: int) -> list[tuple[Any, ...]]:
        """The rows of this document; documents must be asked for in order."""
        while self._next is not None and self._next[0] <= document_key:
            key, rows = self._next
            found = list(rows) if key == document_key else []
            self._next = next(self._groups, None)
            if found:
                return found
        return []
