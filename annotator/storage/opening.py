"""From a path to an open store: header, lock, SQLite, schema in order; what is refused stays untouched."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.document import Annotator
from annotator.model.identity import new_uid
from annotator.storage import backups, place, replica, sqlite
from annotator.storage.header import Header, look
from annotator.storage.lock import LibraryLock, user_name
from annotator.storage.migrations import NEWEST, migrate
from annotator.storage.steps import FOUNDING
from annotator.storage.store import Store
from annotator.storage.tables import metadata
from annotator.storage.types import utc_now
from annotator.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KNOWN_TABLES: Final = frozenset(metadata.tables)
_BESIDE: Final = ("", "-wal", "-shm", "-journal")

_open_here: dict[tuple[int, int], int] = {}
_open_here_lock = threading.Lock()


def open_store(path: Path, *, writable: bool, create: bool, program: str) -> Store:
    """The library at `path`, made when it is missing and `create` says so.

    Args:
        path: taken literally.
        writable: ask for the right to write; where file or folder forbid it, the store is one to read.
        create: make a missing library; only with `writable`.
        program: how the lock names this process to others.

    Raises:
        EnvironmentProblem: missing, foreign, damaged, newer, held by another process; not a byte was changed.
    """
    sqlite.check_sqlite_version()
    header = _look(path)
    if header is None and not (writable and create):
        raise EnvironmentProblem(
            say(
                "There is no library at {path}. Check the name, or import something to make one.",
                path=str(path),
            )
        )
    if header is None:
        _make_folder(path)
    lock = _take_lock(path, program) if writable else None
    if lock is None:
        return _open_reading(path)
    try:
        is_new = _look(path) is None
        if is_new:
            _create(path)
        store = _open_writing(path, lock)
    except BaseException:
        lock.release()
        raise
    if is_new or not lock.holds:
        store.warnings = place.warnings_about(path, has_locks=lock.holds)
    return store


def _look(path: Path) -> Header | None:
    """The header; not read where this process has the file open, for closing it would drop its locks."""
    with _open_here_lock:
        try:
            state = path.stat()
        except OSError:
            state = None
        if state is not None and (state.st_dev, state.st_ino) in _open_here:
            return Header(NEWEST, in_wal=False, hot=False)
        return look(path, NEWEST)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "The folder {folder} cannot be made ({reason}). Choose another place for the library.",
                folder=str(path.parent),
                reason=error.strerror or "?",
            )
        ) from error


def _take_lock(path: Path, program: str) -> LibraryLock | None:
    """The right to write, or None where file or folder cannot be written at all."""
    if path.exists() and not os.access(path, os.W_OK):
        return None
    lock = LibraryLock(path)
    try:
        lock.acquire(program)
    except OSError as error:
        if path.exists():
            return None
        raise EnvironmentProblem(
            say(
                "No library can be made at {path} ({reason}). Choose a folder you may write to.",
                path=str(path),
                reason=error.strerror or "?",
            )
        ) from error
    return lock


def _open_writing(path: Path, lock: LibraryLock) -> Store:
    shared_memory = lock.holds and not place.is_on_network(path)

    def connect() -> Connection:
        connection = _connect(path)
        try:
            with sqlite.speaking(path):
                _prepare(connection, path, shared_memory=shared_memory)
        except BaseException:
            connection.close()
            raise
        return connection

    def on_close() -> None:
        _leave(key)
        lock.release()

    key = _enter(path)
    try:
        return Store(path, path, connect, on_close)
    except BaseException:
        _leave(key)
        raise


def _connect(path: Path, *, create: bool = False) -> Connection:
    with sqlite.speaking(path):
        return sqlite.writer_engine(path, create=create).connect()


def _prepare(connection: Connection, path: Path, *, shared_memory: bool) -> None:
    with connection.begin():
        sqlite.check_objects(connection, _KNOWN_TABLES, path)
        older = sqlite.schema_number(connection) < NEWEST
    if older:
        # Copied by a reader: the backup interface waits for ever on a connection that is about to write.
        with contextlib.closing(sqlite.reader_engine(path).connect()) as reader, reader.begin():
            backups.make(reader, path)
        migrate(connection, path)
    sqlite.claim(connection, shared_memory=shared_memory)
    with connection.begin():
        replica.settle(connection, path)


def _open_reading(path: Path) -> Store:
    header = _look(path)
    if header is None:
        raise EnvironmentProblem(say("{path} is no longer there.", path=str(path)))
    with contextlib.ExitStack() as undo:
        file = path
        if header.hot or (header.in_wal and not os.access(path.parent, os.W_OK)):
            folder = Path(undo.enter_context(tempfile.TemporaryDirectory(prefix="annotator-")))
            file = _private_copy(path, folder)
        key = _enter(file)
        undo.callback(_leave, key)
        store = Store(path, file, None, undo.pop_all().close)
    try:
        with store.reading() as view:
            _check_readable(view.connection, path)
    except BaseException:
        store.close()
        raise
    return store


def _check_readable(connection: Connection, path: Path) -> None:
    sqlite.check_objects(connection, _KNOWN_TABLES, path)
    if sqlite.schema_number(connection) == NEWEST:
        return
    raise EnvironmentProblem(
        say(
            "{path} was made by an older version and must be brought to this one first, for which it has to "
            "be written. Open it once where it can be written.",
            path=str(path),
        )
    )


def _private_copy(path: Path, folder: Path) -> Path:
    """A copy of a library that was not closed cleanly, brought in order there and not where it lies."""
    for suffix in _BESIDE:
        source = Path(f"{path}{suffix}")
        if source.exists():
            shutil.copyfile(source, folder / f"library{suffix}")
    copy = folder / "library"
    with sqlite.speaking(path), contextlib.closing(_connect(copy)) as connection:
        sqlite.schema_number(connection)
        connection.rollback()
        sqlite.release(connection)
    return copy


def _create(path: Path) -> None:
    """Make a library under another name, its own only when it is whole: a cut leaves no half one."""
    unfinished = Path(f"{path}.creating")
    for suffix in _BESIDE:
        Path(f"{unfinished}{suffix}").unlink(missing_ok=True)
    with contextlib.closing(_connect(unfinished, create=True)) as connection, sqlite.speaking(path):
        migrate(connection, path)
        _found(connection, path)
    backups.flush(unfinished)
    unfinished.rename(path)
    backups.flush_folder(path.parent)


def _found(connection: Connection, path: Path) -> None:
    owner = Annotator(new_uid(), user_name() or "me")
    with connection.begin():
        replica.write_settings(
            connection, {"uid": new_uid(), "created": utc_now(), "self": owner.uid, "replica": new_uid()}
        )
    with UnitOfWork(connection, path, 0) as unit:
        actor = unit.people.identify(owner.uid)
        step = unit.step(FOUNDING, say("Library made"), actor=actor)
        unit.people.add(owner, step)
        unit.commit()


def _enter(file: Path) -> tuple[int, int]:
    state = file.stat()
    key = (state.st_dev, state.st_ino)
    with _open_here_lock:
        _open_here[key] = _open_here.get(key, 0) + 1
    return key


def _leave(key: tuple[int, int]) -> None:
    with _open_here_lock:
        _open_here[key] -= 1
        if not _open_here[key]:
            del _open_here[key]
