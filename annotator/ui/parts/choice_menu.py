"""A menu in which one of several ways is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Way = TypeVar("_Way")


def choice_menu(
    parent: QWidget, ways: Iterable[tuple[_Way, str]], current: _Way, choose: Callable[[_Way], object]
) -> QMenu:
    """A menu that goes when it is closed.

    Args:
        parent: whose menu it is.
        ways: each way and its words, in order.
        current: the way to tick.
        choose: is given the way that a person chose.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = QActionGroup(menu)
    for way, words in ways:
        action = group.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(way == current)
        action.triggered.connect(lambda _checked=False, way=way: choose(way))
    menu.addActions(group.actions())
    return menu
