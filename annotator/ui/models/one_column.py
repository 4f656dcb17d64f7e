"""What all our list models share: one column, because the delegate paints a row as a whole."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


class OneColumnModel(QAbstractTableModel):
    """A table of one column and `length()` rows.

    A table, not a list: QTableView shows a million rows of one height at once, QListView takes seconds.
    """

    @abstractmethod
    def length(self) -> int:
        """The number of rows."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's signature)
        """The number of rows; none below a row."""
        return 0 if parent.isValid() else self.length()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's signature)
        """One column; none below a row."""
        return 0 if parent.isValid() else 1

    def announce_rows(self, first: int, last: int) -> None:
        """Say that the rows from `first` to `last`, both inclusive, look different now."""
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
