"""Rulings on what nobody marks any more: still told of, with their gold, and taken back."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.review import Difference, GoldRange, Premerge, Verdict


@pytest.fixture
def gone(two):
    """The edge on which An and Bình were apart was ruled on; then both took their spans away."""
    cluster = two.cluster(1)
    two.take(cluster, cluster.variants[0], reason="cả hai")
    for name in ("An", "Bình"):
        two.removes(name, 1)
    two.ruled = cluster.uid
    return two


def test_it_is_listed_as_the_decision_saw_it(gone):
    cluster = gone.cluster(1)
    assert [each.is_gone for each in gone.reviewed().clusters] == [False, True, False, False]
    assert (cluster.uid, cluster.difference, cluster.is_open) == (gone.ruled, Difference.BOUNDARY, False)
    assert [each.place for each in cluster.variants] == [(10, 24, gone.ORG, None), (10, 20, gone.ORG, None)]
    assert [each.annotators for each in cluster.variants] == [(), ()]
    assert cluster.decision.reason == "cả hai"
    assert [each.place for each in cluster.decision.gold] == gone.places()
    listed = [each.cluster.uid for each in gone.library.review.clusters(gone.corpus)]
    assert gone.ruled in listed


def test_taken_back_it_is_gone_with_its_gold(gone):
    left = gone.library.review.take_back(gone.ruled, gone.uid).value
    assert left.decision is None
    assert gone.places() == []
    assert gone.ruled not in [each.uid for each in gone.reviewed().clusters]
    gone.library.history.undo()
    assert gone.cluster(1).uid == gone.ruled
    assert gone.library.checking.check().sound


def test_it_may_be_ruled_otherwise(gone):
    gone.rule(gone.cluster(1), Verdict.TAKE, GoldRange(10, 24, gone.ORG))
    assert gone.places() == [(10, 24, gone.ORG, None)]
    gone.rule(gone.cluster(1), Verdict.REJECT)
    assert gone.places() == []
    with pytest.raises(UserError, match="no such difference"):
        gone.library.review.take_back(gone.ruled, gone.uid)


def test_marked_again_it_is_the_cluster_it_was(gone):
    gone.marks("An", (10, 24, gone.ORG))
    cluster = gone.cluster(1)
    assert (cluster.uid, cluster.is_gone, cluster.difference) == (gone.ruled, False, Difference.MISSING)
    assert cluster.decision is not None


def test_what_gave_nothing_to_gold_is_not_listed(two):
    two.rule(two.cluster(1), Verdict.REJECT)
    for name in ("An", "Bình"):
        two.removes(name, 1)
    assert not any(each.is_gone for each in two.reviewed().clusters)


def test_among_some_of_the_people_nothing_can_be_said_to_be_gone(gone):
    gone.marks("Chi", (0, 4, gone.PERSON))
    cluster = gone.cluster(2)
    assert cluster.difference is Difference.LABEL or cluster.difference is Difference.MISSING
    assert not any(each.is_gone for each in gone.reviewed("An", "Chi").clusters)


def test_it_is_neither_open_nor_taken_at_once(gone):
    before = gone.places()
    done = gone.library.review.premerge(gone.corpus, Premerge.MAJORITY).value
    assert (done.clusters, done.open) == (1, 2)
    assert set(before) < set(gone.places())
    figures = gone.library.review.figures_of([gone.uid])[gone.uid]
    assert (figures.settled, len(figures.open)) == (1, 2)


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((10, 20, "PERSON"), (10, 20, "ORG"), Difference.LABEL),
        ((10, 20, "PERSON"), (10, 24, "ORG"), Difference.BOTH),
        ((10, 20, "ORG"), None, Difference.MISSING),
        ((10, 20, "ORG"), (10, 20, "ORG"), Difference.AGREE),
    ],
)
def test_the_class_is_that_of_what_was_seen(made, one, other, difference):
    for name, mark in (("An", one), ("Bình", other)):
        made.marks(name, (0, 4, made.PERSON))
        if mark:
            made.marks(name, (*mark[:2], getattr(made, mark[2])))
    cluster = made.cluster(1)
    assert cluster.difference is difference
    made.take(cluster, cluster.variants[0])
    for name, mark in (("An", one), ("Bình", other)):
        if mark:
            made.removes(name, 1)
    assert made.cluster(1).is_gone
    assert made.cluster(1).difference is difference
