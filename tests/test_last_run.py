"""A run of the window that did not come to its end is found by the next one, however it ended."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator import logs
from annotator.last_run import Run, Unended

if TYPE_CHECKING:
    from pathlib import Path

BEGIN = """
import sys, os, signal, faulthandler
from pathlib import Path
from annotator.last_run import Run
from annotator.logs import start_log
start_log(print)
run = Run(Path(sys.argv[1]))
run.begin()
os.kill(os.getpid(), int(sys.argv[2]))
"""


def ended_by(folder: Path, number: int) -> None:
    done = subprocess.run([sys.executable, "-c", BEGIN, str(folder), str(number)], check=False)
    assert done.returncode == -number


def begun(folder: Path) -> Unended | None:
    run = Run(folder)
    found = run.begin()
    run.end()
    return found


@pytest.fixture
def folder() -> Path:
    return logs.log_file().parent


def test_a_run_that_ended_is_none_to_tell_of(folder: Path) -> None:
    assert begun(folder) is None
    assert begun(folder) is None
    assert not list(folder.glob("open-*"))


def test_a_killed_run_is_told_once(folder: Path) -> None:
    ended_by(folder, 9)
    next_run = Run(folder)
    unended = next_run.begin()
    assert unended is not None
    assert not unended.has_crashed
    assert begun(folder) is None, "the run that goes on is not one that did not end"
    next_run.end()


def test_a_crash_of_python_itself_is_told_as_one(folder: Path) -> None:
    ended_by(folder, 11)
    unended = begun(folder)
    assert unended is not None
    assert unended.has_crashed
    assert "Segmentation fault" in logs.crash_file().read_text(encoding="utf-8")


def test_a_mark_that_nobody_can_read_is_passed_over(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "open-x").write_bytes(b"\x00garbage")
    assert begun(folder) is None
    assert not (folder / "open-x").exists()


def test_where_nothing_can_be_written_the_program_starts_all_the_same(
    isolated_paths: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (isolated_paths / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(isolated_paths / "file"))
    assert begun(logs.log_file().parent) is None
    ended = subprocess.run(
        [sys.executable, "-m", "annotator", "corpora"], capture_output=True, check=False, text=True
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("There is no library at")
    assert ended.stderr.count("\n") == 1
