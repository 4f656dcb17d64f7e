"""The rows of the list of the same words: headings, and places to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal

from annotator.ui.everywhere.grouping import PROPOSED, Grouped, Row, ticked
from annotator.ui.models.one_column import OneColumnModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from annotator.model.search import Candidate
    from annotator.ui.everywhere.grouping import Group
    from annotator.ui.models.one_column import Index

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a group with the number of its places."""

    group: Group
    words: str
    count: int


Line = Heading | Row


class CandidateModel(OneColumnModel):
    """Headings and rows; rows are ticked here.

    Signals:
        ticks_changed: another set of rows is ticked.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def length(self) -> int:
        """The number of headings and rows."""
        return len(self._lines)

    def show_groups(self, found: Grouped, headings: Mapping[Group, str]) -> None:
        """List these rows under these headings."""
        self.beginResetModel()
        self._lines = []
        group = None
        for row in found.rows:
            if row.group is not group:
                group = row.group
                self._lines.append(Heading(group, headings[group], found.counts[group]))
            self._lines.append(row)
        self.endResetModel()
        self.ticks_changed.emit()

    def rows(self) -> list[Row]:
        """All rows without the headings."""
        return [line for line in self._lines if isinstance(line, Row)]

    def row_at(self, index: Index) -> Row | None:
        """The row of an index; None for a heading."""
        line = self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None
        return line if isinstance(line, Row) else None

    def first_row(self) -> int | None:
        """Number of the first line that is no heading."""
        return next((place for place, line in enumerate(self._lines) if isinstance(line, Row)), None)

    def chosen(self) -> list[Candidate]:
        """The places of the ticked rows."""
        return ticked(self.rows())

    # Ticks

    def toggle(self, index: Index) -> None:
        """Tick or untick a row."""
        row = self.row_at(index)
        if row is not None and row.can_tick:
            row.is_ticked = not row.is_ticked
            self._ticked()

    def toggle_all(self) -> None:
        """Tick all that are meant; when those are ticked already, untick everything."""
        meant = [row for row in self.rows() if row.group in PROPOSED]
        wanted = not all(row.is_ticked for row in meant) or not meant
        for row in self.rows():
            row.is_ticked = wanted and row.group in PROPOSED
        self._ticked()

    def toggle_group(self, index: Index) -> None:
        """Tick all rows of the group of a row, or untick them."""
        row = self.row_at(index)
        if row is None or not row.can_tick:
            return
        same = [other for other in self.rows() if other.group is row.group]
        wanted = not all(other.is_ticked for other in same)
        for other in same:
            other.is_ticked = wanted
        self._ticked()

    def _ticked(self) -> None:
        self.announce_rows(0, len(self._lines) - 1)
        self.ticks_changed.emit()

    # Qt's side

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line, or its words."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(line)
        return None

    def _spoken(self, line: Line) -> str:
        if isinstance(line, Heading):
            return f"{line.words} {line.count}"
        hit = line.first.hit
        words = " ".join(f"{hit.left}{hit.match}{hit.right}".split())
        tick = self.tr("ticked") if line.is_ticked else self.tr("not ticked")
        where = self.tr("this document") if line.is_here else hit.title
        return f"{tick}, {words}, {where}" if line.can_tick else f"{words}, {where}"
