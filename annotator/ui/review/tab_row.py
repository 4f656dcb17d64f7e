"""The sub-tabs in a row; those for which there is no room are in a list behind them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from annotator.ui.parts.menu_button import MenuButton
from annotator.ui.parts.tabs import PlaceTab

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QResizeEvent

_HEIGHT: Final = 44
_MORE: Final = 96
"""Px for the button that opens the list of the others."""


class TabRow(QWidget):
    """Tabs in their order; the open one is always in sight.

    Signals:
        chosen: id of a tab.
    """

    chosen = Signal(str)

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = {name: PlaceTab(parent=self) for name in names}
        self.more = MenuButton(parent=self)
        self._menu = QMenu(self)
        self.more.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        for name, tab in self.tabs.items():
            tab.clicked.connect(partial(self.chosen.emit, name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def open_tab(self, name: str) -> None:
        """Mark a tab as the open one."""
        self.tabs[name].setChecked(True)
        self._fit()

    def say(self, words: Mapping[str, str], more: str) -> None:
        """Set the words of the tabs by id, and that of the list of the others."""
        for name, tab in self.tabs.items():
            tab.setText(words[name])
        self.more.show_words(more)
        self.updateGeometry()
        self._fit()

    def hidden(self) -> list[str]:
        """Ids of the tabs for which there is no room."""
        return [name for name, tab in self.tabs.items() if tab.isHidden()]

    def _fit(self) -> None:
        shown = self._shown(self.width())
        left = 0
        for name, tab in self.tabs.items():
            tab.setVisible(name in shown)
            if name in shown:
                width = tab.sizeHint().width()
                tab.setGeometry(left, 0, width, self.height())
                left += width
        self.more.setVisible(len(shown) < len(self.tabs))
        self.more.setGeometry(left + 4, (self.height() - 28) // 2, min(_MORE, self.width() - left), 28)

    def _shown(self, room: int) -> set[str]:
        """Those that fit from the first on, the open one before all."""
        widths = {name: tab.sizeHint().width() for name, tab in self.tabs.items()}
        if sum(widths.values()) <= room:
            return set(widths)
        shown = {name for name, tab in self.tabs.items() if tab.isChecked()}
        for name, width in widths.items():
            taken = sum(widths[each] for each in shown)
            if name not in shown and taken + width + _MORE > room:
                break
            shown.add(name)
        return shown

    def _fill(self) -> None:
        self._menu.clear()
        for name in self.hidden():
            action = self._menu.addAction(self.tabs[name].text().replace("&", "&&"))
            action.triggered.connect(partial(self.chosen.emit, name))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all tabs."""
        return QSize(sum(tab.sizeHint().width() for tab in self.tabs.values()), _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the widest tab and the list of the others."""
        widest = max((tab.sizeHint().width() for tab in self.tabs.values()), default=0)
        return QSize(widest + _MORE, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the room there is."""
        super().resizeEvent(event)
        self._fit()
