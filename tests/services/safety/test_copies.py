"""Copies prove themselves each time they are listed or restored; what changed since is neither."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path

import pytest

from annotator import paths
from annotator.errors import EnvironmentProblem, UserError
from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.services.safety.backups import Backups
from annotator.services.safety.rescue import backups_of
from annotator.storage.copies import thinning

TEXT = "Đồng chí Nguyễn Văn A dự lễ trao Huân chương Lao động. " * 200


@pytest.fixture
def where(tmp_path: Path) -> str:
    """A closed library with a text, a span and one copy."""
    path = str(tmp_path / "library.annotator")
    with open_library(path) as library:
        corpus = library.corpora.create("Báo").value.uid
        document = library.documents.add(corpus, "Bài", TEXT).value.uid
        label = library.labels.list(corpus)[0].label.uid
        library.annotating.apply(document, (SpanAdded(Span(new_uid(), 9, 21, label)),))
        library.backups.make()
    return path


def _copy(where: str) -> Path:
    return Path(backups_of(where)[0].path)


def _cut(content: bytearray) -> None:
    del content[-5000:]


def _zero(content: bytearray) -> None:
    middle = len(content) // 2
    content[middle : middle + 8192] = bytes(8192)


def _flip(content: bytearray) -> None:
    content[content.rindex("Huân".encode())] ^= 1


def _shorten(content: bytearray) -> None:
    del content[:]


@pytest.mark.parametrize("harm", [_cut, _zero, _flip, _shorten])
def test_a_copy_that_changed_is_neither_listed_nor_restored(where, tmp_path, harm):
    copy, output = _copy(where), tmp_path / "new.annotator"
    content = bytearray(copy.read_bytes())
    harm(content)
    copy.write_bytes(content)
    assert backups_of(where) == []
    with pytest.raises(EnvironmentProblem) as caught:
        Backups.restore(str(copy), str(output))
    assert str(copy) in str(caught.value)
    assert ".restoring-" not in str(caught.value)
    assert sorted(file.name for file in tmp_path.iterdir() if "new" in file.name) == []


def test_a_flipped_bit_in_any_library_is_noticed_when_it_is_restored(where, tmp_path):
    elsewhere = tmp_path / "mine.annotator"
    content = bytearray(_copy(where).read_bytes())
    _flip(content)
    elsewhere.write_bytes(content)
    with pytest.raises(EnvironmentProblem, match="not sound"):
        Backups.restore(str(elsewhere), str(tmp_path / "new.annotator"))
    assert not (tmp_path / "new.annotator").exists()


def test_a_log_that_was_altered_is_noticed_when_it_is_restored(where, tmp_path):
    elsewhere = tmp_path / "mine.annotator"
    elsewhere.write_bytes(_copy(where).read_bytes())
    connection = sqlite3.connect(elsewhere)
    connection.execute("UPDATE span_version SET note = 'x'")
    connection.commit()
    connection.close()
    with pytest.raises(EnvironmentProblem, match="not sound"):
        Backups.restore(str(elsewhere), str(tmp_path / "new.annotator"))


def test_a_list_says_the_hash_of_each_copy(where):
    listed = backups_of(where)
    assert [re.fullmatch("[0-9a-f]{64}", each.sha256) is not None for each in listed] == [True]


def test_no_copy_is_made_of_a_library_with_a_flipped_bit(where):
    content = bytearray(Path(where).read_bytes())
    _flip(content)
    Path(where).write_bytes(content)
    with (
        open_library(where, writable=False) as library,
        pytest.raises(EnvironmentProblem, match="did not prove itself") as caught,
    ):
        library.backups.make()
    assert "hash" in str(caught.value)
    assert [file.name for file in _copy(where).parent.iterdir()] == [_copy(where).name]


def test_a_copy_that_spoiled_is_due_again(where):
    copy = _copy(where)
    os.truncate(copy, 5000)
    with open_library(where) as library:
        assert library.backups.if_due(0) is not None
        assert library.backups.if_due(0) is None


def test_copies_of_a_damaged_library_are_found_after_it_was_moved(where):
    moved = Path(where).rename(Path(where).with_name("moved.annotator"))
    content = bytearray(moved.read_bytes())
    content[4096:8192] = bytes(4096)
    moved.write_bytes(content)
    with pytest.raises(EnvironmentProblem, match="damaged"):
        open_library(str(moved), writable=False)
    assert len(backups_of(str(moved))) == 1


def test_copies_of_a_library_that_is_gone_are_found_by_where_it_was(where):
    Path(where).unlink()
    assert len(backups_of(where)) == 1
    with pytest.raises(EnvironmentProblem):
        backups_of(f"{where}.other")


def test_a_link_where_a_copy_is_to_go_is_not_followed(where, tmp_path):
    foreign = tmp_path / "foreign"
    (tmp_path / "copy").symlink_to(foreign)
    with open_library(where, writable=False) as library, pytest.raises(UserError, match="there"):
        library.backups.make(str(tmp_path / "copy"))
    assert not foreign.exists()
    assert len(list(paths.backup_folder().iterdir())) == 1


def test_as_many_steps_are_no_proof_that_nothing_changed(where):
    """A copy that was restored may come to the number of steps of the newest copy by other acts."""
    with open_library(where) as library:
        assert library.backups.if_due() is None
        library.corpora.create("Một")
        library.backups.make()
    with open_library(where) as library:
        Backups.restore(library.backups.list()[1].path, f"{where}.other")
    with open_library(f"{where}.other") as other:
        other.corpora.create("Hai")
        assert other.backups.list()[0].step == 5
        assert other.backups.if_due() is not None
        assert other.backups.if_due() is None


def test_a_young_copy_that_is_spoiled_is_none(where):
    copy = _copy(where)
    content = bytearray(copy.read_bytes())
    _flip(content)
    copy.write_bytes(content)
    with open_library(where) as library:
        library.backups.before_bulk()
        assert [each.number for each in library.backups.list()] == [2]
        library.backups.before_bulk()
        assert [each.number for each in library.backups.list()] == [2]


def test_what_cannot_be_thinned_out_is_no_failure_of_the_copy(where, monkeypatch):
    """Nor is a folder that somebody gave the name of a copy."""
    copy = _copy(where)
    copy.with_name(copy.name.replace("-n1-", "-n9-")).mkdir()
    with open_library(where) as library:
        library.corpora.create("Khác")
        with monkeypatch.context() as patch:
            patch.setattr(thinning, "superfluous", lambda copies, *_: copies[1:])
            patch.setattr(Path, "unlink", _refuse)
            assert library.backups.if_due(0).number == 2
        assert [each.number for each in library.backups.list()] == [2, 1]


def _refuse(self, **_options):
    raise PermissionError(13, "not allowed", str(self))


def test_in_place_of_a_link_what_it_leads_to_is_put_back(where, tmp_path):
    copy, front = _copy(where), tmp_path / "front.annotator"
    front.symlink_to(where)
    Path(where).write_bytes(bytes(4096))
    done = Backups.put_back(str(copy), str(front))
    assert front.is_symlink()
    assert Path(done.kept).read_bytes() == bytes(4096)
    assert not Path(done.kept).is_symlink()
    with open_library(where, writable=False) as library:
        assert library.checking.check().sound


def test_one_that_a_person_asks_for_takes_no_others_place(where):
    with open_library(str(where)) as library:
        library.corpora.create("Trước")
        first = library.backups.if_due(0)
        library.corpora.create("Sau")
        library.backups.make()
        library.corpora.create("Nữa")
        asked = library.backups.make()
        assert first.path in {each.path for each in library.backups.list()}
        library.corpora.create("Rồi")
        library.backups.if_due(0)
        left = {each.path for each in library.backups.list()}
    assert first.path not in left, "the next one made by itself thins out"
    assert asked.path in left
