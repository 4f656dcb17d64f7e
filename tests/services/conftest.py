"""A library of its own for each test of what people can do."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from colleagues import TEXTS, Colleague

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


@pytest.fixture
def lead(empty_library: Path, tmp_path: Path) -> Iterator[Colleague]:
    """The lead's library: a corpus with two texts."""
    one = Colleague(shutil.copyfile(empty_library, tmp_path / "lead.annotator"), tmp_path)
    corpus = one.library.corpora.create("Báo").value
    for number, text in enumerate(TEXTS):
        one.library.documents.add(corpus.uid, f"Bài {number}", text)
    yield one
    one.close()


@pytest.fixture
def lan(empty_library: Path, tmp_path: Path) -> Iterator[Colleague]:
    """Lan's library, empty as yet."""
    one = Colleague(shutil.copyfile(empty_library, tmp_path / "lan.annotator"), tmp_path)
    yield one
    one.close()


@pytest.fixture
def second(empty_library: Path, tmp_path: Path) -> Iterator[Colleague]:
    """Lan's other machine."""
    one = Colleague(shutil.copyfile(empty_library, tmp_path / "second.annotator"), tmp_path)
    yield one
    one.close()


@pytest.fixture
def handed_out(lead: Colleague, lan: Colleague) -> list[str]:
    """The documents, which Lan has too."""
    lan.take(lead.package("assignment", "Lan"))
    return lead.documents
