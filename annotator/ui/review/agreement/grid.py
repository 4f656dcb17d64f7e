"""A small matrix: every two of some names, a number in each cell, a cell that is current."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.plain_label import plain_tip
from annotator.ui.parts.rows import RADIUS, draw_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

_HEAD: Final = 40
_ROW: Final = 44
_NAMES: Final = 168
_LEAST, _MOST = 56, 116
_SIDE: Final = 16
_BAR: Final = 4
_ARROWS: Final = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in a cell.

    Attributes:
        words: the number as it is shown.
        share: how long its bar is, 0 to 1; None for no bar.
        key: what it stands for.
        is_strong: it is what the matrix is about.
    """

    words: str
    share: float | None
    key: object
    is_strong: bool = False


class Grid(QWidget):
    """Names at the left and on top, cells between; arrows and clicks choose a cell.

    Signals:
        current: the key of the cell that is current now.
        opened: the key of a cell that was clicked twice.
    """

    current = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self._cells: Mapping[Spot, GridCell] = {}
        self._at: Spot | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    # What others call

    def show_cells(self, rows: Sequence[str], columns: Sequence[str], cells: Mapping[Spot, GridCell]) -> None:
        """Show another matrix; the current cell stays when it is still there."""
        before = self.key
        self._rows, self._columns, self._cells = rows, columns, cells
        same = (spot for spot, cell in cells.items() if cell.key == before)
        self._at = next(same, next(iter(cells), None))
        self.setFixedHeight(_HEAD + _ROW * len(rows))
        self._describe()
        self.update()

    @property
    def key(self) -> object | None:
        """What the current cell stands for."""
        cell = self._cells.get(self._at) if self._at is not None else None
        return None if cell is None else cell.key

    def words_at(self, spot: Spot) -> str:
        """A cell in words: row, column, number."""
        cell = self._cells.get(spot)
        if cell is None:
            return ""
        return f"{self._rows[spot[0]]}, {self._columns[spot[1]]}: {cell.words}"

    def choose(self, spot: Spot) -> None:
        """Make a cell current, if there is one."""
        if spot in self._cells:
            self._at = spot
            self._describe()
            self.update()
            self.current.emit(self.key)

    # Inside

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words_at(self._at) if self._at is not None else "")

    @property
    def _wide(self) -> float:
        room = self.width() - 2 * _SIDE - _NAMES
        return max(_LEAST, min(_MOST, room / max(1, len(self._columns))))

    def _box(self, spot: Spot) -> QRectF:
        row, column = spot
        return QRectF(_SIDE + _NAMES + column * self._wide, _HEAD + row * _ROW, self._wide, _ROW)

    def _spot_at(self, x: float, y: float) -> Spot:
        return int((y - _HEAD) // _ROW), int((x - _SIDE - _NAMES) // self._wide)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the least cells."""
        return QSize(2 * _SIDE + _NAMES + _LEAST * len(self._columns), _HEAD + _ROW * len(self._rows))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No cell is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint names and cells."""
        painter, tokens = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, name in enumerate(self._columns):
            box = self._box((0, column)).adjusted(4, -_HEAD, -4, -_ROW)
            draw_words(painter, box, name, fonts.interface(12), tokens.muted, _CENTRE)
        for row, name in enumerate(self._rows):
            box = QRectF(_SIDE, _HEAD + row * _ROW, _NAMES - 12, _ROW)
            draw_words(painter, box, name, fonts.interface(13), tokens.text)
        painter.fillRect(QRectF(_SIDE, _HEAD - 1, self.width() - 2 * _SIDE, 1), QColor(tokens.line))
        for spot, cell in self._cells.items():
            self._paint(painter, self._box(spot), cell, is_current=spot == self._at)

    def _paint(self, painter: QPainter, box: QRectF, cell: GridCell, *, is_current: bool) -> None:
        tokens = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        if is_current:
            painter.setBrush(QColor(tokens.selected if self.hasFocus() else tokens.pressed))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        weight = fonts.SEMIBOLD if cell.is_strong else fonts.REGULAR
        ink = tokens.text if cell.is_strong else tokens.text2
        words = box.adjusted(4, 4, -4, -14 if cell.share is not None else -4)
        draw_words(painter, words, cell.words, fonts.interface(13, weight, tabular=True), ink, _CENTRE)
        if cell.share is None:
            return
        bar = QRectF(box.left() + 12, box.bottom() - 13, box.width() - 24, _BAR)
        for width, colour in ((1.0, tokens.pressed), (cell.share, tokens.text2)):
            if width > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                filled = QRectF(bar.left(), bar.top(), max(_BAR, bar.width() * width), _BAR)
                painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the next cell that way; empty ones are passed over."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or self._at is None:
            super().keyPressEvent(event)
            return
        row, column = self._at[0] + step[0], self._at[1] + step[1]
        while 0 <= row < len(self._rows) and 0 <= column < len(self._columns):
            if (row, column) in self._cells:
                self.choose((row, column))
                return
            row, column = row + step[0], column + step[1]

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the cell under the pointer."""
        super().mousePressEvent(event)
        self.choose(self._spot_at(event.position().x(), event.position().y()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the cell under the pointer."""
        if self._spot_at(event.position().x(), event.position().y()) in self._cells:
            self.opened.emit(self.key)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show where one is, in colour and beside."""
        super().focusInEvent(event)
        self.update()
        if self.key is not None:
            self.current.emit(self.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The current cell goes grey."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say a cell under the pointer in whole words."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(self._spot_at(event.pos().x(), event.pos().y()))
            QToolTip.showText(event.globalPos(), plain_tip(words) if words else "", self)
            return True
        return super().event(event)
