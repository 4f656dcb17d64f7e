"""Who reads a library can neither write it nor move its log, and disturbs nobody who writes."""

from __future__ import annotations

import contextlib
import sqlite3

import pytest

from annotator.errors import EnvironmentProblem
from annotator.services.library import open_library
from annotator.storage.file import sqlite
from annotator.storage.file.opening import open_copy, open_store

WRITES = (
    "UPDATE setting SET value = 'x'",
    "DELETE FROM document",
    "CREATE TABLE planted (x)",
    "PRAGMA user_version = 99",
    "VACUUM",
    "REINDEX",
)

WAYS = {
    "beside a writer": lambda path: open_store(path, writable=False, create=False, program="reader"),
    "a copy": open_copy,
    "the writer's own": lambda path: open_store(path, writable=True, create=False, program="writer"),
}
"""Every way in which the program gets a reading connection."""


def _files(path):
    found = path.parent.glob(f"{path.name}*")
    return {each.name: each.read_bytes() for each in found if not each.name.endswith("-shm")}


@pytest.mark.parametrize("way", WAYS)
def test_no_reading_connection_writes_or_moves_the_log(home, way):
    home.label(9, 21)
    if way == "the writer's own":
        home.library.close()
    with contextlib.closing(WAYS[way](home.path)) as store:
        connection = store._take_reader()
        driver = sqlite.driver_connection(connection)
        assert driver.execute("PRAGMA query_only").fetchone() == (1,)
        assert driver.execute("PRAGMA wal_autocheckpoint").fetchone() == (0,)
        before = _files(home.path)
        for statement in WRITES:
            with pytest.raises(sqlite3.OperationalError):
                driver.execute(statement)
        for mode in ("PASSIVE", "FULL", "RESTART", "TRUNCATE"):
            with contextlib.suppress(sqlite3.OperationalError):
                driver.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()
        assert _files(home.path) == before
        store._give_back(connection)


def test_the_last_reader_of_a_killed_writer_leaves_its_log(home):
    home.label(9, 21)
    copy = home.path.parent / "killed"
    for suffix in ("", "-wal"):
        source = home.path.with_name(home.path.name + suffix)
        copy.with_name(copy.name + suffix).write_bytes(source.read_bytes())
    log = copy.with_name("killed-wal").read_bytes()
    assert log
    with open_library(str(copy), writable=False) as library:
        assert library.corpora.list()[0].documents == 1
    assert copy.with_name("killed-wal").read_bytes() == log


def test_a_reader_sees_what_was_saved_and_the_writer_does_not_wait(home):
    with open_library(str(home.path), writable=False) as reader:
        before = reader.documents.open(home.document)
        assert list(before.state.spans()) == []
        with reader.store.reading() as view:
            view.connection.exec_driver_sql("SELECT count(*) FROM span_version").scalar()
            home.label(9, 21)
            assert view.connection.exec_driver_sql("SELECT count(*) FROM span_version").scalar() == 0
        assert len(list(reader.documents.open(home.document).state.spans())) == 1


def test_the_library_is_one_file_again_when_the_reader_ended_first(home):
    with open_library(str(home.path), writable=False) as reader:
        reader.corpora.list()
        home.label(9, 21)
    home.library.close()
    assert [each.name for each in home.path.parent.glob(f"{home.path.name}*")] == [home.path.name]


def test_a_writing_connection_of_a_reader_is_refused_at_the_door(home):
    with (
        open_library(str(home.path), writable=False) as reader,
        pytest.raises(EnvironmentProblem),
        reader.store.reading() as view,
    ):
        view.connection.exec_driver_sql("DELETE FROM span_version")
    assert len(list(home.library.documents.open(home.document).state.spans())) == 0
