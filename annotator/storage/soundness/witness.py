"""What a copy says of things that never change, against what the library says.

Which person a layer belongs to, and by which uid a document, label, person or corpus is known elsewhere, is
in rows that are written once and never again. Digests of steps cover them, but not those of steps made before
that was so; and a digest tells that a row is wrong, not what it was. A copy whose last step is a step of the
library has the same rows, but for what left with the bin since; where it has others, the library was
altered. The copy's own bytes are proved by the SHA-256 in its name.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import func, select

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.soundness import Problem
from annotator.settings import backup_roots
from annotator.storage.copies import backups, lines
from annotator.storage.file.opening import open_copy
from annotator.storage.replica import read_uid
from annotator.storage.soundness import purged
from annotator.storage.steps import PURGE, RESCUE
from annotator.storage.tables import (
    annotator,
    corpus,
    document,
    label,
    layer,
    package_log,
    received_step,
    setting,
    step,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from annotator.model.soundness import BackupInfo
    from annotator.storage.soundness.purged import Purged

_OF_DOCUMENTS: Final = ("id", "uid")
"""Texts and their hashes are proved by the log."""

_NEVER_CHANGED: Final = (annotator, corpus, label, document, layer, received_step, package_log)
_LOT: Final = 500
_ASKED: Final = 3
"""Newest copies of this file that are asked in each folder whether they are of this library."""


class Altered(NamedTuple):
    """A row that is not as it was written.

    Attributes:
        table: of the row.
        values: by column, as they were written; of documents only id and uid.
        copy: that holds them.
    """

    table: Table
    values: dict[str, Any]
    copy: BackupInfo

    @property
    def where(self) -> str:
        """How a problem names it."""
        return f"{self.table.name} {self.key}"

    @property
    def key(self) -> Any:
        """By which the row is known in its table."""
        (column,) = self.table.primary_key.columns
        return self.values[column.name]


def problem_of(row: Altered) -> Problem:
    """The problem that an altered row is, before it is known whether it can be put right."""
    message = say(
        "{table} {key} is not the one that was written: the backup of {time} has it otherwise.",
        table=row.table.name,
        key=row.key,
        time=when(row.copy),
    )
    return Problem("identity", row.where, message)


def when(copy: BackupInfo) -> str:
    """When a copy was made, to the minute, by the clock of this computer."""
    return datetime.fromisoformat(copy.time).astimezone().strftime("%Y-%m-%d %H:%M")


def altered(connection: Connection, file: Path | None) -> Iterator[Altered]:
    """The rows that are not as the newest or the oldest fitting copy has them, each once.

    Args:
        connection: to the library.
        file: where its bytes are, if they are where they were when copies were made; else its uid is not
            looked for.
    """
    told = set[str]()
    for oldest_first in (False, True):
        for row in _by_a_copy(connection, oldest_first=oldest_first):
            if row.where not in told:
                told.add(row.where)
                yield row
    if file is not None and next(backups.sound(connection), None) is None:
        yield from _uid(connection, file)


def _uid(connection: Connection, file: Path) -> Iterator[Altered]:
    """The uid of a library without known copies, by copies of this file and its steps under another."""
    line, own = lines.line_of(file), read_uid(connection)
    others = [folder for root in backup_roots() for folder in sorted(root.glob("*/")) if folder.name != own]
    for folder in others:
        of_file = (copy for copy in backups.told(folder) if copy.line == line)
        for copy in islice(of_file, _ASKED):
            if _is_of(connection, copy, folder.name):
                yield Altered(setting, {"name": "uid", "value": folder.name}, copy)
                return


def _is_of(connection: Connection, copy: BackupInfo, uid: str) -> bool:
    """Whether a copy is a sound one of the library with this uid, and of the same steps."""
    with contextlib.suppress(EnvironmentProblem):
        backups.require_unchanged(Path(copy.path))
        store = open_copy(Path(copy.path))
        with contextlib.closing(store), store.reading() as view:
            return read_uid(view.connection) == uid and _fits(connection, view.connection)
    return False


def _by_a_copy(connection: Connection, *, oldest_first: bool) -> Iterator[Altered]:
    """What the first copy tells that fits; none where no copy does."""
    for copy in backups.sound(connection, oldest_first=oldest_first):
        with contextlib.suppress(EnvironmentProblem):
            store = open_copy(Path(copy.path))
            with contextlib.closing(store), store.reading() as view:
                if _fits(connection, view.connection):
                    gone = _gone(connection, view.connection)
                    for table in _NEVER_CHANGED:
                        yield from (
                            Altered(table, values, copy)
                            for values in _unlike(connection, view.connection, table)
                            if gone is None or not gone.has(table.name, values)
                        )
                    return


def _fits(connection: Connection, copy: Connection) -> bool:
    """Whether the library came from what the copy holds, and no rescue was between."""
    last = copy.execute(select(step.c.seq, step.c.uid).order_by(step.c.seq.desc())).first()
    if last is None:
        return False
    here = connection.execute(select(step.c.uid).where(step.c.seq == last.seq)).scalar()
    return here == last.uid and not _was_since(connection, RESCUE, last.seq)


def _gone(connection: Connection, copy: Connection) -> Purged | None:
    """What was deleted for ever since; None where the bin was never emptied since."""
    last: int = copy.execute(select(func.max(step.c.seq))).scalar_one()
    return purged.since(connection, copy) if _was_since(connection, PURGE, last) else None


def _was_since(connection: Connection, kind: str, seq: int) -> bool:
    ended = select(step.c.seq).where(step.c.kind == kind, step.c.seq > seq)
    return connection.execute(ended).first() is not None


def _unlike(connection: Connection, copy: Connection, table: Table) -> Iterator[dict[str, Any]]:
    names = _OF_DOCUMENTS if table is document else tuple(column.name for column in table.columns)
    columns = [table.c[name] for name in names]
    rows = copy.execute(select(*columns).order_by(table.c.id).execution_options(yield_per=_LOT))
    for lot in rows.partitions(_LOT):
        between = table.c.id.between(lot[0].id, lot[-1].id)
        here = {row.id: tuple(row) for row in connection.execute(select(*columns).where(between))}
        yield from (dict(zip(names, row, strict=True)) for row in lot if here.get(row.id) != tuple(row))
