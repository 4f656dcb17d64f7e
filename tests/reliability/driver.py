"""A program that does operations in children of its own, so that none waits for Python to start.

It is started with the library that breaks file calls loaded. Each line of its standard input is an order,
each line of its standard output the answer to one; both are JSON.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from annotator.errors import AnnotatorError
from tests.reliability import shim
from tests.reliability.worlds import KILLED, Problem, Told, World, verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from tests.reliability.worlds import Operation

ROOT: Final = Path(__file__).resolve().parents[2]
_ROOM: Final = 200_000_000
_ROOMS: Final = ("storage", "formats", "services", "cli")
_PATIENCE: Final = 60
"""Seconds after which an operation hangs; it is ended then."""


@contextlib.contextmanager
def quick_folder(folder: Path) -> Iterator[Path]:
    """A folder for worlds, gone afterwards: in memory where there is such a place; the disk plays no part.

    What breaks is the call; nobody waits for a real disk to flush what no power cut will ever try.
    """
    memory = Path("/dev/shm")  # noqa: S108  (Linux's own place for it; the folder in it is private)
    with tempfile.TemporaryDirectory(
        prefix="annotator-trials-",
        dir=memory if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM else folder,
        ignore_cleanup_errors=True,
    ) as made:
        yield Path(made)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of an operation: what it told, and what the library that breaks calls saw."""

    told: Told
    counted: shim.Counted


class Driver:
    """The program, seen from outside; a with-block."""

    def __init__(self, library: Path, folder: Path) -> None:
        self._library = library
        self._folder = folder

    def __enter__(self) -> Self:
        environment = {**os.environ, "LD_PRELOAD": str(self._library), "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.driver", str(self._library), str(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()

    def prepare(self, name: str, world: Path) -> None:
        """Make the world of an operation."""
        if problems := self._ask("prepare", name, world)["problems"]:
            raise RuntimeError(problems)

    def do(self, name: str, world: Path, fault: shim.Fault) -> Trial:
        """Do an operation there while `fault` befalls it."""
        answer = self._ask("do", name, world, fault=asdict(fault))
        return Trial(
            Told(**{**answer["told"], "acks": tuple(answer["told"]["acks"])}),
            shim.Counted(**{**answer["counted"], "each": tuple(answer["counted"]["each"])}),
        )

    def verify(self, name: str, world: Path, told: Told) -> list[Problem]:
        """What is wrong there now."""
        return [Problem(*each) for each in self._ask("verify", name, world, told=asdict(told))["problems"]]

    def _ask(self, act: str, name: str, world: Path, **more: object) -> dict[str, Any]:
        order = {"act": act, "name": name, "world": str(world), **more}
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the driver has no streams")
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


# ------------------------------------------------------- inside the program


def main() -> None:
    """Do orders until there are no more."""
    from tests.reliability.operations import OPERATIONS
    from tests.reliability.teeth import CARELESS

    _load()
    gc.collect()
    gc.freeze()  # so that children need not copy it
    for line in sys.stdin:
        order = json.loads(line)
        operation, world = {**OPERATIONS, **CARELESS}[order["name"]], World(Path(order["world"]))
        answer = _answer(order, operation, world, Path(sys.argv[1]), Path(sys.argv[2]))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _load() -> None:
    """Load once what each child would load by itself: most of its time, and no part of what is tried."""
    for room in _ROOMS:
        package = importlib.import_module(f"annotator.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            with contextlib.suppress(ImportError):  # it needs a library that is not installed here
                importlib.import_module(module.name)


def _answer(
    order: dict[str, Any], operation: Operation, world: World, library: Path, folder: Path
) -> dict[str, Any]:
    if order["act"] == "do":
        return _broken(library, folder, operation.do, world, order["fault"])
    if order["act"] == "prepare":
        return _judged(folder, lambda: _prepared(operation.prepare, world))
    told = Told(**{**order["told"], "acks": tuple(order["told"]["acks"])})
    return _judged(folder, lambda: verify(operation, world, told))


def _prepared(prepare: Callable[[World], None], world: World) -> list[Problem]:
    world.folder.mkdir(parents=True, exist_ok=True)
    with world.entered():
        prepare(world)
    return []


def _broken(
    library: Path,
    folder: Path,
    do: Callable[[World, Callable[[str], None]], int],
    world: World,
    how: dict[str, Any],
) -> dict[str, Any]:
    fault = shim.Fault(shim.Kind(how["kind"]), how["at"], how["error"], how["stays"], shim.Call(how["calls"]))
    with tempfile.TemporaryDirectory(dir=folder) as place:
        counts, acks = Path(place) / "counts", Path(place) / "acks"

        def work() -> int:
            os.environ.update(world.environment())
            with (
                acks.open("a", encoding="utf-8", buffering=1) as file,
                shim.armed(library, world.folder, fault, counts),
            ):
                return _said(lambda: do(world, lambda ack: file.write(f"{ack}\n") and None))

        status, out, err = _in_child(work, Path(place))
        lines = acks.read_text(encoding="utf-8").splitlines() if acks.exists() else []
        return {
            "told": asdict(Told(tuple(lines), status, out, err)),
            "counted": asdict(shim.counted(counts)),
        }


def _said(work: Callable[[], int]) -> int:
    """What a person is told in a sentence is no crash; the window shows it, the command line says it."""
    try:
        return work()
    except AnnotatorError as problem:
        sys.stderr.write(f"{problem.message}\n")
        return 1


def _judged(folder: Path, judge: Callable[[], list[Problem]]) -> dict[str, Any]:
    """Problems found by a child; one that dies over it is a crash."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        answer = Path(place) / "answer"

        def work() -> int:
            answer.write_text(json.dumps([(each.kind, each.words) for each in judge()]), encoding="utf-8")
            return 0

        status, _, err = _in_child(work, Path(place))
        if status == 0:
            return {"problems": json.loads(answer.read_text(encoding="utf-8"))}
        return {"problems": [("crash", f"the look at it ended with {status}: {err[-900:]}")]}


def _in_child(work: Callable[[], int], place: Path) -> tuple[int, str, str]:
    """Do `work` in a child; its exit status, standard output and error."""
    out, err = place / "out", place / "err"
    process = os.fork()
    if process == 0:
        _be_child(work, out, err)
    _, status = os.waitpid(process, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGALRM:
        return code, out.read_text(), f"Traceback: it hung for {_PATIENCE} s"
    return (KILLED if code == -signal.SIGKILL else code), _text(out), _text(err)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace") if file.exists() else ""


def _be_child(work: Callable[[], int], out: Path, err: Path) -> None:
    """The child: never returns."""
    code = 70
    try:
        signal.alarm(_PATIENCE)
        for number, file in ((1, out), (2, err)):
            handle = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
            os.dup2(handle, number)
        code = work()
    except BaseException:  # noqa: BLE001  (a border: whatever it is, it is told and the child ends)
        traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
