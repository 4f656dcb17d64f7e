"""What a search reads: texts that may hold the sought words, the spans on them; and the folded texts.

A document whose folded text is kept (`search_text`) is read only if that holds what the sought words fold
to; one without is always read. So the folded texts make a search quicker and never change what it finds.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import bindparam, insert, text

from annotator.model.document import Status
from annotator.model.search import HitSpan
from annotator.storage import sqlite
from annotator.storage.repositories.layers import RANKS, STATUSES
from annotator.storage.tables import search_text
from annotator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

_PIECE: Final = 500

_TEXTS: Final = """
    SELECT r.document, r.uid, r.title, r.status, d.text
    FROM document_row AS r
    JOIN document AS d ON d.id = r.document
"""
_IN_CORPUS: Final = "r.corpus = :corpus AND r.document >= :first AND r.status BETWEEN :lowest AND :highest"
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
    WHERE l.document IN :documents AND l.annotator IN :owners
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
    WHERE l.document IN :documents AND l.annotator = :owner
"""
_NOT_FOLDED: Final = """
    SELECT d.id, d.text FROM document AS d WHERE d.id > :after
    AND NOT EXISTS (SELECT 1 FROM search_text AS s WHERE s.document = d.id)
    ORDER BY d.id
"""


class TextRow(NamedTuple):
    """A living document with its text; `status` is the document's."""

    key: int
    uid: str
    title: str
    status: Status
    text: str


class Names(NamedTuple):
    """Uids by key: of the labels that spans carry, of annotators."""

    labels: Mapping[int, str]
    annotators: Mapping[int, str]


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

    def spans(self, keys: Sequence[int], owners: Collection[int], names: Names) -> dict[int, list[HitSpan]]:
        """Living spans of these annotators on documents, in reading order, by document."""
        found: dict[int, list[HitSpan]] = {}
        for piece in _pieces(keys):
            rows = self._rows(_SPANS, {"documents": piece, "owners": list(owners)})
            for key, together in groupby(rows, key=itemgetter(0)):
                spans = [
                    HitSpan(start, end, names.labels[label], uid, names.annotators[owner])
                    for _, start, end, label, uid, owner in together
                ]
                spans.sort(key=lambda span: (span.start, -span.end, span.uid))
                found[key] = spans
        return found

    def span(self, uid: str) -> tuple[int, int, str] | None:
        """(start, end, label uid) of a living span."""
        rows = list(self._rows(_SPAN, {"uid": uid}))
        return None if not rows else rows[0]

    def statuses(self, keys: Sequence[int], owner: int) -> dict[int, Status]:
        """Status of an annotator's layer by document, where there is one."""
        found: dict[int, Status] = {}
        for piece in _pieces(keys):
            rows = self._rows(_LAYERS, {"documents": piece, "owner": owner})
            found.update((key, Status(status)) for key, status in rows)
        return found

    def fold_some(self, after: int, characters: int) -> int | None:
        """Keep the folded texts of some documents that have none.

        Args:
            after: go on behind the document of this key.
            characters: stop when about so many are folded.

        Returns:
            Key of the last document looked at; None when none is left.
        """
        rows: list[dict[str, object]] = []
        left, last = characters, None
        for key, content in self._rows(_NOT_FOLDED, {"after": after}):
            rows.append({"document": key, "folded": folded_text(content)})
            last = key
            left -= len(content)
            if left <= 0:
                break
        if rows:
            self._connection.execute(insert(search_text), rows)
        return last

    def _rows(self, statement: str, values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        """The rows as the driver gives them, one by one: who has seen enough asks for no more."""
        prepared = text(statement)
        for name in ("documents", "owners", "labels"):
            if name in values:
                prepared = prepared.bindparams(bindparam(name, expanding=True))
        result = self._connection.execute(prepared.execution_options(stream_results=True), dict(values))
        try:
            while result.cursor is not None and (row := result.cursor.fetchone()) is not None:
                yield tuple(row)
        finally:
            result.close()


def folded_text(content: str) -> str:
    """A text as `search_text` keeps it."""
    return _kept(fold(content))


def _kept(folded: str) -> str:
    """Without NUL, which databases take for an end."""
    return folded.replace("\0", "\ufffd")


def _pieces(keys: Sequence[int]) -> Iterator[list[int]]:
    for begin in range(0, len(keys), _PIECE):
        yield list(keys[begin : begin + _PIECE])
