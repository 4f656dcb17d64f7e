"""A library of its own for each test of what people can do."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from annotator.services.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def library(empty_library: Path, tmp_path: Path) -> Iterator[Library]:
    """An open library without a corpus."""
    with open_library(str(shutil.copyfile(empty_library, tmp_path / "l.annotator"))) as opened:
        yield opened


@pytest.fixture
def corpus(library: Library) -> str:
    """The uid of the library's one corpus, Báo."""
    return library.corpora.create("Báo").value.uid
