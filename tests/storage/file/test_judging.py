"""A log beside a library is played when it is its own and set aside when it is not; backups are only read."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import DamagedError, EnvironmentProblem
from annotator.services.library import open_library
from annotator.services.safety.rescue import backups_of
from annotator.storage.file import judging
from annotator.storage.soundness.rescuing import rescue

TEXT = "Hà Nội có mưa to. " * 30


def _made(path, name, documents):
    """A library with so many documents in a corpus of this name."""
    with open_library(str(path)) as library:
        corpus = library.corpora.create(name).value.uid
        for number in range(documents):
            library.documents.add(corpus, f"{name} {number}", f"{name} {number}: {TEXT}")
    return path


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Two libraries, made once."""
    folder = tmp_path_factory.mktemp("kept")
    return _made(folder / "ours", "Báo", 4), _made(folder / "other", "Khác", 9)


@pytest.fixture
def ours(kept, tmp_path):
    """One of them, to be spoiled."""
    return shutil.copyfile(kept[0], tmp_path / "l")


def _cut_off(path):
    """What a program that dies in the middle of a change leaves of a library: (the file, its journal)."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE document SET text = text || text || text, length = 3 * length")
        connection.execute("UPDATE span_version SET note = 'x'")
        connection.execute("UPDATE document_version SET title = title || 'x'")
        left = path.read_bytes(), Path(f"{path}-journal").read_bytes()
        connection.execute("ROLLBACK")
    assert left[1][:8] == bytes.fromhex("d9d505f920a163d7")  # a header that can be played
    return left


def _beside(path):
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if file.suffix != ".lock"}


def _corpora(path, *, writable):
    with open_library(str(path), writable=writable) as library:
        assert library.checking.check().problems == ()
        return [corpus.name for corpus in library.corpora.list()], [str(each) for each in library.warnings]


def test_the_journal_of_another_library_is_never_played(kept, ours, tmp_path):
    _, journal = _cut_off(shutil.copyfile(kept[1], tmp_path / "scratch"))
    (tmp_path / "scratch").unlink()
    Path(f"{ours}-journal").write_bytes(journal)
    before = _beside(ours)
    assert _corpora(ours, writable=False) == (["Báo"], [])
    assert _beside(ours) == before
    names, warnings = _corpora(ours, writable=True)
    assert names == ["Báo"]
    assert "another library" in warnings[0]
    (aside,) = tmp_path.glob("l.left-over-*-journal")
    assert aside.read_bytes() == journal
    assert not Path(f"{ours}-journal").exists()
    assert _corpora(ours, writable=True) == (["Báo"], [])


def test_the_journal_of_a_later_state_of_the_library_is_not_played_into_a_backup(kept, ours, tmp_path):
    with open_library(str(ours)) as library:
        corpus = library.corpora.list()[0].uid
        for number in range(4, 12):
            library.documents.add(corpus, f"Báo {number}", f"{number}: {TEXT}")
    _, journal = _cut_off(ours)
    shutil.copyfile(kept[0], ours)
    Path(f"{ours}-journal").write_bytes(journal)
    assert _corpora(ours, writable=True)[0] == ["Báo"]
    assert [file.read_bytes() for file in tmp_path.glob("l.left-over-*-journal")] == [journal]


def _torn(path):
    """The library as a program left it that died in a change."""
    torn, journal = _cut_off(path)
    path.write_bytes(torn)
    Path(f"{path}-journal").write_bytes(journal)
    return torn, journal


def test_a_journal_of_its_own_is_played_and_nothing_is_left_over(ours, tmp_path):
    _torn(ours)
    assert _corpora(ours, writable=True) == (["Báo"], [])
    assert _beside(ours).keys() == {"l"}


def _with_a_wrong_title(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE document_version SET title = 'x' WHERE id = 2")
        connection.execute("UPDATE document_row SET title = 'x' WHERE document = 2")
        connection.commit()


def test_where_not_all_is_proved_an_exact_copy_is_kept_before_a_journal_is_played(ours, tmp_path):
    _with_a_wrong_title(ours)
    torn, journal = _torn(ours)
    with open_library(str(ours)) as library:
        assert "cut off and has been taken back" in str(library.warnings[0])
        assert {each.kind for each in library.checking.check().problems} <= {"log", "counts"}
    (copy,) = tmp_path.glob("l.before-journal-*Z")
    assert (copy.read_bytes(), Path(f"{copy}-journal").read_bytes()) == (torn, journal)
    assert not list(tmp_path.glob("l.left-over-*"))


def test_where_no_copy_can_be_kept_nothing_is_played(ours, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    _with_a_wrong_title(ours)
    _torn(ours)
    before = _beside(ours)
    monkeypatch.setattr(judging, "copy_exactly", fail)
    with pytest.raises(EnvironmentProblem, match="could not be written"):
        open_library(str(ours))
    assert _beside(ours) == before


def test_what_is_no_library_with_its_journal_or_without_stays_as_it_is(ours, kept, tmp_path):
    _, journal = _cut_off(shutil.copyfile(kept[1], tmp_path / "scratch"))
    (tmp_path / "scratch").unlink()
    content = bytearray(ours.read_bytes())
    content[4096:40960] = bytes(36864)
    ours.write_bytes(content)
    Path(f"{ours}-journal").write_bytes(journal)
    before = _beside(ours)
    for writable in (True, False):
        with pytest.raises(DamagedError):
            open_library(str(ours), writable=writable)
    assert _beside(ours) == before


def test_without_a_journal_nothing_is_tried(ours, monkeypatch):
    def fail(*_):
        raise AssertionError

    monkeypatch.setattr(judging, "owns_journal", fail)
    monkeypatch.setattr(judging, "settle_journal", fail)
    assert _corpora(ours, writable=True) == _corpora(ours, writable=False) == (["Báo"], [])


@pytest.fixture
def spoiled(kept, ours, tmp_path):
    """A library in WAL mode beside which the log of another one was put."""
    with open_library(str(ours)) as library:
        library.backups.make()
    with closing(sqlite3.connect(shutil.copyfile(kept[1], tmp_path / "scratch"))) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("UPDATE document_row SET title = 'x'")
        other.execute("UPDATE step SET summary = summary || ' '")
        other.execute("UPDATE document SET text = text || text")
        other.commit()
        log = (tmp_path / "scratch-wal").read_bytes()
    (tmp_path / "scratch").unlink()
    content = bytearray(ours.read_bytes())
    content[18:20] = b"\x02\x02"  # as the header of a library that a killed process left
    ours.write_bytes(content)
    Path(f"{ours}-wal").write_bytes(log)
    return ours


def test_a_log_that_does_not_fit_is_named_with_what_to_do(spoiled):
    before = spoiled.read_bytes(), Path(f"{spoiled}-wal").read_bytes()
    for writable in (True, False):
        with pytest.raises(DamagedError, match=r"is whole, but not together with the log l-wal"):
            open_library(str(spoiled), writable=writable)
    assert len(backups_of(str(spoiled))) == 1
    assert (spoiled.read_bytes(), Path(f"{spoiled}-wal").read_bytes()) == before


@pytest.mark.parametrize("in_wal", [True, False])
def test_what_a_foreign_log_hides_is_rescued_without_it(spoiled, tmp_path, in_wal):
    if not in_wal:  # closed cleanly: no log can be its own
        content = bytearray(spoiled.read_bytes())
        content[18:20] = b"\x01\x01"
        spoiled.write_bytes(content)
    found = rescue(spoiled, tmp_path / "new", lambda *_: None)
    assert found.documents == 4
    assert found.unread == {"l-wal": 1}
    assert _corpora(tmp_path / "new", writable=True)[0] == ["Báo"]
    assert not list(tmp_path.glob("*.rescuing-*"))


@pytest.fixture
def backup(ours):
    """A verified copy of a library in its folder."""
    with open_library(str(ours)) as library:
        return Path(library.backups.make().path)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_backup_that_is_opened_keeps_every_byte(backup, ours, at_once):
    before = _beside(backup)
    with open_library(str(backup), at_once=at_once) as library:
        assert library.is_read_only
        assert "is a backup" in str(library.warnings[0])
        assert library.corpora.list()[0].documents == 4
        with pytest.raises(EnvironmentProblem, match="open for reading only"):
            library.corpora.create("Mới")
        with pytest.raises(EnvironmentProblem, match="open for reading only"):
            library.history.undo()
    assert _beside(backup) == before
    assert not list(backup.parent.glob("*.lock"))
    assert [copy.path for copy in backups_of(str(ours))] == [str(backup)]


def test_a_backup_elsewhere_or_under_another_name_by_a_link_is_only_read_too(backup, tmp_path):
    link, moved = tmp_path / "link", tmp_path / backup.name
    link.symlink_to(backup)
    shutil.copyfile(backup, moved)
    for path in (link, moved):
        with open_library(str(path)) as library:
            assert library.is_read_only


def test_no_library_is_begun_under_the_name_of_a_backup(backup, tmp_path):
    with pytest.raises(EnvironmentProblem, match="no longer there"):
        open_library(str(tmp_path / backup.name))


@pytest.fixture
def in_a_checkpoint(ours):
    """A library cut off while its log was moved into it: (the file, where its newest step's uid lies)."""
    with closing(sqlite3.connect(ours, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for table in ("step", "document", "setting"):
            connection.execute(f"UPDATE {table} SET rowid = rowid")  # as it was, and all of it in the log
        (uid,) = connection.execute("SELECT uid FROM step ORDER BY seq DESC").fetchone()
        left = {suffix: Path(f"{ours}{suffix}").read_bytes() for suffix in ("", "-wal")}
    for suffix, data in left.items():
        Path(f"{ours}{suffix}").write_bytes(data)
    Path(f"{ours}-shm").unlink(missing_ok=True)
    return ours, left[""].index(uid.encode())


def _write_at(path, place, data):
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


def test_a_log_is_its_own_beside_a_file_that_was_cut_off_in_a_checkpoint(in_a_checkpoint):
    """What such a file says by itself is no proof: its own log had been taken for another library's."""
    path, newest = in_a_checkpoint
    _write_at(path, newest, b"00000000")
    assert not judging.owns_log(path), "a whole file that says another step than the log does"
    text = path.read_bytes().index("Hà Nội có mưa".encode())
    _write_at(path, text // 4096 * 4096, bytes(4096))
    assert judging.owns_log(path)
    assert _corpora(path, writable=True)[0] == ["Báo"]
