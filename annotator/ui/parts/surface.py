"""Plain coloured grounds: panel and page."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui import theme

Ground = Literal["page", "panel", "raised"]


class Surface(QWidget):
    """A widget painted in one ground token."""

    def __init__(self, ground: Ground = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Fill what is to be painted with the ground."""
        QPainter(self).fillRect(event.rect(), QColor(getattr(theme.current(), self._ground)))
