"""Trials of others at the same library: foreign programs, readers, newer programs, and work beside a save."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Final

from annotator.model.recipe import Recipe
from annotator.services.library import open_library
from annotator.storage.migrations import NEWEST
from tests.reliability.bench import Bench, Trial, expected
from tests.reliability.worlds import Problem, run_quietly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.reliability.worlds import World

OTHERS: Final = "Another program at the library makes a change wait or be refused, never lost"
BESIDE: Final = "Exports and copies made while somebody labels hold one state that was there"
UPDATED: Final = "An old program writes nothing into a library that a newer one has raised"

_HOLD: Final = """
import sqlite3, sys, time
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute(sys.argv[2])
base.execute("SELECT count(*) FROM sqlite_master").fetchone()
print("held", flush=True)
time.sleep(float(sys.argv[3]))
base.rollback()
"""


@contextlib.contextmanager
def _holding(path: Path, begin: str, seconds: float) -> Iterator[None]:
    """Another program that works on the library's file for so long."""
    command = [sys.executable, "-c", _HOLD, str(path), begin, str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        try:
            if other.stdout is None or other.stdout.readline() != "held\n":
                raise RuntimeError("the other program does not hold the library")
            yield
        finally:
            other.kill()


def held_for_a_moment(world: World) -> Iterator[Problem]:
    """A database browser writes for a moment: the change waits for it."""
    bench = Bench(world)
    bench.label()
    with _holding(bench.path, "BEGIN IMMEDIATE", 0.5):
        yield from expected(not bench.label(), "the change did not wait")
    yield from bench.look()


def held_for_long(world: World) -> Iterator[Problem]:
    """It does not let go: a sentence after some seconds, and the change can be sent again."""
    bench = Bench(world)
    bench.label()
    with _holding(bench.path, "BEGIN IMMEDIATE", 60):
        sentence = bench.label()
        yield from expected(str(bench.path) in sentence, f"told: {sentence!r}")
        yield from expected(bench.saved <= bench.there(), "what was saved cannot be read", "lost")
    yield from expected(not bench.label(), "let go, and nothing can be saved")
    yield from bench.look()


def held_by_a_reader(world: World) -> Iterator[Problem]:
    """Somebody reads all the while: saving goes on, and closing."""
    bench = Bench(world)
    bench.label()
    with _holding(bench.path, "BEGIN", 60):
        yield from expected(
            not any(bench.label() for _ in range(5)), "a reader keeps changes from being saved"
        )
        bench.library.idle()
        yield from expected(not bench.close(), "a reader keeps the library from being closed")
        bench.open()
        yield from expected(not bench.label(), "a reader keeps the library from being opened")
        bench.close()
    yield from bench.look()


def newer_program(world: World) -> Iterator[Problem]:
    """The library is raised to a newer version while an old program has it open."""
    bench = Bench(world)
    bench.label()
    with contextlib.closing(sqlite3.connect(bench.path)) as newer:
        newer.execute(f"PRAGMA user_version={NEWEST + 1}")
    sentence = bench.label()
    yield from expected("newer" in sentence, f"told: {sentence!r}")
    bench.close()
    before = bench.path.read_bytes()
    for words in (("documents", "--corpus", "Báo"), ("undo",), ("check",)):
        status, _, err = run_quietly(*words)
        yield from expected(status == 1 and str(NEWEST + 1) in err, f"{words[0]}: {status} {err}")
    yield from expected(bench.path.read_bytes() == before, "a library of a newer version was changed")
    with contextlib.closing(sqlite3.connect(bench.path)) as newer:
        newer.execute(f"PRAGMA user_version={NEWEST}")
    yield from bench.look()


def work_beside_saves(world: World) -> Iterator[Problem]:
    """Exports and copies while somebody labels: each holds the first so many spans, and nothing else."""
    bench = Bench(world)
    stop = threading.Event()
    refused: list[str] = []

    def label() -> None:
        while not stop.is_set():
            refused.append(bench.label())

    labeller = threading.Thread(target=label)
    labeller.start()
    try:
        made = [_made_beside(world, bench, number) for number in range(4)]
    finally:
        stop.set()
        labeller.join()
    yield from expected(not any(refused), f"not saved: {next(filter(None, refused), '')}")
    for export, copy in made:
        yield from _is_a_beginning(bench, _exported(export), "an export")
        with open_library(str(copy), writable=False) as library:
            yield from expected(library.checking.check().sound, "a copy is not sound")
            spans = library.documents.open(bench.document).state.spans()
            yield from _is_a_beginning(bench, {(span.start, span.end) for span in spans}, "a copy")
    yield from bench.look()


def _made_beside(world: World, bench: Bench, number: int) -> tuple[Path, Path]:
    export, copy = world.out / f"{number}.jsonl", world.out / f"{number}.annotator"
    bench.library.exporting.export(bench.corpus, Recipe(format="jsonl"), str(export))
    bench.library.backups.make(str(copy))
    return export, copy


def _exported(file: Path) -> set[tuple[int, int]]:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return {(span["start"], span["end"]) for line in lines for span in line.get("spans", ())}


def _is_a_beginning(bench: Bench, found: set[tuple[int, int]], what: str) -> Iterator[Problem]:
    beginning = set(bench.places[: len(found)])
    yield from expected(found == beginning, f"{what} holds {len(found)} spans that never were all at once")


TRIALS: Final = (
    Trial("held_for_a_moment", OTHERS, held_for_a_moment),
    Trial("held_for_long", OTHERS, held_for_long, is_short=False),
    Trial("held_by_a_reader", OTHERS, held_by_a_reader),
    Trial("newer_program", UPDATED, newer_program),
    Trial("work_beside_saves", BESIDE, work_beside_saves),
)
