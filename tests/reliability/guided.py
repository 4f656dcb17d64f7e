"""Altered files led by what they reach: `python -m tests.reliability.guided [--seconds N] [READER...]`.

atheris (libFuzzer for Python) goes on altering what brought the program to code where nothing was before; it
begins with the sound files of `fuzzing.py`, and what is at fault is told as there. One process at a time
reads, for one reader after the other, each as long as the others. A process that dies is started anew, and
what it was reading is kept. The exit status is 1 when something was found, 2 without atheris.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.reliability.fuzzing import keep, sound_files, tally_of
from tests.reliability.guided_child import LEFT
from tests.reliability.guided_inputs import Inputs
from tests.reliability.judging import Case

if TYPE_CHECKING:
    from collections.abc import Sequence

_HOUR: Final = 3600.0
_LATE: Final = 180.0
"""Seconds that a process may take longer than it was told, until it is deaf to its own clock."""
_SHORTEST: Final = 5.0
"""Seconds for which starting another process is worth it."""
_COVERED: Final = re.compile(r"^#\d+\s+\w+\s+cov: (\d+)", re.MULTILINE)
_MISSING: Final = (
    "atheris is not installed, so nothing can be led by coverage: install it (the extra “fuzz”; not every "
    "system has wheels of it), or use tests.reliability.fuzzing.\n"
)


@dataclass(frozen=True, slots=True)
class Searched:
    """What came of one reader.

    Attributes:
        reader: as in `seeds.Seed`, or "library".
        tried: files.
        read: files that were taken in.
        reached: places in the code with the sound files, and in the end.
        found: cases at fault.
    """

    reader: str
    tried: int
    read: int
    reached: tuple[int, int]
    found: int

    def __str__(self) -> str:
        counts = f"{self.tried} tried, {self.read} read, {self.found} found"
        return f"{self.reader}: {counts}; places in the code: {self.reached[0]} -> {self.reached[1]}"


def main() -> int:
    """Search for so many seconds in all."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.guided", description=__doc__)
    parser.add_argument("reader", nargs="*", help="library, or a folder of tests/data/seeds; all without one")
    parser.add_argument("--seconds", type=float, default=_HOUR, help="for all readers together")
    parser.add_argument(
        "--found", type=Path, default=Path("guided"), help="folder for findings, counts and inputs"
    )
    words = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        sys.stderr.write(_MISSING)
        return 2
    folder = words.found.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    readers = words.reader or _readers()
    until = time.monotonic() + words.seconds
    found = 0
    for number, reader in enumerate(readers):
        seconds = (until - time.monotonic()) / (len(readers) - number)
        searched = search(reader, folder, seconds)
        found += searched.found
        print(searched, flush=True)  # noqa: T201
    return int(found > 0)


def _readers() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        return sorted(sound_files(Path(folder)))


def search(reader: str, folder: Path, seconds: float) -> Searched:
    """Search for one reader; inputs of an earlier search in this folder are gone on with."""
    place = folder / reader
    place.mkdir(exist_ok=True)
    until = time.monotonic() + seconds
    log = place / "log.txt"
    log.touch()
    number = sum(1 for _ in place.glob("tally-*.json"))
    while (left := until - time.monotonic()) > _SHORTEST:
        number += 1
        with tempfile.TemporaryDirectory() as work:
            command = [sys.executable, "-m", "tests.reliability.guided_child", reader, str(place), work]
            died = _ended([*command, str(int(left)), str(number)], log, left + _LATE)
        _keep_left(reader, place, died)
    totals = tally_of(place)
    tried, read = (totals[key].total() for key in ("tried", "read"))
    reached = [int(each) for each in _COVERED.findall(log.read_text(errors="replace"))] or [0]
    return Searched(reader, tried, read, (reached[0], reached[-1]), sum(1 for _ in place.glob("found/*/*")))


def _ended(command: Sequence[str], log: Path, seconds: float) -> str:
    """Run a process, its words added to `log`; how it died, "" if it ended by itself."""
    home = str(log.parent / "home")
    environment = {**os.environ, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home}
    with log.open("a", encoding="utf-8") as told:
        try:
            ended = subprocess.run(
                command, check=False, env=environment, stdout=told, stderr=told, timeout=seconds
            )
        except subprocess.TimeoutExpired:
            return "deaf"
    return f"died {ended.returncode}" if ended.returncode else ""


def _keep_left(reader: str, place: Path, died: str) -> None:
    """Keep what a process died of or took long for, as far as libFuzzer could say which input it was."""
    left = sorted(place.glob(f"{LEFT}*"))
    if died and not left:
        keep(died, "nobody knows at which input", Case(reader, "none", b""), place / "found")
    for path in left:
        with tempfile.TemporaryDirectory() as folder:
            case = Inputs(reader, Path(folder)).case(path.read_bytes())
        keep(path.name, died or "it took ten seconds", case, place / "found")
        path.unlink()


if __name__ == "__main__":
    raise SystemExit(main())
