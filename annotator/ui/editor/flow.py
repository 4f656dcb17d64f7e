"""The whole document as one tall column: heights, layouts made when needed, and positions in it.

y runs in px from the document's top, x from the column's left edge. No widget, no scrolling, no painting.
"""

from __future__ import annotations

from functools import cached_property
from operator import sub
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from annotator.text import segment
from annotator.ui.editor.captions import Captions
from annotator.ui.editor.display import display_text, reads_right_to_left
from annotator.ui.editor.heights import Heights
from annotator.ui.editor.layout import LaidLine, LaidParagraph
from annotator.ui.editor.manner import USUAL
from annotator.ui.editor.paragraphs import ParagraphTable
from annotator.ui.editor.placing import place
from annotator.ui.editor.span_index import SpanIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.label import Label
    from annotator.model.span import Span
    from annotator.ui.editor.manner import Manners
    from annotator.ui.editor.metrics import Metrics

TOP_MARGIN: Final = 20
BOTTOM_MARGIN: Final = 64

_KEPT_CHARACTERS: Final = 300_000
_SAMPLE: Final = 3000


class Flow:
    """One document set in a column of some width."""

    def __init__(
        self,
        text: str,
        spans: Iterable[Span],
        labels: Sequence[Label],
        metrics: Metrics,
        width: float,
        manners: Manners = USUAL,
    ) -> None:
        self.text = text
        self.paragraphs = ParagraphTable(text)
        self.spans = SpanIndex(spans)
        self._labels = labels
        self._manners = manners
        self._laid: dict[int, LaidParagraph] = {}
        self._laid_characters = 0
        self.set_measure(metrics, width)

    def set_measure(self, metrics: Metrics, width: float) -> None:
        """Set the column anew: other text size, other width."""
        self.metrics = metrics
        self.width = width
        self._captions = Captions(self._labels, metrics.caption_font, self._manners.names)
        self._laid.clear()
        self._laid_characters = 0
        self.heights = Heights(self._estimates())

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take other label names; captions are chosen anew, heights stay."""
        self._labels = labels
        self._captions = Captions(labels, self.metrics.caption_font, self._manners.names)
        for paragraph in self._laid.values():
            paragraph.forget_captions()

    def set_manners(self, manners: Manners) -> None:
        """Draw spans in other manners; what stands under those that stay is chosen anew when they move."""
        self._manners = manners
        self._captions = Captions(self._labels, self.metrics.caption_font, manners.names)

    def forget_placing(self, touched: range) -> None:
        """Have spans put anew under the lines of these paragraphs when they are next needed."""
        for index in touched if len(touched) < len(self._laid) else list(self._laid):
            paragraph = self._laid.get(index)
            if paragraph is not None and index in touched:
                paragraph.is_placed = False

    @cached_property
    def reads_right_to_left(self) -> bool:
        """Whether one reads the text from right to left; single paragraphs may run otherwise."""
        return reads_right_to_left(self.text)

    @property
    def captions(self) -> Captions:
        """The measured names of the label set."""
        return self._captions

    @property
    def height(self) -> float:
        """Height of the document with its margins: partly estimated until all of it was seen."""
        return TOP_MARGIN + self.heights.total + BOTTOM_MARGIN

    def top(self, index: int) -> float:
        """Y of paragraph `index`."""
        return TOP_MARGIN + self.heights.top(index)

    def at_y(self, y: float) -> int:
        """The paragraph at `y`, the nearest one outside."""
        return self.heights.find(max(0.0, y - TOP_MARGIN))

    def laid(self, index: int) -> LaidParagraph:
        """Paragraph `index`, laid out and with its spans; its height is exact from now on."""
        paragraph = self._laid.pop(index, None)
        if paragraph is None:
            start, end = self.paragraphs.starts[index], self.paragraphs.ends[index]
            paragraph = LaidParagraph(self.text, start, end, self.metrics, self.width)
            self._make_room(end - start)
        self._laid[index] = paragraph
        if not paragraph.is_placed:
            spans = self.spans.over(paragraph.start, paragraph.end)
            place(paragraph, spans, self.metrics, self._captions, self.width, self._manners.lines)
            is_last_piece = not self.paragraphs.goes_on(index) and paragraph.start < paragraph.end
            gap = self.metrics.paragraph_gap if is_last_piece else 0.0
            self.heights.change(index, paragraph.height + gap)
        return paragraph

    def is_laid(self, index: int) -> bool:
        """Whether the paragraph's layout is at hand and its spans are in place."""
        paragraph = self._laid.get(index)
        return paragraph is not None and paragraph.is_placed

    def line_of(self, position: int) -> tuple[int, LaidParagraph, LaidLine]:
        """Paragraph number, paragraph and line of a position."""
        index = self.paragraphs.at(position)
        paragraph = self.laid(index)
        return index, paragraph, paragraph.lines[paragraph.line_at(min(position, paragraph.end))]

    def line_at(self, y: float) -> tuple[int, LaidParagraph, LaidLine]:
        """Paragraph number, paragraph and line at `y`, the nearest ones outside."""
        index = self.at_y(y)
        paragraph = self.laid(index)
        return index, paragraph, paragraph.lines[paragraph.line_at_y(y - self.top(index))]

    def position_at(self, x: float, y: float) -> int:
        """The nearest position, on a grapheme border; right of a wrapped line the start of the next one."""
        _, paragraph, line = self.line_at(y)
        return segment.grapheme_start(self.text, paragraph.position_at(line, x))

    def caret_position_at(self, x: float, y: float) -> int:
        """Like `position_at`, but always a position whose caret is drawn in the line at `y`."""
        _, paragraph, line = self.line_at(y)
        position = paragraph.position_at(line, x)
        is_shown_below = position >= line.end and (line is not paragraph.lines[-1] or self._is_cut(paragraph))
        if is_shown_below and line.end > line.start:
            return segment.previous_grapheme(self.text, line.end)
        return segment.grapheme_start(self.text, position)

    def rail_at(self, x: float, y: float) -> Span | None:
        """The span whose rail or name is at a place."""
        index, _, line = self.line_at(y)
        metrics = self.metrics
        under = y - self.top(index) - line.text_bottom - metrics.rail_drop + 1
        if under < 0:
            return None
        row = int(under // metrics.lane)
        for fragment in line.fragments:
            width = fragment.caption.width if fragment.caption else 0.0
            if (
                fragment.row == row
                and -2 <= x - fragment.left <= max(width, fragment.right - fragment.left) + 2
            ):
                return fragment.span
        return None

    def stack_at(self, x: float, y: float) -> list[Span]:
        """The spans whose words are at a place, innermost first."""
        index, paragraph, line = self.line_at(y)
        if not line.text_top - 2 <= y - self.top(index) <= line.text_bottom + 2:
            return []
        under = [
            fragment
            for fragment in line.fragments
            if any(left - 1 <= x <= right + 1 for left, right in fragment.extents)
        ]
        seen = [fragment.span for fragment in sorted(under, key=lambda fragment: fragment.row)]
        position = paragraph.position_at(line, x)
        return seen + [span for span in line.hidden if span.start <= position <= span.end]

    def caret_rect(self, position: int) -> QRectF:
        """Where the caret stands: a rectangle without width, as high as the line's text."""
        index, paragraph, line = self.line_of(position)
        x = paragraph.x_of(min(position, paragraph.end))
        return QRectF(x, self.top(index) + line.text_top, 0, line.text_bottom - line.text_top)

    def line_range(self, position: int) -> tuple[int, int]:
        """First and last caret position of the line that holds `position`."""
        _, paragraph, line = self.line_of(position)
        if line is paragraph.lines[-1] and not self._is_cut(paragraph):
            return line.start, line.end
        return line.start, max(line.start, segment.previous_grapheme(self.text, line.end))

    def band(self, start: int, end: int) -> tuple[float, float]:
        """Top and bottom y of all lines that [start, end) touches."""
        first_index, _, first = self.line_of(start)
        last_index, _, last = self.line_of(max(start, end - 1))
        return self.top(first_index) + first.top, self.top(last_index) + last.bottom

    def rect_of(self, start: int, end: int) -> QRectF:
        """The rectangle around the words of [start, end): as wide as they are when they stand in one line."""
        first_index, paragraph, first = self.line_of(start)
        last_index, _, last = self.line_of(max(start, end - 1))
        top = self.top(first_index) + first.text_top
        height = self.top(last_index) + last.text_bottom - top
        extents = paragraph.extents(first, start, end) if first is last else ()
        left, right = (extents[0][0], extents[-1][1]) if extents else (0.0, self.width)
        return QRectF(left, top, right - left, height)

    def _is_cut(self, paragraph: LaidParagraph) -> bool:
        return self.paragraphs.goes_on(self.paragraphs.at(paragraph.start))

    def _make_room(self, characters: int) -> None:
        """Drop what was used longest ago; one more is always kept than would fit."""
        self._laid_characters += characters + 50
        while self._laid_characters > _KEPT_CHARACTERS and self._laid:
            oldest = self._laid.pop(next(iter(self._laid)))
            self._laid_characters -= oldest.end - oldest.start + 50

    def _estimates(self) -> map[float]:
        """Heights as they probably are: 10 % low where spans are dense, good enough until seen."""
        lengths = _EstimateByLength(self.metrics, self.width / self._advance())
        return map(lengths.__getitem__, map(sub, self.paragraphs.ends, self.paragraphs.starts))

    def _advance(self) -> float:
        """Mean advance of the text's characters; the font's own average was 30 % off."""
        sample = display_text(self.text[:_SAMPLE].replace("\n", " "))
        width = QFontMetricsF(self.metrics.text_font).horizontalAdvance(sample)
        return max(1.0, width / max(1, len(sample)))


class _EstimateByLength(dict[int, float]):
    """Estimated height of a paragraph by its number of characters."""

    def __init__(self, metrics: Metrics, per_line: float) -> None:
        super().__init__({0: metrics.empty_height})
        self._metrics = metrics
        self._per_line = per_line

    def __missing__(self, length: int) -> float:
        lines = max(1, round(length / self._per_line + 0.38))
        self[length] = height = lines * self._metrics.pitch + self._metrics.paragraph_gap
        return height
