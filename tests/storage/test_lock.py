"""The lock file is ours alone: whatever else lies at its place is neither followed nor written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.errors import EnvironmentProblem
from annotator.services.library import open_library


def _link(place: Path, foreign: Path) -> None:
    place.symlink_to(foreign)


def _hard_link(place: Path, foreign: Path) -> None:
    place.hardlink_to(foreign)


def _folder(place: Path, _foreign: Path) -> None:
    place.mkdir()


def _pipe(place: Path, _foreign: Path) -> None:
    os.mkfifo(place)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
@pytest.mark.parametrize("plant", [_link, _hard_link, _folder, _pipe])
@pytest.mark.parametrize("exists", [True, False])
def test_what_lies_in_the_lock_files_place_is_never_touched(tmp_path, plant, exists):
    path, foreign = tmp_path / "l.annotator", tmp_path / "foreign"
    foreign.write_text("somebody's")
    if exists:
        open_library(str(path)).close()
    before = path.read_bytes() if exists else None
    plant(Path(f"{path}.lock"), foreign)
    with pytest.raises(EnvironmentProblem, match=r"l\.annotator\.lock"):
        open_library(str(path))
    assert foreign.read_text() == "somebody's"
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_link_to_nothing_makes_nothing(tmp_path):
    path, nothing = tmp_path / "l.annotator", tmp_path / "nothing"
    Path(f"{path}.lock").symlink_to(nothing)
    with pytest.raises(EnvironmentProblem, match="lock"):
        open_library(str(path))
    assert not nothing.exists()
    assert not path.exists()
