"""Break call 1, then call 2, and so on: every operation with every kind of fault, and a look at what is left.

`python -m tests.reliability.breaking [--every] [--seed N] [OPERATION...]` tells each problem as it is found;
with `--every` no call is left out, which takes an hour.
"""

from __future__ import annotations

import argparse
import errno
import random
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.reliability import shim
from tests.reliability.driver import Driver, quick_folder
from tests.reliability.figures import Figures, Scale
from tests.reliability.operations import OPERATIONS
from tests.reliability.shim import CHANGING, Call, Fault, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.reliability.worlds import Problem

_MAKING: Final = Call.CREATE | Call.WRITE | Call.LENGTH | Call.FOLDER | Call.NAME
"""What needs room on the disk."""

_NAMING: Final = Call.CREATE | Call.OPEN | Call.NAME | Call.FOLDER | Call.REMOVE
"""What needs the right to a folder."""


@dataclass(frozen=True, slots=True)
class Row:
    """Faults of one kind.

    Attributes:
        promise: to which they belong.
        fault: what happens, at whichever call.
        weight: how many calls are tried in comparison with other rows.
        again: whether the next start, which does the operation once more, is killed at one of its calls too.
    """

    promise: str
    fault: Fault
    weight: int = 1
    again: bool = False


KILLED: Final = "killed at a file call: nothing told is lost, nothing is half"
ONCE: Final = "a file call that fails once: nothing told is lost, nothing is half, a sentence is said"
FOR_GOOD: Final = "a disk that is full or read-only from then on: as before"
CUT: Final = "a write that is cut short: as before"
TWICE: Final = "killed, and killed again over putting it right: as before"
SYNC: Final = "a flush that fails: never told as saved without being so"

ROWS: Final = (
    Row(KILLED, Fault(Kind.KILL_BEFORE), 3),
    Row(KILLED, Fault(Kind.KILL_AFTER), 2),
    Row(KILLED, Fault(Kind.KILL_TORN, calls=Call.WRITE), 2),
    Row(ONCE, Fault(Kind.FAIL, error=errno.EIO), 2),
    Row(ONCE, Fault(Kind.FAIL, error=errno.ENOSPC, calls=_MAKING)),
    Row(ONCE, Fault(Kind.FAIL, error=errno.EACCES, calls=_NAMING)),
    Row(ONCE, Fault(Kind.FAIL, error=errno.EMFILE, calls=Call.CREATE | Call.OPEN)),
    Row(ONCE, Fault(Kind.FAIL, error=errno.EIO, calls=Call.READ)),
    Row(FOR_GOOD, Fault(Kind.FAIL, error=errno.ENOSPC, stays=True, calls=_MAKING), 2),
    Row(FOR_GOOD, Fault(Kind.FAIL, error=errno.EDQUOT, stays=True, calls=_MAKING)),
    Row(FOR_GOOD, Fault(Kind.FAIL, error=errno.EFBIG, stays=True, calls=Call.WRITE | Call.LENGTH)),
    Row(FOR_GOOD, Fault(Kind.FAIL, error=errno.EROFS, stays=True, calls=CHANGING & ~Call.SYNC)),
    Row(FOR_GOOD, Fault(Kind.FAIL, error=errno.EIO, stays=True)),
    Row(CUT, Fault(Kind.SHORT, calls=Call.WRITE)),
    Row(CUT, Fault(Kind.SHORT, error=errno.ENOSPC, stays=True, calls=_MAKING)),
    Row(TWICE, Fault(Kind.KILL_BEFORE), again=True),
    Row(TWICE, Fault(Kind.FAIL, error=errno.EIO, stays=True), again=True),
    Row(SYNC, Fault(Kind.FAIL, error=errno.EIO, calls=Call.SYNC)),
    Row(SYNC, Fault(Kind.FAIL, error=errno.EIO, stays=True, calls=Call.SYNC)),
)

_TELL_ON: Final = ("labelling", "window", "first-window")
"""What goes on where it was and cannot be done a second time in the same world."""
_DENSITY: Final = {"labelling": 3, "window": 3, "import": 3, "merge": 3, "upgrade-1": 1, "upgrade-2": 1}
"""Of two calls a row: what is done most is tried most; upgrades have a family of their own."""
BRIEFLY: Final = ("window", "import", "export", "backup", "upgrade-3")


@dataclass(slots=True)
class Tally:
    """What came of the trials of one promise."""

    promise: str
    trials: int = 0
    faults: int = 0
    told: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    first: str = ""

    def add(self, where: str, problems: Sequence[Problem]) -> None:
        """Count what a trial found; of one trial each kind once."""
        for kind in {each.kind for each in problems}:
            self.kinds[kind] += 1
        if problems and not self.first:
            self.first = f"{where}: {problems[0].words}"[:300]

    def figures(self) -> Figures:
        """As a row of the table."""
        notes = {"acknowledged": f"{self.told:,}"}
        if self.first:
            notes["first"] = " ".join(self.first.split()).replace("|", "/")
        lost, damaged, crashes = (self.kinds[kind] for kind in ("lost", "damaged", "crash"))
        return Figures(self.promise, self.trials, self.faults, lost, damaged, crashes, notes=notes)


class Breaking:
    """Trials of operations in a folder."""

    def __init__(self, driver: Driver, folder: Path, seed: int = 1) -> None:
        self._driver = driver
        self._folder = folder
        self._random = random.Random(seed)  # noqa: S311
        self._unbroken: dict[str, shim.Counted] = {}
        self.tallies: dict[str, Tally] = {}

    def row(self, name: str, row: Row, most: int | None) -> Iterator[tuple[str, list[Problem]]]:
        """Break one operation by the faults of a row, at `most` calls; what was wrong with each trial."""
        total = self._counted(name).of(row.fault.calls)
        for at in self._points(total, most):
            fault = replace(row.fault, at=at)
            yield f"{name}: {fault}", self._trial(name, row, fault)

    def _points(self, total: int, most: int | None) -> Sequence[int]:
        """Which calls: spread over all of them, one by chance in each stretch."""
        if most is None or most >= total:
            return range(1, total + 1)
        edges = [1 + total * part // most for part in range(most + 1)]
        return [self._random.randrange(edges[part], edges[part + 1]) for part in range(most)]

    def _counted(self, name: str) -> shim.Counted:
        """The calls that the operation makes when nothing breaks; it is prepared with the first question."""
        if name not in self._unbroken:
            self._driver.prepare(name, self._folder / name / "template")
            trial = self._driver.do(name, self._copy(name), Fault(calls=shim.ALL))
            if trial.told.status != 0:
                raise RuntimeError(f"{name} does not work unbroken: {trial.told.err}")
            self._unbroken[name] = trial.counted
        return self._unbroken[name]

    def _copy(self, name: str) -> Path:
        world = self._folder / name / "world"
        shutil.rmtree(world, ignore_errors=True)
        return Path(shutil.copytree(self._folder / name / "template", world))

    def _trial(self, name: str, row: Row, fault: Fault) -> list[Problem]:
        world = self._copy(name)
        trial = self._driver.do(name, world, fault)
        told = trial.told
        if row.again and name not in _TELL_ON:
            at = self._random.randint(1, self._counted(name).of(CHANGING))
            told = self._driver.do(name, world, Fault(Kind.KILL_BEFORE, at=at)).told
        problems = self._driver.verify(name, world, told)
        tally = self.tallies.setdefault(row.promise, Tally(row.promise))
        tally.trials += 1
        tally.faults += trial.counted.fired
        told = sum(ack.startswith(("saved", "emptied")) for ack in trial.told.acks)
        tally.told += told + trial.told.out.count('{"saved"') + (trial.told.status == 0)
        tally.add(f"{name}, {fault} ({trial.counted.call} {Path(trial.counted.path).name})", problems)
        return problems


def run(scale: Scale, folder: Path) -> Sequence[Figures]:
    """Break what the scale allows; see `figures.Family`."""
    if why := shim.why_not():
        return [Figures("file calls that fail, are cut short or never return", skipped=why)]
    with quick_folder(folder) as place, Driver(shim.built(folder), place) as driver:
        breaking = Breaking(driver, place)
        for name, row, most in _plan(scale):
            for _ in breaking.row(name, row, most):
                pass
    return [tally.figures() for tally in breaking.tallies.values()]


def _plan(scale: Scale) -> Iterator[tuple[str, Row, int]]:
    """Which operations are broken by which rows, and at how many calls."""
    for place, name in enumerate(BRIEFLY if scale is Scale.SHORT else OPERATIONS):
        for number, row in enumerate(ROWS):
            if scale is Scale.FULL:
                yield name, row, _DENSITY.get(name, 2) * row.weight
            elif number % len(BRIEFLY) == place:
                yield name, row, 1


def main() -> int:
    """Break what the words say, all kinds of faults; gives 1 when something was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.breaking", description=__doc__)
    parser.add_argument("operation", nargs="*", choices=[*OPERATIONS, []])
    parser.add_argument("--every", action="store_true", help="every call")
    parser.add_argument("--most", type=int, default=6, help="calls of each row")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    with quick_folder(Path()) as folder, Driver(shim.built(folder), folder) as driver:
        breaking = Breaking(driver, folder, words.seed)
        for operation in words.operation or OPERATIONS:
            for row in ROWS:
                for where, problems in breaking.row(operation, row, None if words.every else words.most):
                    for each in problems:
                        print(f"{where}: {each.kind}: {each.words}", flush=True)  # noqa: T201
            print(f"{operation} done", flush=True)  # noqa: T201
    for tally in breaking.tallies.values():
        print(tally.figures())  # noqa: T201
    return 1 if any(tally.kinds for tally in breaking.tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
