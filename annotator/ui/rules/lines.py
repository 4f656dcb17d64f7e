"""Lists of two lines a row: rules with how they stand, and the differences that belong to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRectF, Qt

from annotator.ui import fonts, icons, theme
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.parts.rows import TWO_LINES, RowDelegate, RowView, draw_words, title_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.ui.models.one_column import Index

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Line` itself."""
_ICON: Final = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        first: its upper line; `second` its lower one.
        icon: Lucide name.
        needs_look: whether it is drawn as something to look at.
        uid: of the rule, or of the document; `cluster`: of the cluster, "" for a rule.
    """

    first: str
    second: str
    icon: str
    uid: str
    cluster: str = ""
    needs_look: bool = False


class LineModel(OneColumnModel):
    """Lines in their order."""

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._lines: Sequence[Line] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line_at(self, row: int) -> Line | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, uid: str) -> int | None:
        """The first row of that uid."""
        return next((place for place, line in enumerate(self._lines) if line.uid == uid), None)

    def length(self) -> int:
        """The number of lines."""
        return len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line for the delegate, its words for the reader."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.first}\n{line.second}"
        return None


class LineDelegate(RowDelegate):
    """Icon, two lines of words."""

    inset = 0

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint the row."""
        line: Line = index.data(LINE_ROLE)
        tokens = theme.current()
        ink = tokens.warn if line.needs_look else tokens.text2
        icons.paint(painter, line.icon, QRectF(area.left() + 12, area.center().y() - 8, 16, 16), ink)
        left, width = area.left() + _ICON, area.width() - _ICON - 16
        upper = QRectF(left, area.center().y() - 18, width, 18)
        draw_words(painter, upper, line.first, title_font(chosen=chosen), tokens.text)
        draw_words(painter, upper.translated(0, 19), line.second, fonts.interface(12), tokens.muted)


def line_list() -> tuple[RowView, LineModel]:
    """A list of lines, and what it shows."""
    view = RowView(TWO_LINES)
    model = LineModel(view)
    view.setModel(model)
    view.setItemDelegate(LineDelegate(view))
    return view, model
