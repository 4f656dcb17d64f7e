"""Intervals over documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.bootstrap import TOO_FEW, intervals

rows = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda row: (min(row), max(row)))


def test_the_same_data_give_the_same_interval():
    table = [(place % 7, 7) for place in range(40)]
    first, again = intervals([table], 200), intervals([table], 200)
    assert first == again
    low, high = first[0]
    assert low < sum(part for part, _ in table) / (7 * 40) < high


def test_what_never_varies_has_no_width():
    assert intervals([[(3, 4)] * 9], 50) == [(0.75, 0.75)]


def test_one_document_is_too_few():
    assert intervals([[(3, 4)]]) == [TOO_FEW]
    assert intervals([[(3, 4), (0, 0), (0, 0)]]) == [TOO_FEW]
    assert intervals([]) == []


@given(st.lists(rows, min_size=2, max_size=12))
def test_it_lies_between_the_least_and_the_greatest_document(table):
    (found,) = intervals([table], 60)
    shares = [part / whole for part, whole in table if whole]
    if len(shares) < 2:
        assert found is TOO_FEW
    else:
        assert min(shares) - 1e-9 <= found[0] <= found[1] <= max(shares) + 1e-9


@given(st.lists(st.tuples(rows, rows), min_size=2, max_size=12))
def test_tables_do_not_disturb_each_other(table):
    first, second = [one for one, _ in table], [other for _, other in table]
    assert intervals([first, second], 30) == intervals([first], 30) + intervals([second], 30)


def test_another_implementation_finds_about_the_same():
    numpy = pytest.importorskip("numpy")
    table = numpy.array([(5 + place % 9, 14 + place % 5) for place in range(60)])
    drawn = numpy.random.default_rng(1).integers(0, len(table), (4000, len(table)))
    sums = table[drawn].sum(axis=1)
    expected = numpy.percentile(sums[:, 0] / sums[:, 1], [2.5, 97.5])
    ((low, high),) = intervals([[tuple(map(int, row)) for row in table]])
    assert (low, high) == pytest.approx(tuple(expected), abs=0.006)
