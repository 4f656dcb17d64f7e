"""The rules of one layer: what may be added, removed, replaced, and that every change can be taken back."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.model.changes import (
    Change,
    LayerState,
    SpanAdded,
    SpanRemoved,
    SpanReplaced,
    StatusChanged,
    apply_fitting,
    inverse_of,
)
from annotator.model.document import Status
from annotator.model.span import Span, reading_order

LENGTH = 30


def span(start: int, end: int, label: str = "person", uid: str = "") -> Span:
    return Span(uid or f"{start}-{end}-{label}", start, end, label)


def snapshot(state: LayerState) -> tuple[list[Span], Status]:
    return state.spans(), state.status


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (0, LENGTH + 1), (LENGTH, LENGTH)])
def test_a_range_outside_the_text_is_refused_and_nothing_changes(start: int, end: int) -> None:
    state = LayerState(LENGTH)
    with pytest.raises(UserError, match="does not fit a text of 30 characters"):
        state.apply(SpanAdded(span(start, end)))
    assert state.spans() == []


def test_the_same_words_cannot_carry_the_same_label_twice() -> None:
    state = LayerState.of(LENGTH, [span(2, 5)])
    with pytest.raises(UserError, match="already have this label"):
        state.apply(SpanAdded(span(2, 5, uid="another")))
    state.apply(SpanAdded(span(2, 5, "position")))
    assert len(state) == 2


def test_a_replaced_span_may_not_land_on_an_equal_one() -> None:
    first, second = span(2, 5), span(7, 9)
    state = LayerState.of(LENGTH, [first, second])
    with pytest.raises(UserError, match="already have this label"):
        state.apply(SpanReplaced(second, dataclasses.replace(second, start=2, end=5)))
    assert state.spans() == [first, second]


def test_a_note_can_change_while_the_place_stays() -> None:
    before = span(2, 5)
    state = LayerState.of(LENGTH, [before])
    after = dataclasses.replace(before, note="see the guideline", flags=("unsure",))
    state.apply(SpanReplaced(before, after))
    assert state.get(before.uid) == after


def test_removing_what_was_changed_meanwhile_is_refused() -> None:
    state = LayerState.of(LENGTH, [dataclasses.replace(span(2, 5), note="new")])
    with pytest.raises(UserError, match="no longer as it was"):
        state.apply(SpanRemoved(span(2, 5)))
    assert len(state) == 1


@pytest.mark.parametrize(
    "parts", [((2, 9),), ((2, 4), (4, 9)), ((2, 6), (5, 9)), ((1, 4), (6, 9)), ((2, 4), (6, 8))], ids=str
)
def test_parts_must_be_apart_in_order_and_fill_the_hull(parts: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(UserError, match="parts of the span"):
        LayerState(LENGTH).apply(SpanAdded(dataclasses.replace(span(2, 9), parts=parts)))


def test_a_discontinuous_span_is_another_place_than_its_hull() -> None:
    state = LayerState.of(LENGTH, [span(2, 9)])
    state.apply(SpanAdded(dataclasses.replace(span(2, 9, uid="apart"), parts=((2, 4), (6, 9)))))
    assert len(state) == 2


def test_a_step_is_made_whole_or_not_at_all() -> None:
    state = LayerState.of(LENGTH, [span(2, 5)], Status.NEW)
    first = snapshot(state)
    step = (
        StatusChanged(Status.DONE, Status.IN_PROGRESS),
        SpanAdded(span(7, 9)),
        SpanAdded(span(2, 5, uid="x")),
    )
    assert not apply_fitting(state, step)
    assert snapshot(state) == first
    assert apply_fitting(state, step[:2])
    assert (len(state), state.status) == (2, Status.IN_PROGRESS)


def test_an_unknown_flag_is_refused() -> None:
    with pytest.raises(UserError, match="Unknown flag"):
        LayerState(LENGTH).apply(SpanAdded(dataclasses.replace(span(2, 9), flags=("shiny",))))


def test_walking_from_span_to_span_follows_reading_order() -> None:
    outer, inner, later = span(2, 9), span(2, 5), span(11, 12)
    state = LayerState.of(LENGTH, [later, inner, outer])
    assert state.next_after((0, 0, "")) == outer
    assert state.next_after(reading_order(outer)) == inner
    assert state.next_after(reading_order(inner)) == later
    assert state.next_after(reading_order(later)) is None
    assert state.previous_before(reading_order(later)) == inner
    assert state.previous_before(reading_order(outer)) is None


ranges = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 8)).map(
    lambda pair: (pair[0], min(LENGTH, sum(pair)))
)
wishes = st.lists(
    st.tuples(
        st.sampled_from(["add", "remove", "replace", "status"]),
        ranges,
        st.sampled_from("abc"),
        st.integers(0, 9),
    ),
    max_size=25,
)


def as_change(state: LayerState, wish: tuple[str, tuple[int, int], str, int], uid: str) -> Change | None:
    kind, (start, end), label, pick = wish
    if kind == "add":
        return SpanAdded(Span(uid, start, end, label))
    if kind == "status":
        return StatusChanged(state.status, list(Status)[pick % 3])
    held = state.spans()
    if not held:
        return None
    chosen = held[pick % len(held)]
    if kind == "remove":
        return SpanRemoved(chosen)
    return SpanReplaced(chosen, dataclasses.replace(chosen, start=start, end=end, label=label))


@given(wishes)
def test_any_sequence_taken_back_gives_the_first_state(
    sequence: list[tuple[str, tuple[int, int], str, int]],
) -> None:
    state = LayerState(LENGTH)
    first = snapshot(state)
    made: list[Change] = []
    for number, wish in enumerate(sequence):
        change = as_change(state, wish, str(number))
        before = snapshot(state)
        try:
            if change is not None:
                state.apply(change)
                made.append(change)
        except UserError:
            assert snapshot(state) == before
        assert state.spans() == sorted(state.spans(), key=reading_order)
        assert len({span.place for span in state.spans()}) == len(state)
    last = snapshot(state)
    for change in inverse_of(made):
        state.apply(change)
    assert snapshot(state) == first
    for change in made:
        state.apply(change)
    assert snapshot(state) == last
