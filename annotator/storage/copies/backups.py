"""Verified copies of a library: made by the backup interface, proved, then named; listed when they are sound.

They lie in a folder of their own, away from the library: the usual one, or one that the person chose, on
another disk for example. What is listed can be restored: a copy gets its name only after it was read back,
and the SHA-256 in the name is compared with its bytes whenever copies are listed or restored.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import stat
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator import ways
from annotator.errors import EnvironmentProblem, reason_of
from annotator.files import make_folder, sync_file, sync_folder
from annotator.messages import say
from annotator.model.soundness import BackupInfo, Occasion
from annotator.settings import backup_roots
from annotator.storage.copies import lines, thinning
from annotator.storage.copies import names as backup_names
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import leftovers, place, sqlite
from annotator.storage.replica import read_uid
from annotator.storage.repositories import Repositories
from annotator.storage.soundness.checks import find_damage
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from annotator.storage.copies.names import Told

_DIFFERS: Final = say("It does not hold what the library holds.")

_LAST_STEP: Final = text("SELECT seq, uid FROM step ORDER BY seq DESC LIMIT 1")

_TOKEN: Final = 8
"""Random bytes in a passing name."""

_ABANDONED: Final = 3600
"""Seconds after which a copy that is still unfinished belongs to nobody."""


def folder_of(connection: Connection) -> Path:
    """Where new copies of this library go."""
    return folders_of(connection)[0]


def folders_of(connection: Connection) -> list[Path]:
    """Where copies of this library may lie; new ones go into the first.

    Raises:
        DamagedError: the library's uid is none, and would name another folder.
    """
    uid = read_uid(connection)
    return [root / uid for root in backup_roots()]


def make(connection: Connection, path: Path, occasion: Occasion = Occasion.ASKED) -> BackupInfo:
    """A verified copy in the backup folder; within a read transaction.

    The older ones are thinned out, but never by one that a person asked for: whoever wants one before trying
    something must not lose the state of three minutes ago by it. The next one made by itself does it.

    Raises:
        EnvironmentProblem: the library is damaged, or the copy could not be written or did not prove itself.
    """
    folder = folder_of(connection)
    _prepare(folder)
    unfinished = folder / passing_name("unfinished-")
    number = max((each.number for each in _known(folders_of(connection))), default=0) + 1
    made = write_copy(connection, path, unfinished, shown=folder)
    info = replace(made, occasion=occasion, number=number, line=lines.line_of(path))
    named = folder / backup_names.name_of(info)
    with _file_problems(folder):
        unfinished.rename(named)
        sync_folder(folder)
        if occasion is not Occasion.ASKED:
            thinning.thin(
                folder, info.line, lambda each: each.file == named or _is_unchanged(each), lines.holds
            )
    return replace(info, path=str(named))


def _prepare(folder: Path) -> None:
    """Make the folder of a library's copies; a chosen one that is gone, as with its disk, is not made."""
    require_root(folder)
    with _file_problems(folder):
        make_folder(folder)
        sweep(folder, "unfinished-")


def require_root(folder: Path) -> None:
    """Refuse where the folder that a person chose for backups is not there: its disk is not connected.

    Raises:
        EnvironmentProblem: no copy can be made until it is there again.
    """
    root = folder.parent
    if root != backup_roots()[-1] and not root.is_dir():
        raise EnvironmentProblem(
            say(
                "The folder for backups, {path}, is not there, so no copy was made. Connect its disk, or "
                "choose another folder on the page of backups; the library itself is as it was.",
                path=str(root),
            )
        )


def passing_name(beginning: str) -> str:
    """A name that no other file has, for a copy as long as it is not proved."""
    return f"{beginning}{secrets.token_hex(_TOKEN)}"


def sweep(folder: Path, beginning: str) -> None:
    """Remove copies under a passing name whose maker was killed over them; nobody needs an hour for one.

    Only regular files with exactly such a name: anything else in the folder is the person's.
    """
    passing = re.compile(re.escape(beginning) + f"[0-9a-f]{{{2 * _TOKEN}}}(-journal|-wal|-shm)?")
    with contextlib.suppress(OSError):  # it cannot be listed or something not removed: another time
        for file in folder.iterdir():
            if passing.fullmatch(file.name) and _is_abandoned(file.lstat()):
                file.unlink()


def _is_abandoned(state: os.stat_result) -> bool:
    return stat.S_ISREG(state.st_mode) and abs(time.time() - state.st_mtime) > _ABANDONED


def has_changed(connection: Connection, path: Path) -> bool:
    """Whether the library at `path` has other steps than its newest sound copy; fewer, after a restore.

    As many are no proof: what was restored may have come to the same number by other acts. A file without a
    copy of its own, as one just restored, is compared with the newest of all.
    """
    known = _known(folders_of(connection))
    newest = next(_sound(_of_line(known, path) or known), None)
    last = connection.execute(_LAST_STEP).first()
    if newest is None or last is None:
        return last is not None and bool(last.seq > 1)
    return bool(last.seq != newest.step or last.uid != lines.last_step_of(Path(newest.path)))


def _of_line(copies: Sequence[Told], path: Path) -> list[Told]:
    """Those of the copies that were made of the library at `path`, or may have been."""
    line = lines.line_of(path)
    return [each for each in copies if each.line in ("", line)]


def is_due(connection: Connection, path: Path, seconds: float, now: datetime) -> bool:
    """Whether the library changed since its newest copy and that is `seconds` old (or from the future).

    A copy whose bytes have changed is none: nobody could go back to it.
    """
    newest = next(iter(_of_line(_known(folders_of(connection)), path)), None)
    is_young = newest is not None and abs((now - newest.made).total_seconds()) < seconds
    if newest is not None and is_young and _is_unchanged(newest):
        return False
    return has_changed(connection, path)


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
    place.require_short(target)
    with _file_problems(named):
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
    try:
        with sqlite_errors.copying(path, named), _file_problems(named):
            # The first read settles which state the transaction sees, for the copy too: saving goes on.
            documents, spans, step = wanted = figures(connection)
            sqlite.copy_into(connection, target)
            sync_file(target)
            _verify(wanted, target, path)
            size, sha256 = target.stat().st_size, sha256_of(target)
    except BaseException:
        leftovers.discard(target, ("", "-journal", "-wal", "-shm"))
        raise
    return BackupInfo(str(target), utc_now(), documents, spans, size, sha256, step)


def write_new(connection: Connection, path: Path, target: Path) -> BackupInfo:
    """A verified copy as the new file `target`, which gets its name when it is whole.

    Args:
        connection: within a read transaction.
        path: the library.
        target: must not be there.

    Raises:
        EnvironmentProblem: as `make`; no file is left.
    """
    beginning = f"{target.name}.unfinished-"
    sweep(target.parent, beginning)
    unfinished = target.with_name(passing_name(beginning))
    made = write_copy(connection, path, unfinished, shown=target)
    try:
        with _file_problems(target):
            name_new(unfinished, target)
    finally:
        leftovers.discard(unfinished)
    return replace(made, path=str(target))


def name_new(unfinished: Path, target: Path) -> None:
    """Give a file that is whole the name of one that is not there, to last.

    Raises:
        EnvironmentProblem: a file has the name, and was not touched.
        OSError: the disk refuses.
    """
    if not target.exists():
        leftovers.set_aside(target)
    try:
        os.link(unfinished, target)  # unlike a rename it never takes the place of a file
    except FileExistsError:
        raise EnvironmentProblem(
            say("{path} is there already and was not touched. Name a new file.", path=str(target))
        ) from None
    except OSError:  # a file system without links
        unfinished.rename(target)
    sync_folder(target.parent)


def _verify(wanted: tuple[int, int, int], target: Path, path: Path) -> None:
    with contextlib.closing(sqlite.reader_engine(target).connect()) as copy:
        problems = find_damage(Repositories(copy), target).problems
        if problems or figures(copy) != wanted:
            raise EnvironmentProblem(
                say(
                    "A copy of {path} did not prove itself, so it was not kept. {reason}",
                    path=str(path),
                    reason=problems[0].message if problems else _DIFFERS,
                )
            )


def figures(connection: Connection) -> tuple[int, int, int]:
    """Living documents and their spans, and the last step."""
    statement = text(
        "SELECT (SELECT count(*) FROM document_row), (SELECT coalesce(sum(spans), 0) FROM document_row), "
        "(SELECT coalesce(max(seq), 0) FROM step)"
    )
    documents, spans, step = connection.execute(statement).one()
    return int(documents), int(spans), int(step)


def listed(*folders: Path) -> list[BackupInfo]:
    """The copies in folders that can be gone back to, newest first, with what lies in their bins.

    Each is read for its SHA-256.
    """
    return [replace(each, binned=lines.binned_in(Path(each.path))) for each in _sound(_known(folders))]


def sound(connection: Connection, *, oldest_first: bool = False) -> Iterator[BackupInfo]:
    """The copies of a library that can be gone back to, read one by one as they are asked for."""
    known = _known(folders_of(connection))
    return _sound(known[::-1] if oldest_first else known)


def before_purge(connection: Connection, step: int) -> BackupInfo | None:
    """The copy that was made right before this step emptied the bin, by its name; None if it is gone."""
    for each in _known(folders_of(connection)):
        if each.occasion is Occasion.PURGE and each.step < step:
            with contextlib.suppress(OSError):  # it went meanwhile
                return each.info()
    return None


def told(folder: Path) -> Iterator[BackupInfo]:
    """What the names of the copies in a folder say of them, newest first."""
    for each in _known([folder]):
        with contextlib.suppress(OSError):  # it went meanwhile
            yield each.info()


def _known(folders: Sequence[Path]) -> list[Told]:
    """The copies in folders by their names, newest first."""
    return backup_names.newest_first(each for folder in folders for each in backup_names.in_folder(folder))


def _sound(copies: Sequence[Told]) -> Iterator[BackupInfo]:
    """The copies whose bytes are those that were written, read one by one as they are asked for."""
    for each in copies:
        with contextlib.suppress(OSError):  # it went meanwhile
            if _is_unchanged(each):
                yield each.info()


def _is_unchanged(copy: Told) -> bool:
    try:
        return sha256_of(copy.file) == copy.sha256
    except OSError:  # it cannot be read, so it cannot be gone back to
        return False


def require_unchanged(file: Path) -> None:
    """Refuse a copy whose bytes are not those that were written; any other library is not judged here.

    Raises:
        EnvironmentProblem: it changed since it was made, or cannot be read.
    """
    named = backup_names.read(file)
    try:
        is_same = named is None or sha256_of(file) == named.sha256
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} cannot be read ({reason}). Check the name and your rights to the file.",
                path=str(file),
                reason=reason_of(error),
            )
        ) from error
    if not is_same:
        raise EnvironmentProblem(
            say(
                "The copy {path} is not as it was when it was made: its bytes have changed, so it was not "
                "restored. {way}",
                way=ways.LIST_COPIES,
                path=str(file),
            )
        )


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextlib.contextmanager
def _file_problems(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise sqlite_errors.copy_problem(place, reason_of(error)) from error
