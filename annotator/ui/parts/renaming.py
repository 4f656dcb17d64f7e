"""Rows whose name is written anew in place: the field over it, and what goes into it and comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from annotator.ui.parts.rows import RowDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from annotator.ui.parts.rows import Index

_HALF = 15
"""px from the middle of a row to the edge of the field."""


class RenamingDelegate(RowDelegate):
    """Rows with a name that can be edited."""

    def field_words(self) -> str:
        """What a screen reader calls the field."""
        raise NotImplementedError

    def name_of(self, index: Index) -> str | None:
        """The name as it is; None where there is nothing to rename."""
        raise NotImplementedError

    def name_edges(self, row: QRect) -> tuple[int, int]:
        """Left and right of the field within a row, px."""
        raise NotImplementedError

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:  # noqa: N802
        """A field over the name."""
        field = QLineEdit(parent)
        field.setAccessibleName(self.field_words())
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Begin with the name as it is."""
        name = self.name_of(index)
        if isinstance(editor, QLineEdit) and name is not None:
            editor.setText(name)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Hand the new name over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the field over the name, 30 px high."""
        row: QRect = option.rect
        left, right = self.name_edges(row)
        middle = row.center().y()
        editor.setGeometry(QRect(QPoint(left, middle - _HALF), QPoint(right, middle + _HALF)))
