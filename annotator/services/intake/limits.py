"""How much memory and time the reading of one file may take: a small file can ask for any amount of both.

Memory is limited where the system does it (Linux), time wherever there are signals for it (not on Windows). A
child that is deaf to signals is ended by the process that started it (`services.child`), on every system.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from annotator.formats.base import Progress

MOST_MEMORY: Final = 4_000_000_000
"""Bytes; less where the machine has less. Files at the other limits of readers need about half of it."""

LEAST_MEMORY: Final = 1_000_000_000
SILENT_SECONDS: Final = 300.0
"""Seconds of work without a sign of progress; the longest honest silence is one part of 200 MB."""

_PULSE: Final = 1.0
_SHARE: Final = 0.75
_GIGABYTE: Final = 1_000_000_000


class _TooLongError(BaseException):
    """Work without an end; no reader may take it for a damaged file."""


class Signs:
    """What a reader says of itself, so that nobody takes it for one that got stuck.

    Args:
        progress: who is told.
        heard: called at each sign.
    """

    def __init__(self, progress: Progress, heard: Callable[[], None]) -> None:
        self._progress = progress
        self._heard = heard
        self._last = (0, 0)
        self._told = time.monotonic()

    def progress(self, done: int, total: int) -> None:
        """It is this far."""
        self._heard()
        self._last, self._told = (done, total), time.monotonic()
        self._progress(done, total)

    def alive(self) -> None:
        """It goes on, and cannot say how far it is."""
        self._heard()
        if time.monotonic() - self._told > _PULSE:
            self.progress(*self._last)


@contextlib.contextmanager
def limited(
    name: str, progress: Progress, *, memory: int | None = None, seconds: float = SILENT_SECONDS
) -> Iterator[Signs]:
    """Read one file in this block, and give signs meanwhile.

    Args:
        name: of the file, for messages.
        progress: what is told of progress.
        memory: bytes that the process may have, None for what the machine can spare.
        seconds: of work between two signs of progress.

    Raises:
        FormatError: the file needs more; what was read of it is worthless.
    """
    most = memory or _spare()
    try:
        with _bounded_memory(most), _alarm(seconds) as heard:
            yield Signs(progress, heard)
    except MemoryError:
        raise FormatError(
            say(
                "{file}: needs more memory to be read than the {gigabytes} GB that one file may have. It may "
                "be made to do harm; if you trust it, split it and try again. Nothing was imported.",
                file=name,
                gigabytes=f"{most / _GIGABYTE:.2g}",
            )
        ) from None
    except _TooLongError:
        raise endless(name, seconds) from None


def endless(name: str, seconds: float) -> FormatError:
    """The sentence for a file whose reading came to no end."""
    return FormatError(
        say(
            "{file}: reading it was stopped, because for {seconds} seconds it got no further. It may be "
            "damaged, or made to do harm. Nothing was imported.",
            file=name,
            seconds=f"{seconds:.0f}",
        )
    )


def _spare() -> int:
    """Bytes that the reading of a file may have on this machine."""
    try:
        physical = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # Windows; a system that does not say
        return MOST_MEMORY
    return max(LEAST_MEMORY, min(MOST_MEMORY, int(physical * _SHARE)))


@contextlib.contextmanager
def _bounded_memory(most: int) -> Iterator[None]:
    """Memory for data of this process while the block runs; more makes MemoryError."""
    if sys.platform != "linux":  # Windows has no such limit, and macOS takes it without keeping to it
        yield
        return
    import resource

    usual, hardest = resource.getrlimit(resource.RLIMIT_DATA)
    if hardest != resource.RLIM_INFINITY:
        most = min(most, hardest)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hardest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (usual, hardest))


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[Callable[[], None]]:
    """Ends the block when it worked so long without calling what it gets; time of others is not counted."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield _nobody_listens
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TooLongError

    def heard() -> None:
        signal.setitimer(signal.ITIMER_PROF, seconds)

    usual = signal.signal(signal.SIGPROF, ring)
    heard()
    try:
        yield heard
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, usual)


def _nobody_listens() -> None:
    """No alarm was set."""
