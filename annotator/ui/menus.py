"""The menus, made of the catalogue: one list behind the menu button, and the classic bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QMenuBar

from annotator.ui.actions import words
from annotator.ui.catalogue import MENUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from annotator.ui.actions import Actions


class Menus:
    """Menu bar and menu button show the same menus."""

    def __init__(self, actions: Actions, bar: QMenuBar, window: QWidget) -> None:
        self._actions = actions
        self._menus = {menu: QMenu(window) for menu in MENUS}
        self.button_menu = QMenu(window)
        for menu in self._menus.values():
            bar.addMenu(menu)
            self.button_menu.addMenu(menu)
            menu.aboutToShow.connect(actions.draw_icons)
        self._fill()
        self.retranslate()

    def _fill(self) -> None:
        for name, menu in self._menus.items():
            group: int | None = None
            for act, action in self._actions.of_menu(name):
                if group is not None and act.group != group:
                    menu.addSeparator()
                group = act.group
                menu.addAction(action)

    def show_labels(self, actions: Sequence[QAction]) -> None:
        """Put the corpus's labels at the top of the Label menu, instead of those before."""
        menu = self._menus["label"]
        shown = [action for action in menu.actions() if action.property("label")]
        if shown == list(actions):
            return
        for action in menu.actions():
            if action.property("label") or action.objectName() == "labels.end":
                menu.removeAction(action)
        if not actions:
            return
        first = menu.actions()[0]
        for action in actions:
            menu.insertAction(first, action)
        menu.insertSeparator(first).setObjectName("labels.end")

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        for name, menu in self._menus.items():
            menu.setTitle(words(MENUS[name]))
