"""The frame of everything that lies above a page: popovers and the command palette."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from annotator.ui import theme


class PopoverFrame(QFrame):
    """A raised frame with hairline edge and shadow, a child of the window it lies above.

    Put no scrolling view of many rows into it: the shadow is an effect and repaints with each change.
    """

    def __init__(self, parent: QWidget, radius: int = 10) -> None:
        super().__init__(parent)
        self._radius = radius
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(32)
        self._shadow.setOffset(0, 12)
        self.setGraphicsEffect(self._shadow)
        theme.theme().changed.connect(self._recolour)
        self._recolour()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and edge."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.raised))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, self._radius, self._radius)

    def _recolour(self) -> None:
        alpha = 128 if theme.current().is_dark else 41
        self._shadow.setColor(QColor(0, 0, 0, alpha))
