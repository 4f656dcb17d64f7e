"""The row of colours a label can have, and the field for one's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.palette import contrast, label_colours, offered_colours
from annotator.ui import fonts, theme
from annotator.ui.i18n import ratio
from annotator.ui.parts.plain_label import PlainLabel, plain_tip
from annotator.ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label

_EDGE = 34
_CIRCLE = 26
_CLEAR_WORDS = 4.5
_CLEAR_RAIL = 3.0
"""Contrast ratios that WCAG 2 asks for, of words and of what is no text."""
_OWN = re.compile(r"#?([0-9a-fA-F]{6})")


def least_contrasts(colour: str) -> tuple[float, float]:
    """(words on the band, rail on the page): the smaller of light and dark, WCAG contrast ratios."""
    pairs = [(tokens, label_colours(colour, tokens.is_dark)) for tokens in (LIGHT, DARK)]
    words = min(contrast(tokens.text, colours.tint) for tokens, colours in pairs)
    rail = min(contrast(tokens.page, colours.line) for tokens, colours in pairs)
    return words, rail


def mark(field: QLineEdit, *, bad: bool) -> None:
    """Give a field the edge of one that was refused, or the usual one."""
    field.setProperty("bad", "true" if bad else "false")
    field.style().polish(field)


class Swatch(QAbstractButton):
    """One colour as a circle, with the key of the label that has it."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self._key = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_user(self, label: Label | None) -> None:
        """Show the key of the label that uses this colour."""
        self._key = label.key if label else ""
        words = self.tr("Colour of {label}") if label else self.tr("Free colour")
        words = words.replace("{label}", label.name if label else "")
        self.setAccessibleName(f"{words} {self.colour}")
        self.setToolTip(plain_tip(words))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Circle and room for its ring."""
        return QSize(_EDGE, _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint circle, key and, when chosen, the ring."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = (_EDGE - _CIRCLE) / 2
        circle = QRectF(margin, margin, _CIRCLE, _CIRCLE)
        line = theme.colours_of(self.colour).line
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(line))
        painter.drawEllipse(circle)
        painter.setFont(fonts.interface(11, fonts.SEMIBOLD))
        painter.setPen(QColor("#ffffff" if contrast(line, "#ffffff") >= 3 else "#0d1420"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), self._key)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(-3, -3, 3, 3))


class ColourRow(QWidget):
    """Offered colours, one's own as "#rrggbb", and how well words and rail stand out.

    Signals:
        colour_chosen: "#rrggbb".
    """

    colour_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self._swatches = [Swatch(colour, self) for colour in offered_colours()]
        self._own = QLineEdit()
        self._own.setMaxLength(7)
        self._own.setFixedWidth(88)
        self._own.editingFinished.connect(self._take_own)
        self._measure = PlainLabel(size=12, ink="muted", wraps=True)
        row = QHBoxLayout()
        row.setSpacing(2)
        for swatch in self._swatches:
            swatch.clicked.connect(lambda _checked=False, swatch=swatch: self._choose(swatch.colour))
            row.addWidget(swatch)
        row.addSpacing(8)
        row.addWidget(self._own)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._measure)
        self.retranslate()

    def set_colour(self, colour: str, labels: Sequence[Label]) -> None:
        """Show the chosen colour and who else has which."""
        self._colour = colour
        users = {label.colour.lower(): label for label in reversed(labels)}
        for swatch in self._swatches:
            swatch.set_user(users.get(swatch.colour))
            swatch.setChecked(swatch.colour == colour.lower())
        self._own.setText(colour)
        mark(self._own, bad=False)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._own.setAccessibleName(self.tr("Own colour as #rrggbb"))
        self._own.setToolTip(plain_tip(self.tr("Own colour: # and six digits 0–9, a–f")))
        self._tell()

    def _tell(self) -> None:
        if self._colour:
            words, rail = least_contrasts(self._colour)
            is_clear = words >= _CLEAR_WORDS and rail >= _CLEAR_RAIL
            self._measure.setText(
                self.tr("Easy to read, light and dark")
                if is_clear
                else self.tr("Hard to read: a darker or stronger colour is better")
            )
            told = self.tr("Contrast (WCAG): words {words} : 1, line {line} : 1")
            told = told.replace("{words}", ratio(words)).replace("{line}", ratio(rail))
            self._measure.setToolTip(plain_tip(told))

    def _choose(self, colour: str) -> None:
        for swatch in self._swatches:
            swatch.setChecked(swatch.colour == colour)
        if colour != self._colour:
            self.colour_chosen.emit(colour)

    def _take_own(self) -> None:
        match = _OWN.fullmatch(self._own.text().strip())
        mark(self._own, bad=match is None)
        if match and f"#{match[1].lower()}" != self._colour.lower():
            self.colour_chosen.emit(f"#{match[1].lower()}")
