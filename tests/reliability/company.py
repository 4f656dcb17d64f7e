"""Trials of others at the same library: foreign programs, readers, newer programs, and work beside a save."""

from __future__ import annotations

import contextlib
import json
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.model.recipe import Recipe
from annotator.services.library import open_library
from annotator.storage.migrations import NEWEST
from tests.reliability.bench import Bench, Trial, expected
from tests.reliability.worlds import Problem, run_quietly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.reliability.worlds import World

OTHERS: Final = "Another program at the library makes a change wait or be refused, never lost"
BESIDE: Final = "Exports and copies made while somebody labels hold one state that was there"
UPDATED: Final = "An old program writes nothing into a library that a newer one has raised"

ROOT: Final = Path(__file__).resolve().parents[2]
_HOLD: Final = """
import sqlite3, sys, time
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute(sys.argv[2])
base.execute("SELECT count(*) FROM sqlite_master").fetchone()
print("held", flush=True)
time.sleep(float(sys.argv[3]))
base.rollback()
"""


def no_signals() -> str:
    """Why programs cannot be put to sleep here."""
    return "" if hasattr(signal, "SIGSTOP") else "programs cannot be stopped and continued here"


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


_DIE_IN_A_CHANGE: Final = """
import os, sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("PRAGMA journal_mode=DELETE")
base.execute("PRAGMA cache_size=1")
base.execute("BEGIN IMMEDIATE")
base.execute("UPDATE span_version SET covered = 'x'")
base.execute("UPDATE step SET summary = summary || summary")
os.kill(os.getpid(), 9)
"""


def hot_journal(world: World) -> Iterator[Problem]:
    """A program dies in the middle of a change with a rollback journal, and the library is read first."""
    bench = Bench(world)
    for _ in range(30):
        bench.label()
    bench.close()
    subprocess.run([sys.executable, "-c", _DIE_IN_A_CHANGE, str(bench.path)], check=False)
    journal = bench.path.with_name(bench.path.name + "-journal")
    yield from expected(journal.stat().st_size, "the trial left no journal")
    torn = bench.path.read_bytes()
    bench.open(writable=False)
    yield from bench.look_here()
    bench.close()
    yield from expected(bench.path.read_bytes() == torn and journal.exists(), "reading changed the library")
    yield from bench.look()
    yield from expected(not journal.exists(), "the journal is still there after writing")


_GO_ON: Final = """
import sys
from pathlib import Path
from tests.reliability.bench import Bench
from tests.reliability.worlds import World
bench = Bench(World(Path(sys.argv[1])))
print(bench.document, flush=True)
for line in sys.stdin:
    print(bench.label() or max(bench.saved), flush=True)
"""


def asleep(world: World) -> Iterator[Problem]:
    """The machine sleeps with the library open; the program goes on where it was, or is ended."""
    command = [sys.executable, "-c", _GO_ON, str(world.folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as other:
        if other.stdin is None or other.stdout is None:
            raise RuntimeError("no streams")
        document, saved = other.stdout.readline().strip(), set()
        for sleeps in (False, True, True):
            if sleeps:
                other.send_signal(signal.SIGSTOP)
                time.sleep(0.3)
                other.send_signal(signal.SIGCONT)
            other.stdin.write("label\n")
            other.stdin.flush()
            saved.add(other.stdout.readline().strip())
        other.send_signal(signal.SIGSTOP)
        other.kill()
    with open_library(str(world.library)) as library:
        there = {span.uid for span in library.documents.open(document).state.spans()}
        yield from expected(
            len(saved) == 3 and saved <= there, f"{saved} were told, {there} are there", "lost"
        )
        yield from expected(library.checking.check().sound, "not sound")


def started_twice(world: World) -> Iterator[Problem]:
    """The same import, then the same repair, is started twice at once: one runs, nothing is doubled."""
    bench = Bench(world)
    bench.label()
    bench.close()
    file = world.folder / "new.txt"
    file.write_text("Bà Mai ở Huế.", encoding="utf-8")
    yield from _both(("import", str(file), "--corpus", "Báo"))
    bench.open()
    titles = sorted(row.title for row in bench.library.documents.listing(bench.corpus))
    yield from expected(len(titles) == 2, f"documents: {titles}")
    bench.close()
    with contextlib.closing(sqlite3.connect(bench.path)) as damaged:
        damaged.execute("UPDATE label_count SET spans = spans + 5")
        damaged.commit()
    yield from _both(("check", "--repair"))
    yield from bench.look()


def _both(words: tuple[str, ...]) -> Iterator[Problem]:
    command = [sys.executable, "-m", "annotator", *words]
    both = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        for _ in range(2)
    ]
    told = [(each.communicate()[1], each.returncode) for each in both]
    yield from expected(any(status == 0 for _, status in told), f"neither ran: {told}")
    for words_told, status in told:
        yield from expected(
            status in (0, 1) and "Traceback" not in words_told, f"{status}: {words_told}", "crash"
        )


TRIALS: Final = (
    Trial("hot_journal", OTHERS, hot_journal),
    Trial("asleep", OTHERS, asleep, no_signals, is_short=False),
    Trial("started_twice", OTHERS, started_twice, is_short=False),
    Trial("held_for_a_moment", OTHERS, held_for_a_moment),
    Trial("held_for_long", OTHERS, held_for_long, is_short=False),
    Trial("held_by_a_reader", OTHERS, held_by_a_reader),
    Trial("newer_program", UPDATED, newer_program),
    Trial("work_beside_saves", BESIDE, work_beside_saves),
)
