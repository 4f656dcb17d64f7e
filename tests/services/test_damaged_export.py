"""A text that is not the one that was saved never leaves the library without a word."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from annotator.errors import EnvironmentProblem
from annotator.model.recipe import Recipe, Split
from annotator.services.library import open_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.annotator"
    with open_library(str(path)) as made:
        corpus = made.corpora.create("Tin").value
        made.documents.add(corpus.uid, "Một", "Bài thứ nhất.")
        made.documents.add(corpus.uid, "Hai", "Bài thứ hai.")
    return path


@pytest.mark.parametrize("damaged", ["'Bài thứ hau.'", "''", "CAST(x'42C3' AS TEXT)"])
@pytest.mark.parametrize("split", [None, Split()])
def test_a_damaged_text_is_refused_by_name(
    library: Path, tmp_path: Path, damaged: str, split: Split | None
) -> None:
    with sqlite3.connect(library) as connection:
        connection.execute(f"UPDATE document SET text = {damaged} WHERE length = 12")
    connection.close()
    target = tmp_path / "out"
    with (
        open_library(str(library), writable=False, create=False) as opened,
        pytest.raises(EnvironmentProblem, match="damaged"),
    ):
        opened.exporting.export("Tin", Recipe(split=split), str(target))
    assert not target.exists()
