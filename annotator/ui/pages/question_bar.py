"""An amber bar below what it speaks of: one thing that is odd, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import RADIUS


class QuestionBar(QWidget):
    """One sentence with an answer for this file and one for all files like it.

    Signals:
        answered: whether the answer is for all.
    """

    answered = Signal(bool)

    def __init__(self, icon: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel(wraps=True)
        self._one = Button(kind="quiet", key=key, small=True)
        self._all = Button(kind="quiet", key=f"Shift+{key}", small=True)
        self._one.clicked.connect(lambda: self.answered.emit(False))
        self._all.clicked.connect(lambda: self.answered.emit(True))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, ink="warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._one)
        row.addWidget(self._all)
        self.hide()

    def ask(self, sentence: str, answer: str, for_all: str) -> None:
        """Say something and offer an answer; without one for all, or without anything to say, hide."""
        self._sentence.setText(sentence)
        self._one.setText(answer)
        self._all.setText(for_all)
        self._all.setVisible(bool(for_all))
        self.setVisible(bool(sentence))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().warn_tint))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
