"""The tree of heights says what plain sums would say."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.editor.heights import Heights

numbers = st.integers(0, 400).map(lambda quarter: quarter / 4)


@given(st.lists(numbers, min_size=1, max_size=70), st.data())
def test_tops_and_places_are_those_of_plain_sums(heights, data):
    tree = Heights(heights)
    for _ in range(data.draw(st.integers(0, 6))):
        index = data.draw(st.integers(0, len(heights) - 1))
        height = data.draw(numbers)
        assert tree.change(index, height) == height - heights[index]
        heights[index] = height
    tops = list(accumulate(heights, initial=0.0))
    assert [tree.top(index) for index in range(len(heights))] == tops[:-1]
    assert list(tree.tops()) == tops
    assert tree.total == pytest.approx(tops[-1])
    y = data.draw(st.integers(0, int(tops[-1]) + 5))
    expected = max((index for index in range(len(heights)) if tops[index] <= y), default=0)
    found = tree.find(y)
    assert found == min(expected, len(heights) - 1)


def test_places_outside_are_the_nearest_paragraph():
    tree = Heights([10.0, 20.0])
    assert tree.find(-5) == 0
    assert tree.find(1000) == 1
