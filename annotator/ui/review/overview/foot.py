"""The foot of the overview: what the glyphs mean, and how far people agree over all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.i18n import number
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.review.overview.figures_words import figure_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.model.overview import OverallFigures

_WIDE = 960
"""From this width on there is room for the legend beside the sentence."""


class OverviewFoot(QWidget):
    """Legend at the left, the line on all documents at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overall: OverallFigures | None = None
        self._counted = (0, 0)
        self._is_filtered = False
        self._legend = QWidget()
        self._words = [PlainLabel(size=12, ink="muted") for _ in range(4)]
        self.line = ElidedLabel(size=12, ink="muted")
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(6)
        glyphs = (("circle-check", "faint"), ("circle-dot", "text"), ("circle", "faint"))
        for (icon, ink), words in zip(glyphs, self._words, strict=False):
            legend.addWidget(IconLabel(icon, 14, ink))
            legend.addWidget(words)
            legend.addSpacing(14)
        legend.addWidget(self._words[-1])
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 12, 32, 12)
        row.addWidget(self._legend)
        row.addStretch(1)
        row.addWidget(self.line)
        self.retranslate()

    def show_overall(self, overall: OverallFigures | None, ready: int = 0, documents: int = 0) -> None:
        """Say how far people agree.

        Args:
            overall: over all documents that wait for nobody; None: nothing is known.
            ready: how many these are.
            documents: how many there are.
        """
        self._overall, self._counted = overall, (ready, documents)
        self._say()

    def show_filtered(self, *, filtered: bool) -> None:
        """Say that the figures are of all labels and classes while others are counted."""
        if filtered is not self._is_filtered:
            self._is_filtered = filtered
            self._say()

    def _say(self) -> None:
        found = self._overall
        if found is None:
            self.line.setText("")
            return
        words = self.tr("strict F1 %1 (%2 to %3), boundaries alone %4")
        if found.low is None or found.high is None:
            words = self.tr("strict F1 %1, boundaries alone %4")
        values = (found.strict, found.low, found.high, found.boundary)
        for place, value in enumerate(values, 1):
            words = words.replace(f"%{place}", figure_words(value))
        words = f"{self._of_which()}: {words}"
        if self._is_filtered:
            words = self.tr("Not filtered: %1").replace("%1", words)
        self.line.setText(words)

    def _of_which(self) -> str:
        ready, documents = self._counted
        if ready == documents:
            return self.tr("All documents")
        words = self.tr("Documents that wait for nobody (%1 of %2)")
        return words.replace("%1", number(ready)).replace("%2", number(documents))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        told = (
            self.tr("person is done"),
            self.tr("in progress"),
            self.tr("not begun"),
            self.tr("– not given to this person"),
        )
        for label, words in zip(self._words, told, strict=True):
            label.setText(words)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the legend out where there is no room: the tool tip of each row says it in words."""
        super().resizeEvent(event)
        self._legend.setVisible(self.width() >= _WIDE)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
