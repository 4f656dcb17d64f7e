"""Measures beyond chance: published worked examples, and a second implementation of each."""

from __future__ import annotations

import math
from collections import Counter
from itertools import product

import krippendorff
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from annotator.agreement.alpha import CONSTANT, NOT_SHARED, alpha_of, label_alpha, label_alphas, nominal_alpha
from annotator.agreement.alpha_u import (
    OVERLAPPING,
    Section,
    alpha_u,
    distance,
    expected_disagreement,
    label_alpha_u,
    observed_disagreement,
    sections,
)
from annotator.agreement.compared import Compared
from annotator.agreement.kappa import NOT_BY_ALL, cohen, fleiss, label_cohen, label_fleiss
from annotator.agreement.syllable_votes import label_votes
from annotator.agreement.undefined import NOTHING_MARKED, Undefined
from annotator.model.span import Span

answers = st.lists(st.tuples(*[st.sampled_from([None, 0, 1, 2])] * 4), min_size=1, max_size=30)


def _values(rows):
    return list(zip(*([None if sign == "." else ord(sign) for sign in row] for row in rows), strict=True))


@pytest.mark.parametrize(
    ("rows", "published"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
    ids=["A binary, two observers", "B nominal, two observers", "C nominal, four observers, missing data"],
)
def test_the_examples_of_computing_krippendorffs_alpha(rows, published):
    assert nominal_alpha(_values(rows)) == pytest.approx(published, abs=0.0005)


@given(answers)
def test_alpha_is_what_the_krippendorff_package_computes(units):
    found = nominal_alpha(units)
    table = [[math.nan if value is None else value for value in row] for row in zip(*units, strict=True)]
    shared = [[value for value in unit if value is not None] for unit in units]
    values = {value for unit in shared if len(unit) > 1 for value in unit}
    if len(values) < 2:
        assert found is (CONSTANT if values else NOT_SHARED)
    else:
        theirs = krippendorff.alpha(reliability_data=table, level_of_measurement="nominal")
        assert found == pytest.approx(theirs, abs=1e-9)


# Artstein & Poesio 2008, table 1 and section 2: STAT and IREQ, 100 utterances, two coders.
DIALOGUE_ACTS = {("stat", "stat"): 20, ("stat", "ireq"): 20, ("ireq", "stat"): 10, ("ireq", "ireq"): 50}


def test_kappa_and_pi_of_artstein_and_poesio():
    assert cohen(DIALOGUE_ACTS) == pytest.approx(0.348, abs=0.0005)
    assert fleiss(DIALOGUE_ACTS) == pytest.approx(0.341, abs=0.0005)


def test_fleiss_ten_subjects_fourteen_raters():
    """The worked example known from the encyclopaedias: kappa 0.210 at five categories."""
    table = (
        "0 0 0 0 14,0 2 6 4 2,0 0 3 5 6,0 3 9 2 0,2 2 8 1 1,7 7 0 0 0,3 2 6 3 0,2 5 3 2 2,6 5 2 1 0,0 2 2 3 7"
    )
    votes = Counter(
        tuple(value for value, times in enumerate(row.split()) for _ in range(int(times)))
        for row in table.split(",")
    )
    assert fleiss(votes) == pytest.approx(0.210, abs=0.0005)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=30))
def test_cohen_is_what_scikit_learn_computes(units):
    found = cohen(Counter(units))
    if len({value for unit in units for value in unit}) == 1:
        assert found is CONSTANT
    else:
        theirs = cohen_kappa_score(*zip(*units, strict=True))
        assert found == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.tuples(*[st.integers(0, 2)] * 3), min_size=1, max_size=20))
def test_fleiss_by_its_equations(units):
    """As Fleiss 1971 writes it, subject by subject."""
    found = fleiss(Counter(units))
    shares = [sum(unit.count(value) for unit in units) / (3 * len(units)) for value in range(3)]
    by_chance = sum(share * share for share in shares)
    agreed = sum(sum(unit.count(value) ** 2 for value in range(3)) - 3 for unit in units) / (6 * len(units))
    if by_chance == 1:
        assert found is CONSTANT
    else:
        assert found == pytest.approx((agreed - by_chance) / (1 - by_chance), abs=1e-9)


def test_undefined_has_a_reason():
    assert cohen({(1, None): 4}) is NOT_SHARED
    assert cohen({(0, 0): 4}) is CONSTANT
    assert fleiss({(1, None): 4}) is NOT_BY_ALL
    assert fleiss({(1, 1, 1): 4}) is CONSTANT
    assert nominal_alpha([(0, None)]) is NOT_SHARED
    assert "chance" in str(CONSTANT.reason)


# Spans

TEXT = "Chủ tịch Nguyễn Văn An (áo xanh), 20/11 đến Hà Nội."


def _documents(*layers, text=TEXT):
    """One document; a layer is a list of (words, label), None for who has not looked."""
    spans = {}
    for place, layer in enumerate(layers):
        if layer is not None:
            spans["abc"[place]] = [_span(text, words, label) for words, label in layer]
    return Compared("d", text, spans)


def _span(text, words, label):
    start = text.index(words)
    return Span(f"{start}{words}{label}", start, start + len(words), label)


def _one_by_one(documents, label, raters):
    units = []
    for one in documents:
        for found in regex.finditer(r"\w+|[^\w\s]", one.text):
            unit = []
            for rater in raters:
                spans = one.layers.get(rater)
                held = spans and any(
                    span.label == label and span.start < found.end() and span.end > found.start()
                    for span in spans
                )
                unit.append(None if spans is None else int(bool(held)))
            units.append(tuple(unit))
    return Counter(units)


places = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20), st.sampled_from("PQ")), max_size=5
)


@given(st.lists(st.lists(st.none() | places, min_size=3, max_size=3), min_size=1, max_size=3))
def test_runs_count_what_syllables_one_by_one_count(layers):
    documents = [
        Compared(
            "d",
            TEXT,
            {
                rater: [
                    Span(str(number), start, min(len(TEXT), start + length), label)
                    for number, (start, length, label) in enumerate(layer)
                ]
                for rater, layer in zip("abc", chosen, strict=True)
                if layer is not None
            },
        )
        for chosen in layers
    ]
    votes = label_votes(documents, "PQ", "abc")
    assert votes == {label: _one_by_one(documents, label, "abc") for label in "PQ"}


def test_a_label_is_measured_on_syllables():
    """17 syllables; one says "Nguyễn Văn An", the other "Chủ tịch Nguyễn Văn An": they differ in 2."""
    documents = [_documents([("Nguyễn Văn An", "P")], [("Chủ tịch Nguyễn Văn An", "P")])]
    votes = label_votes(documents, "P")["P"]
    assert votes == {(0, 1): 2, (1, 1): 3, (0, 0): 12}
    # by hand: n = 34, n1 = 8, n0 = 26, unlike coincidences 4
    assert label_alpha(documents, "P") == pytest.approx(1 - 33 * 4 / (2 * 8 * 26))
    assert label_cohen(documents, "P", "a", "b")["P"] == cohen(votes)
    assert label_fleiss(documents, "P")["P"] == fleiss(votes)


def test_nobody_used_the_label_or_only_one_has_looked():
    documents = [_documents([("Nguyễn Văn An", "P")], [("Nguyễn Văn An", "P")])]
    assert label_alphas(documents, "PQ") == {"P": 1.0, "Q": CONSTANT}
    alone = [_documents([("Nguyễn Văn An", "P")], None)]
    assert label_alpha(alone, "P") is NOT_SHARED
    assert isinstance(label_cohen(alone, "P", "a", "b")["P"], Undefined)


def test_a_missing_layer_is_a_missing_value_and_an_empty_one_an_answer():
    missing = [_documents([("Hà Nội", "P")], [("Hà Nội", "P")], None)]
    empty = [_documents([("Hà Nội", "P")], [("Hà Nội", "P")], [])]
    assert label_alpha(missing, "P") == 1.0
    assert label_alpha(empty, "P") < 0.7


def test_the_order_of_documents_does_not_matter():
    documents = [
        _documents([("Hà Nội", "P")], [("An", "P")], [("Hà", "P")]),
        _documents([("Chủ tịch", "P")], None, [("Chủ", "P")]),
    ]
    assert label_alpha(documents, "P") == label_alpha(documents[::-1], "P")
    votes = label_votes(documents, "P")["P"]
    assert alpha_of(votes) == alpha_of(dict(reversed(votes.items())))


# Alpha-U. The figures are those of DKPro Statistics (UnitizingAgreementTest, 2.2): the one other
# implementation of the definition of 1995 and 2004.


def test_alpha_u_of_one_long_unit_and_three_short_ones_within():
    one, three = [(1, 9)], [(2, 3), (4, 5), (6, 7)]
    first, second = sections(one, 10), sections(three, 10)
    assert observed_disagreement(first, second, 10) == pytest.approx(0.9100, abs=1e-4)
    assert expected_disagreement(first, second, 10) == pytest.approx(0.5351, abs=1e-4)
    assert alpha_u(one, three, 10) == pytest.approx(-0.7003, abs=1e-4)
    assert alpha_u(three, one, 10) == pytest.approx(-0.7003, abs=1e-4)


@pytest.mark.parametrize(
    ("one", "other", "measured"),
    [
        ((0, 1, False), (0, 2, False), 0),
        ((1, 8, True), (0, 2, False), 0),
        ((1, 8, True), (2, 1, True), 37),
        ((1, 8, True), (3, 1, False), 0),
        ((1, 8, True), (4, 1, True), 25),
        ((1, 8, True), (6, 1, True), 29),
        ((1, 8, True), (7, 4, False), 0),
        ((9, 2, False), (7, 4, False), 0),
    ],
)
def test_the_distance_of_two_sections(one, other, measured):
    assert distance(Section(*one), Section(*other)) == measured
    assert distance(Section(*other), Section(*one)) == measured


units = st.lists(st.integers(0, 30), unique=True, max_size=8).map(
    lambda marks: list(zip(sorted(marks)[::2], sorted(marks)[1::2], strict=False))
)


@given(units, units)
def test_alpha_u_by_all_pairs_of_sections(a, b):
    """The sums of the paper as they stand there, over every section with every other."""
    length = 31
    first, second = sections(a, length), sections(b, length)
    pairs = sum(distance(one, other) for one, other in product(first, second))
    assert observed_disagreement(first, second, length) == pytest.approx(pairs / length**2)
    everything = [*first, *second]
    chosen = [section.length for section in everything if section.is_unit]
    expected = 0.0
    for unit in chosen:
        room = sum(
            section.length - unit + 1
            for section in everything
            if not section.is_unit and section.length >= unit
        )
        expected += (len(chosen) - 1) / 3 * (2 * unit**3 - 3 * unit**2 + unit) + unit**2 * room
    below = 2 * length * (2 * length - 1) - sum(unit * (unit - 1) for unit in chosen)
    assert expected_disagreement(first, second, length) == pytest.approx(2 / length * expected / below)
    if a == b and a:
        assert alpha_u(a, b, length) == 1.0


def test_alpha_u_of_documents_end_to_end():
    one = _documents([("Nguyễn Văn An", "P")], [("Nguyễn Văn An", "P")])
    other = _documents([("Hà Nội", "P")], [("Nội", "P")])
    # 34 syllables; the last "Hà Nội" is (31, 33), "Nội" (32, 33)
    found = label_alpha_u([one, other], "PQ", "a", "b")
    assert found["P"] == alpha_u([(2, 5), (31, 33)], [(2, 5), (32, 33)], 34)
    assert found["Q"] is NOTHING_MARKED


def test_alpha_u_says_where_it_is_not_defined():
    nested = _documents([("Nguyễn Văn An", "P"), ("An", "P")], [("An", "P")])
    assert label_alpha_u([nested], "P", "a", "b")["P"] is OVERLAPPING
    assert label_alpha_u([_documents([], None)], "P", "a", "b")["P"] is NOT_SHARED
    assert alpha_u([(0, 1)], [], 20) == pytest.approx(0.0)
