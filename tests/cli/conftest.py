"""How the tests of the commands call them: in this process, in a library of their own."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from annotator.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "Bà Nguyễn Thị Hà, Chủ tịch Hội, nói 😀."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def annotator(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Do a command."""

    def call(*words: str) -> Answer:
        capsys.readouterr()
        status = main(words)
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return call


@pytest.fixture
def data(tmp_path: Path) -> Callable[..., str]:
    """Make a file of lines, objects as JSON; gives its path."""

    def write(name: str, *lines: object) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        told = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in lines]
        path.write_text("\n".join(told), encoding="utf-8", errors="surrogateescape")
        return str(path)

    return write


@pytest.fixture
def article() -> str:
    """The text of the one document of `labelled`."""
    return TEXT


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[], str]], str]:
    """Fills the test's library by `make` the first time, later by a copy; gives what `make` gave."""
    folder = tmp_path_factory.mktemp("made")
    given: dict[str, str] = {}

    def fill(name: str, make: Callable[[], str]) -> str:
        library, kept = Path(os.environ["ANNOTATOR_LIBRARY"]), folder / name
        if name in given:
            shutil.copyfile(kept, library)
        else:
            given[name] = make()
            shutil.copyfile(library, kept)
        return given[name]

    return fill


@pytest.fixture
def labelled_here(annotator: Callable[..., Answer], data: Callable[..., str]) -> str:
    """The corpus Kho with one document of Lan's, two spans, made in this home; gives the document's uid."""
    spans = [{"start": 3, "end": 16, "label": "person"}, {"start": 18, "end": 30, "label": "position"}]
    path = data("kho.jsonl", {"title": "Một", "text": TEXT, "spans": spans, "metadata": {"báo": "Nam Định"}})
    assert annotator("import", path, "--corpus", "Kho", "--annotator", "Lan").status == 0
    uid: str = annotator("documents", "--corpus", "Kho", "--json").json[0]["uid"]
    return uid


@pytest.fixture
def labelled(request: pytest.FixtureRequest, made_once: Callable[..., str]) -> str:
    """What `labelled_here` makes, brought here from elsewhere; gives the document's uid."""
    return made_once("labelled", lambda: request.getfixturevalue("labelled_here"))
