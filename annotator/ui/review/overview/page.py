"""The overview: what is to be decided, document by document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.page import ReviewPage

if TYPE_CHECKING:
    from annotator.ui.review.shared import Shared


class OverviewPage(ReviewPage):
    """Documents by annotators: who is how far, and where they differ."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self._head = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.addWidget(self._head)
        column.addStretch(1)
        self._head.setText(self.tr("Nothing to compare yet"))
