"""Decisions: what reviewers ruled on clusters, as it stands and as it stood."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import func, select

from annotator.model.review import Category, Decision, GoldRange, SeenVariant, Verdict
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, decision_version, document, document_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from annotator.model.document import Annotator
    from annotator.model.span import Parts
    from annotator.storage.types import AnyRow

DECISIONS: Final = next(entry for entry in VERSIONED if entry.table is decision_version)

_PIECE: Final = 500


class Speaking(NamedTuple):
    """What rows of decisions name by keys or by older uids, and who they are now.

    Attributes:
        people: annotators by key.
        shown: uid of each merged label -> uid of the label it counts for.
    """

    people: Mapping[int, Annotator]
    shown: Mapping[str, str]


class PastDecision(NamedTuple):
    """One version of a decision: the step that made it and the one that ended it, None while it stands."""

    from_step: int
    to_step: int | None
    decision: Decision


class DecisionRows:
    """The decisions of a library, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_documents(self, documents: Mapping[int, str], speaking: Speaking) -> dict[int, list[Decision]]:
        """Living decisions by document, the oldest first.

        Args:
            documents: uid by key.
            speaking: names of what the rows hold by keys.
        """
        found: dict[int, list[Decision]] = {}
        wanted = select(decision_version).where(versions.is_current(decision_version))
        keys = list(documents)
        for begin in range(0, len(keys), _PIECE):
            chosen = decision_version.c.document.in_(keys[begin : begin + _PIECE])
            for row in self._connection.execute(wanted.where(chosen)):
                made = _decision(row, documents[row.document], speaking)
                found.setdefault(row.document, []).append(made)
        for held in found.values():
            held.sort(key=age)
        return found

    def home(self, cluster: str) -> int | None:
        """Key of the living document on which a living decision names that cluster."""
        statement = (
            select(decision_version.c.document)
            .join(document_row, document_row.c.document == decision_version.c.document)
            .where(decision_version.c.cluster == cluster, versions.is_current(decision_version))
        )
        return self._connection.execute(statement.limit(1)).scalar_one_or_none()

    def verdicts(self, corpus_key: int) -> dict[Verdict, int]:
        """How many living decisions of each verdict there are on a corpus's living documents."""
        statement = (
            select(decision_version.c.verdict, func.count())
            .join(document_row, document_row.c.document == decision_version.c.document)
            .where(document_row.c.corpus == corpus_key, versions.is_current(decision_version))
            .group_by(decision_version.c.verdict)
        )
        found: dict[str, int] = dict(self._connection.execute(statement).all())
        return {verdict: found.get(verdict.value, 0) for verdict in Verdict}

    def by_document(self, corpus_key: int) -> dict[str, int]:
        """How many living decisions there are on each of a corpus's living documents (uid) that has any."""
        statement = (
            select(document.c.uid, func.count())
            .join(document_row, document_row.c.document == document.c.id)
            .join(decision_version, decision_version.c.document == document.c.id)
            .where(document_row.c.corpus == corpus_key, versions.is_current(decision_version))
            .group_by(document.c.uid)
        )
        return dict(self._connection.execute(statement).all())

    def past(
        self, document: int, uid: str, speaking: Speaking, clusters: Sequence[str] = ()
    ) -> list[PastDecision]:
        """Every version that decisions on a document had, the oldest first.

        Args:
            document: key.
            uid: of the document.
            speaking: names of what the rows hold by keys.
            clusters: uids; only decisions on these, or () for all.
        """
        table = decision_version
        wanted = select(table).where(table.c.document == document).order_by(table.c.id)
        rows = [*self._rows(wanted, clusters, living=True), *self._rows(wanted, clusters, living=False)]
        rows.sort(key=lambda row: int(row.id))
        return [PastDecision(row.from_step, row.to_step, _decision(row, uid, speaking)) for row in rows]

    def _rows(self, wanted: Select[Any], clusters: Sequence[str], *, living: bool) -> list[AnyRow]:
        """Present and past rows are asked for apart, because an index holds only the present ones."""
        table = decision_version
        life = versions.is_current(table) if living else table.c.to_step.is_not(None)
        chosen = (table.c.cluster.in_(clusters),) if clusters else ()
        return list(self._connection.execute(wanted.where(life, *chosen)))

    def close(self, uids: Iterable[str], step: int) -> int:
        """End living decisions; how many there were."""
        return versions.close_rows(self._connection, DECISIONS, step, list(uids))

    def open(self, rows: Sequence[Mapping[str, object]], step: int) -> None:
        """Write decisions that have no living version, as `decision_rows` gave them."""
        versions.open_many(self._connection, decision_version, step, rows)


def decision_rows(
    decisions: Iterable[Decision], documents: Mapping[str, int], reviewer: int
) -> list[Mapping[str, object]]:
    """Decisions as they are stored, with all columns but the steps; `documents`: key by uid."""
    return [
        {
            "uid": each.uid,
            "document": documents[each.document],
            "cluster": each.cluster,
            "reviewer": reviewer,
            "verdict": each.verdict.value,
            "variants": _dumped(map(_seen_parts, each.variants)),
            "gold": _dumped(map(_gold_parts, each.gold)),
            "category": each.category.value,
            "reason": each.reason,
            "source": each.source,
            "made": each.made,
        }
        for each in decisions
    ]


def age(decision: Decision) -> tuple[str, str]:
    """Sort key of decisions, the oldest first; the same in every library that holds them."""
    return (decision.made, decision.uid)


def _decision(row: AnyRow, document: str, speaking: Speaking) -> Decision:
    return Decision(
        uid=row.uid,
        document=document,
        cluster=row.cluster,
        reviewer=speaking.people[row.reviewer],
        verdict=Verdict(row.verdict),
        variants=tuple(_seen(held, speaking.shown) for held in json.loads(row.variants)),
        gold=tuple(_gold(held, speaking.shown) for held in json.loads(row.gold)),
        category=_category(row.category),
        reason=row.reason,
        source=row.source,
        made=row.made,
    )


def _category(stored: str) -> Category:
    """The category; one that a newer program wrote says nothing to this one."""
    return _CATEGORIES.get(stored, Category.NONE)


_CATEGORIES: Final = {category.value: category for category in Category}


def _dumped(parts: Iterable[Mapping[str, object]]) -> str:
    """As stored: keys sorted, so that equal decisions are equal texts."""
    return json.dumps(list(parts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _place(start: int, end: int, label: str, parts: Parts | None) -> dict[str, object]:
    place: dict[str, object] = {"start": start, "end": end, "label": label}
    return place if parts is None else {**place, "parts": parts}


def _seen_parts(seen: SeenVariant) -> dict[str, object]:
    return {**_place(seen.start, seen.end, seen.label, seen.parts), "spans": seen.spans}


def _gold_parts(gold: GoldRange) -> dict[str, object]:
    return {**_place(gold.start, gold.end, gold.label, gold.parts), "uid": gold.uid}


def _seen(held: Mapping[str, Any], shown: Mapping[str, str]) -> SeenVariant:
    label = held["label"]
    return SeenVariant(
        held["start"], held["end"], shown.get(label, label), tuple(held["spans"]), _parts(held)
    )


def _gold(held: Mapping[str, Any], shown: Mapping[str, str]) -> GoldRange:
    label = held["label"]
    return GoldRange(held["start"], held["end"], shown.get(label, label), held["uid"], _parts(held))


def _parts(held: Mapping[str, Any]) -> Parts | None:
    stored = held.get("parts")
    return None if stored is None else tuple((start, end) for start, end in stored)
