"""An open library: its one writing connection, its reading ones, and the guard over its file.

While it is open nobody in this process may open the file by other means: closing any descriptor of it would
drop SQLite's locks (POSIX). Whether it is still there is asked of `os.stat`, copies come from the backup
interface.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
import threading
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError

from annotator.errors import DamagedError, EnvironmentProblem, reason_of
from annotator.files import sync_file, sync_folder
from annotator.messages import say
from annotator.storage.copies.exact_copy import copy_exactly
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import leftovers, making, sqlite
from annotator.storage.file.loss import gone, is_same_file, loss_of
from annotator.storage.repositories import Repositories
from annotator.storage.types import utc_now
from annotator.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from annotator.messages import Message
    from annotator.storage.writer import Writer

_SPARE_READERS: Final = 3
_READER_SECONDS: Final = 5.0
"""So long a question waits for a connection that still leads to a library whose file is gone."""


class Store:
    """One library file in use: `file` is what is read, a private copy where the library itself cannot be.

    Attributes:
        path: the library.
        actor: key of the library's own annotator, in whose name steps are made.
        language: tells in which language a new corpus begins with definitions, "" for none.
        warnings: what a person should know of the place where the library lies.
    """

    def __init__(
        self,
        path: Path,
        file: Path,
        writer: Writer | None,
        on_close: Callable[[], None],
        *,
        named: bool = True,
    ) -> None:
        self.path = path
        self.actor = 0
        self.language: Callable[[], str] = str
        self.warnings: tuple[Message, ...] = ()
        self._file = file
        self._writer = writer
        self._on_close = on_close
        self._is_named = named
        self._readers = sqlite.reader_engine(file)
        self._spare: list[Connection] = []
        self._out = 0
        self._lock = threading.Condition()
        self._closed = False
        self._frozen = False
        self._told_of_loss = False
        self._doubtful: tuple[str, ...] = ()
        self._state = file.stat()

    @property
    def is_read_only(self) -> bool:
        """Whether the library was opened for reading."""
        return self._writer is None or self._frozen

    @property
    def was_writable(self) -> bool:
        """Whether it was opened for writing, even if nothing more is written into it now."""
        return self._writer is not None

    @property
    def file(self) -> Path:
        """Where the bytes are that are read."""
        return self._file

    def begin(self) -> None:
        """Make ready for saving while others read, which a window does long before its first change.

        Raises:
            EnvironmentProblem: the library cannot be written.
        """
        if self._writer is not None:
            with sqlite_errors.speaking(self.path):
                self._writer.ready(in_wal=True)
            self._state = self._file.stat()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Repositories]:
        """Repositories over one read transaction on a connection of its own: one consistent state.

        Raises:
            EnvironmentProblem: the library cannot be read.
            DamagedError: it is damaged; nothing more is written into it.
        """
        with self._freezing(), sqlite_errors.speaking(self.path):
            connection = self._take_reader()
            transaction = connection.begin()
            try:
                yield Repositories(connection)
            finally:
                transaction.rollback()  # there is nothing to commit, and over damaged pages that would fail
                self._give_back(connection)

    def _take_reader(self) -> Connection:
        with self._lock:
            if self._closed:
                raise EnvironmentProblem(say("{path} has been closed. Open it again.", path=str(self.path)))
            if self._spare:
                found = self._spare.pop()
            elif self._is_elsewhere():  # a new connection would find nothing, or another library
                found = self._wait_for_reader()
            else:
                found = self._readers.connect()
            self._out += 1
            return found

    def _is_elsewhere(self) -> bool:
        """Whether the name leads to another file now, or nowhere."""
        try:
            return not is_same_file(self._file.stat(), self._state)
        except OSError:
            return True

    def _wait_for_reader(self) -> Connection:
        """A connection from before the file was taken away, as soon as one is free; within the lock."""
        if not self._lock.wait_for(lambda: self._spare or self._closed, _READER_SECONDS) or self._closed:
            raise EnvironmentProblem(gone(self.path))
        return self._spare.pop()

    def _give_back(self, connection: Connection) -> None:
        with self._lock:
            self._out -= 1
            is_kept = not self._closed and not connection.invalidated and len(self._spare) < _SPARE_READERS
            if is_kept:
                self._spare.append(connection)
            else:
                connection.close()
            self._lock.notify_all()

    @contextlib.contextmanager
    def saving(self, staging: Path | None = None) -> Iterator[UnitOfWork]:
        """One transaction of the writer; nothing of it is kept unless `commit` returned.

        Args:
            staging: a staging file to be at hand under the schema name `staging`.

        Raises:
            EnvironmentProblem: the library is open for reading, gone, replaced, or the disk refuses.
        """
        writer = self._writer
        if writer is None:
            raise EnvironmentProblem(
                say("{path} is open for reading only, so nothing can be changed in it.", path=str(self.path))
            )
        self._check_still_there()
        if self._frozen:
            raise sqlite_errors.damaged(self.path, "it was found so before")
        with (
            self._freezing(),
            sqlite_errors.speaking(self.path),
            _trusting(writer),
            contextlib.ExitStack() as stack,
        ):
            connection = writer.ready()
            if staging is not None:
                stack.enter_context(sqlite.attached(connection, staging))
            unit = stack.enter_context(UnitOfWork(connection, self.path, self.actor, self._find_out))
            writer.settle(connection)
            yield unit
        if unit.is_kept:
            self._keep(writer)

    def was_kept(self) -> bool:
        """Whether the last change whose outcome was unknown is in the library, for all to be read again.

        Raises:
            OutcomeUnknownError: the disk still does not let it be known.
        """
        uids, self._doubtful = self._doubtful, ()
        return bool(uids) and self._find_out(uids)

    def _find_out(self, uids: tuple[str, ...]) -> bool:
        """Read anew, over a new connection, whether the steps of these uids are there, and safe.

        What the system read from its memory after a failed write may never have reached the disk; so the
        log is moved into the library file, which writes and flushes all of it once more. A change that is
        not there may stand in the log all the same, out of sight until it is read anew after the last
        connection ended: emptying the log takes it away for good.
        """
        writer = self._writer
        assert writer is not None  # noqa: S101  (there was a change)
        try:
            with sqlite_errors.speaking(self.path):
                writer.end(tidily=False)
                connection = writer.ready()
                with connection.begin() as reading:
                    there = Repositories(connection).steps.number(uids[-1]) is not None
                    reading.rollback()
                is_known = writer.tidy()
        except DamagedError:
            raise
        except EnvironmentProblem as problem:
            self._doubtful = uids
            raise sqlite_errors.unknown(self.path) from problem
        if not is_known:
            self._doubtful = uids
            raise sqlite_errors.unknown(self.path)
        return there

    @contextlib.contextmanager
    def _freezing(self) -> Iterator[None]:
        try:
            yield
        except DamagedError:
            self.freeze()
            raise

    def _keep(self, writer: Writer) -> None:
        writer.keep()
        if not self._is_named:
            self._name(writer)
        self._state = self._file.stat()

    def _name(self, writer: Writer) -> None:
        """A new library has its first content: give it its name, for which it is closed and opened again."""
        self._end_connections()
        with making.explained(self.path):
            sync_file(self._file)
            leftovers.set_aside(self.path)
            self._file.rename(self.path)
        self._is_named = True
        self._file = writer.file = self.path
        self._readers = sqlite.reader_engine(self.path)
        try:
            sync_folder(self.path.parent)
        except OSError as error:  # it has its name, but a power cut could take that back
            raise sqlite_errors.unknown(self.path) from error

    def _check_still_there(self) -> None:
        loss = self.loss()
        if loss is not None:
            self._told_of_loss = True
            raise EnvironmentProblem(loss)

    def loss(self) -> Message | None:
        """What became of the file while it was open; None when it is as it was left."""
        return loss_of(self.path, self._file, self._state)

    @property
    def is_frozen(self) -> bool:
        """Whether it could be written, and nothing is because it was found damaged."""
        return self._writer is not None and self._frozen

    def freeze(self) -> None:
        """Write nothing more: the library was found damaged."""
        self._frozen = True

    def thaw(self) -> None:
        """Write again: what was damaged is put right, or about to be, after an exact copy."""
        self._frozen = False

    def exact_copy(self) -> Path:
        """A byte-exact copy beside the library, made while no connection is open; its path.

        For the writer's thread. What other threads read meanwhile is waited for, and they wait for the copy.

        Raises:
            EnvironmentProblem: it could not be made; the library goes on as it was.
        """
        with self._lock:
            if not self._lock.wait_for(lambda: not self._out, _READER_SECONDS):
                raise EnvironmentProblem(
                    say(
                        "{path} is being read, by an export for example, so nothing was repaired. Try again "
                        "when that has ended.",
                        path=str(self.path),
                    )
                )
            return self._copy_alone()

    def _copy_alone(self) -> Path:
        stamp = utc_now().replace(":", "").replace("-", "").replace(".", "")
        copy = self.path.with_name(f"{self.path.name}.before-repair-{stamp}")
        with sqlite_errors.speaking(self.path):
            self._end_connections()
        try:
            copy_exactly(self.path, copy)
        except OSError as error:
            raise EnvironmentProblem(
                say(
                    "No copy could be kept at {path} ({reason}), so nothing was repaired.",
                    path=str(copy),
                    reason=reason_of(error),
                )
            ) from error
        return copy

    def _end_connections(self, *, tidily: bool = True) -> None:
        """Close all; readers last when what the WAL holds may not be moved into a broken file."""
        with self._lock:
            spare, self._spare = self._spare, []
        ends = [connection.close for connection in spare]
        if self._writer is not None:
            ends.insert(len(ends) if tidily else 0, functools.partial(self._writer.end, tidily=tidily))
        with contextlib.ExitStack() as stack:
            for end in reversed(ends):
                stack.callback(end)

    def idle(self) -> bool:
        """After two idle seconds: move what was saved into the one file, so that a raw copy is complete."""
        if self._writer is None or self._frozen or self.loss() is not None:
            return False
        done = self._writer.tidy()
        self._state = self._file.stat()
        with self._lock:
            for connection in self._spare:
                sqlite.forget_pages(connection)
        return done

    def close(self) -> None:
        """End all connections, readers first, and bring the library back to one file.

        Raises:
            EnvironmentProblem: what was saved may be lost: the file was cut short, replaced or taken away
                meanwhile, or is damaged.
        """
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._lock.notify_all()
        wrote = self._writer is not None and self._writer.has_begun
        loss = self.loss() if wrote else None
        try:
            with sqlite_errors.speaking(self.path):
                self._end_connections(tidily=loss is None and not self._frozen)
        finally:
            self._on_close()
        if loss is not None and not self._told_of_loss:
            raise EnvironmentProblem(loss)


@contextlib.contextmanager
def _trusting(writer: Writer) -> Iterator[None]:
    """End the writing connection when the disk or SQLite refuses: the next change is made over a new one.

    Nothing that the old one remembers can be trusted then, and one that was opened while the file could only
    be read would never write. Over damage it stays open: closing it could move the log into the broken file.
    """
    try:
        yield
    except (EnvironmentProblem, DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(error, DamagedError) and not sqlite_errors.is_damage(cause):
            writer.end(tidily=False)
        raise
