"""The filter beside the text: what the overview's line chose stays while something else is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.model.label import Label
from annotator.model.review import Difference, ReviewFilter
from annotator.ui.review.compare.filter_row import FilterRow
from annotator.ui.review.compare.people import Names

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LABELS = [Label(name[0], name, "#0283ce") for name in ("person", "organization", "award")]
SEVERAL = ReviewFilter(
    differences=frozenset((Difference.LABEL, Difference.BOUNDARY)), labels=frozenset(("p", "o"))
)


@pytest.fixture
def row(qtbot: QtBot) -> FilterRow:
    row = FilterRow()
    qtbot.addWidget(row)
    row.offer(LABELS, (), Names("d", ()))
    row.set_chosen(SEVERAL)
    return row


def test_several_classes_and_labels_are_named(row):
    assert row.choices.classes.words == "labels differ, edges differ"
    assert row.choices.labels.words == "person, organization"


def test_choosing_one_thing_leaves_the_others_as_they_are(qtbot, row):
    with qtbot.waitSignal(row.changed) as told:
        row.choices.labels._toggle(2, alone=True)
    assert told.args == [replace(SEVERAL, labels=frozenset("a"))]
    assert row.choices.classes.words == "labels differ, edges differ"
    with qtbot.waitSignal(row.changed) as told:
        row.choices.clear()
    assert told.args == [ReviewFilter()]


def test_it_is_narrow_until_everything_is_let_through(qtbot, row):
    row.undecided.click()
    assert row.is_narrow
    with qtbot.waitSignal(row.undecided_changed):
        row.clear()
    assert not row.is_narrow
    assert row.choices.chosen == replace(ReviewFilter(), open_only=True)
