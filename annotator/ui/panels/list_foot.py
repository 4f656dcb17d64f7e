"""The feet of the document list: how much is done, or what can be done in the bin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.i18n import number
from annotator.ui.parts.bars import ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel


class ProgressFoot(QWidget):
    """"4 of 11 done", the key to the next one, and a bar.

    Signals:
        next_wanted: the next document that is not done is wanted.
    """

    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = 0, 0
        self._words = PlainLabel(size=12, weight=fonts.MEDIUM, tabular=True)
        self._next = Button(kind="quiet", key="Ctrl+Return", small=True)
        self._next.setFont(fonts.interface(12))
        self._next.clicked.connect(self.next_wanted)
        self._bar = ProgressBar()
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 8, 12)
        column.setSpacing(6)
        column.addLayout(line)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 8, 0)
        bar.addWidget(self._bar)
        column.addLayout(bar)
        self.retranslate()

    def set_counts(self, done: int, total: int) -> None:
        """Show how many of how many are done."""
        self._done, self._total = done, total
        self._bar.set_part(done, total)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        words = self.tr("{done} of {total} done")
        words = words.replace("{done}", number(self._done))
        self._words.setText(words.replace("{total}", number(self._total)))
        self._next.setText(self.tr("next to do"))
        self._next.setEnabled(self._done < self._total)


class BinFoot(QWidget):
    """How many documents the bin holds, the way out of it for them and for the person.

    Signals:
        take_back_wanted: the selected documents shall leave the bin.
        back_wanted: the person wants to see the corpus again.
    """

    take_back_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._words = PlainLabel(size=12, ink="muted", wraps=True)
        self._take_back = Button(icon="rotate-ccw")
        self._take_back.clicked.connect(self.take_back_wanted)
        self._back = Button(kind="quiet")
        self._back.clicked.connect(self.back_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self._take_back)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._words)
        column.addLayout(buttons)
        self.retranslate()

    def set_count(self, count: int) -> None:
        """Show how many documents the bin holds."""
        self._count = count
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(self.tr("%n document(s) in the bin", "", self._count))
        self._take_back.setText(self.tr("Take back"))
        self._take_back.setEnabled(self._count > 0)
        self._back.setText(self.tr("Close the bin"))
