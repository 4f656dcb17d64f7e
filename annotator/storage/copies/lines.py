"""What is asked of a copy itself: of which file of a library it was made, whether it holds what another does.

Whatever was copied of a library has its uid, so the backups of all these files lie in one folder: of the
library, of what was restored from it, of what was put on a stick. Each file goes its own way from there, and
no backup of one stands for that of another.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING, Final

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from annotator.errors import EnvironmentProblem
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import sqlite
from annotator.storage.replica import machine_id

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import TextClause

    from annotator.storage.copies.names import Told

LENGTH: Final = 12
"""Hexadecimal digits of a line in a name."""

_LAST_STEP: Final = text("SELECT uid FROM step ORDER BY seq DESC LIMIT 1")
_STEP: Final = text("SELECT 1 FROM step WHERE uid = :uid")
_BINNED: Final = text(
    "SELECT count(*) FROM document_version AS v JOIN corpus_version AS c ON c.corpus = v.corpus AND "
    "c.to_step IS NULL WHERE v.to_step IS NULL AND max(v.binned, c.binned) = 1"
)


def line_of(path: Path) -> str:
    """The line of the library at `path` of this account: the same as long as it stays in its place."""
    place = machine_id().encode() + b"\0" + os.fsencode(os.path.realpath(path))
    return hashlib.sha256(place).hexdigest()[:LENGTH]


def last_step_of(copy: Path) -> str | None:
    """The uid of a copy's last step; None where it cannot be asked, or has none."""
    found = _asked(copy, _LAST_STEP)
    return None if found is None else str(found)


def binned_in(copy: Path) -> int:
    """How many documents lie in a copy's bin, alone or with their corpus; 0 where it cannot be asked."""
    found = _asked(copy, _BINNED)
    return found if isinstance(found, int) else 0


def holds(newer: Told, older: Told) -> bool:
    """Whether all steps of the older copy are in the newer one; steps follow each other, so the last tells.

    False too where one of them cannot be asked.
    """
    last = last_step_of(older.file)
    return last is not None and _asked(newer.file, _STEP, uid=last) is not None


def _asked(copy: Path, statement: TextClause, **values: str) -> object:
    # A file that only bears the name of a copy may have no such table.
    with (
        contextlib.suppress(EnvironmentProblem, DBAPIError),
        sqlite_errors.speaking(copy),
        contextlib.closing(sqlite.reader_engine(copy).connect()) as connection,
    ):
        found: object = connection.execute(statement, values).scalar()
        return found
    return None
