"""Hostile files: made to do harm, altered at random, and those that once did harm.

Each is taken in whole and sound, or refused with a sentence; nothing else is opened, asked for or run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import warnings
from typing import TYPE_CHECKING, Final

from annotator.model.reading import ReadingChoice
from tests.reliability.bombs import FAMILIES, Bomb, bombs
from tests.reliability.figures import Figures, Scale
from tests.reliability.fuzzing import Fuzzer
from tests.reliability.judging import Case, judged
from tests.reliability.seeds import ROOT, SAMPLES, seeds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

KEPT: Final = ROOT / "tests" / "data" / "found"
"""A folder for each reader, with files that fuzzing found at fault once."""

_FUZZED: Final = {Scale.SHORT: 0.5, Scale.FULL: 120.0}
"""Seconds of altered files."""

_ENCODINGS: Final = (None, "utf-8", "utf-16", "windows-1258")


def run(scale: Scale, folder: Path) -> Sequence[Figures]:
    """All four promises; see `tests.reliability.figures.Family`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the archives that are made have one name twice, as is wanted
        families = [name for name in FAMILIES if scale is Scale.FULL or name != "large"]
        return (
            made(folder, families),
            kept(folder),
            altered(folder, _FUZZED[scale], seed=20_261_123),
            alone(folder),
        )


def made(folder: Path, families: Sequence[str]) -> Figures:
    """Files made to do harm, one for each trick of the security list."""
    faults: list[str] = []
    count = 0
    for family in families:
        for bomb in bombs(family):
            count += 1
            if fault := _fault_of(bomb, folder):
                faults.append(f"{bomb}: {fault}")
    return _figures("a file made to do harm is refused with a sentence, or does none", count, faults)


def _fault_of(bomb: Bomb, folder: Path) -> str:
    verdict = judged(bomb.case, _place(folder))
    return verdict.fault or ("was read" if bomb.is_refused and verdict.was_read else "")


def kept(folder: Path) -> Figures:
    """Files that fuzzing found at fault once, however they are asked for."""
    found = [
        (case.reader, verdict.fault)
        for case in kept_cases()
        if (verdict := judged(case, _place(folder))).fault
    ]
    count = sum(1 for _ in kept_cases())
    return _figures(
        "a file that once did harm does none", count, [f"{name}: {fault}" for name, fault in found]
    )


def kept_cases() -> Iterator[Case]:
    """Each kept file in each way in which it may be read."""
    for path in sorted(KEPT.glob("*/*")):
        for encoding in _ENCODINGS:
            for inspects in (False, True):
                choice = ReadingChoice(encoding)
                yield Case(path.parent.name, path.name, path.read_bytes(), choice=choice, inspects=inspects)


def altered(folder: Path, seconds: float, seed: int) -> Figures:
    """Altered files for every reader, as many as there is time for."""
    fuzzer = Fuzzer(seed, _place(folder))
    end = time.process_time() + seconds
    found = fuzzer.run(lambda: time.process_time() > end)
    faults = [f"{where}: {fault}" for where, (fault, _) in found.faults.items()]
    tried, read = sum(found.tried.values()), sum(found.read.values())
    figures = _figures("an altered file is read whole and sound, or refused with a sentence", tried, faults)
    figures.notes["readers"] = str(len(found.tried))
    figures.notes["read"] = str(read)
    if not SAMPLES.is_dir():
        figures.notes["not begun with"] = "samples of other projects, which are not here"
    return figures


def alone(folder: Path) -> Figures:
    """Sound files and those that refer to others: nothing but the file is opened, nothing run or fetched."""
    place = _place(folder)
    orders = []
    wanted = [Case(seed.reader, seed.name, seed.data) for seed in seeds()]
    wanted += [bomb.case for family in ("xml", "pictures") for bomb in bombs(family)]
    for number, case in enumerate(wanted):
        path = place / f"{number}" / case.name
        path.parent.mkdir()
        path.write_bytes(case.data)
        orders.append(f"{case.reader}\t{path}")
    (place / "orders").write_text("\n".join(orders))
    command = [sys.executable, "-m", "tests.reliability.watched", str(place)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    seen = (
        [f"ended with {ended.returncode}: {ended.stderr[-500:]}"]
        if ended.returncode
        else json.loads(ended.stdout)
    )
    return _figures("reading a file opens, asks for and runs nothing else", len(wanted), seen)


def _figures(promise: str, trials: int, faults: Sequence[str]) -> Figures:
    notes = {f"fault {number}": fault[:1000] for number, fault in enumerate(faults[:5], 1)}
    return Figures(promise, trials=trials, faults=trials, crashes=len(faults), notes=notes)


def _place(folder: Path) -> Path:
    """A new empty folder."""
    number = sum(1 for _ in folder.iterdir())
    place = folder / f"place-{number}"
    place.mkdir()
    return place
