"""How long the window's thread is busy with what a person does, and how much memory the program has."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PAGE: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_TOGETHER: Final = 200


@dataclass(frozen=True, slots=True)
class Took:
    """How long an action took, in milliseconds of the window's thread.

    Attributes:
        kind: what was done.
        wall: from the first key on, without the time in which the window had nothing to do.
        cpu: of that, what this thread computed.
        longest: the longest stretch in which the window answered nothing, by the clock.
        own: the same stretch without the time in which the machine ran others instead.
    """

    kind: str
    wall: float
    cpu: float
    longest: float
    own: float

    def line(self) -> str:
        """As text."""
        return f"{self.kind}\t{self.wall:.2f}\t{self.cpu:.2f}\t{self.longest:.2f}\t{self.own:.2f}\n"

    @classmethod
    def of(cls, line: str) -> Took:
        """What `line` gave."""
        kind, *times = line.split("\t")
        return cls(kind, *map(float, times))


def parted(took: Iterable[float], part: float) -> float:
    """The value below which that part of them lies; 0 of none."""
    ordered = sorted(took)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


def resident() -> int:
    """Bytes of this process that lie in memory; 0 where nobody says."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except OSError:
        return 0


class Watch:
    """Measures one action after the other, and writes what it found into a file: nothing of it is kept."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8")
        self._lines: list[str] = []
        self._waited = _Waited()
        self._wall = self._cpu = self._longest = self._own = 0.0
        self.count = 0

    def stretch(self, work: Callable[[], object]) -> None:
        """Have the window do something, and add how long it took."""
        waited, cpu, wall = self._waited(), time.thread_time(), time.perf_counter()
        work()
        took = (time.perf_counter() - wall) * 1000
        self._wall += took
        self._cpu += (time.thread_time() - cpu) * 1000
        if took > self._longest:
            self._longest = took
        self._own = max(self._own, took - (self._waited() - waited) * 1000)

    def end(self, kind: str) -> Took:
        """The action is over."""
        took = Took(kind, self._wall, self._cpu, self._longest, self._own)
        self._wall = self._cpu = self._longest = self._own = 0.0
        self.count += 1
        self._lines.append(took.line())
        if len(self._lines) >= _TOGETHER:
            self.write()
        return took

    def tell_memory(self) -> None:
        """Write how much memory there is now."""
        self._lines.append(f"memory\t{self.count}\t{resident()}\n")
        self.write()

    def write(self) -> None:
        """Hand over what was measured."""
        self._file.write("".join(self._lines))
        self._file.flush()
        self._lines.clear()


class _Waited:
    """Seconds this thread could have run but did not, because the machine ran others."""

    def __init__(self) -> None:
        place = f"/proc/self/task/{threading.get_native_id()}/schedstat"
        self._file = os.open(place, os.O_RDONLY) if Path(place).exists() else None

    def __call__(self) -> float:
        if self._file is None:
            return 0.0
        return int(os.pread(self._file, 100, 0).split()[1]) / 1e9
