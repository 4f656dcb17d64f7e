"""Which spans a flat column keeps, against the rules of the contract written down naively."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.base import OutgoingSpan
from annotator.formats.tagged.nesting import OverlapError, columns_of

LABELS = {"a": 0, "b": 1, "c": 2}


def make(*marks: tuple[int, int, str]) -> list[OutgoingSpan]:
    return [OutgoingSpan(*mark, "ann", str(number)) for number, mark in enumerate(marks)]


ranges = st.tuples(st.integers(0, 11), st.integers(1, 6), st.sampled_from(sorted(LABELS)))
spans = st.lists(ranges.map(lambda mark: (mark[0], mark[0] + mark[1], mark[2])), max_size=9, unique=True).map(
    lambda marks: make(*marks)
)


def is_inside(inner: OutgoingSpan, outer: OutgoingSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner[:2] != outer[:2]


def overlap(one: OutgoingSpan, other: OutgoingSpan) -> bool:
    return one.start < other.end and other.start < one.end


def flattened(found: list[OutgoingSpan]) -> set[OutgoingSpan]:
    """Earlier start, then longer, then label order; what overlaps something kept goes."""
    kept: set[OutgoingSpan] = set()
    for span in sorted(found, key=lambda one: (one.start, -one.end, LABELS[one.label])):
        if not any(overlap(span, other) for other in kept):
            kept.add(span)
    return kept


@given(spans)
def test_outermost_keeps_spans_inside_no_other(found):
    columns, dropped = columns_of(found, "outermost", LABELS)
    expected = flattened([span for span in found if not any(is_inside(span, other) for other in found)])
    assert {span for column in columns for span in column} == expected
    assert {span for span, _ in dropped} == set(found) - expected


@given(spans)
def test_innermost_keeps_spans_that_contain_no_other(found):
    columns, dropped = columns_of(found, "innermost", LABELS)
    expected = flattened([span for span in found if not any(is_inside(other, span) for other in found)])
    assert {span for column in columns for span in column} == expected
    assert {span for span, _ in dropped} == set(found) - expected


@given(spans)
def test_levels_keep_everything_outermost_first(found):
    columns, dropped = columns_of(found, "levels", LABELS)
    assert not dropped
    level = {span: number for number, column in enumerate(columns) for span in column}
    assert set(level) == set(found)
    for span in found:
        for other in found:
            if is_inside(span, other):
                assert level[span] > level[other]
            if span is not other and overlap(span, other):
                assert level[span] != level[other]


@given(spans)
def test_per_label_has_a_column_for_each_label_in_order(found):
    columns, dropped = columns_of(found, "per-label", LABELS)
    assert len(columns) == len(LABELS)
    for label, column in zip(LABELS, columns, strict=True):
        own = [span for span in found if span.label == label]
        assert set(column) == flattened(
            [one for one in own if not any(is_inside(one, other) for other in own)]
        )
    assert len(dropped) + sum(map(len, columns)) == len(found)


@given(spans)
def test_columns_are_in_order_and_never_overlap(found):
    for policy in ("outermost", "innermost", "levels", "per-label"):
        for column in columns_of(found, policy, LABELS)[0]:
            assert all(one.end <= other.start for one, other in itertools.pairwise(column))


@given(spans)
def test_refuse_takes_only_what_is_flat(found):
    if any(overlap(one, other) for one in found for other in found if one is not other):
        with pytest.raises(OverlapError):
            columns_of(found, "refuse", LABELS)
    else:
        assert columns_of(found, "refuse", LABELS) == ([sorted(found)], [])


def test_each_loss_has_its_reason():
    found = make((0, 9, "a"), (2, 5, "b"), (8, 12, "a"), (20, 22, "b"), (20, 22, "a"))
    reasons = {span[:3]: str(reason) for span, reason in columns_of(found, "outermost", LABELS)[1]}
    assert reasons == {
        (2, 5, "b"): "It lies inside another span, and the file keeps the outermost.",
        (8, 12, "a"): "It crosses a span that begins earlier.",
        (20, 22, "b"): "It covers the same words as another span, whose label comes first.",
    }
    inner = columns_of(found, "innermost", LABELS)[1]
    assert next((span[:3], str(reason)) for span, reason in inner) == (
        (0, 9, "a"),
        "It holds another span, and the file keeps the innermost.",
    )


def test_a_column_for_each_label_says_that_two_of_one_label_met():
    found = make((0, 9, "a"), (2, 5, "a"), (3, 4, "b"), (8, 12, "a"))
    reasons = {span[:3]: str(reason) for span, reason in columns_of(found, "per-label", LABELS)[1]}
    assert reasons == {
        (2, 5, "a"): "It lies inside a span of the same label, and the column of that label keeps the "
        "outermost.",
        (8, 12, "a"): "It crosses a span of the same label that begins earlier.",
    }


@pytest.mark.parametrize("policy", ["outermost", "innermost", "levels", "per-label"])
def test_the_same_mark_of_two_people_is_written_once(policy):
    one, other = OutgoingSpan(0, 2, "a", "ann", "1"), OutgoingSpan(0, 2, "a", "bo", "2")
    columns, dropped = columns_of([one, other], policy, LABELS)
    assert [len(column) for column in columns if column] == [1]
    assert [str(reason) for _, reason in dropped] == [
        "Another annotator marked the same, and the file does not name annotators."
    ]
