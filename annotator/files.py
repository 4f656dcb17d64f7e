"""Writing small files so that no crash, kill or power cut leaves half of one; and what is no file at all."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import shutil
import stat
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import LibraryInTheWayError
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.messages import Message

_STALE_SECONDS: Final = 24 * 60 * 60
_IN_USE: Final = "in-use"
_NO_SYNC: Final = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What network and foreign file systems answer that know no syncing of folders."""
_LIBRARY_BEGINS: Final = b"SQLite format 3\0"
BESIDE_LIBRARY: Final = ("-wal", "-shm", "-journal", ".lock")
"""How the names of the files end that belong to a library."""


def no_file(path: Path, name: str) -> Message | None:
    """The sentence for what is no file and could keep whoever reads it waiting for ever; None for all else.

    Args:
        path: what is to be read; a link is followed. Of a folder, or where nothing is, there is no sentence.
        name: as the person gave it, for the sentence.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # whoever opens it says why that cannot be
        return None
    if stat.S_ISFIFO(mode):
        return say(
            "{path} is a named pipe and no file. Save what comes out of it as a file, and name that.",
            path=name,
        )
    if stat.S_ISSOCK(mode):
        return say("{path} is a socket and no file: nothing is kept in it. Name a file.", path=name)
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        return say(
            "{path} is a device and no file. Copy what you need of it to a file, and name that.", path=name
        )
    return None


def belongs_to_library(path: Path) -> bool:
    """Whether a library (or another database) is at a path, or the path is that of a file beside one.

    By what is in the file, not by its name: whoever writes a file spares every library, open or not.
    """
    real = os.path.realpath(path)
    beside = [real.removesuffix(suffix) for suffix in BESIDE_LIBRARY if real.endswith(suffix)]
    return any(_begins_as_library(Path(each)) for each in (real, *beside))


def _begins_as_library(path: Path) -> bool:
    try:
        if not path.is_file():  # a pipe would make the reader wait
            return False
        with path.open("rb") as file:
            return file.read(len(_LIBRARY_BEGINS)) == _LIBRARY_BEGINS
    except OSError:  # what cannot be read cannot be told; the system refuses to write it, or it is no library
        return False


def true_path(path: Path) -> Path:
    """Where a path leads through all links; as far as it goes where links lead round in a circle."""
    return Path(os.path.realpath(path))


def write_atomically(path: Path, data: bytes, *, is_private: bool = True) -> None:
    """Put `data` in the file `path`: whoever reads it finds the old content or the new one, whole.

    The bytes reach the disk under another name in the same folder first, then take the name; the folder is
    made when missing. A symbolic link stays one: its target is written. Others cannot read the file, unless
    it is not private: then it has the rights of any new file.

    Raises:
        LibraryInTheWayError: it would take the place of a library, or of a file beside one.
        OSError: the disk refused; the old file is as it was and nothing is left beside it.
    """
    if belongs_to_library(path):
        raise LibraryInTheWayError(errno.EEXIST, "a library is there, and no library is ever overwritten")
    target = true_path(path)
    make_folder(target.parent)
    _sweep_parts(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if not is_private and sys.platform != "win32":
            temporary.chmod(0o666 & ~file_mask())
        temporary.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)


def _sweep_parts(target: Path) -> None:
    """Remove what programs left of `target` that were killed while they wrote it, a day or longer ago."""
    with contextlib.suppress(OSError):  # it cannot be listed or something not removed: another time
        for part in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
            if abs(time.time() - part.stat().st_mtime) > _STALE_SECONDS:
                part.unlink()


def file_mask() -> int:
    """Rights that the person's new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, as far as they are missing, so that they last.

    A file that is synced in a folder whose own name is not would be gone with it after a power cut.

    Raises:
        OSError: one of them cannot be made.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in reversed(missing):
        with contextlib.suppress(PermissionError):  # it may be written and not read: then it cannot be synced
            sync_folder(made.parent)


def try_writing(folder: Path) -> None:
    """Write a file into a folder that is there, and remove it.

    Raises:
        OSError: why nothing can be written there.
    """
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".annotator-") as tried:
        tried.write(b"tried")
        tried.flush()
        os.fsync(tried.fileno())


def sync_file(file: Path) -> None:
    """Make the content of a closed file last."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def copy_to_last(source: Path, target: Path) -> None:
    """Copy a file's bytes into the new file `target` and make them last.

    Raises:
        OSError: one cannot be read or the other not written; what was written of it stays.
    """
    with source.open("rb") as read, target.open("xb") as written:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` last; where the system cannot, a rename is enough already."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def passing_folder(root: Path) -> Iterator[Path]:
    """A new folder below `root` for this person alone, gone after the block.

    What programs that were killed left in `root` is swept away first. Where `root` cannot be written, the
    system's folder for temporary files serves.
    """
    with contextlib.ExitStack() as stack:
        try:
            root.mkdir(parents=True, exist_ok=True, mode=0o700)
            with one_at_a_time(root):
                _sweep(root)
                made = stack.enter_context(tempfile.TemporaryDirectory(dir=root, ignore_cleanup_errors=True))
                stack.enter_context(_kept(Path(made)))
        except OSError:
            made = stack.enter_context(tempfile.TemporaryDirectory(prefix="annotator-"))
        yield Path(made)


def sweep(root: Path) -> None:
    """Remove the passing folders that programs which were killed left below `root`."""
    with contextlib.suppress(OSError):  # it cannot be written or is not there: nothing of ours is in it
        if root.is_dir():
            with one_at_a_time(root):
                _sweep(root)


def _sweep(root: Path) -> None:
    for left in root.iterdir():
        if _is_abandoned(left):
            shutil.rmtree(left, ignore_errors=True)


@contextlib.contextmanager
def _kept(folder: Path) -> Iterator[None]:
    """Mark a folder as in use: the system takes the mark away when the process dies, however it dies."""
    with (folder / _IN_USE).open("ab") as mark:
        with contextlib.suppress(OSError):
            _try_lock(mark.fileno())
        yield


def _is_abandoned(folder: Path) -> bool:
    """Whether the process that made a passing folder has died."""
    try:
        with (folder / _IN_USE).open("rb+") as mark:
            _try_lock(mark.fileno())
    except FileNotFoundError:  # killed before it could mark it, for the mark is made under the root's lock
        return True
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a file system without locks: the age must tell
        return time.time() - folder.stat().st_mtime > _STALE_SECONDS
    return True


def hold(descriptor: int) -> bool:
    """Hold an open file until it is closed or the process dies, however it dies; whether nobody else does."""
    try:
        _try_lock(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a file system without locks: nobody can hold anything
        return True
    return True


@contextlib.contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Keep other processes out of the same block for `path`, for reading, changing and writing a small file.

    The lock is a file beside it that the system frees when a process dies. Where the file system has no
    locks the block runs all the same: a lost preference is better than a program that does not start.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(path.name + ".lock").open("ab") as stream:
        with contextlib.suppress(OSError):
            _lock(stream.fileno())
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
