"""Each proof of the check can fail: what it is there to find is planted, and found by it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from annotator.errors import DamagedError, EnvironmentProblem
from annotator.model.identity import is_uid
from annotator.services.library import open_library
from annotator.services.safety.rescue import save_what_can_be_read
from annotator.storage.repositories import stream

NO_INDEX = (
    "DROP INDEX uq_span_version_living_uid",
    "DROP INDEX uq_span_version_living_layer_start_end_label_parts",
)
TWIN = (
    'INSERT INTO span_version (uid, layer, start, "end", parts, label, note, flags, origin, suggestion_uid, '
    'from_step, covered) SELECT uid, layer, start, "end", parts, label, note, flags, origin, '
    "suggestion_uid, from_step, covered FROM span_version"
)


def _written(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path.read_bytes()


def _kinds(path, *statements):
    _written(path, *statements)
    with open_library(str(path), writable=False) as library:
        return {problem.kind for problem in library.checking.check().problems}


@pytest.mark.parametrize(
    ("kind", "statements"),
    [
        ("schema", NO_INDEX[:1]),
        ("twice", (*NO_INDEX, TWIN)),
        ("replay", (*NO_INDEX, TWIN)),
        ("orphan", ("DELETE FROM label_version WHERE label = 2",)),
        ("orphan", ("UPDATE corpus_version SET to_step = from_step",)),
        ("log", ("DELETE FROM step WHERE seq = 2",)),
        ("log", ("UPDATE step SET counter = 0 WHERE seq = 3",)),
        ("hash", ("UPDATE document SET text = CAST(x'42C3' AS TEXT)",)),
        ("hash", ("UPDATE document_version SET text_sha256 = 'x'",)),
        ("identity", ("UPDATE document SET uid = uid || 'x'",)),
        ("covered", ("UPDATE span_version SET covered = CAST(x'42C3' AS TEXT)",)),
    ],
)
def test_what_is_planted_is_found(home, kind, statements):
    home.label(9, 21)
    home.library.close()
    assert kind in _kinds(home.path, *statements)


def test_a_text_of_no_characters_damages_nothing_else(home):
    """One flipped bit makes a text no UTF-8; the file is not called damaged for it."""
    home.library.close()
    found = _kinds(home.path, "UPDATE document SET text = CAST(x'42C3' AS TEXT)")
    assert "structure" not in found


def test_what_undo_wrote_is_compared_with_what_it_took_back(home):
    uid = home.label(9, 21)
    for _ in range(2):
        home.library.history.undo()
        home.library.history.redo()
    assert home.library.checking.check().sound
    home.library.close()
    newest = f"(SELECT max(id) FROM span_version WHERE uid = '{uid}')"
    assert "replay" in _kinds(home.path, f"UPDATE span_version SET note = 'x' WHERE id = {newest}")


def test_a_comment_beyond_its_text_is_found(home):
    home.library.comments.add(home.document, "Xem lại", start=0, end=8)
    home.library.close()
    assert "review" in _kinds(home.path, 'UPDATE comment_version SET "end" = 5000')


@pytest.mark.parametrize("uid", ["../../elsewhere", "x\x00y", "01A20A3B-BDA6-7B07-94D0-844519000000"])
def test_a_library_that_is_known_by_no_uid_is_refused(home, uid, tmp_path):
    """Its uid names folders in which copies are thinned out."""
    home.library.close()
    before = _written(
        home.path, f"UPDATE setting SET value = CAST(x'{uid.encode().hex()}' AS TEXT) WHERE name = 'uid'"
    )
    for writable in (True, False):
        with pytest.raises(DamagedError):
            open_library(str(home.path), writable=writable)
    assert home.path.read_bytes() == before
    assert save_what_can_be_read(str(home.path), str(tmp_path / "new"), lambda *_: None).is_whole
    with open_library(str(tmp_path / "new")) as found:
        assert is_uid(found.uid)


def test_who_is_at_the_desk_is_found_again(home):
    home.library.close()
    _written(home.path, "UPDATE setting SET value = 'x' WHERE name IN ('self', 'replica')")
    with open_library(str(home.path)) as library:
        assert library.is_read_only
        assert "who is at the desk" in str(library.warnings[-1])
        report = library.checking.check()
        assert [(each.where, each.repairable) for each in report.problems] == [
            ("setting self", True),
            ("setting replica", True),
        ]
        assert library.checking.repair().value.sound
        library.history.undo()
    with open_library(str(home.path)) as library:
        assert not library.is_read_only
        assert library.checking.check().sound


def test_only_passing_names_of_the_program_are_swept(home, tmp_path):
    """A file of a person's that only begins like one of ours stays, as do folders."""
    made = Path(home.library.backups.make().path)
    mine = [
        made.with_name(name) for name in ("unfinished-novel.docx", "unfinished-1", "unfinished-" + "g" * 16)
    ]
    left = [made.with_name("unfinished-" + "0a" * 8 + suffix) for suffix in ("", "-journal")]
    folder = made.with_name("unfinished-" + "1b" * 8)
    folder.mkdir()
    for file in (*mine, *left):
        file.write_bytes(b"half")
    for file in (*mine, *left, folder):
        os.utime(file, (1e9, 1e9))
    home.library.backups.make()
    assert all(file.exists() for file in (*mine, folder))
    assert not any(file.exists() for file in left)


@pytest.mark.parametrize(
    ("where", "statement"),
    [
        ("layer 1", "UPDATE layer SET annotator = 2"),
        ("label 2", "UPDATE label SET uid = 'x' WHERE id = 2"),
        ("corpus 1", "UPDATE corpus SET uid = uid || 'x'"),
        ("document 1", "UPDATE document SET uid = uid || 'x'"),
        ("annotator 2", "DELETE FROM annotator WHERE id = 2"),
    ],
)
def test_what_no_digest_covers_is_witnessed_by_a_copy(home, where, statement):
    home.label(9, 21)
    home.library.people.create("Lan")
    home.library.backups.make()
    home.label(23, 28)
    home.library.close()
    before = _rows(home.path)
    found = _kinds(home.path, statement)
    assert "identity" in found
    with open_library(str(home.path)) as library:
        found = [each for each in library.checking.check().problems if each.kind == "identity"]
        assert where in {each.where for each in found}
        assert all(each.repairable for each in found), found
        assert library.checking.repair().value.sound
    assert _rows(home.path) == before


def test_a_copy_before_rows_were_taken_away_witnesses_nothing(home):
    """The bin's emptying frees row numbers, which other things get."""
    home.library.backups.make()
    home.library.documents.bin([home.document])
    home.library.purging.empty_bin()
    home.library.documents.add(home.corpus, "Bài 2", "Khác hẳn.")
    assert home.library.checking.check().sound


def _rows(path):
    connection = sqlite3.connect(path)
    tables = ("layer", "label", "corpus", "annotator", "document", "document_row")
    found = [sorted(connection.execute(f"SELECT * FROM {table}")) for table in tables]
    connection.close()
    return found


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are not tried: this system has none")
def test_a_named_pipe_is_no_library(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for writable in (True, False):
        with pytest.raises(EnvironmentProblem, match="named pipe"):
            open_library(str(tmp_path / "pipe"), writable=writable)


@pytest.mark.parametrize("lost", [{"raw": None}, {"title": None}, {"metadata": None}])
def test_nothing_in_the_place_of_a_text_is_a_document_that_cannot_be_read(lost):
    told = {"title": b"T", "raw": b"words", "metadata": b"{}"} | lost
    assert not stream._read("u", "c", **told)[1]
    assert stream._read("u", "c", b"T", b"words", b"{}")[1]
