"""How a hit is painted: its words at the same place in every row, what stands around it, the spans there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from annotator.ui import fonts, theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFont, QPainter

    from annotator.model.label import Label
    from annotator.model.search import Hit, HitSpan

Frame = Literal["plain", "proposed", "solid"]
"""The hit's edge: none but a faint ground; dashed in a label's colour; a thin line."""

HIT_PART: Final = 0.44
"""Where in the width of a line the hit begins."""

_MOST_OF_HIT: Final = 0.4
_GAP: Final = 4.0
_MOST_OF_TITLE: Final = 340.0
_TITLE_PART: Final = 0.24
_DOTS: Final = "… "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the document as it is shown in a row: words with the place of their first character."""

    words: str
    start: int
    x: float

    def x_of(self, position: int, metrics: QFontMetricsF) -> float:
        """Where a position of the document is in px; those beyond are at the piece's ends."""
        place = max(0, min(len(self.words), position - self.start))
        return self.x + metrics.horizontalAdvance(self.words[:place])


def flat(text: str) -> str:
    """Text on one line, each blank, break and control character shown as one blank."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def pieces(hit: Hit, area: QRectF, font: QFont, beyond: float = 0.0) -> tuple[Piece, Piece, Piece]:
    """Left context, hit and right context, cut at words to fit `area`, the hit at `HIT_PART` of it.

    `beyond`: px right of the area that the right context may take too.
    """
    metrics = QFontMetricsF(font)
    x = area.left() + round(area.width() * HIT_PART)
    words = flat(hit.match)
    if metrics.horizontalAdvance(words) > area.width() * _MOST_OF_HIT:
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() * _MOST_OF_HIT)
    has_before = hit.start > len(hit.left)
    left = _cut_left(flat(hit.left), x - area.left() - _GAP, metrics, is_cut=has_before)
    middle = Piece(words, hit.start, x)
    after = x + metrics.horizontalAdvance(words) + _GAP
    right = _cut_right(flat(hit.right), max(0.0, area.right() + beyond - after), metrics)
    before = Piece(left, hit.start - len(left), x - _GAP - metrics.horizontalAdvance(left))
    return before, middle, Piece(right, hit.end, after)


def _cut_left(words: str, room: float, metrics: QFontMetricsF, *, is_cut: bool) -> str:
    """The end of `words` that fits, begun at a word; `is_cut`: dots stand before it in any case."""
    dots = metrics.horizontalAdvance(_DOTS)
    if metrics.horizontalAdvance(words) <= room - (dots if is_cut else 0):
        return words
    low, high = 0, len(words)
    room -= dots
    while low < high:
        middle = (low + high) // 2
        if metrics.horizontalAdvance(words[middle:]) > room:
            low = middle + 1
        else:
            high = middle
    blank = words.find(" ", max(0, low - 1))
    return words[blank + 1 :] if blank >= 0 else words[low:]


def _cut_right(words: str, room: float, metrics: QFontMetricsF) -> str:
    """The beginning of `words` that fits, ended at a word, with dots behind it."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    room -= metrics.horizontalAdvance(_DOTS)
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(words[:middle]) > room:
            high = middle - 1
        else:
            low = middle
    blank = words.rfind(" ", 0, low + 1)
    return f"{words[:blank]} …" if blank > 0 else f"{words[:low]}…"


def title_room(width: float, least: float) -> float:
    """How wide titles may be in lines of `width` px: what a line's context cannot fill is theirs."""
    return max(least, min(_MOST_OF_TITLE, width * _TITLE_PART))


def paint_kwic(
    painter: QPainter,
    area: QRectF,
    hit: Hit,
    labels: Mapping[str, Label],
    *,
    frame: Frame = "plain",
    label: Label | None = None,
    beyond: float = 0.0,
) -> None:
    """Paint a hit in its context.

    Args:
        painter: in device px of the row.
        area: of the three columns; the hit begins at `HIT_PART` of its width.
        hit: what to paint, with the spans that touch it.
        labels: by uid.
        frame: how the hit itself is marked.
        label: in whose colour a proposed hit is marked.
        beyond: px right of `area` that nothing else of the row needs.
    """
    font, tokens = fonts.interface(13), theme.current()
    metrics = QFontMetricsF(font)
    parts = pieces(hit, area, font, beyond)
    painter.save()
    painter.setClipRect(area.adjusted(0, 0, 2 + beyond, 0))
    _paint_spans(painter, area, hit.spans, parts, labels, metrics)
    _paint_frame(painter, area, parts[1], frame, label, metrics)
    painter.setFont(font)
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    for piece, ink in zip(parts, (tokens.muted, tokens.text, tokens.muted), strict=True):
        painter.setPen(QColor(ink))
        width = metrics.horizontalAdvance(piece.words) + 4
        painter.drawText(QRectF(piece.x, area.top(), width, area.height()), flags, piece.words)
    if len(parts[0].words) < len(hit.left) or hit.start > len(hit.left):
        painter.setPen(QColor(tokens.muted))
        dots = QRectF(parts[0].x - metrics.horizontalAdvance(_DOTS), area.top(), 20, area.height())
        painter.drawText(dots, flags, _DOTS)
    painter.restore()


def _paint_frame(
    painter: QPainter,
    area: QRectF,
    words: Piece,
    frame: Frame,
    label: Label | None,
    metrics: QFontMetricsF,
) -> None:
    tokens = theme.current()
    box = QRectF(words.x - 3, area.center().y() - 10.5, metrics.horizontalAdvance(words.words) + 6, 21)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if frame == "proposed":
        colour = theme.colours_of(label.colour).line if label else tokens.control
        pen = QPen(QColor(colour), 1.25)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.drawRoundedRect(box, 4, 4)
    elif frame == "solid":
        painter.setPen(QPen(QColor(tokens.control), 1))
        painter.drawRoundedRect(box, 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_spans(
    painter: QPainter,
    area: QRectF,
    spans: Sequence[HitSpan],
    parts: Sequence[Piece],
    labels: Mapping[str, Label],
    metrics: QFontMetricsF,
) -> None:
    """Bands from the outermost inwards, with a line under each, the inner one nearer the words."""
    painter.setPen(Qt.PenStyle.NoPen)
    shown = [(span, *_extent(span, parts, metrics)) for span in spans if span.label in labels]
    shown = [each for each in shown if each[2] - each[1] > 1]
    shown.sort(key=lambda each: (each[0].start - each[0].end, each[0].uid))
    for place, (span, left, right) in enumerate(shown):
        colours = theme.colours_of(labels[span.label].colour)
        inner = sum(1 for other, start, end in shown[place + 1 :] if start < right and end > left)
        painter.setBrush(QColor(colours.tint))
        painter.drawRoundedRect(QRectF(left - 2, area.center().y() - 10, right - left + 4, 20), 3, 3)
        y = area.center().y() + 9 + 2.5 * min(inner, 2)
        painter.fillRect(QRectF(left, y, right - left, 1.5), QColor(colours.line))


def _extent(span: HitSpan, parts: Sequence[Piece], metrics: QFontMetricsF) -> tuple[float, float]:
    """Left and right edge of a span in px as far as the row shows it; nothing where it does not."""
    seen = [
        (piece.x_of(span.start, metrics), piece.x_of(span.end, metrics))
        for piece in parts
        if span.start < piece.start + len(piece.words) and span.end > piece.start
    ]
    return (seen[0][0], seen[-1][1]) if seen else (0.0, 0.0)
