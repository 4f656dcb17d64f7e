"""How an act is painted in the history: icon, what, who, time; and the heading of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from annotator.ui import fonts, icons, theme
from annotator.ui.density import Size
from annotator.ui.parts.rows import RowDelegate, draw_words, title_font
from annotator.ui.past.days import act_words, clock, day_words, fitting_act_words, icon_of, person_words
from annotator.ui.past.history_model import ROW_ROLE

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.model.outcome import StepInfo
    from annotator.ui.parts.rows import Index
    from annotator.ui.past.history_model import HistoryRow

ACT: Final = Size(46, 38)
"""Height of a row."""
DAY: Final = Size(32, 26)
"""Height of a day's heading."""
_TIME: Final = 44


class HistoryDelegate(RowDelegate):
    """A row of the history."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading without ground, nothing for the room, an act as every row."""
        row: HistoryRow = index.data(ROW_ROLE)
        if row.day is not None:
            area = QRectF(option.rect).adjusted(18, 6, -18, 0)
            font, ink = fonts.interface(12, fonts.SEMIBOLD), theme.current().text2
            draw_words(painter, area, day_words(row.day), font, ink)
        elif row.is_act:
            super().paint(painter, option, index)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint icon, sentence, person and time."""
        row: HistoryRow = index.data(ROW_ROLE)
        if row.act is not None:
            self._paint_act(painter, area, row.act, chosen=chosen)

    def _paint_act(self, painter: QPainter, area: QRectF, act: StepInfo, *, chosen: bool) -> None:
        tokens = theme.current()
        left, half = area.left() + 10, area.height() / 2
        icons.paint(painter, icon_of(act), QRectF(left, area.top() + half - 17, 16, 16), tokens.text2)
        words = QRectF(left + 28, area.top() + half - 20, area.right() - left - 28 - _TIME - 14, 20)
        ink = tokens.muted if act.reversed else tokens.text
        metrics = QFontMetricsF(font := title_font(chosen=chosen))
        told = fitting_act_words(act, lambda text: metrics.horizontalAdvance(text) <= words.width())
        draw_words(painter, words, told, font, ink)
        who = QRectF(words.left(), area.top() + half, area.right() - words.left() - 10, 18)
        draw_words(painter, who, person_words(act), fonts.interface(12), tokens.muted)
        time = QRectF(area.right() - 10 - _TIME, words.top(), _TIME, words.height())
        font = fonts.interface(12, tabular=True)
        draw_words(painter, time, clock(act.time), font, tokens.muted, Qt.AlignmentFlag.AlignRight)

    def tip(self, index: Index) -> str:
        """The whole sentence."""
        row: HistoryRow = index.data(ROW_ROLE)
        return act_words(row.act) if row.act is not None else ""


def height_of(row: HistoryRow) -> int | None:
    """The height of a row in the density in force; None for the room, which is as high as its card."""
    if row.is_room:
        return None
    return DAY.now if row.day is not None else ACT.now
