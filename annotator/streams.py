"""The standard streams of this process: there, in UTF-8, and closed without complaint.

Started from a script, a service or a desktop, a process may be given none of them; a reader may go away
before everything is said. Neither is an error of the program.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator


def only_ascii() -> bool:
    """Whether Python takes the system's locale for ASCII, so that no other file name can be opened."""
    return sys.platform != "win32" and sys.getfilesystemencoding() == "ascii"


def restart_in_utf8() -> None:
    """Begin this process anew with UTF-8 for words and file names (Python's UTF-8 mode); does not return."""
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606  (ourselves)


def settle_streams() -> None:
    """Give the process the streams it lacks, and have all it says written as UTF-8.

    A descriptor that is closed would be given to the next file that is opened, and what is printed would be
    written into that file: it leads nowhere from now on. What is no text (a file name that is not UTF-8) is
    shown by its numbers.
    """
    _fill_descriptors()
    sys.stdin = sys.stdin or _nowhere(0, "r")
    sys.stdout = sys.stdout or _nowhere(1, "w")
    sys.stderr = sys.stderr or _nowhere(2, "w")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def shown_name(name: str) -> str:
    r"""The name as text: bytes of it that are not UTF-8 become \xNN."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name


@contextlib.contextmanager
def ended_quietly() -> Iterator[None]:
    """Write what is left to say at the end; a reader that has gone has seen enough.

    Python would try again when it ends and complain, so the stream leads nowhere from then on.
    """
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:
                _lead_nowhere(stream)


def _lead_nowhere(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _fill_descriptors() -> None:
    descriptor = os.open(os.devnull, os.O_RDWR)
    while descriptor <= 2:
        os.set_inheritable(descriptor, True)
        descriptor = os.open(os.devnull, os.O_RDWR)
    os.close(descriptor)


def _nowhere(descriptor: int, mode: str) -> TextIO:
    return open(descriptor, mode, encoding="utf-8", closefd=False)  # type: ignore[return-value]
