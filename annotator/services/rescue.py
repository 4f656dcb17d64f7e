"""What can be done for a library that does not open: finding its backups."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from annotator import paths
from annotator.errors import EnvironmentProblem
from annotator.services.library import open_library, path_of
from annotator.storage import backups
from annotator.storage.header import look
from annotator.storage.migrations import NEWEST
from annotator.storage.opening import open_store
from annotator.storage.replica import read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.soundness import BackupInfo


def backups_of(where: str) -> list[BackupInfo]:
    """The copies of a library that can be gone back to, newest first; also of one that is damaged or lost.

    Raises:
        EnvironmentProblem: it cannot be opened and no copy of it is known, or a newer program made it.
    """
    try:
        with open_library(where, writable=False, create=False, program="annotator backups") as library:
            return library.backups.list()
    except EnvironmentProblem:
        path = path_of(where)
        found = [] if _is_newer(path) else _copies_made_of(path)
        if not found:
            raise
        return found


def _is_newer(path: Path) -> bool:
    with contextlib.suppress(EnvironmentProblem):
        header = look(path, sys.maxsize)
        return header is not None and header.version > NEWEST
    return False


def _copies_made_of(path: Path) -> list[BackupInfo]:
    """The copies that say of themselves that they were made of the library at this path."""
    root = paths.backup_folder()
    folders = sorted(root.iterdir()) if root.is_dir() else []
    known = [backups.listed(folder) for folder in folders]
    return sorted(
        (copy for copies in known if copies and _was_at(copies[0].path, path) for copy in copies),
        key=lambda copy: copy.time,
        reverse=True,
    )


def _was_at(copy: str, path: Path) -> bool:
    with contextlib.suppress(EnvironmentProblem):
        store = open_store(path_of(copy), writable=False, create=False, program="annotator backups")
        with contextlib.closing(store), store.reading() as view:
            return (
                read_settings(view.connection).get("replica_path")
                == os.fsencode(os.path.realpath(path)).hex()
            )
    return False
