"""Run as a process of its own: reads files and prints what else was opened, asked for or run meanwhile.

It is given a folder with a file `orders`, a line for each file to read: reader, tab, path. What Python itself
loads while a reader is imported is no news; everything under the folder is its own.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Final

from tests.reliability.judging import Case, judged

_NEVER: Final = (
    *("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"),
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "pickle.find_class"),
    *("webbrowser.open", "ftplib.connect"),
)
_HARMLESS: Final = ("/dev/", "/proc/", "/sys/", "/usr/", "/etc/localtime", "/etc/mime.types", "/etc/timezone")


def main(folder: Path) -> None:
    """Read all files of the orders."""
    orders = [line.split("\t") for line in (folder / "orders").read_text().splitlines()]
    warnings.simplefilter("ignore")
    seen: list[str] = []
    own = map(os.path.realpath, (folder, sys.prefix, sys.base_prefix, Path.cwd()))  # any may be a link
    known = (*own, *_HARMLESS)

    def hook(event: str, values: tuple[object, ...]) -> None:
        if event in _NEVER:
            seen.append(f"{event} {values!r:.200}")
        elif event == "open" and isinstance(values[0], str | bytes) and not _is_own(values[0], known):
            seen.append(f"open {values[0]!r}")

    sys.addaudithook(hook)
    _read(orders, folder)
    print(json.dumps(seen))  # noqa: T201


def _is_own(name: str | bytes, known: tuple[str, ...]) -> bool:
    path = os.path.realpath(os.fsdecode(name))
    return path.startswith(known)


def _read(orders: list[list[str]], folder: Path) -> None:
    for reader, name in orders:
        path = Path(name)
        with tempfile.TemporaryDirectory(dir=folder) as place:
            judged(Case(reader, path.name, path.read_bytes()), Path(place))


if __name__ == "__main__":
    tempfile.tempdir = sys.argv[1]
    main(Path(sys.argv[1]))
