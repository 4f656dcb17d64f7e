"""How a span is painted in a list: dot, words, the label's name at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt

from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.models.span_groups import GroupRow
from annotator.ui.models.span_model import SPAN_ROLE, not_saved_words
from annotator.ui.parts.label_key import paint_dot
from annotator.ui.parts.rows import RowDelegate, draw_words, title_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.model.span import Span
    from annotator.ui.models.span_groups import Row, SpanRow
    from annotator.ui.parts.rows import Index

_INDENT = 14
_LABEL_PART = 0.4


class SpanDelegate(RowDelegate):
    """A row of the span list; a nested span stands 14 px further in for each one that holds it."""

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint dot, words and label."""
        row: Row = index.data(SPAN_ROLE)
        if isinstance(row, GroupRow):
            self._paint_heading(painter, area, row)
        else:
            self._paint_span(painter, area, row, chosen=chosen)

    def _paint_heading(self, painter: QPainter, area: QRectF, row: GroupRow) -> None:
        """Name and count, without ground."""
        tokens, count = theme.current(), number(row.count)
        font = fonts.interface(12, tabular=True)
        width = fonts.width(count, font) + 1
        place = QRectF(area.right() - 10 - width, area.top(), width, area.height())
        draw_words(painter, place, count, font, tokens.muted, Qt.AlignmentFlag.AlignRight)
        words = QRectF(area.left() + 10, area.top(), area.width() - 30 - width, area.height())
        draw_words(painter, words, row.words, fonts.interface(12, fonts.SEMIBOLD), tokens.text2)

    def _paint_span(self, painter: QPainter, area: QRectF, row: SpanRow, *, chosen: bool) -> None:
        tokens = theme.current()
        left = area.left() + 10 + row.depth * _INDENT
        label_width = 0.0
        if row.label is not None:
            colours = theme.colours_of(row.label.colour)
            paint_dot(painter, QPointF(left + 4, area.center().y()), row.label)
            font = fonts.interface(11, fonts.MEDIUM)
            label_width = min(fonts.width(row.label.name, font) + 1, area.width() * _LABEL_PART)
            place = QRectF(area.right() - 10 - label_width, area.top(), label_width, area.height())
            draw_words(painter, place, row.label.name, font, colours.ink, Qt.AlignmentFlag.AlignRight)
        right = area.right() - 18 - label_width
        if row.is_unsaved:
            right -= 18
            icons.paint(painter, "circle-alert", QRectF(right + 2, area.center().y() - 6, 12, 12), tokens.bad)
        for icon in _icons(row.span):
            right -= 18
            icons.paint(painter, icon, QRectF(right + 2, area.center().y() - 6, 12, 12), tokens.muted)
        words = QRectF(left + 16, area.top(), right - left - 16, area.height())
        draw_words(painter, words, row.words, title_font(chosen=chosen), tokens.text)

    def tip(self, index: Index) -> str:
        """The words, label, place and note of the span."""
        row: Row = index.data(SPAN_ROLE)
        if isinstance(row, GroupRow):
            return row.words
        name = row.label.name if row.label else ""
        head = f"{row.words} · {name} · {row.span.start}–{row.span.end}"
        head = f"{head} · {not_saved_words()}" if row.is_unsaved else head
        return f"{head} · {row.span.note}" if row.span.note else head


def _icons(span: Span) -> list[str]:
    """What stands before the label: signs of a note and of flags."""
    marks = ((bool(span.note), "message-square"), *((flag in span.flags, _FLAGS[flag]) for flag in _FLAGS))
    return [icon for is_there, icon in marks if is_there]


_FLAGS: Final = {"question": "circle-question-mark", "unsure": "flag"}
