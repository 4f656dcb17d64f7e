"""The world in which an operation is tried: a folder with a library, a home and inputs; what is left of it.

A world is made once, copied for every trial, and looked at afterwards as the next start of the program would
find it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.cli.main import main as command_line
from annotator.errors import AnnotatorError
from annotator.services.library import open_library
from annotator.storage.copies import backups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PLACES: Final = {
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}
KILLED: Final = -9
_LONG_AGO: Final = 1_000_000_000.0


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong after a trial: `kind` is "lost", "damaged" or "crash"."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a program told before it ended.

    Attributes:
        acks: what it acknowledged, in order.
        status: of the program; the negative number of the signal when it was killed.
        out: its standard output.
        err: its standard error.
    """

    acks: tuple[str, ...] = ()
    status: int = 0
    out: str = ""
    err: str = ""

    @property
    def was_killed(self) -> bool:
        """Whether it could not end by itself."""
        return self.status == KILLED

    def lines(self) -> list[dict[str, object]]:
        """Whole JSON lines of the standard output."""
        return [
            json.loads(line) for line in self.out.split("\n") if line.startswith("{") and line.endswith("}")
        ]


@dataclass(frozen=True, slots=True)
class World:
    """A folder in which an operation is tried, and nothing else."""

    folder: Path

    @property
    def library(self) -> Path:
        """The library that most operations work on."""
        return self.folder / "work" / "library.annotator"

    @property
    def inputs(self) -> Path:
        """Files that are read, never written."""
        return self.folder / "inputs"

    @property
    def out(self) -> Path:
        """Where exports and copies go."""
        return self.folder / "out"

    def environment(self) -> dict[str, str]:
        """What makes a program keep to this world."""
        places = {name: str(self.folder / part) for name, part in _PLACES.items()}
        return {**places, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "ANNOTATOR_LIBRARY": str(self.library)}

    @contextlib.contextmanager
    def entered(self) -> Iterator[None]:
        """Let this process keep to this world."""
        before = dict(os.environ)
        os.environ.update(self.environment())
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)

    def files(self) -> set[str]:
        """All files, by their paths within the folder."""
        return {str(file.relative_to(self.folder)) for file in self.folder.rglob("*") if not file.is_dir()}

    def age(self) -> None:
        """Let everything have been there for years, as far as the clock tells."""
        for path in self.folder.rglob("*"):
            with contextlib.suppress(FileNotFoundError):
                os.utime(path, (_LONG_AGO, _LONG_AGO), follow_symlinks=False)


@dataclass(frozen=True)
class Operation:
    """Something the program does.

    Attributes:
        name: of it.
        prepare: makes the world in an empty folder.
        do: does it, telling what it has done for good; gives the exit status.
        look: what is wrong with the world after `do` was broken, said of what it had told.
        finish: brings to an end what was begun, at the next start; gives the exit status.
        finished: what is wrong then.
        raw: what is wrong with the bytes that were left, before anything opens them.
        libraries: of the world, by their paths in it, as far as they are there.
        leaves: parts of names of files that may be new after the end.
    """

    name: str
    prepare: Callable[[World], None]
    do: Callable[[World, Callable[[str], None]], int]
    look: Callable[[World, Told], Iterator[Problem]]
    finish: Callable[[World], int]
    finished: Callable[[World], Iterator[Problem]]
    libraries: tuple[str, ...] = ("work/library.annotator",)
    leaves: tuple[str, ...] = ()
    raw: Callable[[World], Iterator[Problem]] | None = None


def run(*words: object) -> int:
    """One command of the program, in this process."""
    return command_line([str(word) for word in words])


def run_quietly(*words: object) -> tuple[int, str, str]:
    """The same with its output kept: (status, out, err)."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run(*words)
    return status, out.getvalue(), err.getvalue()


Picture = dict[str, list[str]]


def picture(path: Path) -> Picture:
    """All that a library holds: corpus and title of a document -> its length and everybody's spans."""
    found: Picture = {}
    with open_library(str(path), writable=False) as library:
        for corpus in library.corpora.list():
            spans: dict[str, list[str]] = {}
            for each in library.annotating.spans(corpus.uid):
                mark = f"{each.annotator.name} {each.span.start}-{each.span.end} {each.label_name}"
                spans.setdefault(each.document, []).append(f"{mark}: {each.text}")
            for row in library.documents.listing(corpus.uid):
                found[f"{corpus.name}/{row.title}"] = [str(row.characters), *sorted(spans.get(row.uid, ()))]
    return found


def foresee(world: World, do: Callable[[World], int]) -> None:
    """Keep, for `look`, what the library holds before the operation and what after it."""
    before = picture(world.library) if world.library.exists() else {}
    with tempfile.TemporaryDirectory(dir=world.folder.parent) as other:
        twin = World(Path(shutil.copytree(world.folder, Path(other) / "twin")))
        with twin.entered(), contextlib.redirect_stdout(io.StringIO()):
            if do(twin) != 0:
                raise RuntimeError("the operation does not work unbroken")
        after = picture(twin.library)
    (world.inputs / "foreseen.json").write_text(json.dumps([before, after]), encoding="utf-8")


def foreseen(world: World) -> tuple[Picture, Picture]:
    """What `foresee` kept."""
    before, after = json.loads((world.inputs / "foreseen.json").read_text(encoding="utf-8"))
    return before, after


def verify(operation: Operation, world: World, told: Told) -> list[Problem]:
    """Everything that is wrong with a world after an operation in it was broken.

    What is looked at: how the program spoke; that every library opens and is sound; that every copy which is
    listed is sound; what the operation promises; then the operation is done again without any fault, as at
    the next start, and nothing that is ours may be left lying about.
    """
    with world.entered():
        problems = list(_manners(told))
        try:
            problems += operation.raw(world) if operation.raw else ()
            world.age()  # what was left is swept away when it is old enough to be nobody's
            problems += _sound(operation, world)
            problems += operation.look(world, told)
            if not problems:
                problems += _goes_on(operation, world)
        except (AnnotatorError, OSError, ValueError, KeyError) as error:
            problems.append(Problem("damaged", f"the next start failed: {error!r}"))
    return problems


def _manners(told: Told) -> Iterator[Problem]:
    """A person gets sentences; whoever is refused learns why."""
    if "Traceback" in told.err:
        yield Problem("crash", f"no sentence but: {_gist(told.err)}")
    elif told.was_killed:
        return
    elif told.status not in (0, 1):
        yield Problem("crash", f"ended with {told.status}: {_gist(told.err)}")
    elif told.status == 1 and not (told.err + told.out).strip():
        yield Problem("crash", "refused without a word")


def _gist(trace: str) -> str:
    """The last places in the program's own code, and the error."""
    lines = [line.strip() for line in trace.strip().split("\n")]
    places = [
        line.split("annotator/")[-1] for line in lines if line.startswith("File") and "/annotator/" in line
    ]
    return f"{lines[-1][:300]} at {'; '.join(places[-4:])}"


def _sound(operation: Operation, world: World) -> Iterator[Problem]:
    for name in operation.libraries:
        path = world.folder / name
        if path.exists():
            with open_library(str(path)) as library:
                for each in library.checking.check().problems:
                    if not each.repairable or operation.name != "repair":
                        yield Problem("damaged", f"{name}: {each.message}")
    yield from _copies(world)


def _copies(world: World) -> Iterator[Problem]:
    """A copy that has its name is whole."""
    root = world.folder / "state" / "annotator" / "backups"
    for folder in root.iterdir() if root.is_dir() else ():
        sound = {each.path for each in backups.listed(folder)}
        for each in backups.told(folder):
            if each.path not in sound:
                yield Problem("damaged", f"listed as a copy, but it is not whole: {Path(each.path).name}")


def _goes_on(operation: Operation, world: World) -> Iterator[Problem]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = operation.finish(world)
    if status != 0:
        yield Problem(
            "damaged", f"doing it again ended with {status}: {out.getvalue()[-300:]} {err.getvalue()[-900:]}"
        )
        return
    yield from operation.finished(world)
    if any("unfinished-" in name for name in world.files()):
        run_quietly("backup")  # which is when copies that were never finished are swept away
    for name in sorted(world.files()):
        if _is_left_over(name, operation):
            yield Problem("damaged", f"left lying about: {name}")


_OURS: Final = (
    "-wal",
    "-shm",
    "-journal",
    ".lock",
    ".creating",
    ".restoring-",
    ".part",
    ".copying",
    "unfinished-",
    "left-over",
)


def _is_left_over(name: str, operation: Operation) -> bool:
    """Whether a file of ours lies there that nobody needs; locks of small files stay by design."""
    if name.startswith(("config/", "cache/")) and name.endswith(".lock"):
        return False
    return any(mark in name for mark in _OURS) and not any(part in name for part in operation.leaves)
