"""Sub-tabs without room are in a list; the open one is always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.ui.review.tab_row import TabRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

NAMES = ("overview", "compare", "agreement", "strings", "people")


@pytest.fixture
def row(on_screen: Callable[[QWidget, int, int], None]) -> TabRow:
    made = TabRow(NAMES)
    made.say({name: name.title() for name in NAMES}, "More")
    made.open_tab("overview")
    on_screen(made, 900, 44)
    return made


def test_all_stand_where_there_is_room(row: TabRow) -> None:
    assert row.hidden() == []
    assert row.more.isHidden()


def test_the_others_are_in_a_list_that_leads_to_them(row: TabRow) -> None:
    chosen: list[str] = []
    row.chosen.connect(chosen.append)
    row.resize(300, 44)
    assert row.hidden() == ["agreement", "strings", "people"]
    assert not row.more.isHidden()
    row.more.menu().aboutToShow.emit()
    actions = row.more.menu().actions()
    assert [action.text() for action in actions] == ["Agreement", "Strings", "People"]
    actions[-1].trigger()
    assert chosen == ["people"]


def test_the_open_one_is_in_sight(row: TabRow) -> None:
    row.resize(row.minimumSizeHint())
    row.open_tab("people")
    assert "people" not in row.hidden()
    assert row.tabs["people"].geometry().right() < row.more.geometry().left()
