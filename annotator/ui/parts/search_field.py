"""The field one types a search into: magnifier, words, key cap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui import icons, theme
from annotator.ui.parts.key_cap import HEIGHT, cap_width, key_text, paint_cap


class SearchField(QLineEdit):
    """A line edit with a magnifier on the left and its key cap on the right while it is empty.

    Escape empties it; in an empty field Escape goes to whoever holds the field.
    """

    def __init__(self, placeholder: str = "", *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_key(key)
        self.set_placeholder(placeholder)

    def set_key(self, key: str) -> None:
        """Show another key, "" for none."""
        self._key = key_text(key)
        self.setTextMargins(24, 0, round(cap_width(self._key)) + 4 if self._key else 0, 0)
        self.update()

    def set_placeholder(self, text: str) -> None:
        """Say in the empty field, and to screen readers, what can be looked for."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def select_from_end(self) -> None:
        """Select all words so that their beginning stays in sight."""
        length = len(self.text().encode("utf-16-le")) // 2  # Qt counts so
        self.setSelection(length, -length)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Empty the field on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint magnifier and cap over Qt's field."""
        super().paintEvent(event)
        painter = QPainter(self)
        icons.paint(painter, "search", QRectF(9, (self.height() - 16) / 2, 16, 16), theme.current().text2)
        if self._key and not self.text():
            x = self.width() - cap_width(self._key) - 6
            paint_cap(painter, QPointF(x, (self.height() - HEIGHT) / 2), self._key)
