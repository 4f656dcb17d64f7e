"""Headings: of a section, with an optional count or hint at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel


class SectionHeading(QWidget):
    """A group heading of 12 px SemiBold with a muted count right after it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel(text, size=12, weight=fonts.SEMIBOLD, ink="text2")
        self._count = ElidedLabel(size=12, ink="muted")
        self._count.setFont(fonts.interface(12, tabular=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._words)
        row.addWidget(self._count)
        row.addStretch(1)

    def set_text(self, text: str, count: str = "") -> None:
        """Show other words and count."""
        self._words.setText(text)
        self._count.setText(count)
