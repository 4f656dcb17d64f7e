"""What is looked at in the background after a library was opened: is it sound, and is a copy due."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.model.soundness import Occasion
from annotator.storage.copies import backups
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import sqlite
from annotator.storage.repositories import Repositories
from annotator.storage.soundness.checks import find_damage

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.soundness import BackupInfo, Problem


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found.

    Attributes:
        problems: damage; of a damaged library no copy is made.
        backup: the copy that was made, None when none was due.
    """

    problems: tuple[Problem, ...] = ()
    backup: BackupInfo | None = None


def examine(path: Path, seconds: float) -> Examined:
    """Look at structure and texts on a connection of its own, then make a copy if one is due.

    For any process: the library may be open and in use elsewhere.

    Args:
        path: the library.
        seconds: the newest copy must be that old.

    Raises:
        EnvironmentProblem: the library cannot be read, or the copy could not be made.
    """
    with (
        sqlite_errors.speaking(path),
        contextlib.closing(sqlite.reader_engine(path).connect()) as connection,
        connection.begin(),
    ):
        report = find_damage(Repositories(connection), path)
        if not report.sound:
            return Examined(report.problems)
        if not backups.is_due(connection, path, seconds, datetime.now(UTC)):
            return Examined()
        return Examined(backup=backups.make(connection, path, Occasion.ROUTINE))
