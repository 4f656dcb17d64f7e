"""How a line of the article is drawn: bands, selection, words, rails, names, chips."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from annotator.ui.editor.found_hits import FoundHits
from annotator.ui.editor.look import mixed
from annotator.ui.editor.manner import USUAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from annotator.model.span import Span
    from annotator.ui.editor.captions import Caption
    from annotator.ui.editor.flow import Flow
    from annotator.ui.editor.layout import Fragment, LaidLine, LaidParagraph
    from annotator.ui.editor.look import LabelLook, Look
    from annotator.ui.editor.manner import Manners

_RADIUS: Final = 4.0
_KNOCK_OUT: Final = 1.25
_CHIP_PADDING: Final = 4.0
_CARET_WIDTH: Final = 1.75
_HANDLE_WIDTH: Final = 2.0
_OUTLINE: Final = 1.25
_CURRENT_HIT: Final = 2.0
_GHOST: Final = 1.5
_FRAME: Final = 2.0
_DOT: Final = 4.0


@dataclass(slots=True)
class Marks:
    """What stands out just now.

    Attributes:
        selection: selected positions, or None.
        active: uid of the selected span; hovered: of the one under the pointer.
        lit: uids of new spans with how brightly they still shine, 0 to 1.
        is_caret_shown: whether the caret is drawn (while the view has the focus).
        preview: a span that is drawn and not stored yet, or None.
        gap: words that are pointed at because nobody marked them, or None.
        ghosts: (start, end, label uid) of spans as they were before, outlined over the words.
        hits: where words that are looked for stand.
        manners: which spans are drawn in a manner of their own.
        frame: words with a frame around them, or None.
        unsaved: uids of spans that the library does not hold as they are drawn.
        gone: (start, end, label uid) of spans that it still holds and that are drawn no more.
    """

    selection: tuple[int, int] | None = None
    active: str | None = None
    hovered: str | None = None
    lit: Mapping[str, float] = field(default_factory=dict)
    is_caret_shown: bool = True
    preview: Span | None = None
    gap: tuple[int, int] | None = None
    ghosts: tuple[tuple[int, int, str], ...] = ()
    hits: FoundHits = field(default_factory=FoundHits)
    manners: Manners = USUAL
    frame: tuple[int, int] | None = None
    unsaved: frozenset[str] = frozenset()
    gone: tuple[tuple[int, int, str], ...] = ()


class ArticlePainter:
    """Draws lines of a flow with one painter; one instance a paint event."""

    def __init__(self, painter: QPainter, flow: Flow, look: Look, marks: Marks) -> None:
        self._painter = painter
        self._flow = flow
        self._metrics = flow.metrics
        self._look = look
        self._marks = marks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._metrics.caption_font)

    def paint_paragraph(
        self, paragraph: LaidParagraph, x: float, y: float, top: float, bottom: float
    ) -> None:
        """Draw the lines of a paragraph at (x, y) that reach into [top, bottom), all in the painter's px."""
        for line in paragraph.lines[paragraph.line_at_y(top - y) :]:
            if y + line.top >= bottom:
                break
            self._paint_line(paragraph, line, x, y)

    def paint_caret(self, rect: QRectF) -> None:
        """Draw the caret at a rectangle without width."""
        left = rect.left() - _CARET_WIDTH / 2
        self._painter.fillRect(QRectF(left, rect.top(), _CARET_WIDTH, rect.height()), self._look.caret)

    def _paint_line(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        lines = self._marks.manners.lines
        for fragment in line.fragments:
            if fragment.span.uid not in lines:
                self._paint_band(line, fragment, x, y)
        self._paint_hidden_active(paragraph, line, x, y)
        self._paint_preview(paragraph, line, x, y)
        self._paint_hits(paragraph, line, x, y)
        self._paint_selection(paragraph, line, x, y)
        self._paint_gap(paragraph, line, x, y)
        self._paint_ghosts(paragraph, line, x, y)
        self._paint_frame(paragraph, line, x, y)
        painter.setPen(self._look.text)
        line.qline.draw(painter, QPointF(x, y))
        standing_out = []
        for fragment in line.fragments:
            self._paint_rail(line, fragment, x, y)
            if self._stands_out(fragment):
                standing_out.append(fragment)
            elif fragment.caption is not None:
                self._paint_caption(line, fragment, fragment.caption, x, y)
        for fragment in standing_out:
            self._paint_standing_out(line, fragment, x, y)
            self._paint_sign_over_chip(line, fragment, x, y)
        if line.hidden:
            self._paint_count(paragraph, line, x, y)
        self._paint_preview_name(paragraph, line, x, y)

    def _stands_out(self, fragment: Fragment) -> bool:
        return fragment.span.uid in (self._marks.active, self._marks.hovered)

    def _paint_band(self, line: LaidLine, fragment: Fragment, x: float, y: float) -> None:
        colour = self._band_colour(fragment)
        step = min(fragment.row, 3)
        aside = 1 + 0.75 * step
        top = y + line.text_top - 1 - self._metrics.step * step
        height = y + line.text_bottom + 0.5 - top
        last = len(fragment.extents) - 1
        for place, (left, right) in enumerate(fragment.extents):
            rect = QRectF(x + left - aside, top, right - left + 2 * aside, height)
            is_square = (place == 0 and not fragment.begins, place == last and not fragment.ends)
            if fragment.is_over_other:
                grown = rect.adjusted(-_KNOCK_OUT, -_KNOCK_OUT, _KNOCK_OUT, _KNOCK_OUT)
                self._fill(grown, self._look.page, is_square, _RADIUS + 1)
            self._fill(rect, colour, is_square, _RADIUS)

    def _band_colour(self, fragment: Fragment) -> QColor:
        look = self._look.of(fragment.span.label)
        if self._stands_out(fragment):
            return look.tint3
        tint = look.tint2 if fragment.is_inside_same else look.tint
        shine = self._marks.lit.get(fragment.span.uid, 0.0)
        return mixed(tint, look.tint3, shine) if shine else tint

    def _fill(self, rect: QRectF, colour: QColor, is_square: tuple[bool, bool], radius: float) -> None:
        painter = self._painter
        painter.setBrush(colour)
        if not any(is_square):
            painter.drawRoundedRect(rect, radius, radius)
            return
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(rect, radius, radius)
        half = rect.width() / 2
        if is_square[0]:
            path.addRect(rect.adjusted(0, 0, -half, 0))
        if is_square[1]:
            path.addRect(rect.adjusted(half, 0, 0, 0))
        painter.drawPath(path)

    def _paint_hidden_active(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        """A selected span beyond the last row has no rail, but its words are shown."""
        for span in line.hidden:
            if span.uid == self._marks.active:
                self._painter.setBrush(self._look.of(span.label).tint3)
                for left, right in paragraph.extents(line, span.start, span.end):
                    self._painter.drawRoundedRect(self._words(line, x + left, x + right, y), _RADIUS, _RADIUS)

    def _paint_selection(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        if self._marks.selection is None:
            return
        start, end = self._marks.selection
        if start < line.end and end > line.start:
            self._painter.setBrush(self._look.selection)
            for left, right in paragraph.extents(line, start, end):
                rect = self._words(line, x + left, x + right, y)
                self._painter.drawRoundedRect(rect, _RADIUS - 1, _RADIUS - 1)

    def _paint_hits(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        """Words that are looked for: a thin outline, which leaves the labels' colours as they are."""
        for start, end, is_current in self._marks.hits.over(line.start, line.end):
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._look.accent, _CURRENT_HIT if is_current else _OUTLINE))
            for left, right in paragraph.extents(line, start, end):
                rect = self._words(line, x + left, x + right, y).adjusted(-1, 0, 1, 0)
                self._painter.drawRoundedRect(rect, _RADIUS - 1, _RADIUS - 1)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _paint_preview(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        """What is not stored yet: tinted, in a dashed outline."""
        preview = self._marks.preview
        if preview is None or preview.start >= line.end or preview.end <= line.start:
            return
        look = self._look.of(preview.label)
        self._painter.setBrush(look.tint2)
        self._painter.setPen(_dashes(look.line, _OUTLINE))
        for left, right in paragraph.extents(line, preview.start, preview.end):
            rect = self._words(line, x + left, x + right, y).adjusted(-1.5, -0.5, 1.5, 0.5)
            self._painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _paint_preview_name(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        preview = self._marks.preview
        if preview is None or not line.start <= preview.start < line.end:
            return
        extents = paragraph.extents(line, preview.start, preview.end)
        if extents and self._metrics.captions_shown:
            caption = self._flow.captions.full(preview, is_continuation=False)
            self._paint_chip(line, caption, self._look.of(preview.label), 0, extents[0][0], x, y)

    def _paint_gap(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        """A name that nobody marked: a dashed outline without a label's colour."""
        gap = self._marks.gap
        if gap is None or gap[0] >= line.end or gap[1] <= line.start:
            return
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(_dashes(self._look.muted, _OUTLINE))
        for left, right in paragraph.extents(line, *gap):
            rect = self._words(line, x + left, x + right, y).adjusted(-1.5, -0.5, 1.5, 0.5)
            self._painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _paint_ghosts(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        """Where spans were before: dashed outlines in their labels' colours.

        What the library still holds has the sign of what is not saved, so that it is not taken for a name
        that nobody marked.
        """
        marks = self._marks
        for start, end, label in (*marks.ghosts, *marks.gone):
            if start >= line.end or end <= line.start:
                continue
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(_dashes(self._look.of(label).line, _GHOST))
            rects = [
                self._words(line, x + left, x + right, y).adjusted(-1.5, -0.5, 1.5, 0.5)
                for left, right in paragraph.extents(line, start, end)
            ]
            for rect in rects:
                self._painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            self._painter.setPen(Qt.PenStyle.NoPen)
            if rects and end <= line.end and (start, end, label) in marks.gone:
                self._paint_dot(rects[-1].bottomRight())

    def _paint_frame(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        """The words that are spoken of: a frame around all their bands."""
        frame = self._marks.frame
        if frame is None or frame[0] >= line.end or frame[1] <= line.start:
            return
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._look.accent, _FRAME))
        lines = self._marks.manners.lines
        bands = [fragment.row for fragment in line.fragments if fragment.span.uid not in lines]
        rise = self._metrics.step * min(max(bands, default=0), 3)
        for left, right in paragraph.extents(line, *frame):
            rect = self._words(line, x + left, x + right, y).adjusted(-2.5, -1 - rise, 2.5, 0)
            self._painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _words(self, line: LaidLine, left: float, right: float, y: float) -> QRectF:
        return QRectF(left, y + line.text_top - 1, right - left, line.text_bottom - line.text_top + 1.5)

    def _rail_top(self, line: LaidLine, row: int, y: float) -> float:
        return y + line.text_bottom + self._metrics.rail_drop + row * self._metrics.lane

    def _paint_rail(self, line: LaidLine, fragment: Fragment, x: float, y: float) -> None:
        look = self._look.of(fragment.span.label)
        top, thickness = self._rail_top(line, fragment.row, y), self._thickness(fragment)
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.line)
        if fragment.span.uid in self._marks.unsaved:
            self._paint_unsaved_rail(fragment, look, QPointF(x, top + thickness / 2))
            return
        for left, right in fragment.extents:
            painter.drawRoundedRect(QRectF(x + left, top, right - left, thickness), 1, 1)
        if fragment.span.parts is not None:
            painter.setPen(_dashes(look.line, 1.0))
            middle = top + thickness / 2
            for (_, left), (right, _) in pairwise(fragment.extents):
                painter.drawLine(QPointF(x + left + 2, middle), QPointF(x + right - 2, middle))

    def _paint_unsaved_rail(self, fragment: Fragment, look: LabelLook, middle: QPointF) -> None:
        """A span that is not on the disk: its rail is broken, and a dot in the colour of faults ends it."""
        painter = self._painter
        painter.setPen(_dashes(look.line, self._thickness(fragment)))
        for left, right in fragment.extents:
            painter.drawLine(middle + QPointF(left, 0), middle + QPointF(right, 0))
        if fragment.ends:
            self._paint_dot(middle + QPointF(fragment.right, 0))
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_dot(self, middle: QPointF) -> None:
        """The sign of what is not on the disk."""
        self._painter.setPen(QPen(self._look.page, _KNOCK_OUT))
        self._painter.setBrush(self._look.bad)
        self._painter.drawEllipse(middle, _DOT, _DOT)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _paint_sign_over_chip(self, line: LaidLine, fragment: Fragment, x: float, y: float) -> None:
        """The chip lies over the rail of a short span: its sign stands at the end of the chip, in sight."""
        if fragment.span.uid not in self._marks.unsaved or not (fragment.begins or fragment.caption):
            return
        caption = self._flow.captions.full(fragment.span, is_continuation=not fragment.begins)
        chip = self._chip(line, caption, fragment.row, fragment.left, x, y)
        if self._metrics.captions_shown and chip.right() > x + fragment.right - _DOT:
            middle = self._rail_top(line, fragment.row, y) + self._thickness(fragment) / 2
            self._paint_dot(QPointF(chip.right(), middle))

    def _thickness(self, fragment: Fragment) -> float:
        manners, uid = self._marks.manners, fragment.span.uid
        return self._metrics.thin if uid in manners.lines or uid in manners.quiet else self._metrics.rail

    def _paint_caption(
        self, line: LaidLine, fragment: Fragment, caption: Caption, x: float, y: float
    ) -> None:
        ink = self._look.muted if caption.is_continuation else self._look.of(fragment.span.label).ink
        self._painter.setPen(ink)
        baseline = self._rail_top(line, fragment.row, y) + self._metrics.caption_drop
        self._painter.drawText(QPointF(x + fragment.left, baseline), caption.text)

    def _paint_standing_out(self, line: LaidLine, fragment: Fragment, x: float, y: float) -> None:
        look = self._look.of(fragment.span.label)
        if fragment.span.uid == self._marks.active:
            self._paint_handles(line, fragment, look, x, y)
        if not self._metrics.captions_shown or (not fragment.begins and fragment.caption is None):
            return
        caption = self._flow.captions.full(fragment.span, is_continuation=not fragment.begins)
        self._paint_chip(line, caption, look, fragment.row, fragment.left, x, y)

    def _paint_chip(
        self, line: LaidLine, caption: Caption, look: LabelLook, row: int, left: float, x: float, y: float
    ) -> None:
        """A label's name on its solid colour, in a row under the words, never beyond the column's margin."""
        chip = self._chip(line, caption, row, left, x, y)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(look.solid)
        self._painter.drawRoundedRect(chip, 3, 3)
        self._painter.setPen(look.on_solid)
        baseline = chip.top() + self._metrics.caption_drop
        self._painter.drawText(QPointF(chip.left() + _CHIP_PADDING, baseline), caption.text)

    def _chip(self, line: LaidLine, caption: Caption, row: int, left: float, x: float, y: float) -> QRectF:
        width = caption.width + 2 * _CHIP_PADDING
        left = min(left, self._flow.width + self._metrics.margin - width)
        return QRectF(x + left, self._rail_top(line, row, y), width, self._metrics.lane)

    def _paint_handles(self, line: LaidLine, fragment: Fragment, look: LabelLook, x: float, y: float) -> None:
        top = y + line.text_top - 1 - self._metrics.step * min(fragment.row, 3)
        bottom = y + line.text_bottom + 0.5
        if fragment.begins:
            left = x + fragment.left - _HANDLE_WIDTH / 2 - 1
            self._painter.fillRect(QRectF(left, top, _HANDLE_WIDTH, bottom - top), look.line)
        if fragment.ends:
            left = x + fragment.right - _HANDLE_WIDTH / 2 + 1
            self._painter.fillRect(QRectF(left, top, _HANDLE_WIDTH, bottom - top), look.line)

    def _paint_count(self, paragraph: LaidParagraph, line: LaidLine, x: float, y: float) -> None:
        rect, words = self.count_chip(paragraph, line)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._look.sunken)
        self._painter.drawRoundedRect(rect.translated(x, y), 3, 3)
        self._painter.setPen(self._look.text2)
        self._painter.drawText(rect.translated(x, y), Qt.AlignmentFlag.AlignCenter, words)

    def count_chip(self, paragraph: LaidParagraph, line: LaidLine) -> tuple[QRectF, str]:
        """Place (in the paragraph) and words of the chip that counts the spans beyond the last row."""
        words = f"+{len(line.hidden)}"
        lefts = [paragraph.extents(line, span.start, span.end) for span in line.hidden]
        left = min((extents[0][0] for extents in lefts if extents), default=0.0)
        width = self._painter.fontMetrics().horizontalAdvance(words) + 2 * _CHIP_PADDING
        top = self._rail_top(line, line.rows, 0.0)
        return QRectF(left, top, width, self._metrics.caption_drop + 3), words


def _dashes(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setDashPattern([3.0, 3.0])
    return pen
