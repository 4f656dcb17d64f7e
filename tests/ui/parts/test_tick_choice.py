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
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    release = QMouseEvent(QEvent.Type.MouseButtonRelease, place, place, left, left, none)
    with qtbot.waitSignal(choice.ticked):
        assert choice.eventFilter(view.viewport(), release)
    assert choice.values() == ("b", "c")
