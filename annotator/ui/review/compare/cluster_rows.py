"""How a cluster is painted in the list: icon of its class, words, label and class, votes at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from annotator.ui import fonts, icons, theme
from annotator.ui.density import Size
from annotator.ui.i18n import number
from annotator.ui.parts.rows import RowDelegate, draw_words, title_font
from annotator.ui.review.compare.cluster_model import CLUSTER_ROLE, ClusterHeading

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.ui.parts.rows import Index
    from annotator.ui.review.compare.cluster_model import ClusterRow, Row

CLUSTER_ROW: Final = Size(44, 38)
_LINE: Final = 17.0


class ClusterDelegate(RowDelegate):
    """A heading, or a cluster on two lines."""

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint a heading or a cluster."""
        row: Row = index.data(CLUSTER_ROLE)
        if isinstance(row, ClusterHeading):
            self._paint_heading(painter, area, row)
        else:
            self._paint_cluster(painter, area, row, chosen=chosen)

    def _paint_heading(self, painter: QPainter, area: QRectF, row: ClusterHeading) -> None:
        tokens = theme.current()
        place = QRectF(area.left() + 12, area.bottom() - 26, area.width() - 24, 20)
        width = draw_words(painter, place, row.words, fonts.interface(12, fonts.SEMIBOLD), tokens.text2)
        count = place.adjusted(width + 5, 0, 0, 0)
        draw_words(painter, count, number(row.count), fonts.interface(12, tabular=True), tokens.muted)

    def _paint_cluster(self, painter: QPainter, area: QRectF, row: ClusterRow, *, chosen: bool) -> None:
        tokens = theme.current()
        ink = tokens.text if row.is_open or chosen else tokens.muted
        mark = QRectF(area.left() + 12, area.center().y() - 8, 16, 16)
        icons.paint(painter, row.icon, mark, tokens.text2 if row.is_open else tokens.muted)
        font = fonts.interface(12, tabular=True)
        width = fonts.width(row.votes, font) + 1
        votes = QRectF(area.right() - 10 - width, area.top(), width, area.height())
        draw_words(painter, votes, row.votes, font, ink, Qt.AlignmentFlag.AlignRight)
        left, right = mark.right() + 10, votes.left() - 6
        top = area.center().y() - _LINE
        words = QRectF(left, top, right - left, _LINE)
        draw_words(painter, words, row.words, title_font(chosen=chosen), ink)
        below = QRectF(left, top + _LINE, right - left, _LINE)
        if row.label is not None:
            colour = theme.colours_of(row.label.colour).ink
            small = fonts.interface(11, fonts.MEDIUM)
            below.setLeft(left + draw_words(painter, below, row.label.name, small, colour) + 7)
        draw_words(painter, below, row.says, fonts.interface(11), tokens.muted)

    def tip(self, index: Index) -> str:
        """All of the row in words."""
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
