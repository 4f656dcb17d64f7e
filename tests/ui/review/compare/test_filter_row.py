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


def _choose(choice, value):
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def test_several_classes_and_labels_are_named(row):
    assert row.difference.currentText() == "labels differ, edges differ"
    assert row.label.currentText() == "person, organization"


def test_choosing_one_thing_leaves_the_others_as_they_are(qtbot, row):
    with qtbot.waitSignal(row.changed) as told:
        _choose(row.label, "a")
    assert told.args == [replace(SEVERAL, labels=frozenset("a"))]
    assert row.difference.currentText() == "labels differ, edges differ"
    with qtbot.waitSignal(row.changed) as told:
        _choose(row.difference, "")
    assert told.args == [ReviewFilter(labels=frozenset("a"))]


def test_what_is_chosen_already_may_be_chosen_again(qtbot, row):
    with qtbot.assertNotEmitted(row.changed):
        row.difference.activated.emit(row.difference.currentIndex())
    assert row.chosen == SEVERAL
