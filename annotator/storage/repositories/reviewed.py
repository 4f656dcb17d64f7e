"""What review reads of many documents at once: layers, their spans, what changed since a step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import bindparam, text

from annotator.model.document import AnnotatorKind
from annotator.storage.repositories.stream import SpanRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

_PIECE: Final = 500
_FETCHED: Final = 20_000
_DOCUMENTS: Final = """
    SELECT document, uid, title FROM document_row WHERE document IN :keys ORDER BY document
"""
_NAMED: Final = """
    SELECT r.document, r.uid, r.corpus FROM document AS d JOIN document_row AS r ON r.document = d.id
    WHERE d.uid IN :keys ORDER BY r.document
"""
_LAYERS: Final = """
    SELECT l.document, l.id, l.uid, l.annotator, v.status
    FROM layer AS l JOIN layer_version AS v ON v.layer = l.id AND v.to_step IS NULL
    WHERE l.document IN :keys ORDER BY l.document, l.annotator
"""
# CROSS JOIN: layers outside, their spans by the unique index inside.
_SPANS: Final = """
    SELECT l.document, l.annotator, s.uid, s.start, s."end", s.label, s.note, s.flags, s.origin, s.parts
    FROM layer AS l CROSS JOIN span_version AS s
    WHERE s.layer = l.id AND s.to_step IS NULL AND l.id IN :keys
"""
_COUNTS: Final = """
    SELECT l.document, l.annotator, v.status,
        (SELECT count(*) FROM span_version AS s WHERE s.layer = l.id AND s.to_step IS NULL)
    FROM document_row AS r CROSS JOIN layer AS l CROSS JOIN layer_version AS v
    WHERE r.corpus = :corpus AND l.document = r.document AND v.layer = l.id AND v.to_step IS NULL
"""
_COMPARED: Final = f"""
    SELECT l.document
    FROM document_row AS r
    JOIN layer AS l ON l.document = r.document
    JOIN layer_version AS v ON v.layer = l.id AND v.to_step IS NULL
    JOIN annotator_version AS a ON a.annotator = l.annotator AND a.to_step IS NULL
    WHERE r.corpus = :corpus AND a.kind <> '{AnnotatorKind.GOLD.value}'
    GROUP BY l.document HAVING count(*) > 1 ORDER BY l.document
"""
_PLACES: Final = """
    SELECT d.uid, s.start, s."end", k.uid, s.parts
    FROM document_row AS d JOIN layer AS l ON l.document = d.document
    JOIN span_version AS s ON s.layer = l.id AND s.to_step IS NULL
    JOIN label_version AS b ON b.label = s.label AND b.to_step IS NULL
    JOIN label AS k ON k.id = coalesce(b.merged_into, b.label)
"""
_WITH_WORDS: Final = """
    SELECT DISTINCT l.document FROM layer AS l CROSS JOIN span_version AS s
    WHERE l.document IN :keys AND s.layer = l.id AND s.to_step IS NULL AND s.covered = :words
"""
_CHANGED: Final = tuple(
    f"SELECT DISTINCT {column} FROM {table} AS v {join} WHERE v.{side} > :step"
    for table, join, column in (
        ("span_version", "JOIN layer AS l ON l.id = v.layer", "l.document"),
        ("layer_version", "JOIN layer AS l ON l.id = v.layer", "l.document"),
        ("decision_version", "", "v.document"),
    )
    for side in ("from_step", "to_step")
)
_ELSEWHERE: Final = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE {side} > :step AND {what}"
    for table, what in (("label_version", "state = 'merged'"), ("alias_version", "kind = 'annotator'"))
    for side in ("from_step", "to_step")
)
"""What changes layers without touching them: labels that count for others, people who are one."""


class LivingDocument(NamedTuple):
    """A document that is in no bin."""

    key: int
    uid: str
    title: str


class LivingLayer(NamedTuple):
    """A layer that exists now; all but its uid and status are keys."""

    document: int
    key: int
    uid: str
    annotator: int
    status: str

    @property
    def place(self) -> tuple[int, int]:
        """Document and annotator, by which its spans are found."""
        return (self.document, self.annotator)


class LayerCount(NamedTuple):
    """How much a layer holds; document and annotator are keys."""

    document: int
    annotator: int
    status: str
    spans: int


class ReviewRows:
    """Narrow rows of many documents, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def documents(self, keys: Sequence[int]) -> list[LivingDocument]:
        """Those of these documents that live, in import order."""
        return [LivingDocument(*row) for row in self._of_keys(_DOCUMENTS, keys)]

    def named(self, uids: Sequence[str]) -> list[tuple[int, str, int]]:
        """(key, uid, corpus key) of those of these documents that live, in import order."""
        return [tuple(row) for row in self._of_keys(_NAMED, uids)]

    def layers(self, keys: Sequence[int]) -> dict[int, list[LivingLayer]]:
        """Living layers by document, in the order in which their annotators came."""
        found: dict[int, list[LivingLayer]] = {}
        for row in self._of_keys(_LAYERS, keys):
            found.setdefault(row[0], []).append(LivingLayer(*row))
        return found

    def spans(self, layers: Sequence[int]) -> dict[tuple[int, int], list[SpanRow]]:
        """Living spans by keys of document and annotator, not sorted."""
        found: dict[tuple[int, int], list[SpanRow]] = {}
        for row in self._of_keys(_SPANS, layers):
            found.setdefault(row[:2], []).append(SpanRow._make(row))
        return found

    def counts(self, corpus_key: int) -> list[LayerCount]:
        """Every living layer on a corpus's living documents with its number of spans."""
        return [LayerCount._make(row) for row in self._run(_COUNTS, corpus=corpus_key)]

    def compared(self, corpus_key: int) -> list[int]:
        """Keys of living documents with two layers or more besides gold, in import order."""
        return [row[0] for row in self._run(_COMPARED, corpus=corpus_key)]

    def places(self) -> Iterator[tuple[str, int, int, str, str]]:
        """(document uid, start, end, label uid, parts) of all spans on living documents."""
        return self._run(_PLACES)

    def with_words(self, keys: Sequence[int], words: str) -> set[int]:
        """Those of these documents in which a span of whatever layer marks exactly these words."""
        return {row[0] for row in self._of_keys(_WITH_WORDS, keys, words=words)}

    def changed_since(self, step: int) -> set[int] | None:
        """Documents whose layers, spans or decisions later steps touched; None for whatever document."""
        if next(self._run(f"{_ELSEWHERE} LIMIT 1", step=step), None) is not None:
            return None
        return {row[0] for statement in _CHANGED for row in self._run(statement, step=step)}

    def _of_keys(self, statement: str, keys: Sequence[object], **values: Any) -> Iterator[Any]:
        for begin in range(0, len(keys), _PIECE):
            yield from self._run(statement, keys=list(keys[begin : begin + _PIECE]), **values)

    def _run(self, statement: str, **values: Any) -> Iterator[Any]:
        """The rows as the driver gives them: SQLAlchemy's cost as much again as reading them."""
        prepared = text(statement)
        if "keys" in values:
            prepared = prepared.bindparams(bindparam("keys", expanding=True))
        result = self._connection.execute(prepared.execution_options(stream_results=True), values)
        cursor = result.cursor
        while cursor is not None and (rows := cursor.fetchmany(_FETCHED)):
            yield from rows
        result.close()
