"""Steps that could not be saved, in files of their own."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.effort import Effort
from annotator.model.span import Span
from annotator.paths import data_folder
from annotator.services.saving import kept_files, left_behind
from annotator.services.saving.journal import Journal
from annotator.services.saving.kept_files import Place, place_of
from annotator.services.saving.left_behind import Refused, kept, look
from annotator.services.saving.left_step import LeftStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.services.saving.left_behind import Note

SPAN = Span("s", 3, 10, "label", "a note")
STEP = LeftStep("u", "d", "a", (SpanAdded(SPAN),), say("Note on {words}", words="ặ"), Effort(1, 2))
HERE = Place("/somewhere/\udcff.annotator", 7)
posix = pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names there")


def _step(uid: str) -> LeftStep:
    return LeftStep(uid, "d", "a", (), None, None)


def _keep(library: str, place: Place, *steps: LeftStep) -> Journal:
    journal = Journal(library, place)
    journal.hold(steps)
    return journal


def _files() -> list[Path]:
    return sorted(kept_files.folder().iterdir())


def _file(path: Path) -> str:
    path.write_bytes(b"")
    return str(path)


WORDS = st.text(max_size=6)
SPANS = st.builds(
    Span,
    WORDS,
    st.integers(0, 9),
    st.integers(10, 20),
    WORDS,
    WORDS,
    st.sampled_from([(), ("unsure",), ("question", "unsure")]),
    st.just("hand"),
    st.sampled_from([None, ((0, 3), (5, 20))]),
)
CHANGES = st.one_of(
    st.builds(SpanAdded, SPANS),
    st.builds(SpanRemoved, SPANS),
    st.builds(SpanReplaced, SPANS, SPANS),
    st.builds(StatusChanged, st.sampled_from(Status), st.sampled_from(Status)),
)
STEPS = st.builds(
    LeftStep,
    WORDS,
    WORDS,
    WORDS,
    st.lists(CHANGES, max_size=3).map(tuple),
    st.sampled_from([None, say("{words} is now {label}", words="“ặ😀”", label="R&D")]),
    st.sampled_from([None, Effort(3, 400)]),
)


@given(st.lists(STEPS, min_size=1, max_size=4, unique_by=lambda step: step.uid))
def test_what_is_kept_comes_back_as_it_was(steps: list[LeftStep]) -> None:
    journal = _keep("library", HERE, *steps)
    (note,) = kept("library")
    assert (note.place, list(note.steps)) == (HERE, steps)
    journal.hold([])
    assert kept("library") == ()


def test_each_file_of_a_library_has_its_own(tmp_path: Path) -> None:
    one, other = place_of(_file(tmp_path / "one")), place_of(_file(tmp_path / "other"))
    first = _keep("x", one, STEP)
    _keep("x", other, STEP, _step("v"))
    _keep("y", other, STEP)
    assert {note.place: len(note.steps) for note in kept("x")} == {one: 1, other: 2}
    first.hold([])
    assert [note.place for note in kept("x")] == [other]


def test_a_file_in_the_place_of_the_other_is_another_one(tmp_path: Path) -> None:
    file = tmp_path / "one"
    _keep("x", place_of(_file(file)), STEP)
    (note,) = kept("x")
    assert note.is_there
    file.rename(tmp_path / "elsewhere")
    assert not note.is_there
    _file(file)
    assert not note.is_there
    (tmp_path / "elsewhere").replace(file)
    assert note.is_there


def _old(**told: object) -> Path:
    """A note as it was written before."""
    _keep("x", HERE, STEP)
    (file,) = _files()
    step = json.loads(file.read_bytes().splitlines()[1])["step"]
    file.unlink()
    whole = {"version": 1, "library": "x", "path": "/a", "number": 7, "steps": [step]}
    old = file.with_name("x-123456789abc.json")
    old.write_text(json.dumps({**whole, **told}), encoding="utf-8")
    return old


def test_a_note_of_before_is_read_and_goes_when_its_steps_are_safe() -> None:
    _old()
    (note,) = kept("x")
    assert (note.place, note.steps) == (Place("/a", 7), (STEP,))
    left_behind.let_go([note])
    assert _files() == []


def test_a_note_of_before_that_tells_no_file_belongs_to_no_known_one() -> None:
    file = _old()
    told = json.loads(file.read_bytes())
    del told["path"], told["number"]
    file.write_text(json.dumps(told), encoding="utf-8")
    (note,) = kept("x")
    assert (note.place, note.is_there, note.steps) == (None, False, (STEP,))


def _with(**span: object) -> Callable[[dict[str, Any]], object]:
    return lambda step: step["changes"][0]["added"].update(span)


STRANGE_STEPS: dict[str, Callable[[dict[str, Any]], object]] = {
    "start is text": _with(start="x"),
    "start is before the text": _with(start=-5),
    "start is no whole number": _with(start=1.5),
    "start is huge": _with(start=10**30, end=10**31),
    "start is a truth": _with(start=True),
    "end before start": _with(end=2),
    "label is a number": _with(label=5),
    "note is none": _with(note=None),
    "flags is a number": _with(flags=5),
    "flag unknown": _with(flags=["x"]),
    "flag is a list": _with(flags=[[]]),
    "half a part": _with(parts=[[1]]),
    "part is text": _with(parts=[["a", "b"]]),
    "uid is a number": lambda step: step.update(uid=5),
    "document missing": lambda step: step.pop("document"),
    "changes is text": lambda step: step.update(changes="x"),
    "changes is none": lambda step: step.update(changes=None),
    "a change is a number": lambda step: step.update(changes=[1]),
    "a change is a list": lambda step: step.update(changes=[["added"]]),
    "a change of nothing": lambda step: step.update(changes=[{}]),
    "an added number": lambda step: step.update(changes=[{"added": 5}]),
    "a status unknown": lambda step: step.update(changes=[{"was": "new", "now": "x"}]),
    "summary is a number": lambda step: step.update(summary=5),
    "summary is no message": lambda step: step.update(summary="5"),
    "summary is a list": lambda step: step.update(summary="[]"),
    "summary is deep": lambda step: step.update(summary="[" * 100_000),
    "summary without its values": lambda step: step.update(summary='{"text":"{b}","values":{}}'),
    "summary of a list": lambda step: step.update(summary='{"text":"{b}","values":{"b":[]}}'),
    "summary of a giant": lambda step: step.update(summary='{"text":"{b:>99999999999}","values":{"b":1}}'),
    "summary that looks inside": lambda step: step.update(summary='{"text":"{b.real}","values":{"b":1}}'),
    "effort is a list": lambda step: step.update(effort=[]),
    "effort is text": lambda step: step.update(effort={"keys": "x", "milliseconds": 1}),
}


@pytest.mark.parametrize("name", STRANGE_STEPS)
def test_a_step_of_other_shapes_is_no_error_and_none_of_its_bytes_go(name: str) -> None:
    _keep("x", HERE, STEP, _step("good"))
    (file,) = _files()
    first, *lines = file.read_text(encoding="utf-8", errors="surrogatepass").splitlines()
    told = json.loads(lines[0])
    STRANGE_STEPS[name](told["step"])
    changed = "\n".join([first, json.dumps(told), *lines[1:], ""]).encode(errors="surrogatepass")
    file.write_bytes(changed)
    found = look("x")
    (note,) = found.notes
    assert [step.uid for step in note.steps] == ["good"]
    assert [each.file for each in found.strange] == [file]
    left_behind.let_go([note])
    assert [path.read_bytes() for path in _files()] == [changed], "set aside, not removed"
    assert look("x") == left_behind.Found()


HEADS = {
    "empty": b"",
    "cut": b'{"version": 2, "libr',
    "zeros": bytes(300),
    "list": b"[]\n",
    "number": b"1\n",
    "deep": b"[" * 300_000,
    "deep lines": b'{"a":' * 100_000 + b"\n",
    "digits": b'{"version": 2, "library": "x", "path": "/a", "number": ' + b"9" * 5000 + b"}\n",
    "no text": b"\xff\xfe\n",
    "another library": b'{"version": 2, "library": "y", "path": "/a", "number": 1}\n',
    "path is a number": b'{"version": 2, "library": "x", "path": 5, "number": 1}\n',
    "path with NUL": b'{"version": 2, "library": "x", "path": "a\\u0000b", "number": 1}\n',
    "path of half a letter": b'{"version": 2, "library": "x", "path": "\\ud800", "number": 1}\n',
    "number is text": b'{"version": 2, "library": "x", "path": "/a", "number": "1"}\n',
    "version is text": b'{"version": "2", "library": "x", "path": "/a", "number": 1}\n',
}


@pytest.mark.parametrize("kind", ["steps", "refused", "json"])
@pytest.mark.parametrize("name", HEADS)
def test_what_is_not_understood_is_set_aside_and_told_once(name: str, kind: str) -> None:
    folder = kept_files.folder()
    folder.mkdir(parents=True)
    head = HEADS[name].replace(b'"version": 2', b'"version": 1') if kind == "json" else HEADS[name]
    (folder / f"x-a.{kind}").write_bytes(head)
    (strange,) = look("x").strange
    assert not strange.is_newer
    assert strange.file.read_bytes() == head
    assert _files() == [strange.file]
    assert look("x") == left_behind.Found()
    (folder / f"x-a.{kind}").write_bytes(b"again")
    look("x")
    assert sorted(path.read_bytes() for path in _files()) == sorted([head, b"again"])


@posix
def test_a_pipe_of_such_a_name_makes_nobody_wait() -> None:
    kept_files.folder().mkdir(parents=True)
    os.mkfifo(kept_files.folder() / "x-a.steps")
    (strange,) = look("x").strange
    assert strange.file.is_fifo()
    assert look("x") == left_behind.Found()


def test_a_note_of_a_newer_program_stays_for_it_whatever_is_kept_meanwhile() -> None:
    newer = _old(version=2)
    also = newer.with_name("x-a.steps")
    also.write_bytes(b'{"version": 3, "everything": "else"}\n')
    before = {path: path.read_bytes() for path in _files()}
    found = look("x")
    assert (found.notes, sorted(each.file for each in found.strange)) == ((), sorted(before))
    assert all(each.is_newer for each in found.strange)
    _keep("x", Place("/a", 7), STEP).hold([])
    assert {path: path.read_bytes() for path in _files()} == before


def test_a_line_that_was_cut_off_costs_that_step_only() -> None:
    _keep("x", HERE, STEP, _step("v"))
    (file,) = _files()
    file.write_bytes(file.read_bytes()[:-5])
    (note,) = kept("x")
    assert note.steps == (STEP,)
    assert not note.kept.is_whole


def test_one_more_step_adds_a_line_and_writes_nothing_else_anew() -> None:
    journal = _keep("x", HERE, *(_step(f"{number}") for number in range(50)))
    (file,) = _files()
    before, inode = file.read_bytes(), file.stat().st_ino
    journal.hold([_step(f"{number}") for number in range(51)])
    assert file.read_bytes().startswith(before)
    assert (file.stat().st_ino, file.read_bytes().count(b"\n")) == (inode, before.count(b"\n") + 1)
    journal.hold([_step(f"{number}") for number in range(51) if number != 3])
    (note,) = kept("x")
    assert [step.uid for step in note.steps] == [f"{number}" for number in range(51) if number != 3]


def test_half_a_line_of_a_trial_that_failed_is_written_over() -> None:
    journal = _keep("x", HERE, STEP)
    (file,) = _files()
    with file.open("ab") as stream:
        stream.write(b'{"step": {"uid": "half')
    journal.hold([STEP, _step("v")])
    (note,) = kept("x")
    assert (len(note.steps), note.kept.is_whole) == (2, True)


def test_a_note_that_somebody_removed_is_written_anew_with_the_next_trial() -> None:
    journal = _keep("x", HERE, STEP)
    _files()[0].unlink()
    with pytest.raises(FileNotFoundError):
        journal.hold([STEP, _step("v")])
    journal.hold([STEP, _step("v")])
    (note,) = kept("x")
    assert len(note.steps) == 2


def test_what_was_refused_comes_back_with_its_reason() -> None:
    refused = Refused(STEP, say("The document {title} lies in the bin.", title="Báo"))
    made = left_behind.keep_refused("x", HERE, [refused, Refused(_step("v"), refused.why)])
    (note,) = look("x").refused
    assert (note.place, note.refused[0], note.refused[1].step.uid) == (HERE, refused, "v")
    assert kept("x") == ()
    left_behind.let_go([made])
    assert _files() == []


def test_nobody_else_reads_the_words_of_notes() -> None:
    _keep("one", HERE, STEP)
    left_behind.keep_refused("one", HERE, [Refused(STEP, say("x"))])
    assert [file.stat().st_mode & 0o077 for file in _files()] == [0, 0]


def test_a_folder_that_cannot_be_listed_holds_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    data_folder().mkdir(parents=True)
    (data_folder() / "unsaved").write_bytes(b"a file")
    assert look("x") == left_behind.Found()


def test_names_that_only_begin_alike_are_of_other_libraries() -> None:
    _keep("xy", HERE, STEP)
    notes: tuple[Note, ...] = tuple(kept("x"))
    assert notes == ()
