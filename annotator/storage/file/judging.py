"""Whether a log beside a library is its own: tried on private copies before it is played for real.

SQLite knows a log by its name only, and plays what another library left under it into whatever file is there
now. A log that makes a whole file of ours is its own; one without which the file is whole, and with which it
is not, is of another library.
"""

from __future__ import annotations

import contextlib
import mmap
import shutil
import sqlite3
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator import ways
from annotator.errors import DamagedError, EnvironmentProblem, reason_of
from annotator.messages import say
from annotator.storage.copies.exact_copy import copy_exactly
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import leftovers, sqlite
from annotator.storage.file.leftovers import JOURNAL, LOG, has_content
from annotator.storage.migrations import NEWEST
from annotator.storage.replica import read_settings
from annotator.storage.repositories import Repositories
from annotator.storage.soundness.checks import find_problems
from annotator.storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from annotator.messages import Message

_TABLES: Final = frozenset(metadata.tables)
_UID: Final = "SELECT value FROM setting WHERE name = 'uid'"
_LAST_STEP: Final = "SELECT seq, uid FROM step ORDER BY seq DESC LIMIT 1"
_STEP: Final = "SELECT seq, uid FROM step WHERE seq = ?"

_TRIES: Final = 20
_PAUSE: Final = 0.05
"""Seconds until a file is copied anew that another program changed meanwhile."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a private copy turned out to be.

    Attributes:
        holds_together: whether its structure is whole.
        is_sound: whether everything in it is.
        uid: of the library that it is; "" where it does not say.
        step: its newest one, of one that is sound.
    """

    holds_together: bool = False
    is_sound: bool = False
    uid: str = ""
    step: int = 0


def settle_journal(path: Path) -> tuple[Message, ...]:
    """Have a rollback journal beside the library at `path` played, or set aside when it is another's.

    Where it is not proved that all is as it was before the change that was cut off, the file is kept as it
    was as well. For whoever holds the library.

    Returns:
        What a person should know.

    Raises:
        EnvironmentProblem: neither with nor without it there is a library; or no copy could be kept; not a
            byte was changed.
    """
    verdict = _judge_journal(path)
    if not verdict.is_own:
        told = leftovers.warning(path)
        leftovers.set_aside(path, (JOURNAL,))
        return told
    told = () if verdict.is_sure else (_keep_as_it_is(path),)
    with sqlite_errors.speaking(path), contextlib.closing(sqlite.writer_engine(path).connect()) as connection:
        sqlite.schema_number(connection)  # plays the journal back
    return told


def _keep_as_it_is(path: Path) -> Message:
    """Keep a library with its journal under another name; what a person should know of it."""
    kept = path.with_name(f"{path.name}.before-journal-{leftovers.stamp()}")
    try:
        copy_exactly(path, kept)
    except OSError as error:
        raise sqlite_errors.copy_problem(kept, reason_of(error)) from error
    return say(
        "The last change of {path} was cut off and has been taken back, but not everything in it is sound. "
        "The file as it was is kept as {kept}, until you remove it. {way}",
        way=ways.LIST_WRONG,
        path=str(path),
        kept=kept.name,
    )


def owns_journal(path: Path) -> bool:
    """Whether the rollback journal beside the library at `path` is its own; nothing is changed.

    Raises:
        EnvironmentProblem: neither with nor without it there is a library, or another program is writing.
    """
    return _judge_journal(path).is_own


class _Verdict(NamedTuple):
    """What a journal is.

    Attributes:
        is_own: whether it belongs to the library beside it.
        is_sure: whether, with it played, everything is sound and no step is missed but the one cut off.
    """

    is_own: bool
    is_sure: bool = False


def _judge_journal(path: Path) -> _Verdict:
    """What the journal beside a library is.

    Raises:
        EnvironmentProblem: as `owns_journal`.
    """
    with _copied(path, ("", JOURNAL)) as copy:
        played = _look_at(copy, path)
    is_ours = bool(played.uid) and _holds(path, played.uid)
    if is_ours and played.is_sound:
        return _Verdict(True, _newest_step(path) <= played.step + 1)
    with _copied(path, ("",)) as copy:
        alone = _look_at(copy, path)
    if alone.is_sound or (alone.holds_together and not (is_ours and played.holds_together)):
        return _Verdict(False)
    if is_ours and played.holds_together:
        return _Verdict(True)
    raise sqlite_errors.damaged(path, "with its journal and without")


def _newest_step(path: Path) -> int:
    """The number of the newest step that a file by itself knows; 0 where it cannot be asked."""
    with contextlib.suppress(sqlite3.Error, TypeError), _asked(path, immutable="1") as alone:
        return int(alone.execute(_LAST_STEP).fetchone()[0])
    return 0


def require_own_log(path: Path) -> None:
    """Refuse a library in WAL mode together with a log that is another's, before SQLite mixes them.

    Asked are a few rows only, for after each kill a log of its own lies there.

    Raises:
        DamagedError: it is another's.
    """
    if has_content(path, LOG) and not owns_log(path):
        raise sqlite_errors.damaged(path, "the log beside it is another's")


def owns_log(path: Path) -> bool:
    """Whether a log beside a library in WAL mode may be its own: both say the same of what the file knows.

    Where the file alone says nothing, or is not whole, as in the middle of a checkpoint, it may.
    """
    is_read = False
    try:
        with _asked(path, immutable="1") as alone:
            uid, last = alone.execute(_UID).fetchone(), alone.execute(_LAST_STEP).fetchone()
        is_read = uid is not None and last is not None
        with _asked(path) as together:
            step = together.execute(_STEP, (last[0],)).fetchone()
            is_own = bool(together.execute(_UID).fetchone() == uid and step == last)
    except (sqlite3.Error, TypeError) as error:
        is_own = not (is_read and sqlite_errors.is_damage(error))
    return is_own or not _is_whole_alone(path)


def _is_whole_alone(path: Path) -> bool:
    """Whether a file holds together without its log; in the middle of a checkpoint it need not."""
    try:
        with _asked(path, immutable="1") as alone:
            return bool(alone.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def explained(path: Path, error: DamagedError) -> DamagedError:
    """What to say of a damaged library: whether it is the log beside it that does not fit."""
    if not has_content(path, LOG):
        return error
    with contextlib.suppress(EnvironmentProblem), _copied(path, ("",)) as copy:
        if _look_at(copy, path).is_sound:
            return DamagedError(
                say(
                    "{path} is whole, but not together with the log {log} that lies beside it; that may be "
                    "left over from another library. Nothing was changed. {way}",
                    way=ways.RESCUE_OR_MOVE,
                    path=str(path),
                    log=f"{path.name}{LOG}",
                )
            )
    return error


@contextlib.contextmanager
def _asked(path: Path, **options: str) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(
        sqlite3.connect(sqlite.library_uri(path, mode="ro", **options), uri=True)
    ) as connection:
        yield connection


@contextlib.contextmanager
def _copied(path: Path, suffixes: Sequence[str]) -> Iterator[Path]:
    """A private copy of a library with some of what lies beside it, all of one moment."""
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        copy = Path(folder) / "library"
        try:
            _copy(path, suffixes, copy)
        except OSError as error:
            raise sqlite_errors.copy_problem(copy, reason_of(error)) from error
        yield copy


def _copy(path: Path, suffixes: Sequence[str], copy: Path) -> None:
    for _ in range(_TRIES):
        before = _states(path, suffixes)
        for suffix in suffixes:
            if Path(f"{path}{suffix}").exists():
                shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
        if _states(path, suffixes) == before:
            return
        time.sleep(_PAUSE)
    raise EnvironmentProblem(
        say(
            "Another program holds {path}. Nothing of this change was saved; close the other program and try "
            "again.",
            path=str(path),
        )
    )


def _states(path: Path, suffixes: Sequence[str]) -> list[tuple[int, int] | None]:
    """Size and time of the files; None for one that is not there."""
    files = [Path(f"{path}{suffix}") for suffix in suffixes]
    states = [file.stat() if file.exists() else None for file in files]
    return [None if state is None else (state.st_size, state.st_mtime_ns) for state in states]


def _look_at(copy: Path, path: Path) -> _Seen:
    """What a private copy of the library at `path` is, once its log was played.

    Raises:
        EnvironmentProblem: it could not be looked at; there is no room for it, for example.
    """
    try:
        with (
            sqlite_errors.speaking(path),
            contextlib.closing(sqlite.writer_engine(copy).connect()) as connection,
        ):
            version = sqlite.schema_number(connection)
            if not _is_ours(connection, path):
                return _Seen()
            uid = read_settings(connection).get("uid", "")
            if sqlite.structure_problems(connection, quick=False) or sqlite.length_problems(connection, copy):
                return _Seen(uid=uid)
            last = connection.exec_driver_sql(_LAST_STEP).first()
            is_sound = version != NEWEST or _is_sound(connection, copy)
            return _Seen(True, is_sound, uid, 0 if last is None else int(last[0]))
    except DamagedError:
        return _Seen()


def _is_ours(connection: Connection, path: Path) -> bool:
    """Whether it holds what a library holds, and nothing that none has.

    Raises:
        DamagedError: it has nothing to say what it is.
    """
    try:
        sqlite.check_objects(connection, _TABLES, path)
    except EnvironmentProblem:
        return False
    sqlite.require_tables(connection, frozenset(("setting",)), path)
    return True


def _is_sound(connection: Connection, copy: Path) -> bool:
    """Whether nothing is wrong but what is made anew from the rest."""
    return all(each.repairable for each in find_problems(Repositories(connection), copy).problems)


def _holds(path: Path, uid: str) -> bool:
    """Whether the uid of a library stands in the bytes of a file."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return content.find(uid.encode()) >= 0
    except (OSError, ValueError):  # it is gone or empty
        return False
