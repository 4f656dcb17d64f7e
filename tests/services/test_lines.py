"""Two files of one library: each keeps its own copies, whatever is made of the other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from annotator.model.soundness import BackupInfo, Occasion
from annotator.services.library import open_library
from annotator.services.saving.elsewhere import keep_aside
from annotator.storage.copies import lines
from annotator.storage.copies import names as backup_names

TEXT = "Đồng chí Nguyễn Văn A dự lễ trao Huân chương Lao động."


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """A library, and a copy of its file."""
    one, other = str(tmp_path / "one.annotator"), str(tmp_path / "other.annotator")
    with open_library(one) as library:
        library.documents.add(library.corpora.create("Báo").value.uid, "Bài", TEXT)
    shutil.copy(one, other)
    return one, other


def _worked(where: str, title: str) -> BackupInfo:
    """The routine copy after a document was added."""
    with open_library(where) as library:
        library.documents.add(library.corpora.list()[0].uid, title, f"{title} {TEXT}")
        made = library.backups.if_due()
    assert made is not None
    return made


def _last_step(file: str) -> str | None:
    return lines.last_step_of(Path(file))


def test_work_in_a_copy_takes_no_backup_of_the_other_file(two):
    one, other = two
    ours = [_worked(one, "a"), _worked(one, "b")]
    theirs = _worked(other, "c")
    assert [Path(copy.path).exists() for copy in (*ours, theirs)] == [False, True, True], "one line, one hour"
    again = _worked(one, "d")
    assert Path(theirs.path).exists()
    assert not Path(ours[1].path).exists()
    assert _last_step(again.path) == _last_step(one)


def test_a_file_put_in_the_place_of_another_takes_none_of_its_backups(two):
    one, other = two
    lost = _worked(one, "only here")
    shutil.copy(other, one)
    newer = _worked(one, "after")
    assert Path(lost.path).exists(), "its last step is in no other copy"
    assert Path(newer.path).exists()


def test_a_file_without_changes_of_its_own_needs_no_copy_because_the_other_one_has_some(two):
    one, other = two
    _worked(one, "a")
    _worked(other, "b")
    for where in two:
        with open_library(where) as library:
            assert library.backups.if_due() is None


def test_a_young_copy_of_the_other_file_is_none_of_this_one(two):
    one, other = two
    _worked(one, "a")
    with open_library(other) as library:
        library.documents.add(library.corpora.list()[0].uid, "b", "b")
        assert library.backups.before_bulk() == ()
        assert library.backups.list()[0].occasion is Occasion.BULK


def test_the_list_says_which_copies_are_of_another_file(two):
    one, other = two
    _worked(one, "a")
    _worked(other, "b")
    with open_library(one, writable=False) as library:
        kept = library.backups.kept()
    assert [kept.is_of_another(copy) for copy in kept.copies] == [True, False]


def test_what_is_kept_aside_of_a_lost_file_is_told_by_its_own_copies(two):
    one, other = two
    ours = _worked(one, "a")
    _worked(other, "b")
    with open_library(one) as library:
        kept = keep_aside(library)
    assert kept is not None
    assert kept.time == ours.time


def test_copies_named_before_there_were_lines_go_when_a_newer_one_holds_them(two):
    one, _ = two
    old = Path(_worked(one, "a").path)
    told = backup_names.read(old)
    assert told is not None
    plain = old.rename(old.with_name(old.name.replace(f"-l{told.line}", "")))
    _worked(one, "b")
    assert not plain.exists()


def test_a_file_that_is_no_copy_holds_nothing(two, tmp_path):
    one, _ = two
    told = backup_names.read(Path(_worked(one, "a").path))
    assert told is not None
    empty = tmp_path / told.file.name
    empty.write_bytes(b"")
    none = backup_names.read(empty)
    assert none is not None
    assert lines.holds(told, told)
    assert not lines.holds(told, none)
    assert not lines.holds(none, told)
