"""What can be done for a library that is damaged or does not open: its copies, and what can be read of it."""

from __future__ import annotations

import contextlib
import mmap
import os
import sys
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem, LostError
from annotator.messages import Way, say
from annotator.model.soundness import WaysBack
from annotator.services.intake.child import Child
from annotator.services.library import open_library, path_of
from annotator.services.safety.backups import check_free, is_of_another
from annotator.settings import backup_roots
from annotator.storage.copies import backups
from annotator.storage.copies.lines import line_of
from annotator.storage.file import lock
from annotator.storage.file.header import look
from annotator.storage.file.opening import open_copy
from annotator.storage.migrations import NEWEST
from annotator.storage.replica import read_settings
from annotator.storage.soundness.rescuing import rescue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.formats.base import Progress
    from annotator.messages import Message
    from annotator.model.soundness import BackupInfo, Rescued

_RESCUE_DIED: Final = say(
    "The library could not be read around its damage: the process for it ended early. Nothing was written; "
    "restore the newest backup."
)

_STEPS: Final = 20
"""Newest steps of a copy that are looked for in a damaged file."""

_LOOKED_AT: Final = 12
"""Newest copies of a folder that are asked where their library was."""


def backups_of(where: str) -> list[BackupInfo]:
    """The copies of a library that can be gone back to, newest first; also of one that is damaged or lost.

    Of a damaged or lost one its own come before those of other files of the same library.

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


def ways_back(where: str) -> WaysBack:
    """The copies of a library that does not open, and what tells how old they are beside its file.

    Raises:
        EnvironmentProblem: as `backups_of`.
    """
    path, copies = path_of(where), tuple(backups_of(where))
    written = ""
    with contextlib.suppress(OSError):
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    return WaysBack(copies, line_of(path), written)


def require_not_lost(where: str) -> None:
    """Refuse to begin an empty library where there is no file and one was before.

    Raises:
        LostError: copies of the library that was there are kept.
    """
    path = path_of(where)
    if _copies_made_of(path):
        raise LostError(
            say(
                "{path} is not there any more; perhaps it was moved or deleted, or its disk is not "
                "connected. Backups of it are kept: put the newest one in its place, or begin an empty "
                "library.",
                path=str(path),
            )
        )


def lost_words(where: str) -> tuple[Message, ...]:
    """What is to be said where there is no file and a library is begun, though copies of one are kept."""
    path = path_of(where)
    copies = _copies_made_of(path)
    if not copies:
        return ()
    return (
        say(
            "{path} was not there, so an empty library is begun; but {count} backup of the library that was "
            "there is kept. {way}|"
            "{path} was not there, so an empty library is begun; but {count} backups of the library that was "
            "there are kept. {way}",
            path=str(path),
            count=len(copies),
            way=Way(
                say(
                    "'annotator restore {newest} --in-place' brings the newest one back.",
                    newest=copies[0].path,
                ),
                say("The newest one can take its place."),
            ),
        ),
    )


def is_free(where: str) -> bool:
    """Whether nobody writes a library any more that was refused because somebody did."""
    return lock.is_free(path_of(where))


def save_what_can_be_read(where: str, new: str, progress: Progress) -> Rescued:
    """All that can be read of a damaged library, as the new library `new`; the damaged one is only read.

    For a process that has not opened the library.

    Raises:
        UserError: `new` is there already, or belongs to a library.
        EnvironmentProblem: too little can be read, or `new` cannot be written; nothing is left of it.
    """
    damaged, target = path_of(where), path_of(new)
    check_free(target, damaged)
    return rescue(damaged, target, progress)


def save_in_child(where: str, new: str, progress: Progress) -> Rescued:
    """As `save_what_can_be_read`, beside a window: in a process of its own.

    Raises:
        Cancelled: from `progress`; nothing is left.
    """
    with Child(_RESCUE_DIED) as child:
        return child.do(_rescue, (where, new), progress)


def _rescue(order: tuple[str, str], progress: Progress) -> Rescued:
    """In the child."""
    return save_what_can_be_read(*order, progress)


def cannot_be_read(where: str) -> bool:
    """Whether a copy may take the place of what is there: it is gone, damaged or no library at all.

    One that opens for reading, also beside whoever holds it, is none of these, nor is one of a newer program.
    """
    path = path_of(where)
    try:
        open_library(where, writable=False, create=False, program="annotator backups").close()
    except EnvironmentProblem:
        return not _is_newer(path)
    return False


def _is_newer(path: Path) -> bool:
    with contextlib.suppress(EnvironmentProblem):
        header = look(path, sys.maxsize)
        return header is not None and header.version > NEWEST
    return False


def _copies_made_of(path: Path) -> list[BackupInfo]:
    """The copies of the library that this file still says it is, else of the one that was at this path.

    Its own come first, the newest of them before all, then those of other files of the same library.
    """
    roots = [root for root in backup_roots() if root.is_dir()]
    folders = sorted(each for root in roots for each in root.iterdir() if each.is_dir())
    mine = _holds(path, [each.name for each in folders])
    chosen = [each for each in folders if each.name in mine] or [
        each for each in folders if _is_of(each, path)
    ]
    return sorted(backups.listed(*chosen), key=lambda copy: is_of_another(copy, path))


def _holds(path: Path, uids: Sequence[str]) -> list[str]:
    """Which uids stand in the bytes of a file that may be too damaged to be asked."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return [uid for uid in uids if content.find(uid.encode()) >= 0]
    except (OSError, ValueError):  # it is gone or empty
        return []


def _is_of(folder: Path, path: Path) -> bool:
    """Whether one of the newest copies that can be read is of the library that is or was at this path.

    Either it says that the library was there, or the damaged file holds steps of it. A library that was
    restored elsewhere goes on in the same folder of copies, so the newest one alone does not tell.
    """
    here = os.fsencode(os.path.realpath(path)).hex()
    return any(_says(copy.path, here, path) for copy in islice(backups.told(folder), _LOOKED_AT))


def _says(copy: str, here: str, path: Path) -> bool:
    with contextlib.suppress(EnvironmentProblem):
        store = open_copy(path_of(copy))
        with contextlib.closing(store), store.reading() as view:
            steps = [step.uid for step in islice(view.steps.listed(), _STEPS)]
            was_here = read_settings(view.connection).get("replica_path") == here
            return was_here or bool(_holds(path, steps))
    return False
