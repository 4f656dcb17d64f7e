"""Where exports may go: no foreign file is replaced, no place is overrun, and nothing is left lying about."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.errors import EnvironmentProblem, UserError
from annotator.model.recipe import Recipe, Split
from annotator.services.export.leftovers import passing_prefix, sweep_leftovers
from annotator.services.library import Library, open_library


@pytest.fixture
def library(empty_library: Path, tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    path = shutil.copyfile(empty_library, home / "l.annotator")
    with open_library(str(path)) as opened:
        corpus = opened.corpora.create("Kho").value.uid
        for number in range(3):
            opened.documents.add(corpus, f"Tin {number}", f"Ông An về Huế lần thứ {number}.")
        yield opened


def export(library: Library, recipe: Recipe, output: Path) -> None:
    library.exporting.export("Kho", recipe, str(output), force=True)


@pytest.mark.parametrize(
    ("recipe", "name"),
    [
        (Recipe("brat"), "README.md"),
        (Recipe("brat"), "manifest.json"),
        (Recipe("brat"), "annotation.conf"),
        (Recipe("huggingface"), "data.jsonl"),
        (Recipe(split=Split()), "train.jsonl"),
    ],
)
def test_a_file_of_the_person_is_never_replaced(library, tmp_path, recipe, name):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / name).write_bytes(b'{"files": []}')

    with pytest.raises(UserError, match=f"holds a file that no export .*replaced: {name}. Nothing was"):
        export(library, recipe, folder)

    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [(name, b'{"files": []}')]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "out"]


def test_an_export_replaces_what_an_export_put_there_and_nothing_else(library, tmp_path):
    folder = tmp_path / "out"
    export(library, Recipe("brat"), folder)
    (folder / "notes.txt").write_text("mine")
    export(library, Recipe("brat"), folder)
    assert (folder / "notes.txt").read_text() == "mine"

    (folder / "data.jsonl").write_text("mine")
    with pytest.raises(UserError, match=r"replaced: data\.jsonl\."):
        export(library, Recipe("huggingface"), folder)
    assert (folder / "annotation.conf").exists()


def test_no_folder_of_all_things_is_the_folder_of_an_export(library, tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for place in (
        Path(tmp_path.anchor),
        tmp_path,
        tmp_path / "home",
        tmp_path / "home" / "." / ".." / "home",
    ):
        with pytest.raises(UserError, match="is no place for the files of an export themselves"):
            export(library, Recipe("brat"), place)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("recipe", [Recipe(), Recipe("brat"), Recipe(card=True)])
def test_a_name_that_is_too_long_is_told(library, tmp_path, recipe):
    with pytest.raises(EnvironmentProblem, match=r"too long\)\. Choose another name or place"):
        export(library, recipe, tmp_path / ("x" * 300))


def test_a_name_may_be_as_long_as_names_can_be(library, tmp_path):
    target = tmp_path / f"a.{'x' * 253}"
    export(library, Recipe(), target)
    assert target.is_file()


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="there is no such folder")
@pytest.mark.parametrize("recipe", [Recipe(), Recipe("brat")])
def test_what_was_never_there_is_not_said_to_be_unchanged(library, recipe):
    with pytest.raises(EnvironmentProblem, match=r"cannot be written .* Choose another name or place"):
        export(library, recipe, Path("/proc/out"))


def test_the_parts_of_a_split_into_parquet_are_parquet(library, tmp_path):
    pytest.importorskip("pyarrow")
    folder = tmp_path / "news.parquet"
    export(library, Recipe("huggingface", split=Split((34, 33, 33))), folder)
    names = {path.name for path in folder.iterdir()}
    assert names == {"train.parquet", "dev.parquet", "test.parquet", "README.md", "manifest.json"}
    export(library, Recipe("huggingface", split=Split()), tmp_path / "news")
    assert (tmp_path / "news" / "train" / "data.jsonl").is_file()


def test_what_killed_exports_left_is_swept_by_the_next_one(library, tmp_path):
    own = passing_prefix()
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    of_gone = own.replace(f"-{os.getpid()}-", f"-{gone.pid}-")
    elsewhere = f".annotator-export-00000000-{gone.pid}-"
    (tmp_path / f"{of_gone}a.part.jsonl").touch()
    (tmp_path / f"{of_gone}b.part" / "train").mkdir(parents=True)
    for name in (f"{own}c.part", f"{elsewhere}d.part", f"{elsewhere}e.part", ".annotator-export", "x.part"):
        (tmp_path / name).touch()
    yesterday = time.time() - 90_000
    os.utime(tmp_path / f"{elsewhere}e.part", (yesterday, yesterday))

    export(library, Recipe(), tmp_path / "out.jsonl")

    kept = {f"{own}c.part", f"{elsewhere}d.part", ".annotator-export", "x.part", "home", "out.jsonl"}
    assert {path.name for path in tmp_path.iterdir()} == kept
    (tmp_path / f"{of_gone}f.part").mkdir()
    export(library, Recipe("brat"), tmp_path / "out")
    assert {path.name for path in tmp_path.iterdir()} == {*kept, "out"}


def test_a_folder_that_cannot_be_listed_is_left_alone(tmp_path):
    sweep_leftovers(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("recipe", [Recipe("jsonl"), Recipe("brat")])
def test_an_export_that_has_its_name_is_not_called_unwritten(library, tmp_path, monkeypatch, recipe):
    def refuse(_folder: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    output = tmp_path / "out"
    for module in ("export.file", "export.folder"):
        monkeypatch.setattr(
            f"annotator.services.{module}.sync_folder", lambda folder: output.exists() and refuse(folder)
        )
    with pytest.raises(EnvironmentProblem, match="was written, but then the disk reported an error"):
        export(library, recipe, output)
    assert output.exists()
