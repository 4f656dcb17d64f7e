"""The panel at the article's right: spans and inspector, or in their place what a person opened there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from annotator.ui.status_line import Hint


class Guest(Surface):
    """What stands in place of spans and inspector for a while and tells its keys."""

    def hints(self) -> list[Hint]:
        """The keys that work in it now; none while the focus is elsewhere."""
        return []


class RightPanel(Surface):
    """Shows its usual content, or a guest.

    Attributes:
        guest: what stands in place of the usual content; None when that is shown.
    """

    def __init__(self, upper: QWidget, foot: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.guest: QWidget | None = None
        self._least = 0
        usual = QWidget()
        column = QVBoxLayout(usual)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(upper, 1)
        column.addWidget(Hairline())
        column.addWidget(foot)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(usual)

    def show_guest(self, guest: QWidget | None, width: int = 0) -> None:
        """Show a guest that wants to be `width` px wide; None: the usual content."""
        self.guest, self._least = guest, width if guest is not None else 0
        if guest is None:
            self._pages.setCurrentIndex(0)
            return
        if self._pages.indexOf(guest) < 0:
            self._pages.addWidget(guest)
        self._pages.setCurrentWidget(guest)

    def hints(self) -> list[Hint]:
        """The keys that work in the guest now; none without a guest that tells them."""
        return self.guest.hints() if isinstance(self.guest, Guest) else []

    def width_of(self, wanted: int) -> int:
        """How wide the panel shall be where the person wants it `wanted` px wide."""
        return max(wanted, self._least)
