"""Whether the window's last run came to its end: a file that is there only while a window is open tells.

The file is held by its process, and the system lets go of it when the process dies, however it dies. One that
nobody holds any more was left by a run that did not come to its end: it was killed, the power went, or Python
itself fell over, which then wrote into the crash log. The file holds when the run began, and nothing else.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from annotator.files import hold
from annotator.logs import crash_file

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX: Final = "open-"


@dataclass(frozen=True, slots=True)
class Unended:
    """A run of the window that did not come to its end.

    Attributes:
        began: UTC, ISO 8601.
        has_crashed: whether Python itself fell over and wrote down where; else it was ended from outside.
    """

    began: str
    has_crashed: bool


class Run:
    """This run of the window, from its first moment to `end`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path: Path | None = None
        self._file: IO[bytes] | None = None

    def begin(self) -> Unended | None:
        """Mark that a window is open; gives the latest run before it that did not come to its end.

        Where nothing can be written nothing is remembered.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            found = list(self._left())
            self._mark()
        except OSError:
            return None
        return max(found, key=lambda each: each.began, default=None)

    def end(self) -> None:
        """This run came to its end."""
        if self._file is not None and self._path is not None:
            self._file.close()
            with contextlib.suppress(OSError):
                self._path.unlink()
        self._file = self._path = None

    def _mark(self) -> None:
        descriptor, name = tempfile.mkstemp(prefix=_PREFIX, dir=self._folder)
        self._path, self._file = Path(name), os.fdopen(descriptor, "wb")
        hold(descriptor)
        told = {"began": datetime.now(UTC).isoformat(timespec="seconds"), "crash_bytes": _crash_bytes()}
        self._file.write(json.dumps(told).encode())
        self._file.flush()

    def _left(self) -> Iterator[Unended]:
        """What runs that did not end left behind; it is taken away."""
        for path in sorted(self._folder.glob(f"{_PREFIX}*")):
            with path.open("rb+") as file:
                if not hold(file.fileno()):
                    continue
                told = _read(file.read())
            path.unlink()
            if told is not None:
                yield told


def _read(content: bytes) -> Unended | None:
    try:
        told = json.loads(content)
        return Unended(str(told["began"]), _crash_bytes() > int(told["crash_bytes"]))
    except (ValueError, KeyError, TypeError):  # killed while it was written
        return None


def _crash_bytes() -> int:
    try:
        return crash_file().stat().st_size
    except OSError:
        return 0
