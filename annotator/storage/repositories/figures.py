"""Rows that figures are counted from: many, narrow, and in an order that needs no sorting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, text

from annotator.model.tags import tags_of
from annotator.storage.types import load_json
from annotator.storage.united import United

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import Connection

_PIECE: Final = 20_000
_HOME: Final = "l.document IN (SELECT document FROM document_row WHERE corpus = :corpus)"
_LAYERS: Final = f"""
    SELECT l.id, l.document, l.annotator, v.status
    FROM layer AS l JOIN layer_version AS v ON v.layer = l.id AND v.to_step IS NULL
    WHERE {_HOME} {{alone}}
"""
# CROSS JOIN: layers outside, their spans by the unique index inside, which holds all four columns.
_RANGES: Final = f"""
    SELECT {{layer}}, s.start, s."end", s.label
    FROM layer AS l CROSS JOIN span_version AS s
    WHERE s.layer = l.id AND s.to_step IS NULL AND l.annotator IN :owners AND {_HOME} {{alone}}
    ORDER BY {{first}}, s.start, s."end" DESC
"""
_MANY: Final = """
    SELECT count(*) FROM (SELECT 1 FROM span_version WHERE to_step IS NULL LIMIT :many)
"""
_COVERED: Final = f"""
    SELECT {{layer}}, s.label, s.covered
    FROM layer AS l CROSS JOIN span_version AS s
    WHERE s.layer = l.id AND s.to_step IS NULL AND l.annotator IN :owners AND {_HOME} {{alone}}
"""
_WHOLE: Final = f"""
    SELECT {{layer}}, s.start, s."end", s.label, s.uid, s.from_step, s.parts, s.covered
    FROM layer AS l CROSS JOIN span_version AS s
    WHERE s.layer = l.id AND s.to_step IS NULL AND l.annotator IN :owners AND {_HOME} {{alone}}
    ORDER BY l.document, {{first}}, s.start, s."end" DESC
"""
_FORMS: Final = _WHOLE.replace("ORDER BY", "AND s.covered IN :forms ORDER BY", 1)
_WORK: Final = "('annotate', 'propagate', 'relabel', 'remove')"
_STEPS: Final = f"""
    SELECT s.seq, s.time, s.actor, e.keys, e.milliseconds
    FROM step AS s LEFT JOIN effort AS e ON e.step = s.seq
    WHERE s.corpus = :corpus AND s.kind IN {_WORK}
    ORDER BY s.seq
"""
_MADE: Final = f"""
    SELECT v.{{side}}, v.uid FROM span_version AS v
    WHERE v.{{side}} IN (SELECT seq FROM step WHERE corpus = :corpus AND kind IN {_WORK})
"""
_DOCUMENTS: Final = """
    SELECT r.document, r.uid, r.title, r.status, r.characters
    FROM document_row AS r WHERE r.corpus = :corpus ORDER BY r.document
"""
_TEXTS: Final = """
    SELECT r.document, d.text FROM document_row AS r JOIN document AS d ON d.id = r.document
    WHERE r.corpus = :corpus AND r.document IN :documents ORDER BY r.document
"""
_TAGS: Final = """
    SELECT v.document, v.metadata FROM document_version AS v
    JOIN document_row AS r ON r.document = v.document
    WHERE r.corpus = :corpus AND v.to_step IS NULL AND v.metadata <> '{}'
"""
_LATEST: Final = f"""
    SELECT d.uid, s.time FROM (
        SELECT document, max(seq) AS seq FROM (
            SELECT l.document, max(v.from_step, coalesce(v.to_step, 0)) AS seq
            FROM span_version AS v CROSS JOIN layer AS l
            WHERE l.id = v.layer AND l.annotator IN :owners AND {_HOME}
            UNION ALL
            SELECT l.document, max(v.from_step, coalesce(v.to_step, 0))
            FROM layer_version AS v CROSS JOIN layer AS l
            WHERE l.id = v.layer AND l.annotator IN :owners AND {_HOME}
        ) GROUP BY document
    ) AS latest JOIN step AS s ON s.seq = latest.seq JOIN document AS d ON d.id = latest.document
"""


class FigureRows:
    """Plain tuples as the driver gives them: rows with names would cost as much again as reading them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def has_spans(self, many: int) -> bool:
        """Whether so many spans live in the library."""
        row = next(self._pieces(_MANY, many=many))[0]
        return int(row[0]) >= many

    def layers(self, corpus_key: int) -> list[tuple[int, int, int, str]]:
        """(layer, document, annotator, status) of every layer on a corpus's living documents.

        Of several layers of one person on a document only the one under which reading shows them.
        """
        united = self._united
        statement = _LAYERS.format(alone=united.not_behind())
        rows = (row for piece in self._pieces(statement, corpus=corpus_key) for row in piece)
        return [(key, document, united.main(owner), status) for key, document, owner, status in rows]

    def documents(self, corpus_key: int) -> list[tuple[int, str, str, int, int]]:
        """(key, uid, title, number of the status, code points) of living documents in import order."""
        return [row for piece in self._pieces(_DOCUMENTS, corpus=corpus_key) for row in piece]

    def ranges(self, corpus_key: int, owners: Collection[int]) -> Iterator[Sequence[tuple[int, ...]]]:
        """(layer, start, end, label) of living spans in pieces; layer by layer in reading order."""
        return self._of_owners(_RANGES, corpus_key, owners)

    def covered(self, corpus_key: int, owners: Collection[int]) -> Iterator[Sequence[tuple[int, int, str]]]:
        """(layer, label, covered words) of living spans in pieces."""
        return self._of_owners(_COVERED, corpus_key, owners)

    def spans(
        self, corpus_key: int, owners: Collection[int], forms: Collection[str] = ()
    ) -> Iterator[Sequence[tuple[Any, ...]]]:
        """(layer, start, end, label, uid, step, parts, covered words), documents and spans in order.

        Only those that cover one of `forms` exactly, unless there are none of these.
        """
        if forms:
            return self._of_owners(_FORMS, corpus_key, owners, forms=list(forms))
        return self._of_owners(_WHOLE, corpus_key, owners)

    def steps(self, corpus_key: int) -> list[tuple[int, str, int, int | None, int | None]]:
        """(number, time, actor, keys, milliseconds) of the steps that label; the last two may be unknown."""
        return [row for piece in self._pieces(_STEPS, corpus=corpus_key) for row in piece]

    def made(self, corpus_key: int) -> Iterator[int]:
        """The labelling step of each span that was not there before it, one number a span."""
        came, went = (_MADE.format(side=side) for side in ("from_step", "to_step"))
        closed = {row for piece in self._pieces(went, corpus=corpus_key) for row in piece}
        for piece in self._pieces(came, corpus=corpus_key):
            yield from (row[0] for row in piece if row not in closed)

    def last_changed(self, corpus_key: int, owners: Collection[int]) -> dict[str, str]:
        """Document's uid -> time of the latest step that changed a layer of these annotators on it."""
        keys = self._united.everyone(owners)
        pieces = self._pieces(_LATEST, corpus=corpus_key, owners=keys)
        return {uid: time for piece in pieces for uid, time in piece}

    def texts(self, corpus_key: int, documents: Sequence[int]) -> Iterator[tuple[int, str]]:
        """(key, text) of these living documents in import order."""
        for begin in range(0, len(documents), 500):
            part = list(documents[begin : begin + 500])
            for piece in self._pieces(_TEXTS, 50, corpus=corpus_key, documents=part):
                yield from piece

    def tags(self, corpus_key: int) -> dict[int, list[str]]:
        """The tags of living documents that have any, by key."""
        rows = (row for piece in self._pieces(_TAGS, corpus=corpus_key) for row in piece)
        return {document: list(found) for document, told in rows if (found := tags_of(load_json(told)))}

    @property
    def _united(self) -> United:
        return United.read(self._connection)

    def _of_owners(
        self, statement: str, corpus_key: int, owners: Collection[int], **values: Any
    ) -> Iterator[Sequence[Any]]:
        """Rows of spans under the layers they are shown in."""
        united = self._united
        shown = united.layer() if united.mains else "s.layer"  # the unique index holds it
        prepared = statement.format(
            layer=shown, first="1" if united.mains else "l.id", alone=united.not_twin()
        )
        return self._pieces(prepared, corpus=corpus_key, owners=united.everyone(owners), **values)

    def _pieces(self, statement: str, size: int = _PIECE, **values: Any) -> Iterator[Sequence[Any]]:
        prepared = text(statement)
        several = [name for name, value in values.items() if isinstance(value, list)]
        prepared = prepared.bindparams(*(bindparam(name, expanding=True) for name in several))
        result = self._connection.execute(prepared.execution_options(stream_results=True), values)
        cursor = result.cursor
        while cursor is not None and (rows := cursor.fetchmany(size)):
            yield rows
        result.close()
