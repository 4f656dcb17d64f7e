"""An open library: its one writing connection, its reading ones, and the guard over its file.

While it is open nobody in this process may open the file by other means: closing any descriptor of it would
drop SQLite's locks (POSIX). Whether it is still there is asked of `os.stat`, copies come from the backup
interface.
"""

from __future__ import annotations

import contextlib
import shutil
import threading
from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem, OutcomeUnknownError
from annotator.messages import say
from annotator.storage import sqlite
from annotator.storage.repositories import Repositories
from annotator.storage.types import utc_now
from annotator.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from annotator.messages import Message

_SPARE_READERS = 3


class Store:
    """One library file in use: `file` is what is read, a private copy where the library itself cannot be.

    Attributes:
        path: the library.
        actor: key of the library's own annotator, in whose name steps are made.
        warnings: what a person should know of the place where the library lies.
    """

    def __init__(
        self,
        path: Path,
        file: Path,
        connect: Callable[[], Connection] | None,
        on_close: Callable[[], None],
    ) -> None:
        self.path = path
        self.actor = 0
        self.warnings: tuple[Message, ...] = ()
        self._connect = connect
        self._writer = None if connect is None else connect()
        self._on_close = on_close
        self._readers = sqlite.reader_engine(file)
        self._spare: list[Connection] = []
        self._lock = threading.Lock()
        self._closed = False
        self._frozen = False
        self._state = path.stat()

    @property
    def is_read_only(self) -> bool:
        """Whether the library was opened for reading."""
        return self._writer is None or self._frozen

    @contextlib.contextmanager
    def reading(self) -> Iterator[Repositories]:
        """Repositories over one read transaction on a connection of its own: one consistent state.

        Raises:
            EnvironmentProblem: the library cannot be read.
        """
        with sqlite.speaking(self.path):
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
                return self._spare.pop()
        return self._readers.connect()

    def _give_back(self, connection: Connection) -> None:
        with self._lock:
            if not self._closed and not connection.invalidated and len(self._spare) < _SPARE_READERS:
                self._spare.append(connection)
                return
        connection.close()

    @contextlib.contextmanager
    def saving(self, staging: Path | None = None) -> Iterator[UnitOfWork]:
        """One transaction of the writer; nothing of it is kept unless `commit` returned.

        Args:
            staging: a staging file to be at hand under the schema name `staging`.

        Raises:
            EnvironmentProblem: the library is open for reading, gone, replaced, or the disk refuses.
        """
        if self._writer is None or self._frozen:
            raise EnvironmentProblem(
                say("{path} is open for reading only, so nothing can be changed in it.", path=str(self.path))
            )
        self._check_still_there()
        with sqlite.speaking(self.path), contextlib.ExitStack() as stack:
            if staging is not None:
                stack.enter_context(sqlite.attached(self._writer, staging))
            try:
                yield stack.enter_context(UnitOfWork(self._writer, self.path, self.actor))
            except OutcomeUnknownError:
                stack.callback(self._renew_writer)
                raise

    def _renew_writer(self) -> None:
        """After a failed flush nothing that the connection remembers can be trusted: read the file anew."""
        if self._writer is not None:
            self._writer.close()
        try:
            self._writer = None if self._connect is None else self._connect()
        except EnvironmentProblem:
            self._writer = None

    def _check_still_there(self) -> None:
        try:
            state = self.path.stat()
        except OSError:
            raise EnvironmentProblem(
                say(
                    "{path} is no longer there. What is not saved stays in this window; save a copy "
                    "elsewhere.",
                    path=str(self.path),
                )
            ) from None
        if not _is_same_file(state, self._state):
            raise EnvironmentProblem(
                say(
                    "{path} was replaced by another file while it was open. Nothing was written into it; "
                    "save a copy elsewhere.",
                    path=str(self.path),
                )
            )

    def freeze(self) -> None:
        """Write nothing more: the library was found damaged."""
        self._frozen = True

    def exact_copy(self) -> Path:
        """A byte-exact copy beside the library, made while no connection is open; its path.

        For the writer's thread, while no other thread reads.

        Raises:
            EnvironmentProblem: it could not be made; the library goes on as it was.
        """
        stamp = utc_now().replace(":", "").replace("-", "").replace(".", "")
        copy = self.path.with_name(f"{self.path.name}.before-repair-{stamp}")
        self._end_connections()
        try:
            shutil.copyfile(self.path, copy)
        except OSError as error:
            raise EnvironmentProblem(
                say(
                    "No copy could be kept at {path} ({reason}), so nothing was repaired.",
                    path=str(copy),
                    reason=error.strerror or "?",
                )
            ) from error
        finally:
            self._writer = None if self._connect is None else self._connect()
        return copy

    def _end_connections(self) -> None:
        with self._lock:
            spare, self._spare = self._spare, []
        for connection in spare:
            connection.close()
        if self._writer is not None:
            with contextlib.closing(self._writer):
                sqlite.release(self._writer)

    def idle(self) -> bool:
        """After two idle seconds: move what was saved into the one file, so that a raw copy is complete."""
        return self._writer is not None and sqlite.checkpoint(self._writer)

    def close(self) -> None:
        """End all connections, readers first, and bring the library back to one file."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._end_connections()
        self._on_close()


def _is_same_file(left: os.stat_result, right: os.stat_result) -> bool:
    return (left.st_dev, left.st_ino) == (right.st_dev, right.st_ino)
