"""The table of what an export left out: each reason can be read, however narrow the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from annotator.ui import fonts
from annotator.ui.density import Size, density
from annotator.ui.models.loss_model import COLUMNS, LossModel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_ROW: Final = Size(32, 26)
_GAP: Final = Size(12, 8)
"""Between the words of two rows; less than a line, so that no cell takes one more line into it."""
_MOST_LINES: Final = 4
_CELL_MARGIN: Final = 8
_MEASURED_ROWS: Final = 200
_WIDEST: Final = 130
_SHARES: Final = {"document": 2, "words": 2, "why": 4}
"""How the columns without a width of their own share what is left."""


class LossTable(QTableView):
    """Rows of one height, as high as the longest reason needs in its column."""

    def __init__(self, model: LossModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses = model
        self.setModel(model)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW.now)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStyleSheet("QHeaderView::section{padding:0 3px}")
        model.modelReset.connect(self.fit)
        density().changed.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give place and label what they need and the others the rest; make the rows high enough."""
        widths = {name: self._needed(COLUMNS.index(name)) for name in ("place", "label")}
        rest = self.viewport().width() - sum(widths.values())
        for name, share in _SHARES.items():
            widths[name] = rest * share // sum(_SHARES.values())
        for column, name in enumerate(COLUMNS):
            self.setColumnWidth(column, widths[name])
        lines = max((self._lines(reason, widths["why"]) for reason in self._losses.reasons()), default=1)
        words = min(lines, _MOST_LINES) * self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(max(_ROW.now, words + _GAP.now))

    def _needed(self, column: int) -> int:
        """Width in px of the widest of the first cells, and of the header's words, within bounds."""
        model = self._losses
        cells = (model.index(row, column).data() for row in range(min(model.rowCount(), _MEASURED_ROWS)))
        head = model.headerData(column, Qt.Orientation.Horizontal)
        font = fonts.interface(13)
        widest = max(fonts.width(str(words), font) for words in (head, *cells))
        return min(round(widest) + 2 * _CELL_MARGIN, _WIDEST)

    def _lines(self, words: str, width: int) -> int:
        room = QRect(0, 0, max(1, width - _CELL_MARGIN), 10_000)
        needed = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
        return max(1, round(needed.height() / self.fontMetrics().lineSpacing()))
