"""What goes into gold worked out beside the writer, while somebody goes on working."""

from __future__ import annotations

import pytest

from annotator.errors import Cancelled
from annotator.model.document import Status
from annotator.model.review import Premerge, Verdict
from annotator.services.review.planning import planned
from annotator.services.saving.job import stopped


@pytest.fixture
def round_(made):
    """Three documents on which An and Bình agree on one person each; on the first they also differ."""
    texts = ("Đồng chí Trần Văn Nam dự lễ.", "Bà Lê Thị Hoa ở Huế.", "Ông Lê Văn Hà ở Đà Lạt.")
    made.documents = [made.document(text, f"Bài {number}") for number, text in enumerate(texts)]
    for uid in made.documents:
        for name in ("An", "Bình"):
            made.marks(name, (3, 8, made.PERSON), document=uid)
    made.marks("An", (10, 13, made.ORG), document=made.documents[0])
    return made


def _meanwhile(round_, deed):
    """Let the writer do something of the person's first, as its queue would."""

    def in_writer(write):
        deed()
        return write()

    round_.library.review.serve_window(in_writer)


def _gold(round_):
    return [round_.places(uid) for uid in round_.documents]


def test_the_same_as_in_one_transaction(round_):
    seen = []
    steps = round_.library.history.total()
    done = round_.library.review.close_beside(round_.corpus, lambda *how_far: seen.append(how_far)).value
    assert (done.clusters, done.documents, done.finished, done.open) == (3, 3, 2, 1)
    assert round_.library.history.total() == steps + 1
    assert seen == [(3, 6), (6, 6)]
    beside = _gold(round_)
    assert beside == [[(3, 8, round_.PERSON, None)]] * 3
    assert [round_.reviewed(document=uid).gold_status for uid in round_.documents] == [
        Status.IN_PROGRESS,
        Status.DONE,
        Status.DONE,
    ]
    round_.library.history.undo()
    assert round_.library.review.close_agreeing(round_.corpus).value == done
    assert _gold(round_) == beside


def test_a_majority_is_taken_by_wish(round_):
    for name, end in (("Chi", 14), ("Bình", 13)):
        round_.marks(name, (10, end, round_.ORG), document=round_.documents[0])
    round_.marks("Chi", (3, 8, round_.PERSON), document=round_.documents[0])
    done = round_.library.review.premerge_beside([round_.documents[0]], Premerge.MAJORITY).value
    assert (done.clusters, done.open) == (2, 0)


def test_what_changed_meanwhile_is_worked_out_anew_and_nothing_else_is(round_, monkeypatch):
    changed, ruled, _ = round_.documents

    def meanwhile():
        round_.marks("An", (0, 2, round_.ORG), document=changed)
        round_.removes("Bình", 0, changed)
        round_.rule(round_.cluster(0, ruled), Verdict.REJECT)
        monkeypatch.setattr(
            "annotator.services.review.premerging.planned",
            lambda view, wanted, keys: anew.append(len(keys)) or planned(view, wanted, keys),
        )

    anew = []
    _meanwhile(round_, meanwhile)
    done = round_.library.review.close_beside(round_.corpus).value
    assert anew == [2]
    assert _gold(round_) == [[], [], [(3, 8, round_.PERSON, None)]]
    assert (done.clusters, done.documents, done.finished, done.open) == (1, 2, 2, 3)
    assert round_.cluster(0, ruled).decision.verdict is Verdict.REJECT


def test_a_label_that_counts_for_another_one_now_makes_all_be_worked_out_anew(round_):
    labels = round_.library.labels
    _meanwhile(round_, lambda: labels.merge(round_.PERSON, round_.ORG, corpus=round_.corpus))
    round_.library.review.close_beside(round_.corpus)
    assert _gold(round_)[1:] == [[(3, 8, round_.ORG, None)]] * 2


def test_a_document_that_was_binned_meanwhile_is_left(round_):
    gone = round_.documents[2]
    _meanwhile(round_, lambda: round_.library.documents.bin([gone]))
    assert round_.library.review.close_beside(round_.corpus).value.documents == 2
    round_.library.history.undo()
    round_.library.history.undo()
    assert round_.reviewed(document=gone).gold_status is None


def test_stopped_while_it_is_written_nothing_is_kept(round_):
    def told(done, total):
        if done == total:
            raise stopped()

    steps = round_.library.history.total()
    with pytest.raises(Cancelled):
        round_.library.review.close_beside(round_.corpus, told)
    assert round_.library.history.total() == steps
    assert _gold(round_) == [[], [], []]


def test_the_writer_is_not_asked_when_there_is_nothing_to_write(round_):
    round_.library.review.close_beside(round_.corpus)
    _meanwhile(round_, lambda: pytest.fail("nothing changes"))
    again = round_.library.review.close_beside(round_.corpus)
    assert (again.step, again.value.open) == (None, 1)
