"""Spans taken apart, put together, moved by levels: nothing of the text is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.changes import LayerState, SpanAdded, apply_fitting
from annotator.model.reshaping import enclosed, enclosing, inwards, join, outwards, split
from annotator.model.span import Span, covered_text

TEXT = "Chủ tịch, Phó Chủ tịch “Hội Nông dân” tỉnh"


def _span(start: int, end: int, label: str = "o", **more) -> Span:
    return Span(f"{label}{start}-{end}", start, end, label, **more)


def test_a_split_leaves_blanks_and_marks_to_neither_side() -> None:
    span = _span(0, 22, note="n", flags=("unsure",))
    state = LayerState.of(len(TEXT), [span])
    changes = split(TEXT, span, 9)
    assert changes is not None
    assert apply_fitting(state, changes)
    first, second = state.spans()
    assert [covered_text(TEXT, one) for one in (first, second)] == ["Chủ tịch", "Phó Chủ tịch"]
    assert (first.uid, first.note, second.note, second.flags) == (span.uid, "n", "", ("unsure",))


def test_a_split_of_parts_keeps_each_part_on_its_side() -> None:
    span = Span("u", 0, 22, "o", parts=((0, 3), (4, 8), (10, 22)))
    changes = split(TEXT, span, 9)
    assert changes is not None
    assert changes[0].after.parts == ((0, 3), (4, 8))
    assert (changes[1].span.start, changes[1].span.end, changes[1].span.parts) == (10, 22, None)


def test_nothing_is_split_off_that_has_no_words() -> None:
    assert split(TEXT, _span(0, 10), 9) is None


@given(st.lists(st.integers(0, 42), min_size=3, max_size=3, unique=True).map(sorted))
def test_split_halves_lie_on_their_sides_and_join_again(places) -> None:
    start, place, end = places
    span = _span(start, end)
    changes = split(TEXT, span, place)
    if changes is None:
        return
    first, second = changes[0].after, changes[1].span
    assert start <= first.start < first.end <= place <= second.start < second.end <= end
    state = LayerState.of(len(TEXT), [first, second])
    assert apply_fitting(state, join([first, second]))
    assert [(one.start, one.end, one.uid) for one in state.spans()] == [(first.start, second.end, span.uid)]


def test_a_join_keeps_notes_and_flags_of_all() -> None:
    one, two = _span(10, 13, note="a", flags=("unsure",)), _span(0, 8, note="b", flags=("question",))
    state = LayerState.of(len(TEXT), [one, two])
    assert apply_fitting(state, join([one, two]))
    assert state.spans() == [Span(one.uid, 0, 13, "o", "b\na", ("question", "unsure"))]


@pytest.mark.parametrize(
    ("others", "out", "into"),
    [
        ([], None, None),
        ([(0, 40), (5, 30)], (5, 30), None),
        ([(10, 20), (12, 18)], None, None),
        ([(12, 18), (13, 15)], None, (12, 18)),
        ([(15, 25)], (10, 25), (15, 20)),
        ([(5, 12), (0, 40)], (5, 20), (10, 12)),
    ],
)
def test_levels(others, out, into) -> None:
    spans = [_span(*other, label="x") for other in others if other != (10, 20)]
    expected_into = into if others != [(10, 20), (12, 18)] else (12, 18)
    span = _span(10, 20)
    assert outwards(span, spans) == out
    assert inwards(span, spans) == expected_into


def test_the_spans_around_and_inside() -> None:
    outer, middle, inner = _span(0, 30), _span(5, 20), _span(6, 8)
    assert enclosing(inner, [outer, middle]) == middle
    assert enclosed(outer, [inner, middle]) == middle
    assert enclosing(outer, [middle]) is None
    assert enclosed(inner, [outer]) is None


def test_a_move_onto_an_equal_span_is_refused_by_the_rules() -> None:
    outer, inner = _span(0, 30), _span(5, 20)
    state = LayerState.of(len(TEXT), [outer, inner])
    assert not apply_fitting(state, (SpanAdded(Span("z", 5, 20, "o")),))
