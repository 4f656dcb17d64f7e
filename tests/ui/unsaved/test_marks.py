from __future__ import annotations

from dataclasses import replace

from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.span import Span
from annotator.ui.meanwhile import Unsaved
from annotator.ui.unsaved.marks import ALL_SAVED, NotSaved, not_saved

SPAN = Span("s", 0, 3, "label")
OTHER = replace(SPAN, label="other")


def _step(*changes: object) -> Unsaved:
    return Unsaved("d", changes, None, "a")  # type: ignore[arg-type]


def test_nothing_waits_nothing_is_marked() -> None:
    assert not_saved([]) == ALL_SAVED


def test_new_and_changed_spans_are_marked() -> None:
    assert not_saved([_step(SpanAdded(SPAN))]).marked == {"s"}
    assert not_saved([_step(SpanReplaced(SPAN, OTHER))]) == NotSaved(frozenset({"s"}))


def test_a_span_of_the_library_that_was_removed_is_remembered_as_it_is_there() -> None:
    steps = [_step(SpanReplaced(SPAN, OTHER)), _step(SpanRemoved(OTHER))]
    assert not_saved(steps) == NotSaved(gone=(SPAN,))


def test_what_came_and_went_again_leaves_nothing_behind() -> None:
    assert not_saved([_step(SpanAdded(SPAN)), _step(SpanRemoved(SPAN))]) == ALL_SAVED


def test_what_went_and_came_back_is_marked_only() -> None:
    steps = [_step(SpanRemoved(SPAN)), _step(SpanAdded(SPAN))]
    assert not_saved(steps) == NotSaved(frozenset({"s"}))


def test_a_status_counts_too() -> None:
    assert not_saved([_step(StatusChanged(Status.NEW, Status.DONE))]).is_status
