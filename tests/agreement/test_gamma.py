"""Gamma: the best alignment by trying all, the figures of the other implementation, the samples."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.alignment import Unit, best_alignment, dissimilarity
from annotator.agreement.alpha import NOT_SHARED
from annotator.agreement.compared import Compared
from annotator.agreement.gamma import FIRST_SAMPLES, gamma, gamma_of, shuffled
from annotator.agreement.kappa import NOT_BY_ALL
from annotator.agreement.undefined import NOTHING_MARKED
from annotator.model.span import Span

# Three annotators who differ in every way; the data that the authors' program comes with.
ALEX_PAUL_SUZAN = [
    [(2, 9, "1"), (11, 17, "2"), (24, 30, "5"), (32, 36, "6"), (36, 44, "6"), (44, 60, "7")],
    [(2, 9, "1"), (11, 17, "3"), (19, 25, "5"), (32, 44, "6")],
    [(2, 9, "1"), (11, 17, "4"), (21, 27, "5"), (32, 36, "6"), (36, 40, "6"), (40, 44, "6")],
]
# Figures 10 and 19 of Mathet, Widlöcher & Métivier 2015.
FIGURE_10 = [
    [(4, 14, "A"), (20, 30, "B")],
    [(4, 14, "A"), (20, 25, "B")],
    [(14, 24, "A"), (40, 44, "B")],
]
FIGURE_19 = [[(0, 20, "A")], [(0, 5, "A"), (5, 10, "A"), (10, 15, "A"), (15, 20, "A")]]


def _units(layers):
    return [[Unit(*unit) for unit in layer] for layer in layers]


@pytest.mark.parametrize(
    ("layers", "disorder"),
    [(ALEX_PAUL_SUZAN, 0.9606249), (FIGURE_10, 1.5111111), (FIGURE_19, 1.632)],
    ids=["three annotators", "figure 10", "figure 19"],
)
def test_the_best_alignment_is_the_one_an_integer_programme_finds(layers, disorder):
    """Measured with pygamma-agreement 0.5.9 (weights 3 and 1), which solves the programme of section 5.1."""
    found = best_alignment(_units(layers))
    assert found.disorder == pytest.approx(disorder, abs=1e-6)
    assert found.is_exact


def test_gamma_of_the_three_annotators():
    """pygamma-agreement's own test expects 0.44 to 0.47 with samples of section 5.2."""
    found = gamma(_units(ALEX_PAUL_SUZAN), 60)
    assert 0.44 <= found.value <= 0.47
    assert found == gamma(_units(ALEX_PAUL_SUZAN), 60)
    assert found.samples > FIRST_SAMPLES


def test_the_dissimilarity_of_two_units():
    one = Unit(0, 10, "A")
    assert dissimilarity(one, one) == 0
    assert dissimilarity(one, Unit(0, 10, "B")) == 1
    assert dissimilarity(one, Unit(5, 15, "A")) == pytest.approx(3 * (10 / 20) ** 2)
    assert dissimilarity(one, Unit(10, 20, "A")) == 3  # touching: no better than two without counterpart


def _by_trying_all(units, people):
    """Disorder of the best partition: the first unit with every set of others, and so on."""
    pairs = people * (people - 1) / 2

    def cost(group):
        known = [
            dissimilarity(one[1], other[1]) - 1
            for place, one in enumerate(group)
            for other in group[place + 1 :]
        ]
        return 1 + sum(known) / pairs

    def best(rest):
        if not rest:
            return 0.0
        first, others = rest[0], rest[1:]
        groups = [[first]]
        for unit in others:
            groups += [[*group, unit] for group in groups if unit[0] not in {held[0] for held in group}]
        return min(cost(group) + best([unit for unit in others if unit not in group]) for group in groups)

    return best(units)


marks = st.tuples(st.integers(0, 20), st.integers(1, 8), st.sampled_from("PQ"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(marks, unique=True, max_size=3), min_size=2, max_size=3))
def test_the_best_alignment_by_trying_all(marked):
    layers = [[Unit(start, start + length, label) for start, length, label in layer] for layer in marked]
    if any(layers):
        units = [(rater, unit) for rater, layer in enumerate(layers) for unit in layer]
        found = best_alignment(layers)
        mean = len(units) / len(layers)
        assert found.disorder == pytest.approx(_by_trying_all(units, len(layers)) / mean, abs=1e-9)
        assert found.is_exact
        assert best_alignment(layers[::-1]).disorder == pytest.approx(found.disorder)


def test_an_alignment_that_may_not_be_the_best_says_so():
    random = Random(1)  # noqa: S311
    layers = [
        [Unit(start, start + 40, random.choice("PQR")) for start in random.sample(range(60), 12)]
        for _ in range(4)
    ]
    found = best_alignment(layers)
    assert not found.is_exact
    assert 0 < found.disorder <= 4


def test_samples_keep_the_units_and_shift_them_round():
    layers = _units(ALEX_PAUL_SUZAN)
    sample = shuffled(layers, 60, Random(2))  # noqa: S311
    assert len(sample) == 3
    known = [sorted((unit.end - unit.start, unit.label) for unit in layer) for layer in layers]
    for layer in sample:
        assert sorted((unit.end - unit.start, unit.label) for unit in layer) in known
        assert all(0 <= unit.start < 60 for unit in layer)


def _document(name, **layers):
    return Compared(
        name,
        "x" * 100,
        {
            who: [
                Span(f"{name}{who}{place}", start, end, label)
                for place, (start, end, label) in enumerate(marked)
            ]
            for who, marked in layers.items()
        },
    )


def test_equal_layers_have_gamma_one_and_other_labels_less():
    marked = [(0, 5, "P"), (10, 15, "Q"), (12, 14, "P"), (40, 60, "P")]
    same = _document("1", a=marked, b=marked, c=marked)
    assert gamma_of([same]).value == 1.0
    other = _document("1", a=marked, b=marked, c=[(0, 5, "Q"), *marked[1:]])
    assert 0 < gamma_of([other]).value < 1


def test_documents_that_not_all_have_looked_at_do_not_count():
    marked = [(0, 5, "P"), (10, 15, "Q")]
    shared = _document("1", a=marked, b=marked)
    assert gamma_of([shared, _document("2", a=marked)]).documents == 1
    assert gamma_of([_document("1", a=marked), _document("2", b=marked)]).value is NOT_BY_ALL
    assert gamma_of([_document("1", a=marked)]).value is NOT_SHARED
    assert gamma_of([_document("1", a=[], b=[])]).value is NOTHING_MARKED


def test_of_very_many_spans_some_documents_are_measured():
    marked = [(0, 5, "P"), (10, 15, "Q")]
    documents = [_document(str(number), a=marked, b=marked) for number in range(20)]
    found = gamma_of(documents, most_units=20)
    assert (found.documents, found.value) == (5, 1.0)


def test_measuring_can_be_stopped():
    def stop(done, total):
        raise InterruptedError(f"{done} of {total}")

    with pytest.raises(InterruptedError, match="0 of 30"):
        gamma(_units(FIGURE_10), 44, go_on=stop)
