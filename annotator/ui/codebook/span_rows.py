"""How a span of a work list is painted: its tick, and its words in their line, aligned from row to row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyleOptionButton

from annotator.ui import fonts, theme
from annotator.ui.codebook.ticked_model import SPAN_ROLE, TICK_ROLE
from annotator.ui.density import Size
from annotator.ui.parts.rows import RowDelegate, draw_missing, draw_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.model.codebook import ShownSpan
    from annotator.ui.parts.rows import Index

ROW = Size(30, 26)
_TICK = 36
_TITLE_SHARE = 0.22


class SpanDelegate(RowDelegate):
    """A row of a work list.

    Attributes:
        colour: of the label, for the ground of its words.
    """

    colour = "#777777"

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint tick, left context, words, right context, document."""
        self._paint_tick(painter, area, on=index.data(TICK_ROLE) == Qt.CheckState.Checked)
        inner = area.adjusted(_TICK, 0, -10, 0)
        span: ShownSpan | None = index.data(SPAN_ROLE)
        if span is None:
            draw_missing(painter, inner)
            return
        tokens = theme.current()
        title = QRectF(inner.right() - inner.width() * _TITLE_SHARE, inner.top(), 0, inner.height())
        title.setRight(inner.right())
        draw_words(painter, title.adjusted(12, 0, 0, 0), span.title, fonts.interface(12), tokens.muted)
        line = inner.adjusted(0, 0, -title.width(), 0)
        middle = line.left() + line.width() * 0.38
        words = self._cut_left(span.left, middle - line.left())
        font = fonts.interface(13)
        align = Qt.AlignmentFlag.AlignRight
        draw_words(
            painter,
            QRectF(line.left(), line.top(), middle - line.left(), line.height()),
            words,
            font,
            tokens.muted,
            align,
        )
        self._paint_match(painter, line, middle, span, chosen=chosen)

    def _paint_match(
        self, painter: QPainter, line: QRectF, x: float, span: ShownSpan, *, chosen: bool
    ) -> None:
        tokens = theme.current()
        font = fonts.interface(13, fonts.MEDIUM)
        colours = theme.colours_of(self.colour)
        room = line.right() - x - 4
        width = min(room, QFontMetricsF(font).horizontalAdvance(span.match))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.tint2 if chosen else colours.tint))
        painter.drawRoundedRect(QRectF(x, line.top() + 5, width + 4, line.height() - 10), 3, 3)
        draw_words(
            painter, QRectF(x + 2, line.top(), width + 1, line.height()), span.match, font, tokens.text
        )
        rest = QRectF(x + width + 4, line.top(), room - width, line.height())
        if rest.width() > 12:
            draw_words(painter, rest, span.right, fonts.interface(13), tokens.muted)

    @staticmethod
    def _cut_left(words: str, width: float) -> str:
        return QFontMetricsF(fonts.interface(13)).elidedText(words, Qt.TextElideMode.ElideLeft, width)

    @staticmethod
    def _paint_tick(painter: QPainter, area: QRectF, *, on: bool) -> None:
        option = QStyleOptionButton()
        option.rect = QRectF(area.left() + 6, area.top(), 24, area.height()).toRect()
        option.state = QStyle.StateFlag.State_Enabled
        option.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        theme.paint_tick(painter, option)

    def tip(self, index: Index) -> str:
        """The whole line, the document and whose span it is."""
        span: ShownSpan | None = index.data(SPAN_ROLE)
        if span is None:
            return ""
        return f"{span.left}{span.match}{span.right}\n{span.title} · {span.annotator}"
