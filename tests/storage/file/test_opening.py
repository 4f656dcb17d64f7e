"""What is opened, what is refused, and that what is refused stays as it was."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import EnvironmentProblem, UserError
from annotator.services.library import open_library
from annotator.storage.copies.restoring import restore_library
from annotator.storage.file import lock as lock_module
from annotator.storage.file import opening
from annotator.storage.file.sqlite import APPLICATION_ID, driver_connection
from annotator.storage.migrations import NEWEST
from annotator.storage.tables import metadata


def _pragmas(connection: object, names: tuple[str, ...]) -> dict[str, object]:
    driver = driver_connection(connection)
    return {name: driver.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


SAFE = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "busy_timeout": 5000,
    "secure_delete": 1,
}


def test_every_connection_has_its_pragmas(home):
    with home.library.store.saving() as unit:
        writer = _pragmas(unit.connection, (*SAFE, "journal_mode", "synchronous", "fullfsync"))
    with home.library.store.reading() as view:
        reader = _pragmas(view.connection, (*SAFE, "query_only", "wal_autocheckpoint"))
    assert writer == {**SAFE, "journal_mode": "wal", "synchronous": 2, "fullfsync": 1}
    assert reader == {**SAFE, "query_only": 1, "wal_autocheckpoint": 0}


def test_pragmas_are_back_after_a_staging_file_was_attached(home, tmp_path):
    staging = tmp_path / "staging.sqlite"
    sqlite3.connect(staging).close()
    with home.library.store.saving(staging):
        pass
    with home.library.store.saving() as unit:
        assert _pragmas(unit.connection, ("foreign_keys", "wal_autocheckpoint")) == {
            "foreign_keys": 1,
            "wal_autocheckpoint": 1000,
        }


def test_a_reading_connection_cannot_write(home):
    with home.library.store.reading() as view, pytest.raises(sqlite3.OperationalError, match="readonly"):
        driver_connection(view.connection).execute("DELETE FROM step")


def test_all_tables_are_strict_and_nothing_else_is_there(home):
    with home.library.store.reading() as view:
        rows = view.connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
        assert view.connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
    tables = {name: sql for kind, name, sql in rows if kind == "table"}
    assert set(tables) == set(metadata.tables)
    assert all(sql.rstrip().endswith("STRICT") for sql in tables.values())
    assert {kind for kind, _, _ in rows} == {"table", "index"}


def test_a_closed_library_is_one_file(home):
    home.library.close()
    assert [file.name for file in home.path.parent.iterdir() if "library" in file.name] == [
        "library.annotator"
    ]
    assert home.path.read_bytes()[18:20] == b"\x01\x01"


def test_idle_moves_everything_into_the_one_file(home, tmp_path):
    home.label(0, 8)
    assert home.library.idle()
    copy = shutil.copyfile(home.path, tmp_path / "copy.annotator")  # from another process in life
    found = sqlite3.connect(f"file:{copy}?immutable=1", uri=True)
    assert found.execute("SELECT count(*) FROM span_version").fetchone() == (1,)
    found.close()


@pytest.mark.parametrize(
    "name",
    [
        "thư viện.annotator",
        "a?b#c%41.db",
        'it\'s "quoted".x',
        "📚 lib",
        "-leading",
        "file:x",
        "a:b",
        " space ",
    ],
)
def test_paths_are_taken_literally(tmp_path, name):
    path = tmp_path / name
    with open_library(str(path)) as library:
        library.corpora.create("C")
    with open_library(str(path)) as library:
        assert [corpus.name for corpus in library.corpora.list()] == ["C"]
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [name]


def test_a_name_that_is_no_utf8_works(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.annotator")
    with open_library(str(path)) as library:
        library.corpora.create("C")
    with open_library(str(path), writable=False) as library:
        assert len(library.corpora.list()) == 1


def _newer(path: Path) -> bytes:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={NEWEST + 7}")
    connection.commit()
    connection.close()
    return path.read_bytes()


def test_a_newer_library_is_refused_and_untouched(tmp_path):
    path = tmp_path / "new.annotator"
    open_library(str(path)).close()
    before = _newer(path)
    for writable in (True, False):
        with pytest.raises(EnvironmentProblem) as caught:
            open_library(str(path), writable=writable)
        assert str(NEWEST + 7) in str(caught.value)
        assert str(NEWEST) in str(caught.value)
    assert path.read_bytes() == before
    assert not [file for file in tmp_path.iterdir() if file.name.startswith("new.annotator.")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 4096,
        b"SQLite format 3\0",
        b"just a text\n" * 50,
        b"SQLite format 3\0" + b"\0" * 4080,
        b"\x89PNG\r\n",
    ],
)
def test_what_is_no_library_is_refused_and_untouched(tmp_path, content):
    path = tmp_path / "x.annotator"
    path.write_bytes(content)
    for writable in (True, False):
        with pytest.raises(EnvironmentProblem):
            open_library(str(path), writable=writable)
    assert path.read_bytes() == content
    assert not [file for file in tmp_path.iterdir() if file.name.startswith("x.annotator.")]


def test_a_database_of_another_program_is_refused_and_untouched(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (a)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(EnvironmentProblem, match="another program"):
        open_library(str(path))
    assert path.read_bytes() == before


def test_a_library_with_a_trigger_is_refused(tmp_path):
    path = tmp_path / "l.annotator"
    open_library(str(path)).close()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER evil AFTER INSERT ON step BEGIN DELETE FROM document; END")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(EnvironmentProblem, match="evil"):
        open_library(str(path))
    assert path.read_bytes() == before


def test_a_missing_library_is_made_by_writing_only(tmp_path):
    path = tmp_path / "deep" / "er" / "l.annotator"
    with pytest.raises(EnvironmentProblem, match="no library"):
        open_library(str(path), writable=False)
    assert not path.parent.exists()
    open_library(str(path)).close()
    assert path.exists()


def test_a_first_start_that_was_cut_off_simply_works(tmp_path):
    path = tmp_path / "l.annotator"
    (tmp_path / "l.annotator.creating").write_bytes(b"half")
    (tmp_path / "l.annotator.creating-journal").write_bytes(b"half")
    open_library(str(path)).close()
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("l.")] == ["l.annotator"]


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """Where a library lay whose process was killed and whose file was then deleted: its log is there."""
    path = tmp_path / "killed" / "l.annotator"
    subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False)
    path.unlink()
    assert Path(f"{path}-wal").stat().st_size > 0
    return path


_KILLED = """
import os, sys
from annotator.services.library import open_library
library = open_library(sys.argv[1])
library.corpora.create("Old")
os._exit(9)
"""


@pytest.mark.parametrize("at_once", [True, False])
def test_a_new_library_never_replays_the_log_of_another(killed, at_once):
    log = Path(f"{killed}-wal").read_bytes()
    with open_library(str(killed), at_once=at_once) as library:
        library.corpora.create("New")
        assert [corpus.name for corpus in library.corpora.list()] == ["New"]
        assert library.checking.check().problems == ()
        assert "another library" in str(library.warnings[0])
    with open_library(str(killed)) as library:
        assert [corpus.name for corpus in library.corpora.list()] == ["New"]
        assert library.warnings == ()
    kept = [file for file in killed.parent.iterdir() if file != killed]
    assert [file.name[:22] for file in kept] == ["l.annotator.left-over-"]
    assert kept[0].read_bytes() == log


def test_a_new_library_that_is_refused_leaves_the_log_of_another(killed):
    before = {file.name: file.read_bytes() for file in killed.parent.iterdir()}
    with open_library(str(killed), at_once=False) as library, pytest.raises(UserError):
        library.corpora.rename("none", "New")
    del before["l.annotator.lock"]
    assert {file.name: file.read_bytes() for file in killed.parent.iterdir()} == before


@pytest.mark.parametrize("writable", [True, False])
def test_a_library_put_in_the_place_of_a_killed_one_never_replays_its_log(killed, tmp_path, writable):
    other = tmp_path / "other.annotator"
    with open_library(str(other)) as library:
        library.corpora.create("Other")
    shutil.copyfile(other, killed)
    with open_library(str(killed), writable=writable) as library:
        assert [corpus.name for corpus in library.corpora.list()] == ["Other"]
        assert library.checking.check().problems == ()
        assert len(library.warnings) == int(writable)  # who only reads changes nothing
    assert Path(f"{killed}-wal").exists() is not writable


def test_a_library_that_is_restored_never_replays_the_log_of_another(killed, tmp_path):
    other = tmp_path / "other.annotator"
    with open_library(str(other)) as library:
        library.corpora.create("Other")
    restore_library(other, killed)
    with open_library(str(killed)) as library:
        assert [corpus.name for corpus in library.corpora.list()] == ["Other"]


@pytest.mark.parametrize("where", ["postgresql+psycopg://host/x", "http://x", ""])
def test_urls_are_refused(where):
    with pytest.raises(EnvironmentProblem):
        open_library(where)


def test_a_sqlite_url_is_a_path(tmp_path):
    with open_library(f"sqlite:///{tmp_path}/u.annotator") as library:
        assert library.path == tmp_path / "u.annotator"


def test_a_folder_is_no_library(tmp_path):
    with pytest.raises(EnvironmentProblem, match="folder"):
        open_library(str(tmp_path))


def test_a_second_writer_is_refused_by_name(home, monkeypatch):
    monkeypatch.setattr(lock_module, "_WAIT", 0.0)
    child = subprocess.run(
        [sys.executable, "-c", _SECOND, str(home.path)], capture_output=True, text=True, check=False
    )
    assert str(os.getpid()) in child.stdout
    assert "annotator" in child.stdout
    home.label(0, 8)  # the holder is not disturbed


_SECOND = """
import sys
from annotator.storage.file import lock
from annotator.errors import EnvironmentProblem, UserError
from annotator.services.library import open_library
lock.LibraryLock.acquire.__defaults__ = (0.1,)
with open_library(sys.argv[1], writable=False) as library:
    print(len(library.corpora.list()), "corpus")
try:
    open_library(sys.argv[1])
except EnvironmentProblem as error:
    print(error)
"""


def test_garbage_in_the_lock_file_harms_nobody(tmp_path):
    path = tmp_path / "l.annotator"
    Path(f"{path}.lock").write_bytes(b"\xff\0{garbage")
    with open_library(str(path)) as library:
        holder = json.loads(Path(f"{path}.lock").read_text())
        assert holder["pid"] == os.getpid()
        assert not library.is_read_only
    assert not Path(f"{path}.lock").exists()


def test_a_library_that_cannot_be_written_is_read(tmp_path, monkeypatch):
    path = tmp_path / "l.annotator"
    with open_library(str(path)) as library:
        library.corpora.create("C")
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with open_library(str(path)) as library:
        assert library.is_read_only
        assert len(library.corpora.list()) == 1
        with pytest.raises(EnvironmentProblem, match="reading only"):
            library.corpora.create("D")


def test_a_library_not_closed_cleanly_is_read_from_a_copy(home, tmp_path, monkeypatch):
    home.label(0, 8)
    folder = tmp_path / "stick"
    folder.mkdir()
    for suffix in ("", "-wal", "-shm"):
        shutil.copyfile(f"{home.path}{suffix}", folder / f"l.annotator{suffix}")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with open_library(str(folder / "l.annotator")) as library:
        assert library.corpora.list()[0].spans == 1
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_library_deleted_while_open_is_noticed(home):
    home.path.unlink()
    with pytest.raises(EnvironmentProblem, match="no longer there"):
        home.label(0, 8)


def test_a_library_replaced_while_open_is_noticed(home, tmp_path):
    other = tmp_path / "other"
    shutil.copyfile(home.path, other)
    before = other.read_bytes()
    other.rename(home.path)
    with pytest.raises(EnvironmentProblem, match="replaced"):
        home.label(0, 8)
    assert home.path.read_bytes() == before


def test_a_moved_library_counts_its_steps_anew(tmp_path):
    path, moved = tmp_path / "a.annotator", tmp_path / "b.annotator"
    with open_library(str(path)) as library:
        library.corpora.create("C")
    path.rename(moved)
    with open_library(str(moved)) as library:
        library.corpora.create("D")
        with library.store.reading() as view:
            rows = view.connection.exec_driver_sql("SELECT replica, counter FROM step ORDER BY seq").all()
    assert rows[-1].replica != rows[0].replica
    assert rows[-1].counter == 1
