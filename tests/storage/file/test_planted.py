"""Libraries that somebody else made: what is planted in one never runs, and the file stays as it was."""

from __future__ import annotations

import contextlib
import sqlite3

import pytest

from annotator.errors import EnvironmentProblem
from annotator.services.library import open_library
from tests.reliability.libraries import PLANTED, planted, sound_library


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return sound_library(tmp_path_factory.mktemp("planted") / "a.annotator")


@pytest.mark.parametrize("writable", [False, True], ids=["to-read", "to-write"])
@pytest.mark.parametrize("statement", PLANTED)
def test_what_is_planted_is_refused_by_name_and_not_a_byte_changes(tmp_path, sound, statement, writable):
    path = tmp_path / "sent.annotator"
    data = planted(sound, path, statement)
    assert data != sound
    path.write_bytes(data)
    with pytest.raises(EnvironmentProblem) as caught:
        open_library(str(path), writable=writable, create=False)
    name = "is damaged" if statement.startswith("DROP") else "which no library of the annotator has"
    assert name in str(caught.value)
    assert path.read_bytes() == data
    assert {each.name for each in tmp_path.iterdir()} <= {"sent.annotator", "sent.annotator.lock"}


def test_a_trigger_under_the_name_of_one_of_our_indexes_is_refused(tmp_path, sound):
    path = tmp_path / "sent.annotator"
    data = planted(
        sound,
        path,
        "DROP INDEX ix_step_corpus",
        "CREATE TRIGGER ix_step_corpus AFTER INSERT ON step BEGIN DELETE FROM document; END",
    )
    path.write_bytes(data)
    with pytest.raises(EnvironmentProblem, match="trigger ix_step_corpus"):
        open_library(str(path), create=False)


def test_values_of_every_wrong_kind_are_read_or_refused_and_run_nothing(tmp_path, sound):
    """A text of 100 MB, bytes that are no text, JSON that is none: the library opens, or says why not."""
    path = tmp_path / "sent.annotator"
    path.write_bytes(planted(sound, path, "UPDATE document_row SET title = hex(zeroblob(50000000))"))
    with open_library(str(path), writable=False) as library:
        (corpus,) = library.corpora.list()
        assert {len(each.title) for each in library.documents.listing(corpus.uid)} == {100_000_000}
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM document").fetchone()[0] > 0


def test_a_sound_library_is_opened(tmp_path, sound):
    path = tmp_path / "own.annotator"
    path.write_bytes(sound)
    with open_library(str(path)) as library:
        assert library.checking.check().sound
