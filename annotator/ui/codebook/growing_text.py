"""A field of several lines that is as high as what stands in it, within bounds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from annotator.ui.parts.committing_text import CommittingText

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_FRAME = 14


class GrowingText(CommittingText):
    """A committing field between `least` and `most` lines high."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds = (least, most)
        self.textChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the height to lines that are broken anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least, most = self._bounds
        needed = round(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needed > most else policy.ScrollBarAlwaysOff
        )
        lines = max(least, min(most, needed))
        high = math.ceil(lines * QFontMetricsF(self.font()).lineSpacing()) + _FRAME
        if high != self.minimumHeight():
            self.setFixedHeight(high)
