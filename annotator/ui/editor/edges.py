"""Moving one edge of a stretch by a word or a character, and what that makes of a span."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from annotator.text import segment, snapping

if TYPE_CHECKING:
    from annotator.model.span import Parts, Span

Edge = Literal["start", "end"]
Unit = Literal["word", "character"]


def moved_edge(text: str, start: int, end: int, edge: Edge, unit: Unit, *, outwards: bool) -> tuple[int, int]:
    """[start, end) with one edge moved; unchanged where it cannot go.

    Args:
        text: the stored text.
        start: first position.
        end: position after the last one; start < end.
        edge: which of them moves.
        unit: by a word (onto a word's border) or by a visible character.
        outwards: away from the other edge, or towards it.
    """
    if unit == "character":
        moved = _by_character(text, start, end, edge, outwards=outwards)
    elif outwards:
        moved = (
            (segment.word_start_before(text, start), end)
            if edge == "start"
            else (start, segment.word_end_after(text, end))
        )
    else:
        moved = _narrower_by_word(text, start, end, edge)
    return moved if moved[0] < moved[1] else (start, end)


def with_edges(span: Span, start: int, end: int) -> Span | None:
    """The span with other edges, or None when that is none (or a part of it would be empty)."""
    if start >= end:
        return None
    if span.parts is None:
        return replace(span, start=start, end=end)
    parts: Parts = ((start, span.parts[0][1]), *span.parts[1:-1], (span.parts[-1][0], end))
    if any(first >= last for first, last in parts):
        return None
    return replace(span, start=start, end=end, parts=parts)


def _by_character(text: str, start: int, end: int, edge: Edge, *, outwards: bool) -> tuple[int, int]:
    if edge == "start":
        step = segment.previous_grapheme if outwards else segment.next_grapheme
        return step(text, start), end
    step = segment.next_grapheme if outwards else segment.previous_grapheme
    return start, step(text, end)


def _narrower_by_word(text: str, start: int, end: int, edge: Edge) -> tuple[int, int]:
    """Without the first or the last word, nor the blanks and marks beside it."""
    if edge == "start":
        rest = (segment.word_start_after(text, start), end)
    else:
        rest = (start, segment.word_start_before(text, end))
    if rest[0] >= rest[1] or rest == (start, end):
        return start, end
    trimmed = snapping.trim(text, *rest)
    if trimmed is None:
        return start, end
    return (trimmed[0], end) if edge == "start" else (start, trimmed[1])
