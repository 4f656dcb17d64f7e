"""Gold that is changed by hand: the decisions it came from follow, in the same step."""

from __future__ import annotations

from dataclasses import replace

from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced
from annotator.model.identity import new_uid
from annotator.model.review import GOLD_UID, Verdict
from annotator.model.span import Span


def _edit(made, *changes):
    return made.library.annotating.apply(made.uid, changes, annotator_uid=GOLD_UID)


def _ruled(made, place):
    decision = made.cluster(place).decision
    return None if decision is None else (decision.verdict, decision.source)


def test_taking_a_span_out_of_gold_is_a_rejection(two):
    two.take(two.cluster(1), two.cluster(1).variants[0])
    steps = two.library.history.total()
    _edit(two, SpanRemoved(two.reviewed().gold[0]))
    assert _ruled(two, 1) == (Verdict.REJECT, "gold")
    assert two.places() == []
    assert two.library.history.total() == steps + 1
    two.library.history.undo()
    assert _ruled(two, 1) == (Verdict.TAKE, "hand")
    assert len(two.places()) == 1


def test_removing_a_gold_span_by_its_uid_is_a_rejection(two):
    two.take(two.cluster(1), two.cluster(1).variants[0])
    two.library.annotating.remove([two.reviewed().gold[0].uid])
    assert _ruled(two, 1) == (Verdict.REJECT, "gold")
    assert two.library.checking.check().sound


def test_one_of_two_taken_out_leaves_the_other(two):
    two.take(two.cluster(1), *two.cluster(1).variants)
    first, second = two.reviewed().gold
    _edit(two, SpanRemoved(first))
    assert _ruled(two, 1) == (Verdict.TAKE, "gold")
    assert [gold.uid for gold in two.cluster(1).decision.gold] == [second.uid]


def test_moving_a_gold_span_makes_its_decision_an_edited_one(two):
    two.take(two.cluster(1), two.cluster(1).variants[0])
    span = two.reviewed().gold[0]
    _edit(two, SpanReplaced(span, replace(span, end=span.end + 1)))
    assert _ruled(two, 1) == (Verdict.TAKE_EDITED, "gold")
    again = two.take(two.cluster(1), two.cluster(1).variants[0])
    assert again.value.decision.verdict is Verdict.TAKE
    assert two.places() == [two.cluster(1).variants[0].place]


def test_a_note_on_a_gold_span_rules_nothing(two):
    two.take(two.cluster(1), two.cluster(1).variants[0])
    before = two.cluster(1).decision
    span = two.reviewed().gold[0]
    _edit(two, SpanReplaced(span, replace(span, note="sic")))
    assert two.cluster(1).decision == before


def test_gold_added_where_somebody_marked_is_a_taking(two):
    two.library.review.premerge(two.corpus)
    label = two.cluster(2).variants[0]
    _edit(two, SpanAdded(Span(new_uid(), *label.place[:3])))
    assert _ruled(two, 2) == (Verdict.TAKE, "gold")
    _edit(two, SpanAdded(Span(new_uid(), 60, 64, two.PERSON)))
    assert len(two.places()) == 3
    _edit(two, SpanRemoved(two.reviewed().gold[-1]))
    assert [_ruled(two, place) is None for place in range(4)] == [False, True, False, True]
