"""The power goes at any moment of any operation: what was told is there, and nothing is half.

`python -m tests.reliability.power [--most CUTS] [OPERATION...]` tells each problem as it is found.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.reliability.cuts import Found, Plan, cut_everywhere
from tests.reliability.figures import Figures, Scale
from tests.reliability.operations import OPERATIONS
from tests.reliability.recorder import NO_COMPILER, Call, Disk, build, record
from tests.reliability.worlds import KILLED, Told, World, verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.reliability.recorder import Recording
    from tests.reliability.worlds import Operation

_ROOT: Final = Path(__file__).resolve().parents[2]
_BRIEFLY: Final = {"window": 4, "export": 4}
_CUTS: Final = 40
_END: Final = "end "
_GROUPS: Final = {
    "labelling": ("window", "labelling"),
    "imports, merges, packages and the first start": ("import", "first-start", "merge", "package"),
    "exports": ("export", "export-folder", "export-over-folder"),
    "copies and restoring": ("backup", "copy", "restore"),
    "upgrades, repairs, the bin, preferences": (),
}


def run(scale: Scale, folder: Path) -> Sequence[Figures]:
    """Cut the power in what the scale allows; see `figures.Family`."""
    recorder = build(folder)
    if recorder is None:
        return [
            Figures(
                "a power cut at any file call: nothing told is lost, nothing is half", skipped=NO_COMPILER
            )
        ]
    names = _BRIEFLY if scale is Scale.SHORT else dict.fromkeys(OPERATIONS, _CUTS)
    groups: dict[str, Figures] = {}
    for name, most in names.items():
        found = cut_operation(
            OPERATIONS[name], recorder, folder / name, Plan(most, 2 if scale is Scale.FULL else 1)
        )
        group = f"a power cut at any file call of {_group_of(name)}: nothing told is lost, nothing is half"
        groups[group] = _added(groups.get(group, Figures(group)), name, found)
    return list(groups.values())


def _group_of(name: str) -> str:
    return next((group for group, members in _GROUPS.items() if name in members), list(_GROUPS)[-1])


def _added(before: Figures, name: str, found: Found) -> Figures:
    notes = dict(before.notes)
    if found.shown:
        notes[name] = " ".join(found.shown[0].split()).replace("|", "/")[:300]
    return Figures(
        before.promise,
        before.trials + found.states,
        before.faults + found.cuts,
        before.lost + found.lost,
        before.damaged + found.damaged,
        before.crashes + found.crashes,
        notes,
    )


def cut_operation(operation: Operation, recorder: Path, folder: Path, plan: Plan, planted: str = "") -> Found:
    """Do an operation once, and look at what the disk holds after a cut at any of its calls.

    `planted` is code that the program runs first: a mistake that must be found.
    """
    world = World(folder / "world")
    world.folder.mkdir(parents=True)
    quiet = io.StringIO()
    with world.entered(), contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
        operation.prepare(world)
    before = Disk(world.folder)
    made = _recorded(operation, recorder, world, folder, planted)
    if made.status != 0:
        return Found(crashes=1, shown=[f"it does not work uncut: {made.errors[-600:]}"])
    calls = [*made.calls, Call("A", 0, 0, "", f"{_END}{made.status}\n".encode())]

    def look(state: Path, told: Sequence[str]) -> str:
        return _looked(operation, World(state), told)

    return cut_everywhere(before, calls, look, world.folder, plan)


def _recorded(operation: Operation, recorder: Path, world: World, folder: Path, planted: str) -> Recording:
    program = f"{planted}\nimport sys\nfrom tests.reliability.operations import main\nsys.exit(main())"
    command = [sys.executable, "-c", program, "do", operation.name, str(world.folder)]
    surroundings = {**os.environ, **world.environment(), "PYTHONPATH": str(_ROOT)}
    return record(recorder, world.folder, command, surroundings, folder / "log")


def _looked(operation: Operation, world: World, told: Sequence[str]) -> str:
    """What is wrong with a disk, as `cuts.Look` has it."""
    acks = tuple(line.removeprefix("ack ") for line in told if line.startswith("ack "))
    ends = [int(line.removeprefix(_END)) for line in told if line.startswith(_END)]
    rest = [line for line in told if not line.startswith(("ack ", _END))]
    try:
        problems = verify(operation, world, Told(acks, ends[0] if ends else KILLED, "\n".join(rest)))
    except Exception:  # noqa: BLE001  (whatever looking meets that is no sentence is what it looks for)
        return f"crash: {traceback.format_exc()[-900:]}"
    return f"{problems[0].kind}: {problems[0].words}" if problems else ""


def main() -> int:
    """Cut the power in what the words say; gives 1 when something was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.power", description=__doc__)
    parser.add_argument("operation", nargs="*", choices=[*OPERATIONS, []])
    parser.add_argument("--most", type=int, default=_CUTS, help="cuts of each operation")
    words = parser.parse_args()
    is_well = True
    with tempfile.TemporaryDirectory(prefix="power-", ignore_cleanup_errors=True) as name:
        recorder = build(Path(name))
        if recorder is None:
            sys.exit(NO_COMPILER)
        for operation in words.operation or OPERATIONS:
            found = cut_operation(OPERATIONS[operation], recorder, Path(name) / operation, Plan(words.most))
            print(operation, found, flush=True)  # noqa: T201
            is_well &= not found.shown
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
