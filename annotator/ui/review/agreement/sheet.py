"""One sheet of the agreement: a sentence, a matrix, a table; what is current in either is picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.figures.table import FigureTable
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.agreement.grid import Grid
from annotator.ui.review.agreement.sheets import Meant

if TYPE_CHECKING:
    from annotator.ui.review.agreement.sheets import Cells, Table

_MOST_IN_GRID = 12


class Sheet(QWidget):
    """A matrix, a table, or both.

    Signals:
        picked: the `Meant` of the row or cell that is current now, or None.
        opened: a row or cell was clicked twice.
    """

    picked = Signal(object)
    opened = Signal()

    def __init__(
        self, *, has_grid: bool = False, has_table: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.grid = Grid() if has_grid else None
        self.table = FigureTable() if has_table else None
        self.note = PlainLabel(ink="muted", wraps=True)
        self.note.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(8)
        column.addWidget(self.note)
        if self.grid is not None:
            self._holder = _scrolled(self.grid)
            column.addWidget(self._holder, 0 if has_table else 1)
            self.grid.current.connect(self.picked)
            self.grid.opened.connect(lambda _: self.opened.emit())
        if self.table is not None:
            column.addWidget(self.table, 1)
            self.table.current.connect(lambda row: self.picked.emit(row.key if row is not None else None))
            self.table.opened.connect(lambda _: self.opened.emit())
            self.table.view.focus_moved.connect(self._come_back)

    def _come_back(self) -> None:
        """The focus is in the table again: what is current there counts."""
        if self.table is not None and self.grid is not None and self.table.view.hasFocus():
            self.picked.emit(self.meant)

    @property
    def first_focus(self) -> QWidget:
        """Where the focus begins."""
        if self.table is not None:
            return self.table.view
        return self.grid or self

    def say(self, words: str) -> None:
        """Show a sentence at the top, "" for none."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def show_table(self, table: Table, name: str) -> None:
        """Show other rows; `name` is for screen readers."""
        if self.table is not None:
            self.table.set_rows(*table)
            self.table.set_name(name)
            if self.table.row() is None and table[1]:
                self.table.view.go_to(0)

    def show_cells(self, cells: Cells, name: str, *, least: int = 1) -> None:
        """Show another matrix; it stays away with fewer names than `least`."""
        if self.grid is not None:
            self.grid.show_cells(*cells)
            self.grid.setAccessibleName(name)
            count = len(cells[0])
            self._holder.setVisible(count >= least)
            if self.table is not None:
                height = self.grid.height() if count <= _MOST_IN_GRID else self.grid.height() // 2
                self._holder.setFixedHeight(height + self._holder.horizontalScrollBar().sizeHint().height())

    @property
    def meant(self) -> Meant | None:
        """What is current: in the matrix where it has the focus or stands alone, else in the table."""
        if self.grid is not None and (self.table is None or self.grid.hasFocus()):
            found = self.grid.key
        else:
            row = self.table.row() if self.table is not None else None
            found = None if row is None else row.key
        return found if isinstance(found, Meant) else None


def _scrolled(grid: Grid) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(grid)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    grid.setAutoFillBackground(False)  # a scroll area fills what it holds
    return area
