"""Rows of the span list: spans, and headings over those of one label or the same words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.model.label import Label
    from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One line of the span list.

    Attributes:
        words: the words marked, on one line, cut after 300 code points.
        label: None when the label set does not (yet) hold it.
        depth: how many spans hold this one, in reading order; 1 under a heading of words, else 0.
    """

    span: Span
    words: str
    label: Label | None
    depth: int = 0

    @property
    def key(self) -> str:
        """What tells this row from the others."""
        return self.span.uid


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading.

    Attributes:
        words: the label's name, or the words that all rows below it mark.
        label: of a heading of a label.
        count: how many rows are below it.
    """

    words: str
    label: Label | None
    count: int

    @property
    def key(self) -> str:
        """What tells this row from the others; no uid looks like it."""
        return f"group {self.label.uid if self.label else self.words}"


Row = SpanRow | GroupRow


def by_label(rows: Sequence[SpanRow], last: int) -> Iterator[Row]:
    """Rows in the label set's order under a heading for each label; unknown labels at place `last`."""

    def place(row: SpanRow) -> tuple[int, str]:
        return (row.label.position, row.label.uid) if row.label else (last, "")

    for _, together in groupby(sorted(rows, key=place), key=place):
        group = list(together)
        yield GroupRow(group[0].label.name if group[0].label else "–", group[0].label, len(group))
        yield from group


def by_words(rows: Sequence[SpanRow]) -> Iterator[Row]:
    """Rows in the order of their words; equal ones, without regard to case, under a heading."""

    def words(row: SpanRow) -> str:
        return row.words.casefold()

    for _, together in groupby(sorted(rows, key=words), key=words):
        group = list(together)
        if len(group) == 1:
            yield group[0]
        else:
            yield GroupRow(group[0].words, None, len(group))
            yield from (replace(row, depth=1) for row in group)
