from __future__ import annotations

import pytest

from annotator.model.overview import OpenDifference, RowFigures
from annotator.model.review import Difference, ReviewFilter

PERSON, PLACE = "person", "place"
OPEN = (
    OpenDifference(Difference.BOUNDARY, frozenset({PERSON})),
    OpenDifference(Difference.LABEL, frozenset({PERSON, PLACE})),
    OpenDifference(Difference.MISSING, frozenset({PLACE})),
)


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        (ReviewFilter(), 3),
        (ReviewFilter(differences=frozenset({Difference.LABEL, Difference.MISSING})), 2),
        (ReviewFilter(labels=frozenset({PERSON})), 2),
        (ReviewFilter(differences=frozenset({Difference.MISSING}), labels=frozenset({PERSON})), 0),
    ],
)
def test_a_filter_counts_what_it_lets_through(chosen: ReviewFilter, count: int) -> None:
    assert RowFigures(9, OPEN).count(chosen) == count


def test_f1_is_undefined_where_nothing_is_compared() -> None:
    assert RowFigures(0).f1 is None
    assert RowFigures(3, strict=(4, 6)).f1 == pytest.approx(2 / 3)
