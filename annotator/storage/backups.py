"""Verified copies of a library: made by the backup interface, proved, then named; thinned out by age.

They lie in a folder of their own, away from the library. What is listed can be restored: a copy gets its
name only after it was read back, and the name says when it was made, how far the library was, and the SHA-256
of the file, which is compared with its bytes whenever copies are listed or restored.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator import paths
from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.soundness import BackupInfo
from annotator.storage import sqlite, sqlite_errors
from annotator.storage.checks import find_damage
from annotator.storage.replica import read_settings
from annotator.storage.repositories import Repositories

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

_NAME: Final = re.compile(r"(\d{8}T\d{9}Z)-step(\d+)-d(\d+)-s(\d+)-([0-9a-f]{64})\.annotator")
_STAMP: Final = "%Y%m%dT%H%M%S"
_KEPT: Final = (("%Y%m%d%H", 10), ("%Y%m%d", 14), ("%G%V", 8), ("%Y%m", 12))
"""What stays: the newest copy of each of the last 10 hours, 14 days, 8 weeks and 12 months that have one."""

_DIFFERS: Final = say("It does not hold what the library holds.")

_ABANDONED: Final = 3600
"""Seconds after which a copy that is still unfinished belongs to nobody."""


def folder_of(connection: Connection) -> Path:
    """Where the copies of this library lie."""
    return paths.backup_folder() / read_settings(connection)["uid"]


def make(connection: Connection, path: Path) -> BackupInfo:
    """A verified copy in the backup folder, the older ones thinned out; within a read transaction.

    Raises:
        EnvironmentProblem: the library is damaged, or the copy could not be written or did not prove itself.
    """
    folder = folder_of(connection)
    with _file_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
    unfinished = folder / f"unfinished-{secrets.token_hex(8)}"
    info = write_copy(connection, path, unfinished, shown=folder)
    now = datetime.now(UTC)
    stamp = f"{now.strftime(_STAMP)}{now.microsecond // 1000:03d}Z"
    name = f"{stamp}-step{info.step}-d{info.documents}-s{info.spans}-{info.sha256}.annotator"
    with _file_problems(folder):
        unfinished.rename(folder / name)
        flush_folder(folder)
        _thin(folder)
    return BackupInfo(
        str(folder / name), info.time, info.documents, info.spans, info.size, info.sha256, info.step
    )


def _sweep(folder: Path) -> None:
    """Remove copies whose maker was killed over them; nobody needs an hour for one."""
    for file in folder.glob("unfinished-*"):
        with contextlib.suppress(FileNotFoundError):
            if abs(time.time() - file.stat().st_mtime) > _ABANDONED:
                file.unlink()


def has_changed(connection: Connection) -> bool:
    """Whether the library has steps that its newest sound copy does not have."""
    newest = next(_sound(folder_of(connection)), None)
    return _figures(connection)[2] > (1 if newest is None else newest.step)


def is_due(connection: Connection, seconds: float, now: datetime) -> bool:
    """Whether the library changed since its newest copy and that is `seconds` old (or from the future)."""
    newest = next(told(folder_of(connection)), None)
    if newest is not None and abs((now - datetime.fromisoformat(newest.time)).total_seconds()) < seconds:
        return False
    return has_changed(connection)


def write_copy(connection: Connection, path: Path, target: Path, *, shown: Path | None = None) -> BackupInfo:
    """A verified copy of the library at `path` in the new file `target`.

    Args:
        connection: within a read transaction.
        path: the library.
        target: must not be there.
        shown: how messages name the target, where it has a passing name only.

    Raises:
        EnvironmentProblem: as `make`; no file is left.
    """
    named = shown or target
    with _file_problems(named):
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
    try:
        with sqlite_errors.copying(path, named), _file_problems(named):
            sqlite.copy_into(connection, target)
            flush(target)
            _verify(connection, target, path)
            documents, spans, step = _figures(connection)
            size, sha256 = target.stat().st_size, sha256_of(target)
    except BaseException:
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(f"{target}{suffix}").unlink(missing_ok=True)
        raise
    made = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return BackupInfo(str(target), made, documents, spans, size, sha256, step)


def _verify(connection: Connection, target: Path, path: Path) -> None:
    with contextlib.closing(sqlite.reader_engine(target).connect()) as copy:
        problems = find_damage(Repositories(copy), target).problems
        if problems or _figures(copy) != _figures(connection):
            raise EnvironmentProblem(
                say(
                    "A copy of {path} did not prove itself, so it was not kept. {reason}",
                    path=str(path),
                    reason=problems[0].message if problems else _DIFFERS,
                )
            )


def _figures(connection: Connection) -> tuple[int, int, int]:
    """Living documents and their spans, and the last step."""
    statement = text(
        "SELECT (SELECT count(*) FROM document_row), (SELECT coalesce(sum(spans), 0) FROM document_row), "
        "(SELECT coalesce(max(seq), 0) FROM step)"
    )
    documents, spans, step = connection.execute(statement).one()
    return int(documents), int(spans), int(step)


def listed(folder: Path) -> list[BackupInfo]:
    """The copies in a folder that can be gone back to, newest first; each is read for its SHA-256."""
    return list(_sound(folder))


def _sound(folder: Path) -> Iterator[BackupInfo]:
    """The copies whose bytes are those that were written, read one by one as they are asked for."""
    for info in told(folder):
        with contextlib.suppress(OSError):  # it cannot be read, so it cannot be gone back to
            if sha256_of(Path(info.path)) == info.sha256:
                yield info


def told(folder: Path) -> Iterator[BackupInfo]:
    """What the names of the copies say of them, newest first."""
    for file in _named(folder):
        match = _NAME.fullmatch(file.name)
        with contextlib.suppress(OSError):
            if match:
                stamp, step, documents, spans, sha256 = match.groups()
                size = file.stat().st_size
                yield BackupInfo(str(file), _time(stamp), int(documents), int(spans), size, sha256, int(step))


def require_unchanged(file: Path) -> None:
    """Refuse a copy whose bytes are not those that were written; any other library is not judged here.

    Raises:
        EnvironmentProblem: it changed since it was made, or cannot be read.
    """
    match = _NAME.fullmatch(file.name)
    try:
        is_same = match is None or sha256_of(file) == match[5]
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} cannot be read ({reason}). Check the name and your rights to the file.",
                path=str(file),
                reason=error.strerror or "?",
            )
        ) from error
    if not is_same:
        raise EnvironmentProblem(
            say(
                "The copy {path} is not as it was when it was made: its bytes have changed, so it was not "
                "restored. Take another one; 'annotator backups' lists those that are sound.",
                path=str(file),
            )
        )


def _named(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted((file for file in folder.iterdir() if _NAME.fullmatch(file.name)), reverse=True)


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp[:15], _STAMP).replace(tzinfo=UTC)


def _time(stamp: str) -> str:
    return f"{_moment(stamp).strftime('%Y-%m-%dT%H:%M:%S')}.{stamp[15:18]}Z"


def _thin(folder: Path) -> None:
    files = _named(folder)
    for file in set(files) - _keepers(files):
        file.unlink()


def _keepers(files: Iterable[Path]) -> set[Path]:
    """Files to keep of those given newest first."""
    kept: set[Path] = set()
    for pattern, number in _KEPT:
        periods: dict[str, Path] = {}
        for file in files:
            periods.setdefault(_moment(file.name).strftime(pattern), file)
        kept.update(list(periods.values())[:number])
    return kept


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextlib.contextmanager
def _file_problems(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "The copy {path} could not be written ({reason}). The library itself is as it was; free "
                "some space or choose another place.",
                path=str(place),
                reason=error.strerror or "?",
            )
        ) from error


def flush(file: Path) -> None:
    """Make the content of a closed file durable."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def flush_folder(folder: Path) -> None:
    """Make names in a folder durable, where the system has a way to."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
