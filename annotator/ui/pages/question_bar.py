"""An amber bar below what it speaks of: one thing that is odd, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import RADIUS

_WIDE = 640


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
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(IconLabel(icon, ink="warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self._sentence, 1)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(self._one)
        answers.addWidget(self._all)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(14, 8, 8, 8)
        self._box.setSpacing(4)
        self._box.addLayout(said, 1)
        self._box.addLayout(answers)
        self.hide()

    def ask(self, sentence: str, answer: str, for_all: str) -> None:
        """Say something and offer an answer; without one for all, or without anything to say, hide."""
        self._sentence.setText(sentence)
        self._one.setText(answer)
        self._all.setText(for_all)
        self._all.setVisible(bool(for_all))
        self.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the answers below the sentence where there is no room beside it."""
        wide = event.size().width() >= _WIDE
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().warn_tint))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
