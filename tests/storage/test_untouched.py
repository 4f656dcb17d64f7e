"""What is refused leaves every byte as it was; a library that is damaged is read, never written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest

from annotator.errors import DamagedError, EnvironmentProblem, UserError
from annotator.messages import say
from annotator.services.library import open_library
from annotator.storage import writer as writer_module

PAGE = 4096


def _calmly(path):
    """The library as a command opens it."""
    return open_library(str(path), at_once=False)


def _files(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture
def closed(home):
    for start in range(20):
        home.label(start, start + 3)
    home.library.close()
    return home


@pytest.fixture
def torn(closed):
    """A library with a page of zeros in it, which still opens."""
    content = bytearray(closed.path.read_bytes())
    page = len(content) // PAGE - 3
    content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    closed.path.write_bytes(content)
    return closed


def test_a_refusal_changes_no_byte(closed):
    before = _files(closed.path.parent)
    with _calmly(closed.path) as library:
        with pytest.raises(UserError):
            library.corpora.create("Báo")
        with pytest.raises(UserError):
            library.labels.add(closed.corpus, "person")
    assert _files(closed.path.parent) == before


def test_a_refusal_within_the_transaction_changes_no_byte(closed, monkeypatch):
    monkeypatch.setattr(writer_module, "_CHEAP", 0)
    before = _files(closed.path.parent)
    refusal = UserError(say("No."))
    with _calmly(closed.path) as library, pytest.raises(UserError), library.store.saving() as unit:
        unit.connection.exec_driver_sql("PRAGMA cache_size=5")  # so that pages are written before the end
        unit.connection.exec_driver_sql("UPDATE span_version SET note = hex(zeroblob(4000))")
        raise refusal
    assert _files(closed.path.parent) == before


def test_a_library_that_was_moved_is_marked_with_its_first_change_only(closed):
    moved = closed.path.rename(closed.path.with_name("moved.annotator"))
    before = moved.read_bytes()
    with _calmly(moved) as library, pytest.raises(UserError):
        library.corpora.create("Báo")
    assert moved.read_bytes() == before
    with _calmly(moved) as library:
        library.corpora.create("Mới")
        library.corpora.create("Mới nữa")
        with library.store.reading() as view:
            rows = view.connection.exec_driver_sql("SELECT replica, counter FROM step ORDER BY seq").all()
    assert rows[-1].replica == rows[-2].replica != rows[-3].replica
    assert [row.counter for row in rows[-2:]] == [1, 2]
    assert [file.name for file in moved.parent.iterdir() if "moved" in file.name] == ["moved.annotator"]


def test_many_changes_of_a_command_are_made_in_wal_mode(closed):
    with _calmly(closed.path) as library:
        modes = []
        for number in range(3):
            library.corpora.create(str(number))
            with library.store.reading() as view:
                view.steps.newest()  # a connection that has not read yet does not know the mode
                modes.append(view.connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())
    assert modes == ["delete", "wal", "wal"]


def test_the_first_change_is_as_durable_as_the_others(closed):
    with _calmly(closed.path) as library, library.store.saving() as unit:
        assert unit.connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 3


_DIE_IN_THE_FIRST_CHANGE = """
import os, sys
from annotator.services.library import open_library
with open_library(sys.argv[1], at_once=False) as library, library.store.saving() as unit:
    unit.connection.exec_driver_sql("PRAGMA cache_size=5")  # so that pages are written before the end
    unit.connection.exec_driver_sql("UPDATE span_version SET note = hex(zeroblob(4000))")
    os._exit(0)
"""


@pytest.mark.parametrize("writable", [True, False])
def test_killed_in_the_first_change_the_library_is_as_it_was(closed, writable):
    before = closed.path.read_bytes()
    subprocess.run([sys.executable, "-c", _DIE_IN_THE_FIRST_CHANGE, str(closed.path)], check=True)
    assert closed.path.read_bytes() != before
    with open_library(str(closed.path), writable=writable, at_once=False) as library:
        assert library.checking.check().sound
        assert library.corpora.list()[0].spans == 20
    assert (closed.path.read_bytes() == before) is writable


def test_a_read_that_meets_damage_ends_all_writing(home):
    with pytest.raises(DamagedError), home.library.store.reading():
        raise sqlite3.OperationalError("Could not decode to UTF-8 column 'name'")
    assert home.library.is_read_only


def test_a_library_is_made_with_the_first_change_that_is_kept(tmp_path):
    path = tmp_path / "deep" / "l.annotator"
    with _calmly(path) as library:
        with pytest.raises(UserError):
            library.documents.add("nowhere", "t", "x")
        assert not path.exists()
    assert list(tmp_path.iterdir()) == []
    with _calmly(path) as library:
        library.corpora.create("Một")
        assert path.exists()
        library.corpora.create("Hai")
        assert len(library.corpora.list()) == 2
        assert library.checking.check().sound
    assert [file.name for file in path.parent.iterdir()] == ["l.annotator"]
    with _calmly(path) as library:
        assert len(library.corpora.list()) == 2


def test_a_damaged_library_is_looked_at_before_its_first_change(torn):
    before = _files(torn.path.parent)
    with _calmly(torn.path) as library:
        with pytest.raises(DamagedError, match="damaged") as caught:
            library.history.undo()
        assert library.is_read_only
        with pytest.raises(DamagedError, match="nothing more is written into it"):
            library.corpora.create("Mới")
    assert "btree" not in str(caught.value).lower()
    assert _files(torn.path.parent) == before


def test_a_window_reads_a_damaged_library_and_is_told(torn):
    before = _files(torn.path.parent)
    with open_library(str(torn.path)) as library:
        assert library.is_read_only
        assert ["damaged" in str(warning) for warning in library.warnings] == [True]
        assert library.corpora.list()[0].documents == 1
    assert _files(torn.path.parent) == before


def test_repairing_a_torn_file_writes_nothing(torn):
    before = _files(torn.path.parent)
    with _calmly(torn.path) as library:
        report = library.checking.check(repair=True)
    assert "structure" in {problem.kind for problem in report.problems}
    assert not any("***" in str(problem.message) for problem in report.problems)
    assert report.copy is None
    assert _files(torn.path.parent) == before


def test_repair_keeps_the_file_byte_for_byte(closed):
    with sqlite3.connect(closed.path) as connection:
        connection.execute("UPDATE label_count SET spans = 7")
    connection.close()
    before = closed.path.read_bytes()
    with _calmly(closed.path) as library:
        report = library.checking.check(repair=True)
    assert report.sound
    assert closed.path.parent.joinpath(report.copy).read_bytes() == before


def test_a_file_that_lacks_a_page_is_damaged(closed):
    os.truncate(closed.path, closed.path.stat().st_size - PAGE)
    with pytest.raises(DamagedError):
        open_library(str(closed.path), writable=False)


@pytest.mark.parametrize("change", [-100, 2000, PAGE])
def test_a_file_of_another_length_is_not_sound(closed, change):
    with closed.path.open("rb+") as file:
        size = file.seek(0, os.SEEK_END)
        file.truncate(size + change)
    with open_library(str(closed.path), writable=False) as library:
        kinds = {problem.kind for problem in library.checking.check().problems}
    assert "structure" in kinds


@pytest.mark.parametrize("length", [0, 5 * PAGE])
def test_a_library_cut_short_while_open_is_not_written(home, length):
    home.label(0, 8)
    home.library.idle()
    os.truncate(home.path, length)
    with pytest.raises(EnvironmentProblem, match="cut short"):
        home.label(9, 21)
    home.library.close()
    assert home.path.stat().st_size == length


def test_closing_a_library_that_was_cut_short_says_so(home):
    home.label(0, 8)
    os.truncate(home.path, 0)
    with pytest.raises(EnvironmentProblem, match="cut short"):
        home.library.close()
    home.library.close()


@pytest.mark.parametrize("statement", ["DROP TABLE label_count", "DELETE FROM setting"])
def test_a_library_that_lacks_a_part_is_damaged(closed, statement):
    connection = sqlite3.connect(closed.path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    for writable in (True, False):
        with pytest.raises(DamagedError):
            open_library(str(closed.path), writable=writable)


def test_bytes_that_are_no_text_are_damage_and_no_error_of_the_program(closed):
    connection = sqlite3.connect(closed.path)
    connection.execute("UPDATE corpus_version SET name = CAST(x'ff' AS TEXT)")
    connection.commit()
    connection.close()
    with _calmly(closed.path) as library, pytest.raises(DamagedError):
        library.corpora.list()
