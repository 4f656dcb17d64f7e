"""An icon that stands for itself: not a button, follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui import icons, theme


class IconLabel(QWidget):
    """One icon in the ink of a token."""

    def __init__(self, icon: str, size: int = 16, ink: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._ink = icon, ink
        self.setFixedSize(size, size)

    def set_icon(self, icon: str, ink: str) -> None:
        """Show another icon."""
        self._icon, self._ink = icon, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        icons.paint(QPainter(self), self._icon, QRectF(self.rect()), getattr(theme.current(), self._ink))
