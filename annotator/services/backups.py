"""Use-cases on copies: make one, list them, bring one back as a new file."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.storage import backups
from annotator.storage.restoring import restore_library

if TYPE_CHECKING:
    from annotator.model.soundness import BackupInfo
    from annotator.storage.store import Store

_OFTEN: Final = 30 * 60
"""Seconds after which a changed library gets another copy when it is opened or closed."""

_BESIDE: Final = ("", "-wal", "-shm", "-journal", ".lock")


class Backups:
    """The verified copies of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def make(self, output: str | None = None) -> BackupInfo:
        """A verified copy, in the backup folder or as the new file `output`; saving goes on meanwhile.

        Raises:
            UserError: `output` is there already, or is the library itself.
            EnvironmentProblem: it could not be written, or did not prove itself.
        """
        target = None if output is None else self._free(Path(output))
        with self._store.reading() as view:
            if target is None:
                return backups.make(view.connection, self._store.path)
            return backups.write_copy(view.connection, self._store.path, target)

    def _free(self, target: Path) -> Path:
        check_free(target, self._store.path)
        return target

    def list(self) -> list[BackupInfo]:
        """The copies that can be gone back to, newest first."""
        with self._store.reading() as view:
            folder = backups.folder_of(view.connection)
        return backups.listed(folder)

    def if_due(self, seconds: float = _OFTEN) -> BackupInfo | None:
        """A copy if the library changed since the newest and that is older than `seconds`; else None.

        For a reading thread: after opening, before closing, before imports and bulk acts (then with 600).
        """
        with self._store.reading() as view:
            if not backups.is_due(view.connection, seconds, datetime.now(UTC)):
                return None
            return backups.make(view.connection, self._store.path)

    @staticmethod
    def restore(file: str, output: str) -> BackupInfo:
        """A library made of a copy, as the new file `output`; the copy and every library stay as they are.

        Raises:
            UserError: `output` is there already.
            EnvironmentProblem: `file` is no sound library, or the new file could not be written.
        """
        check_free(Path(output), Path(file))
        return restore_library(Path(file), Path(output))


def check_free(target: Path, library: Path) -> None:
    """Refuse a file that is there already or belongs to a library.

    Raises:
        UserError: which, and what to do.
    """
    own = {os.path.realpath(f"{library}{suffix}") for suffix in _BESIDE}
    if os.path.realpath(target) in own:
        raise UserError(say("{path} is the library itself. Name another file.", path=str(target)))
    with contextlib.suppress(FileNotFoundError):
        target.lstat()
        raise UserError(
            say("{path} is there already and was not touched. Name a new file.", path=str(target))
        )
