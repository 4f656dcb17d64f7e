"""How a label is painted in the label set's list: key square, name, number of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from annotator.ui import fonts, theme
from annotator.ui.density import Size
from annotator.ui.i18n import number
from annotator.ui.models.label_model import LABEL_ROLE
from annotator.ui.parts.label_key import paint_square
from annotator.ui.parts.rows import RowDelegate, draw_words, title_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.model.listing import LabelCount
    from annotator.ui.parts.rows import Index

ROW = Size(40, 36)
_SQUARE = 20


class LabelDelegate(RowDelegate):
    """A row of the label set."""

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint square, name, count."""
        row: LabelCount = index.data(LABEL_ROLE)
        tokens = theme.current()
        paint_square(painter, QPointF(area.left() + 12, area.center().y() - _SQUARE / 2), row.label, _SQUARE)
        font = fonts.interface(13, tabular=True)
        count = number(row.spans)
        inner = area.adjusted(44, 0, -12, 0)
        draw_words(painter, inner, count, font, tokens.muted, Qt.AlignmentFlag.AlignRight)
        name = inner.adjusted(0, 0, -fonts.width(count, font) - 12, 0)
        draw_words(painter, name, row.label.name, title_font(chosen=chosen), tokens.text)

    def tip(self, index: Index) -> str:
        """Name and definition."""
        row: LabelCount = index.data(LABEL_ROLE)
        return f"{row.label.name} · {row.label.definition}" if row.label.definition else row.label.name
