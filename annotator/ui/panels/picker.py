"""The popover at a selection that offers the labels, without ever taking the focus from the article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.density import Size
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.key_cap import KeyCap
from annotator.ui.parts.label_key import SQUARE, paint_square
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.popover import PopoverFrame
from annotator.ui.parts.rows import RADIUS, draw_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.changes import LayerState
    from annotator.model.label import Label

WIDTH: Final = 226
_ROW = Size(30, 26)
_FOOT = 42
_MARGIN = 6
_GAP = 8
_MOST_ROWS = 10
_LEAST_ROWS = 3


def likely_label(text: str, state: LayerState, start: int, end: int) -> str | None:
    """Uid of the label that equal words carry most often in this layer, else None."""
    words = text[start:end].casefold()
    length = end - start
    equal = Counter(
        span.label
        for span in state.spans()
        if span.end - span.start == length and text[span.start : span.end].casefold() == words
    )
    return equal.most_common(1)[0][0] if equal else None


def place_beside(words: QRect, size: QSize, room: QRect) -> QPoint:
    """Where a popover of `size` goes: under the words, above them near the lower edge, else at their end.

    Args:
        words: the selected words.
        size: of the popover.
        room: what it must stay in. Where it fits neither under nor above the words it stands right of their
            last line, over it if there is no room beside; it is never cut.
    """
    under, above = words.bottom() + _GAP, words.top() - _GAP - size.height()
    lowest = room.bottom() - size.height()
    if room.top() <= under <= lowest:
        place = QPoint(words.left() - 10, under)
    elif room.top() <= above <= lowest:
        place = QPoint(words.left() - 10, above)
    else:
        place = QPoint(words.right() + _GAP, words.bottom() - size.height())
    rightmost = room.right() - size.width() - _GAP
    x = max(room.left(), min(max(room.left() + _GAP, place.x()), rightmost))
    return QPoint(x, max(room.top(), min(place.y(), lowest)))


class _Rows(QWidget):
    """The labels, one a row, of which some are in sight.

    Signals:
        chosen: uid of a label.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.labels: Sequence[Label] = ()
        self.likely: str | None = None
        self.lit = 0
        self.first = 0
        self.setMouseTracking(True)

    @property
    def row_height(self) -> int:
        """Height of a row in px."""
        return _ROW.now

    def light(self, row: int) -> None:
        """Light a row, going round at both ends, and bring it into sight."""
        self.lit = row % len(self.labels)
        rows = self.height() // self.row_height
        self.first = min(max(self.first, self.lit - rows + 1), self.lit)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light the row under the pointer."""
        row = self._row_at(event)
        if row is not None and row != self.lit:
            self.light(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the row under the pointer."""
        row = self._row_at(event)
        event.accept()
        if row is not None:
            self.chosen.emit(self.labels[row].uid)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Bring other rows into sight."""
        last = max(0, len(self.labels) - self.height() // self.row_height)
        self.first = min(max(0, self.first - (1 if event.angleDelta().y() > 0 else -1)), last)
        self.update()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.row_height
        for place in range(self.height() // high):
            row = self.first + place
            if row < len(self.labels):
                self._paint_row(painter, QRectF(0, place * high, self.width(), high), row)

    def _paint_row(self, painter: QPainter, area: QRectF, row: int) -> None:
        tokens, label = theme.current(), self.labels[row]
        if row == self.lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        paint_square(painter, QPointF(area.left() + 8, area.center().y() - SQUARE / 2), label)
        hint = self.tr("likely") if label.uid == self.likely else ""
        font = fonts.interface(12)
        width = fonts.width(hint, font) + 8 if hint else 0.0
        words = area.adjusted(8 + SQUARE + 8, 0, -8 - width, 0)
        draw_words(painter, words, label.name, fonts.interface(13, fonts.MEDIUM), tokens.text)
        if hint:
            place = area.adjusted(0, 0, -8, 0)
            draw_words(painter, place, hint, font, tokens.muted, Qt.AlignmentFlag.AlignRight)

    def _row_at(self, event: QMouseEvent) -> int | None:
        row = self.first + int(event.position().y()) // self.row_height
        return row if self.rect().contains(event.position().toPoint()) and row < len(self.labels) else None


class Picker(PopoverFrame):
    """Offers the labels at a selection. While it is open it hears Up, Down, Enter and Escape of the article.

    Digits and letters stay the article's: they label there, and the host closes the picker.

    Signals:
        label_chosen: uid of the label for the selection.
        closed: it went away; no label was chosen if `label_chosen` did not come before.
    """

    label_chosen = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, article: QWidget) -> None:
        super().__init__(window)
        self._article = article
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = _Rows(self)
        self._rows.chosen.connect(self._choose)
        self._escape, self._exact = PlainLabel(size=12, ink="muted"), PlainLabel(size=12, ink="muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 9, 8, 7)
        foot.setSpacing(6)
        for cap, words in (("Esc", self._escape), ("Alt", self._exact)):
            foot.addWidget(KeyCap(cap))
            foot.addWidget(words)
            if cap == "Esc":
                foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        column.setSpacing(0)
        column.addWidget(self._rows, 1)
        column.addSpacing(_MARGIN)
        column.addWidget(Hairline())
        column.addLayout(foot)
        self.retranslate()
        self.hide()

    def open_at(self, words: QRect, room: QRect, labels: Sequence[Label], likely: str | None = None) -> None:
        """Open beside the selected words.

        Args:
            words: the selection, in the window's coordinates.
            room: the part of the window it must stay in.
            labels: in the label set's order.
            likely: uid of the label to light first; the order never changes, hands know it.
        """
        if not labels:
            return
        self._rows.labels, self._rows.likely, self._rows.first = labels, likely, 0
        self._fit(words, room)
        self._rows.light(next((row for row, label in enumerate(labels) if label.uid == likely), 0))
        self._article.installEventFilter(self)
        self.show()
        self.raise_()

    def close_picker(self) -> None:
        """Go away without choosing."""
        if self.isVisible():
            self._article.removeEventFilter(self)
            self.hide()
            self.closed.emit()

    @property
    def lit(self) -> str | None:
        """Uid of the lit label while open."""
        return self._rows.labels[self._rows.lit].uid if self.isVisible() else None

    # ------------------------------------------------------------------ inside

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(self.tr("Labels for the selected words"))
        self._escape.setText(self.tr("not a span"))
        self._exact.setText(self.tr("exact"))

    def _fit(self, words: QRect, room: QRect) -> None:
        """Take as many rows as the greater side has room for, or all the room when neither has enough."""
        frame = _FOOT + 2 * _MARGIN
        wanted = min(len(self._rows.labels), _MOST_ROWS)
        high = self._rows.row_height
        greater = min(max(room.bottom() - words.bottom(), words.top() - room.top()), room.height())
        fitting, most = ((height - 2 * _GAP - frame) // high for height in (greater, room.height()))
        rows = max(1, min(wanted, fitting if fitting >= min(wanted, _LEAST_ROWS) else most))
        self._rows.setFixedHeight(rows * high)
        size = QSize(WIDTH, rows * high + frame)
        self.setGeometry(QRect(place_beside(words, size, room), size))
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _choose(self, uid: str) -> None:
        self.label_chosen.emit(uid)
        self.close_picker()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hear the article's keys while open."""
        if watched is self._article and isinstance(event, QKeyEvent) and self.isVisible():
            wanted = event.key() in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if wanted and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if wanted and event.type() is QEvent.Type.KeyPress:
                self._hear(event.key())
                return True
        return super().eventFilter(watched, event)

    def _hear(self, key: int) -> None:
        if key == Qt.Key.Key_Down:
            self._rows.light(self._rows.lit + 1)
        elif key == Qt.Key.Key_Up:
            self._rows.light(self._rows.lit - 1)
        elif key == Qt.Key.Key_Escape:
            self.close_picker()
        else:
            self._choose(self._rows.labels[self._rows.lit].uid)


_KEYS: Final = {
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}
