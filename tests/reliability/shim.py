"""Breaks the n-th file call of a program: builds `shim.c`, says what to break, reads what was counted.

A program that was started with `LD_PRELOAD` set to the built library can be given a `Fault` by `environment`
(from its first call on, its children too) or by `armed` (from inside, while it runs).
"""

from __future__ import annotations

import contextlib
import ctypes
import enum
import errno
import mmap
import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE: Final = Path(__file__).with_name("shim.c")


class Call(enum.IntFlag):
    """Classes of file calls."""

    CREATE = 1  # open with O_CREAT
    OPEN = 2  # open for writing
    WRITE = 4
    SYNC = 8
    NAME = 16  # rename, link
    FOLDER = 32  # mkdir
    LENGTH = 64  # truncate, fallocate
    MODE = 128
    READ = 256
    REMOVE = 512  # unlink, rmdir


ALL: Final = Call(1023)
CHANGING: Final = ALL & ~Call.READ
"""All that changes something on the disk."""


class Kind(enum.IntEnum):
    """What becomes of the call."""

    PASS = 0
    FAIL = 1
    SHORT = 2  # half is written; with `stays` all that follows fails: a disk that became full
    KILL_BEFORE = 3
    KILL_AFTER = 4
    KILL_TORN = 5  # half is written, then the program ends


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        kind: what becomes of the call.
        at: which call, from 1, of those of `calls` below the folder.
        error: `errno` that a failing call gives.
        stays: whether every later call is broken too.
        calls: the classes that are counted.
    """

    kind: Kind = Kind.PASS
    at: int = 0
    error: int = 0
    stays: bool = False
    calls: Call = CHANGING

    def __str__(self) -> str:
        error = errno.errorcode.get(self.error, "") if self.error else ""
        words = (self.kind.name.lower().replace("_", "-"), error, "for ever" if self.stays else "")
        return f"{' '.join(filter(None, words))} at call {self.at}"

    def rule(self) -> str:
        """As the library reads it."""
        return f"{int(self.kind)}:{self.at}:{self.error}:{int(self.stays)}:{int(self.calls)}"


@dataclass(frozen=True, slots=True)
class Counted:
    """What the library saw.

    Attributes:
        calls: how many calls of the classes there were.
        fired: how many of them were broken.
        each: how many there were of each class, by the number of its bit.
        call: the first broken one.
        path: what it was about.
    """

    calls: int
    fired: int
    each: tuple[int, ...]
    call: str
    path: str

    def of(self, calls: Call) -> int:
        """How many calls there were of these classes."""
        return sum(number for bit, number in enumerate(self.each) if calls & (1 << bit))


def why_not() -> str:
    """Why nothing can be broken on this machine; "" when it can."""
    if not sys.platform.startswith("linux"):
        return "what breaks file calls is for Linux alone; kills, errors and short writes are untried"
    if shutil.which("cc") is None:
        return "there is no C compiler (cc) to build the library that breaks file calls; they are untried"
    return ""


def built(folder: Path) -> Path:
    """The library, built into `folder` unless it is there."""
    library = folder / "shim.so"
    if not library.exists():
        part = library.with_suffix(f".{os.getpid()}")
        flags = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
        subprocess.run(["cc", *flags, "-o", part, SOURCE, "-ldl"], check=True)
        part.replace(library)
    return library


def environment(library: Path, folder: Path, fault: Fault, counts: Path) -> dict[str, str]:
    """What to add to the environment of a program so that `fault` befalls it below `folder`."""
    return {
        "LD_PRELOAD": str(library),
        "SHIM_FOLDER": os.path.realpath(folder),
        "SHIM_RULE": fault.rule(),
        "SHIM_COUNTS": str(counts),
    }


@contextlib.contextmanager
def armed(library: Path, folder: Path, fault: Fault, counts: Path) -> Iterator[None]:
    """Let `fault` befall this program, which must have been started with the library, and its children."""
    shim = ctypes.CDLL(str(library))
    os.environ.update(environment(library, folder, fault, counts))
    words = (ctypes.c_char_p(os.fsencode(os.path.realpath(folder))), int(fault.kind), ctypes.c_long(fault.at))
    how = (fault.error, int(fault.stays), int(fault.calls), ctypes.c_char_p(os.fsencode(counts)))
    shim.shim_arm(*words, *how)
    try:
        yield
    finally:
        shim.shim_disarm()
        for name in ("SHIM_FOLDER", "SHIM_RULE", "SHIM_COUNTS"):
            os.environ.pop(name, None)


def counted(counts: Path) -> Counted:
    """What was counted in that file; nothing when there is none."""
    if not counts.exists() or counts.stat().st_size == 0:
        return Counted(0, 0, (), "", "")
    with counts.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        calls, fired, *each, call, path = struct.unpack_from("ll16l32s4096s", content)
    return Counted(calls, fired, tuple(each), _word(call), _word(path))


def _word(data: bytes) -> str:
    return os.fsdecode(data.split(b"\0")[0])
