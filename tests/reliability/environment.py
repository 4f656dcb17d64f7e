"""The machine around the program: disks, clocks, names, other programs. Each trial has a world of its own.

`python -m tests.reliability.environment FOLDER NAME...` tries some in another process, which they may change.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.reliability import company, disks, surroundings
from tests.reliability.figures import Figures, Scale
from tests.reliability.worlds import Problem, World

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.reliability.bench import Trial

TRIALS: Final[tuple[Trial, ...]] = (*disks.TRIALS, *surroundings.TRIALS, *company.TRIALS)
_ROOT: Final = Path(__file__).resolve().parents[2]


def run(scale: Scale, folder: Path) -> Sequence[Figures]:
    """The figures of each promise, of all trials or of those that the suite tries."""
    found: dict[str, Figures] = {}
    for trial in TRIALS:
        if trial.is_short or scale is Scale.FULL:
            before = found.get(trial.promise, Figures(trial.promise))
            found[trial.promise] = _with(before, trial, folder / trial.name)
    return list(found.values())


def _with(before: Figures, trial: Trial, folder: Path) -> Figures:
    notes = dict(before.notes)
    why_not = trial.needs()
    if why_not:
        notes[trial.name] = f"not tried: {why_not}"
        skipped = before.skipped or ("" if before.trials else why_not)
        return Figures(before.promise, *_numbers(before), notes=notes, skipped=skipped)
    problems = tried(trial, folder)
    for problem in problems:
        notes[trial.name] = f"{notes.get(trial.name, '')} {problem.kind}: {problem.words}"[:600]
    counted = [sum(problem.kind == kind for problem in problems) for kind in ("lost", "damaged", "crash")]
    trials, faults, *wrong = _numbers(before)
    sums = (old + new for old, new in zip(wrong, counted, strict=True))
    return Figures(before.promise, trials + 1, faults + 1, *sums, notes=notes)


def _numbers(figures: Figures) -> tuple[int, int, int, int, int]:
    return figures.trials, figures.faults, figures.lost, figures.damaged, figures.crashes


def tried(trial: Trial, folder: Path) -> list[Problem]:
    """What is wrong after a trial in a new folder, in a process of its own when it wants one."""
    if trial.is_apart:
        return tried_apart([trial], folder)[trial.name]
    return _here(trial, folder)


def tried_apart(trials: Sequence[Trial], folder: Path) -> dict[str, list[Problem]]:
    """Name of a trial -> what is wrong after it; one after the other in one other process."""
    folder.mkdir(parents=True)
    surroundings = dict(os.environ)
    for trial in trials:
        surroundings |= trial.environment(folder) if trial.environment else {}
    names = [trial.name for trial in trials]
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.environment", str(folder), *names],
        cwd=_ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=surroundings,
    )
    if done.returncode != 0:
        return {
            name: [Problem("crash", f"ended with {done.returncode}: {done.stderr[-900:]}")] for name in names
        }
    found = json.loads(done.stdout.splitlines()[-1])
    return {name: [Problem(**each) for each in found[name]] for name in names}


def _here(trial: Trial, folder: Path) -> list[Problem]:
    found: list[Problem] = []
    world = World(folder)
    for place in (world.library.parent, world.inputs, world.out, *map(Path, world.environment().values())):
        if folder in place.parents and place != world.library:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
    with world.entered():
        try:
            found.extend(trial.run(world))
        except Exception:  # noqa: BLE001  (whatever a trial meets that is no sentence is what it looks for)
            found.append(Problem("crash", traceback.format_exc()[-3000:]))
    return found


def main() -> int:
    """The trials that the words name, what was wrong with each as JSON on the last line."""
    folder, *names = sys.argv[1:]
    known = {trial.name: trial for trial in TRIALS}
    with contextlib.redirect_stdout(sys.stderr):
        found = {name: _here(known[name], Path(folder) / name) for name in names}
    told = {name: [asdict(each) for each in problems] for name, problems in found.items()}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
