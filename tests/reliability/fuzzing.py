"""Altered files for every reader, while there is time: `python -m tests.reliability.fuzzing SECONDS`.

Every reader gets its turn, and all it gets follows from the seed. What is at fault is kept, one
file for each way in which something goes wrong. A process that dies is started anew by its watcher,
and the file it was reading is kept too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import multiprocessing
import os
import random
import shutil
import tempfile
import time
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.model.reading import CHOICES, ReadingChoice
from tests.reliability.judging import LABEL_SET, LIBRARY, PACKAGE, Case, Verdict, imported, judged
from tests.reliability.libraries import altered_library, sound_library
from tests.reliability.mutating import Mutator
from tests.reliability.seeds import Seed, forged, seeds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ENCODINGS: Final = (
    None,
    None,
    None,
    None,
    "utf-8",
    "utf-16",
    "tcvn3",
    "vni",
    "viscii",
    "windows-1258",
    "utf-7",
    "hz",
)
"""What a person may choose for a file; most choose nothing."""
_FORGED: Final = 0.8
"""So often the manifest of an altered package is made to agree with it: else its hashes refuse everything."""
MEMORY: Final = 3_000_000_000
"""Bytes that the process may ask for: a small file that wants more is at fault."""
_TO_IMPORT: Final = 40
"""So many files that were read are imported together."""


@dataclass(slots=True)
class Found:
    """What was tried and what was found.

    Attributes:
        tried: reader -> files.
        read: reader -> files that were taken in.
        faults: where it goes wrong -> (what is wrong, the case).
        imports: how many imports of several files were made, and checked.
    """

    tried: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    faults: dict[str, tuple[str, Case]] = field(default_factory=dict)
    imports: int = 0

    def note(self, case: Case, verdict: Verdict) -> None:
        """Count a case, and remember it if it is the first that goes wrong there."""
        self.tried[case.reader] += 1
        self.read[case.reader] += verdict.was_read
        if verdict.fault:
            self.faults.setdefault(verdict.where, (verdict.fault, case))


class Trial:
    """Has cases judged one after the other, and brings together into a library what was read of them.

    Args:
        folder: to work in.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: list[tuple[str, bytes]] = []
        self.found = Found()

    def of(self, case: Case) -> Verdict:
        """Try one."""
        place = self._folder / "case"
        place.mkdir()
        try:
            verdict = judged(case, place)
        finally:
            shutil.rmtree(place)
        self.found.note(case, verdict)
        if verdict.was_read and case.reader not in (PACKAGE, LABEL_SET, LIBRARY) and not case.beside:
            self._waiting.append((f"{self.found.tried.total()}-{case.name}", case.data))
            if len(self._waiting) >= _TO_IMPORT:
                self.bring()
        return verdict

    def bring(self) -> None:
        """Bring what was read into a library, which must be sound then."""
        place = self._folder / "import"
        place.mkdir()
        paths = []
        for name, data in self._waiting:
            paths.append(place / name)
            paths[-1].write_bytes(data)
        try:
            fault = imported(paths, place / "library.annotator") if paths else ""
        except Exception as error:  # noqa: BLE001  (this is what is looked for)
            fault = repr(error)
        shutil.rmtree(place)
        self.found.imports += bool(paths)
        for name, data in self._waiting if fault else ():
            self.found.faults.setdefault(f"import {fault[:100]} {name}", (fault, Case("auto", name, data)))
        self._waiting.clear()


def sound_files(folder: Path) -> dict[str, list[Seed]]:
    """Reader -> what to begin with, libraries among it; nothing is left in the folder."""
    found: dict[str, list[Seed]] = {}
    for each in seeds():
        found.setdefault(each.reader, []).append(each)
    found[LIBRARY] = [Seed(LIBRARY, "a.annotator", sound_library(folder / "seed.annotator"))]
    return found


class Fuzzer:
    """Makes cases and has them judged.

    Args:
        seed: of everything.
        folder: to work in.
        readers: those to try, all without any.
    """

    def __init__(self, seed: int, folder: Path, readers: tuple[str, ...] = ()) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self._folder = folder
        self._seeds = sound_files(folder)
        self._readers = readers or tuple(sorted(self._seeds))
        self._mutators = {
            name: Mutator(self._chance, [each.data for each in found]) for name, found in self._seeds.items()
        }
        self._trial = Trial(folder)
        self.found = self._trial.found

    def run(self, until: Callable[[], bool], begun: Callable[[Case], None] = lambda _case: None) -> Found:
        """Try case after case until it is enough; `begun` hears of each before it is tried."""
        for reader in self._turns():
            if until():
                break
            case = self._case(reader)
            begun(case)
            self._trial.of(case)
        self._trial.bring()
        return self.found

    def _turns(self) -> Iterator[str]:
        while True:
            yield from self._readers

    def _case(self, reader: str) -> Case:
        chance = self._chance
        seed = chance.choice(self._seeds[reader])
        if reader == LIBRARY:
            data = altered_library(seed.data, chance, self._folder / "altered.annotator")
            return Case(LIBRARY, seed.name, data, writes=chance.random() < 0.3)
        mutator = self._mutators[reader]
        beside = dict(seed.beside)
        data = seed.data
        if beside and chance.random() < 0.3:
            name = chance.choice(sorted(beside))
            beside[name] = mutator.altered(beside[name])
        else:
            data = mutator.altered(data)
        if reader == PACKAGE and chance.random() < _FORGED:
            data = forged(data)
        choice = ReadingChoice(chance.choice(ENCODINGS), chance.choice(CHOICES))
        asked = "auto" if chance.random() < 0.2 and reader not in (PACKAGE, LABEL_SET) else reader
        return Case(asked, seed.name, data, beside, choice, inspects=chance.random() < 0.3)


def keep(where: str, fault: str, case: Case, folder: Path) -> None:
    """Write a case and what is wrong with it where a person finds them."""
    mark = hashlib.sha256(where.encode()).hexdigest()[:10]
    place = folder / case.reader / mark
    place.mkdir(parents=True, exist_ok=True)
    for name, data in {**case.beside, case.name: case.data}.items():
        (place / name).write_bytes(data)
    asked = f"{case.reader} {case.name} {case.choice} inspects={case.inspects} writes={case.writes}"
    told = f"{asked}\n{where}\n\n{fault}"
    (place / "FAULT").write_text(told, encoding="utf-8", errors="backslashreplace")


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _work(seed: int, until: float, readers: tuple[str, ...], folder: str) -> None:
    """The process that reads; it tells by files, because it may die at any moment."""
    _limit_memory()
    logging.disable()  # of damaged libraries; what is at fault comes as an exception
    warnings.simplefilter("ignore")  # archives with one name twice are what is wanted
    place = Path(folder)
    fuzzer = Fuzzer(seed, Path(tempfile.mkdtemp(dir=place)), readers)
    known: set[str] = set()
    last = 0.0

    def begun(case: Case) -> None:
        nonlocal last
        (place / "current.name").write_text(f"{case.reader}\n{case.name}")
        (place / "current").write_bytes(case.data)
        for where, (fault, faulty) in fuzzer.found.faults.items():
            if where not in known:
                known.add(where)
                keep(where, fault, faulty, place / "found")
        if time.monotonic() - last > 10:
            last = time.monotonic()
            tell(fuzzer.found, place / f"tally-{seed}.json")

    fuzzer.run(lambda: time.monotonic() > until, begun)
    begun(Case("txt", "none", b""))
    tell(fuzzer.found, place / f"tally-{seed}.json")


def tell(found: Found, path: Path) -> None:
    """Write down what was tried so far; `tally_of` reads it."""
    tally = {"tried": found.tried, "read": found.read, "faults": len(found.faults), "imports": found.imports}
    path.write_text(json.dumps(tally))


def tally_of(folder: Path) -> Mapping[str, Counter[str]]:
    """What all processes have tried and read, by reader."""
    totals = {"tried": Counter[str](), "read": Counter[str]()}
    for path in folder.glob("tally-*.json"):
        told = json.loads(path.read_text())
        for key, total in totals.items():
            total.update(told[key])
    return totals


def main() -> int:
    """Fuzz for so many seconds; the exit status is 1 when something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.fuzzing", description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("reader", nargs="*", help="library, or a folder of tests/data/seeds; all without one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path("fuzzing"))
    words = parser.parse_args()
    words.folder.mkdir(parents=True, exist_ok=True)
    os.environ["XDG_CACHE_HOME"] = os.environ["XDG_DATA_HOME"] = str(words.folder / "home")
    until, seed = time.monotonic() + words.seconds, words.seed
    while time.monotonic() < until:
        process = multiprocessing.get_context("spawn").Process(
            target=_work, args=(seed, until, tuple(words.reader), str(words.folder))
        )
        process.start()
        process.join()
        if process.exitcode:
            reader, name = (words.folder / "current.name").read_text().split("\n")
            case = Case(reader, name, (words.folder / "current").read_bytes())
            keep(f"died {process.exitcode} {seed}", "the process died", case, words.folder / "found")
        seed += 1
    for key, total in tally_of(words.folder).items():
        print(key, sum(total.values()), dict(sorted(total.items())))  # noqa: T201
    return int(any((words.folder / "found").glob("*/*")))


if __name__ == "__main__":
    raise SystemExit(main())
