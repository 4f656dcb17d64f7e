"""A span as it once was, in the history: its words with what differs tinted, and its label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import fonts, theme

if TYPE_CHECKING:
    from annotator.model.past import PastSpan

_AT_MOST: Final = 160
"""Code points of a span's words that a card shows."""
_LINES: Final = 4


class PastWords(QWidget):
    """Wrapped words of a span; those in `differing` are tinted; its label stands behind in its ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._label, self._colour = "", ""
        self._tinted: tuple[int, int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_span(self, past: PastSpan, other: PastSpan | None, *, with_label: bool) -> None:
        """Show a span; what the `other` version of it does not cover is tinted."""
        self._words = "".join(" " if sign.isspace() else sign for sign in past.words[:_AT_MOST])
        self._label, self._colour = (past.label if with_label else ""), past.colour
        self._tinted = _differing(past, other)
        self.setAccessibleName(f"{self._words} · {past.label}")
        self.updateGeometry()
        self.update()

    def show_words(self, words: str) -> None:
        """Show plain words."""
        self._words, self._label, self._tinted = " ".join(words.split()), "", None
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as its lines."""
        layout = self._laid(width)
        return round(min(layout.lineCount(), _LINES) * self._line_height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the words need in the width there is."""
        width = max(self.width(), 120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(60, round(self._line_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the words."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().text))
        layout = self._laid(self.width())
        for place in range(min(layout.lineCount(), _LINES)):
            layout.lineAt(place).draw(painter, QPointF(0, 0))

    def _line_height(self) -> float:
        return 20.0

    def _laid(self, width: int) -> QTextLayout:
        text = f"{self._words} · {self._label}" if self._label else self._words
        layout = QTextLayout(text, fonts.interface(13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(text))
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self._line_height() - line.height()) / 2))
            top += self._line_height()
        layout.endLayout()
        return layout

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        found = []
        if self._colour:
            colours = theme.colours_of(self._colour)
            if self._tinted is not None:
                found.append(_range(text, *self._tinted, background=colours.tint2))
            if self._label:
                found.append(_range(text, len(text) - len(self._label), len(text), ink=colours.ink))
        return found


def _range(
    text: str, start: int, end: int, *, background: str = "", ink: str = ""
) -> QTextLayout.FormatRange:
    """A format over [start, end) code points; Qt counts UTF-16 units."""
    shape = QTextCharFormat()
    if background:
        shape.setBackground(QColor(background))
    if ink:
        shape.setForeground(QColor(ink))
        shape.setFont(fonts.interface(13, fonts.MEDIUM))
    found = QTextLayout.FormatRange()
    found.start = len(text[:start].encode("utf-16-le")) // 2
    found.length = len(text[start:end].encode("utf-16-le")) // 2
    found.format = shape
    return found


def _differing(past: PastSpan, other: PastSpan | None) -> tuple[int, int] | None:
    """What of a span's shown words the other version does not cover, in code points of them."""
    if other is None or past.span.parts is not None or other.span.parts is not None:
        return None
    mine, theirs = past.span, other.span
    length = min(len(past.words), _AT_MOST)
    if mine.start < theirs.start:
        return 0, min(length, theirs.start - mine.start)
    if mine.end > theirs.end and theirs.end > mine.start:
        first = theirs.end - mine.start
        return (first, length) if first < length else None
    return None
