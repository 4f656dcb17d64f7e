"""Names of files and folders that do not have their own names yet, and what exports that were killed left."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import socket
import sys
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_STALE_SECONDS: Final = 24 * 60 * 60
_NAMED: Final = re.compile(r"\.annotator-export-(?P<machine>[0-9a-f]{8})-(?P<process>\d{1,7})-.*\.part.*")


def passing_prefix() -> str:
    """What names of this process begin with; they end in ".part", or that and a suffix.

    They do not hold the name to come, for that may be as long as names can be.
    """
    return f".annotator-export-{_machine()}-{os.getpid()}-"


def sweep_leftovers(folder: Path) -> None:
    """Remove from a folder what exports left there that were killed, as far as that is certain.

    It is when the process was one of this machine and is gone; else, after a day.
    """
    with contextlib.suppress(OSError):  # it cannot be listed or something not removed: another time
        with os.scandir(folder) as entries:
            left = [one for one in entries if (found := _NAMED.fullmatch(one.name)) and _is_stale(one, found)]
        for entry in left:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                os.unlink(entry.path)  # noqa: PTH108  (an entry of scandir)


def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]


def _is_stale(entry: os.DirEntry[str], name: re.Match[str]) -> bool:
    if name["machine"] == _machine() and not _is_running(int(name["process"])):
        return True
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _STALE_SECONDS


def _is_running(process: int) -> bool:
    """Whether there may be such a process; on Windows, where asking would end it, there always may."""
    if sys.platform != "win32":
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except OSError:  # it is somebody else's
            return True
    return True
