"""The labels of a corpus with their counts, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt

from annotator.ui.models.one_column import OneColumnModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.codebook import Entry
    from annotator.ui.models.one_column import Index


LABEL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Entry` itself: label, guidance, spans, documents."""
HEADING_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The heading that stands over a row, "" for none."""


class LabelModel(OneColumnModel):
    """The label set in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []

    def set_labels(self, rows: Sequence[Entry]) -> None:
        """Show these labels; the same labels in the same order keep the current row."""
        if [row.label.uid for row in rows] == [row.label.uid for row in self._rows]:
            self._rows = list(rows)
            self.announce_rows(0, len(rows) - 1)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def uids(self) -> list[str]:
        """The labels' uids in the order shown."""
        return [row.label.uid for row in self._rows]

    def rows(self) -> list[Entry]:
        """All labels with their counts."""
        return list(self._rows)

    def label_at(self, row: int) -> Entry | None:
        """The label of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def heading_over(self, row: int) -> str:
        """The heading that stands over a row: that of its group, over the group's first label."""
        heading = self._rows[row].guidance.heading
        before = self._rows[row - 1].guidance.heading if row else ""
        return heading if heading != before else ""

    def row_of(self, uid: str) -> int | None:
        """The row of a label, or None."""
        return next((place for place, row in enumerate(self._rows) if row.label.uid == uid), None)

    def length(self) -> int:
        """The number of labels."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its name for the reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LABEL_ROLE:
            return row
        if role == HEADING_ROLE:
            return self.heading_over(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spans = self.tr("%n span(s)", "", row.spans)
            return f"{row.label.name}, {spans}"
        return None
