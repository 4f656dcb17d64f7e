"""How a document is painted in the matrix: title, a cell a person, gold, F1 with its bar, to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from annotator.model.document import Status
from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.panels.document_rows import STATUS_ICONS
from annotator.ui.parts.rows import RowDelegate, draw_two_lines, draw_words, title_font
from annotator.ui.review.overview.columns import columns_for
from annotator.ui.review.overview.figures_words import NONE, figure_words
from annotator.ui.review.overview.matrix_model import ROW_ROLE, MatrixModel

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from annotator.model.overview import LayerCell
    from annotator.ui.parts.rows import Index, RowView
    from annotator.ui.review.overview.columns import Columns
    from annotator.ui.review.overview.matrix_model import MatrixRow

_GLYPH: Final = 14
_LOW: Final = 0.8
"""A strict F1 below this is what a reviewer looks for: its bar is dark."""
_PALE: Final = 0.65
_NUMBER, _BAR = 38.0, 106.0
"""Room of the figure before its bar, and the most that a bar takes."""
_LEAST_BAR: Final = 32.0
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class MatrixDelegate(RowDelegate):
    """Paints a row of the matrix.

    Attributes:
        scrolled: how many people are out at the left.
    """

    inset = 0

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self.scrolled = 0

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint each cell in its column."""
        model = index.model()
        assert isinstance(model, MatrixModel)  # noqa: S101  (tells the type)
        row: MatrixRow = index.data(ROW_ROLE)
        columns = columns_for(area.width(), len(model.heads))
        tokens = theme.current()
        ink = tokens.muted if row.is_waiting else tokens.text
        _paint_title(painter, _box(area, columns.title), row.row.title, title_font(chosen=chosen), ink)
        self._paint_people(painter, area, row, columns)
        _paint_gold(painter, _box(area, columns.gold), row)
        _paint_f1(painter, _box(area, columns.f1), row)
        _paint_open(painter, _box(area, columns.open), row)

    def _paint_people(self, painter: QPainter, area: QRectF, row: MatrixRow, columns: Columns) -> None:
        left, width = columns.people
        seen = QRectF(area.left() + left, area.top(), width, area.height())
        painter.save()
        if columns.hidden:
            painter.setClipRect(seen)
        painter.setFont(fonts.interface(13, tabular=True))
        middle = area.center().y()
        base = round(middle + painter.fontMetrics().capHeight() / 2)
        for place, cell in enumerate(row.cells):
            x = area.left() + columns.person_left(place, self.scrolled)
            if seen.left() <= x < seen.right():
                _paint_cell(painter, x, middle, base, cell)
        painter.restore()

    def tip(self, index: Index) -> str:
        """The whole row in words."""
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def _box(area: QRectF, column: tuple[float, float]) -> QRectF:
    return QRectF(area.left() + column[0], area.top(), column[1], area.height())


def _paint_title(painter: QPainter, box: QRectF, title: str, font: QFont, ink: str) -> None:
    """On one line; a long one on two, where rows are high enough."""
    if fonts.width(title, font) <= box.width():
        draw_words(painter, box, " ".join(title.split()), font, ink)
    else:
        draw_two_lines(painter, box, title, font, ink)


def _paint_cell(painter: QPainter, x: float, middle: float, base: float, cell: LayerCell | None) -> None:
    """Paint a person's cell; there are so many of them that nothing is measured: a count always has room."""
    tokens = theme.current()
    if cell is None:
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QPointF(x, base), NONE)
        return
    status = Status.IN_PROGRESS if cell.status is Status.NEW and cell.spans else cell.status
    ink = tokens.text if status is Status.IN_PROGRESS else tokens.faint
    icons.paint(painter, STATUS_ICONS[status], QRectF(x, middle - _GLYPH / 2, _GLYPH, _GLYPH), ink)
    if status is not Status.NEW:
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPointF(x + 22, base), number(cell.spans))


def _paint_glyph(painter: QPainter, box: QRectF, status: Status, ink: str) -> None:
    top = box.center().y() - _GLYPH / 2
    icons.paint(painter, STATUS_ICONS[status], QRectF(box.left(), top, _GLYPH, _GLYPH), ink)


def _paint_gold(painter: QPainter, box: QRectF, row: MatrixRow) -> None:
    """How many clusters are in gold or ruled on, of all; a tick and the spans when it is finished."""
    tokens, font = theme.current(), fonts.interface(13, tabular=True)
    box = box.adjusted(0, 0, -8, 0)
    if row.row.is_finished and row.row.gold is not None:
        _paint_glyph(painter, box, Status.DONE, tokens.faint)
        draw_words(painter, box.adjusted(22, 0, 0, 0), number(row.row.gold.spans), font, tokens.text)
    elif row.is_waiting:
        words = QCoreApplication.translate("MatrixRows", "waits")
        draw_words(painter, box, words, fonts.interface(13), tokens.muted)
    elif row.figures is None:
        _paint_unknown(painter, box, 64)
    else:
        done = row.figures.total - len(row.figures.open) - row.figures.unseen
        taken = draw_words(painter, box, number(done), font, tokens.text)
        words = QCoreApplication.translate("MatrixRows", "of %1").replace("%1", number(row.figures.total))
        small = fonts.interface(12, tabular=True)
        draw_words(painter, box.adjusted(max(22.0, taken + 6), 0, 0, 0), words, small, tokens.muted)


def _paint_f1(painter: QPainter, box: QRectF, row: MatrixRow) -> None:
    tokens = theme.current()
    if row.is_waiting or (row.figures is not None and row.figures.f1 is None):
        draw_words(painter, box, NONE, fonts.interface(13), tokens.muted)
        return
    if row.figures is None:
        _paint_unknown(painter, box, 96)
        return
    value = row.figures.f1 or 0.0
    draw_words(painter, box, figure_words(value), fonts.interface(13, tabular=True), tokens.text)
    room = min(_BAR, box.width() - _NUMBER - 16)
    if room >= _LEAST_BAR:
        ink = QColor(tokens.text2 if value < _LOW else tokens.faint)
        ink.setAlphaF(1.0 if value < _LOW else _PALE)
        _paint_bar(painter, QRectF(box.left() + _NUMBER, box.center().y() - 2, room, 4), value, ink)


def _paint_bar(painter: QPainter, place: QRectF, part: float, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().pressed))
    painter.drawRoundedRect(place, 2, 2)
    if part > 0:
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(place.topLeft(), QPointF(_end(place, part), place.bottom())), 2, 2)


def _end(place: QRectF, part: float) -> float:
    return place.left() + max(place.height(), place.width() * part)


def _paint_open(painter: QPainter, box: QRectF, row: MatrixRow) -> None:
    tokens = theme.current()
    if row.is_waiting or (row.open is None and row.row.is_finished):
        draw_words(painter, box, NONE, fonts.interface(13), tokens.muted, _RIGHT)
    elif row.open is None:
        _paint_unknown(painter, box.adjusted(box.width() - 32, 0, 0, 0), 32)
    elif row.left:
        words = QCoreApplication.translate("MatrixRows", "%1 left open").replace("%1", number(row.left))
        draw_words(painter, box, words, fonts.interface(13), tokens.muted, _RIGHT)
    elif row.open:
        font = fonts.interface(13, fonts.SEMIBOLD, tabular=True)
        draw_words(painter, box, number(row.open), font, tokens.text, _RIGHT)
    else:
        words = QCoreApplication.translate("MatrixRows", "none")
        draw_words(painter, box, words, fonts.interface(13), tokens.muted, _RIGHT)


def _paint_unknown(painter: QPainter, box: QRectF, width: float) -> None:
    """A quiet bar where a figure will be."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().sunken))
    bar = QRectF(box.left(), box.center().y() - 4, min(width, box.width()), 8)
    painter.drawRoundedRect(bar, 3, 3)
