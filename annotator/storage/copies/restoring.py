"""From a copy back to a library: written under another name, proved, then named. Nothing is overwritten.

Where a copy takes the place of a library that is damaged or lost, the damaged file is kept beside it with
what belongs to it. From then on no older copy is removed until the person is sure of what they came back to.
"""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator import ways
from annotator.errors import EnvironmentProblem, reason_of
from annotator.files import copy_to_last, no_file, sync_folder
from annotator.messages import Way, say
from annotator.storage.copies import backups, thinning
from annotator.storage.file import leftovers
from annotator.storage.file.header import look
from annotator.storage.file.lock import LibraryLock
from annotator.storage.file.opening import open_copy
from annotator.storage.migrations import NEWEST
from annotator.storage.replica import read_uid
from annotator.storage.soundness.checks import find_damage, find_problems
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model.soundness import BackupInfo, CheckReport

_LOGS: Final = ("-wal", "-journal")


def restore_library(file: Path, output: Path) -> BackupInfo:
    """The library that `file` holds, as the new file `output`; first written, it draws a new replica uid.

    Everything that a check looks at is looked at before. One of an older version comes out as one of this.

    Raises:
        EnvironmentProblem: `file` is no sound library, or `output` could not be written.
    """
    with _written(file, output) as (unfinished, made):
        backups.name_new(unfinished, output)
    return replace(made, path=str(output))


def put_back(file: Path, library: Path, program: str) -> tuple[BackupInfo, Path | None]:
    """The library that `file` holds, at the place of `library`; what was there is kept under another name.

    At no moment is there no file at `library`, nor half a one. For a library that nobody has open. Where
    `library` is a link it stays one, and what it leads to is changed.

    Returns:
        What was written, and where the file that was there is now; None when there was none.

    Raises:
        EnvironmentProblem: as `restore_library`; another process holds the library; or what is there is
            another library, and not damaged, or no file.
    """
    library = Path(os.path.realpath(library))
    if no_file(library, str(library)):
        raise EnvironmentProblem(
            say(
                "{path} is not an ordinary file but a device, a pipe or the like, and is never replaced. "
                "Choose another name.",
                path=str(library),
            )
        )
    lock = LibraryLock(library)
    with _disk_problems(library), contextlib.ExitStack() as last:
        lock.acquire(program)
        last.callback(lock.release)
        _require_not_newer(library)
        _require_not_another(file, library)
        with _written(file, library) as (unfinished, made):
            if not library.exists():
                backups.name_new(unfinished, library)
                return replace(made, path=str(library)), None
            kept = _keep(library)
            unfinished.replace(library)
            sync_folder(library.parent)  # else a power cut could leave the old file without its logs
            _drop_logs(library)
    return replace(made, path=str(library)), kept


def _require_not_newer(library: Path) -> None:
    """Refuse the place of a library of a newer program, which this one cannot judge.

    Raises:
        EnvironmentProblem: both versions are named.
    """
    is_newer = False
    with contextlib.suppress(EnvironmentProblem):  # damaged or foreign: what a copy may take the place of
        header = look(library, sys.maxsize)
        is_newer = header is not None and header.version > NEWEST
    if is_newer:
        look(library, NEWEST)


def _require_not_another(file: Path, library: Path) -> None:
    """Refuse a copy of one library in place of another one that is not damaged.

    Raises:
        EnvironmentProblem: both are named.
    """
    there = _uid_unless_damaged(library)
    if there is None:
        return
    backups.require_unchanged(file)
    with contextlib.closing(open_copy(file)) as copy, copy.reading() as view:
        is_another = read_uid(view.connection) != there
    if is_another:
        raise EnvironmentProblem(
            say(
                "{file} is a copy of another library, and the one at {path} is not damaged; nothing was "
                "changed. {way}",
                way=Way(
                    say("'annotator restore {file} --output NEW' makes a new library of it.", file=str(file)),
                    say("File > Backups… makes a new library of it."),
                ),
                file=str(file),
                path=str(library),
            )
        )


def _uid_unless_damaged(library: Path) -> str | None:
    """The uid of the library at this path; None where there is none, or its file is damaged."""
    try:
        store = open_copy(library)
    except EnvironmentProblem:  # no library that opens
        return None
    with contextlib.closing(store), store.reading() as view:
        is_damaged = bool(find_damage(view, library).problems)
        return None if is_damaged else read_uid(view.connection)


@contextlib.contextmanager
def _written(file: Path, output: Path) -> Iterator[tuple[Path, BackupInfo]]:
    """A proved copy of `file` beside `output` under a passing name, and what is in it."""
    backups.require_unchanged(file)
    beginning = f"{output.name}.restoring-"
    backups.sweep(output.parent, beginning)
    unfinished = output.with_name(backups.passing_name(beginning))
    source = open_copy(file)
    with contextlib.closing(source), source.reading() as view:
        _require_sound(find_problems(view, source.file), file)
        made = backups.write_copy(view.connection, file, unfinished, shown=output)
        folders = backups.folders_of(view.connection)
    try:
        with _disk_problems(output):
            for folder in filter(Path.is_dir, folders):
                thinning.pause(folder)
            yield unfinished, made
    finally:
        leftovers.discard(unfinished)


@contextlib.contextmanager
def _disk_problems(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "The library {path} could not be written ({reason}). Choose another place.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error


def _require_sound(report: CheckReport, file: Path) -> None:
    # Counts are made anew from what they count, so a copy is none the worse for wrong ones.
    found = [problem for problem in report.problems if not problem.repairable]
    if found:
        raise EnvironmentProblem(
            say(
                "{path} is not sound, so it was not restored. {first} {way}",
                way=ways.LIST_COPIES,
                path=str(file),
                first=found[0].message,
            )
        )


def _keep(library: Path) -> Path:
    """Give the file at `library` and its logs second names beside their own; that of the file.

    Whoever kills the program before the copy has the library's name leaves the library whole, with its log.
    """
    stamp = utc_now().replace(":", "").replace("-", "").replace(".", "")
    kept = library.with_name(f"{library.name}.damaged-{stamp}")
    _name_too(library, kept)
    for suffix in _LOGS:
        if leftovers.has_content(library, suffix):
            _name_too(Path(f"{library}{suffix}"), Path(f"{kept}{suffix}"))
    sync_folder(library.parent)
    return kept


def _name_too(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a file system without links
        copy_to_last(file, name)


def _drop_logs(library: Path) -> None:
    """Take away the logs of the file that had this name before."""
    for suffix in (*_LOGS, "-shm"):
        Path(f"{library}{suffix}").unlink(missing_ok=True)
    sync_folder(library.parent)
