"""A field for a whole number that looks like the other fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent

_SIDE = 9


class NumberField(QSpinBox):
    """No arrows: the keys for up and down change the number, and the wheel never does in passing."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the wheel itself brings the focus
        self.lineEdit().setProperty("bare", "true")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page, unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the number all the room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Give the number all the room."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another style or font lays the field out anew."""
        super().changeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A style sheet leaves a field without arrows one pixel (Qt 6.11)."""
        self.lineEdit().setGeometry(_SIDE, 1, self.width() - 2 * _SIDE, self.height() - 2)
