"""Rows as versions: opening, closing and replacing them, for every version table alike."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, insert, literal, or_, select, update

from annotator.storage.tables import VERSIONED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from annotator.storage.tables import Versioned
    from annotator.storage.types import AnyRow


def is_current(table: Table) -> ColumnElement[bool]:
    """The condition that a row is the present version."""
    return table.c.to_step.is_(None)


def as_of(table: Table, step: int) -> ColumnElement[bool]:
    """The condition that a row was the present version right after `step`."""
    return and_(table.c.from_step <= step, or_(table.c.to_step.is_(None), table.c.to_step > step))


def current(connection: Connection, versioned: Versioned, key: object) -> AnyRow | None:
    """The present version of the thing with that key, or None when it does not exist now."""
    table = versioned.table
    return connection.execute(select(table).where(table.c[versioned.key] == key, is_current(table))).first()


def open_rows(connection: Connection, table: Table, step: int, rows: Sequence[Mapping[str, object]]) -> None:
    """Write new versions, which must have no present one."""
    if rows:
        connection.execute(insert(table), [{**row, "from_step": step} for row in rows])


def open_many(connection: Connection, table: Table, step: int, rows: Sequence[Mapping[str, object]]) -> None:
    """As `open_rows` for thousands of rows, which all name the same columns, at least two.

    By the driver itself: SQLAlchemy takes as long again over the values as writing them does.
    """
    if rows:
        names = tuple(rows[0])
        columns = ", ".join(f'"{name}"' for name in (*names, "from_step"))
        places = ", ".join("?" * (len(names) + 1))
        values = [(*found, step) for found in map(itemgetter(*names), rows)]
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({places})", values)


def close_rows(connection: Connection, versioned: Versioned, step: int, keys: Sequence[object]) -> int:
    """End the present versions of these things; how many there were."""
    table = versioned.table
    closed = 0
    for begin in range(0, len(keys), 500):
        chosen = table.c[versioned.key].in_(keys[begin : begin + 500])
        statement = update(table).where(chosen, is_current(table)).values(to_step=step)
        closed += connection.execute(statement).rowcount
    return closed


def replace(
    connection: Connection, versioned: Versioned, step: int, key: object, /, **changes: object
) -> None:
    """End the present version of one thing and write it again with `changes`; it must exist."""
    row = current(connection, versioned, key)
    if row is None:
        raise LookupError(f"{versioned.table.name} {key!r} has no present version")
    values = {name: value for name, value in row._asdict().items() if name not in ("id", "to_step")}
    close_rows(connection, versioned, step, [key])
    open_rows(connection, versioned.table, step, [{**values, **changes}])


def insert_identity(connection: Connection, table: Table, **values: object) -> int:
    """Make a row of an identity table; its key."""
    made = connection.execute(insert(table).values(**values)).inserted_primary_key
    if made is None:
        raise LookupError(f"{table.name} gave no key")
    return int(made[0])


def reverse(connection: Connection, reversed_step: int, step: int) -> None:
    """Bring everything a step touched back to before it, under a new step: two statements a table.

    What the reversed step opened must be the present version, or have been brought back to it by reversals
    since.
    """
    for versioned in reversed(VERSIONED):
        _close_opened(connection, versioned, reversed_step, step)
    for versioned in VERSIONED:
        _reopen_closed(connection, versioned.table, reversed_step, step)


def _close_opened(connection: Connection, versioned: Versioned, reversed_step: int, step: int) -> None:
    table = versioned.table
    opened = table.c.from_step == reversed_step
    closed = connection.execute(update(table).where(opened, is_current(table)).values(to_step=step)).rowcount
    if closed == connection.execute(select(func.count()).select_from(table).where(opened)).scalar_one():
        return
    # What it opened may have been closed and, by an undo, written again since: then that row is the present
    # one.
    elsewhere = select(table.c[versioned.key]).where(
        opened, table.c.to_step.is_not(None), table.c.to_step != step
    )
    connection.execute(
        update(table).where(table.c[versioned.key].in_(elsewhere), is_current(table)).values(to_step=step)
    )


def _reopen_closed(connection: Connection, table: Table, reversed_step: int, step: int) -> None:
    names = [column.name for column in table.columns if column.name not in ("id", "from_step", "to_step")]
    # A row that the step both opened and closed never was a state: it stays closed.
    closed = select(*(table.c[name] for name in names), literal(step)).where(
        table.c.to_step == reversed_step, table.c.from_step != reversed_step
    )
    connection.execute(insert(table).from_select([*names, "from_step"], closed.order_by(table.c.id)))
