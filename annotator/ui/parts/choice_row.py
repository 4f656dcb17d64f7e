"""A way to go on a page: icon, what it is, a few words, key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui import fonts, icons, theme
from annotator.ui.parts.ground import follow_pointer, ground_of, paint_ground
from annotator.ui.parts.key_cap import HEIGHT, cap_width, key_text, paint_cap
from annotator.visible import visible

_REACH = 12
"""The highlight reaches so far out beyond the words, so that these stay on the page's left edge."""


class ChoiceRow(QAbstractButton):
    """A row of 52 px that is a button."""

    def __init__(self, icon: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._key = icon, key_text(key)
        self._meaning = ""
        follow_pointer(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Show another key, "" for none."""
        self._key = key_text(key)
        self.update()

    def show_words(self, words: str, meaning: str) -> None:
        """Say what it is, and in a second line what that means."""
        self._meaning = meaning
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(meaning)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """52 px high."""
        return QSize(320, 52)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the row."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, QRectF(self.rect()), ground_of(self))
        icons.paint(painter, self._icon, QRectF(_REACH, 16, 20, 20), tokens.text2)
        right = float(self.width() - _REACH)
        if self._key:
            right -= cap_width(self._key)
            paint_cap(painter, QPointF(right, (self.height() - HEIGHT) / 2), self._key)
        x = _REACH + 32
        self._line(painter, QRectF(x, 7, right - x - 8, 19), self.text(), 13, tokens.text)
        self._line(painter, QRectF(x, 26, right - x - 8, 18), self._meaning, 12, tokens.muted)

    def _line(self, painter: QPainter, room: QRectF, words: str, size: int, ink: str) -> None:
        painter.setFont(fonts.interface(size, fonts.MEDIUM if size == 13 else fonts.REGULAR))
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(
            visible(words), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
