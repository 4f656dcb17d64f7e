"""Counts and list rows, kept in the transaction that changes what they count.

Two ways lead to the same numbers: one labelling adjusts them by what it did, everything else marks the
documents it touched and has their part counted anew. `check` counts all of it from nothing and compares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.storage.tables import COUNTED_KINDS
from annotator.storage.united import United

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection

_KINDS: Final = ", ".join(f"'{kind}'" for kind in COUNTED_KINDS)

_COUNTED_LAYERS: Final = f"""
    layer AS l
    JOIN layer_version AS lv ON lv.layer = l.id AND lv.to_step IS NULL
    JOIN annotator_version AS av ON av.annotator = l.annotator AND av.to_step IS NULL AND av.kind IN
    ({_KINDS})
"""


def _status_of_document(united: United) -> str:
    return f"""
    (SELECT min(CASE lv.status WHEN 'done' THEN 2 WHEN 'in-progress' THEN 1 ELSE 0 END) FROM {_COUNTED_LAYERS}
     WHERE l.document = d.id{united.not_behind()})
"""


def rows_as_counted(connection: Connection) -> str:
    """Selects every row of `document_row` as it must be, in the order of its columns; ends with a WHERE."""
    united = United.read(connection)
    return f"""
    SELECT d.id, v.corpus, d.uid, coalesce({_status_of_document(united)}, 0),
        (SELECT count(*) FROM {_COUNTED_LAYERS} JOIN span_version AS s ON s.layer = l.id AND s.to_step IS NULL
         WHERE l.document = d.id{united.not_twin()}),
        d.length, v.title, v.title_folded, v.title_sort
    FROM document AS d
    JOIN document_version AS v ON v.document = d.id AND v.to_step IS NULL AND v.binned = 0
"""


def labels_as_counted(connection: Connection) -> str:
    """Selects every row of `label_count` as it must be, but for its GROUP BY; ends with a WHERE."""
    return f"""
    SELECT coalesce(b.merged_into, s.label) AS label, count(*) AS spans, count(DISTINCT l.document) AS
    documents FROM document_version AS v
    JOIN {_COUNTED_LAYERS.replace("layer AS l", "layer AS l ON l.document = v.document", 1)}
    JOIN span_version AS s ON s.layer = l.id AND s.to_step IS NULL
    JOIN label_version AS b ON b.label = s.label AND b.to_step IS NULL
    WHERE v.to_step IS NULL AND v.binned = 0{United.read(connection).not_twin()}
"""


_BY_LABEL: Final = " GROUP BY coalesce(b.merged_into, s.label)"
_IN_LOT: Final = (
    " AND v.document IN (SELECT document FROM temp.touched WHERE document BETWEEN :first AND :last)"
)
_LOT: Final = 500
"""Documents counted together: sorting all spans of a library by label would take memory for each."""


class Projection:
    """Rows and counts of a library, by its writing connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self, keys: Sequence[int]) -> None:
        """Say which documents a step is about to touch, and take their labels out of the counts."""
        self._empty()
        if keys:
            self._run("INSERT INTO temp.touched VALUES (:key)", [{"key": key} for key in sorted(set(keys))])
        self._count_labels(-1)

    def mark_staged(self) -> None:
        """Mark the documents that an attached staging file is placed on."""
        self._empty()
        self._run("INSERT INTO temp.touched SELECT DISTINCT target FROM staging.spot")
        self._count_labels(-1)

    def mark_step(self, *seqs: int) -> int:
        """Mark all documents that steps, about to be reversed, touched; how many there are."""
        self._empty()
        for seq in seqs:
            statement = " UNION ".join(
                one.format(side=side, seq=int(seq)) for side in ("from_step", "to_step") for one in _TOUCHED
            )
            self._run(f"INSERT INTO temp.touched {statement} EXCEPT SELECT document FROM temp.touched")
        self._count_labels(-1)
        return int(self._connection.execute(text("SELECT count(*) FROM temp.touched")).scalar_one())

    def marked_uids(self) -> list[str]:
        """Uids of the marked documents."""
        statement = "SELECT uid FROM document WHERE id IN (SELECT document FROM temp.touched) ORDER BY id"
        return list(self._connection.execute(text(statement)).scalars())

    def _empty(self) -> None:
        self._run("CREATE TEMP TABLE IF NOT EXISTS touched (document INTEGER PRIMARY KEY)")
        self._run("DELETE FROM temp.touched")

    def refresh(self) -> None:
        """Count the marked documents anew, after the step's rows are written."""
        self._run("DELETE FROM document_row WHERE document IN (SELECT document FROM temp.touched)")
        self._run(
            f"INSERT INTO document_row {rows_as_counted(self._connection)} "
            "WHERE d.id IN (SELECT document FROM temp.touched)"
        )
        self._count_labels(1)

    def _count_labels(self, sign: int) -> None:
        self._run(
            "CREATE TEMP TABLE IF NOT EXISTS part (label INTEGER PRIMARY KEY, spans INTEGER, documents "
            "INTEGER)"
        )
        self._run("DELETE FROM temp.part")
        counted = labels_as_counted(self._connection)
        for lot in self._lots():
            self._run(
                f"INSERT INTO temp.part {counted}{_IN_LOT}{_BY_LABEL} ON CONFLICT (label) DO "
                "UPDATE SET spans = spans + excluded.spans, documents = documents + excluded.documents",
                [lot],
            )
        self._run(
            "INSERT INTO label_count SELECT label, 0, 0 FROM temp.part "
            "WHERE label NOT IN (SELECT label FROM label_count)"
        )
        self._run(
            f"UPDATE label_count SET spans = spans + {sign} * (SELECT p.spans FROM temp.part AS p WHERE "
            f"p.label = label_count.label), documents = documents + {sign} * (SELECT p.documents FROM "
            f"temp.part AS p "
            "WHERE p.label = label_count.label) WHERE label IN (SELECT label FROM temp.part)"
        )

    def _lots(self) -> Iterator[dict[str, int]]:
        """The marked documents in order, as the first and last key of each lot."""
        statement = text(
            "SELECT min(document) AS first, max(document) AS last FROM (SELECT document FROM temp.touched "
            f"WHERE document > :last ORDER BY document LIMIT {_LOT}) AS lot"
        )
        last = 0
        while (row := self._connection.execute(statement, {"last": last}).one()).last is not None:
            last = row.last
            yield {"first": row.first, "last": last}

    def adjust(self, document_key: int, spans: int, labels: Mapping[int, tuple[int, int]]) -> None:
        """Adjust the counts by what one labelling did.

        Args:
            document_key: the document.
            spans: by how many spans it has more.
            labels: label key (of the label it counts for) -> by how many spans and documents it has more.
        """
        self._run(
            "UPDATE document_row SET spans = spans + :spans WHERE document = :document",
            [{"spans": spans, "document": document_key}],
        )
        for key, (more, documents) in labels.items():
            values = {"label": key, "spans": more, "documents": documents}
            changed = self._connection.execute(
                text(
                    "UPDATE label_count SET spans = spans + :spans, documents = documents + :documents "
                    "WHERE label = :label"
                ),
                values,
            )
            if changed.rowcount == 0:
                self._run("INSERT INTO label_count VALUES (:label, :spans, :documents)", [values])

    def restatus(self, document_key: int) -> None:
        """Work out the status of a document from its layers."""
        statement = _status_of_document(United.read(self._connection)).replace("d.id", ":document")
        self._run(
            f"UPDATE document_row SET status = coalesce({statement}, 0) WHERE document = :document",
            [{"document": document_key}],
        )

    def rebuild(self) -> None:
        """Make all rows and counts anew."""
        self._run("DELETE FROM document_row")
        self._run(f"INSERT INTO document_row {rows_as_counted(self._connection)}")
        self._run("DELETE FROM label_count")
        self._run(f"INSERT INTO label_count {labels_as_counted(self._connection)}{_BY_LABEL}")

    def _run(self, statement: str, values: Sequence[Mapping[str, object]] = ()) -> None:
        self._connection.execute(text(statement), list(values) or None)


_TOUCHED: Final = (
    "SELECT document FROM document_version WHERE {side} = {seq}",
    # Layers are few where spans are many: IN brings 300,000 spans to 10,000 layers before UNION sorts them.
    "SELECT document FROM layer WHERE id IN (SELECT layer FROM layer_version WHERE {side} = {seq})",
    "SELECT document FROM layer WHERE id IN (SELECT layer FROM span_version WHERE {side} = {seq})",
    # What was ruled or said on a document is told of it, also when no span came of it.
    "SELECT document FROM decision_version WHERE {side} = {seq}",
    "SELECT document FROM comment_version WHERE {side} = {seq}",
    # A label that begins or ceases to count for another moves the counts of all documents it is on. CROSS
    # JOIN looks for such labels first: mostly there are none, and then no span is looked at.
    """SELECT l.document FROM label_version AS v CROSS JOIN span_version AS s
    JOIN layer AS l ON l.id = s.layer
    WHERE v.{side} = {seq} AND v.state = 'merged' AND s.label = v.label AND s.to_step IS NULL""",
    # Two annotators that become one person, or two again, show other spans on all documents they worked on.
    """SELECT l.document FROM alias_version AS v JOIN annotator AS w ON w.uid IN (v.uid, v.main_uid)
    JOIN layer AS l ON l.annotator = w.id WHERE v.{side} = {seq} AND v.kind = 'annotator'""",
)
