"""What a search reads: texts that may hold the sought words, the spans on them; and the folded texts.

A document whose folded text is kept (`search_text`) is read only if that holds what the sought words fold
to; one without is always read. So the folded texts make a search quicker and never change what it finds.
"""

from __future__ import annotations

import contextlib
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import bindparam, delete, insert, text

from annotator.model.document import Status
from annotator.model.search import HitSpan
from annotator.storage.file import sqlite
from annotator.storage.repositories.layers import RANKS, STATUSES
from annotator.storage.tables import search_text
from annotator.storage.united import United
from annotator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

_PIECE: Final = 500
_FIRST_ROWS: Final = 20
_MORE_ROWS: Final = 200

_TEXTS: Final = """
    SELECT r.document, r.uid, r.title, r.status, d.text
    FROM document_row AS r
    JOIN document AS d ON d.id = r.document
"""
# The plus keeps SQLite from taking an index that begins with the corpus: all rows would be looked at and
# sorted before the first one is there.
_IN_CORPUS: Final = "+r.corpus = :corpus AND r.document >= :first AND r.status BETWEEN :lowest AND :highest"
_MAY_HOLD: Final = f"""
    NOT EXISTS (SELECT 1 FROM search_text AS s WHERE s.document = r.document
    AND NOT {sqlite.holds("s.folded", ":probe")})
"""
_HAS_LABEL: Final = """
    EXISTS (SELECT 1 FROM layer AS l JOIN span_version AS v ON v.layer = l.id AND v.to_step IS NULL
    WHERE l.document = r.document AND v.label IN :labels)
"""
_SPANS: Final = """
    SELECT l.document, s.start, s."end", s.label, s.uid, l.annotator
    FROM layer AS l
    JOIN span_version AS s ON s.layer = l.id AND s.to_step IS NULL
    WHERE l.document IN :documents AND l.annotator IN :owners {}
    ORDER BY l.document
"""
_SPAN: Final = """
    SELECT s.start, s."end", b.uid FROM span_version AS s
    JOIN label_version AS v ON v.label = s.label AND v.to_step IS NULL
    JOIN label AS b ON b.id = coalesce(v.merged_into, v.label)
    WHERE s.uid = :uid AND s.to_step IS NULL
"""
_LAYERS: Final = """
    SELECT l.document, v.status FROM layer AS l
    JOIN layer_version AS v ON v.layer = l.id AND v.to_step IS NULL
    WHERE l.document IN :documents AND l.annotator IN :owners {}
"""
_NOT_FOLDED: Final = """
    SELECT d.id, d.text FROM document AS d WHERE d.id > :after
    AND NOT EXISTS (SELECT 1 FROM search_text AS s WHERE s.document = d.id)
    ORDER BY d.id
"""


_FOLDED: Final = """
    SELECT s.document, CAST(s.folded AS BLOB), d.id, CAST(d.text AS BLOB)
    FROM search_text AS s LEFT JOIN document AS d ON d.id = s.document
"""


class TextRow(NamedTuple):
    """A living document with its text; `status` is the document's."""

    key: int
    uid: str
    title: str
    status: Status
    text: str


SpanRow = tuple[int, int, int, str, int]
"""A span as it is read: start, end, label key, uid, annotator key; plain, for there may be 300,000."""


class Names(NamedTuple):
    """Uids by key: of the labels that spans carry, of annotators."""

    labels: Mapping[int, str]
    annotators: Mapping[int, str]

    def span(self, row: SpanRow) -> HitSpan:
        """The span as it is shown."""
        return HitSpan(row[0], row[1], self.labels[row[2]], row[3], self.annotators[row[4]])


class Search:
    """Reading for searches, and keeping folded texts, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def texts(
        self,
        corpus_key: int,
        probe: str | None,
        *,
        first: int = 0,
        status: Status | None = None,
        documents: Sequence[int] | None = None,
        labels: Collection[int] | None = None,
    ) -> Iterator[TextRow]:
        """Living documents of a corpus that may hold the words, in import order; read as they are asked for.

        Args:
            corpus_key: the corpus.
            probe: what the folded text of a document with a hit contains, None if nothing is known of it.
            first: key of the first document to look at.
            status: only documents of that status.
            documents: only documents of these keys.
            labels: only documents on which a span carries a label of one of these keys.
        """
        lowest, highest = (0, 2) if status is None else (RANKS[status.value],) * 2
        values: dict[str, Any] = {
            "corpus": corpus_key,
            "first": first,
            "lowest": lowest,
            "highest": highest,
        }
        conditions = [_IN_CORPUS]
        if probe is not None:
            conditions.append(_MAY_HOLD)
            values["probe"] = _kept(probe)
        if labels is not None:
            conditions.append(_HAS_LABEL)
            values["labels"] = list(labels)
        if documents is None:
            yield from self._texts(conditions, values)
            return
        conditions.append("r.document IN :documents")
        for piece in _pieces(sorted(documents)):
            yield from self._texts(conditions, {**values, "documents": piece})

    def _texts(self, conditions: Sequence[str], values: Mapping[str, Any]) -> Iterator[TextRow]:
        statement = f"{_TEXTS} WHERE {' AND '.join(conditions)} ORDER BY r.document"
        for key, uid, title, status, content in self._rows(statement, values):
            yield TextRow(key, uid, title, STATUSES[status], content)

    def spans(self, keys: Sequence[int], owners: Collection[int]) -> dict[int, list[SpanRow]]:
        """Living spans of these annotators on documents, by start and the longer first, by document."""
        found: dict[int, list[SpanRow]] = {}
        united = United.read(self._connection)
        statement, everyone = _SPANS.format(united.not_twin()), united.everyone(owners)
        for piece in _pieces(keys):
            rows = self._rows(statement, {"documents": piece, "owners": everyone})
            for key, together in groupby(rows, key=itemgetter(0)):
                spans = [row[1:] for row in together]
                spans.sort(key=itemgetter(1), reverse=True)
                spans.sort(key=itemgetter(0))
                found[key] = spans
        return found

    def span(self, uid: str) -> tuple[int, int, str] | None:
        """(start, end, label uid) of a living span."""
        rows = list(self._rows(_SPAN, {"uid": uid}))
        return None if not rows else rows[0]

    def statuses(self, keys: Sequence[int], owner: int) -> dict[int, Status]:
        """Status of an annotator's layer by document, where there is one."""
        found: dict[int, Status] = {}
        united = United.read(self._connection)
        statement, members = _LAYERS.format(united.not_behind()), united.members(owner)
        for piece in _pieces(keys):
            rows = self._rows(statement, {"documents": piece, "owners": members})
            found.update((key, Status(status)) for key, status in rows)
        return found

    def not_folded(self, after: int, characters: int) -> list[tuple[int, str]]:
        """(key, text) of documents behind that key whose folded text is not kept: the next ones.

        Args:
            after: a key.
            characters: most of what to give; one longer document is given alone.
        """
        found: list[tuple[int, str]] = []
        for key, content in self._rows(_NOT_FOLDED, {"after": after}):
            characters -= len(content)
            if found and characters < 0:
                break
            found.append((key, content))
        return found

    def keep_folded(self, texts: Mapping[int, str]) -> None:
        """Keep folded texts, made by `folded_text`, by document; those kept must be none of them."""
        rows = [{"document": key, "folded": folded} for key, folded in texts.items()]
        self._connection.execute(insert(search_text), rows)

    def forget_folded(self) -> None:
        """Keep no folded texts; searches are as right without, and slower."""
        self._connection.execute(delete(search_text))

    def wrongly_folded(self) -> Iterator[int]:
        """Keys of documents whose kept text is not the folded one, and of those that are not there."""
        for key, folded, there, content in self._rows(_FOLDED, {}):
            if there is None or not _is_folded(folded, content):
                yield key

    def _rows(self, statement: str, values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        """The rows as the driver gives them, few at first: who has seen enough asks for no more."""
        prepared = text(statement)
        for name in ("documents", "owners", "labels"):
            if name in values:
                prepared = prepared.bindparams(bindparam(name, expanding=True))
        result = self._connection.execute(prepared.execution_options(stream_results=True), dict(values))
        try:
            size = _FIRST_ROWS
            while result.cursor is not None and (rows := result.cursor.fetchmany(size)):
                yield from rows
                size = _MORE_ROWS
        finally:
            result.close()


def _is_folded(folded: bytes, content: bytes) -> bool:
    """Whether it is the folded text; of a text that is none any more nothing can be told."""
    with contextlib.suppress(UnicodeDecodeError):
        return folded_text(content.decode()).encode() == folded
    return True


def folded_text(content: str) -> str:
    """A text as `search_text` keeps it."""
    return _kept(fold(content))


def _kept(folded: str) -> str:
    """Without NUL, which databases take for an end."""
    return folded.replace("\0", "\ufffd")


def _pieces(keys: Sequence[int]) -> Iterator[list[int]]:
    for begin in range(0, len(keys), _PIECE):
        yield list(keys[begin : begin + _PIECE])
