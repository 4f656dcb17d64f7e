"""A measurement in a process of its own, so that its memory and its warm-up are its own."""

from __future__ import annotations

import importlib
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

Result = dict[str, float]

_ROOT = Path(__file__).resolve().parent.parent
_MARK = "measured: "


def run_child(function: str, folder: Path, **arguments: object) -> Result:
    """What `function` ("module:name" in this package) returns, run in a fresh process.

    Args:
        function: takes `arguments` by name, returns numbers by name.
        folder: where the process has its settings, data and cache; `peak_mb` (its largest memory and that of
            its own children) is added to the result.
        arguments: JSON values.
    """
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.child", function, json.dumps(arguments)],
        cwd=_ROOT,
        env=private_environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    answers = [line for line in done.stdout.splitlines() if line.startswith(_MARK)]
    if done.returncode or not answers:
        raise RuntimeError(f"{function} with {arguments} ended with {done.returncode}\n{done.stderr[-2000:]}")
    return dict(json.loads(answers[-1].removeprefix(_MARK)))


def private_environment(folder: Path) -> dict[str, str]:
    """Surroundings of a process without a screen, with settings, data and cache of its own.

    Byte code is kept, as that of an installed program is: otherwise some machines compile it at each start.
    """
    kinds = ("DATA", "CONFIG", "CACHE", "STATE")
    private = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in kinds}
    private["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**ours, "QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en", **private}


def medians(results: list[Result]) -> Result:
    """The median of each number over several runs."""
    return {name: median(result[name] for result in results) for name in results[0]}


class Clock:
    """Wall and CPU seconds of this process since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def result(self) -> Result:
        """Both, by name."""
        return {"seconds": time.perf_counter() - self._wall, "cpu": time.process_time() - self._cpu}


def resident_mb() -> float:
    """Memory of this process now; Linux only."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def answer(result: Result) -> None:
    """Hand the numbers to the parent."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(one).ru_maxrss for one in who) * 1024 / 1e6
    print(_MARK + json.dumps({**result, "peak_mb": peak}), flush=True)


if __name__ == "__main__":
    _module, _name = sys.argv[1].split(":")
    _function = getattr(importlib.import_module(f"benchmarks.{_module}"), _name)
    answer(_function(**json.loads(sys.argv[2])))
