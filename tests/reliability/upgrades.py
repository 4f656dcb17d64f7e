"""Libraries of other versions: older ones are raised whole or not at all, newer ones refused untouched."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
from typing import TYPE_CHECKING, Final

from annotator.cli import COMMANDS
from annotator.storage.migrations import NEWEST
from tests.reliability import shim
from tests.reliability.breaking import Breaking, Row
from tests.reliability.driver import Driver, quick_folder
from tests.reliability.figures import Figures, Scale
from tests.reliability.guarding import old_library
from tests.reliability.shim import Call, Fault, Kind
from tests.reliability.worlds import World, run_quietly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

RAISED: Final = "an older library is raised whole or not at all, wherever it is killed or refused"
REFUSED: Final = "a newer library is refused untouched by every command, and both versions are named"
NEWER: Final = NEWEST + 7

_ROWS: Final = (
    (Row(RAISED, Fault(Kind.KILL_BEFORE)), 1.0),
    (Row(RAISED, Fault(Kind.KILL_TORN, calls=Call.WRITE)), 0.2),
    (Row(RAISED, Fault(Kind.FAIL, error=errno.EIO)), 0.2),
    (Row(RAISED, Fault(Kind.FAIL, error=errno.EIO, stays=True, calls=Call.SYNC)), 0.2),
    (Row(RAISED, Fault(Kind.FAIL, error=errno.ENOSPC, stays=True, calls=Call.WRITE | Call.CREATE)), 0.2),
)
"""Faults, and the part of all calls at which they come in the full trials."""
_CALLS: Final = 280
"""About as many calls as an upgrade makes."""

WORDS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "import": (("import", "{text}", "--corpus", "C"), ("import", "{text}", "--corpus", "C", "--dry-run")),
    "export": (("export", "--corpus", "C", "--format", "jsonl", "--output", "{new}"),),
    "recipes": (("recipes", "--corpus", "C"),),
    "corpora": (("corpora",),),
    "documents": (("documents", "--corpus", "C"),),
    "labels": (("labels", "--corpus", "C"), ("labels", "--corpus", "C", "add", "L")),
    "spans": (
        ("spans", "list", "--corpus", "C"),
        ("spans", "add", "--corpus", "C", "--annotator", "A", "--from", "{text}"),
        ("spans", "remove", "01890000-0000-7000-8000-000000000001"),
    ),
    "search": (("search", "a", "--corpus", "C"),),
    "stats": (("stats", "--corpus", "C"),),
    "agreement": (("agreement", "--corpus", "C"),),
    "review": (("review", "--corpus", "C"), ("review", "--corpus", "C", "--premerge", "unanimous")),
    "package": (
        ("package", "make", "--corpus", "C", "--kind", "assignment", "--output", "{new}"),
        ("package", "conflicts", "--corpus", "C"),
    ),
    "history": (("history", "--corpus", "C"),),
    "undo": (("undo",),),
    "redo": (("redo",),),
    "check": (("check",), ("check", "--repair")),
    "backup": (("backup",), ("backup", "--output", "{new}")),
    "backups": (("backups",),),
    "restore": (("restore", "{library}", "--output", "{new}"),),
}
"""Every command that takes a library, in each way of using it."""
WITHOUT_LIBRARY: Final = ("self-test",)


def run(scale: Scale, folder: Path) -> Sequence[Figures]:
    """Try what the scale allows; see `figures.Family`."""
    return [_raised(scale, folder), newer(folder / "newer")]


def _raised(scale: Scale, folder: Path) -> Figures:
    if why := shim.why_not():
        return Figures(RAISED, skipped=why)
    with quick_folder(folder) as place, Driver(shim.built(folder), place) as driver:
        breaking = Breaking(driver, place)
        for number in range(1, NEWEST):
            for row, part in _ROWS:
                if scale is Scale.SHORT and number < NEWEST - 1 and part < 1:
                    continue
                most = 1 if scale is Scale.SHORT else int(part * _CALLS)
                for _ in breaking.row(f"upgrade-{number}", row, most):
                    pass
    return breaking.tallies[RAISED].figures()


def newer(folder: Path) -> Figures:
    """Every command on a library of a newer version, closed cleanly and as a killed program leaves it."""
    trials, damaged, crashes, first = 0, 0, 0, ""
    for name in ("closed", "killed"):
        world = _newer_world(folder / name, is_closed=name == "closed")
        before = _bytes(world.folder)
        with world.entered():
            for words in _all_words(world):
                trials += 1
                status, out, err = run_quietly(*words)
                if _bytes(world.folder) != before:
                    damaged += 1
                    first = first or f"{' '.join(words)} changed a byte or left a file"
                if status != 1 or not _names_both(err):
                    crashes += 1
                    first = first or f"{' '.join(words)}: {status}, {out} {err}"
    return Figures(REFUSED, trials, trials, 0, damaged, crashes, notes={"first": first} if first else {})


def _all_words(world: World) -> Iterator[tuple[str, ...]]:
    places = {"text": world.inputs / "text.txt", "new": world.out / "new", "library": world.library}
    for command in COMMANDS:
        if command not in WITHOUT_LIBRARY:
            for words in WORDS[command]:
                yield tuple(word.format(**places) for word in words)


def _names_both(err: str) -> bool:
    return f"number {NEWER}" in err and f"up to {NEWEST}" in err and "was not changed" in err


def _newer_world(folder: Path, *, is_closed: bool) -> World:
    """A library of a newer version; else one that was killed, with its log beside it."""
    world = World(folder)
    for each in (world.inputs, world.out, folder / "home"):
        each.mkdir(parents=True)
    (world.inputs / "text.txt").write_text("Một bài.", encoding="utf-8")
    made = folder / "made" / "library"
    old_library(made, NEWEST)
    world.library.parent.mkdir()
    with contextlib.closing(sqlite3.connect(made)) as library:
        library.execute(f"PRAGMA user_version={NEWER}")
        if not is_closed:
            library.execute("PRAGMA journal_mode=WAL")
            library.execute("INSERT INTO setting VALUES ('later', 'thing')")
            library.commit()
        for suffix in ("", "-wal") if not is_closed else ("",):
            shutil.copyfile(f"{made}{suffix}", f"{world.library}{suffix}")
    shutil.rmtree(made.parent)
    return world


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
