"""What a file is, told from its first hundred bytes, before lock and SQLite have touched it.

SQLite opens an empty file as an empty library and would recover, convert or convict a foreign one. A file
that is not ours, or newer than this program, is refused here and stays as it was to the last byte.

Source: sqlite.org/fileformat2.html, section 1.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator import __version__, ways
from annotator.errors import DamagedError, EnvironmentProblem, ForeignError, NewerError, reason_of
from annotator.files import no_file
from annotator.messages import say
from annotator.storage.file.leftovers import JOURNAL, LOG, has_content
from annotator.storage.file.sqlite import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC: Final = b"SQLite format 3\x00"
_LENGTH: Final = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of one of our libraries says.

    Attributes:
        version: its schema number, 1 or more.
        in_wal: it was not closed cleanly, or is open: what was saved last may stand in the file beside it.
        hot: a rollback journal lies beside it, to be played back by the next writer.
        foreign_log: a log lies beside it although it was closed cleanly, so the log is of a library that had
            the name before: the header tells of a log of its own before there is one, and as long as it is.
    """

    version: int
    in_wal: bool
    hot: bool
    foreign_log: bool


def look(path: Path, newest: int) -> Header | None:
    """The header of the library at `path`, or None when there is no file.

    Args:
        path: the library, taken literally.
        newest: the highest schema number this program reads.

    Raises:
        EnvironmentProblem: no library, damaged, or newer; not a byte was changed.
    """
    has_log = has_content(path, LOG)  # before the header: a log that comes meanwhile is its own
    first = _first_bytes(path)
    if first is None:
        return None
    _check_kind(path, first)
    version = int.from_bytes(first[60:64])
    require_known(path, version, newest)
    if version < 1:
        raise _damaged(path)
    in_wal = first[18] == 2 or first[19] == 2
    return Header(version, in_wal, hot=has_content(path, JOURNAL), foreign_log=has_log and not in_wal)


def require_known(path: Path, version: int, newest: int) -> None:
    """Refuse a schema number above the highest one that this program reads.

    Raises:
        NewerError: both are named; not a byte was changed.
    """
    if version > newest:
        raise NewerError(
            say(
                "{path} was made by a newer version of the annotator: its kind of library is number "
                "{version}, and this program, version {program}, reads those up to {newest}. It was not "
                "changed; update the program to open it.",
                path=str(path),
                version=version,
                newest=newest,
                program=__version__,
            )
        )


def _first_bytes(path: Path) -> bytes | None:
    if problem := no_file(path, str(path)):
        raise EnvironmentProblem(problem)
    try:
        with path.open("rb") as file:
            return file.read(_LENGTH)
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        raise EnvironmentProblem(
            say(
                "{path} is a folder, not a library. Name a file in it, for example {path}/library.annotator.",
                path=str(path),
            )
        ) from None
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} cannot be read ({reason}). Check the name and your rights to the file.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error


def _check_kind(path: Path, first: bytes) -> None:
    if not first:
        raise ForeignError(
            say(
                "{path} is an empty file, not a library. It was not changed; delete it, or name another "
                "file, and a new library is made.",
                path=str(path),
            )
        )
    if not first.startswith(_MAGIC):
        if int.from_bytes(first[68:72]) == APPLICATION_ID or not any(first):
            raise _damaged(path)
        raise ForeignError(
            say(
                "{path} is not a library of the annotator. It was not changed; choose another file.",
                path=str(path),
            )
        )
    if len(first) < _LENGTH:
        raise _damaged(path)
    if int.from_bytes(first[68:72]) != APPLICATION_ID:
        raise ForeignError(
            say(
                "{path} is a database of another program, not a library of the annotator. It was not "
                "changed; choose another file.",
                path=str(path),
            )
        )


def _damaged(path: Path) -> DamagedError:
    return DamagedError(
        say(
            "{path} is damaged: its first bytes are not those of a library. It was not changed. {way}",
            path=str(path),
            way=ways.RESTORE_OR_RESCUE,
        )
    )
