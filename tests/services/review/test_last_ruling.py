"""What undoing takes back first while somebody compares."""

from __future__ import annotations

import pytest

from annotator.model.review import GoldRange, Verdict


@pytest.fixture
def ruled(two):
    """What all agree on taken in the first document, a ruling there, then the second document opened."""
    review = two.library.review
    two.first, two.second = two.uid, _agreeing(two)
    review.premerge([two.first])
    cluster = two.cluster(1, two.first)
    two.take(cluster, cluster.variants[0])
    review.premerge([two.second])
    return two


def _agreeing(two):
    document = two.document("Bà Lê Thị Hoa ở Huế.", "Bài hai")
    for name in ("An", "Bình"):
        two.marks(name, (3, 13, two.PERSON))
    return document


def _undone(two):
    done = two.library.history.undo(rulings_first=True).value
    return done.step.kind, done.document


def test_the_ruling_goes_before_what_opening_took(ruled):
    history = ruled.library.history
    assert history.next_undo().document == ruled.second
    assert history.next_undo(rulings_first=True).document == ruled.first
    assert _undone(ruled) == ("decide", ruled.first)
    assert ruled.places(ruled.first) == [(0, 4, ruled.PERSON, None)]
    assert ruled.places(ruled.second) == [(3, 13, ruled.PERSON, None)]
    assert ruled.library.checking.check().sound


def test_redo_makes_it_again_and_undo_takes_that_back(ruled):
    before = ruled.places(ruled.first)
    _undone(ruled)
    ruled.library.history.redo()
    assert ruled.places(ruled.first) == before
    assert _undone(ruled)[1] == ruled.first
    assert ruled.places(ruled.first) == [(0, 4, ruled.PERSON, None)]


def test_the_line_ends_where_it_did(ruled):
    """In whatever order, all of it goes and comes back."""
    steps = [_undone(ruled)[0] for _ in range(3)]
    assert steps[0] == "decide"
    assert ruled.library.history.next_undo().kind == "annotate"
    assert ruled.places(ruled.first) == []
    for _ in steps:
        ruled.library.history.redo()
    assert len(ruled.places(ruled.first)) == 2
    assert len(ruled.places(ruled.second)) == 1
    assert ruled.library.checking.check().sound


def test_a_ruling_in_the_same_document_waits_for_its_turn(two):
    cluster = two.cluster(1)
    two.rule(cluster, Verdict.REJECT)
    two.library.review.premerge([two.uid])
    assert two.library.history.next_undo(rulings_first=True).kind == "premerge"


def test_the_ruling_with_which_gold_came_waits_for_its_turn(two):
    first, agreeing = two.cluster(1), _agreeing(two)
    two.rule(first, Verdict.TAKE, GoldRange(*first.variants[0].place[:3]))
    two.library.review.premerge([agreeing])
    assert two.library.history.next_undo(rulings_first=True).kind == "premerge"


def test_nothing_else_is_passed_by(ruled):
    ruled.library.review.finish(ruled.second)
    assert ruled.library.history.next_undo(rulings_first=True).kind == "review.finish"
