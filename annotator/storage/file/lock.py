"""One process writes a library at a time: our own lock, in a file beside the library, freed by the system.

The lock is the hold of the operating system on `<library>.lock`, never its existence or content: a process
that dies lets go at once, and garbage in the file harms nobody. The content only serves the sentence for the
second one. The library file itself is never locked or opened here, for closing it would drop SQLite's own
locks (POSIX).
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import socket
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem, HeldError, Holder
from annotator.messages import say
from annotator.storage.file import leftovers
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from annotator.messages import Message

_WAIT: Final = 5.0
_STEP: Final = 0.05
_NO_LOCKS_HERE: Final = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP)
_FLAGS: Final = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
_LOOKING: Final = _FLAGS & ~(os.O_CREAT | os.O_RDWR) | os.O_RDONLY
_LINK: Final = (errno.ELOOP, getattr(errno, "EFTYPE", errno.ELOOP))
"""What systems answer when the name is a symbolic link, which is never followed."""

_SIGNATURE: Final = 4096
_NAME: Final = 120
"""Bytes of the signature, and characters of each thing in it, that are read."""

_BYTE: Final = 1 << 20
"""On Windows the locked byte, far behind the content, which others may go on reading."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> None:
        os.lseek(file, _BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LibraryLock:
    """The right to write one library, held from `acquire` to `release`.

    Attributes:
        holds: whether the system granted it; False on file systems that know no locks.
    """

    def __init__(self, library: Path) -> None:
        self.path = f"{os.path.realpath(library)}.lock"
        self.holds = False
        self._library = library
        self._file: int | None = None

    def acquire(self, program: str, wait: float = _WAIT) -> None:
        """Take the lock, waiting at most `wait` seconds for a holder to end.

        Raises:
            EnvironmentProblem: somebody holds it; the sentence names program, process, user, machine and
                time. Or a link, a folder or the like lies where the lock file goes; it is not touched.
            OSError: the lock file cannot be made; the library is then one to read.
        """
        deadline = time.monotonic() + wait
        while not self._attempt():
            if time.monotonic() >= deadline:
                holder = self._holder()
                raise HeldError(_held_sentence(self._library, holder), holder)
            time.sleep(_STEP)
        if self._file is not None:
            with contextlib.suppress(OSError):  # a full disk: others read that somebody writes, not who
                _sign(self._file, program)

    def _attempt(self) -> bool:
        file = self._opened()
        try:
            _try_lock(file)
        except OSError as error:
            if error.errno in _NO_LOCKS_HERE:
                self._file, self.holds = file, False
                return True
            os.close(file)
            return False
        if not _is_still(file, self.path):  # its last holder has just removed it
            os.close(file)
            return False
        self._file, self.holds = file, True
        return True

    def _opened(self) -> int:
        """The lock file; what else has its name may be anybody's and is never written into."""
        try:
            file = self._own_or_left()
        except IsADirectoryError:
            raise _no_lock_file(self.path, self._library) from None
        except OSError as error:
            if error.errno in _LINK or Path(self.path).is_symlink() or Path(self.path).is_dir():
                raise _no_lock_file(self.path, self._library) from None
            raise
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode) or state.st_nlink > 1:
            os.close(file)
            raise _no_lock_file(self.path, self._library)
        return file

    def _own_or_left(self) -> int:
        """The lock file; one that a killed process of another account left is held without being signed."""
        try:
            return os.open(self.path, _FLAGS, 0o644)
        except PermissionError:
            with contextlib.suppress(OSError):
                return os.open(self.path, _LOOKING)
            raise

    def _holder(self) -> Holder:
        """What stands in the file: anybody may have written it, so it is words and nothing else."""
        try:
            content = json.loads(Path(self.path).read_bytes()[:_SIGNATURE])
        except (OSError, ValueError, RecursionError):
            return Holder()
        if not isinstance(content, dict):
            return Holder()
        names = ("user", "machine", "program", "pid", "since")
        user, machine, program, pid, since = (str(content.get(name, ""))[:_NAME] for name in names)
        is_me = (user, machine) == (user_name(), socket.gethostname())
        return Holder(user, machine, program, pid, since, is_me=is_me)

    def release(self) -> None:
        """Let go; the lock file goes too, unless the system forbids it."""
        if self._file is None:
            return
        if sys.platform != "win32" and self.holds and _is_still(self._file, self.path):
            leftovers.discard(Path(self.path))  # where it stays it is no lock, for nobody holds it
        os.close(self._file)
        self._file, self.holds = None, False


def _sign(file: int, program: str) -> None:
    content = {
        "pid": os.getpid(),
        "program": program,
        "user": user_name(),
        "machine": socket.gethostname(),
        "since": utc_now(),
    }
    os.lseek(file, 0, os.SEEK_SET)
    os.ftruncate(file, 0)
    os.write(file, json.dumps(content).encode())


def _is_still(file: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(file), Path(path).lstat())
    except FileNotFoundError:
        return False


def user_name() -> str:
    """The account's name, "" where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _no_lock_file(path: str, library: Path) -> EnvironmentProblem:
    return EnvironmentProblem(
        say(
            "{lock} is a link, a folder or another program's, not the lock file of {path}. Nothing was "
            "written; move it away and try again.",
            lock=path,
            path=str(library),
        )
    )


def is_free(library: Path) -> bool:
    """Whether nobody holds the lock of a library; it is neither taken nor made by asking."""
    try:
        file = os.open(f"{os.path.realpath(library)}.lock", _LOOKING)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        _try_lock(file)  # let go at once, by closing: who wants it waits longer than that
    except OSError:
        return False
    finally:
        os.close(file)
    return True


def _held_sentence(library: Path, holder: Holder) -> Message:
    if not (holder.program and holder.user):
        return say(
            "{path} is being written by another program. Close it there, or open the library for reading.",
            path=str(library),
        )
    return say(
        "{path} is being written by {program} (process {pid}) of {user} on {machine} since {since}. Close "
        "it there, or open the library for reading.",
        path=str(library),
        program=holder.program,
        pid=holder.pid or "?",
        user=holder.user,
        machine=holder.machine or "?",
        since=holder.since or "?",
    )
