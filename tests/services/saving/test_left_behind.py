"""Steps that could not be saved, in a file of their own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.effort import Effort
from annotator.model.span import Span
from annotator.paths import data_folder
from annotator.services.saving.left_behind import LeftStep, Place, keep, kept, place_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STEP = LeftStep("u", "d", "a", (), None, None)
HERE = Place("/somewhere/\udcff.annotator", 7)


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


@given(st.lists(STEPS, min_size=1, max_size=4))
def test_what_is_kept_comes_back_as_it_was(steps: list[LeftStep]) -> None:
    keep("library", HERE, steps)
    (note,) = kept("library")
    assert (note.place, list(note.steps)) == (HERE, steps)


def test_each_file_of_a_library_has_its_own(tmp_path: Path) -> None:
    one, other = place_of(_file(tmp_path / "one")), place_of(_file(tmp_path / "other"))
    keep("x", one, [STEP])
    keep("x", other, [STEP, STEP])
    keep("y", other, [STEP])
    assert {note.place: len(note.steps) for note in kept("x")} == {one: 1, other: 2}
    keep("x", one, [])
    assert [note.place for note in kept("x")] == [other]


def test_a_file_in_the_place_of_the_other_is_another_one(tmp_path: Path) -> None:
    file = tmp_path / "one"
    keep("x", place_of(_file(file)), [STEP])
    (note,) = kept("x")
    assert note.is_there
    file.rename(tmp_path / "elsewhere")
    assert not note.is_there
    _file(file)
    assert not note.is_there
    (tmp_path / "elsewhere").replace(file)
    assert note.is_there


def test_what_was_taken_over_goes_with_the_writing_of_the_new_note(tmp_path: Path) -> None:
    keep("x", HERE, [STEP])
    there = place_of(_file(tmp_path / "there"))
    keep("x", there, [STEP, STEP], instead_of=kept("x"))
    assert [(note.place, len(note.steps)) for note in kept("x")] == [(there, 2)]
    keep("x", there, [], instead_of=kept("x"))
    assert kept("x") == []


def test_a_note_of_before_belongs_to_no_known_file() -> None:
    keep("x", HERE, [STEP])
    (note,) = kept("x")
    told = json.loads(note.file.read_bytes())
    del told["path"], told["number"]
    note.file.unlink()
    (data_folder() / "unsaved" / "x.json").write_text(json.dumps(told), encoding="utf-8")
    (old,) = kept("x")
    assert (old.place, old.is_there, old.steps) == (None, False, (STEP,))


def test_steps_of_another_library_and_a_broken_file_are_none_and_stay() -> None:
    keep("one", HERE, [STEP])
    assert kept("other") == []
    (file,) = (data_folder() / "unsaved").iterdir()
    for broken in (b"", b"{", b"[]", b'{"version": 2}', file.read_bytes().replace(b'"one"', b'"two"')):
        file.write_bytes(broken)
        assert kept("one") == []
        assert file.exists()


def test_nothing_to_keep_leaves_no_file() -> None:
    keep("one", HERE, [STEP])
    keep("one", HERE, [])
    assert not list((data_folder() / "unsaved").iterdir())


def test_nobody_else_reads_the_words_of_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    keep("one", HERE, [STEP])
    (file,) = (data_folder() / "unsaved").iterdir()
    assert file.stat().st_mode & 0o077 == 0
