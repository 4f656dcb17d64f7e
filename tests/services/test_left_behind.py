"""Steps that could not be saved, in a file of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.effort import Effort
from annotator.model.span import Span
from annotator.paths import data_folder
from annotator.services.left_behind import LeftStep, keep, kept

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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


@given(st.lists(STEPS, max_size=4))
def test_what_is_kept_comes_back_as_it_was(steps: list[LeftStep]) -> None:
    keep("library", steps)
    assert kept("library") == steps


def test_steps_of_another_library_and_a_broken_file_are_none() -> None:
    step = LeftStep("u", "d", "a", (), None, None)
    keep("one", [step])
    assert kept("other") == []
    file = data_folder() / "unsaved" / "one.json"
    for broken in (b"", b"{", b"[]", b'{"version": 2}', file.read_bytes().replace(b'"one"', b'"two"')):
        file.write_bytes(broken)
        assert kept("one") == []


def test_nothing_to_keep_leaves_no_file() -> None:
    keep("one", [LeftStep("u", "d", "a", (), None, None)])
    keep("one", [])
    assert not list((data_folder() / "unsaved").iterdir())


def test_nobody_else_reads_the_words_of_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    keep("one", [LeftStep("u", "d", "a", (), None, None)])
    assert (data_folder() / "unsaved" / "one.json").stat().st_mode & 0o077 == 0
