"""How a span is painted in a list: dot, words, the label's name at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from annotator.model.palette import label_colours
from annotator.ui import fonts, theme
from annotator.ui.models.span_model import SPAN_ROLE
from annotator.ui.parts.label_key import paint_dot
from annotator.ui.parts.rows import RowDelegate, draw_words, title_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.ui.models.span_model import SpanRow
    from annotator.ui.parts.rows import Index

_INDENT = 14
_LABEL_PART = 0.4


class SpanDelegate(RowDelegate):
    """A row of the span list; a nested span stands 14 px further in for each one that holds it."""

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint dot, words and label."""
        row: SpanRow = index.data(SPAN_ROLE)
        tokens = theme.current()
        left = area.left() + 10 + row.depth * _INDENT
        label_width = 0.0
        if row.label is not None:
            colours = label_colours(row.label.colour, tokens.is_dark)
            paint_dot(painter, QPointF(left + 4, area.center().y()), row.label)
            font = fonts.interface(11, fonts.MEDIUM)
            label_width = min(fonts.width(row.label.name, font) + 1, area.width() * _LABEL_PART)
            place = QRectF(area.right() - 10 - label_width, area.top(), label_width, area.height())
            draw_words(painter, place, row.label.name, font, colours.ink, Qt.AlignmentFlag.AlignRight)
        words = QRectF(left + 16, area.top(), area.right() - 18 - label_width - left - 16, area.height())
        draw_words(painter, words, row.words, title_font(chosen=chosen), tokens.text)

    def tip(self, index: Index) -> str:
        """The words, label, place and note of the span."""
        row: SpanRow = index.data(SPAN_ROLE)
        name = row.label.name if row.label else ""
        head = f"{row.words} · {name} · {row.span.start}–{row.span.end}"
        return f"{head} · {row.span.note}" if row.span.note else head
