"""Rows of lists: the view without frames, the rounded ground of a row, and how words are fitted into it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from annotator.ui import fonts, theme
from annotator.ui.density import Size, density
from annotator.ui.parts.plain_label import plain_tip
from annotator.visible import visible

Index = QModelIndex | QPersistentModelIndex

TWO_LINES: Final = Size(52, 40)
"""Height of a row with a title on two lines."""
ONE_LINE: Final = Size(28, 24)
"""Height of a row of the span list."""
RADIUS: Final = 6
_LINE = 18
_HEADINGS = 4
"""Rows among which one that can be chosen is looked for."""
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Home)
_NONE = Qt.KeyboardModifier.NoModifier
_FAR = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RowView(QTableView):
    """A list: one column over the full width, rows of one height, no grid, no headers, no sideways scrolling.

    Signals:
        chosen: the `QModelIndex` that was clicked or that Enter was pressed on.
        focus_moved: it got the focus or lost it.
    """

    chosen = Signal(QModelIndex)
    focus_moved = Signal()

    def __init__(self, row_height: Size, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_keyboard = False
        self._row_height = row_height
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self._leave_ground_to_delegate()
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(24)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._follow_density()
        density().changed.connect(self._follow_density)
        self.clicked.connect(self.chosen)

    def _leave_ground_to_delegate(self) -> None:
        """Keep the style from filling selected rows from edge to edge."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def _follow_density(self) -> None:
        """Make all rows as high as they are now, and keep the current one in sight."""
        self.verticalHeader().setMinimumSectionSize(self._row_height.now)
        self.verticalHeader().setDefaultSectionSize(self._row_height.now)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def go_to(self, row: int | None, *, scroll: bool = True) -> None:
        """Make a row current and the only one selected, without telling that it was chosen; None: no row.

        Keys that are held down (Ctrl+PageDown) do not make it one more among those selected.
        """
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), only)
        if scroll:
            self.scrollTo(self.currentIndex())

    def first_row(self) -> int | None:
        """The first row that can be chosen: a heading cannot."""
        rows = range(min(_HEADINGS, self.model().rowCount()))
        enabled = Qt.ItemFlag.ItemIsEnabled
        return next((row for row in rows if self.model().index(row, 0).flags() & enabled), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses the current row, Home and End go to the first and last; letters go to no search.

        A field that is open over a row passes on keys that it has answered, Enter among them: they end there.
        """
        if self.state() is QAbstractItemView.State.EditingState:
            return
        self.by_keyboard = True
        if event.key() in _MOVES and not self.currentIndex().isValid():
            self.go_to(self.first_row())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        if event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
            return
        if event.key() in _FAR and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier):
            self.go_to(self.far_row(Qt.Key(event.key())))
            return
        super().keyPressEvent(event)

    def far_row(self, key: Qt.Key) -> int | None:
        """The row that Home, End, Page Up or Page Down leads to: Qt's own way stops before a heading."""
        here, last = self.currentIndex().row(), self.model().rowCount() - 1
        page = max(1, self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize()) - 1)
        places = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_PageUp: max(0, here - page),
            Qt.Key.Key_PageDown: min(last, here + page),
        }
        place, enabled = places[key], Qt.ItemFlag.ItemIsEnabled
        rows = range(place, min(place + _HEADINGS, last + 1))
        return next((row for row in rows if self.model().index(row, 0).flags() & enabled), None)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  (Qt's signature)
        """No search by typing: it would read every row of a long list, and letters belong to others."""

    def selected_ranges(self) -> list[tuple[int, int]]:
        """(first, last) row of each stretch of selected rows, in order; cheap for any number of rows."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(place) for place in range(chosen.count())]
        return sorted((part.top(), part.bottom()) for part in parts)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Note whether focus came by a key, and have a row to stand on."""
        self.by_keyboard = event.reason() in _KEYBOARD
        if self.by_keyboard and not self.currentIndex().isValid():
            self.go_to(self.first_row())
        super().focusInEvent(event)
        self.viewport().update()
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Repaint without the ring."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.focus_moved.emit()


class RowDelegate(QStyledItemDelegate):
    """Paints a row's ground; the words are painted by `paint_row` of each kind.

    Attributes:
        inset: px between the view's edges and the rounded ground, left and right.
    """

    inset: int = 8

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, then words."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(self.inset, 0, -self.inset, 0)
        self._paint_ground(painter, option, index, area)
        self.paint_row(painter, area, index, chosen=self.is_chosen(option, index))
        painter.restore()

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint what the row says inside `area`, the rounded ground; `chosen` rows are set in Medium."""
        raise NotImplementedError

    def is_chosen(self, option: QStyleOptionViewItem, _index: Index) -> bool:
        """Whether the row is the one the panel is on."""
        return bool(option.state & QStyle.StateFlag.State_Selected)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """The view's row height; the width is the view's."""
        return QSize(0, self._view.verticalHeader().defaultSectionSize())

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the row's whole words as plain text; below the last row there are none."""
        if event.type() is not QEvent.Type.ToolTip:
            return False
        words = self.tip(index) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), plain_tip(words) if words else "", view)
        return True

    def tip(self, index: Index) -> str:
        """The tool tip as plain text."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF
    ) -> None:
        tokens, state = theme.current(), option.state
        fill = ""
        if self.is_chosen(option, index):
            fill = tokens.selected
        elif state & QStyle.StateFlag.State_Selected:
            fill = tokens.pressed
        elif state & QStyle.StateFlag.State_MouseOver:
            fill = tokens.hover
        painter.setPen(Qt.PenStyle.NoPen)
        if fill:
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self._view.hasFocus() and self._view.by_keyboard and index == self._view.currentIndex():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def draw_words(
    painter: QPainter,
    area: QRectF,
    text: str,
    font: QFont,
    ink: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Paint one line of words, cut with "…", centred in the height of `area`; the width it took in px."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(visible(text), Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(QColor(ink))
    flags = int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.drawText(area, flags, shown)
    return metrics.horizontalAdvance(shown)


def draw_two_lines(painter: QPainter, area: QRectF, text: str, font: QFont, ink: str) -> QRectF:
    """Paint words on at most two lines of 18 px, centred in `area`; what is too long ends in "…".

    Returns the place of the first line, for what stands beside it. In a low row there is one line.
    """
    lines = two_lines(text, font, area.width()) if area.height() >= 2 * _LINE + 4 else [text]
    top = area.top() + (area.height() - _LINE * len(lines)) / 2
    for place, line in enumerate(lines):
        draw_words(painter, QRectF(area.left(), top + place * _LINE, area.width(), _LINE), line, font, ink)
    return QRectF(area.left(), top, area.width(), _LINE)


def two_lines(text: str, font: QFont, width: float) -> list[str]:
    """`text` broken into at most two lines that fit `width` px; the second one may still be too long.

    `QPainter.drawText` with word wrap would show half a third line.
    """
    flat = visible(" ".join(text.split()))[:400]
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    first = line.textLength() if line.isValid() else 0
    layout.endLayout()
    units = flat.encode("utf-16-le")
    head = units[: first * 2].decode("utf-16-le", "replace").rstrip()
    rest = units[first * 2 :].decode("utf-16-le", "replace").strip()
    return [head, rest] if rest else [head]


def draw_missing(painter: QPainter, area: QRectF) -> None:
    """Paint the grey bar of a row that is still under way."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().sunken))
    painter.drawRoundedRect(QRectF(area.left(), area.center().y() - 5, area.width() * 0.7, 10), 3, 3)


def title_font(*, chosen: bool) -> QFont:
    """13 px, Medium for the chosen row."""
    return fonts.interface(13, fonts.MEDIUM if chosen else fonts.REGULAR)
