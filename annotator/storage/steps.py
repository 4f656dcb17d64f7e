"""The one line of steps: what was done, by whom, and which of it can be taken back next."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import and_, exists, func, insert, not_, or_, select, text, update

from annotator.messages import Message
from annotator.model.identity import new_uid
from annotator.model.outcome import StepInfo
from annotator.storage import versions
from annotator.storage.pasts import steps_on
from annotator.storage.soundness.step_digests import FILLED, SIDES, StepDigests
from annotator.storage.tables import (
    annotator_version,
    corpus,
    step,
    step_gap,
)
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Select

    from annotator.model.past import HistoryFilter
    from annotator.storage.types import AnyRow

UNDO: Final = "undo"
REDO: Final = "redo"
PURGE: Final = "purge"
FOUNDING: Final = "create"
MERGE: Final = "merge"
RESCUE: Final = "rescue"
"""Kinds of steps the line itself knows: emptying the bin and the founding cannot be taken back, the merge of
a package not out of the middle."""

_PAGE: Final = 200

_LATEST: Final = text(
    "SELECT (SELECT max(seq) FROM step), (SELECT max(lamport) FROM step), r.value, "
    "(SELECT max(counter) FROM step WHERE replica = r.value) FROM setting AS r WHERE r.name = 'replica'"
)


class OnDocument(NamedTuple):
    """A document whose steps are asked for; its key is None when it is no longer there."""

    uid: str
    key: int | None


class Steps(StepDigests):
    """The steps of a library, by one connection."""

    def add(
        self,
        kind: str,
        summary: Message,
        *,
        actor: int,
        corpus_key: int | None = None,
        document: str | None = None,
        reverses: int | None = None,
        group: str | None = None,
        uid: str | None = None,
        seen: int = 0,
    ) -> int:
        """Write the next step and give its sequence number; `close` completes it before COMMIT.

        `seen` is the greatest lamport number of steps made elsewhere that it is made on.
        """
        seq, lamport, replica, counter = self._connection.execute(_LATEST).one()
        seq = (seq or 0) + 1
        self._connection.execute(
            insert(step).values(
                seq=seq,
                uid=uid or new_uid(),
                kind=kind,
                actor=actor,
                replica=replica,
                counter=(counter or 0) + 1,
                lamport=max(lamport or 0, seen) + 1,
                time=utc_now(),
                corpus=corpus_key,
                document=document,
                summary=summary.dump(),
                reverses=reverses,
                group=group,
                row_count=0,
                digest="",
            )
        )
        return seq

    def close(self, seq: int) -> None:
        """Write into a step how many rows it opened and closed, and their digest."""
        count, digest = self.digest(seq)
        self._connection.execute(update(step).where(step.c.seq == seq).values(row_count=count, digest=digest))

    def tables(self, seq: int) -> set[str]:
        """Names of the version tables in which a step opened or closed rows."""
        found = self._connection.execute(FILLED, {"seq": seq})
        return {SIDES[row.place][0].name for row in found}

    def is_empty(self, seq: int) -> bool:
        """Whether a running step has opened and closed nothing yet."""
        return self._connection.execute(FILLED, {"seq": seq}).first() is None

    def describe(self, seq: int, summary: Message, corpus_key: int | None, document: str | None) -> None:
        """Say of the running step what is only known after its work."""
        values = {"summary": summary.dump(), "corpus": corpus_key, "document": document}
        self._connection.execute(update(step).where(step.c.seq == seq).values(**values))

    def next_undo(self) -> list[StepInfo]:
        """The newest step that is not reversed and can be, with those right before it of the same group.

        Steps of which emptying the bin left nothing are passed by: nobody can take them back any more.
        Newest first; empty at the beginning of the line.
        """
        return next(iter(self.undo_line(1)), [])

    def undo_line(self, most: int) -> list[list[StepInfo]]:
        """What undoing would take back one after the other, each with its group: the newest acts."""
        own = step.c.kind.not_in((UNDO, PURGE, FOUNDING))
        return self._together(select(step).where(own, ~_is_reversed(), ~_is_gone()), most)

    def next_redo(self) -> list[StepInfo]:
        """The newest undo that is not reversed and younger than all steps of one's own, with its group.

        Newest first; empty at the end of the line.
        """
        newest_own = select(func.max(step.c.seq)).where(step.c.kind.not_in((UNDO, REDO))).scalar_subquery()
        younger = step.c.seq > func.coalesce(newest_own, 0)
        undone = select(step).where(step.c.kind == UNDO, ~_is_reversed(), younger)
        return next(iter(self._together(undone, 1)), [])

    def _together(self, line: Select[Any], most: int) -> list[list[StepInfo]]:
        with self._connection.execute(self._with_names(line.order_by(step.c.seq.desc()))) as rows:
            return list(islice(groups(map(_step_info, rows)), most))

    def reversed_by(self, seq: int) -> int | None:
        """The step that `seq` reverses."""
        found: int | None = self._connection.execute(
            select(step.c.reverses).where(step.c.seq == seq)
        ).scalar_one()
        return found

    def origin(self, seq: int) -> StepInfo:
        """The step at the root of a chain of undo and redo; itself for one that reverses none."""
        while (before := self.reversed_by(seq)) is not None:
            seq = before
        found = self.info(seq)
        if found is None:
            raise LookupError(f"there is no step {seq}")
        return found

    def resting_on(self, seq: int) -> list[StepInfo]:
        """Steps in force that came after one, the newest first: they must be undone before it can be."""
        own = step.c.kind.not_in((UNDO, REDO, PURGE, FOUNDING))
        return list(self._newest_first([step.c.seq > seq, own, ~_is_reversed(), ~_is_gone()]))

    def has_gap(self, seq: int) -> bool:
        """Whether emptying the bin took rows of this step away, or a rescue could not read them."""
        return self.gap_by(seq) is not None

    def gap_by(self, seq: int) -> str | None:
        """The kind of the step that took rows of this one away, None when it has them all."""
        taker = select(step.c.kind).join(step_gap, step_gap.c.purge == step.c.seq)
        found: str | None = self._connection.execute(taker.where(step_gap.c.step == seq)).scalar()
        return found

    def corpus_key(self, seq: int) -> int | None:
        """The corpus a step belongs to."""
        found: int | None = self._connection.execute(
            select(step.c.corpus).where(step.c.seq == seq)
        ).scalar_one()
        return found

    def listed(
        self,
        corpus_key: int | None = None,
        document: OnDocument | None = None,
        *,
        actors: Sequence[int] | None = None,
        chosen: HistoryFilter | None = None,
        before: int | None = None,
    ) -> Iterator[StepInfo]:
        """Steps, newest first, read as they are asked for.

        Args:
            corpus_key: only those of that corpus.
            document: only those that touched that document.
            actors: only those of these annotators; None for all.
            chosen: kinds and times; its annotator and words are for the caller to look at.
            before: only steps older than that one.
        """
        wanted = _at(corpus_key, document)
        if actors is not None:
            wanted.append(step.c.actor.in_(actors))
        if before is not None:
            wanted.append(step.c.seq < before)
        if chosen is not None:
            wanted += _conditions(chosen)
        return self._newest_first(wanted)

    def _newest_first(self, wanted: Sequence[ColumnElement[bool]]) -> Iterator[StepInfo]:
        statement = self._with_names(select(step).where(*wanted).order_by(step.c.seq.desc()))
        with self._connection.execute(statement.execution_options(yield_per=_PAGE)) as rows:
            yield from map(_step_info, rows)

    def of_act(self, uid: str) -> list[StepInfo]:
        """The step of that uid with all of its group, newest first; empty when there is none."""
        row = self._connection.execute(select(step.c.seq, step.c.group).where(step.c.uid == uid)).first()
        if row is None:
            return []
        mine = step.c.seq == row.seq if row.group is None else step.c.group == row.group
        return list(self._newest_first([mine]))

    def rows_of(self, seqs: Sequence[int]) -> int:
        """How many rows these steps opened and closed together."""
        statement = select(func.coalesce(func.sum(step.c.row_count), 0)).where(step.c.seq.in_(seqs))
        return int(self._connection.execute(statement).scalar_one())

    def actors(self, corpus_key: int | None = None) -> list[int]:
        """Keys of the annotators who made steps, in a corpus or at all, in the order they came."""
        statement = select(step.c.actor).distinct().order_by(step.c.actor)
        if corpus_key is not None:
            statement = statement.where(step.c.corpus == corpus_key)
        return list(self._connection.execute(statement).scalars())

    def total(self, corpus_key: int | None = None, document: OnDocument | None = None) -> int:
        """How many steps there are, in a corpus, on a document, or at all."""
        wanted = _at(corpus_key, document)
        return self._connection.execute(select(func.count()).select_from(step).where(*wanted)).scalar_one()

    def newest(self) -> int:
        """Sequence number of the last step, 0 in a library without any."""
        return self._connection.execute(select(func.max(step.c.seq))).scalar_one() or 0

    def present(self, uids: Sequence[str]) -> frozenset[str]:
        """Those of these uids that are steps of the library."""
        found: set[str] = set()
        for begin in range(0, len(uids), 500):
            asked = step.c.uid.in_(uids[begin : begin + 500])
            found.update(self._connection.execute(select(step.c.uid).where(asked)).scalars())
        return frozenset(found)

    def number(self, uid: str) -> int | None:
        """Sequence number of the step of that uid, or None."""
        return self._connection.execute(select(step.c.seq).where(step.c.uid == uid)).scalar()

    def info(self, seq: int) -> StepInfo | None:
        """One step, or None."""
        return self._info(select(step).where(step.c.seq == seq))

    def _info(self, statement: Select[Any]) -> StepInfo | None:
        row = self._connection.execute(self._with_names(statement)).first()
        return None if row is None else _step_info(row)

    @staticmethod
    def _with_names(statement: Select[Any]) -> Select[Any]:
        named = statement.outerjoin(
            annotator_version,
            (annotator_version.c.annotator == step.c.actor) & versions.is_current(annotator_version),
        ).outerjoin(corpus, corpus.c.id == step.c.corpus)
        return named.add_columns(
            annotator_version.c.name.label("actor_name"),
            corpus.c.uid.label("corpus_uid"),
            _is_reversed().label("is_reversed"),
        )


def _at(corpus_key: int | None, document: OnDocument | None) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if corpus_key is not None:
        wanted.append(step.c.corpus == corpus_key)
    if document is not None:
        alone = step.c.document == document.uid
        wanted.append(alone if document.key is None else or_(alone, steps_on(document.key)))
    return wanted


def _conditions(chosen: HistoryFilter) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if chosen.kinds:
        wanted.append(step.c.kind.in_(chosen.kinds))
    if chosen.since:
        wanted.append(step.c.time >= chosen.since)
    if chosen.until:
        wanted.append(step.c.time < chosen.until)
    return wanted


def groups(steps: Iterable[StepInfo]) -> Iterator[list[StepInfo]]:
    """The steps by act: those of a group that follow each other together, any other on its own."""
    for _, together in groupby(steps, key=lambda each: each.group or each.seq):
        yield list(together)


def _is_reversed() -> ColumnElement[bool]:
    later = step.alias("later")
    return exists(select(later.c.seq).where(later.c.reverses == step.c.seq)).correlate(step)


def _is_gone() -> ColumnElement[bool]:
    """The condition that emptying the bin left no row of a step."""
    emptied = step.alias("emptied")
    took = select(step_gap.c.step).join(emptied, emptied.c.seq == step_gap.c.purge)
    by_purge = exists(took.where(step_gap.c.step == step.c.seq, emptied.c.kind == PURGE)).correlate(step)
    left = [
        exists(select(table.c.id).where(table.c[side] == step.c.seq)).correlate(step) for table, side in SIDES
    ]
    return and_(by_purge, not_(or_(*left)))


def _step_info(row: AnyRow) -> StepInfo:
    return StepInfo(
        seq=row.seq,
        uid=row.uid,
        time=row.time,
        actor=row.actor_name or "",
        kind=row.kind,
        summary=Message.load(row.summary),
        corpus=row.corpus_uid,
        document=row.document,
        reversed=bool(row.is_reversed),
        group=row.group,
    )
