"""Writing small files so that no crash, kill or power cut leaves half of one."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator


_STALE_SECONDS: Final = 24 * 60 * 60


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the file `path`: whoever reads it finds the old content or the new one, whole.

    The bytes reach the disk under another name in the same folder first, then take the name; the folder is
    made when missing. A symbolic link stays one: its target is written.

    Raises:
        OSError: the disk refused; the old file is as it was and nothing is left beside it.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` last; on Windows, which cannot, a rename is enough already."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def passing_folder(root: Path) -> Iterator[Path]:
    """A new folder below `root` for this person alone, gone after the block.

    What programs that were killed left in `root` more than a day ago is swept away. Where `root` cannot be
    written, the system's folder for temporary files serves.
    """
    try:
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in root.iterdir():
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
        made = tempfile.TemporaryDirectory(dir=root)
    except OSError:
        made = tempfile.TemporaryDirectory(prefix="annotator-")
    with made as folder:
        yield Path(folder)


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

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
