from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from annotator.ui.parts.tick_choice import TickChoice


@pytest.fixture
def choice(on_screen):
    choice = TickChoice()
    choice.offer([("a", "Apple"), ("b", "Bee"), ("c", "Sea")])
    choice.say("none", "all")
    on_screen(choice, 200, 32)
    return choice


def test_the_closed_box_says_what_is_ticked(choice):
    assert choice.words == "none"
    choice.choose(["b", "c"])
    assert choice.words == "Bee, Sea"
    choice.choose(["a", "b", "c"])
    assert choice.words == "all"
    assert not choice.grab().isNull()


def test_what_is_no_longer_offered_stays_ticked(choice):
    choice.choose(["b", "gone"])
    choice.offer([("a", "Apple")])
    assert choice.values() == ("b", "gone")


def test_rows_are_ticked_by_key_and_mouse_and_the_list_gets_neither(choice, qtbot):
    view = choice.view()
    view.resize(200, 120)
    view.setCurrentIndex(choice.model().index(1, 0))
    space = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(choice.ticked):
        assert choice.eventFilter(view, space)
    place = QPointF(view.visualRect(choice.model().index(2, 0)).center())
    assert choice.eventFilter(view.viewport(), _mouse(QEvent.Type.MouseButtonRelease, place))
    assert choice.values() == ("b",)  # the click that opened the list began elsewhere
    choice.eventFilter(view.viewport(), _mouse(QEvent.Type.MouseButtonPress, place))
    with qtbot.waitSignal(choice.ticked):
        assert choice.eventFilter(view.viewport(), _mouse(QEvent.Type.MouseButtonRelease, place))
    assert choice.values() == ("b", "c")


def _mouse(kind, place, modifier=Qt.KeyboardModifier.NoModifier):
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(kind, place, place, left, left, modifier)


def test_where_none_means_all_every_row_is_ticked(on_screen):
    choice = TickChoice(none_is_all=True)
    choice.say("all", "all")
    choice.offer([("a", "Apple"), ("b", "Bee"), ("c", "Sea")])
    on_screen(choice, 200, 32)
    ticks = lambda: [choice.itemData(row, Qt.ItemDataRole.CheckStateRole) == 2 for row in range(3)]  # noqa: E731
    assert (choice.values(), choice.words, ticks()) == ((), "all", [True] * 3)
    choice._toggle(0)
    assert (choice.values(), choice.words) == (("b", "c"), "Bee, Sea")
    choice._toggle(1)
    choice._toggle(2)
    assert (choice.values(), ticks()) == ((), [True] * 3)
    choice._toggle(1, alone=True)
    assert choice.values() == ("b",)
    choice.choose([])
    assert (choice.values(), ticks()) == ((), [True] * 3)


def test_the_wheel_brings_no_focus_and_rows_can_be_hit(choice):
    assert choice.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert choice.view().sizeHintForRow(0) >= 28
