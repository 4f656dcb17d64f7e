"""Planted damage is found; a kill or a full disk loses nothing that was saved."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import DamagedError, EnvironmentProblem, OutcomeUnknownError
from annotator.services.intake.child import Child
from annotator.services.library import open_library
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import sqlite


def _plant(path, statement, *values):
    connection = sqlite3.connect(path)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def _kinds(path):
    with open_library(str(path), writable=False) as library:
        report = library.checking.check()
        assert not report.sound
        return {problem.kind for problem in report.problems}


def test_a_sound_library_is_sound_and_says_what_was_looked_at(home):
    home.label(9, 21)
    report = home.library.checking.check()
    assert report.sound
    assert (report.counts["documents"], report.counts["spans"], report.counts["labels"]) == (1, 1, 5)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE document SET text = replace(text, 'Bí', 'Bi')", "hash"),
        ("UPDATE document SET length = length + 1", "hash"),
        ("UPDATE span_version SET start = start + 1", "covered"),
        ('UPDATE span_version SET "end" = 5000', "span"),
        ("UPDATE span_version SET covered = 'x'", "covered"),
        ("UPDATE span_version SET note = 'x'", "log"),
        ("DELETE FROM span_version WHERE id = 1", "log"),
        ("UPDATE label_version SET name = 'x' WHERE id = 1", "log"),
        ("UPDATE document_row SET spans = 7", "counts"),
        ("UPDATE label_count SET spans = 7", "counts"),
        ("UPDATE span_version SET layer = 99", "reference"),
        ("UPDATE span_version SET from_step = 99", "log"),
        ("UPDATE step SET time = '2001-01-01T00:00:00.000Z' WHERE seq = 2", "log"),
        ("UPDATE step SET kind = 'undo' WHERE seq = 2", "log"),
        ("UPDATE step SET summary = replace(summary, 'Báo', 'X') WHERE seq = 2", "log"),
        ("UPDATE step SET actor = 7 WHERE seq = 2", "log"),
        ("UPDATE layer SET annotator = annotator + 1", "log"),
        ("UPDATE layer SET uid = 'x'", "log"),
        ("UPDATE label SET uid = 'x' WHERE id = 1", "log"),
        ("UPDATE corpus SET uid = 'x'", "log"),
        ("UPDATE document SET uid = 'x'", "log"),
        ("UPDATE annotator SET uid = 'x'", "log"),
    ],
)
def test_planted_damage_is_found(home, statement, kind):
    home.label(9, 21)
    home.library.close()
    _plant(home.path, statement)
    assert kind in _kinds(home.path)


def test_steps_closed_before_identities_were_digested_keep_their_digest(home):
    home.label(9, 21)
    home.library.close()
    with contextlib.closing(sqlite3.connect(home.path)) as old:
        old.execute("UPDATE step SET digest = 'old' WHERE seq = 2")
        old.commit()
    with open_library(str(home.path), writable=False) as library, library.store.reading() as view:
        number, digest = view.steps.digest(2)
        assert not digest.startswith("2:")
        assert dict(view.steps.digests())[2] == (number, digest)
        assert all(digest.startswith("2:") for seq, (_, digest) in view.steps.digests() if seq != 2)
        assert dict(view.steps.digests())[3] == view.steps.digest(3)


def test_a_zeroed_page_is_found_and_never_raises(home):
    for start in range(20):
        home.label(start, start + 3)
    home.library.close()
    content = bytearray(home.path.read_bytes())
    page = len(content) // 4096 - 3
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)
    home.path.write_bytes(content)
    assert "structure" in _kinds(home.path)


def test_repair_counts_anew_and_keeps_an_exact_copy(home):
    home.label(9, 21)
    home.library.close()
    _plant(home.path, "UPDATE label_count SET spans = 7")
    before = home.path.read_bytes()
    with open_library(str(home.path)) as library:
        report = library.checking.check(repair=True)
        assert report.sound
        assert report.repaired == 1
        assert library.labels.list(home.corpus)[0].spans == 1
    copy = home.path.parent.joinpath(report.copy).read_bytes()
    found = sqlite3.connect(report.copy)
    assert found.execute("SELECT max(spans) FROM label_count").fetchone() == (7,)
    found.close()
    assert len(copy) == len(before)


def test_check_changes_no_byte(home):
    home.library.close()
    before = home.path.read_bytes()
    with open_library(str(home.path), writable=False) as library:
        library.checking.check()
    assert home.path.read_bytes() == before


def test_a_library_found_damaged_is_read_not_written(home, monkeypatch):
    monkeypatch.setattr(sqlite, "structure_problems", lambda *_, **__: ["row 3 missing"])
    with pytest.raises(EnvironmentProblem, match="does not fit together"):
        home.library.backups.before_bulk()
    assert home.library.is_read_only
    with pytest.raises(EnvironmentProblem, match="nothing more is written"):
        home.label(0, 8)
    assert home.library.corpora.list()[0].documents == 1


def test_after_opening_a_child_makes_the_copy_that_is_due_and_looks_only_at_what_changed(home, monkeypatch):
    home.label(0, 8)
    home.library.checking.in_background(lambda *_: None)
    assert [copy.spans for copy in home.library.backups.list()] == [1]
    monkeypatch.setattr(Child, "do", lambda *_: pytest.fail("nothing changed since the copy"))
    home.library.checking.in_background(lambda *_: None)


def test_damage_found_after_opening_stops_all_writing_and_makes_no_copy(home):
    home.label(0, 8)
    home.library.close()
    _plant(home.path, "UPDATE document SET text = replace(text, 'a', 'b')")
    with open_library(str(home.path)) as library:
        with pytest.raises(EnvironmentProblem, match="nothing more is written"):
            library.checking.in_background(lambda *_: None)
        assert library.is_read_only
        assert library.backups.list() == []
        with pytest.raises(EnvironmentProblem, match="nothing more is written"):
            library.corpora.create("Mới")


def test_copies_that_a_killed_process_left_unfinished_are_swept(home):
    info = home.library.backups.make()
    left = [Path(info.path).with_name(f"unfinished-{number:016x}") for number in (1, 2)]
    for file in left:
        file.write_bytes(b"half")
    os.utime(left[0], (0, 0))
    home.library.backups.make()
    assert [file.exists() for file in left] == [False, True]


_LABEL_FOR_EVER = """
import sys
from annotator.services.library import open_library
from annotator.model.changes import SpanAdded
from annotator.model.span import Span
from annotator.model.identity import new_uid
with open_library(sys.argv[1]) as library:
    label = library.labels.list(sys.argv[2])[0].label.uid
    for number in range(100000):
        span = Span(new_uid(), number % 60, number % 60 + 1 + number // 60, label)
        library.annotating.apply(sys.argv[3], (SpanAdded(span),))
        print(span.uid, flush=True)
"""


def _child(code, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def test_killed_in_the_middle_of_labelling_everything_said_is_there(home):
    home.library.close()
    child = _child(_LABEL_FOR_EVER, str(home.path), home.corpus, home.document)
    said = [child.stdout.readline().strip() for _ in range(25)]
    child.send_signal(signal.SIGKILL)
    rest = child.communicate()[0].split()
    with open_library(str(home.path)) as library:
        there = {span.uid for span in library.documents.open(home.document).state.spans()}
        assert library.checking.check().sound
        assert {*said, *rest} <= there
        assert len(there) <= len(said) + len(rest) + 1
        library.history.undo()
    assert not home.path.with_name("library.annotator-wal").exists()


_FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from annotator.errors import AnnotatorError
from annotator.services.library import open_library
with open_library(sys.argv[1]) as library:
    import os
    limit = os.stat(sys.argv[1]).st_size + 150_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    kept = 0
    try:
        for number in range(10_000):
            library.documents.add(sys.argv[2], f"t{number}", f"{number} " + "x" * 3000)
            kept += 1
    except AnnotatorError as error:
        print(type(error).__name__, kept, str(error))
    print(len(library.documents.keys(sys.argv[2])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits there")
def test_on_a_full_disk_a_sentence_and_all_that_was_saved(home):
    home.library.close()
    child = _child(_FULL, str(home.path), home.corpus)
    out, errors = child.communicate(timeout=60)
    kind, kept, *words = out.splitlines()[0].split()
    assert kind in ("EnvironmentProblem", "OutcomeUnknownError"), (out, errors)
    assert str(home.path) in " ".join(words)
    with open_library(str(home.path)) as library:
        assert library.checking.check().sound
        assert int(kept) <= len(library.documents.keys(home.corpus)) - 1 <= int(kept) + 1


def test_full_is_said_and_the_next_save_works_when_there_is_room(home):
    with home.library.store.saving() as unit:
        driver = sqlite.driver_connection(unit.connection)
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(EnvironmentProblem, match="full"):
        home.library.documents.add(home.corpus, "t", "x" * 100_000)
    home.label(0, 8)
    home.library.documents.add(home.corpus, "t", "x" * 100_000)
    assert home.library.checking.check().sound


@pytest.mark.parametrize(
    ("code", "committing", "kind"),
    [
        (sqlite3.SQLITE_FULL, True, EnvironmentProblem),
        (sqlite3.SQLITE_IOERR_FSYNC, True, OutcomeUnknownError),
        (sqlite3.SQLITE_IOERR_WRITE, False, EnvironmentProblem),
        (sqlite3.SQLITE_READONLY, False, EnvironmentProblem),
        (sqlite3.SQLITE_CORRUPT, False, DamagedError),
        (sqlite3.SQLITE_BUSY, True, EnvironmentProblem),
        (sqlite3.SQLITE_CANTOPEN, False, EnvironmentProblem),
    ],
)
def test_errors_of_the_disk_are_sentences(home, code, committing, kind):
    error = sqlite3.OperationalError("?")
    error.sqlite_errorcode = code
    found = sqlite_errors.problem_of(error, home.path, committing=committing)
    assert type(found) is kind
    assert str(home.path) in str(found)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR])
def test_a_copy_that_its_disk_refuses_is_told_as_a_copy_and_no_change_as_lost(home, code):
    error = sqlite3.OperationalError("the disk")
    error.sqlite_errorcode = code
    target = home.path.with_name("copy.annotator")
    with (
        pytest.raises(EnvironmentProblem) as caught,
        sqlite_errors.copying(home.path, target),
    ):
        raise error
    told = str(caught.value)
    assert f"The copy {target} could not be written" in told
    assert "The library itself is as it was" in told
    assert "saved" not in told


def test_a_mistake_of_ours_is_no_sentence(home):
    assert sqlite_errors.problem_of(sqlite3.OperationalError("no such column"), home.path) is None


def test_nothing_of_a_use_case_that_fails_is_kept(home):
    with pytest.raises(RuntimeError), home.library.store.saving() as unit:
        step = unit.step("corpus.create", home.library.history.steps()[0].summary)
        unit.corpora.add("u", "half", "", step)
        raise RuntimeError
    assert [corpus.name for corpus in home.library.corpora.list()] == ["Báo"]
    assert home.library.checking.check().sound


def test_readers_see_one_state_while_the_writer_goes_on(home):
    with home.library.store.reading() as view:
        before = view.steps.newest()
        home.label(0, 8)
        assert view.steps.newest() == before
    with home.library.store.reading() as view:
        assert view.steps.newest() == before + 1


def test_after_an_unknown_outcome_the_library_is_read_anew(home):
    before = home.library.history.steps()
    with pytest.raises(OutcomeUnknownError), home.library.store.saving() as unit:
        old = unit.connection
        raise OutcomeUnknownError(before[0].summary)
    assert old.closed
    assert home.library.history.steps() == before
    home.label(0, 8)
    assert home.library.corpora.list()[0].spans == 1


def test_a_value_that_is_no_longer_what_it_was_written_as_is_damage(home):
    """It had ended the command in an error of our own."""
    home.label(9, 21)
    path = home.library.path
    home.library.close()
    _plant(path, "UPDATE span_version SET parts = '0000'")
    with open_library(str(path), writable=False) as library, pytest.raises(DamagedError, match="is damaged"):
        list(library.annotating.spans(home.corpus))
