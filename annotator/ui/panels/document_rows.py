"""How a document is painted in a list: status by shape, title on two lines, number of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from annotator.model.document import Status
from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.models.document_model import OPEN_ROLE, ROW_ROLE
from annotator.ui.parts.rows import RowDelegate, draw_missing, draw_two_lines, draw_words, title_font

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QFont, QPainter

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


class DocumentDelegate(RowDelegate):
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
        title = words.adjusted(0, 0, -max(width, _COUNT_WIDTH) - 8, 0)
        line = draw_two_lines(painter, title, row.title, font, tokens.text2 if faded else tokens.text)
        place = QRectF(words.left(), line.top(), words.width(), line.height())
        draw_words(painter, place, count, _count_font(), tokens.muted, Qt.AlignmentFlag.AlignRight)
        glyph = QRectF(area.left() + 8, line.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
        ink = tokens.text if row.status is Status.IN_PROGRESS else tokens.faint
        icons.paint(painter, STATUS_ICONS[row.status], glyph, ink)

    # ------------------------------------------------------------------ renaming in place

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:  # noqa: N802
        """A field over the title."""
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("New title"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Begin with the title as it is."""
        row: DocumentRow | None = index.data(ROW_ROLE)
        if isinstance(editor, QLineEdit) and row is not None:
            editor.setText(row.title)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Hand the new title over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the field over the title, 30 px high."""
        row: QRect = option.rect
        top = row.center().y() - 15
        editor.setGeometry(QRect(QPoint(row.left() + 28, top), QPoint(row.right() - 8, top + 30)))


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
