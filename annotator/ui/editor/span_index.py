"""Which spans touch a stretch of text."""

from __future__ import annotations

from bisect import bisect_left, insort
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from annotator.model.span import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.span import Span

LONGEST: Final = 4000
"""A longer span goes to a side list that is looked through for each stretch."""

START: Final = attrgetter("start")


class SpanIndex:
    """The spans of a document in reading order, with those that are long kept apart."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Take spans that are in reading order already, as `LayerState.spans` gives them."""
        self._all = list(spans)
        self._long = [span for span in self._all if span.end - span.start > LONGEST]

    def __len__(self) -> int:
        return len(self._all)

    def in_order(self) -> list[Span]:
        """All spans in reading order; for reading only."""
        return self._all

    def add(self, span: Span) -> None:
        """Enter a span."""
        insort(self._all, span, key=reading_order)
        if span.end - span.start > LONGEST:
            self._long.append(span)

    def remove(self, span: Span) -> None:
        """Take a span out.

        Raises:
            ValueError: it was not there.
        """
        place = bisect_left(self._all, reading_order(span), key=reading_order)
        if place == len(self._all) or self._all[place] != span:
            raise ValueError(span)
        del self._all[place]
        if span.end - span.start > LONGEST:
            self._long.remove(span)

    def over(self, start: int, end: int) -> list[Span]:
        """All spans that overlap [start, end), in no order."""
        first = bisect_left(self._all, start - LONGEST, key=START)
        last = bisect_left(self._all, end, key=START)
        near = [span for span in self._all[first:last] if span.end > start]
        if not self._long:
            return near
        far = [span for span in self._long if span.start < start - LONGEST and span.end > start]
        return near + far


def innermost_first(span: Span) -> tuple[int, int, str]:
    """Sort key: the shorter first, then by place."""
    return (span.end - span.start, span.start, span.uid)
