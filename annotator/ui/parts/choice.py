"""The choice out of a few: a combo box with our own chevron."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from annotator.ui import icons, theme
from annotator.visible import visible

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

_ROW: Final = 28
_CHEVRON: Final = 36
"""Px beside the words that the chevron and the edges need."""


class Choice(QComboBox):
    """A combo box with our own chevron; the wheel never changes its value in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView(self))
        self.setItemDelegate(_Rows(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the wheel itself brings the focus
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    @property
    def words(self) -> str:
        """What the closed box says."""
        return visible(self.currentText())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box by the style, its words cut to the room, and the chevron on it."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.width() - _CHEVRON
        option.currentText = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        ink = theme.current().text2 if self.isEnabled() else theme.current().faint
        icons.paint(painter, "chevron-down", QRectF(self.width() - 23, (self.height() - 14) / 2, 14, 14), ink)

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

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:  # noqa: N802
        """The row's words; unseen characters in them are their numbers."""
        return visible(super().displayText(value, locale))
