"""The tabs of the top bar: words with a line of 2 px under the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.ground import follow_pointer

_SIDE = 14


class PlaceTab(QToolButton):
    """One tab; checked means its place is open. It is as high as the bar it stands in."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        follow_pointer(self)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(fonts.interface(13, fonts.MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The word and 14 px on either side."""
        return QSize(round(fonts.width(self.text(), self.font())) + 2 * _SIDE, 44)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A tab is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint word and line."""
        tokens = theme.current()
        painter = QPainter(self)
        strong = self.isChecked() or self.underMouse()
        ink = tokens.text if strong else tokens.text2
        painter.setPen(QColor(ink if self.isEnabled() else tokens.faint))
        painter.setFont(self.font())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.isChecked():
            line = QRectF(_SIDE - 2, self.height() - 2, self.width() - 2 * _SIDE + 4, 2)
            painter.fillRect(line, QColor(tokens.accent))
