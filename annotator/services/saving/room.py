"""Room that is held free for kept changes: their folder is often on the very disk that is full."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from annotator.paths import data_folder

if TYPE_CHECKING:
    from pathlib import Path

SIZE: Final = 256 * 1024
"""Bytes; a change takes about 500."""


def hold() -> None:
    """Take the room, if it is not held already; a disk that has none to give is no failure."""
    file = _file()
    with suppress(OSError):
        if not file.is_file() or file.stat().st_size < SIZE:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as stream:
                _take(stream.fileno())
            file.chmod(0o600)


def use_as(file: Path) -> int:
    """Make the room that file, which is not there yet: what is written into it needs no other; bytes of it.

    They are zeros. 0 where no room is held.
    """
    room = _file()
    with suppress(OSError):
        if room.is_file() and room.stat().st_size == SIZE:
            room.rename(file)
            return SIZE
    return 0


def _take(descriptor: int) -> None:
    """Have the file's blocks belong to it; without the system's help they must be written."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, SIZE)
    else:
        os.write(descriptor, bytes(SIZE))


def _file() -> Path:
    return data_folder() / "unsaved.room"
