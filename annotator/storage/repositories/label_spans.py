"""The spans of one label as a work list, and acts on chosen ones; people's layers on living documents."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import bindparam, text

from annotator.model.codebook import MergePreview, Place
from annotator.storage.repositories.people import People
from annotator.storage.tables import COUNTED_KINDS, span_version
from annotator.storage.united import United

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection, TextClause

    from annotator.storage.types import AnyRow

_KINDS: Final = ", ".join(f"'{kind}'" for kind in COUNTED_KINDS)
_LIVING: Final = f"""
    FROM span_version AS s
    JOIN layer AS l ON l.id = s.layer
    JOIN document_version AS d ON d.document = l.document AND d.to_step IS NULL AND d.binned = 0
    JOIN annotator_version AS a ON a.annotator = l.annotator AND a.to_step IS NULL AND a.kind IN ({_KINDS})
    WHERE s.to_step IS NULL AND s.label IN :labels {{alone}}
"""
_ORDER: Final = ' ORDER BY l.document, l.annotator, s.start, s."end" DESC, s.uid'
_STAMPED: Final = f"SELECT s.id, s.uid, s.label, s.from_step, l.annotator AS owner {_LIVING}{_ORDER}"
_COUNTED: Final = f"""
    SELECT count(*) AS spans, count(DISTINCT l.document) AS documents,
        coalesce(sum(l.annotator NOT IN :own), 0) AS others {_LIVING}
"""
_EQUAL: Final = f"""
    SELECT count(*) {_LIVING} AND EXISTS (SELECT 1 FROM span_version AS o WHERE o.to_step IS NULL
        AND o.layer = s.layer AND o.start = s.start AND o."end" = s."end" AND o.parts = s.parts
        AND o.label IN :kept)
"""
_SHOWN: Final = """
    SELECT s.id, s.uid, s.start, s."end", s.parts, s.label, s.layer, l.document, d.uid AS document_uid,
        v.title, a.name, r.status
    FROM span_version AS s
    JOIN layer AS l ON l.id = s.layer
    JOIN document AS d ON d.id = l.document
    JOIN document_version AS v ON v.document = d.id AND v.to_step IS NULL
    JOIN annotator_version AS a ON a.annotator = l.annotator AND a.to_step IS NULL
    LEFT JOIN document_row AS r ON r.document = d.id
    WHERE s.id IN :ids AND s.to_step IS NULL
"""
_ROUND: Final = """
    SELECT s.start, s."end", s.label FROM span_version AS s WHERE s.layer = :layer AND s.to_step IS NULL
    AND s.start < :end AND s."end" > :start
"""
_REVERSALS: Final = "SELECT seq, reverses FROM step WHERE reverses IS NOT NULL AND seq IN :steps"
_CHOSEN: Final = "SELECT key FROM temp.chosen"
_NAMES: Final = [
    column.name for column in span_version.columns if column.name not in ("id", "from_step", "to_step")
]
_DOCUMENTS: Final = f"""
    SELECT DISTINCT l.document FROM span_version AS s JOIN layer AS l ON l.id = s.layer
    WHERE s.id IN ({_CHOSEN}) ORDER BY 1
"""
_TAKEN: Final = f"""
    DELETE FROM temp.chosen WHERE key IN (SELECT s.id FROM span_version AS s JOIN span_version AS o
        ON o.layer = s.layer AND o.start = s.start AND o."end" = s."end" AND o.parts = s.parts
        AND o.label IN :kept AND o.to_step IS NULL WHERE s.id IN ({_CHOSEN}))
"""


class Stamped(NamedTuple):
    """A living span of a label: the version's key, uid, the label's key, the step it is of, and its owner."""

    id: int
    uid: str
    label: int
    from_step: int
    owner: str


class LabelSpans:
    """Spans by label, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def _united(self) -> United:
        return United.read(self._connection)

    def stamped(self, labels: Sequence[int]) -> list[Stamped]:
        """All of them in the order of documents and reading."""
        statement = _STAMPED.format(alone=self._united.not_twin())
        people = People(self._connection).all()
        found = self._connection.execute(_with(statement, "labels"), {"labels": list(labels)})
        return [Stamped(row.id, row.uid, row.label, row.from_step, people[row.owner].uid) for row in found]

    def places(self, labels: Sequence[int]) -> list[Place]:
        """The same, with what a list needs."""
        return [Place(row.id, row.owner) for row in self.stamped(labels)]

    def decided(self, spans: Sequence[Stamped]) -> dict[int, int]:
        """Step in which each span was decided, by the version's key.

        A version that an undo or redo wrote is a copy of an older one: that one's step counts.
        """
        origin = {span.id: span.from_step for span in spans}
        uids = {span.id: span.uid for span in spans}
        reversals = self._reversals(set(origin.values()))
        while reversals:
            older = {seq: self._closed(target) for seq, target in reversals.items()}
            for key, seq in origin.items():
                if seq in older:
                    origin[key] = older[seq].get(uids[key], 0)
            reversals = self._reversals(set(origin.values()) - set(older))
        return origin

    def _reversals(self, steps: Collection[int]) -> dict[int, int]:
        """Those of these steps that reverse another one, and which."""
        statement = _with(_REVERSALS, "steps")
        found: dict[int, int] = {}
        ordered = sorted(steps)
        for begin in range(0, len(ordered), 500):
            piece = {"steps": ordered[begin : begin + 500]}
            found.update(tuple(row) for row in self._connection.execute(statement, piece))
        return found

    def _closed(self, step: int) -> dict[str, int]:
        """Spans that a step closed, by uid, with the step that had opened them."""
        rows = self._connection.execute(
            text("SELECT uid, max(from_step) FROM span_version WHERE to_step = :step GROUP BY uid"),
            {"step": step},
        )
        return dict(tuple(row) for row in rows)

    def preview(self, labels: Sequence[int], kept: Sequence[int], own: int) -> MergePreview:
        """What becomes of the spans of `labels` when they count for `kept`; `own`: the person's key."""
        united = self._united
        wanted, alone = {"labels": list(labels)}, united.not_twin()
        counted = _with(_COUNTED.format(alone=alone), "labels", "own")
        row = self._connection.execute(counted, {**wanted, "own": united.members(own)}).one()
        equal = self._connection.execute(
            _with(_EQUAL.format(alone=alone), "labels", "kept"), {**wanted, "kept": list(kept)}
        )
        return MergePreview(row.spans, row.documents, row.others, equal.scalar_one())

    def shown(self, ids: Sequence[int]) -> list[AnyRow]:
        """The rows of these versions that still are the present ones, in the order asked for."""
        found = {row.id: row for row in self._connection.execute(_with(_SHOWN, "ids"), {"ids": list(ids)})}
        return [found[key] for key in ids if key in found]

    def around(self, layer: int, start: int, end: int) -> list[tuple[int, int, int]]:
        """(start, end, label key) of the living spans of a layer that reach into [start, end)."""
        rows = self._connection.execute(text(_ROUND), {"layer": layer, "start": start, "end": end})
        return [tuple(row) for row in rows]

    # Acts on chosen spans

    def choose(self, ids: Collection[int]) -> int:
        """Choose the versions to act on; how many of them are still the present ones."""
        self._run("CREATE TEMP TABLE IF NOT EXISTS chosen (key INTEGER PRIMARY KEY)")
        self._run("DELETE FROM temp.chosen")
        if ids:
            self._connection.execute(
                text("INSERT INTO temp.chosen VALUES (:key)"), [{"key": key} for key in sorted(set(ids))]
            )
        self._run(
            "DELETE FROM temp.chosen WHERE key NOT IN (SELECT id FROM span_version WHERE to_step IS NULL "
            f"AND id IN ({_CHOSEN}))"
        )
        return self._count("SELECT count(*) FROM temp.chosen")

    def documents(self) -> list[int]:
        """Keys of the documents of the chosen spans."""
        return list(self._connection.execute(text(_DOCUMENTS)).scalars())

    def close(self, step: int) -> None:
        """End the chosen spans."""
        self._run(f"UPDATE span_version SET to_step = :step WHERE id IN ({_CHOSEN})", step=step)

    def stamp(self, step: int) -> None:
        """Write the chosen spans anew just as they are, as decided in this step."""
        self.close(step)
        self._reopen(step, "label")

    def relabel(self, target: int, carried: Sequence[int], step: int) -> int:
        """Give the chosen spans another label; where a span on the very same words has it, they end.

        Args:
            target: key of the label.
            carried: all keys by which a span has it.
            step: the running step.

        Returns:
            How many ended.
        """
        self.close(step)
        before = self._count("SELECT count(*) FROM temp.chosen")
        self._connection.execute(_with(_TAKEN, "kept"), {"kept": list(carried)})
        self._drop_twins()
        self._reopen(step, ":target", target=target)
        return before - self._count("SELECT count(*) FROM temp.chosen")

    def _drop_twins(self) -> None:
        """Of chosen spans on the very same words, that carried labels merged into one, leave the first."""
        self._run(
            "DELETE FROM temp.chosen WHERE key NOT IN (SELECT min(id) FROM span_version "
            f'WHERE id IN ({_CHOSEN}) GROUP BY layer, start, "end", parts)'
        )

    def _reopen(self, step: int, label: str, **values: int) -> None:
        names = ", ".join(f'"{name}"' for name in _NAMES)
        taken = ", ".join(label if name == "label" else f'"{name}"' for name in _NAMES)
        self._run(
            f"INSERT INTO span_version ({names}, from_step) SELECT {taken}, :step FROM span_version "
            f"WHERE id IN ({_CHOSEN}) ORDER BY id",
            step=step,
            **values,
        )

    def _count(self, statement: str) -> int:
        return int(self._connection.execute(text(statement)).scalar_one())

    def _run(self, statement: str, **values: int) -> None:
        self._connection.execute(text(statement), values or None)


def by_document(rows: Sequence[AnyRow]) -> dict[int, list[AnyRow]]:
    """Rows of `LabelSpans.shown` by their document's key."""
    found: defaultdict[int, list[AnyRow]] = defaultdict(list)
    for row in rows:
        found[row.document].append(row)
    return dict(found)


def _with(statement: str, *lists: str) -> TextClause:
    return text(statement).bindparams(*(bindparam(name, expanding=True) for name in lists))
