"""Thin things: the progress bar of 4 px and the hairline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import theme


class ProgressBar(QWidget):
    """A rounded bar of 4 px; the number it stands for is written beside it by whoever shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, done: int, total: int) -> None:
        """Show `done` out of `total`; nothing is filled when the total is 0."""
        self._part = min(1.0, done / total) if total else 0.0
        self.update()

    @property
    def part(self) -> float:
        """The filled part, 0 to 1."""
        return self._part

    def sizeHint(self) -> QSize:  # noqa: N802
        """4 px high."""
        return QSize(120, 4)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the bar."""
        paint_bar(QPainter(self), QRectF(self.rect()), self._part)


def paint_bar(painter: QPainter, area: QRectF, part: float) -> None:
    """Paint a bar whose `part` (0 to 1) is filled."""
    tokens = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = area.height() / 2
    painter.setBrush(QColor(tokens.pressed))
    painter.drawRoundedRect(area, radius, radius)
    if part > 0:
        filled = QRectF(area.x(), area.y(), max(area.height(), area.width() * part), area.height())
        painter.setBrush(QColor(tokens.text2))
        painter.drawRoundedRect(filled, radius, radius)


class Hairline(QWidget):
    """One line of 1 px between two panels, lying or standing."""

    def __init__(self, *, standing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), QColor(theme.current().line))
