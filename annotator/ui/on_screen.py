"""The window among others on the person's screen: how large it begins, and by which icon it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

_TITLE_BAR: Final = QSize(8, 48)
"""Room left for the frame that the window manager adds; its real size is known only when it is too late."""
_EDGES: Final = (16, 24, 32, 48, 64, 128, 256)


def first_size(wanted: QSize, room: QRect) -> QSize:
    """The largest size up to `wanted` that fits `room` together with a frame."""
    return wanted.boundedTo(room.size() - _TITLE_BAR)


def room_for_windows(screen: QScreen | None = None) -> QRect:
    """Where that screen, or the person's main one, is free; without a screen there is room for any size."""
    screen = screen or QGuiApplication.primaryScreen()
    # The platform without a screen makes one up, smaller than any real one.
    if screen is None or QGuiApplication.platformName() in ("offscreen", "minimal"):
        return QRect(0, 0, 1 << 14, 1 << 14)
    return screen.availableGeometry()


def window_icon() -> QIcon:
    """The program's icon in the sizes that desktops ask for.

    Raises:
        FileNotFoundError: it is not in the installation.
    """
    renderer = QSvgRenderer(str(resource("icons", "app.svg")))
    icon = QIcon()
    for edge in _EDGES:
        image = QPixmap(edge, edge)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        icon.addPixmap(image)
    return icon
