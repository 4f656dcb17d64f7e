"""Alt on its own opens the menu; Alt with anything else never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def menu_opened(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Grows each time the menu is opened."""
    opened: list[bool] = []
    monkeypatch.setattr(window.top_bar.menu_button, "showMenu", lambda: opened.append(True))
    qtbot.waitExposed(window)
    return opened


def test_alt_alone_opens_the_menu(window: MainWindow, menu_opened: list[bool]) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Alt)
    assert menu_opened == [True]


def test_alt_with_a_key_that_a_page_takes_opens_no_menu(window: MainWindow, menu_opened: list[bool]) -> None:
    window.show_page("label_set")
    window.late.label_set.view.setFocus()
    native = window.windowHandle()
    QTest.keyPress(native, Qt.Key.Key_Alt)
    QTest.keyClick(native, Qt.Key.Key_Down, ALT)
    QTest.keyRelease(native, Qt.Key.Key_Alt)
    assert menu_opened == []


def test_alt_with_the_mouse_opens_no_menu(window: MainWindow, menu_opened: list[bool]) -> None:
    native = window.windowHandle()
    QTest.keyPress(native, Qt.Key.Key_Alt)
    QTest.mouseClick(native, Qt.MouseButton.LeftButton, ALT, QPoint(5, window.height() - 5))
    QTest.keyRelease(native, Qt.Key.Key_Alt)
    assert menu_opened == []
