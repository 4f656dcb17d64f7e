"""Turns from one document of a file to the next before the file comes in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.i18n import number
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel


class SampleTurner(QWidget):
    """Says which document of how many is shown, with a way to those beside it.

    Signals:
        turned: a person went to another one.
    """

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = 0
        self._shown = self._total = 0
        self._words = PlainLabel(size=12, ink="text2", tabular=True)
        self._back = Button(kind="quiet", key="Shift+N", small=True)
        self._on = Button(kind="quiet", key="N", small=True)
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._back)
        row.addWidget(self._on)
        row.addStretch(1)

    def show_first(self, shown: int, total: int) -> None:
        """Begin anew with a file of `total` documents of which the first `shown` can be seen."""
        self.place, self._shown, self._total = 0, shown, total
        self.setVisible(shown > 1)
        self.retranslate()

    def turn(self, by: int) -> None:
        """Go so many documents on, round the ends."""
        if self._shown > 1:
            self.place = (self.place + by) % self._shown
            self.retranslate()
            self.turned.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        words = self.tr("Document {place} of {total}").replace("{place}", number(self.place + 1))
        self._words.setText(words.replace("{total}", number(self._total)))
        self._back.setText(self.tr("Previous"))
        self._on.setText(self.tr("Next"))
