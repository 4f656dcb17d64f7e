"""The choice of several out of a few: a combo box whose rows are ticked, and that says what is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel

from annotator.ui.parts.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

_TICK = Qt.ItemDataRole.CheckStateRole


class TickChoice(Choice):
    """A list that stays open while its rows are ticked; closed it names them, or says what none means.

    Where none means all (`none_is_all`), all rows are ticked for it: taking a tick away leaves the others,
    taking the last one away brings all back, and Ctrl with a click ticks one row alone.

    Signals:
        ticked: another set is ticked now.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None, *, none_is_all: bool = False) -> None:
        super().__init__(parent)
        self._none = self._all = ""
        self._none_is_all, self._is_all = none_is_all, none_is_all
        self._is_pressed = False
        self.setModel(QStandardItemModel(self))
        self.view().viewport().installEventFilter(self)
        self.view().installEventFilter(self)

    def say(self, none: str, every: str = "") -> None:
        """Set the words for nothing ticked, and those for all (else all are named)."""
        self._none, self._all = none, every
        self._told()

    def offer(self, values: Iterable[tuple[str, str]]) -> None:
        """Offer (value, words); what was ticked stays so, also where it is no longer among them."""
        chosen, offered = self.values(), list(values)
        known = {value for value, _words in offered}
        offered += [(value, value) for value in chosen if value not in known]
        self._rows.clear()
        for value, words in offered:
            item = QStandardItem(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(value, Qt.ItemDataRole.UserRole)
            item.setData(_state(self._is_all or value in chosen), _TICK)
            self._rows.appendRow(item)
        self._told()

    def choose(self, values: Sequence[str]) -> None:
        """Tick exactly these; nothing is told. One that is not offered is added."""
        self._is_all = self._none_is_all and not values
        known = {str(item.data(Qt.ItemDataRole.UserRole)) for item in self._items()}
        if missing := [value for value in values if value not in known]:
            offered = [(str(item.data(Qt.ItemDataRole.UserRole)), item.text()) for item in self._items()]
            self.offer([*offered, *((value, value) for value in missing)])
        for item in self._items():
            item.setData(_state(self._is_all or item.data(Qt.ItemDataRole.UserRole) in values), _TICK)
        self._told()

    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order of the list; nothing where that means all."""
        if self._is_all:
            return ()
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in self._ticked())

    @property
    def words(self) -> str:
        """What the closed box says."""
        ticked = self._ticked()
        if not ticked or self._is_all:
            return self._none
        if self._all and len(ticked) == self._rows.rowCount():
            return self._all
        return ", ".join(item.text() for item in ticked)

    # ------------------------------------------------------------------ inside

    @property
    def _rows(self) -> QStandardItemModel:
        return cast("QStandardItemModel", self.model())

    def _items(self) -> list[QStandardItem]:
        return [self._rows.item(row) for row in range(self._rows.rowCount())]

    def _ticked(self) -> list[QStandardItem]:
        return [item for item in self._items() if item.data(_TICK) == _state(on=True)]

    def _told(self) -> None:
        self.setAccessibleDescription(self.words)
        self.update()

    def _toggle(self, row: int, *, alone: bool = False) -> None:
        item = self._rows.item(row)
        if item is None:
            return
        if alone:
            for each in self._items():
                each.setData(_state(each is item), _TICK)
        else:
            item.setData(_state(item.data(_TICK) != _state(on=True)), _TICK)
        self._settle()
        self._told()
        self.ticked.emit()

    def _settle(self) -> None:
        """All ticked and none ticked are the same where none means all."""
        if self._none_is_all:
            self._is_all = len(self._ticked()) in {0, self._rows.rowCount()}
        if self._is_all:
            for item in self._items():
                item.setData(_state(on=True), _TICK)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click or the space bar ticks a row of the open list, which stays open.

        The click that opens the list ends over its rows, but did not begin there.
        """
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            self._is_pressed = True
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            if self._is_pressed:
                control = Qt.KeyboardModifier.ControlModifier
                row = self.view().indexAt(event.position().toPoint()).row()
                self._toggle(row, alone=bool(event.modifiers() & control))
            self._is_pressed = False
            return True
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.type() is QEvent.Type.KeyPress:
                self._toggle(self.view().currentIndex().row())
            return True
        return super().eventFilter(watched, event)

    def showPopup(self) -> None:  # noqa: N802
        """Open the list; a click that ends over it did not begin there."""
        self._is_pressed = False
        super().showPopup()


def _state(on: bool) -> int:
    """What Qt keeps in an item for a tick."""
    return int((Qt.CheckState.Checked if on else Qt.CheckState.Unchecked).value)
