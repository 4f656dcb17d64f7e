"""A list that ends on a whole row, wherever its panel ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QTableView


class WholeRows(QWidget):
    """Holds a list of rows of one height and gives it the room of as many whole rows as fit."""

    def __init__(self, view: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        view.setParent(self)
        view.installEventFilter(self)
        self.setFocusProxy(view)
        self.setSizePolicy(view.sizePolicy())

    def sizeHint(self) -> QSize:  # noqa: N802
        """That of the list."""
        return self.view.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """That of the list."""
        return self.view.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the list anew."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit the list when its own layout is asked for again: rows or header got another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return False

    def fit(self) -> None:
        """Lay the list out: its header, then whole rows."""
        across = self.view.horizontalHeader()
        head = 0 if across.isHidden() else across.sizeHint().height()
        row = max(1, self.view.verticalHeader().defaultSectionSize())
        rows = (self.height() - head) // row
        height = head + rows * row if rows else self.height()
        self.view.setGeometry(0, 0, self.width(), height)
