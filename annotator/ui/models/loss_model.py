"""What an export could not write, span by span, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from annotator.ui.parts.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.ui.models.one_column import Index


COLUMNS: Final = ("document", "place", "words", "label", "why")
"""What stands in them, left to right."""


@dataclass(frozen=True, slots=True)
class LossRow:
    """One span that is not in the file: title of its document, place in code points, words, label, why."""

    title: str
    start: int
    end: int
    words: str
    label: str
    reason: str


class LossModel(QAbstractTableModel):
    """Document, place, words, label, reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LossRow] = []

    def set_rows(self, rows: Iterable[LossRow]) -> None:
        """Show these losses."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def reasons(self) -> set[str]:
        """Each sentence once that stands in the last column."""
        return {row.reason for row in self._rows}

    def as_text(self) -> str:
        """The table with tabs, for the clipboard."""
        rows = ("\t".join(self._cells(row)) for row in self._rows)
        return "\n".join(rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's signature)
        """The number of losses."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's signature)
        """Five."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Document"), self.tr("Place"), self.tr("Words"), self.tr("Label"), self.tr("Why"))
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cell = self._cells(self._rows[index.row()])[index.column()]
        return cell if role == Qt.ItemDataRole.DisplayRole else plain_tip(cell)

    def _cells(self, row: LossRow) -> tuple[str, ...]:
        return (row.title, f"{row.start}–{row.end}", row.words, row.label, row.reason)
