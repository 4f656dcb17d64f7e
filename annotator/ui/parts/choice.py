"""The choice out of a few: a combo box with our own chevron."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyledItemDelegate, QWidget

from annotator.ui import icons, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

_ROW: Final = 28


class Choice(QComboBox):
    """A combo box with our own chevron; the wheel never changes its value in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView(self))
        self.setItemDelegate(_Rows(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the wheel itself brings the focus
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box by the style and the chevron on it."""
        super().paintEvent(event)
        tokens = theme.current()
        ink = tokens.text2 if self.isEnabled() else tokens.faint
        icons.paint(
            QPainter(self), "chevron-down", QRectF(self.width() - 23, (self.height() - 14) / 2, 14, 14), ink
        )

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page, unless the box has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Rows(QStyledItemDelegate):
    """Rows of the open list that are high enough to be hit."""

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the words need, and not lower than a row."""
        return super().sizeHint(option, index).expandedTo(QSize(0, _ROW))
