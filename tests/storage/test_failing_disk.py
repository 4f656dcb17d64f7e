"""What a failing disk leaves behind, and what is said of it."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from annotator.errors import EnvironmentProblem
from annotator.storage.copies import exact_copy
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import leftovers, sqlite
from annotator.storage.file.lock import LibraryLock, is_free
from annotator.storage.staging import StagingFile


def _refuse(*_words: object, **_how: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def _files(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_copy_before_a_repair_takes_the_log_of_a_killed_program_with_it(tmp_path: Path) -> None:
    path, copy = tmp_path / "l", tmp_path / "l.before-repair-1"
    path.write_bytes(b"pages")
    Path(f"{path}-wal").write_bytes(b"log")
    exact_copy.copy_exactly(path, copy)
    assert (copy.read_bytes(), Path(f"{copy}-wal").read_bytes()) == (b"pages", b"log")
    assert _files(tmp_path) == {"l", "l-wal", copy.name, f"{copy.name}-wal"}


def test_half_a_copy_before_a_repair_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l"
    path.write_bytes(b"pages")
    left = tmp_path / "l.before-repair-0.copying"
    left.write_bytes(b"of a killed program")
    os.utime(left, (0, 0))
    monkeypatch.setattr(os, "fsync", _refuse)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        exact_copy.copy_exactly(path, tmp_path / "l.before-repair-1")
    assert _files(tmp_path) == {"l"}


def test_what_cannot_be_removed_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "l"
    lock = LibraryLock(library)
    lock.acquire("a program")
    monkeypatch.setattr(Path, "unlink", _refuse)
    lock.release()
    leftovers.discard(library, ("", "-wal"))
    monkeypatch.undo()
    assert (_files(tmp_path), is_free(library)) == ({"l.lock"}, True)
    LibraryLock(library).acquire("another program", wait=0)


def test_an_import_that_has_no_room_on_its_way_says_so(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="Nothing of this file was imported"):
        StagingFile(tmp_path / "missing" / "staging")
    staging = StagingFile(tmp_path / "staging")
    staging._connection.execute("PRAGMA max_page_count=1")
    with pytest.raises(EnvironmentProblem, match="full"):
        for number in range(10_000):
            staging.set_guidelines(f"{number}" * 1000)
    with pytest.raises(sqlite3.ProgrammingError):  # our own mistake stays one
        staging._connection.execute("INSERT INTO head (guidelines) VALUES (?)", ())
    staging.close()


def test_what_the_disk_said_is_not_hidden_by_a_savepoint_that_went_with_it(home) -> None:
    with (
        pytest.raises(EnvironmentProblem, match="full"),
        home.library.store.saving() as unit,
        sqlite.savepoint(unit.connection),
    ):
        sqlite.driver_connection(unit.connection).execute("ROLLBACK")  # as SQLite does it by itself
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error
    assert home.label(0, 8)


def test_a_savepoint_takes_back_its_block_alone(home) -> None:
    with home.library.store.saving() as unit:
        count = unit.connection.exec_driver_sql("SELECT count(*) FROM label_count").scalar_one()
        with pytest.raises(KeyError), sqlite.savepoint(unit.connection):
            unit.connection.exec_driver_sql("DELETE FROM label_count")
            raise KeyError
        assert unit.connection.exec_driver_sql("SELECT count(*) FROM label_count").scalar_one() == count


def test_a_flush_that_fails_as_the_change_is_kept_is_never_called_refused(
    home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sqlite_errors.unknown(home.path).message.text != sqlite_errors.not_kept(home.path).message.text
    tidied = []
    writer = home.library.store._writer
    monkeypatch.setattr(type(writer), "tidy", lambda self: tidied.append(self) or True)
    assert home.library.store._find_out(("01890000-0000-7000-8000-000000000001",)) is False
    assert tidied, "the log is emptied before a change is called not saved"
