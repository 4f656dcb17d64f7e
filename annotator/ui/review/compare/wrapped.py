"""Words that wrap, some of them tinted, painted without a widget of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.text.rulers import Ruler
from annotator.ui.editor.display import display_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

_AT_MOST = 600
"""Code points that are shown; of longer words the beginning and the end."""


class Wrapped:
    """Words set in a width; made anew when words, width or font are others."""

    def __init__(
        self,
        words: str,
        font: QFont,
        width: float,
        line: float,
        tinted: Sequence[tuple[int, int]] = (),
        tint: str = "",
    ) -> None:
        """Set the words.

        Args:
            words: plain; every blank is shown as one of usual width, control characters as signs.
            font: their font.
            width: px of the longest line.
            line: px from line to line.
            tinted: stretches of code points with a ground of their own.
            tint: the colour of that ground.
        """
        shown, tinted = shortened(words, tinted)
        self._line = line
        self._layout = QTextLayout(
            display_text("".join(" " if sign.isspace() else sign for sign in shown)), font
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(shown, tinted, tint))
        self._layout.beginLayout()
        top = 0.0
        while (made := self._layout.createLine()).isValid():
            made.setLineWidth(width)
            made.setPosition(QPointF(0, top + (line - made.height()) / 2))
            top += line
        self._layout.endLayout()

    @property
    def height(self) -> float:
        """In px."""
        return self._line * self._layout.lineCount()

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the words in the painter's pen, their upper left corner at (x, y)."""
        self._layout.draw(painter, QPointF(x, y))


def shortened(words: str, tinted: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Long words without their middle, and the tinted stretches in what is left."""
    if len(words) <= _AT_MOST:
        return words, list(tinted)
    half = _AT_MOST // 2
    gone = len(words) - 2 * half
    kept = []
    for start, end in tinted:
        if start < half:
            kept.append((start, min(end, half)))
        if end > half + gone:
            kept.append((max(start, half + gone) - gone + 1, end - gone + 1))
    return f"{words[:half]}…{words[-half:]}", kept


def _formats(words: str, tinted: Sequence[tuple[int, int]], tint: str) -> list[QTextLayout.FormatRange]:
    ruler, made = Ruler(words), []
    for start, end in tinted:
        shape = QTextCharFormat()
        shape.setBackground(QColor(tint))
        found = QTextLayout.FormatRange()
        found.start = ruler.to_u16(start)
        found.length = ruler.to_u16(end) - found.start
        found.format = shape
        made.append(found)
    return made
