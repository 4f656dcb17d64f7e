"""The key square of a label, and the button made of square, name and count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.ground import follow_pointer, ground_of, paint_ground
from annotator.ui.parts.plain_label import plain_tip

if TYPE_CHECKING:
    from annotator.model.label import Label

SQUARE = 18


def paint_square(painter: QPainter, place: QPointF, label: Label, edge: int = SQUARE) -> None:
    """Paint the label's key on its solid colour, upper left corner at `place`, `edge` px wide and high."""
    colours = theme.colours_of(label.colour)
    box = QRectF(place.x(), place.y(), edge, edge)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.solid))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(colours.on_solid))
    painter.setFont(fonts.interface(11, fonts.SEMIBOLD, tabular=True))
    painter.drawText(
        box, int(Qt.AlignmentFlag.AlignCenter), label.key.upper() if len(label.key) == 1 else label.key
    )
    painter.restore()


def paint_dot(painter: QPainter, centre: QPointF, label: Label) -> None:
    """Paint the label's square dot of 8 px around `centre`, in its line colour."""
    colours = theme.colours_of(label.colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    painter.drawRoundedRect(QRectF(centre.x() - 4, centre.y() - 4, 8, 8), 2, 2)
    painter.restore()


class KeySquare(QWidget):
    """A label's key square as a widget, for headings and forms."""

    def __init__(self, label: Label | None = None, edge: int = SQUARE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._edge = label, edge
        self.setFixedSize(edge, edge)

    def set_label(self, label: Label | None) -> None:
        """Show another label, or nothing."""
        self._label = label
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the square."""
        if self._label is not None:
            paint_square(QPainter(self), QPointF(0, 0), self._label, self._edge)


class LabelKey(QToolButton):
    """A label in the label bar: key square, name, count; checked means it is held as a brush.

    How much it shows is set from outside by `set_detail`, for narrow windows.
    """

    def __init__(self, label: Label, count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.count = count
        self._names, self._counts, self._short = True, True, False
        follow_pointer(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._describe()

    def set_label(self, label: Label, count: int) -> None:
        """Show another label or count."""
        if (label, count) != (self.label, self.count):
            self.label, self.count = label, count
            self._describe()
            self.updateGeometry()
            self.update()

    def set_detail(self, *, names: bool, counts: bool, short: bool = False) -> None:
        """Show or hide name, which may be the short one, and count; the square never goes."""
        self._names, self._counts, self._short = names, counts, short
        self.updateGeometry()
        self.update()

    def _name(self, *, short: bool) -> str:
        return (short and self.label.short) or self.label.name

    def width_with(self, *, names: bool, counts: bool, short: bool = False) -> int:
        """Width in px it would take with that much detail."""
        width = 4 + SQUARE + 4
        if names:
            width += 8 + round(fonts.width(self._name(short=short), fonts.interface(13, fonts.MEDIUM)))
        if counts:
            width += 6 + round(fonts.width(str(self.count), fonts.interface(12, tabular=True)))
        return width

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as what it shows, 28 px high."""
        return QSize(self.width_with(names=self._names, counts=self._counts, short=self._short), 28)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint fill, square, name and count."""
        tokens = theme.current()
        painter = QPainter(self)
        self._paint_ground(painter)
        paint_square(painter, QPointF(4, (self.height() - SQUARE) / 2), self.label)
        x = 4.0 + SQUARE + 8
        if self._names:
            font, name = fonts.interface(13, fonts.MEDIUM), self._name(short=self._short)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.faint))
            painter.drawText(
                QRectF(x, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignVCenter), name
            )
            x += fonts.width(name, font) + 6
        if self._counts:
            painter.setFont(fonts.interface(12, tabular=True))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(
                QRectF(x, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignVCenter), str(self.count)
            )

    def _paint_ground(self, painter: QPainter) -> None:
        colours = theme.colours_of(self.label.colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            paint_ground(painter, area, colours.tint, edge=colours.line)
        else:
            paint_ground(painter, area, ground_of(self))

    def _describe(self) -> None:
        self.setAccessibleName(self.label.name)
        self.setAccessibleDescription(self.label.definition)
        self.setToolTip(plain_tip("\n".join(filter(None, (self.label.name, self.label.definition)))))
        self.setText(self.label.name.replace("&", "&&"))
