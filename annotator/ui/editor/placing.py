"""Spans put under the lines of a laid-out paragraph: rows, x extents, captions, and the heights that follow.

Separate from line breaking and cheap, because it is all that runs when spans change.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF

from annotator.text.spans import contains, overlap
from annotator.ui.editor.lanes import HIDDEN, assign_lanes
from annotator.ui.editor.layout import Extents, Fragment
from annotator.ui.editor.metrics import MOST_LANES
from annotator.ui.editor.span_index import innermost_first

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from annotator.model.span import Span
    from annotator.ui.editor.captions import Captions
    from annotator.ui.editor.layout import LaidLine, LaidParagraph
    from annotator.ui.editor.metrics import Metrics

_CAPTION_GAP: Final = 7.0
"""A caption ends that many px before the next rail of its row."""

_CONTINUATION_LEAST: Final = 40.0
"""Narrower pieces of a span that goes on are not named again."""


def place(
    paragraph: LaidParagraph,
    spans: Iterable[Span],
    metrics: Metrics,
    captions: Captions,
    width: float,
    bandless: Collection[str] = (),
) -> None:
    """Put `spans` under the paragraph's lines; set all y positions and its height (without the gap).

    Those with uids in `bandless` have no band that others could stand on.
    """
    ordered = sorted(spans, key=innermost_first)
    y = 0.0
    for line in paragraph.lines:
        near = [span for span in ordered if span.start < line.visible_end and span.end > line.start]
        if near != line.spans:
            _put_under(paragraph, line, near, metrics, captions, width)
            if bandless:
                _mark_nesting([one for one in reversed(line.fragments) if one.span.uid not in bandless])
        y = _set_heights(line, y, metrics)
    if paragraph.start == paragraph.end:
        y = paragraph.lines[0].text_bottom = paragraph.lines[0].bottom = metrics.empty_height
        paragraph.lines[0].text_top = 0.0
    paragraph.height = y
    paragraph.is_placed = True


def _put_under(
    paragraph: LaidParagraph,
    line: LaidLine,
    spans: list[Span],
    metrics: Metrics,
    captions: Captions,
    width: float,
) -> None:
    """Make a line's fragments; done only for lines whose spans are others than before."""
    line.spans = spans
    line.fragments, line.hidden = _fragments(paragraph, line, spans)
    line.rows = 1 + max((fragment.row for fragment in line.fragments), default=-1)
    if metrics.captions_shown:
        _caption_rows(line.fragments, captions, width + metrics.margin - 4)


def _fragments(
    paragraph: LaidParagraph, line: LaidLine, spans: Sequence[Span]
) -> tuple[list[Fragment], list[Span]]:
    intervals = [(max(span.start, line.start), min(span.end, line.visible_end)) for span in spans]
    rows = assign_lanes(intervals, MOST_LANES)
    made, hidden = [], []
    for span, row in zip(spans, rows, strict=True):
        if row == HIDDEN:
            hidden.append(span)
            continue
        extents = _marked_extents(paragraph, line, span)
        if extents:
            begins, ends = span.start >= line.start, span.end <= line.end
            made.append(Fragment(span, row, extents, begins, ends))
    _mark_nesting(made)
    made.sort(key=lambda fragment: -fragment.row)
    return made, hidden


def _marked_extents(paragraph: LaidParagraph, line: LaidLine, span: Span) -> Extents:
    if span.parts is None:
        return paragraph.extents(line, span.start, span.end)
    return tuple(piece for start, end in span.parts for piece in paragraph.extents(line, start, end))


def _mark_nesting(fragments: Sequence[Fragment]) -> None:
    """Fragments come innermost first; each is looked at against those further out."""
    for place_, fragment in enumerate(fragments):
        span = fragment.span
        fragment.is_over_other = fragment.is_inside_same = False
        for outer in fragments[place_ + 1 :]:
            other = outer.span
            if outer.row > fragment.row and overlap(span.start, span.end, other.start, other.end):
                fragment.is_over_other = True
                holds = contains(other.start, other.end, span.start, span.end)
                fragment.is_inside_same |= holds and other.label == span.label


def _caption_rows(fragments: Sequence[Fragment], captions: Captions, right_edge: float) -> None:
    limits: dict[int, float] = {}
    for fragment in sorted(fragments, key=lambda one: -one.left):
        room = limits.get(fragment.row, right_edge + _CAPTION_GAP) - _CAPTION_GAP - fragment.left
        limits[fragment.row] = fragment.left
        if fragment.begins:
            fragment.caption = captions.fit(fragment.span, room)
        elif fragment.right - fragment.left >= _CONTINUATION_LEAST:
            fragment.caption = captions.fit_continuation(fragment.span, room)
        else:
            fragment.caption = None


def _set_heights(line: LaidLine, y: float, metrics: Metrics) -> float:
    """Set the line's y positions from `y` on; where the next line begins.

    A line with a taller fallback font (Arabic, emoji) gets the room that needs, on its own baseline.
    """
    ascent = max(metrics.ascent, _whole(line.qline.ascent(), metrics.ratio))
    descent = max(metrics.descent, _whole(line.qline.descent(), metrics.ratio))
    line.top = y
    line.text_top = y + metrics.over(line.rows)
    line.text_bottom = line.text_top + ascent + descent
    line.qline.setPosition(QPointF(0, line.text_top + ascent - line.qline.ascent()))
    line.bottom = line.text_bottom + metrics.under(line.rows + bool(line.hidden))
    return line.bottom


def _whole(length: float, ratio: float) -> float:
    return math.ceil(length * ratio - 0.25) / ratio
