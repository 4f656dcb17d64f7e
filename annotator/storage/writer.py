"""The one writing connection of a library, made with the first change: what is refused writes nothing.

The first change is made with a rollback journal, which leaves the file as it was when it is taken back; from
the second on the library is in WAL mode (docs/decisions/0002-storage-mode.md). A window asks for that at
once, for readers never wait for a writer then.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError

from annotator.storage import replica
from annotator.storage.file import sqlite

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

_CHEAP: Final = 64 * 1024 * 1024
"""Bytes up to which a library is looked through before the first change; that takes 0.1 s."""
_CHEAP_AT_ONCE: Final = 16 * 1024 * 1024
"""The same where a window waits for it; a bigger one is looked at in the background."""


class Writer:
    """Writes one library.

    Attributes:
        file: where its bytes are; another name than the library's as long as nothing was kept in it.
        has_begun: whether a writing connection is open, or was until something went wrong.
    """

    def __init__(self, path: Path, file: Path, *, shared_memory: bool) -> None:
        self.file = file
        self._path = path
        self._shared_memory = shared_memory
        self._connection: Connection | None = None
        self._in_wal = False
        self._has_changed = False
        self._is_settled = False
        self._is_untidy = False

    @property
    def has_begun(self) -> bool:
        """Whether a writing connection is open, or was until something went wrong."""
        return self._connection is not None or self._is_untidy

    def ready(self, *, in_wal: bool = False) -> Connection:
        """The connection, durable: in WAL mode where a change was made before, or `in_wal` asks for it.

        Raises:
            DamagedError: the library was looked through before its first change; nothing was written.
            EnvironmentProblem: it cannot be written.
        """
        connection = self._connection or self._connect(_CHEAP_AT_ONCE if in_wal else _CHEAP)
        if not self._in_wal:
            self._in_wal = sqlite.claim(
                connection,
                shared_memory=self._shared_memory,
                switch=in_wal or self._has_changed,
            )
        return connection

    def _connect(self, cheap: int) -> Connection:
        if not self._has_changed and self.file.stat().st_size <= cheap:
            with contextlib.closing(sqlite.reader_engine(self.file).connect()) as reader:
                sqlite.require_structure(reader, self.file, self._path)
        self._connection = sqlite.writer_engine(self.file).connect()
        self._in_wal = False
        return self._connection

    def settle(self, connection: Connection) -> None:
        """Make sure, within a transaction, that the steps to come are numbered as this copy's own."""
        if not self._is_settled:
            replica.settle(connection, self._path, self.file)

    def keep(self) -> None:
        """The transaction was committed."""
        self._has_changed = self._is_settled = True

    def tidy(self) -> bool:
        """Move what the WAL holds into the file; False when nothing is there or a reader is in the way.

        The memory of its pages is given back: over a long day they would be all that was ever touched.
        """
        if self._connection is None:
            return False
        sqlite.forget_pages(self._connection)
        return sqlite.checkpoint(self._connection)

    def end(self, *, tidily: bool) -> None:
        """Close the connection; `tidily` brings the library back to one file that opens everywhere."""
        connection, self._connection = self._connection, None
        if connection is None and tidily and self._is_untidy:
            with contextlib.suppress(DBAPIError, sqlite3.Error):  # what was saved stays in the log beside it
                connection = sqlite.writer_engine(self.file).connect()
        self._is_untidy = not tidily
        if connection is None:
            return
        with contextlib.closing(connection):
            if tidily:
                sqlite.release(connection)
