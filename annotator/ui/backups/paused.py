"""That no backup is removed since one was restored: a state, told small below the list while it lasts."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.past.days import time_words


class Paused(QWidget):
    """A sentence with a button that ends the state; hidden while backups are thinned out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since = ""
        self._sentence = PlainLabel(size=12, ink="muted", wraps=True)
        self.button = Button(small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 4)
        column.setSpacing(8)
        column.addWidget(self._sentence)
        column.addWidget(self.button)
        self.retranslate()
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_since(self, since: str | None) -> None:
        """Say since when, UTC as stored or "" where that is not known; None: it is over."""
        self._since = since or ""
        self.retranslate()
        self.setVisible(since is not None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        words = self.tr("Since a backup was restored (%1) none is removed: you may take another.")
        self._sentence.setText(words.replace("%1", time_words(self._since) if self._since else "?"))
        self.button.setText(self.tr("Thin out again"))
