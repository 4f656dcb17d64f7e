"""Proof that the library is what its steps made of it: their digests, and the replay of what they did."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, text

from annotator.messages import Message, say
from annotator.model.soundness import Problem
from annotator.storage.soundness.step_digests import LOST_ROWS, is_of_what_stays
from annotator.storage.steps import MERGE, PURGE, RESCUE
from annotator.storage.tables import VERSIONED, step, step_gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from annotator.storage.repositories import Repositories
    from annotator.storage.soundness.texts import Tick
    from annotator.storage.tables import Versioned

_SUMMARY: Final = text("SELECT CAST(summary AS BLOB) FROM step WHERE seq = :seq")
_TAKERS: Final = f"('{PURGE}', '{RESCUE}')"
_UNNOTED: Final = (
    f"SELECT seq FROM step WHERE {LOST_ROWS} AND seq NOT IN (SELECT g.step FROM step_gap AS g "
    f"JOIN step AS t ON t.seq = g.purge WHERE t.kind IN {_TAKERS}) ORDER BY seq"
)
_TIMES: Final = frozenset(("id", "from_step", "to_step"))


def digests(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Steps of which the rows are not those that the log says they wrote.

    Of one that lost rows for good, what stays is proved, unless an older version took the others away.
    """
    gaps = set(view.connection.execute(select(step_gap.c.step)).scalars())
    written = view.connection.execute(
        select(step.c.seq, step.c.row_count, step.c.digest).order_by(step.c.seq)
    ).all()
    known = {row.seq: (row.row_count, row.digest) for row in written}
    for seq, found in view.steps.digests():
        tick()
        if seq not in known:
            message = say("Rows belong to step {seq}, which the log does not have.", seq=seq)
            yield Problem("log", f"step {seq}", message, step=seq)
        elif found != known[seq] and (seq not in gaps or is_of_what_stays(known[seq][1])):
            missing = known[seq][0] - found[0]
            yield Problem("log", f"step {seq}", _not_as_written(view.connection, seq, missing), step=seq)


def _not_as_written(connection: Connection, seq: int, missing: int) -> Message:
    act = _act(connection, seq)
    if missing > 0:
        return say(
            "{count} entry that step {seq} wrote ({act}) is missing.|"
            "{count} entries that step {seq} wrote ({act}) are missing.",
            count=missing,
            seq=seq,
            act=act,
        )
    return say("What step {seq} wrote ({act}) is not what the log says it wrote.", seq=seq, act=act)


def _act(connection: Connection, seq: int) -> Message | str:
    """What a step did, in its own words; "?" where these are damaged too."""
    stored = connection.execute(_SUMMARY, {"seq": seq}).scalar()
    try:
        act = Message.load(bytes(stored or b"").decode())
        act.render()
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return "?"
    return act


def order(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Places in the line of steps where one is missing, or that go back."""
    before, counters = 0, dict[str, int]()
    rows = view.connection.execute(select(step.c.seq, step.c.replica, step.c.counter).order_by(step.c.seq))
    for row in rows:
        tick()
        if row.seq != before + 1:
            message = say(
                "The log lacks the steps from {first} to {last}.", first=before + 1, last=row.seq - 1
            )
            yield Problem("log", f"step {row.seq}", message)
        if row.counter <= counters.get(row.replica, 0):
            message = say("Step {seq} stands in the log before one that was made earlier.", seq=row.seq)
            yield Problem("log", f"step {row.seq}", message)
        before, counters[row.replica] = row.seq, row.counter


def replay(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Things that the steps, done one after the other from nothing, would not leave as they are.

    Each step ends the version of a thing that was in force and begins the next; so a replay comes to the
    present state when the versions of every thing follow one another and at most the last one is in force.
    """
    for versioned in VERSIONED:
        yield from _lives(view, versioned, tick)


def _lives(view: Repositories, versioned: Versioned, tick: Tick) -> Iterator[Problem]:
    name, key = versioned.table.name, versioned.key
    rows = view.connection.execute(
        text(f"SELECT {key}, from_step, to_step FROM {name} ORDER BY {key}, from_step, id").execution_options(
            yield_per=1000
        )
    )
    for thing, lives in groupby(rows, key=itemgetter(0)):
        tick()
        ended: int | None = 0
        for _, begun, end in lives:
            if ended is None or begun < ended:
                yield _overlapping(name, str(thing), begun)
                break
            ended = end


def _overlapping(table: str, thing: str, seq: int) -> Problem:
    message = say(
        "By the log, {table} {thing} would have two versions at once after step {seq}.",
        table=table.removesuffix("_version"),
        thing=thing,
        seq=seq,
    )
    return Problem("replay", f"{table} {thing}", message, step=seq)


def undone(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Steps that took another back, but wrote something that this one had not ended.

    Merges are left out: taking one back works out anew what the other changes amount to.
    """
    for versioned in VERSIONED:
        columns = [column.name for column in versioned.table.columns if column.name not in _TIMES]
        same = " AND ".join(f'was."{each}" IS now."{each}"' for each in columns)
        name = versioned.table.name
        statement = (
            f"SELECT DISTINCT s.seq FROM step AS s JOIN step AS r ON r.seq = s.reverses "
            f"JOIN {name} AS now ON now.from_step = s.seq "
            f"WHERE r.kind <> '{MERGE}' AND r.merge IS NULL AND s.merge IS NULL "
            f"AND s.seq NOT IN (SELECT step FROM step_gap) AND r.seq NOT IN (SELECT step FROM step_gap) "
            f"AND NOT EXISTS (SELECT 1 FROM {name} AS was WHERE was.to_step = r.seq AND {same})"
        )
        for seq in view.connection.execute(text(statement)).scalars():
            tick()
            message = say(
                "Step {seq} took another back, but did not write again what that had ended.", seq=seq
            )
            yield Problem("replay", f"step {seq}", message, step=seq)


def gaps(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Steps that lost rows for good by their digest, and of which that is not noted rightly."""
    for seq in view.connection.execute(text(_UNNOTED)).scalars():
        tick()
        message = say(
            "Step {seq} lost rows for good, but is not noted as one that did, so it could be undone by half.",
            seq=seq,
        )
        yield Problem("log", f"gap {seq}", message, repairable=True, cure=say("It is noted again."))


def note_gaps(connection: Connection) -> None:
    """Note again which steps lost rows, as their digests tell; by the newest step that took any away."""
    connection.execute(
        text(
            "INSERT OR REPLACE INTO step_gap SELECT lost.seq, taker.seq FROM "
            f"({_UNNOTED}) AS lost JOIN step AS taker ON taker.seq = (SELECT max(seq) FROM step "
            f"WHERE kind IN {_TAKERS})"
        )
    )


def named(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Steps on a document that the library lacks, though their rows are all there: its uid was altered."""
    statement = (
        "SELECT min(seq) AS seq, document FROM step WHERE document IS NOT NULL AND row_count > 0 "
        "AND seq NOT IN (SELECT step FROM step_gap) AND document NOT IN (SELECT uid FROM document) "
        "GROUP BY document ORDER BY 1"
    )
    for row in view.connection.execute(text(statement)):
        tick()
        message = say(
            "Step {seq} names a document that the library does not have under this uid.", seq=row.seq
        )
        yield Problem("identity", f"document {row.document}", message)
