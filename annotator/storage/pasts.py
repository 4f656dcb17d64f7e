"""What steps did and what was before: rows for details, and plans that bring things back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, or_, select

from annotator.storage import versions
from annotator.storage.leaving import Leaving
from annotator.storage.rewriting import BY_NAME, Left, Plan, content, contents
from annotator.storage.tables import (
    VERSIONED,
    comment_version,
    decision_version,
    document_version,
    layer,
    layer_version,
    span_version,
    step,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Select, Table

    from annotator.storage.soundness.resting import Row
    from annotator.storage.tables import Versioned

_OF_DOCUMENT: Final = (decision_version, comment_version)
_KEPT_OF_DOCUMENT: Final = ("corpus", "text_sha256", "binned")
"""What bringing a document back does not touch: whether it lies in the bin is another matter."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What steps did to one thing: its content before and after them, None where it was not."""

    key: object
    before: Row | None
    after: Row | None


class Pasts:
    """The past of a library, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # ------------------------------------------------------------------ what steps did

    def touched(
        self,
        table: str,
        steps: Sequence[int],
        limit: int | None = None,
        first: int | None = None,
        opened: ColumnElement[bool] | None = None,
    ) -> list[Touch]:
        """What these steps, the oldest first, together did to things of one version table.

        Args:
            table: its name.
            steps: numbers.
            limit: of things for each step; more steps are not looked at once there are so many.
            first: key of a document whose things come before others where there is a limit.
            opened: which of the rows that the steps opened are looked at; all without it.
        """
        versioned = BY_NAME[table]
        before: dict[object, Row | None] = {}
        after: dict[object, Row | None] = {}
        for seq in steps:
            chosen = None if limit is None else self._first_keys(versioned, seq, limit, first)
            keys = () if chosen is None else (versioned.table.c[versioned.key].in_(chosen),)
            old = self._side(versioned, seq, "to_step", *keys)
            new = self._side(versioned, seq, "from_step", *keys, *(() if opened is None else (opened,)))
            for key in {**old, **new}:
                before.setdefault(key, old.get(key))
                after[key] = new.get(key)
            if limit is not None and len(before) >= limit:
                break
        return [Touch(key, before[key], after[key]) for key in before]

    def _side(
        self, versioned: Versioned, seq: int, side: str, *wanted: ColumnElement[bool]
    ) -> dict[object, Row]:
        table = versioned.table
        statement = select(table).where(table.c[side] == seq, _was_state(table), *wanted).order_by(table.c.id)
        return {row[versioned.key]: content(row) for row in self._mappings(statement)}

    def _first_keys(self, versioned: Versioned, seq: int, limit: int, document: int | None) -> list[object]:
        table, key = versioned.table, versioned.table.c[versioned.key]
        found: dict[object, None] = {}
        order = [*_own_first(table, document), table.c.id]
        for side in ("from_step", "to_step"):
            if len(found) < limit:
                chosen = select(key).where(table.c[side] == seq, _was_state(table)).order_by(*order)
                found.update(dict.fromkeys(self._connection.execute(chosen.limit(limit)).scalars()))
        return list(found)[:limit]

    def count(self, table: str, steps: Sequence[int]) -> int:
        """How many things of a version table these steps touched, each counted once for each step."""
        versioned = BY_NAME[table]
        rows, later = versioned.table, versioned.table.alias("later")
        opened = select(func.count()).where(rows.c.from_step.in_(steps))
        again = select(later.c.id).where(
            later.c[versioned.key] == rows.c[versioned.key], later.c.from_step == rows.c.to_step
        )
        closed = select(func.count()).where(
            rows.c.to_step.in_(steps), rows.c.from_step != rows.c.to_step, ~again.exists()
        )
        return sum(self._connection.execute(each).scalar_one() for each in (opened, closed))

    # ------------------------------------------------------------------ plans

    def plan_without(self, steps: Sequence[int]) -> Plan:
        """The plan by which what these steps did, the oldest first, is as before; later changes are left."""
        plan = Plan(self._connection, Leaving(self._connection, steps))
        for versioned in VERSIONED:
            name = versioned.table.name
            touches = self._touched_besides(plan.leaving, name, steps)
            now = contents(self._connection, name, [touch.key for touch in touches])
            for touch in touches:
                present = now.get(touch.key)
                left = None if present == touch.after else Left.CHANGED
                plan.add(name, touch.key, present, touch.before, left)
        return plan

    def _touched_besides(self, leaving: Leaving, table: str, steps: Sequence[int]) -> list[Touch]:
        """What the steps did to things of a table, but for the spans that just leave."""
        if table != span_version.name:
            return self.touched(table, steps)
        touches = self.touched(table, steps, opened=leaving.others())
        return [touch for touch in touches if touch.before is not None or touch.after is not None]

    def plan_document(self, document: int, seq: int) -> Plan:
        """The plan by which a document, with all its layers, is as it was right after step `seq`."""
        plan = Plan(self._connection)
        layers = self.layers(document)
        own = document_version.c.document == document
        self._plan_rows(plan, document_version, own, seq, kept=_KEPT_OF_DOCUMENT)
        self._plan_rows(plan, layer_version, layer_version.c.layer.in_(layers), seq)
        self._plan_rows(plan, span_version, span_version.c.layer.in_(layers), seq)
        for table in _OF_DOCUMENT:
            self._plan_rows(plan, table, table.c.document == document, seq)
        return plan

    def _plan_rows(
        self, plan: Plan, table: Table, mine: ColumnElement[bool], seq: int, kept: Sequence[str] = ()
    ) -> None:
        key = BY_NAME[table.name].key
        current = self._mappings(select(table).where(mine, versions.is_current(table)))
        ended = and_(table.c.from_step <= seq, table.c.to_step > seq)
        past = self._mappings(select(table).where(mine, ended))
        now = {row[key]: content(row) for row in current}
        then = {row[key]: content(row) for row in [*current, *past] if row["from_step"] <= seq}
        for each in {**now, **then}:
            present, wanted = now.get(each), then.get(each)
            if present is not None and wanted is not None:
                wanted = {**wanted, **{name: present[name] for name in kept}}
            plan.add(table.name, each, present, wanted)

    def _mappings(self, statement: Select[Any]) -> list[Row]:
        return [dict(row) for row in self._connection.execute(statement).mappings()]

    def layers(self, document: int) -> list[int]:
        """Keys of all layers that a document ever had."""
        return list(
            self._connection.execute(select(layer.c.id).where(layer.c.document == document)).scalars()
        )

    def existed(self, document: int, seq: int) -> bool:
        """Whether the library held the document right after step `seq`."""
        statement = select(document_version.c.id).where(
            document_version.c.document == document, versions.as_of(document_version, seq)
        )
        return self._connection.execute(statement).first() is not None

    # ------------------------------------------------------------------ one span

    def of_span(self, uid: str) -> list[Row]:
        """All rows a span ever had, the oldest first."""
        mine = select(span_version).where(span_version.c.uid == uid)
        # Asked for one by one, and sorted here: each way has an index then, and all rows together have none.
        lives = (span_version.c.to_step.is_not(None), versions.is_current(span_version))
        rows = [row for life in lives for row in self._mappings(mine.where(life))]
        return sorted(rows, key=lambda row: int(row["id"]))

    def document_of_layer(self, key: int) -> int:
        """The key of the document that a layer is on."""
        return int(self._connection.execute(select(layer.c.document).where(layer.c.id == key)).scalar_one())

    def owner_of_layer(self, key: int) -> int:
        """The key of the annotator whose a layer is."""
        wanted = select(layer.c.annotator).where(layer.c.id == key)
        return int(self._connection.execute(wanted).scalar_one())

    def plan_span(self, uid: str, row: Row) -> Plan:
        """The plan by which a span is as a past row says; its layer comes back with it."""
        plan = Plan(self._connection)
        name, home = layer_version.name, row["layer"]
        if home not in contents(self._connection, name, [home]):
            past = (
                select(layer_version).where(layer_version.c.layer == home).order_by(layer_version.c.id.desc())
            )
            plan.add(name, home, None, content(self._mappings(past.limit(1))[0]))
        plan.add(
            span_version.name,
            uid,
            contents(self._connection, span_version.name, [uid]).get(uid),
            content(row),
        )
        return plan


def steps_on(document: int) -> ColumnElement[bool]:
    """The condition that a step touched a document: its row, its layers, its spans, what is said of it."""
    layers = select(layer.c.id).where(layer.c.document == document)
    tables = [
        (document_version, document_version.c.document == document),
        (layer_version, layer_version.c.layer.in_(layers)),
        (span_version, span_version.c.layer.in_(layers)),
        *((table, table.c.document == document) for table in _OF_DOCUMENT),
    ]
    found: list[Select[Any]] = []
    for table, mine in tables:
        found.append(select(table.c.from_step).where(mine, versions.is_current(table)))
        ended = table.c.to_step.is_not(None)
        found += (select(table.c[side]).where(mine, ended) for side in ("from_step", "to_step"))
    return step.c.seq.in_(found[0].union(*found[1:]))


def _was_state(table: Table) -> ColumnElement[bool]:
    """A row that a step both opened and closed never was a state."""
    return or_(table.c.to_step.is_(None), table.c.from_step != table.c.to_step)


def _own_first(table: Table, document: int | None) -> list[ColumnElement[Any]]:
    """How to sort rows of one document before the others."""
    if document is None:
        return []
    if "layer" in table.c:
        layers = select(layer.c.id).where(layer.c.document == document)
        return [table.c.layer.not_in(layers)]
    return [table.c.document != document] if "document" in table.c else []
