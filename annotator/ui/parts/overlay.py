"""What lies over the whole window for a moment: a scrim with one card on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui import theme
from annotator.ui.parts.focus_before import FocusBefore

_BLUR, _DROP = 32, 12


class Card(QWidget):
    """A raised, rounded ground."""

    def __init__(self, parent: QWidget, radius: int = 12) -> None:
        super().__init__(parent)
        self.radius = radius

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and edge."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.radius, self.radius)


class Overlay(QWidget):
    """A scrim over the window it is a child of, with a card; Escape or a click beside the card closes it.

    The shadow is painted here, not an effect on the card: an effect would render the card anew at each key.

    Signals:
        shown: it was opened.
        closed: it went, and the focus is back where it was.
    """

    shown = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, width: int, top: int) -> None:
        super().__init__(window)
        self._card_width, self._top = width, top
        self._focus_before = FocusBefore()
        self.card = Card(self)
        self.hide()

    def open(self) -> None:
        """Cover the window; the focus goes to what `first_focus` names."""
        if not self.isVisible():
            self._focus_before = FocusBefore()
        self.window().installEventFilter(self)
        self._cover()
        self.raise_()
        self.show()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)
        self.shown.emit()

    def dismiss(self) -> None:
        """Go, and give the focus back."""
        if not self.isVisible():
            return
        self.window().removeEventFilter(self)
        self.hide()
        self._focus_before.give_back(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def first_focus(self) -> QWidget:
        """What gets the focus when it opens."""
        return self.card

    def card_height(self, room: int) -> int:
        """Height in px of the card, when `room` px are there."""
        return min(room, self.card.sizeHint().height())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Grow and shrink with the window."""
        if event.type() is QEvent.Type.Resize:
            self._cover()
        return False

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: N802
        """Keep the focus on the card."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close on Escape; no other key reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Close when the scrim is clicked."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint scrim and shadow."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().scrim))
        paint_shadow(painter, QRectF(self.card.geometry()), self.card.radius)

    def _cover(self) -> None:
        self.setGeometry(self.window().rect())
        width = min(self._card_width, self.width() - 32)
        top = min(self._top, self.height() // 8)
        height = self.card_height(self.height() - top - 32)
        self.card.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()  # the shadow lies beyond the card, where Qt would not paint anew


def paint_shadow(painter: QPainter, card: QRectF, radius: int) -> None:
    """Paint the shadow of a card: 0 12 32 px at 16 % (dark: 50 %), as rings that add up to a soft edge."""
    strength = 0.5 if theme.current().is_dark else 0.16
    rings = _BLUR // 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.faded("#000000", strength / rings))
    for ring in range(rings):
        reach = _BLUR / 2 - ring
        area = card.adjusted(-reach, _DROP - reach, reach, _DROP + reach)
        painter.drawRoundedRect(area, radius + reach, radius + reach)
    painter.restore()
