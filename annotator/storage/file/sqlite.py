"""Everything particular to SQLite: how a connection is made and what is asked of it.

What its errors mean stands in `errors`. A PostgreSQL library would put a second pair of modules beside
these; services never see either.

Source of the settings: sqlite.org/pragma.html; which of them survive a power cut was measured
(docs/decisions/0002-storage-mode.md).
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import Engine, event, make_url
from sqlalchemy.dialects import sqlite as dialects
from sqlalchemy.pool import NullPool
from sqlalchemy.util import LRUCache

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.storage.file.errors import damaged, is_damage, speaking
from annotator.storage.file.planted import is_planted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import DBAPIConnection


APPLICATION_ID: Final = 0x416E6E6F
"""Bytes 68 to 71 of a library: "Anno"."""

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first SQLite with STRICT tables."""

_SAFETY: Final[Mapping[str, int]] = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "recursive_triggers": 0,
    "mmap_size": 0,
    "temp_store": 2,
    "busy_timeout": 5000,
    "secure_delete": 1,
}
_WRITER: Final[Mapping[str, int]] = {
    **_SAFETY,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "cache_size": -32768,
}
_READER: Final[Mapping[str, int]] = {**_SAFETY, "query_only": 1, "wal_autocheckpoint": 0, "cache_size": -8192}


_STATEMENTS: Final = 128
"""So many are kept ready by each connection: those in daily use, not each length of a list ever asked for."""

# One for all engines, for a compiled statement belongs to its dialect: what the writer, a reader or the
# library before has asked is not compiled again, which was a fifth of all work on small libraries.
_DIALECT: Final = dialects.dialect(dbapi=sqlite3)
_COMPILED: Final[LRUCache[Any, Any]] = LRUCache(4 * _STATEMENTS)
_NO_URL: Final = make_url("sqlite://")


def library_uri(path: Path, **options: str) -> str:
    """The file as an SQLite URI; `?`, `#`, `%`, quotes and bytes that are no UTF-8 in its name are quoted."""
    query = "&".join(f"{name}={value}" for name, value in options.items())
    return f"{path.absolute().as_uri()}?{query}"


def engine_version() -> str:
    """The version of the SQLite that this Python carries."""
    return sqlite3.sqlite_version


def check_sqlite_version() -> None:
    """Refuse an SQLite without STRICT tables.

    Raises:
        EnvironmentProblem: both versions are named.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise EnvironmentProblem(
            say(
                "This Python carries SQLite {found}; the annotator needs {needed} or later. Install a newer "
                "Python.",
                found=sqlite3.sqlite_version,
                needed=".".join(map(str, OLDEST_SQLITE)),
            )
        )


def writer_engine(path: Path, *, create: bool = False) -> Engine:
    """An engine whose connections may write; `claim` must follow before the first write."""
    return _engine(library_uri(path, mode="rwc" if create else "rw"), _WRITER, "BEGIN IMMEDIATE")


def reader_engine(path: Path) -> Engine:
    """An engine whose connections cannot write, checkpoint or create anything."""
    return _engine(library_uri(path, mode="ro"), _READER, "BEGIN")


def _engine(uri: str, pragmas: Mapping[str, int], begin: str) -> Engine:
    def connect() -> DBAPIConnection:
        # Python's own transactions are off: in its default mode half a migration stays behind a failure.
        made = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=_STATEMENTS
        )
        return cast("DBAPIConnection", made)

    pool = NullPool(connect, dialect=_DIALECT)
    engine = Engine(pool, _DIALECT, _NO_URL, execution_options={"compiled_cache": _COMPILED})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        set_pragmas(connection, pragmas)
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def set_pragmas(connection: sqlite3.Connection, pragmas: Mapping[str, int]) -> None:
    """Set every pragma and read it back, for one that does not take is silent.

    Raises:
        EnvironmentProblem: this build of SQLite does not do what durability or safety needs.
    """
    for name, wanted in pragmas.items():
        connection.execute(f"PRAGMA {name}={wanted}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is not None and found[0] != wanted:
            raise _unfit(name, str(found[0]))


def _unfit(name: str, found: str) -> EnvironmentProblem:
    return EnvironmentProblem(
        say(
            "SQLite {version} of this computer does not accept the setting {name} (it stays {found}), "
            "without which your work would not be safe. Nothing was changed.",
            version=sqlite3.sqlite_version,
            name=name,
            found=found,
        )
    )


def claim(connection: Connection, *, shared_memory: bool, switch: bool) -> bool:
    """Make a writing connection durable: WAL with FULL, else a rollback journal with EXTRA.

    Args:
        connection: outside a transaction.
        shared_memory: whether memory can be shared with other processes, which WAL needs.
        switch: bring the library into WAL mode, unless a reader is in the way.

    Returns:
        Whether the library is in WAL mode.

    Raises:
        EnvironmentProblem: the mode did not take.
    """
    driver = driver_connection(connection)
    if not shared_memory:
        _set_journal(driver, "delete")
    elif switch:
        with contextlib.suppress(sqlite3.OperationalError):  # a reader of another process: next time
            _set_journal(driver, "wal")
    # A connection that only switched to WAL has not opened it, and would leave the file of another's behind.
    driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
    in_wal: bool = driver.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    set_pragmas(driver, {"synchronous": 2 if in_wal else 3})
    return in_wal


def _set_journal(driver: sqlite3.Connection, mode: str) -> None:
    found = driver.execute(f"PRAGMA journal_mode={mode}").fetchone()[0]
    if found != mode:
        raise _unfit("journal_mode", str(found))


def release(connection: Connection) -> bool:
    """Bring a library back to one file that opens in read-only folders; False when a reader is in the way."""
    driver = driver_connection(connection)
    driver.execute("PRAGMA busy_timeout=0")
    try:
        return bool(driver.execute("PRAGMA journal_mode=DELETE").fetchone()[0] == "delete")
    except sqlite3.OperationalError as error:  # a reader of another process: the next clean close does it
        if is_damage(error):
            raise
        return False


def checkpoint(connection: Connection) -> bool:
    """Move what the WAL holds into the library file and empty it; False when a reader is in the way."""
    driver = driver_connection(connection)
    if driver.in_transaction:
        return False
    driver.execute("PRAGMA busy_timeout=0")
    try:
        return bool(driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    except sqlite3.DatabaseError:  # what was saved stays in the WAL; the next change tells what is wrong
        return False
    finally:
        driver.execute(f"PRAGMA busy_timeout={_SAFETY['busy_timeout']}")


def forget_pages(connection: Connection) -> None:
    """Give back the memory of pages and statements that nobody needs right now."""
    driver_connection(connection).execute("PRAGMA shrink_memory")


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The driver's connection beneath SQLAlchemy's."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(f"not a connection to SQLite: {driver!r}")
    return driver


def check_objects(connection: Connection, known: frozenset[str], path: Path) -> None:
    """Refuse a library that holds anything but tables and indexes of ours, or one that calls a function.

    A trigger or view in a file from somewhere else would run with our first statement.

    Raises:
        EnvironmentProblem: the object is named; nothing was changed.
    """
    rows = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master").all()
    for kind, name, table, sql in rows:
        if is_planted(str(kind), str(table), str(sql or ""), known):
            raise EnvironmentProblem(
                say(
                    "{path} holds the {kind} {name}, which no library of the annotator has. It was not "
                    "changed; open a backup instead.",
                    path=str(path),
                    kind=str(kind),
                    name=str(name),
                )
            )


def require_tables(connection: Connection, known: frozenset[str], path: Path) -> None:
    """Look whether all tables of a library of this version are there.

    Raises:
        DamagedError: one is missing.
    """
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    if missing := known - set(found):
        raise damaged(path, f"no table {min(missing)}")


def row_text(columns: Sequence[str]) -> str:
    """SQL that makes one text of these columns, for digests: JSON, so that no value can look like two."""
    names = ", ".join(f'"{name}"' for name in columns)
    return f"json_array({names})"


def holds(column: str, words: str) -> str:
    """SQL that says whether a folded column holds these words, byte for byte (PostgreSQL: `position`)."""
    return f"instr({column}, {words}) > 0"


def copy_into(source: Connection, target: Path) -> None:
    """Copy the whole library, as the source connection sees it, into a new file by the backup interface."""
    copy = sqlite3.connect(library_uri(target, mode="rwc"), uri=True, isolation_level=None)
    try:
        driver_connection(source).backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()


@contextlib.contextmanager
def attached(connection: Connection, staging: Path) -> Iterator[None]:
    """A staging file under the schema name `staging` while the block runs; it needs no journal.

    References are not looked up row by row meanwhile (the rows come from joins with what they refer to), and
    the WAL is moved into the library file only when the writer is idle.
    """
    driver = driver_connection(connection)
    set_pragmas(driver, {"foreign_keys": 0, "wal_autocheckpoint": 0})
    driver.execute("ATTACH DATABASE ? AS staging", (library_uri(staging, mode="rw"),))
    try:
        driver.execute("PRAGMA staging.journal_mode=MEMORY")
        driver.execute("PRAGMA staging.synchronous=OFF")
        yield
    finally:
        if not connection.closed:  # it is when the disk failed at the last moment and the file was read anew
            driver.execute("DETACH DATABASE staging")
            set_pragmas(driver, {"foreign_keys": 1, "wal_autocheckpoint": 1000})


@contextlib.contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """A block within a transaction that is taken back by itself when it raises.

    When the disk fails, SQLite has taken back the whole transaction already, and there is no savepoint to go
    back to: what the disk said is raised then.
    """
    nested = connection.begin_nested()
    try:
        yield
    except BaseException:
        if driver_connection(connection).in_transaction:
            nested.rollback()
        raise
    nested.commit()


def structure_problems(connection: Connection, *, quick: bool) -> list[str]:
    """What SQLite itself finds wrong with the file, in its words; empty when it is well."""
    statement = "PRAGMA quick_check(100)" if quick else "PRAGMA integrity_check(100)"
    found = [str(row[0]) for row in connection.exec_driver_sql(statement)]
    return [] if found == ["ok"] else found


def require_structure(connection: Connection, file: Path, path: Path) -> None:
    """Look quickly whether the file holds together.

    Raises:
        DamagedError: it does not.
    """
    with speaking(path):
        problems = structure_problems(connection, quick=True) + length_problems(connection, file)
    if problems:
        raise damaged(path, "; ".join(problems))


def length_problems(connection: Connection, file: Path) -> list[str]:
    """Whether the file has the length that its header says: SQLite takes no notice of a bit more or less.

    While a WAL lies beside it only whole pages can be asked for.
    """
    driver = driver_connection(connection)
    page, pages, mode = (  # in this order: a connection that has not read yet does not know the mode
        driver.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count", "journal_mode")
    )
    size = file.stat().st_size
    if (size % page == 0) if mode == "wal" else (size == page * pages):
        return []
    return [f"{size} bytes, not {pages} pages of {page}"]


def schema_number(connection: Connection) -> int:
    """The library's schema number (`user_version`)."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def set_schema_number(connection: Connection, number: int) -> None:
    """Write schema number and application id; part of the running transaction."""
    connection.exec_driver_sql(f"PRAGMA user_version={number}")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def foreign_key_problems(connection: Connection) -> list[tuple[Any, ...]]:
    """Rows whose reference leads nowhere: (table, row, referred table, which reference)."""
    return [tuple(row) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
