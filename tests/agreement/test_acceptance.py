"""Samples are drawn evenly and alike, judged until it is clear, and rated with exact intervals."""

from __future__ import annotations

from collections import Counter
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from annotator.agreement.acceptance import (
    NOT_JUDGED,
    Standing,
    clopper_pearson,
    draw,
    least_without_error,
    rate,
    shares_of,
    standing,
)


@given(st.integers(1, 300).flatmap(lambda judged: st.tuples(st.integers(0, judged), st.just(judged))))
def test_the_interval_is_the_one_scipy_computes(counts):
    theirs = binomtest(*counts).proportion_ci(0.95, method="exact")
    assert clopper_pearson(*counts) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_published_intervals():
    """No error in 30: the upper end is 1 - 0.025^(1/30); Agresti & Coull 1998, 5 of 10: .187 to .813."""
    assert clopper_pearson(0, 30) == pytest.approx((0, 1 - 0.025 ** (1 / 30)))
    assert clopper_pearson(5, 10) == pytest.approx((0.187, 0.813), abs=0.0005)
    assert clopper_pearson(30, 30)[1] == 1


def test_an_error_rate():
    found = rate(50, 2)
    assert (found.value, found.low < 0.04 < found.high) == (0.04, True)
    assert rate(0, 0).value is NOT_JUDGED
    assert (rate(0, 0).low, rate(0, 0).high) == (0, 1)


def test_right_ones_in_a_row_are_enough_after_walds_bound():
    """Wald 1945: log(beta / (1 - alpha)) / log((1 - b) / (1 - g)), rounded up."""
    bound = log(0.05 / 0.95) / log(0.92 / 0.98)
    assert least_without_error(0.02, 0.08) == 47 == int(bound) + 1


def test_when_to_stop():
    limits = {"good": 0.02, "bad": 0.08}
    assert standing(0, 0, left=100, **limits) is Standing.GO_ON
    assert standing(46, 0, left=100, **limits) is Standing.GO_ON
    assert standing(47, 0, left=100, **limits) is Standing.GOOD
    assert standing(5, 3, left=100, **limits) is Standing.BAD
    assert standing(30, 1, left=0, **limits) is Standing.USED_UP
    with pytest.raises(ValueError, match="good"):
        standing(1, 0, good=0.1, bad=0.1, left=1)


def _things(**counts):
    return [(label, f"{label}{number}") for label, count in counts.items() for number in range(count)]


def _drawn(things, wanted, seed=1):
    return draw(things, wanted, seed, lambda thing: thing)


def test_each_label_gets_its_share_and_one_at_least():
    things = _things(person=600, organization=390, award=10)
    drawn = _drawn(things, 50)
    assert Counter(label for label, _ in drawn) == {"person": 30, "organization": 19, "award": 1}
    assert drawn == _drawn(things[::-1], 50)
    assert drawn != _drawn(things, 50, seed=2)


def test_a_sample_is_even_wherever_one_stops():
    drawn = _drawn(_things(person=600, organization=400), 100)
    for stop in (20, 50, 80):
        persons = sum(label == "person" for label, _ in drawn[:stop])
        assert abs(persons - 0.6 * stop) <= 1


sizes = st.dictionaries(st.text("abcdef", min_size=1, max_size=1), st.integers(1, 50), min_size=1)


@given(sizes, st.integers(1, 200))
def test_shares_are_whole_and_add_up(counts, wanted):
    shares = shares_of(counts, wanted)
    total = sum(counts.values())
    assert sum(shares.values()) == max(min(wanted, total), len(counts))
    assert all(1 <= shares[label] <= counts[label] for label in counts)


def test_all_is_drawn_when_there_is_no_more():
    things = _things(person=3, award=1)
    assert sorted(_drawn(things, 10)) == sorted(things)
    assert _drawn([], 10) == []
