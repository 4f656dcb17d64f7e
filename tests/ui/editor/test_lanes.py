"""Rails of one row never overlap, inner spans come nearest the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.spans import contains, overlap
from annotator.ui.editor.lanes import HIDDEN, assign_lanes

intervals = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair))), max_size=40
).map(lambda found: sorted(found, key=lambda one: (one[1] - one[0], one)))


@given(intervals, st.integers(1, 7))
def test_no_two_spans_of_a_row_overlap(spans, limit):
    rows = assign_lanes(spans, limit)
    assert all(HIDDEN <= row < limit for row in rows)
    shown = [(row, span) for row, span in zip(rows, spans, strict=True) if row != HIDDEN]
    for place, (row, span) in enumerate(shown):
        assert not any(row == other_row and overlap(*span, *other) for other_row, other in shown[place + 1 :])


@given(intervals)
def test_what_holds_another_lies_below_it(spans):
    rows = assign_lanes(spans, len(spans) + 1)
    assert HIDDEN not in rows
    for place, span in enumerate(spans):
        for later in range(place + 1, len(spans)):
            if contains(*spans[later], *span):
                assert rows[later] > rows[place]


@given(intervals)
def test_no_row_is_left_empty(spans):
    rows = assign_lanes(spans, len(spans) + 1)
    assert set(rows) == set(range(max(rows, default=-1) + 1))


def test_what_would_need_more_rows_is_hidden():
    assert assign_lanes([(0, 5)] * 4, 3) == [0, 1, 2, HIDDEN]
