"""The ring around the article that shows the keyboard focus.

It is drawn in a margin of the view, outside the viewport: drawn in the viewport it would defeat scrolling by
moving pixels (0.6 ms a step became 3.5 ms).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_RING: Final = 2
_RADIUS: Final = 6
_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_PASSING: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons for which a focus goes only to come back: the ring stays as it is."""


class FocusFrame:
    """Keeps the width of a widget's frame for the ring, and knows when to show it."""

    def __init__(self, widget: QFrame) -> None:
        self._widget = widget
        self._has_ring = False
        widget.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        widget.setLineWidth(_RING)

    @property
    def has_ring(self) -> bool:
        """Whether the ring is shown."""
        return self._has_ring

    def focus_came(self, reason: Qt.FocusReason) -> None:
        """Show the ring if the focus came by the keyboard."""
        if reason not in _PASSING:
            self._show(reason in _KEYBOARD)

    def focus_went(self, reason: Qt.FocusReason) -> None:
        """Hide the ring."""
        if reason not in _PASSING:
            self._show(False)

    def mouse_used(self) -> None:
        """Hide the ring: who works with the mouse sees where the focus is."""
        self._show(False)

    def paint(self, page: QColor, accent: QColor) -> None:
        """Draw the margin, and the ring in it."""
        painter = QPainter(self._widget)
        painter.fillRect(self._widget.rect(), page)
        if self._has_ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(accent, _RING))
            half = _RING / 2
            outline = QRectF(self._widget.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(outline, _RADIUS, _RADIUS)

    def _show(self, shown: bool) -> None:
        if shown != self._has_ring:
            self._has_ring = shown
            self._widget.update()
