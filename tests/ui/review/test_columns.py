"""Columns of the matrix never overlap and fill the row, however many people there are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.review.overview.columns import SIDE, columns_for


@given(st.floats(400, 4000), st.integers(0, 40))
def test_columns_stand_side_by_side_and_end_at_the_right_edge(width: float, people: int) -> None:
    columns = columns_for(width, people)
    spots = (columns.people, columns.gold, columns.f1, columns.open)
    assert columns.people[0] == pytest.approx(columns.title[0] + columns.title[1] + 16)
    for (left, wide), (after, _) in pairwise(spots):
        assert left + wide == pytest.approx(after)
    if width > 700:
        assert columns.open[0] + columns.open[1] == pytest.approx(width - SIDE)
    assert columns.people[1] == pytest.approx((people - columns.hidden) * columns.person)


def test_three_people_stand_as_in_the_picture_and_many_scroll() -> None:
    wide = columns_for(1408, 3)
    assert (wide.person, wide.gold[1], wide.f1[1], wide.open[1]) == (104, 150, 190, 108)
    assert wide.hidden == 0
    assert columns_for(980, 3).hidden == 0
    many = columns_for(1408, 12)
    assert 64 <= many.person < 104
    assert many.hidden < columns_for(1000, 12).hidden
    assert 0 < columns_for(1000, 12).hidden < 12
    assert columns_for(1000, 12).title[1] >= 164


def test_the_last_person_is_in_sight_when_all_is_scrolled() -> None:
    columns = columns_for(1000, 12)
    last = columns.person_left(11, columns.hidden) + columns.person
    assert last == pytest.approx(columns.people[0] + columns.people[1])
