"""Rows of the span list: spans, and headings over those of one label or the same words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from annotator.model.label import Label
    from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One line of the span list.

    Attributes:
        words: the words marked, on one line, cut after 300 code points.
        label: None when the label set does not (yet) hold it.
        depth: how many spans hold this one, in reading order; 1 under a heading of words, else 0.
        is_unsaved: whether the library does not hold it as it is listed.
    """

    span: Span
    words: str
    label: Label | None
    depth: int = 0
    is_unsaved: bool = False


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


def by_label(spans: Iterable[Span], labels: Mapping[str, Label]) -> Iterator[tuple[Span | GroupRow, int]]:
    """Spans under a heading for each label, in the label set's order, with depths; unknown labels last."""
    groups: dict[str, list[Span]] = {}
    for span in spans:
        groups.setdefault(span.label if span.label in labels else "", []).append(span)

    def place(uid: str) -> tuple[int, str]:
        return (labels[uid].position, uid) if uid else (len(labels), "")

    for uid in sorted(groups, key=place):
        label = labels.get(uid)
        yield GroupRow(label.name if label else "–", label, len(groups[uid])), 0
        yield from ((span, 0) for span in groups[uid])


def by_words(spans: Iterable[Span], words: Callable[[Span], str]) -> Iterator[tuple[Span | GroupRow, int]]:
    """Spans in the order of their words, with depths; equal ones, case aside, under a heading."""
    groups: dict[str, list[Span]] = {}
    for span in spans:
        groups.setdefault(words(span).casefold(), []).append(span)
    for folded in sorted(groups):
        group = groups[folded]
        if len(group) > 1:
            yield GroupRow(words(group[0]), None, len(group)), 0
        yield from ((span, int(len(group) > 1)) for span in group)
