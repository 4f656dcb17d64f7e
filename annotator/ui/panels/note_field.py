"""The field for the note on a span."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui import icons, theme
from annotator.ui.parts.committing_text import CommittingText

_NOTE_PAUSE = 2000
"""Milliseconds without a key after which a note is saved: each saving is a step, so not after every word."""


class NoteField(CommittingText):
    """Two lines for a note, with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, pause=_NOTE_PAUSE)
        self.setFixedHeight(52)
        self.setViewportMargins(20, 0, 0, 0)
        _NoteIcon(self)


class _NoteIcon(QWidget):
    """The icon in the note's left margin."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setGeometry(9, 10, 14, 14)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        icons.paint(QPainter(self), "message-square", QRectF(self.rect()), theme.current().muted)
