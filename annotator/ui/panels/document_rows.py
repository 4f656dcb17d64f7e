"""How a document is painted in a list: status by shape, title on two lines, number of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from annotator.model.document import Status
from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.models.document_model import OPEN_ROLE, ROW_ROLE, UNSAVED_ROLE
from annotator.ui.parts.renaming import RenamingDelegate
from annotator.ui.parts.rows import RowDelegate, draw_missing, draw_two_lines, draw_words, title_font

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFont, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.model.document import DocumentRow
    from annotator.ui.parts.rows import Index

STATUS_ICONS: Final = {
    Status.NEW: "circle",
    Status.IN_PROGRESS: "circle-dot",
    Status.DONE: "circle-check",
}
_GLYPH = 14
_TITLE_LEFT = 32
_COUNT_WIDTH = 20
_SIGN = 12


class DocumentDelegate(RenamingDelegate):
    """A row of the document list; the open document is the one lit."""

    def is_chosen(self, option: QStyleOptionViewItem, index: Index) -> bool:
        """The open document, or in the bin the selected rows."""
        return bool(index.data(OPEN_ROLE)) or (super().is_chosen(option, index) and self._view.hasFocus())

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint glyph, title and count; a grey bar while the row is under way."""
        row: DocumentRow | None = index.data(ROW_ROLE)
        words = area.adjusted(_TITLE_LEFT, 0, -8, 0)
        if row is None:
            draw_missing(painter, words)
            return
        tokens = theme.current()
        faded = row.status is Status.DONE and not chosen
        font = title_font(chosen=bool(index.data(OPEN_ROLE)))
        count = number(row.spans) if row.spans or row.status is not Status.NEW else "–"
        width = fonts.width(count, _count_font())
        is_unsaved = bool(index.data(UNSAVED_ROLE))
        right = max(width, _COUNT_WIDTH) + 8 + (_SIGN + 4 if is_unsaved else 0)
        title = words.adjusted(0, 0, -right, 0)
        line = draw_two_lines(painter, title, row.title, font, tokens.text2 if faded else tokens.text)
        place = QRectF(words.left(), line.top(), words.width(), line.height())
        draw_words(painter, place, count, _count_font(), tokens.muted, Qt.AlignmentFlag.AlignRight)
        if is_unsaved:
            sign = QRectF(title.right() + 4, line.center().y() - _SIGN / 2, _SIGN, _SIGN)
            icons.paint(painter, "circle-alert", sign, tokens.bad)
        glyph = QRectF(area.left() + 8, line.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
        ink = tokens.text if row.status is Status.IN_PROGRESS else tokens.faint
        icons.paint(painter, STATUS_ICONS[row.status], glyph, ink)

    # ------------------------------------------------------------------ renaming in place

    def field_words(self) -> str:
        """Told to screen readers."""
        return self.tr("New title")

    def name_of(self, index: Index) -> str | None:
        """The title as it is; None while the row is under way."""
        row: DocumentRow | None = index.data(ROW_ROLE)
        return None if row is None else row.title

    def name_edges(self, row: QRect) -> tuple[int, int]:
        """The width of the title and its number."""
        return row.left() + 28, row.right() - 8


class BinnedDelegate(RowDelegate):
    """A row of the bin: its title alone, for status and spans are of the documents that are there."""

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint the title."""
        row: DocumentRow | None = index.data(ROW_ROLE)
        if row is not None:
            words = area.adjusted(8, 0, -8, 0)
            draw_two_lines(painter, words, row.title, title_font(chosen=chosen), theme.current().text)


def _count_font() -> QFont:
    return fonts.interface(12, tabular=True)
