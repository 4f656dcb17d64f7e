"""The card that says which program this is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator import __version__
from annotator.ui import fonts
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.overlay import Overlay
from annotator.ui.parts.plain_label import PlainLabel

_WIDTH: Final = 480


class AboutCard(Overlay):
    """Name, version, what it promises, licence."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _WIDTH, 160)
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self._words = PlainLabel(wraps=True)
        self._licence = PlainLabel(size=12, ink="muted", wraps=True)
        self._close = Button(key="Esc")
        self._close.clicked.connect(self.dismiss)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        for label in (self._title, self._words, self._licence):
            column.addWidget(label)
        column.addWidget(self._close)
        self.retranslate()

    def first_focus(self) -> QWidget:
        """The button."""
        return self._close

    def card_height(self, room: int) -> int:
        """As high as the words are at this width."""
        layout = self.card.layout()
        return min(room, layout.totalHeightForWidth(_WIDTH) if layout is not None else room)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._title.setText(self.tr("Annotator %1").replace("%1", __version__))
        self._words.setText(
            self.tr(
                "Label spans in articles, keep corpora, export training data. Nothing leaves this machine."
            )
        )
        self._licence.setText(
            self.tr(
                "MIT licence. Fonts: Inter, Be Vietnam Pro, Noto Serif, JetBrains Mono (OFL). "
                "Icons: Lucide (ISC)."
            )
        )
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
