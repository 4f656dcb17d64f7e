"""A strip that says in one sentence what needs a look or failed, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from annotator.ui.parts.buttons import Button

Tone = Literal["bad", "warn", "ok"]


class Strip(QWidget):
    """A sentence on a tinted ground between bar and page; hidden until it has something to say."""

    def __init__(self, tone: Tone = "bad", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._sentence = PlainLabel(ink=tone, wraps=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 8, 16, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._sentence, 1)
        self.setVisible(False)

    @property
    def sentence(self) -> str:
        """What it says, "" while hidden."""
        return self._sentence.text()

    def add_button(self, button: Button) -> None:
        """Offer something to do, at the right of the sentence."""
        self._row.addWidget(button)

    def say(self, sentence: str) -> None:
        """Show the sentence; the empty one hides the strip."""
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def set_tone(self, tone: Tone) -> None:
        """Change the ground: red for what failed, amber for what needs a look, green for what is proven."""
        self._tone = tone
        self._sentence.set_ink(tone)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Fill with the tint."""
        tint = getattr(theme.current(), f"{self._tone}_tint")
        QPainter(self).fillRect(event.rect(), QColor(tint))
