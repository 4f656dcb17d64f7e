"""What becomes of nested, crossing and equal spans where each token has one tag a column.

The rules are those of the command line's contract: outermost keeps spans inside no other, innermost those
that hold no other; of equal ranges and of crossing spans the earlier start stays, then the longer, then the
label that comes first in the label set.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.formats.unnamed import MARKED_TWICE
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.formats.base import OutgoingSpan
    from annotator.messages import Message
    from annotator.model.label import Label

    Columns = list[list[OutgoingSpan]]
    Dropped = list[tuple[OutgoingSpan, Message]]

POLICIES: Final = ("outermost", "innermost", "levels", "per-label", "refuse")

_INSIDE: Final = say("It lies inside another span, and the file keeps the outermost.")
_HOLDS: Final = say("It holds another span, and the file keeps the innermost.")
_EQUAL: Final = say("It covers the same words as another span, whose label comes first.")
_CROSSES: Final = say("It crosses a span that begins earlier.")
_INSIDE_OWN: Final = say(
    "It lies inside a span of the same label, and the column of that label keeps the outermost."
)
_CROSSES_OWN: Final = say("It crosses a span of the same label that begins earlier.")


class LabelOrder(dict[str, int]):
    """Label name -> place in the label set; labels met outside it come after."""

    @classmethod
    def of(cls, labels: Iterable[Label]) -> LabelOrder:
        """The places of a label set."""
        return cls((label.name, place) for place, label in enumerate(labels))

    def __missing__(self, name: str) -> int:
        self[name] = len(self)
        return self[name]


class OverlapError(UserError):
    """Two spans overlap where that is refused.

    Attributes:
        first: the one that begins earlier.
        second: the other one.
    """

    def __init__(self, first: OutgoingSpan, second: OutgoingSpan) -> None:
        super().__init__(
            say(
                "The spans {a}–{b} ({first}) and {c}–{d} ({second}) overlap, and “refuse” was chosen for "
                "such spans. Nothing was written.",
                a=first.start,
                b=first.end,
                first=first.label,
                c=second.start,
                d=second.end,
                second=second.label,
            )
        )
        self.first = first
        self.second = second


def columns_of(
    spans: Sequence[OutgoingSpan], policy: str, labels: Mapping[str, int]
) -> tuple[Columns, Dropped]:
    """The spans of each column, in order and not overlapping, and those that found no place, each with why.

    Args:
        spans: of one document, in any order.
        policy: one of `POLICIES`.
        labels: name -> place in the label set; its length is the number of columns for "per-label".

    Raises:
        OverlapError: the policy is "refuse" and spans overlap.
    """
    ordered = sorted(spans, key=lambda span: (span[0], -span[1], labels[span[2]]))
    if policy == "per-label":
        return _per_label(ordered, labels)
    if not _overlap_anywhere(ordered):
        return [ordered], []
    if policy == "refuse":
        raise OverlapError(*next(each for each in itertools.pairwise(ordered) if each[1][0] < each[0][1]))
    single, dropped = _without_repeats(ordered)
    if policy == "levels":
        return _levels(single), dropped
    kept, out = (_innermost if policy == "innermost" else _outermost)(single)
    column, conflicts = _without_conflicts(kept)
    return [column], dropped + out + conflicts


def _overlap_anywhere(ordered: Sequence[OutgoingSpan]) -> bool:
    reached = 0
    for span in ordered:
        if span[0] < reached:
            return True
        reached = span[1]
    return False


def _without_repeats(ordered: Sequence[OutgoingSpan]) -> tuple[list[OutgoingSpan], Dropped]:
    single: list[OutgoingSpan] = []
    dropped: Dropped = []
    for span in ordered:
        if single and single[-1][:3] == span[:3]:
            dropped.append((span, MARKED_TWICE))
        else:
            single.append(span)
    return single, dropped


def _outermost(ordered: Sequence[OutgoingSpan]) -> tuple[list[OutgoingSpan], Dropped]:
    kept: list[OutgoingSpan] = []
    dropped: Dropped = []
    reached = -1
    holder = (-1, -1)
    for span in ordered:
        if reached >= span.end and holder != (span.start, span.end):
            dropped.append((span, _INSIDE))
        else:
            kept.append(span)
        if span.end > reached:
            reached, holder = span.end, (span.start, span.end)
    return kept, dropped


def _innermost(ordered: Sequence[OutgoingSpan]) -> tuple[list[OutgoingSpan], Dropped]:
    kept: list[OutgoingSpan] = []
    dropped: Dropped = []
    nearest: tuple[int, int] | None = None
    for span in reversed(ordered):
        if nearest is not None and nearest[0] <= span.end and nearest != (span.end, span.start):
            dropped.append((span, _HOLDS))
        else:
            kept.append(span)
        if nearest is None or span.end < nearest[0]:
            nearest = (span.end, span.start)
    return kept[::-1], dropped[::-1]


def _without_conflicts(ordered: Sequence[OutgoingSpan]) -> tuple[list[OutgoingSpan], Dropped]:
    kept: list[OutgoingSpan] = []
    dropped: Dropped = []
    for span in ordered:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif kept[-1][:2] == span[:2]:
            dropped.append((span, _EQUAL))
        else:
            dropped.append((span, _CROSSES))
    return kept, dropped


def _levels(ordered: Sequence[OutgoingSpan]) -> Columns:
    """Every span in the first column that is free and stands behind the columns of all spans around it."""
    columns: Columns = []
    around: list[tuple[int, int]] = []  # (end, column) of spans that may hold the next ones
    for span in ordered:
        around = [(end, column) for end, column in around if end > span.start]
        place = max((column + 1 for end, column in around if end >= span.end), default=0)
        while place < len(columns) and columns[place][-1].end > span.start:
            place += 1
        if place == len(columns):
            columns.append([])
        columns[place].append(span)
        around.append((span.end, place))
    return columns


def _per_label(ordered: Sequence[OutgoingSpan], labels: Mapping[str, int]) -> tuple[Columns, Dropped]:
    columns: Columns = []
    dropped: Dropped = []
    by_label: dict[str, list[OutgoingSpan]] = {
        label: [] for label in sorted(labels, key=lambda name: labels[name])
    }
    for span in ordered:
        by_label[span.label].append(span)
    for own in by_label.values():
        single, repeats = _without_repeats(own)
        kept, out = _outermost(single)
        column, conflicts = _without_conflicts(kept)
        columns.append(column)
        dropped += repeats
        dropped += [(span, _INSIDE_OWN) for span, _ in out]
        dropped += [(span, _CROSSES_OWN) for span, _ in conflicts]
    return columns, dropped
