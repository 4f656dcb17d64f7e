"""How a label is painted in the label set's list: key square, name, number of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.ui import fonts, theme
from annotator.ui.density import Size
from annotator.ui.i18n import number
from annotator.ui.models.label_model import HEADING_ROLE, LABEL_ROLE
from annotator.ui.parts.label_key import paint_square
from annotator.ui.parts.rows import RowDelegate, draw_words, title_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.model.codebook import Entry
    from annotator.ui.parts.rows import Index

ROW = Size(40, 36)
HEADING = Size(30, 24)
"""Room over the first label of a group, for the group's heading."""
_SQUARE = 20


class LabelDelegate(RowDelegate):
    """A row of the label set; over the first label of a group stands the group's heading."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the heading, then the row under it."""
        heading: str = index.data(HEADING_ROLE)
        if not heading:
            super().paint(painter, option, index)
            return
        own = QStyleOptionViewItem(option)
        own.rect.adjust(0, HEADING.now, 0, 0)
        place = QRectF(option.rect).adjusted(20, 8, -20, 0)
        place.setHeight(HEADING.now - 8)
        painter.save()
        draw_words(painter, place, heading, fonts.interface(12, fonts.SEMIBOLD), theme.current().text2)
        painter.restore()
        super().paint(painter, own, index)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint square, name, count."""
        row: Entry = index.data(LABEL_ROLE)
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
        row: Entry = index.data(LABEL_ROLE)
        return f"{row.label.name} · {row.label.definition}" if row.label.definition else row.label.name
