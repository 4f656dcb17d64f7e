"""A table of figures: heads that sort, rows that are painted as a whole, bars with their numbers."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from annotator.ui import fonts, icons, theme
from annotator.ui.density import Size, density
from annotator.ui.figures.cells import Labels, Number, Share, plain_table, shown, sort_value
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.parts.label_key import paint_dot
from annotator.ui.parts.rows import RowDelegate, RowView, draw_words
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.plain_table import PlainTable
    from annotator.ui.figures.cells import Cell, Column, Row
    from annotator.ui.parts.rows import Index

ROW: Final = Size(44, 36)
HEAD: Final = 32
SIDE: Final = 16
"""The words stand that much further in than the ground of a row."""
_GAP: Final = 16
_NUMBER, _MOST_NUMBER = 72.0, 0.75
"""Room of the number beside a bar: at least so many px, at most that part of the column."""
_MEASURED: Final = 200
"""Rows whose words are measured."""
_ARROW: Final = 20
"""Px for the arrow of the order behind a head."""
_LEAST_WORDS: Final = 100.0
_STRETCH_LEAST: Final = 180.0
_STRETCH_ENOUGH: Final = 300.0
"""With so many px the column that takes what is left gives the rest to those whose words need it."""
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class FigureModel(OneColumnModel):
    """Rows of one table, in the order that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()
        self._rows: list[Row] = []
        self.order: tuple[int, bool] | None = None
        self.longest: list[str] = []
        self._wanted: list[float] | None = None

    def set_rows(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show these rows as they come, or in the order that was chosen before."""
        self.beginResetModel()
        if len(columns) != len(self.columns):
            self.order = None
        self.columns, self._rows = tuple(columns), list(rows)
        self.longest = [_longest(row.cells[place] for row in rows) for place in range(len(columns))]
        self._wanted = None
        self._put_in_order()
        self.endResetModel()

    @property
    def wanted(self) -> Sequence[float]:
        """Px that each column would need for its words; measured when it is first asked for."""
        if self._wanted is None:
            self._wanted = [
                _wanted(column.head, (row.cells[place] for row in self._rows))
                for place, column in enumerate(self.columns)
            ]
        return self._wanted

    def choose_order(self, column: int) -> None:
        """Sort by a column: numbers from the greatest, words from a; again: the other way round."""
        descending = isinstance(self._rows[0].cells[column], Number | Share) if self._rows else False
        if self.order is not None and self.order[0] == column:
            descending = not self.order[1]
        self.beginResetModel()
        self.order = (column, descending)
        self._put_in_order()
        self.endResetModel()

    def _put_in_order(self) -> None:
        if self.order is not None:
            column, descending = self.order
            self._rows.sort(key=lambda row: sort_value(row.cells[column]), reverse=descending)

    def rows(self) -> list[Row]:
        """All rows as shown."""
        return list(self._rows)

    def row_at(self, place: int) -> Row | None:
        """The row at a place, or None."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def length(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its cells for the reader."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(row.cells[0])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            pairs = zip(self.columns, row.cells, strict=True)
            return ", ".join(f"{column.head} {shown(cell)}".strip() for column, cell in pairs)
        return None


def places(
    columns: Sequence[Column], left: float, width: float, wanted: Sequence[float] = ()
) -> list[tuple[float, float] | None]:
    """(x, width) of each column; None for one that has to go because room is short.

    Args:
        columns: from left to right.
        left: where the first one begins.
        width: what all have together.
        wanted: px that each would need for its longest words; () when that is not known.
    """
    kept = list(range(len(columns)))
    least = min(_enough(columns, wanted), _STRETCH_LEAST)
    while _needed([columns[place] for place in kept], least) > width:
        optional = [place for place in kept if columns[place].is_optional]
        if not optional:
            break
        kept.remove(optional[-1])
    rest = width - sum(columns[place].width for place in kept) - _GAP * (len(kept) - 1)
    room = {place: _more(columns[place], wanted[place] if wanted else 0.0) for place in kept}
    more = _shared_out(rest - _enough(columns, wanted), room)
    rest -= sum(more.values())
    found: list[tuple[float, float] | None] = [None] * len(columns)
    for place in kept:
        wide = columns[place].width + more[place] if columns[place].width else max(60.0, rest)
        found[place] = (left, wide)
        left += wide + _GAP
    return found


def _enough(columns: Sequence[Column], wanted: Sequence[float]) -> float:
    """Px with which the column that takes what is left has enough."""
    needed = max((px for px, column in zip(wanted, columns, strict=False) if not column.width), default=0.0)
    return max(_LEAST_WORDS, min(needed, _STRETCH_ENOUGH)) if needed else _STRETCH_ENOUGH


def _shared_out(spare: float, room: Mapping[int, float]) -> dict[int, float]:
    """What each column gets of the spare px: who needs little first, so that as few as can be are cut."""
    more: dict[int, float] = {}
    for left, place in zip(range(len(room), 0, -1), sorted(room, key=lambda place: room[place]), strict=True):
        more[place] = min(room[place], max(0.0, spare) / left)
        spare -= more[place]
    return more


def _more(column: Column, wanted: float) -> float:
    """Px that a column takes beyond its own where there is room: for its words, up to its width again."""
    if not column.width:
        return 0.0
    most = float(column.width)
    if column.is_growing and not wanted:
        return most
    return min(most, max(0.0, wanted - column.width))


def _needed(columns: Sequence[Column], least: float) -> float:
    return sum(column.width or least for column in columns) + _GAP * (len(columns) - 1)


def _wanted(head: str, cells: Iterable[Cell]) -> float:
    """Px for the head and the longest of the first cells of a column."""
    widths = (_cell_width(cell) for cell in islice(cells, _MEASURED))
    return max((fonts.width(head, fonts.interface(12)) + _ARROW, *widths))


def _cell_width(cell: Cell) -> float:
    font = fonts.interface(13, fonts.MEDIUM)
    match cell:
        case str():
            return fonts.width(" ".join(cell.split()), font)
        case Labels():
            return sum(26 + fonts.width(label.name, font) for label in cell.labels)
        case _:
            return 0.0


class FigureDelegate(RowDelegate):
    """Paints a row cell by cell."""

    inset = 0

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint each cell in its column."""
        model = index.model()
        assert isinstance(model, FigureModel)  # noqa: S101  (tells the type)
        row: Row = index.data(ROW_ROLE)
        spread = places(model.columns, area.left() + SIDE, area.width() - 2 * SIDE, model.wanted)
        for place, (column, cell, spot) in enumerate(zip(model.columns, row.cells, spread, strict=True)):
            if spot is not None:
                box = QRectF(spot[0], area.top(), spot[1], area.height())
                if isinstance(cell, Share):
                    _paint_share(painter, box, cell, model.longest[place])
                else:
                    _paint_cell(painter, box, cell, is_right=column.is_right, strong=chosen and place == 0)

    def tip(self, index: Index) -> str:
        """All cells with their heads."""
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def _paint_cell(
    painter: QPainter, box: QRectF, cell: str | Number | Labels, *, is_right: bool, strong: bool
) -> None:
    tokens = theme.current()
    align = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    match cell:
        case Number():
            weight = fonts.SEMIBOLD if cell.is_strong else fonts.REGULAR
            ink = tokens.text if cell.is_strong else tokens.text2
            draw_words(painter, box, cell.shown, fonts.interface(13, weight, tabular=True), ink, align)
        case Labels():
            _paint_labels(painter, box, cell)
        case _:
            font: QFont = fonts.interface(13, fonts.MEDIUM if strong else fonts.REGULAR)
            draw_words(painter, box, " ".join(cell.split()), font, tokens.text, align)


def _longest(cells: Iterable[Cell]) -> str:
    """The longest number beside a bar."""
    return max((cell.shown for cell in cells if isinstance(cell, Share)), key=len, default="")


def _paint_share(painter: QPainter, box: QRectF, cell: Share, longest: str) -> None:
    """The number, and right behind its column the bar: all bars of a column begin at one place."""
    tokens, font = theme.current(), fonts.interface(13, tabular=True)
    number = min(max(_NUMBER, fonts.width(longest, font) + 12), box.width() * _MOST_NUMBER)
    words = QRectF(box.left(), box.top(), number - 8, box.height())
    draw_words(painter, words, cell.shown, font, tokens.text)
    bar = box.width() - number
    height = 6.0 if cell.colour else 4.0
    place = QRectF(box.left() + number, box.center().y() - height / 2, bar, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.pressed))
    painter.drawRoundedRect(place, height / 2, height / 2)
    if cell.part > 0:
        line = theme.colours_of(cell.colour).line if cell.colour else tokens.text2
        painter.setBrush(QColor(line))
        filled = QRectF(place.left(), place.top(), max(height, bar * cell.part), height)
        painter.drawRoundedRect(filled, height / 2, height / 2)


def _paint_labels(painter: QPainter, box: QRectF, cell: Labels) -> None:
    x = box.left()
    _tokens, font = theme.current(), fonts.interface(13)
    for label in cell.labels:
        room = box.right() - x - 14
        if room < 16:
            return
        paint_dot(painter, QPointF(x + 4, box.center().y()), label)
        ink = theme.colours_of(label.colour).ink
        place = QRectF(x + 14, box.top(), room, box.height())
        x += 14 + min(room, draw_words(painter, place, label.name, font, ink)) + 12


class TableHead(QWidget):
    """The heads of the columns over one hairline; a click sorts.

    Signals:
        wanted: number of the column to sort by.
    """

    wanted = Signal(int)

    def __init__(self, model: FigureModel, view: RowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = model, view
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.update)

    def _places(self) -> list[tuple[float, float] | None]:
        """As in the rows, which a scroll bar may make narrower."""
        width = self._view.viewport().width() - 2 * SIDE
        return places(self._model.columns, SIDE, width, self._model.wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Sort by the column under the pointer."""
        x = event.position().x()
        for number, spot in enumerate(self._places()):
            if spot is not None and spot[0] - _GAP / 2 <= x < spot[0] + spot[1] + _GAP / 2:
                self.wanted.emit(number)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint heads, the arrow of the order, the hairline."""
        painter, tokens = QPainter(self), theme.current()
        font = fonts.interface(12)
        for number, (column, spot) in enumerate(zip(self._model.columns, self._places(), strict=True)):
            if spot is None:
                continue
            align = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
            box = QRectF(spot[0], 0, spot[1], HEAD)
            if self._model.order is not None and self._model.order[0] == number:
                name = "arrow-down" if self._model.order[1] else "arrow-up"
                wide = fonts.width(column.head, font)
                x = box.right() - wide - 18 if column.is_right else box.left() + wide + 5
                icons.paint(painter, name, QRectF(x, (HEAD - 13) / 2, 13, 13), tokens.muted)
            draw_words(painter, box, column.head, font, tokens.muted, align)
        painter.fillRect(QRectF(SIDE, HEAD - 1, self.width() - 2 * SIDE, 1), QColor(tokens.line))


class FigureTable(QWidget):
    """Heads and rows.

    Signals:
        current: the `Row` that is current now, or None.
        opened: the `Row` that Enter was pressed on or that was clicked twice.
    """

    current = Signal(object)
    opened = Signal(object)

    def __init__(self, *, is_whole: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty table; `is_whole`: as high as its rows need, without scrolling."""
        super().__init__(parent)
        self._is_whole = is_whole
        self.model = FigureModel(self)
        self.view = RowView(ROW)
        self.view.setModel(self.model)
        self.view.setItemDelegate(FigureDelegate(self.view))
        self._head = TableHead(self.model, self.view)
        self._head.wanted.connect(self._sort)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(WholeRows(self.view), 1)
        self.view.verticalScrollBar().rangeChanged.connect(lambda *_: self._head.update())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self.current.emit(self.row()))
        self.view.clicked.disconnect(self.view.chosen)  # a click only makes a row current
        self.view.chosen.connect(lambda _: self.opened.emit(self.row()))
        self.view.doubleClicked.connect(lambda _: self.opened.emit(self.row()))
        density().changed.connect(self._fit)
        self.setFocusProxy(self.view)

    def row(self) -> Row | None:
        """The current row."""
        return self.model.row_at(self.view.currentIndex().row())

    def set_rows(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other rows; the current one stays when its key is still there."""
        before = self.row()
        at = max(0, self.view.currentIndex().row())
        self.model.set_rows(columns, rows)
        keys = [row.key for row in self.model.rows()]
        self._fit()
        if before is not None and keys:
            place = keys.index(before.key) if before.key in keys else min(at, len(keys) - 1)
            self.view.go_to(place)

    def plain(self) -> PlainTable:
        """The table as it is saved."""
        return plain_table(self.model.columns, self.model.rows())

    def set_name(self, name: str) -> None:
        """Say what it is to screen readers."""
        self.view.setAccessibleName(name)

    def _sort(self, column: int) -> None:
        before = self.row()
        self.model.choose_order(column)
        if before is not None:
            self.view.go_to(self.model.rows().index(before))

    def _fit(self) -> None:
        if self._is_whole:
            self.setFixedHeight(HEAD + max(1, self.model.length()) * ROW.now)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for some rows."""
        return QSize(600, HEAD + 6 * ROW.now)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paint the heads anew in another palette."""
        if event.type() is QEvent.Type.PaletteChange:
            self._head.update()
        super().changeEvent(event)
