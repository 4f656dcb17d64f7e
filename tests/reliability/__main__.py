"""One command for all figures of reliability: `python -m tests.reliability [--short] [FAMILY...]`.

Each family works in a process and a folder of its own, two at a time; what one of them breaks is its own. The
table goes to the standard output, and with `--write` into `docs/reliability.md` as well. The exit status is 1
when a promise did not hold.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.reliability.figures import FAMILIES, Figures, Scale, read, written

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def main() -> int:
    """Try what the command line names; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("family", nargs="*", choices=[*FAMILIES, []], help="all without one")
    parser.add_argument("--short", action="store_true", help="as much as the suite tries")
    parser.add_argument("--write", action="store_true", help="put the table into docs/reliability.md")
    parser.add_argument("--inside", metavar="FOLDER", help=argparse.SUPPRESS)
    words = parser.parse_args()
    scale = Scale.SHORT if words.short else Scale.FULL
    if words.inside:
        return _one(words.family[0], scale, Path(words.inside))
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda name: _apart(name, scale), words.family or FAMILIES))
    table = _table(found)
    print(table)  # noqa: T201
    if words.write:
        _write(table, scale)
    return 0 if all(each.holds or each.skipped for _, each, _ in _rows(found)) else 1


def _one(name: str, scale: Scale, folder: Path) -> int:
    family = importlib.import_module(f"tests.reliability.{name}")
    (folder / "figures.json").write_text(written(family.run(scale, folder)), encoding="utf-8")
    return 0


def _apart(name: str, scale: Scale) -> tuple[str, list[Figures], float]:
    """Run a family in its own process; one that dies is a crash of its own."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="reliability-", ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-m", "tests.reliability", name, "--inside", folder]
        command += ["--short"] if scale is Scale.SHORT else []
        said = Path(folder) / "said.txt"
        with said.open("w", encoding="utf-8") as told:
            surroundings = _surroundings(Path(folder))
            ended = subprocess.run(command, cwd=ROOT, check=False, env=surroundings, stdout=told, stderr=told)
        result = Path(folder) / "figures.json"
        if ended.returncode == 0 and result.exists():
            found = read(result.read_text(encoding="utf-8"))
        else:
            sys.stderr.write(said.read_text(encoding="utf-8", errors="replace"))
            found = [Figures(f"{name}: the trials themselves ended with {ended.returncode}", crashes=1)]
    seconds = time.monotonic() - began
    print(f"{name}: {seconds:.0f} s", file=sys.stderr)  # noqa: T201
    return name, found, seconds


def _surroundings(folder: Path) -> dict[str, str]:
    """No trial may touch what the person at this machine keeps."""
    own = {"HOME": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}
    own |= {"XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run"}
    places = {name: str(folder / "surroundings" / part) for name, part in own.items()}
    for place in places.values():
        Path(place).mkdir(parents=True, exist_ok=True)
    return {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}


def _rows(found: Sequence[tuple[str, list[Figures], float]]) -> list[tuple[str, Figures, float]]:
    return [(name, each, seconds) for name, family, seconds in found for each in family]


def _table(found: Sequence[tuple[str, list[Figures], float]]) -> str:
    lines = [
        "| family | promise | trials | faults | lost | damaged | crashes | over | holds | further |",
        "|---|---|---:|---:|---:|---:|---:|---:|---|---|",
    ]
    for name, each, _ in _rows(found):
        verdict = f"not tried: {each.skipped}" if each.skipped else ("yes" if each.holds else "**NO**")
        further = "; ".join(f"{key}: {' '.join(value.split())}" for key, value in each.notes.items())
        counts = (each.trials, each.faults, each.lost, each.damaged, each.crashes, each.over)
        numbers = " | ".join(f"{count:,}" for count in counts)
        lines.append(f"| {name} | {each.promise} | {numbers} | {verdict} | {further} |")
    times = ", ".join(f"{name} {seconds:.0f} s" for name, _, seconds in found)
    return "\n".join([*lines, "", f"Time: {times}."])


def _version() -> str:
    """Which commit was tried, where that can be asked."""
    command = ["git", "describe", "--always", "--dirty"]
    try:
        asked = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    except OSError:
        return "a copy without history"
    return f"commit {asked.stdout.strip()}" if asked.stdout.strip() else "a copy without history"


def _write(table: str, scale: Scale) -> None:
    """Put the table between the marks of the report."""
    text = REPORT.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    command = f"python -m tests.reliability{' --short' if scale is Scale.SHORT else ''} --write"
    made = (
        f"Made by `{command}` on {datetime.now(UTC):%Y-%m-%d} of {_version()}: {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores."
    )
    REPORT.write_text(f"{before}{BEGIN}\n{made}\n\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
