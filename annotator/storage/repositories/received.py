"""What packages brought: changes and steps made elsewhere, and which packages were merged."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, or_, select, union

from annotator.exchange.changes import change_uid
from annotator.storage import versions
from annotator.storage.received import Shelves
from annotator.storage.tables import (
    alias_version,
    annotator,
    comment_version,
    decision_version,
    document_row,
    layer,
    package_log,
    received_step,
    received_version,
    span_version,
    step,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select

_PIECE: Final = 10_000
_THINGS: Final = (span_version, decision_version, comment_version)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step made here or elsewhere, as a package tells of it; `summary` is a stored message."""

    uid: str
    kind: str
    actor: str
    replica: str
    counter: int
    lamport: int
    time: str
    summary: str


_TOLD: Final = ("uid", "kind", "replica", "counter", "lamport", "time", "summary")


class ReceivedRows:
    """Changes from elsewhere, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def shelves(self) -> Shelves:
        """The changes of documents, own and received."""
        return Shelves(self._connection)

    def steps(self, uids: Sequence[str]) -> dict[str, StepRow]:
        """Steps of these uids by uid, made here or elsewhere."""
        own = select(*(step.c[name] for name in _TOLD), annotator.c.uid.label("actor")).join(
            annotator, annotator.c.id == step.c.actor
        )
        other = select(*(received_step.c[name] for name in _TOLD), received_step.c.actor)
        found: dict[str, StepRow] = {}
        for begin in range(0, len(uids), _PIECE):
            piece = uids[begin : begin + _PIECE]
            for wanted, column in ((other, received_step.c.uid), (own, step.c.uid)):
                for row in self._connection.execute(wanted.where(column.in_(piece))).mappings():
                    found[row["uid"]] = StepRow(**row)
        return found

    def numbers(self, replicas: Iterable[str]) -> dict[tuple[str, int], str]:
        """Uid by (replica, counter) of all steps known of these copies of libraries."""
        wanted = sorted(set(replicas))
        found: dict[tuple[str, int], str] = {}
        for table in (received_step, step):
            columns = (table.c.replica, table.c.counter, table.c.uid)
            for replica, counter, uid in self._connection.execute(
                select(*columns).where(table.c.replica.in_(wanted))
            ):
                found[replica, counter] = uid
        return found

    def reversals(self) -> dict[str, str]:
        """Uid of each step made here that took another back -> uid of that one."""
        later, first = step.alias("later"), step.alias("first")
        wanted = select(later.c.uid, first.c.uid).join(first, first.c.seq == later.c.reverses)
        return dict(self._connection.execute(wanted).all())

    def behind(self, layer_key: int, thing: str, seq: int) -> StepRow | None:
        """The last step made elsewhere on a thing of a layer that merge `seq` brought, None without any."""
        rows, made = received_version, received_step
        home = select(layer.c.document).where(layer.c.id == layer_key).scalar_subquery()
        wanted = (
            select(*(made.c[name] for name in (*_TOLD, "actor")))
            .join(rows, rows.c.made_in == made.c.id)
            .where(rows.c.document == home, rows.c.thing == thing, rows.c.from_step == seq)
            .order_by(made.c.lamport.desc(), made.c.replica.desc())
        )
        row = self._connection.execute(wanted.limit(1)).mappings().first()
        return None if row is None else StepRow(**row)

    def add_steps(self, rows: Sequence[StepRow]) -> None:
        """Keep steps made elsewhere that are not kept yet."""
        known = self._step_keys([row.uid for row in rows])
        fresh = [_values(row) for row in rows if row.uid not in known]
        if fresh:
            self._connection.execute(insert(received_step), fresh)

    def add(self, rows: Sequence[Mapping[str, Any]], seq: int) -> None:
        """Write changes made elsewhere, in force from step `seq` on.

        Args:
            rows: the columns of `received_version`, `made_in` being the uid of a step that is kept.
            seq: of the running merge.
        """
        keys = self._step_keys(sorted({row["made_in"] for row in rows}))
        written = [{**row, "made_in": keys[row["made_in"]]} for row in rows]
        versions.open_rows(self._connection, received_version, seq, written)

    def _step_keys(self, uids: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for begin in range(0, len(uids), _PIECE):
            wanted = received_step.c.uid.in_(uids[begin : begin + _PIECE])
            statement = select(received_step.c.uid, received_step.c.id).where(wanted)
            found.update(self._connection.execute(statement).all())
        return found

    def latest(self) -> int:
        """The greatest lamport number of a step made here or received, 0 without any."""
        greatest = (select(func.max(table.c.lamport)) for table in (step, received_step))
        return max(self._connection.execute(each).scalar_one() or 0 for each in greatest)

    def unreadable(self) -> Iterator[tuple[str, str]]:
        """(uid, replica it came from) of changes of which base or body is damaged, or the step another."""
        columns = [received_version.c[name] for name in ("uid", "thing", "base", "body")]
        wanted = (
            select(*columns, received_step.c.uid.label("step"), received_step.c.replica)
            .join(received_step, received_step.c.id == received_version.c.made_in)
            .execution_options(yield_per=1000)
        )
        for row in self._connection.execute(wanted):
            is_whole = _is_json(row.base, list) and (not row.body or _is_json(row.body, dict))
            if not is_whole or row.uid != change_uid(row.step, row.thing):
                yield row.uid, row.replica

    def disputable(self, corpus_key: int) -> list[int]:
        """Living documents of a corpus on which something that came may have been changed apart, in order.

        On no others is anything: neither do the changes of a thing that came end in several, nor was it
        touched by a step made here.
        """
        rows = received_version.c
        came = select(rows.thing).where(rows.to_step.is_(None), rows.kind != "layer")
        merges = select(step.c.seq).where(step.c.kind == "merge")
        touched = [
            select(table.c.uid).where(
                table.c.uid.in_(came),
                or_(
                    table.c.from_step.not_in(merges),
                    table.c.to_step.is_not(None) & table.c.to_step.not_in(merges),
                ),
            )
            for table in _THINGS
        ]
        second = select(alias_version.c.main_uid).where(alias_version.c.kind == "span")
        wanted = select(rows.document).where(rows.to_step.is_(None), rows.thing.in_(union(*touched, second)))
        keys = {*self._connection.execute(wanted.distinct()).scalars(), *self._forked(came)}
        living = select(document_row.c.document).where(document_row.c.corpus == corpus_key)
        return sorted(keys.intersection(self._connection.execute(living).scalars()))

    def _forked(self, came: Select[Any]) -> set[int]:
        """Documents with a thing whose received changes end in several."""
        rows = received_version.c
        often = came.group_by(rows.thing).having(func.count() > 1)
        wanted = select(rows.uid, rows.thing, rows.document, rows.base).where(
            rows.to_step.is_(None), rows.thing.in_(often)
        )
        found = self._connection.execute(wanted).all()
        built_on = {uid for row in found if row.base != "[]" for uid in json.loads(row.base)}
        ends = Counter(row.thing for row in found if row.uid not in built_on)
        return {row.document for row in found if ends[row.thing] > 1}

    # ------------------------------------------------------------------ which packages

    def log(self, seq: int, **values: object) -> None:
        """Note that step `seq` merged a package."""
        self._connection.execute(insert(package_log).values(step=seq, **values))

    def merged(self, uid: str, sha256: str) -> str:
        """When the package of that uid or content was first merged by a merge in force; "" if never."""
        wanted = (
            select(package_log.c.step, package_log.c.time)
            .where((package_log.c.uid == uid) | (package_log.c.sha256 == sha256))
            .order_by(package_log.c.id)
        )
        return next((time for seq, time in self._connection.execute(wanted) if self.is_in_force(seq)), "")

    def is_in_force(self, seq: int) -> bool:
        """Whether a step is not taken back, or was made again."""
        later = self._connection.execute(select(step.c.seq).where(step.c.reverses == seq)).scalar()
        return later is None or not self.is_in_force(later)


def _is_json(text: str, kind: type) -> bool:
    try:
        return isinstance(json.loads(text), kind)
    except ValueError:
        return False


def _values(row: StepRow) -> dict[str, object]:
    return {**{name: getattr(row, name) for name in _TOLD}, "actor": row.actor}
