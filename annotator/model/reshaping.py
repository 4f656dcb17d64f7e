"""Spans taken apart, put together, and moved in or out by a level of nesting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced
from annotator.model.identity import new_uid
from annotator.text import snapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.changes import Change
    from annotator.model.span import Parts, Span

Stretch = tuple[int, int]


def split(text: str, span: Span, place: int) -> tuple[Change, ...] | None:
    """The changes that make two spans of one at a place; what parts them (blanks, marks) goes to neither.

    The first half keeps uid and note, both keep label and flags. None when nothing would be left on a side.
    """
    first, second = _part(text, span, span.start, place), _part(text, span, place, span.end)
    if first is None or second is None:
        return None
    new = replace(second, uid=new_uid(), note="")
    return SpanReplaced(span, first), SpanAdded(new)


def _part(text: str, span: Span, low: int, high: int) -> Span | None:
    """What is left of a span within [low, high)."""
    stretches = []
    for start, end in span.parts or ((span.start, span.end),):
        cut = (max(start, low), min(end, high))
        kept = snapping.trim(text, *cut) if cut[0] < cut[1] else None
        if kept is not None:
            stretches.append((max(kept[0], cut[0]), min(kept[1], cut[1])))
    if not stretches:
        return None
    parts: Parts | None = tuple(stretches) if len(stretches) > 1 else None
    return replace(span, start=stretches[0][0], end=stretches[-1][1], parts=parts)


def join(spans: Sequence[Span]) -> tuple[Change, ...]:
    """The changes that make one span of several of one label, over all that lies between them.

    The first one given keeps its uid; notes are put together, flags too.
    """
    kept = spans[0]
    in_order = sorted(spans, key=lambda span: (span.start, span.end))
    joined = replace(
        kept,
        start=in_order[0].start,
        end=max(span.end for span in spans),
        note="\n".join(dict.fromkeys(span.note for span in in_order if span.note)),
        flags=tuple(sorted({flag for span in spans for flag in span.flags})),
        parts=None,
    )
    removed = tuple(SpanRemoved(span) for span in spans[1:])
    return (*removed, SpanReplaced(kept, joined))


def outwards(span: Span, others: Iterable[Span]) -> Stretch | None:
    """The range of a span one level further out, or None when nothing is around it.

    Over the neighbour it crosses, so that it holds it wholly; else to the range of the smallest one around.
    """
    others = list(others)
    crossed = [other for other in others if _cross(span, other)]
    if crossed:
        nearest = min(crossed, key=lambda other: other.end - other.start)
        return min(span.start, nearest.start), max(span.end, nearest.end)
    around = [other for other in others if _holds(other, span)]
    if not around:
        return None
    smallest = min(around, key=lambda other: other.end - other.start)
    return smallest.start, smallest.end


def inwards(span: Span, others: Iterable[Span]) -> Stretch | None:
    """The range of a span one level further in, or None when nothing is inside it.

    Into the neighbour it crosses, to what both share; else to the range of the largest span inside it.
    """
    others = list(others)
    crossed = [other for other in others if _cross(span, other)]
    if crossed:
        nearest = min(crossed, key=lambda other: other.end - other.start)
        return max(span.start, nearest.start), min(span.end, nearest.end)
    inside = [other for other in others if _holds(span, other)]
    if not inside:
        return None
    largest = max(inside, key=lambda other: other.end - other.start)
    return largest.start, largest.end


def enclosing(span: Span, others: Iterable[Span]) -> Span | None:
    """The smallest span around another one, or None."""
    around = [other for other in others if _holds(other, span)]
    return min(around, key=lambda other: other.end - other.start, default=None)


def enclosed(span: Span, others: Iterable[Span]) -> Span | None:
    """The largest span inside another one, the first of them, or None."""
    inside = [other for other in others if _holds(span, other)]
    return max(inside, key=lambda other: (other.end - other.start, -other.start), default=None)


def _holds(outer: Span, inner: Span) -> bool:
    is_within = outer.start <= inner.start and inner.end <= outer.end
    return is_within and (outer.start, outer.end) != (inner.start, inner.end)


def _cross(one: Span, other: Span) -> bool:
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end
