"""The question before two annotators become one person: with whom, and what happens then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.document import Annotator

_RADIUS = 6


class JoinStrip(QWidget):
    """Asks with whom somebody is one person; nothing is done before its button is pressed.

    Signals:
        confirmed: uid of who is joined, and of the person they are.
        left: nothing is done.
    """

    confirmed = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Annotator | None = None
        self._question = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self.choice = Choice()
        self._meaning = PlainLabel(size=12, ink="muted", wraps=True)
        self._join, self._leave = Button(kind="primary"), Button(kind="quiet", key="Esc")
        self._join.clicked.connect(self._confirm)
        self._leave.clicked.connect(self.left)
        self.choice.currentIndexChanged.connect(lambda _: self._say_meaning())
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.choice)
        acts.addWidget(self._join)
        acts.addStretch(1)
        acts.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addWidget(self._meaning)
        column.addLayout(acts)
        self.hide()

    def ask(self, person: Annotator, others: Sequence[Annotator]) -> None:
        """Ask who of the others `person` is; there must be one."""
        self._person = person
        self.choice.clear()
        for other in others:
            self.choice.addItem(other.name, other.uid)
        alike = [place for place, other in enumerate(others) if other.name == person.name]
        self.choice.setCurrentIndex(alike[0] if alike else 0)
        self.retranslate()
        self.show()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        if self._person is not None:
            self.confirmed.emit(self._person.uid, str(self.choice.currentData()))

    def retranslate(self) -> None:
        """Set every word anew."""
        name = self._person.name if self._person is not None else ""
        self._question.setText(self.tr("Who is {name}?").replace("{name}", name))
        self.choice.setAccessibleName(self._question.text())
        self._join.setText(self.tr("One person"))
        self._leave.setText(self.tr("Leave them apart"))
        self._say_meaning()

    def _say_meaning(self) -> None:
        name = self._person.name if self._person is not None else ""
        words = self.tr(
            "The work of {name} is shown as {main}'s: one layer a document, equal spans once, one voice in "
            "review. Nothing is rewritten: parting them gives back what there was."
        )
        self._meaning.setText(words.replace("{name}", name).replace("{main}", self.choice.words))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint a quiet ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().sunken))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
