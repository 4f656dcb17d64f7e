"""What the errors of SQLite mean, in sentences about a library."""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import os
import sqlite3
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError

from annotator import ways
from annotator.errors import DamagedError, EnvironmentProblem, OutcomeUnknownError, reason_of
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from annotator.messages import Message

_log = logging.getLogger("annotator.storage")


@contextlib.contextmanager
def speaking(path: Path, *, committing: bool = False) -> Iterator[None]:
    """Turn errors of the database within the block into sentences about the library at `path`.

    Raises:
        EnvironmentProblem: disk full, read-only, held, gone, I/O error.
        DamagedError: the file is damaged.
        OutcomeUnknownError: an I/O error while committing.
    """
    try:
        yield
    except DBAPIError as error:
        problem = problem_of(error.orig, path, committing=committing)
        if problem is None:
            raise
        raise problem from error
    except sqlite3.Error as error:
        problem = problem_of(error, path, committing=committing)
        if problem is None:
            raise
        raise problem from error
    except UnicodeDecodeError as error:  # SQLite's own sentence about the damage holds damaged names
        raise damaged(path, "names that are no text") from error
    except json.JSONDecodeError as error:  # of a stored value; what people hand in is read before
        raise damaged(path, "a value that is no JSON") from error


@contextlib.contextmanager
def copying(path: Path, target: Path) -> Iterator[None]:
    """As `speaking`, where the library at `path` is copied: damage is its, all else is said of the target.

    Raises:
        EnvironmentProblem: as `speaking`.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        problem = problem_of(cause, path if is_damage(cause) else target)
        if problem is None:
            raise
        raise _of_copy(cause, target) or problem from error


def _of_copy(error: BaseException | None, target: Path) -> EnvironmentProblem | None:
    """What the disk of a copy refused: of the library nothing was to be saved, so nothing of it is lost."""
    number = _OF_DISK.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return None if number is None else copy_problem(target, reason_of(OSError(number, os.strerror(number))))


def copy_problem(target: Path, reason: Message | str) -> EnvironmentProblem:
    """The error of a copy that could not be written."""
    return EnvironmentProblem(
        say(
            "The copy {path} could not be written ({reason}). The library itself is as it was; free "
            "some space or choose another place.",
            path=str(target),
            reason=reason,
        )
    )


def problem_of(
    error: BaseException | None, path: Path, *, committing: bool = False
) -> EnvironmentProblem | None:
    """The expected error that a driver's error stands for; None when it can only be our own mistake."""
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR and committing:
        return unknown(path)
    if is_damage(error):
        return damaged(path, str(error))
    template = _SENTENCES.get(code)
    return None if template is None else EnvironmentProblem(_about(template, path))


def unknown(path: Path) -> OutcomeUnknownError:
    """The error of a change of which nobody can tell whether it is on the disk."""
    return OutcomeUnknownError(
        say(
            "The disk reported an error while {path} was being saved, so it is not known whether the "
            "last change was kept. Check the disk, then open the library again.",
            path=str(path),
        )
    )


def not_kept(path: Path) -> EnvironmentProblem:
    """The error of a change that the disk failed over, and that is not in the library, as was looked up."""
    return EnvironmentProblem(_about(_SENTENCES[sqlite3.SQLITE_IOERR], path))


def is_damage(error: BaseException | None) -> bool:
    """Whether the file, and not what was asked of it, is why the driver raised this."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:  # Python's own complaint about a text column whose bytes are no UTF-8
        return isinstance(error, sqlite3.OperationalError) and str(error).startswith("Could not decode")
    return code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def damaged(path: Path, words: str) -> DamagedError:
    """The error of a damaged library; what SQLite says of it goes into the log only."""
    _log.error("damaged library: %s", words)
    return DamagedError(
        say("{path} is damaged, so nothing more is written into it. {way}", path=str(path), way=ways.RESTORE)
    )


def _about(template: Message, path: Path) -> Message:
    return type(template)(template.text, {"path": str(path)})


_OF_DISK: Final = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_IOERR: errno.EIO}

_SENTENCES: Final[Mapping[int, Message]] = {
    sqlite3.SQLITE_FULL: say(
        "The disk that holds {path} is full, so nothing new is saved. All that was saved before is safe. "
        "Free some space and try again.",
        path="",
    ),
    sqlite3.SQLITE_IOERR: say(
        "The disk reported an error while {path} was read or written. All changes saved earlier are kept; "
        "check the disk and try again.",
        path="",
    ),
    sqlite3.SQLITE_READONLY: say(
        "{path} can no longer be written: the file or its folder is read-only. Nothing of this change was "
        "saved; give yourself the right to write and try again.",
        path="",
    ),
    sqlite3.SQLITE_BUSY: say(
        "Another program holds {path}. Nothing of this change was saved; close the other program and try "
        "again.",
        path="",
    ),
    sqlite3.SQLITE_LOCKED: say(
        "Another program holds {path}. Nothing of this change was saved; close the other program and try "
        "again.",
        path="",
    ),
    sqlite3.SQLITE_PROTOCOL: say(
        "Another program holds {path}. Nothing of this change was saved; close the other program and try "
        "again.",
        path="",
    ),
    sqlite3.SQLITE_CANTOPEN: say(
        "{path} cannot be opened: it is gone, or you have no right to its folder. Look whether the disk is "
        "still there.",
        path="",
    ),
    sqlite3.SQLITE_PERM: say(
        "You have no right to read {path}. Ask its owner for access, or choose another library.", path=""
    ),
    sqlite3.SQLITE_NOMEM: say(
        "There was not enough memory to work on {path}. Close other programs and try again.", path=""
    ),
    sqlite3.SQLITE_NOLFS: say(
        "The file system that holds {path} takes no files that large, so nothing new is saved. All that "
        "was saved before is safe. Copy the library to another disk.",
        path="",
    ),
    sqlite3.SQLITE_TOOBIG: say("A text is too long for {path}. Divide it and try again.", path=""),
}
