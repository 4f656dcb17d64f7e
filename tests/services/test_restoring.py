"""From a copy back to a library: as a new file or in place of a damaged one, also of older versions."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import replace
from functools import partialmethod
from pathlib import Path

import pytest

from annotator import paths
from annotator.errors import EnvironmentProblem, UserError
from annotator.model.soundness import Occasion
from annotator.services.library import open_library
from annotator.services.safety.backups import Backups
from annotator.services.safety.rescue import backups_of, cannot_be_read
from annotator.settings import PreferencesFile
from annotator.storage.copies import restoring, thinning
from annotator.storage.file.lock import LibraryLock
from annotator.storage.file.sqlite import APPLICATION_ID
from annotator.storage.migrations import NEWEST

LIBRARIES = Path(__file__).parents[1] / "data" / "libraries"
TEXT = "Đồng chí Nguyễn Văn A dự lễ trao Huân chương Lao động."


@pytest.fixture
def where(tmp_path: Path) -> str:
    """A closed library with a document, and no copy."""
    path = str(tmp_path / "library.annotator")
    with open_library(path) as library:
        corpus = library.corpora.create("Báo").value.uid
        library.documents.add(corpus, "Bài", TEXT)
    return path


def _backed_up(where: str) -> str:
    with open_library(where) as library:
        return library.backups.make().path


def _titles(where: str) -> list[str]:
    with open_library(where, writable=False) as library:
        corpus = library.corpora.list()[0].uid
        return [row.title for row in library.documents.rows(library.documents.keys(corpus))]


def _choose(folder: Path | str) -> None:
    PreferencesFile().change(lambda now: _with_folder(now, str(folder)))


def _with_folder(now, folder):
    return replace(now, backup_folder=folder)


class TestInPlace:
    def test_the_damaged_file_is_kept_with_its_log(self, where):
        copy = _backed_up(where)
        damaged = b"\0" * 5000
        Path(where).write_bytes(damaged)
        Path(f"{where}-wal").write_bytes(b"what was not moved yet")
        back = Backups.put_back(copy, where)
        assert _titles(where) == ["Bài"]
        assert back.kept is not None
        assert Path(back.kept).name.startswith("library.annotator.damaged-20")
        assert Path(back.kept).read_bytes() == damaged
        assert Path(f"{back.kept}-wal").read_bytes() == b"what was not moved yet"
        assert sorted(file.name for file in Path(where).parent.iterdir() if "library" in file.name) == [
            "library.annotator",
            Path(back.kept).name,
            f"{Path(back.kept).name}-wal",
        ]

    def test_a_library_that_is_gone_comes_back(self, where):
        copy = _backed_up(where)
        Path(where).unlink()
        back = Backups.put_back(copy, where)
        assert (_titles(where), back.kept, back.made.documents) == (["Bài"], None, 1)

    def test_where_links_are_not_to_be_had_it_is_copied(self, where, monkeypatch):
        copy = _backed_up(where)
        Path(where).write_bytes(b"x" * 200)
        monkeypatch.setattr(os, "link", _refuse)
        back = Backups.put_back(copy, where)
        assert Path(str(back.kept)).read_bytes() == b"x" * 200
        assert _titles(where) == ["Bài"]

    @pytest.mark.parametrize(("step", "there"), [("_keep", ["Bài", "Mới"]), ("_drop_logs", ["Bài"])])
    def test_killed_in_between_no_file_is_without_its_log(self, where, tmp_path, monkeypatch, step, there):
        """What was saved last lay in the log of a killed writer; the log was moved before the file."""
        copy = _backed_up(where)
        with open_library(where) as library:
            library.documents.add(library.corpora.list()[0].uid, "Mới", TEXT + " Khác.")
            killed = tmp_path / "killed"
            killed.mkdir()
            for file in Path(where).parent.glob("library.annotator*"):
                shutil.copy(file, killed)
        library_file = str(killed / "library.annotator")
        assert Path(f"{library_file}-wal").stat().st_size > 0
        done = getattr(restoring, step)

        def kill(path: Path) -> None:
            if step == "_keep":
                done(path)
            raise KeyboardInterrupt

        monkeypatch.setattr(restoring, step, kill)
        with pytest.raises(KeyboardInterrupt):
            Backups.put_back(copy, library_file)
        assert _titles(library_file) == there
        with open_library(library_file) as library:  # writes, and so moves or sets aside what lies beside
            library.corpora.create("Sau")
        assert _titles(library_file) == there
        (kept,) = (file for file in killed.glob("*.damaged-*") if not file.name.endswith(("-wal", "-shm")))
        if step == "_drop_logs":
            assert _titles(str(kept)) == ["Bài", "Mới"]

    def test_a_library_in_use_is_left_alone(self, where, monkeypatch):
        copy = _backed_up(where)
        monkeypatch.setattr(LibraryLock, "acquire", partialmethod(LibraryLock.acquire, wait=0.0))
        with open_library(where):
            before = sorted(Path(where).parent.iterdir())
            with pytest.raises(EnvironmentProblem):
                Backups.put_back(copy, where)
            assert sorted(Path(where).parent.iterdir()) == before

    def test_a_spoiled_copy_takes_no_place(self, where):
        copy = _backed_up(where)
        Path(copy).write_bytes(b"x")
        before = Path(where).read_bytes()
        with pytest.raises(EnvironmentProblem, match="bytes have changed"):
            Backups.put_back(copy, where)
        assert Path(where).read_bytes() == before
        assert [file.name for file in Path(where).parent.iterdir()] == ["library.annotator"]

    def test_a_library_is_not_put_back_over_itself(self, where):
        with pytest.raises(UserError, match="itself"):
            Backups.put_back(where, where)

    def test_a_copy_of_another_library_takes_no_place_of_one_that_is_not_damaged(self, where, tmp_path):
        other = str(tmp_path / "other.annotator")
        with open_library(other) as library:
            library.corpora.create("Khác")
        copy = _backed_up(other)
        before = Path(where).read_bytes()
        with pytest.raises(EnvironmentProblem, match="copy of another library"):
            Backups.put_back(copy, where)
        assert Path(where).read_bytes() == before
        assert not list(Path(where).parent.glob("*.damaged-*"))

    def test_a_copy_of_another_library_takes_the_place_of_a_damaged_one(self, where, tmp_path):
        with open_library(str(tmp_path / "other.annotator")) as library:
            library.corpora.create("Khác")
        copy = _backed_up(str(tmp_path / "other.annotator"))
        Path(where).write_bytes(Path(where).read_bytes()[:-5000])
        back = Backups.put_back(copy, where)
        assert back.kept is not None
        with open_library(where, writable=False) as library:
            assert [each.name for each in library.corpora.list()] == ["Khác"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are not tried: this system has none")
    def test_a_pipe_is_no_copy(self, where, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        for restore in (Backups.put_back, Backups.restore):
            target = where if restore is Backups.put_back else str(tmp_path / "new.annotator")
            with pytest.raises(EnvironmentProblem, match="named pipe"):
                restore(str(tmp_path / "pipe"), target)

    @pytest.mark.parametrize("last", ["link", "-wal", "restoring"])
    def test_cut_at_any_point_there_is_a_library(self, where, monkeypatch, last):
        copy = _backed_up(where)
        before = Path(where).read_bytes()
        Path(f"{where}-wal").write_bytes(b"log")
        for owner, name in ((os, "link"), (Path, "rename"), (Path, "replace")):
            monkeypatch.setattr(owner, name, _cut_before(getattr(owner, name), last))
        with pytest.raises(CutError):
            Backups.put_back(copy, where)
        assert Path(where).read_bytes() == before


class CutError(BaseException):
    """The power went."""


def _cut_before(call, last):
    def cut(source, *words, **more):
        if last in str(source) or last == call.__name__:
            raise CutError
        return call(source, *words, **more)

    return cut


def _refuse(*_words, **_more):
    raise OSError(95, "Operation not supported")


class TestPaused:
    def test_after_a_restore_nothing_is_removed_until_the_person_says_so(self, where, tmp_path):
        copy = _backed_up(where)
        Backups.restore(copy, str(tmp_path / "new.annotator"))
        with open_library(where) as library:
            assert library.backups.paused_since() is not None
            for name in ("B", "C"):
                library.corpora.create(name)
                library.backups.if_due(0)
            assert len(library.backups.list()) == 3
            library.backups.thin_out_again()
            assert library.backups.paused_since() is None
            library.corpora.create("D")
            library.backups.if_due(0)
            assert [each.number for each in library.backups.list()] == [4, 1]

    def test_a_restored_library_gets_copies_although_it_has_fewer_steps(self, where, tmp_path):
        early = _backed_up(where)
        with open_library(where) as library:
            for name in "BCDE":
                library.corpora.create(name)
            library.backups.make()
        new = str(tmp_path / "new.annotator")
        Backups.restore(early, new)
        with open_library(new) as library:
            library.corpora.create("Z")
            assert library.backups.if_due(0) is not None
            assert library.backups.if_due(0) is None


class TestFolder:
    def test_copies_go_where_the_person_chose_and_those_before_stay_known(self, where, tmp_path):
        first = _backed_up(where)
        chosen = tmp_path / "other disk"
        chosen.mkdir()
        _choose(chosen)
        second = _backed_up(where)
        assert Path(second).is_relative_to(chosen)
        assert [each.path for each in backups_of(where)] == [second, first]
        with open_library(where, writable=False) as library:
            kept = library.backups.kept()
        assert (kept.folder, [each.number for each in kept.copies]) == (str(chosen), [2, 1])
        Path(where).write_bytes(b"\0" * 4096)
        assert [each.path for each in backups_of(where)] == [second, first]

    def test_a_folder_whose_disk_is_away_is_not_made(self, where, tmp_path):
        _choose(tmp_path / "away")
        with open_library(where) as library:
            with pytest.raises(EnvironmentProblem, match="is not there"):
                library.backups.make()
            assert any("away" in str(warning) for warning in library.backups.before_bulk())
        assert not (tmp_path / "away").exists()
        assert not paths.backup_folder().exists()

    @pytest.mark.parametrize("folder", ["relative", "nul\0", 7])
    def test_a_folder_that_makes_no_sense_is_the_usual_one(self, folder, where):
        PreferencesFile().change(lambda now: _with_folder(now, folder))
        assert Path(_backed_up(where)).is_relative_to(paths.backup_folder())


def test_the_occasion_is_listed(where, monkeypatch):
    monkeypatch.setattr("annotator.services.safety.backups._BEFORE_BULK", 0)
    with open_library(where) as library:
        thinning.pause(Path(library.backups.make().path).parent)
        library.corpora.create("B")
        library.backups.before_bulk(Occasion.IMPORT)
        library.corpora.create("C")
        library.backups.if_due(0)
        found = [each.occasion for each in library.backups.list()]
    assert found == [Occasion.ROUTINE, Occasion.IMPORT, Occasion.ASKED]


@pytest.mark.parametrize("number", range(1, NEWEST))
def test_a_copy_of_an_older_version_comes_back_as_one_of_this(tmp_path, number):
    older = tmp_path / "older.annotator"
    made = sqlite3.connect(older)
    made.executescript((LIBRARIES / f"version-{number}.sql").read_text(encoding="utf-8"))
    made.execute(f"PRAGMA user_version={number}")
    made.execute(f"PRAGMA application_id={APPLICATION_ID}")
    made.close()
    before = older.read_bytes()
    restored = Backups.restore(str(older), str(tmp_path / "new.annotator"))
    assert older.read_bytes() == before
    with open_library(restored.path) as library:
        assert library.checking.check().sound
        assert sum(corpus.documents for corpus in library.corpora.list()) == restored.documents > 0


def test_a_library_of_a_newer_program_keeps_its_place(where):
    copy = _backed_up(where)
    content = bytearray(Path(where).read_bytes())
    content[60:64] = (99).to_bytes(4)
    Path(where).write_bytes(content)
    assert not cannot_be_read(where)
    with pytest.raises(EnvironmentProblem, match="99"):
        Backups.put_back(copy, where)
    assert Path(where).read_bytes() == content
    assert [file.name for file in Path(where).parent.iterdir()] == ["library.annotator"]


def test_what_cannot_be_read_may_be_replaced(where):
    _backed_up(where)
    assert not cannot_be_read(where)
    with open_library(where):
        assert not cannot_be_read(where)
    Path(where).write_bytes(b"x" * 100)
    assert cannot_be_read(where)
    Path(where).unlink()
    assert cannot_be_read(where)
