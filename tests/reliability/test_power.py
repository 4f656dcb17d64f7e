"""The power goes after any call: what was saved is there. And what would lose it is found out."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest

from tests.reliability import power
from tests.reliability.cuts import PLAIN, Plan, cut_everywhere
from tests.reliability.figures import Scale
from tests.reliability.operations import OPERATIONS
from tests.reliability.recorder import NO_COMPILER, Disk, Model, build, record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.reliability.cuts import Found

_COMMITS = """
import os, sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
for pragma in sys.argv[2:]:
    base.execute(f"PRAGMA {pragma}")
base.execute("CREATE TABLE IF NOT EXISTS a (n INTEGER PRIMARY KEY, words TEXT)")
for number in range(1, 9):
    base.execute("INSERT INTO a VALUES (?, ?)", (number, "x" * 700))
    os.write(1, b"%d\\n" % number)
"""
_REPLACE = """
import os, sys
from pathlib import Path
target = Path(sys.argv[1])
for number in range(1, 5):
    with target.with_suffix(".part").open("wb") as part:
        part.write(b"%d" % number * 5000)
        part.flush()
        if "synced" in sys.argv:
            os.fsync(part.fileno())
    target.with_suffix(".part").replace(target)
    if "synced" in sys.argv:
        folder = os.open(target.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
    os.write(1, b"%d\\n" % number)
"""


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = build(tmp_path_factory.mktemp("recorder"))
    if made is None:
        pytest.skip(NO_COMPILER)
    return made


@pytest.fixture
def cut(recorder: Path, tmp_path: Path) -> Callable[..., Found]:
    """Run a program that works on `root/data` and cut the power everywhere."""

    def tried(
        program: str, words: Sequence[str], look: Callable[[Path, Sequence[str]], str], plan: Plan
    ) -> Found:
        root = tmp_path / "root"
        root.mkdir()
        before = Disk(root)
        command = [sys.executable, "-c", program, str(root / "data"), *words]
        made = record(recorder, root, command, os.environ, tmp_path / "log")
        assert made.status == 0, made.errors
        return cut_everywhere(before, made.calls, look, tmp_path / "state", plan)

    return tried


def _rows(folder: Path, told: Sequence[str]) -> str:
    if not (folder / "data").exists():
        return "lost: no file" if told else ""
    try:
        with contextlib.closing(sqlite3.connect(folder / "data")) as base:
            if base.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return "damaged"
            tables = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            rows = base.execute("SELECT count(*) FROM a").fetchone()[0] if tables else 0
    except sqlite3.DatabaseError as error:
        return f"damaged: {error}"
    return f"lost: {rows} of {len(told)}" if rows < len(told) else ""


def _whole(folder: Path, told: Sequence[str]) -> str:
    content = (folder / "data").read_bytes() if (folder / "data").exists() else b""
    if len(content) not in (0, 5000) or len(set(content)) > 1:
        return "damaged"
    return f"lost: {content[:1]!r} of {told}" if int(content[:1] or 0) < len(told) else ""


@pytest.mark.parametrize(
    "pragmas",
    [
        ("journal_mode=WAL", "synchronous=FULL"),
        ("journal_mode=DELETE", "synchronous=EXTRA"),
    ],
)
def test_the_modes_that_libraries_are_kept_in_lose_nothing(
    cut: Callable[..., Found], pragmas: tuple[str, ...]
):
    found = cut(_COMMITS, pragmas, _rows, Plan(most=60, lots=1))
    assert found.states > 60
    assert found.shown == []


@pytest.mark.parametrize(
    ("pragmas", "by"),
    [
        (("journal_mode=WAL", "synchronous=NORMAL"), {"synced", "strict"}),
        (("journal_mode=DELETE", "synchronous=FULL"), {"strict"}),
        (("journal_mode=DELETE", "synchronous=OFF"), {"synced", "strict"}),
    ],
)
def test_the_modes_that_would_lose_what_was_saved_are_found_out(
    cut: Callable[..., Found], pragmas: tuple[str, ...], by: set[str]
):
    found = cut(_COMMITS, pragmas, _rows, Plan(most=60, models=PLAIN))
    assert found.lost
    assert {name for name, number in found.by_model.items() if number} == by, found.shown
    assert not found.by_model[Model.ALL.value], "a kill does not find it"


def test_a_file_that_takes_its_name_without_reaching_the_disk_is_found_out(cut: Callable[..., Found]):
    found = cut(_REPLACE, (), _whole, Plan(models=PLAIN))
    assert {name for name, number in found.by_model.items() if number} == {"synced", "strict"}, found.shown


def test_a_file_that_reached_the_disk_before_its_name_did_is_whole(cut: Callable[..., Found]):
    found = cut(_REPLACE, ("synced",), _whole, Plan())
    assert found.states > 8
    assert found.shown == []


def test_a_power_cut_loses_nothing_that_was_told(tmp_path: Path):
    found = power.run(Scale.SHORT, tmp_path)
    if found[0].skipped:
        pytest.skip(found[0].skipped)
    assert all(each.holds for each in found), found
    assert sum(each.faults for each in found) > 5


_NORMAL = """
from annotator.storage.file import sqlite
claim = sqlite.claim
def less(connection, **words):
    found = claim(connection, **words)
    sqlite.driver_connection(connection).execute("PRAGMA synchronous=NORMAL")
    return found
sqlite.claim = less
"""
_UNSYNCED = """
import os
os.fsync = lambda descriptor: None
"""


@pytest.mark.parametrize(
    ("name", "planted", "kind"),
    [
        pytest.param("window", _NORMAL, "lost", id="saves"),
        pytest.param("settings", _UNSYNCED, "damaged", id="small files"),
    ],
)
def test_a_program_that_flushes_too_little_is_found_out(
    recorder: Path, tmp_path: Path, name: str, planted: str, kind: str
):
    plan = Plan(most=5, models=(Model.SYNCED,))
    found = power.cut_operation(OPERATIONS[name], recorder, tmp_path / "op", plan, planted)
    assert found.lost + found.damaged, found
    assert any(kind in each for each in found.shown), found.shown
