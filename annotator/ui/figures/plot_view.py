"""Paints a plot on the screen or into a picture."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.model.plots import Box, Plot, Words, as_svg, key_at
from annotator.ui import fonts, theme
from annotator.ui.tokens import LIGHT

if TYPE_CHECKING:
    from annotator.ui.tokens import Tokens

_MARGIN = 24
_HEAD = 40
_ANCHORS = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}


def paint_plot(painter: QPainter, plot: Plot, tokens: Tokens) -> None:
    """Paint the shapes of a plot with its upper left corner at the painter's."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in plot.shapes:
        if isinstance(shape, Box):
            _paint_box(painter, shape, tokens)
        else:
            _paint_words(painter, shape, tokens)


def _ink(name: str, tokens: Tokens) -> QColor:
    return QColor(name if name.startswith("#") else getattr(tokens, name))


def _paint_box(painter: QPainter, box: Box, tokens: Tokens) -> None:
    if not box.opacity:
        return
    colour = _ink(box.colour, tokens)
    colour.setAlphaF(box.opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), box.radius, box.radius)


def _paint_words(painter: QPainter, words: Words, tokens: Tokens) -> None:
    font = fonts.interface(words.size, fonts.SEMIBOLD if words.is_strong else fonts.REGULAR, tabular=True)
    room = words.room or 2000.0
    text = QFontMetricsF(font).elidedText(words.text, Qt.TextElideMode.ElideRight, room)
    left = {"start": words.x, "middle": words.x - room / 2, "end": words.x - room}[words.anchor]
    painter.setFont(font)
    painter.setPen(_ink(words.colour, tokens))
    flags = _ANCHORS[words.anchor] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(QRectF(left, words.y - 20, room, 40), int(flags), text)


def picture_of(plot: Plot, scale: float = 2.0) -> QImage:
    """The plot on a white page with its title above, as a picture of `scale` px a px."""
    width, height = plot.width + 2 * _MARGIN, plot.height + 2 * _MARGIN + _HEAD
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.page))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(_MARGIN, _MARGIN + _HEAD)
    paint_plot(painter, plot, LIGHT)
    _paint_words(painter, Words(0, -_HEAD / 2 - 4, plot.title, 15, is_strong=True), LIGHT)
    painter.end()
    return image


def png_of(plot: Plot) -> bytes:
    """The same picture as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture_of(plot).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows bytes only
    return bytes(data.data())


def svg_of(plot: Plot) -> bytes:
    """The plot on a white page as an SVG file."""
    return as_svg(plot, {each.name: str(getattr(LIGHT, each.name)) for each in fields(LIGHT)})


class PlotView(QWidget):
    """A plot at its own size.

    Signals:
        chosen: key of the shape that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: Plot | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plot(self, plot: Plot | None) -> None:
        """Show another plot, or none."""
        self.plot = plot
        self.setVisible(plot is not None)
        self.setAccessibleName(plot.title if plot else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as the plot."""
        return QSize(round(self.plot.width), round(self.plot.height)) if self.plot else QSize(0, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose what is under the pointer."""
        at = event.position()
        key = key_at(self.plot, at.x() / self._scale(), at.y()) if self.plot else ""
        if key:
            self.chosen.emit(key)

    def _scale(self) -> float:
        """How much narrower it is than the plot, 1 at most."""
        return min(1.0, self.width() / self.plot.width) if self.plot else 1.0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paint anew in another palette."""
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the plot, smaller where room is short."""
        if self.plot is None:
            return
        painter = QPainter(self)
        painter.scale(self._scale(), 1)
        paint_plot(painter, self.plot, theme.current())
