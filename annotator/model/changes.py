"""What can happen to one layer of one document, and the single function that makes it happen.

`LayerState` is the open document in memory. View, services and the replay of the log all go through
`LayerState.apply`, so that what is painted before the disk answers is what the library accepts afterwards.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.span import FLAGS, Span, reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class SpanAdded:
    """A span came into the layer."""

    span: Span

    def inverse(self) -> SpanRemoved:
        """The change that takes this one back."""
        return SpanRemoved(self.span)


@dataclass(frozen=True, slots=True)
class SpanRemoved:
    """A span left the layer; it is named whole, so that the change can be taken back."""

    span: Span

    def inverse(self) -> SpanAdded:
        """The change that takes this one back."""
        return SpanAdded(self.span)


@dataclass(frozen=True, slots=True)
class SpanReplaced:
    """A span changed its range, label, note or flags; `before` and `after` share the uid."""

    before: Span
    after: Span

    def inverse(self) -> SpanReplaced:
        """The change that takes this one back."""
        return SpanReplaced(self.after, self.before)


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """The layer's status changed."""

    before: Status
    after: Status

    def inverse(self) -> StatusChanged:
        """The change that takes this one back."""
        return StatusChanged(self.after, self.before)


Change = SpanAdded | SpanRemoved | SpanReplaced | StatusChanged


def inverse_of(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take `changes` back, in the order in which to apply them."""
    return tuple(change.inverse() for change in reversed(tuple(changes)))


def check_range(span: Span, length: int) -> None:
    """Refuse a span that is no stretch of a text of `length` code points.

    Raises:
        UserError: range, parts or flags are not possible; the sentence says which.
    """
    if not 0 <= span.start < span.end <= length:
        raise UserError(
            say(
                "A span from {start} to {end} does not fit a text of {length} characters: it needs "
                "0 ≤ start < end ≤ {length}.",
                start=span.start,
                end=span.end,
                length=length,
            )
        )
    if span.parts is not None and not _parts_fit(span):
        raise UserError(
            say(
                "The parts of the span {start}–{end} must be two or more stretches in order, not touching, "
                "that begin and end where the span does.",
                start=span.start,
                end=span.end,
            )
        )
    if tuple(sorted(set(span.flags) & set(FLAGS))) != span.flags:
        flags, known = ", ".join(span.flags), ", ".join(FLAGS)
        raise UserError(say("Unknown flag among {flags}: a span can be {known}.", flags=flags, known=known))


def _parts_fit(span: Span) -> bool:
    parts = span.parts or ()
    if len(parts) < 2 or parts[0][0] != span.start or parts[-1][1] != span.end:
        return False
    edges = [edge for part in parts for edge in part]
    return all(left < right for left, right in pairwise(edges))


@dataclass(slots=True)
class LayerState:
    """One layer of one open document, kept in reading order.

    Attributes:
        length: code points of the document's text.
        status: the layer's status.
    """

    length: int
    status: Status = Status.NEW
    _by_uid: dict[str, Span] = field(default_factory=dict)
    _places: dict[tuple[object, ...], str] = field(default_factory=dict)
    _order: list[tuple[int, int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, length: int, spans: Iterable[Span], status: Status = Status.NEW) -> LayerState:
        """The state that holds `spans`, which must be sound (they come from the library)."""
        state = cls(length, status)
        for span in spans:
            state._by_uid[span.uid] = span
            state._places[span.place] = span.uid
        state._order = sorted(reading_order(span) for span in state._by_uid.values())
        return state

    def __len__(self) -> int:
        return len(self._by_uid)

    def get(self, uid: str) -> Span | None:
        """The span of that uid, or None."""
        return self._by_uid.get(uid)

    def at_place(self, span: Span) -> Span | None:
        """The span of the same range and label that the layer already holds, or None."""
        uid = self._places.get(span.place)
        return None if uid is None else self._by_uid[uid]

    def spans(self) -> list[Span]:
        """All spans in reading order."""
        return [self._by_uid[key[2]] for key in self._order]

    def next_after(self, key: tuple[int, int, str]) -> Span | None:
        """The first span whose `reading_order` is greater than `key`, or None."""
        place = bisect_left(self._order, key)
        while place < len(self._order) and self._order[place] <= key:
            place += 1
        return self._by_uid[self._order[place][2]] if place < len(self._order) else None

    def previous_before(self, key: tuple[int, int, str]) -> Span | None:
        """The last span whose `reading_order` is less than `key`, or None."""
        place = bisect_left(self._order, key)
        return self._by_uid[self._order[place - 1][2]] if place else None

    def apply(self, change: Change) -> None:
        """Make the change.

        Raises:
            UserError: the change does not fit this state (range, a second equal span, a span that is
                not there or is there differently); the state is as before.
        """
        match change:
            case SpanAdded(span):
                self._check_new(span, replacing=None)
                self._insert(span)
            case SpanRemoved(span):
                self._check_held(span)
                self._drop(span)
            case SpanReplaced(before, after):
                self._check_held(before)
                self._check_new(after, replacing=before)
                self._drop(before)
                self._insert(after)
            case StatusChanged(_, after):
                self.status = after

    def _check_held(self, span: Span) -> None:
        if self._by_uid.get(span.uid) != span:
            raise UserError(
                say(
                    "The span {start}–{end} is no longer as it was; the document is shown anew.",
                    start=span.start,
                    end=span.end,
                )
            )

    def _check_new(self, span: Span, replacing: Span | None) -> None:
        check_range(span, self.length)
        holder = self._places.get(span.place)
        if holder is not None and (replacing is None or holder != replacing.uid):
            raise UserError(
                say("These words already have this label ({start}–{end}).", start=span.start, end=span.end)
            )
        if replacing is None and span.uid in self._by_uid:
            raise UserError(say("A span with the uid {uid} is there already.", uid=span.uid))

    def _insert(self, span: Span) -> None:
        self._by_uid[span.uid] = span
        self._places[span.place] = span.uid
        insort(self._order, reading_order(span))

    def _drop(self, span: Span) -> None:
        del self._by_uid[span.uid]
        del self._places[span.place]
        del self._order[bisect_left(self._order, reading_order(span))]


def apply_fitting(state: LayerState, changes: Iterable[Change]) -> bool:
    """Make all of a step's changes, or none when one does not fit; whether they were made."""
    made: list[Change] = []
    status = state.status
    try:
        for change in changes:
            state.apply(change)
            made.append(change)
    except UserError:
        for change in inverse_of(made):
            state.apply(change)
        state.status = status
        return False
    return True
