"""The index finds what a look through all spans finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span, reading_order
from annotator.ui.editor.span_index import LONGEST, SpanIndex

stretches = st.tuples(
    st.integers(0, 3 * LONGEST), st.one_of(st.integers(1, 80), st.integers(LONGEST - 3, 3 * LONGEST))
)


def _spans(found):
    made = [Span(f"s{number}", start, start + length, "l") for number, (start, length) in enumerate(found)]
    return sorted(made, key=reading_order)


@given(st.lists(stretches, max_size=30), st.lists(st.integers(0, 29), max_size=10), stretches)
def test_overlapping_spans_are_found(found, removals, asked):
    spans = _spans(found)
    index = SpanIndex(spans[: len(spans) // 2])
    for span in spans[len(spans) // 2 :]:
        index.add(span)
    for number in removals:
        if number < len(spans) and spans[number] in index.in_order():
            index.remove(spans[number])
    living = index.in_order()
    assert living == sorted(living, key=reading_order)
    start, end = asked[0], sum(asked)
    expected = [span for span in living if span.start < end and span.end > start]
    assert sorted(index.over(start, end), key=reading_order) == expected


def test_removing_what_is_not_there_is_refused():
    index = SpanIndex([Span("a", 0, 3, "l")])
    with pytest.raises(ValueError, match="b"):
        index.remove(Span("b", 0, 3, "l"))
