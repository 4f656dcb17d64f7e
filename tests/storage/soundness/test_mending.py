"""What can be proved is put right: after an exact copy, in one transaction, and looked at again."""

from __future__ import annotations

import sqlite3

import pytest

from annotator.errors import EnvironmentProblem
from annotator.services.library import open_library
from annotator.storage.soundness import mending


def _plant(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def _kept(home):
    """The library with two spans and a backup, closed."""
    home.label(9, 21)
    home.label(0, 8, 1)
    home.library.backups.make()
    home.library.close()
    return home.path


def _repaired(path):
    with open_library(str(path), at_once=False) as library:
        return library.checking.check(repair=True)


def _state(path):
    with open_library(str(path), writable=False) as library, library.store.reading() as view:
        rows = view.connection.exec_driver_sql("SELECT * FROM span_version ORDER BY id").all()
        return rows, view.connection.exec_driver_sql("SELECT text, length, text_sha256 FROM document").all()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE document SET text = replace(text, 'Bí', 'Bi')",
        "UPDATE document SET text = CAST(x'42C3' AS TEXT)",
        "UPDATE document SET length = length + 1",
        "UPDATE span_version SET covered = 'x'",
        "UPDATE span_version SET start = start + 1 WHERE id = 1",
        "DELETE FROM span_version WHERE id = 2",
        "UPDATE span_version SET to_step = from_step WHERE id = 1",
        "UPDATE label_version SET definition = 'x' WHERE id = 3",
        "DELETE FROM label_count",
        "UPDATE step SET time = '2001-01-01T00:00:00.000Z' WHERE seq = 2",
        "UPDATE step SET summary = '{}' WHERE seq = 3",
        "DELETE FROM setting WHERE name = 'created'",
        "UPDATE setting SET name = 'selg' WHERE name = 'self'",
        "DELETE FROM setting WHERE name = 'replica'",
        "DROP INDEX uq_span_version_living_uid",
        'CREATE UNIQUE INDEX "plan""ted" ON corpus_version (corpus)',
    ],
)
def test_what_a_copy_or_the_library_itself_proves_is_put_right(home, damage):
    path = _kept(home)
    before = _state(path)
    _plant(path, damage)
    with open_library(str(path), writable=False) as library:
        found = library.checking.check()
    assert found.problems
    assert all(each.repairable and each.cure is not None for each in found.problems), found.problems
    report = _repaired(path)
    assert report.sound, report.problems
    assert report.repaired == len(found.problems)
    assert _state(path) == before
    copy = sqlite3.connect(report.copy)
    assert copy.execute("SELECT count(*) FROM document").fetchone() == (1,)
    copy.close()


@pytest.mark.parametrize(
    "damage",
    [
        ("UPDATE document SET text = 'x' || text",),
        ("UPDATE document SET text = substr(text, 1, 5)",),
        ("UPDATE document SET text = 'x' || text", "UPDATE span_version SET covered = 'sai' WHERE id = 1"),
        ("UPDATE document SET text = 'x' || text", "UPDATE span_version SET start = 1 WHERE id = 2"),
        ("PRAGMA foreign_keys=OFF", "DELETE FROM layer_version", "DELETE FROM span_version"),
    ],
)
def test_the_first_answer_foretells_all_that_one_repair_puts_right(home, damage):
    path = _kept(home)
    before = _state(path)
    _plant(path, *damage)
    with open_library(str(path), writable=False) as library:
        found = library.checking.check()
    assert len(found.problems) > 1
    assert all(each.repairable and each.cure is not None for each in found.problems), found.problems
    report = _repaired(path)
    assert report.sound, report.problems
    assert report.repaired == len(found.problems)
    assert _state(path) == before


def test_the_first_answer_promises_nothing_that_the_repair_does_not_keep(home):
    path = _kept(home)
    with open_library(str(path)) as library:
        library.documents.add(home.corpus, "Bài 2", "Huân chương Lao động.")
    _plant(
        path,
        "UPDATE document SET text = 'x' || text",
        "UPDATE span_version SET covered = 'sai' WHERE id = 1",
    )
    with open_library(str(path), writable=False) as library:
        found = library.checking.check()
    lost = {each.where for each in found.problems if not each.repairable}
    assert len(lost) == 1
    assert {each.where for each in _repaired(path).problems} == lost


def test_without_a_copy_what_nothing_proves_stays_and_is_said(home):
    home.label(9, 21)
    home.library.close()
    _plant(
        home.path,
        "UPDATE document SET text = replace(text, 'Văn', 'Van')",
        "UPDATE label_count SET spans = 7",
    )
    report = _repaired(home.path)
    assert [(each.kind, each.repairable) for each in report.problems] == [("hash", False), ("covered", False)]
    assert report.repaired == 1
    assert report.problems[0].document == home.document
    assert "“Bài 1”" in str(report.problems[0].message)


def test_a_change_that_is_newer_than_the_copy_is_kept(home):
    first = home.label(9, 21)
    home.library.backups.make()
    later = home.label(0, 8, 1)
    home.library.close()
    _plant(home.path, f"UPDATE span_version SET note = 'x' WHERE uid = '{first}'")
    assert _repaired(home.path).sound
    rows, _ = _state(home.path)
    assert {row[1] for row in rows} == {first, later}


def test_a_copy_of_another_state_proves_nothing(home):
    home.library.backups.make()
    uid = home.label(9, 21)
    home.library.close()
    _plant(home.path, f"UPDATE span_version SET note = 'x' WHERE uid = '{uid}'")
    before = home.path.read_bytes()
    report = _repaired(home.path)
    assert [each.repairable for each in report.problems] == [False]
    assert report.copy is None
    assert home.path.read_bytes() == before


def test_what_would_leave_anything_wrong_is_not_kept(home, monkeypatch):
    path = _kept(home)
    _plant(path, "UPDATE document SET text = replace(text, 'Bí', 'Bi')")
    write = mending.put_right
    monkeypatch.setattr(
        mending,
        "put_right",
        lambda unit, mends: (
            write(unit, mends),
            unit.connection.exec_driver_sql("UPDATE span_version SET note = 'planted'"),
        ),
    )
    report = _repaired(path)
    assert {each.kind for each in report.problems} == {"hash"}
    assert {row[8] for row in _state(path)[0]} == {""}


def test_a_library_opened_for_reading_is_not_repaired(home):
    path = _kept(home)
    _plant(path, "UPDATE label_count SET spans = 7")
    before = path.read_bytes()
    with (
        open_library(str(path), writable=False) as library,
        pytest.raises(EnvironmentProblem, match="for reading"),
    ):
        library.checking.repair()
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.before-repair-*"))


def test_what_another_thread_reads_is_waited_for(home, monkeypatch):
    monkeypatch.setattr("annotator.storage.store._READER_SECONDS", 0.01)
    path = _kept(home)
    _plant(path, "UPDATE label_count SET spans = 7")
    with open_library(str(path)) as library:
        with library.store.reading(), pytest.raises(EnvironmentProblem, match="being read"):
            library.checking.repair()
        assert library.checking.repair().value.sound


def test_the_check_in_a_child_says_how_far_it_is_and_finds_the_same(home):
    path = _kept(home)
    _plant(path, "UPDATE label_count SET spans = 7")
    told = []
    with open_library(str(path)) as library:
        found = library.checking.look(lambda done, total: told.append((done, total)))
        assert found == library.checking.check()
    assert told[-1][1] > 0


def test_findings_name_document_label_step_and_what_is_counted(home):
    home.label(9, 21)
    home.label(0, 8, 1)
    home.library.close()
    _plant(
        home.path,
        "UPDATE span_version SET covered = 'sai' WHERE id = 1",
        "DELETE FROM span_version WHERE id = 2",
        "UPDATE document_row SET spans = 99",
    )
    with open_library(str(home.path), writable=False) as library:
        first, second = (each.label.name for each in library.labels.list(home.corpus)[:2])
        said = [str(each.message) for each in library.checking.check().problems]
    assert f"“Bài 1”: the span “Nguyễn Văn A”, labelled “{first}”, is kept with other words: “sai”." in said
    assert any(each.startswith("1 entry that step ") and "is missing" in each for each in said), said
    assert "1 row of the list of documents is wrong: “Bài 1”." in said
    assert f"The number of spans of 1 label is wrong: “{second}”." in said


def test_the_uid_of_a_library_is_proved_by_the_copies_of_its_steps(home):
    path = _kept(home)
    before = home.library.uid
    other = f"{'1' if before[0] == '0' else '0'}{before[1:]}"
    _plant(path, f"UPDATE setting SET value = '{other}' WHERE name = 'uid'")
    with open_library(str(path), writable=False) as library:
        (found,) = library.checking.check().problems
    assert (found.kind, found.where, found.repairable) == ("identity", "setting uid", True)
    assert _repaired(path).sound
    with open_library(str(path), writable=False) as library:
        assert library.uid == before
        assert len(library.backups.list()) == 1
