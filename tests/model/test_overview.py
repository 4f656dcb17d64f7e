from __future__ import annotations

import pytest

from annotator.model.document import Status
from annotator.model.overview import LayerCell, OpenDifference, OverviewRow, RowFigures
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


def cell(status: Status, spans: int = 3) -> LayerCell:
    return LayerCell(status, spans)


@pytest.mark.parametrize(
    ("cells", "given", "waits"),
    [
        ({}, (), True),
        ({"lan": cell(Status.DONE)}, (), True),
        ({"lan": cell(Status.DONE), "minh": cell(Status.NEW, 0)}, (), True),
        ({"lan": cell(Status.DONE), "minh": cell(Status.IN_PROGRESS)}, (), True),
        ({"lan": cell(Status.IN_PROGRESS), "minh": cell(Status.NEW)}, (), False),
        ({"lan": cell(Status.DONE), "minh": cell(Status.DONE)}, ("lan", "minh"), False),
        ({"lan": cell(Status.DONE), "minh": cell(Status.DONE)}, ("lan", "thảo"), True),
    ],
)
def test_it_is_too_early_while_somebody_is_at_work(
    cells: dict[str, LayerCell], given: tuple[str, ...], *, waits: bool
) -> None:
    assert OverviewRow("d", "Lễ phát động", cells).is_waiting(given) is waits
    assert not OverviewRow("d", "Lễ phát động", cells, cell(Status.DONE)).is_waiting(given)
