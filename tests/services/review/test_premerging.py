"""What goes into gold without a look, and what never does; finishing documents."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.changes import StatusChanged
from annotator.model.document import Status
from annotator.model.review import Premerge, Verdict


def _verdicts(made, document=None):
    clusters = made.reviewed(document=document).clusters
    return [None if each.decision is None else each.decision.verdict for each in clusters]


@pytest.fixture
def three(two):
    """Chi joins An and Bình: the edge and the label get a majority."""
    two.marks("Chi", (0, 4, two.PERSON), (10, 20, two.ORG), (30, 35, two.POSITION))
    return two


def test_only_what_all_agree_on_is_taken(three):
    done = three.library.review.premerge(three.corpus).value
    assert (done.clusters, done.documents, done.open) == (1, 1, 3)
    assert _verdicts(three) == [Verdict.TAKE, None, None, None]
    decision = three.cluster(0).decision
    assert decision.source == "premerge:unanimous"
    assert three.places() == [(0, 4, three.PERSON, None)]
    assert three.reviewed().gold_status is Status.IN_PROGRESS


def test_a_majority_is_taken_by_wish(three):
    done = three.library.review.premerge([three.uid], Premerge.MAJORITY).value
    assert (done.clusters, done.open) == (3, 1)
    assert _verdicts(three) == [Verdict.TAKE, Verdict.TAKE, Verdict.TAKE, None]
    sources = [each.decision.source for each in three.reviewed().clusters if each.decision]
    assert sources == ["premerge:unanimous", "premerge:majority", "premerge:majority"]
    assert three.places() == [
        (0, 4, three.PERSON, None),
        (10, 20, three.ORG, None),
        (30, 35, three.POSITION, None),
    ]


def test_half_is_no_majority(two):
    assert two.library.review.premerge(two.corpus, Premerge.MAJORITY).value.clusters == 1


def test_what_has_a_verdict_is_never_touched(three):
    for place, verdict in ((0, Verdict.REJECT), (1, Verdict.DEFER)):
        three.rule(three.cluster(place), verdict)
    three.library.review.premerge(three.corpus, Premerge.MAJORITY)
    assert _verdicts(three) == [Verdict.REJECT, Verdict.DEFER, Verdict.TAKE, None]
    again = three.library.review.premerge(three.corpus, Premerge.MAJORITY)
    assert again.step is None
    assert again.value.clusters == 0


def test_it_is_one_step_over_all_documents(three):
    other = three.document("Bà Lê Thị Hoa ở Huế.", "Bài hai")
    for name in ("An", "Bình"):
        three.marks(name, (3, 13, three.PERSON))
    steps = three.library.history.total()
    done = three.library.review.premerge(three.corpus).value
    assert (done.clusters, done.documents) == (2, 2)
    assert three.library.history.total() == steps + 1
    assert three.places(other) == [(3, 13, three.PERSON, None)]
    three.library.history.undo()
    assert three.reviewed().gold_status is None
    assert three.places(other) == []


def test_closing_finishes_what_has_no_open_difference(three):
    agreeing = three.document("Bà Lê Thị Hoa ở Huế.", "Bài hai")
    empty = three.document("Trời đẹp.", "Bài ba")
    alone = three.document("Ông Lê Văn Hà.", "Bài bốn")
    for name in ("An", "Bình"):
        three.marks(name, (3, 13, three.PERSON), document=agreeing)
        three.looks(name, empty)
    three.marks("An", (4, 13, three.PERSON), document=alone)
    done = three.library.review.close_agreeing(three.corpus)
    assert (done.value.finished, done.value.open) == (2, 3)
    status = {uid: three.reviewed(document=uid).gold_status for uid in (agreeing, empty, alone)}
    assert status == {agreeing: Status.DONE, empty: Status.DONE, alone: None}
    assert three.library.review.close_agreeing(three.corpus).step is None


def test_closing_leaves_documents_on_which_somebody_is_not_done(three):
    first = three.uid
    waiting = three.document("Trời đẹp.", "Bài ba")
    for name in ("An", "Bình"):
        three.looks(name, waiting)
    done = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
    three.library.annotating.apply(waiting, done, annotator_uid=three.who("An"))
    assert three.library.review.close_agreeing(three.corpus).value.finished == 0
    assert three.reviewed(document=waiting).gold_status is None
    three.library.annotating.apply(waiting, done, annotator_uid=three.who("Bình"))
    assert three.library.review.close_agreeing(three.corpus).value.finished == 1
    assert three.reviewed(document=first).gold_status is Status.IN_PROGRESS


def test_finishing_takes_what_all_agree_on(three):
    first = next(iter(three.library.documents.listing(three.corpus))).uid
    done = three.library.review.finish(first).value
    assert (done.clusters, done.open) == (1, 3)
    assert three.reviewed(document=first).gold_status is Status.DONE
    assert three.library.review.finish(first).step is None
    three.rule(three.cluster(1, first), Verdict.REJECT)
    assert three.reviewed(document=first).gold_status is Status.DONE
    three.library.review.reopen(first)
    assert three.reviewed(document=first).gold_status is Status.IN_PROGRESS
    assert three.library.review.reopen(first).step is None


def test_a_document_nobody_compared_cannot_be_finished(made):
    with pytest.raises(UserError, match="fewer than two"):
        made.library.review.finish(made.uid)
    assert made.reviewed().gold_status is None


def test_a_label_that_is_not_in_the_set_is_left(three):
    three.library.labels.remove(three.PERSON, corpus=three.corpus, with_spans=True)
    assert three.library.review.premerge(three.corpus).value.clusters == 0
