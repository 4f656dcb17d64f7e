"""The four F1 views, the confusion of labels, and what others reckon on the same data."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.confusion import confusion
from annotator.agreement.f1 import (
    Counts,
    Shared,
    boundary_f1,
    partial_f1,
    strict_f1,
    tally,
    tally_labels,
    type_f1,
)
from annotator.agreement.pairing import pair
from annotator.agreement.undefined import NOTHING_MARKED
from annotator.model.review import Difference
from annotator.model.span import Span

MEASURES = (strict_f1, boundary_f1, partial_f1, type_f1)
places = st.tuples(st.integers(0, 14), st.integers(1, 8), st.sampled_from("PQR"))


def _at(*found):
    return [Span(str(number), start, end, label) for number, (start, end, label) in enumerate(found)]


layers = st.lists(places, max_size=9).map(
    lambda found: _at(*((start, start + length, label) for start, length, label in found))
)


@st.composite
def apart(draw):
    """Two layers in which no span overlaps more than one of the other: all tools agree who meets whom."""
    a, b = [], []
    for slot in range(draw(st.integers(1, 6))):
        for layer in (a, b):
            if draw(st.booleans()):
                start = 20 * slot + draw(st.integers(0, 4))
                layer.append((start, start + draw(st.integers(6, 9)), draw(st.sampled_from("PQ"))))
    return a, b


def test_worked_example_of_semeval_2013_task_9():
    """The seven cases of the task's scorer, as its table gives them: six and six spans.

    One missed, one spurious, one with another boundary, one with another label, two right, one with both
    wrong: strict 2, exact 3, type 3 of 6, partial 3 and two halves of 6.
    """
    right = ((50, 59, "drug"), (60, 72, "drug"))
    gold = _at((0, 7, "brand"), (20, 28, "drug"), (30, 41, "drug"), *right, (85, 99, "group"))
    said = _at((10, 17, "brand"), (20, 29, "drug"), (30, 41, "brand"), *right, (80, 99, "drug"))
    counts = tally(pair(gold, said))
    assert counts.by_difference() == {
        Difference.AGREE: 2,
        Difference.LABEL: 1,
        Difference.BOUNDARY: 1,
        Difference.BOTH: 1,
        Difference.MISSING: 2,
    }
    assert [measure(counts) for measure in MEASURES] == pytest.approx([2 / 6, 3 / 6, 4 / 6, 3 / 6])


@given(layers, layers)
def test_f1_is_positive_specific_agreement(a, b):
    """Hripcsak & Rothschild 2005: with a both, b and c only one, F is 2a / (2a + b + c) both ways."""
    both = len({span.place for span in a} & {span.place for span in b})
    only_a, only_b = len({span.place for span in a}) - both, len({span.place for span in b}) - both
    found = strict_f1(tally(pair(a, b)))
    if not both + only_a + only_b:
        assert found is NOTHING_MARKED
        return
    assert found == pytest.approx(2 * both / (2 * both + only_a + only_b))
    if both:
        precision, recall = both / (both + only_b), both / (both + only_a)
        assert found == pytest.approx(2 * precision * recall / (precision + recall))


def test_kappa_comes_near_it_as_what_nobody_marked_grows():
    """The paper's other statement, from the cells a, b, c of a two-by-two table and a growing d."""
    both, only_a, only_b = 40, 10, 5
    positive = strict_f1(Counts(agree=both, only_a=only_a, only_b=only_b))
    gaps = [abs(_kappa(both, only_a, only_b, nobody) - positive) for nobody in (10, 10**3, 10**5, 10**7)]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] < 1e-5


def _kappa(a, b, c, d):
    return 2 * (a * d - b * c) / ((a + c) * (c + d) + (b + d) * (a + b))


@given(layers, layers)
def test_all_views_are_symmetric_and_in_their_order(a, b):
    there, back = tally(pair(a, b)), tally(pair(b, a))
    figures = [measure(there) for measure in MEASURES]
    assert figures == [measure(back) for measure in MEASURES]
    if there.spans:
        strict, boundary, partial, kind = figures
        assert 0 <= strict <= min(partial, kind) <= 1
        assert 0 <= boundary <= 1
        assert partial <= 1


@given(layers)
def test_who_is_compared_with_himself_agrees_wholly(a):
    counts = tally(pair(a, a))
    assert counts.differing == 0
    assert all(measure(counts) == (1 if a else NOTHING_MARKED) for measure in MEASURES)


def test_two_labels_on_the_same_words_are_one_boundary():
    counts = tally(pair(_at((0, 5, "P"), (0, 5, "Q")), _at((0, 5, "P"))))
    assert boundary_f1(counts) == 1
    assert strict_f1(counts) == pytest.approx(2 / 3)


@given(layers, layers, layers, layers)
def test_counts_of_documents_add_up(a, b, c, d):
    one, other = tally(pair(a, b)), tally(pair(c, d))
    whole = one + other
    assert whole.spans == one.spans + other.spans
    assert whole.differing == one.differing + other.differing
    assert whole + Counts() == whole


@given(layers, layers)
def test_labels_add_up_to_the_whole(a, b):
    pairing = pair(a, b)
    whole = sum(tally_labels(pairing).values(), Shared())
    counts = tally(pairing)
    assert whole == Shared(counts.agree, counts.spans_a, counts.spans_b)
    assert whole.strict_f1 == strict_f1(counts)


def test_f1_of_a_label_counts_its_own_spans():
    shared = tally_labels(pair(_at((0, 5, "P"), (9, 12, "P")), _at((0, 5, "P"), (9, 12, "Q"))))
    assert shared == {"P": Shared(1, 2, 1), "Q": Shared(0, 0, 1)}
    assert shared["Q"].strict_f1 == 0


def test_confusion_counts_the_same_words_only():
    found = confusion(
        pair(_at((0, 5, "P"), (9, 12, "P"), (20, 25, "P")), _at((0, 5, "P"), (9, 12, "Q"), (21, 25, "R")))
    )
    assert found == Counter({("P", "P"): 1, ("P", "Q"): 1})


@given(apart())
def test_nervaluate_reckons_the_same_where_it_is_plain_who_meets_whom(layers):
    """A second implementation of the SemEval views.

    It goes through the spans of one side in their order and takes the first that overlaps, so that it gives
    other figures, and not the same both ways, where a span overlaps two: nested ones above all. Its "exact"
    counts spans where ours counts distinct boundaries, and it calls 0 what we leave undefined.
    """
    nervaluate = pytest.importorskip("nervaluate.evaluator")
    a, b = layers
    if not a and not b:
        return
    told = [
        [{"label": label, "start": start, "end": end - 1} for start, end, label in each] for each in (a, b)
    ]
    results = nervaluate.Evaluator([told[0]], [told[1]], tags=["P", "Q"], loader="dict").evaluate()["overall"]
    counts = tally(pair(_at(*a), _at(*b)))
    ours = dict(
        zip(("strict", "exact", "partial", "ent_type"), (each(counts) for each in MEASURES), strict=True)
    )
    assert ours == pytest.approx({name: results[name].f1 for name in ours})


@given(apart())
def test_seqeval_reckons_the_same_strict_f1_on_flat_data(layers):
    seqeval = pytest.importorskip("seqeval.metrics")
    a, b = layers
    if not a or not b:
        return
    found = seqeval.f1_score([_tags(a)], [_tags(b)])
    assert strict_f1(tally(pair(_at(*a), _at(*b)))) == pytest.approx(float(found))


def _tags(spans):
    tags = ["O"] * 130
    for start, end, label in spans:
        tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tags
