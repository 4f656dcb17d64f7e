"""What nobody marks any more, in the list of Compare: told of with its gold, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model.changes import SpanRemoved
from annotator.model.review import Difference, GoldRange, Ruling, Verdict

if TYPE_CHECKING:
    from annotator.model.review import Cluster
    from annotator.services.library import Library
    from annotator.ui.review.compare.page import ComparePage


@pytest.fixture
def gone(page: ComparePage, library: Library) -> Cluster:
    """A cluster that was ruled on, and in which nobody marks anything any more."""
    reviewed = page.deciding.reviewed
    assert reviewed is not None
    cluster = next(each for each in reviewed.clusters if each.difference is Difference.LABEL)
    taken = GoldRange(*cluster.variants[0].place[:3])
    library.review.decide(Ruling(cluster.document, cluster.uid, Verdict.TAKE, (taken,)))
    for variant in cluster.variants:
        for vote in variant.votes:
            change = (SpanRemoved(vote.span),)
            library.annotating.apply(cluster.document, change, annotator_uid=vote.annotator)
    page.deciding.reread()
    return cluster


def test_it_stands_among_what_is_settled_and_says_so(page: ComparePage, gone: Cluster) -> None:
    model = page.list.model
    place = model.row_of(gone.uid)
    assert place is not None
    assert place > model.uids().index(gone.uid)  # below the heading of what is settled
    row = model._rows[place]
    assert (row.says, row.votes, row.is_open) == ("nobody marks it any more", "0/3", False)
    page.acting.go_to(gone.uid)
    assert page.panel.state.text().startswith("Nobody marks it any more")
    assert len(page.panel.cards) == 2


def test_taken_back_it_goes_with_its_gold_and_the_next_one_is_current(
    page: ComparePage, library: Library, gone: Cluster
) -> None:
    before = library.review.document(gone.document)
    page.acting.go_to(gone.uid)
    page.handlers()["review.take_back"]()
    assert page.list.model.row_of(gone.uid) is None
    after = library.review.document(gone.document)
    assert len(after.gold) == len(before.gold) - 1
    assert page.deciding.reviewed is not None
    assert page.deciding.reviewed.gold == after.gold
    order = [each.uid for each in before.clusters]
    assert page.deciding.current == order[order.index(gone.uid) + 1]
    page.handlers()["review.next"]()
    assert page.deciding.cluster is not None
