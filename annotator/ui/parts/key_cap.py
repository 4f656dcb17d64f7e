"""The key cap: how a key is named and drawn, the same in widgets, delegates and buttons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import fonts, theme

HEIGHT: Final = 18
_PADDING = 5.0

_SIGNS: Final = {
    "Return": "↵",
    "Enter": "↵",
    "Backspace": "⌫",
    "Escape": "Esc",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "PgUp": "PgUp",
    "PgDown": "PgDn",
    "Plus": "+",
}


def key_text(sequence: str) -> str:
    """A key sequence as key caps show it: "Ctrl+Return" -> "Ctrl ↵"; other texts ("1–5", "Ctrl ↵") stay."""
    if not sequence or sequence == "+" or " " in sequence:
        return sequence
    plus = sequence.endswith("++")
    names = [name for name in sequence.split("+") if name]
    shown = [_SIGNS.get(name, name) for name in names]
    return " ".join([*shown, "+"] if plus else shown)


def sequence_of(keys: str) -> QKeySequence:
    """The Qt key sequence of a portable name ("Ctrl+Enter"), whatever language is spoken.

    `QKeySequence(keys)` would read names of the language in force first: in Vietnamese "Enter" is Return.
    """
    return QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)


def sequence_text(sequence: QKeySequence) -> str:
    """A Qt key sequence as key caps show it."""
    return key_text(sequence.toString(QKeySequence.SequenceFormat.PortableText))


def cap_width(text: str) -> float:
    """Width in px of the cap that shows `text`; a single letter gets a square."""
    return max(float(HEIGHT), round(QFontMetricsF(_font()).horizontalAdvance(text) + 2 * _PADDING))


def paint_cap(
    painter: QPainter,
    place: QPointF,
    text: str,
    *,
    fill: QColor | None = None,
    ink: QColor | None = None,
) -> float:
    """Paint a cap with its upper left corner at `place`; its width in px."""
    tokens = theme.current()
    box = QRectF(place.x(), place.y(), cap_width(text), HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill or QColor(tokens.sunken))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink or QColor(tokens.text2))
    painter.setFont(_font())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()
    return box.width()


class KeyCap(QWidget):
    """A key cap that stands beside words; screen readers hear the key from the action, not from here."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = key_text(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        """What the cap shows."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another key."""
        self._text = key_text(text)
        self.setVisible(bool(self._text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """18 px high, as wide as its text needs."""
        return QSize(round(cap_width(self._text)), HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A cap is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paint anew in another palette."""
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the cap."""
        if self._text:
            paint_cap(QPainter(self), QPointF(0, 0), self._text)


def _font() -> QFont:
    return fonts.interface(11, fonts.MEDIUM, tabular=True)
