"""One short sentence with its spans as bands, rails and captions, for pages that show an example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import fonts, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE: Final = 22.0
_LANE: Final = 15.0


@dataclass(frozen=True, slots=True)
class ExampleSpan:
    """A marked stretch of the example.

    Attributes:
        words: the first place in the sentence where these words stand is marked.
        caption: the label's name.
        colour: the label's stored colour.
        lane: how many rails are above its own: 0 for one that holds no other span.
    """

    words: str
    caption: str
    colour: str
    lane: int = 0


class RailsExample(QWidget):
    """A sentence on one line; outer spans come first, so that inner bands lie on top of theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._spans: Sequence[ExampleSpan] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_example(self, sentence: str, spans: Sequence[ExampleSpan]) -> None:
        """Show another sentence."""
        self._sentence, self._spans = sentence, spans
        self.setAccessibleName(f"{sentence} {'; '.join(f'{span.words}: {span.caption}' for span in spans)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The line and its lanes."""
        lanes = max((span.lane for span in self._spans), default=-1) + 1
        captions = fonts.interface(11, fonts.MEDIUM)
        ends = [self._reach(span)[0] + fonts.width(span.caption, captions) for span in self._spans]
        width = max([fonts.width(self._sentence, fonts.interface(15)), *ends]) + 4
        return QSize(round(width), round(_LINE + lanes * _LANE + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint bands, words, rails, captions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for span in self._spans:
            self._paint_band(painter, span)
        painter.setFont(fonts.interface(15))
        painter.setPen(QColor(theme.current().text))
        painter.drawText(
            QRectF(0, 0, self.width(), _LINE), int(Qt.AlignmentFlag.AlignVCenter), self._sentence
        )
        for span in self._spans:
            self._paint_rail(painter, span)

    def _reach(self, span: ExampleSpan) -> tuple[float, float]:
        metrics = QFontMetricsF(fonts.interface(15))
        start = max(0, self._sentence.find(span.words))
        left = metrics.horizontalAdvance(self._sentence[:start])
        return left, metrics.horizontalAdvance(self._sentence[: start + len(span.words)])

    def _paint_band(self, painter: QPainter, span: ExampleSpan) -> None:
        left, right = self._reach(span)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours_of(span.colour).tint))
        painter.drawRoundedRect(QRectF(left - 1, 1, right - left + 2, _LINE - 1), 4, 4)

    def _paint_rail(self, painter: QPainter, span: ExampleSpan) -> None:
        left, right = self._reach(span)
        colours = theme.colours_of(span.colour)
        y = _LINE + 1 + span.lane * _LANE
        painter.setPen(QPen(QColor(colours.line), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setFont(fonts.interface(11, fonts.MEDIUM))
        painter.setPen(QColor(colours.ink))
        painter.drawText(QPointF(left, y + 11), span.caption)
