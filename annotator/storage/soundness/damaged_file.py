"""The file of a damaged library, as a rescue meets it: what it still is, and how a copy of it can be read."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from annotator.errors import DamagedError, EnvironmentProblem
from annotator.messages import say
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import judging, leftovers, sqlite
from annotator.storage.file.header import Header, look
from annotator.storage.migrations import NEWEST, migrate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Connection

_HEADER: Final = 100
"""Bytes before the first page's own content (sqlite.org/fileformat2.html, section 1.3)."""


def header_of(path: Path) -> Header | None:
    """What the first bytes say; None where they say nothing, as a library of ours may have lost them.

    Raises:
        EnvironmentProblem: it is no library of this version.
    """
    try:
        header = look(path, NEWEST)
    except DamagedError:
        return None
    if header is None or header.version != NEWEST:
        raise EnvironmentProblem(
            say(
                "{path} was made by an older version, or is not there; only a library of this version can be "
                "read around its damage. Restore a backup.",
                path=str(path),
            )
        )
    return header


def ways_to_read(path: Path, header: Header | None) -> list[Sequence[str]]:
    """The logs with which the library is read, one way after the other: with its logs, then without any.

    What lies beside it may be of another library, and spoil a file that is whole; of what is known to be so
    nothing is tried.
    """
    logs = [suffix for suffix in (leftovers.LOG, leftovers.JOURNAL) if leftovers.has_content(path, suffix)]
    is_foreign = header is not None and header.foreign_log
    if leftovers.LOG in logs and (is_foreign or not judging.owns_log(path)):
        logs.remove(leftovers.LOG)
    if leftovers.JOURNAL in logs:
        with contextlib.suppress(DamagedError):  # it cannot be told: both ways are tried
            if not judging.owns_journal(path):
                logs.remove(leftovers.JOURNAL)
    return [logs, []] if logs else [[]]


def can_be_opened(copy: Path) -> bool:
    """Whether SQLite takes a private copy for a library of this version."""
    try:
        with contextlib.closing(connected_to(copy, copy)) as source, sqlite_errors.speaking(copy):
            return sqlite.schema_number(source) == NEWEST
    except DamagedError:
        return False


def put_header(copy: Path) -> None:
    """Give a private copy the first bytes that a new library has; what follows is read as it is."""
    fresh = copy.with_name("fresh")
    with contextlib.closing(sqlite.writer_engine(fresh, create=True).connect()) as connection:
        migrate(connection, fresh)
    header = bytearray(fresh.read_bytes()[:_HEADER])
    header[28:32] = (copy.stat().st_size // int.from_bytes(header[16:18])).to_bytes(4)
    header[32:40] = bytes(8)  # no free pages: there may be some, and nothing is written here
    with copy.open("r+b") as file:
        file.write(header)


def nothing_of(path: Path) -> EnvironmentProblem:
    """The error of a library of which nothing can be saved."""
    return EnvironmentProblem(
        say(
            "Too little can be read of {path} to make a library of it. Nothing was written; restore the "
            "newest backup.",
            path=str(path),
        )
    )


def connected_to(copy: Path, path: Path) -> Connection:
    """A connection to a private copy; bytes that are no text are read as signs that say so."""
    with sqlite_errors.speaking(path):
        source = sqlite.writer_engine(copy).connect()
        driver = sqlite.driver_connection(source)
        driver.text_factory = lambda content: content.decode(errors="replace")
    return source
