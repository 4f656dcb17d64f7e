"""From a path to an open store: header, lock, SQLite, schema in order; what is refused stays untouched."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator import ways
from annotator.errors import DamagedError, EnvironmentProblem, reason_of
from annotator.files import make_folder, sync_file, sync_folder
from annotator.messages import say
from annotator.model.document import Annotator
from annotator.model.identity import new_uid
from annotator.model.soundness import Occasion
from annotator.storage import replica
from annotator.storage.copies import backups
from annotator.storage.copies import names as backup_names
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import judging, leftovers, making, place, sqlite
from annotator.storage.file.header import Header, look, require_known
from annotator.storage.file.lock import LibraryLock, user_name
from annotator.storage.migrations import NEWEST, migrate
from annotator.storage.replica import read_uid
from annotator.storage.steps import FOUNDING
from annotator.storage.store import Store
from annotator.storage.tables import metadata
from annotator.storage.types import utc_now
from annotator.storage.unit_of_work import UnitOfWork
from annotator.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from annotator.messages import Message

_KNOWN_TABLES: Final = frozenset(metadata.tables)
_BESIDE: Final = ("", "-wal", "-shm", "-journal")

_open_here: dict[tuple[int, int], int] = {}
_open_here_lock = threading.Lock()


def open_store(path: Path, *, writable: bool, create: bool, program: str, at_once: bool = True) -> Store:
    """The library at `path`, made when it is missing and `create` says so.

    Args:
        path: taken literally.
        writable: ask for the right to write; where file or folder forbid it, the store is one to read. So it
            is of a backup, which is worth what was written and nothing else.
        create: make a missing library; only with `writable`.
        program: how the lock names this process to others.
        at_once: be ready for saving while others read, and make a missing library now. Else both wait for
            the first change that is kept: what is refused leaves everything as it was.

    Raises:
        EnvironmentProblem: missing, foreign, damaged, newer, held by another process; not a byte was changed.
    """
    sqlite.check_sqlite_version()
    place.require_short(path)
    try:
        if _is_backup(path):
            return _open_backup(path)
        return _open(path, program, writable=writable, create=create, at_once=at_once)
    except DamagedError as error:
        raise _explained(path, error) from error


def _is_backup(path: Path) -> bool:
    """Whether a file is a backup, by its name, wherever it lies; a link to one is one too."""
    return any(backup_names.read(Path(each)) is not None for each in (path, os.path.realpath(path)))


def _open_backup(path: Path) -> Store:
    store = open_copy(path)
    store.warnings += (
        say(
            "{path} is a backup, so it is only read and stays as it was made. {way}",
            way=ways.WORK_IN_COPY,
            path=str(path),
        ),
    )
    return store


def _open(path: Path, program: str, *, writable: bool, create: bool, at_once: bool) -> Store:
    header = _look(path)
    if header is None and not (writable and create):
        raise EnvironmentProblem(
            say(
                "There is no library at {path}. Check the name, or import something to make one.",
                path=str(path),
            )
        )
    made = _make_folder(path) if header is None else ()
    lock = _take_lock(path, program) if writable else None
    if lock is None:
        return _open_reading(path)
    try:
        found = _look(path)
        is_new = found is None
        foreign = leftovers.warning(path) if found is None or found.foreign_log else ()
        if is_new and at_once:
            _name(_create(path), path)
        if is_new and not at_once:
            store = _open_new(path, lock, made)
        else:
            store = _open_writing(path, lock, at_once=at_once)
    except BaseException:
        lock.release()
        raise
    if is_new or not lock.holds:
        store.warnings += place.warnings_about(path, has_locks=lock.holds)
    store.warnings += foreign
    return store


def _look(path: Path) -> Header | None:
    """The header; not read where this process has the file open, for closing it would drop its locks."""
    with _open_here_lock:
        if _is_open_here(path):
            return Header(NEWEST, in_wal=False, hot=False, foreign_log=False)
        return look(path, NEWEST)


def _is_open_here(path: Path) -> bool:
    """Whether this process has the file open; within the lock."""
    try:
        state = path.stat()
    except OSError:
        return False
    return (state.st_dev, state.st_ino) in _open_here


def _explained(path: Path, error: DamagedError) -> DamagedError:
    """What to say of a damaged library; not looked into where this process has it open, as in `_look`."""
    with _open_here_lock:
        return error if _is_open_here(path) else judging.explained(path, error)


def _make_folder(path: Path) -> tuple[Path, ...]:
    """Make the folder of a library; those made, the deepest first."""
    missing = tuple(folder for folder in path.parents if not folder.exists())
    try:
        make_folder(path.parent)
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "The folder {folder} cannot be made ({reason}). Choose another place for the library.",
                folder=str(path.parent),
                reason=reason_of(error),
            )
        ) from error
    return missing


def _remove_folders(folders: Sequence[Path]) -> None:
    """Take away folders that were made for a library that came to nothing, unless they are in use."""
    with contextlib.suppress(OSError):
        for folder in folders:
            folder.rmdir()


def _take_lock(path: Path, program: str) -> LibraryLock | None:
    """The right to write, or None where file or folder cannot be written at all."""
    if path.exists() and not os.access(path, os.W_OK):
        return None
    lock = LibraryLock(path)
    with making.explained(path):
        try:
            lock.acquire(program)
        except OSError:
            if not path.exists():
                raise
            return None
    return lock


def _open_writing(path: Path, lock: LibraryLock, *, at_once: bool) -> Store:
    told = _bring_up(path)
    shared_memory = lock.holds and not place.is_on_network(path)
    key = _enter(path)

    def on_close() -> None:
        _leave(key)
        lock.release()

    try:
        store = Store(path, path, Writer(path, path, shared_memory=shared_memory), on_close)
        store.warnings = told
        if at_once:
            _begin(store)
    except BaseException:
        _leave(key)
        raise
    return store


def _begin(store: Store) -> None:
    """Make ready for saving; a library that is damaged is read instead, and the person is told."""
    try:
        store.begin()
    except DamagedError as error:
        store.freeze()
        store.warnings += (error.message,)


def _open_new(path: Path, lock: LibraryLock, made: Sequence[Path]) -> Store:
    """A library that gets its name with its first content; if there is none, nothing is left of it."""
    unfinished = _create(path)
    shared_memory = lock.holds and not place.is_on_network(path)
    key = _enter(unfinished)

    def on_close() -> None:
        _leave(key)
        leftovers.discard(unfinished)
        lock.release()
        _remove_folders(made if not path.exists() else ())

    try:
        return Store(
            path, unfinished, Writer(path, unfinished, shared_memory=shared_memory), on_close, named=False
        )
    except BaseException:
        _leave(key)
        raise


def _connect(path: Path, *, create: bool = False) -> Connection:
    with sqlite_errors.speaking(path):
        return sqlite.writer_engine(path, create=create).connect()


def _bring_up(path: Path) -> tuple[Message, ...]:
    """Look at a library by a reader; write it only where a cut must be mended or an older version raised.

    Returns:
        What a person should know of a change that was cut off.
    """
    header = _look(path)
    if header is not None and header.in_wal:
        judging.require_own_log(path)
    if header is not None and header.foreign_log:
        leftovers.set_aside(path, (leftovers.LOG,))
    told = judging.settle_journal(path) if header is not None and header.hot else ()
    with (
        sqlite_errors.speaking(path),
        contextlib.closing(sqlite.reader_engine(path).connect()) as reader,
        reader.begin(),
    ):
        if _is_current(reader, path):
            return told
        sqlite.require_structure(reader, path, path)
        backups.make(reader, path, Occasion.MIGRATION)
    with sqlite_errors.speaking(path), contextlib.closing(_connect(path)) as connection:
        migrate(connection, path)
    return told


def _is_current(reader: Connection, path: Path) -> bool:
    """Whether a library is of this version; an older one may lack tables, this one nothing."""
    version = sqlite.schema_number(reader)
    require_known(path, version, NEWEST)  # the header may be older than the log beside it
    sqlite.check_objects(reader, _KNOWN_TABLES, path)
    if version < NEWEST:
        return False
    sqlite.require_tables(reader, _KNOWN_TABLES, path)
    read_uid(reader)
    return True


def open_copy(path: Path) -> Store:
    """The library at `path` to be read wherever it lies; of an older version, a copy brought to this one.

    Raises:
        EnvironmentProblem: missing, foreign, damaged, newer; not a byte was changed.
    """
    sqlite.check_sqlite_version()
    return _open_reading(path, raising=True)


def _open_reading(path: Path, *, raising: bool = False) -> Store:
    header = _look(path)
    if header is None:
        raise EnvironmentProblem(say("{path} is no longer there.", path=str(path)))
    is_shut = header.in_wal and not os.access(path.parent, os.W_OK)
    if header.in_wal and not is_shut:
        judging.require_own_log(path)
    with contextlib.ExitStack() as undo:
        file = path
        is_raised = raising and header.version < NEWEST
        if is_raised or header.hot or header.foreign_log or is_shut:
            folder = Path(undo.enter_context(tempfile.TemporaryDirectory(prefix="annotator-")))
            file = _private_copy(path, folder, _own_files(path, header))
        if is_raised:
            _raise(file, path)
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


def _own_files(path: Path, header: Header) -> tuple[str, ...]:
    """How the names end of the files that make the library: without logs of another one."""
    foreign = {leftovers.LOG, "-shm"} if header.foreign_log else set()
    if header.hot and not judging.owns_journal(path):
        foreign.add(leftovers.JOURNAL)
    return tuple(suffix for suffix in _BESIDE if suffix not in foreign)


def _check_readable(connection: Connection, path: Path) -> None:
    if _is_current(connection, path):
        return
    raise EnvironmentProblem(
        say(
            "{path} was made by an older version and must be brought to this one first, for which it has to "
            "be written. Open it once where it can be written.",
            path=str(path),
        )
    )


def _private_copy(path: Path, folder: Path, suffixes: Sequence[str]) -> Path:
    """A copy of a library and what of it lies beside it, brought in order there and not where it lies."""
    for suffix in suffixes:
        source = Path(f"{path}{suffix}")
        if source.exists():
            shutil.copyfile(source, folder / f"library{suffix}")
    copy = folder / "library"
    with sqlite_errors.speaking(path), contextlib.closing(_connect(copy)) as connection:
        sqlite.schema_number(connection)
        connection.rollback()
        sqlite.release(connection)
    return copy


def _raise(copy: Path, path: Path) -> None:
    """Bring a private copy of the older library at `path` to this version."""
    with (
        sqlite_errors.speaking(path),
        contextlib.closing(sqlite.reader_engine(copy).connect()) as reader,
        reader.begin(),
    ):
        sqlite.check_objects(reader, _KNOWN_TABLES, path)
        sqlite.require_structure(reader, copy, path)
    with sqlite_errors.speaking(path), contextlib.closing(_connect(copy)) as connection:
        migrate(connection, path)


def _create(path: Path) -> Path:
    """Make a library under another name, its own only when it is whole: a cut leaves no half one."""
    unfinished = Path(f"{path}.creating")
    with making.explained(path):
        _remove(unfinished)
    try:
        with (
            contextlib.closing(_connect(unfinished, create=True)) as connection,
            sqlite_errors.speaking(path),
        ):
            migrate(connection, path)
            _found(connection, path)
    except BaseException:
        leftovers.discard(unfinished, _BESIDE)
        raise
    return unfinished


def _remove(unfinished: Path) -> None:
    for suffix in _BESIDE:
        Path(f"{unfinished}{suffix}").unlink(missing_ok=True)


def _name(unfinished: Path, path: Path) -> None:
    with making.explained(path):
        sync_file(unfinished)
        leftovers.set_aside(path)
        unfinished.rename(path)
        sync_folder(path.parent)


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
