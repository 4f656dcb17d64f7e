"""The bundled Lucide icons, recoloured from the tokens and rendered at the screen's pixel ratio."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.paths import resource
from annotator.ui import theme

_RATIOS = (1.0, 1.5, 2.0, 3.0)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon in one colour.

    Args:
        name: Lucide's name, without ".svg".
        colour: stroke as "#rrggbb".
        size: edge in px, before the pixel ratio; 16 px get a stroke of 2, larger ones 1.75.
        ratio: device pixels for each px.

    Raises:
        FileNotFoundError: no such icon is bundled.
    """
    svg = _source(name).replace("currentColor", colour)
    if size > 16:
        svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, colour: str | None = None, size: int = 16) -> QIcon:
    """The icon for Qt's own buttons and menus, in `text2` unless told otherwise, paler when disabled."""
    tokens = theme.current()
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour or tokens.text2, size, ratio))
        made.addPixmap(pixmap(name, tokens.faint, size, ratio), QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, name: str, place: QRectF, colour: str | QColor) -> None:
    """Paint the icon into the square `place`, sharp on the device the painter paints on."""
    value = colour.name() if isinstance(colour, QColor) else colour
    ratio = painter.device().devicePixelRatioF()
    image = pixmap(name, value, round(place.width()), ratio)
    painter.drawPixmap(QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio), image)
