"""What stays of a step that lost rows for good is proved as before, and comes back from copies of before."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services.library import open_library
from annotator.settings import backup_roots
from annotator.storage.repositories import Repositories
from annotator.storage.soundness.rescuing import rescue

DAMAGE = [
    "UPDATE span_version SET label = (SELECT max(label) FROM span_version) WHERE id = 5",
    "UPDATE span_version SET start = 1, covered = substr(covered, 2) WHERE id = 5",
    "DELETE FROM span_version WHERE id = 5",
    "DELETE FROM span_version WHERE layer = 3",
    "UPDATE layer SET annotator = 1 WHERE id = 5",
    "UPDATE document_version SET title = 'anders' WHERE document = 4",
    "UPDATE label SET uid = 'a' || substr(uid, 2) WHERE id = 2",
    "UPDATE document SET uid = 'a' || substr(uid, 2) WHERE id = 4",
    "UPDATE annotator SET uid = 'a' || substr(uid, 2) WHERE id = 2",
]


def _lines():
    for number in range(4):
        spans = [
            {"start": 0, "end": 3, "label": "person", "annotator": "Lan"},
            {"start": 9, "end": 15, "label": "position", "annotator": "Bình"},
        ]
        yield json.dumps({"text": f"bài số {number} Hà Nội có mưa", "title": f"t{number}", "spans": spans})


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """A library with four documents of two people, which came in one step; made once."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "x.jsonl").write_text("\n".join(_lines()), encoding="utf-8")
    with open_library(str(folder / "l")) as library:
        library.importing.import_paths([str(folder / "x.jsonl")], "Báo")
    return folder / "l"


@pytest.fixture
def path(imported, tmp_path):
    """That library, to be spoiled."""
    return Path(shutil.copyfile(imported, tmp_path / "l"))


def _empty_bin(path, *numbers):
    """Let documents leave for good, by their numbers."""
    with open_library(str(path)) as library:
        with library.store.reading() as view:
            uids = dict(view.connection.exec_driver_sql("SELECT id, uid FROM document").all())
        library.documents.bin([uids[number] for number in numbers])
        library.purging.empty_bin()


def _plant(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def _remove_copies():
    for copy in backup_roots()[-1].glob("*/*.annotator"):
        copy.unlink()


def _checked(path, *, repair=False):
    with open_library(str(path), writable=repair, at_once=False) as library:
        return library.checking.check(repair=repair)


def _state(path):
    tables = ("span_version", "document_version", "layer", "label", "annotator", "step", "step_gap")
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in tables]


@pytest.mark.parametrize("damage", DAMAGE)
def test_it_is_proved_without_any_copy(path, damage):
    _empty_bin(path, 1)
    _remove_copies()
    assert _checked(path).sound
    _plant(path, damage)
    assert "log" in {each.kind for each in _checked(path).problems}


def test_no_repair_makes_its_loss_the_truth(path):
    _empty_bin(path, 1)
    _remove_copies()
    _plant(path, "DELETE FROM span_version WHERE id = 5")
    assert {each.kind for each in _checked(path, repair=True).problems} == {"log"}


@pytest.mark.parametrize("damage", [DAMAGE[1], *DAMAGE[3:6], DAMAGE[7]])
def test_it_comes_back_from_a_copy_of_before(path, damage):
    _empty_bin(path, 1)
    before = _state(path)
    _plant(path, damage)
    found = _checked(path).problems
    assert found
    assert all(each.repairable for each in found), found
    assert _checked(path, repair=True).sound
    assert _state(path) == before


def test_it_is_proved_over_a_second_emptying_and_nothing_that_left_comes_back(path):
    _empty_bin(path, 1)
    _empty_bin(path, 2, 4)
    before = _state(path)
    _plant(path, "DELETE FROM span_version WHERE layer = 5")
    assert _checked(path, repair=True).sound
    assert _state(path) == before


def test_a_key_that_was_given_anew_is_nothing_altered(path, imported):
    _empty_bin(path, 4)
    with open_library(str(path)) as library:
        library.importing.import_paths([str(imported.with_name("x.jsonl"))], "Báo")
    assert _checked(path).sound


def test_what_was_wrong_before_stays_wrong_and_comes_right(path):
    with open_library(str(path)) as library:
        library.backups.make()
    before = _state(path)[0]
    _plant(path, "UPDATE span_version SET note = 'x' WHERE id = 5")
    _empty_bin(path, 1)
    assert {each.kind for each in _checked(path).problems} == {"log"}
    assert _checked(path, repair=True).sound
    assert _state(path)[0] == [row for row in before if row[2] > 2]  # layers 1 and 2 were the document's


def test_steps_of_before_identities_were_covered_keep_their_kind(path):
    with open_library(str(path)) as library, library.store.saving() as unit:
        unit.connection.exec_driver_sql("UPDATE step SET digest = 'old'")
        for seq in (1, 2):
            unit.steps.close(seq)
        unit.commit()
    _empty_bin(path, 1)
    digest = _state(path)[5][1][-1]
    assert digest.startswith("left:")
    assert not digest.startswith("left:2:")
    assert _checked(path).sound
    _plant(path, DAMAGE[1])
    assert "log" in {each.kind for each in _checked(path).problems}


def test_a_rescue_notes_what_it_could_read(path, tmp_path):
    _plant(path, "DELETE FROM span_version WHERE id = 1")
    assert rescue(path, tmp_path / "new", lambda *_: None).altered == 1
    assert _checked(tmp_path / "new").sound
    _plant(tmp_path / "new", DAMAGE[1])
    assert "log" in {each.kind for each in _checked(tmp_path / "new").problems}


def test_gaps_of_an_older_version_are_left_alone(path):
    _empty_bin(path, 1)
    _remove_copies()
    _plant(path, "UPDATE step SET digest = '2:x' WHERE seq IN (SELECT step FROM step_gap)")
    assert _checked(path).sound
    _empty_bin(path, 2)
    assert _checked(path).sound


@pytest.mark.parametrize(
    "damage",
    ["DELETE FROM step_gap", "UPDATE step_gap SET purge = 1", "UPDATE step_gap SET step = step + 70"],
)
def test_a_step_that_lost_rows_and_is_not_noted_so_is_noted_again(path, damage):
    _empty_bin(path, 1)
    before = _state(path)
    _plant(path, damage)
    found = _checked(path).problems
    assert [(each.kind, each.repairable) for each in found] == [("log", True)] * len(before[-1])
    assert _checked(path, repair=True).sound
    assert set(before[-1]) <= set(_state(path)[-1])


def test_few_steps_and_all_are_digested_alike(path):
    with open_library(str(path), writable=False) as library, library.store.reading() as view:
        steps = Repositories(view.connection).steps
        every = dict(steps.digests())
        assert dict(steps.digests("SELECT 2")) == {2: every[2]}
        assert every == {seq: steps.digest(seq) for seq in every}
