"""The program as a person meets it: its commands in processes of their own, its window with real events."""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from .person import Person

ROOT = Path(__file__).resolve().parents[2]
GUARD = ROOT / "tests" / "e2e" / "guard"
Mark = tuple[int, int, str]


@dataclass(frozen=True)
class Article:
    """The stand-in: where it lies, its text and all its spans."""

    file: Path
    gold_file: Path
    text: str
    gold: frozenset[Mark]

    def marks_in(self, file: Path) -> frozenset[Mark]:
        """All spans of an own JSONL file."""
        return marks_in(file)


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class CommandLine:
    """Runs the program's commands on one library."""

    def __init__(self, library: Path) -> None:
        self.library = library

    def __call__(self, *words: object, status: int = 0, library: Path | None = None) -> Answer:
        command = self._words(*words, library=library)
        done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, encoding="utf-8")
        assert done.returncode == status, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return Answer(done.returncode, done.stdout, done.stderr)

    def undo_all(self) -> int:
        """Take back whatever can be, one step after the other; gives how many there were."""
        steps = 0
        while subprocess.run(self._words("undo"), capture_output=True, check=False, cwd=ROOT).returncode == 0:
            steps += 1
        return steps

    def _words(self, *words: object, library: Path | None = None) -> list[str]:
        start = [sys.executable, "-m", "annotator", "--library", str(library or self.library)]
        return [*start, *map(str, words)]


def marks_in(file: Path) -> frozenset[Mark]:
    """All spans of an own JSONL file, each as start, end, label."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
    spans = [span for line in lines for span in line.get("spans", [])]
    return frozenset((span["start"], span["end"], span["label"]) for span in spans)


@pytest.fixture(scope="session")
def article() -> Article:
    data = ROOT / "tests" / "data"
    gold = data / "standin.gold.jsonl"
    text = (data / "standin.txt").read_bytes().decode("utf-8")
    return Article(data / "standin.txt", gold, text, marks_in(gold))


@pytest.fixture(scope="session")
def guard_of_this_process() -> None:
    """The window runs in this process; the guard does nothing while its log is not set."""
    spec = importlib.util.spec_from_file_location("network_guard", GUARD / "sitecustomize.py")
    assert spec is not None
    assert spec.loader is not None
    guard = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(guard)
    sys.addaudithook(guard.refuse_network)


@pytest.fixture(autouse=True)
def no_network(
    isolated_paths: Path, monkeypatch: pytest.MonkeyPatch, guard_of_this_process: None
) -> Iterator[Path]:
    """This process and every one it starts refuse the network; at the end none has reached for it."""
    log = isolated_paths / "network.log"
    monkeypatch.setenv("ANNOTATOR_TEST_NETWORK_LOG", str(log))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(GUARD), str(ROOT)]))
    yield log
    assert not log.exists(), log.read_text(encoding="utf-8")


@pytest.fixture
def at_window(
    qapp: QApplication, annotator: CommandLine, caplog: pytest.LogCaptureFixture
) -> Iterator[Callable[[], Person]]:
    """Opens the program's window on the library; at the end it is light and English again.

    A test fails when the program met an error of its own, also one that no eye would have seen.
    """
    from annotator.ui import i18n, theme

    spec = importlib.util.spec_from_file_location("person", ROOT / "tests" / "e2e" / "person.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["person"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    opened: list[Person] = []

    def open_it() -> Person:
        opened.append(module.Person(annotator.library))
        return opened[-1]

    yield open_it
    for person in opened:
        if isValid(person.window) and person.window.isVisible():
            person.close()
    theme.theme().install(theme.Scheme.LIGHT)
    i18n.language().choose("en")
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.fixture
def annotator(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "library.annotator")
