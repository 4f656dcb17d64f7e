"""Proof that things hang together: nothing is left over, nothing there twice, all that is named is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import text

from annotator.messages import say
from annotator.model.soundness import Problem
from annotator.storage.file import sqlite
from annotator.storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from annotator.storage.repositories import Repositories
    from annotator.storage.soundness.texts import Tick
    from annotator.storage.types import AnyRow

_OWNERS: Final = (
    ("annotator", "annotator_version"),
    ("corpus", "corpus_version"),
    ("label", "label_version"),
    ("document", "document_version"),
)
"""Tables of things, and of what is known of them from step to step. A layer may have nothing: one that only
a merge brought, which was undone."""

_LEFT_OVER: Final = (
    ("span_version", "layer", "layer_version", "layer"),
    ("span_version", "label", "label_version", "label"),
    ("document_version", "corpus", "corpus_version", "corpus"),
    ("label_version", "corpus", "corpus_version", "corpus"),
)
"""What is in force, and the thing it lies in, which must be in force too."""

_TWICE: Final = (("span_version", "uid"), ("decision_version", "uid"), ("comment_version", "uid"))

_OURS: Final = {str(each.name) for table in metadata.tables.values() for each in table.indexes}

_DECISIONS: Final = text(
    "SELECT v.uid, v.variants, v.gold, d.uid AS article FROM decision_version AS v "
    "JOIN document AS d ON d.id = v.document WHERE v.to_step IS NULL"
).execution_options(yield_per=500)
_COMMENTS: Final = text(
    'SELECT v.uid, v.start, v."end", d.length, d.uid AS article FROM comment_version AS v '
    "JOIN document AS d ON d.id = v.document WHERE v.start IS NOT NULL"
).execution_options(yield_per=500)


def references(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Rows that refer to rows which are not there."""
    for table, row, target, _ in sqlite.foreign_key_problems(view.connection):
        tick()
        message = say(
            "Row {row} of {table} refers to something in {target} that is not there.",
            row=row,
            table=table,
            target=target,
        )
        yield Problem("reference", f"{table} {row}", message)


def orphans(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Things of which nothing is known, and things in force that lie in one that is not."""
    for table, versions in _OWNERS:
        tick()
        statement = f"SELECT id FROM {table} WHERE id NOT IN (SELECT {table} FROM {versions}) ORDER BY id"
        for key in view.connection.execute(text(statement)).scalars():
            message = say(
                "Nothing is known of {table} {key}, not even that it was removed.", table=table, key=key
            )
            yield Problem("orphan", f"{table} {key}", message)
    for table, column, versions, owner in _LEFT_OVER:
        tick()
        statement = (
            f"SELECT id FROM {table} WHERE to_step IS NULL AND {column} NOT IN "
            f"(SELECT {owner} FROM {versions} WHERE to_step IS NULL) ORDER BY id"
        )
        for key in view.connection.execute(text(statement)).scalars():
            message = say(
                "Row {key} of {table} is in force, but its {owner} is not.", key=key, table=table, owner=owner
            )
            yield Problem("orphan", f"{table} {key}", message)


def twice(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Uids that two things in force share; the indexes forbid it, but an index can be taken away."""
    for table, column in _TWICE:
        tick()
        statement = (
            f"SELECT {column} FROM {table} NOT INDEXED WHERE to_step IS NULL "
            f"GROUP BY {column} HAVING count(*) > 1"
        )
        for uid in view.connection.execute(text(statement)).scalars():
            message = say("Two things in {table} have the same uid {uid}.", table=table, uid=uid)
            yield Problem("twice", f"{table} {uid}", message)


def schema(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Indexes that are missing, which keep things unique, and foreign ones, which may forbid changes."""
    tick()
    for name in missing_indexes(view.connection):
        message = say("The index {name} is missing, so the same thing could come in twice.", name=name)
        yield Problem("schema", name, message, repairable=True, cure=say("It is made anew."))
    for name in foreign_indexes(view.connection):
        message = say("The index {name} is none of the program, and could forbid changes.", name=name)
        yield Problem("schema", name, message, repairable=True, cure=say("It is taken away."))


def missing_indexes(connection: Connection) -> list[str]:
    """Names of the indexes that a library of this version has and this one has not."""
    return sorted(_OURS - _indexes(connection))


def foreign_indexes(connection: Connection) -> list[str]:
    """Names of the indexes that no library of this version has."""
    return sorted(_indexes(connection) - _OURS)


def _indexes(connection: Connection) -> set[str]:
    """Names of the indexes that somebody made; those that SQLite makes itself have no statement."""
    statement = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    return set(connection.exec_driver_sql(statement).scalars())


def make_indexes(connection: Connection) -> None:
    """Make the indexes that are missing, and take foreign ones away."""
    for name in foreign_indexes(connection):
        quoted = name.replace('"', '""')
        connection.exec_driver_sql(f'DROP INDEX "{quoted}"')
    missing = set(missing_indexes(connection))
    for table in metadata.tables.values():
        for index in table.indexes:
            if index.name in missing:
                index.create(connection)


def attached(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Decisions that cannot be read, and comments on a place that their text does not have."""
    for row in view.connection.execute(_DECISIONS):
        tick()
        if not (_is_list(row.variants) and _is_list(row.gold)):
            message = say("The decision {uid} cannot be read.", uid=row.uid)
            yield _about("review", row, message)
    for row in view.connection.execute(_COMMENTS):
        tick()
        if not 0 <= row.start <= row.end <= row.length:
            message = say("The comment {uid} stands on a place that its text does not have.", uid=row.uid)
            yield _about("review", row, message)


def received(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """Changes that packages brought and that cannot be read, or do not belong to the step they name."""
    for uid, whose in view.received.unreadable():
        tick()
        message = say(
            "A change that a package brought from the copy {copy} is damaged, so its thing is not worked "
            "out rightly. Restore the newest backup.",
            copy=whose,
        )
        yield Problem("received", f"change {uid}", message)


def _about(kind: str, row: AnyRow, message: Any) -> Problem:
    return Problem(kind, f"{kind} {row.uid}", message, document=row.article)


def _is_list(stored: str) -> bool:
    try:
        return isinstance(json.loads(stored), list)
    except ValueError:
        return False
