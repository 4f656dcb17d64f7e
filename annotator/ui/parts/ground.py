"""The ground of a button that paints itself: its fill under the pointer and while it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from annotator.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

RADIUS = 6


def follow_pointer(button: QAbstractButton) -> None:
    """Have Qt repaint the button whenever the pointer comes or goes."""
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)


def ground_of(button: QAbstractButton) -> str:
    """The colour behind the button as it is now, "" for none."""
    if not button.isEnabled():
        return ""
    tokens = theme.current()
    if button.isDown():
        return tokens.pressed
    return tokens.hover if button.underMouse() else ""


def paint_ground(painter: QPainter, area: QRectF, fill: str, edge: str = "") -> None:
    """Paint a rounded ground with an optional edge; nothing when `fill` is ""."""
    if not fill:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(edge) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(area, RADIUS, RADIUS)
