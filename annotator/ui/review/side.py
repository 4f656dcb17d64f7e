"""How wide the panel beside a table of Review is: narrow windows give more to the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LEAST: Final = 280
_MOST: Final = 380
_PART: Final = 0.28
"""Of the page."""


def fit_panel(panel: QWidget, page: int) -> None:
    """Make a panel as wide as a page of so many px allows."""
    panel.setFixedWidth(min(_MOST, max(_LEAST, round(_PART * page))))
