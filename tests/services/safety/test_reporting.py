"""The report tells what helps and nothing that is the person's."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from annotator import logs, settings
from annotator.services.library import open_library
from annotator.services.safety.reporting import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKER = "Zzyzx"


@pytest.fixture
def logged() -> Iterator[None]:
    """The log is written while the test runs."""
    log = logging.getLogger("annotator")
    before = list(log.handlers)
    folder = logs.log_file().parent
    folder.mkdir(parents=True)
    handler = logging.FileHandler(logs.log_file(), encoding="utf-8")
    log.addHandler(handler)
    yield
    handler.close()
    log.handlers = before


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_it_holds_versions_counts_and_log_and_no_name_of_anything(
    isolated_paths: Path, empty_library: Path, logged: None, tmp_path: Path
) -> None:
    path = tmp_path / f"{MARKER}.annotator"
    path.write_bytes(empty_library.read_bytes())
    settings.PreferencesFile().change(lambda now: now.with_recent_library(str(path)))
    for error in (KeyError(MARKER), RuntimeError(MARKER), FileNotFoundError(2, "gone", f"{MARKER}.txt")):
        logs.record_failure(raised(error))
    with open_library(str(path)) as library:
        corpus = library.corpora.create(f"Corpus {MARKER}").value
        library.documents.add(corpus.uid, MARKER, f"{MARKER} and other words")
        told = report(library, {"Qt": "6.x"})
    assert MARKER not in told
    for part in (
        "SQLite: 3.",
        "Expat: 2.",
        "Qt: 6.x",
        "documents: 1",
        "spans: 0",
        "looked at quickly: sound",
        "KeyError",
    ):
        assert part in told
    assert "FileNotFoundError: ENOENT" in told
    assert "recent_libraries: 1" in told
    assert str(isolated_paths / "home") not in told


def test_it_works_without_a_library_and_speaks_the_persons_language() -> None:
    told = report(None, {}, "vi")
    assert "open: no" in told
    assert "Báo cáo" in told


def test_the_end_of_a_long_log_is_enough(logged: None) -> None:
    logs.log_file().write_text("".join(f"line {number}\n" for number in range(1000)), encoding="utf-8")
    told = report(None, {})
    assert "line 999" in told
    assert "line 799" not in told
