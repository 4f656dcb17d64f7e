"""Guidance: what the codebook says of labels, and which steps changed label set and codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select, text

from annotator.model.codebook import Guidance, dump_examples, load_examples
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, guidance_version, label, label_version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Table

    from annotator.storage.types import AnyRow

GUIDANCE: Final = next(entry for entry in VERSIONED if entry.table is guidance_version)
_FIELDS: Final = ("heading", "use_when", "avoid_when")
_OF_CORPUS: Final = "SELECT id FROM label WHERE corpus = :corpus"
_STEPS: Final = " UNION ".join(
    f"SELECT {side} AS seq FROM {table.name} WHERE {side} IS NOT NULL AND label IN ({_OF_CORPUS})"
    for table in (label_version, guidance_version)
    for side in ("from_step", "to_step")
)
_STAMP: Final = text(f"SELECT count(*) AS number, max(seq) AS latest FROM ({_STEPS}) AS changing")
_LATEST: Final = text(
    "SELECT s.time, v.name FROM step AS s LEFT JOIN annotator_version AS v ON v.annotator = s.actor "
    "AND v.to_step IS NULL WHERE s.seq = :seq"
)

Meaning = tuple[str, str, str]
"""What decides how a label is used: definition, use when, avoid when."""


class Guidances:
    """What the codebook of a library says beyond definitions, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, keys: Sequence[int]) -> dict[int, Guidance]:
        """Guidance of these labels by key; empty for those of which nothing is said."""
        uids = dict(
            self._connection.execute(select(label.c.id, label.c.uid).where(label.c.id.in_(keys))).all()
        )
        found = {key: Guidance(uid) for key, uid in uids.items()}
        statement = select(guidance_version).where(
            guidance_version.c.label.in_(keys), versions.is_current(guidance_version)
        )
        for row in self._connection.execute(statement):
            found[row.label] = _guidance(row, uids[row.label])
        return found

    def put(self, key: int, value: Guidance, step: int) -> None:
        """Write what is said of a label from now on; the guidance's own uid is not looked at."""
        versions.close_rows(self._connection, GUIDANCE, step, [key])
        if not value.is_empty:
            row = {name: getattr(value, name) for name in _FIELDS}
            row |= {"label": key, "examples": dump_examples(value.examples)}
            versions.open_rows(self._connection, guidance_version, step, [row])

    def close(self, keys: Sequence[int], step: int) -> None:
        """End what is said of labels that go."""
        versions.close_rows(self._connection, GUIDANCE, step, keys)

    def stamp(self, corpus_key: int) -> tuple[int, str, str]:
        """(number of steps that changed label set or guidance, time of the last one, who made it)."""
        row = self._connection.execute(_STAMP, {"corpus": corpus_key}).one()
        latest = self._connection.execute(_LATEST, {"seq": row.latest}).first()
        return (row.number, latest.time, latest.name or "") if latest else (0, "", "")

    def outdated(self, key: int, target: int) -> list[tuple[int, int | None]]:
        """Stretches of steps [first, end) in which label `key` meant another thing than `target` does now.

        A span that was written in one of them was decided under another definition. Which label counts for
        which is looked at as it was then. The end is None for a stretch that goes on.
        """
        labels = self._versions(label_version, [key, target])
        more = sorted({row.merged_into for row in labels if row.merged_into is not None} - {key, target})
        labels += self._versions(label_version, more)
        told = self._versions(guidance_version, [key, target, *more])
        borders = sorted({row.from_step for row in (*labels, *told) if row.from_step is not None})
        now = _meaning(labels, told, target, None)
        found: list[tuple[int, int | None]] = []
        for place, first in enumerate(borders):
            end = borders[place + 1] if place + 1 < len(borders) else None
            if _meaning(labels, told, key, first) != now:
                if found and found[-1][1] == first:
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((first, end))
        return found

    def _versions(self, table: Table, keys: Sequence[int]) -> list[AnyRow]:
        statement = select(table).where(table.c.label.in_(keys)).order_by(table.c.id)
        return list(self._connection.execute(statement))


def _guidance(row: AnyRow, uid: str) -> Guidance:
    return Guidance(uid, row.heading, row.use_when, row.avoid_when, load_examples(row.examples))


def _meaning(labels: Sequence[AnyRow], told: Sequence[AnyRow], key: int, at: int | None) -> Meaning:
    """What a label, or the one it counts for, meant right after step `at`; None: now."""
    own = _at(labels, key, at)
    if own is None:
        return ("", "", "")
    if own.merged_into is not None:
        key = own.merged_into
        own = _at(labels, key, at)
    guidance = _at(told, key, at)
    definition = "" if own is None else own.definition
    return (definition, *((guidance.use_when, guidance.avoid_when) if guidance else ("", "")))


def _at(rows: Sequence[AnyRow], key: int, at: int | None) -> AnyRow | None:
    for row in rows:
        if row.label == key and _holds(row, at):
            return row
    return None


def _holds(row: AnyRow, at: int | None) -> bool:
    if at is None:
        return row.to_step is None
    return row.from_step <= at and (row.to_step is None or row.to_step > at)
