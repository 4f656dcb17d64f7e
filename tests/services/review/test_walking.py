"""From one open difference to the next, clusters that are alike, figures of the overview, history."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.changes import StatusChanged
from annotator.model.document import Status
from annotator.model.overview import RowFigures
from annotator.model.review import Difference, GoldRange, Premerge, ReviewFilter, Ruling, Verdict

_TEXTS = ("Ông Lê Văn Hà ở Huế, ông Lê Văn Hà nói.", "Bà Mai. Ông Lê Văn Hà về.", "Trời đẹp ở Huế.")


@pytest.fixture
def round_of_three(made):
    """Three documents: two differences of one kind in the first, one in the second, none in the third."""
    uids = [made.document(text, f"Bài {number}") for number, text in enumerate(_TEXTS)]
    for name, before in (("An", 0), ("Bình", 4)):
        for uid, text in zip(uids[:2], _TEXTS[:2], strict=True):
            places = [at for at in range(len(text)) if text.startswith("Lê Văn Hà", at)]
            made.marks(name, *((at - 4 + before, at + 9, made.PERSON) for at in places), document=uid)
        made.marks(name, (11, 14, made.ORG), document=uids[2])
    made.uids = uids
    return made


def _walk(made, count, **more):
    place = (made.uids[0], None)
    found = []
    for _ in range(count):
        place = made.library.review.next_open(made.corpus, *place, **more)
        found.append(place)
    return found


def _clusters(made, number):
    return made.reviewed(document=made.uids[number]).clusters


class TestGoingThrough:
    def test_the_next_one_lies_beyond_the_document_and_round_again(self, round_of_three):
        first, second = (each.uid for each in _clusters(round_of_three, 0))
        third = _clusters(round_of_three, 1)[0].uid
        one, other = round_of_three.uids[:2]
        way = [(one, first), (one, second), (other, third), (one, first)]
        assert _walk(round_of_three, 4) == way
        assert _walk(round_of_three, 4, backwards=True) == [way[1], way[0], way[2], way[1]]

    def test_what_is_ruled_on_is_passed_by(self, round_of_three):
        first, second = _clusters(round_of_three, 0)
        round_of_three.take(first, first.variants[0])
        assert _walk(round_of_three, 1) == [(round_of_three.uids[0], second.uid)]
        round_of_three.take(second, second.variants[0])
        assert _walk(round_of_three, 1)[0][0] == round_of_three.uids[1]
        round_of_three.library.review.premerge(round_of_three.corpus, Premerge.MAJORITY)
        last = _clusters(round_of_three, 1)[0]
        round_of_three.rule(last, Verdict.REJECT)
        assert _walk(round_of_three, 1) == [None]

    def test_finished_documents_are_passed_by(self, round_of_three):
        one, other = round_of_three.uids[:2]
        round_of_three.library.review.finish(one)
        assert _walk(round_of_three, 1)[0][0] == other
        round_of_three.library.review.finish(other)
        assert _walk(round_of_three, 1) == [None]

    def test_documents_on_which_somebody_is_not_done_are_passed_by(self, round_of_three):
        one, other = round_of_three.uids[:2]
        done = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
        an = round_of_three.who("An")
        round_of_three.library.annotating.apply(other, done, annotator_uid=an)
        assert {place[0] for place in _walk(round_of_three, 3)} == {one}
        binh = round_of_three.who("Bình")
        round_of_three.library.annotating.apply(other, done, annotator_uid=binh)
        assert {place[0] for place in _walk(round_of_three, 3)} == {one, other}

    @pytest.mark.parametrize(
        ("chosen", "found"),
        [
            (ReviewFilter(frozenset({Difference.BOUNDARY})), True),
            (ReviewFilter(frozenset({Difference.LABEL})), False),
            (ReviewFilter(labels=frozenset({"no-label"})), False),
            (ReviewFilter(open_only=False, differences=frozenset({Difference.AGREE})), True),
        ],
    )
    def test_by_a_filter(self, round_of_three, chosen, found):
        assert (_walk(round_of_three, 1, chosen=chosen) != [None]) is found

    def test_by_a_pair(self, round_of_three):
        round_of_three.marks("Chi", (0, 13, round_of_three.PERSON), document=round_of_three.uids[0])
        an, binh, chi = (round_of_three.who(name) for name in ("An", "Bình", "Chi"))
        assert _walk(round_of_three, 1, chosen=ReviewFilter(pair=(an, binh)))[0] is not None
        place = _walk(round_of_three, 1, chosen=ReviewFilter(pair=(an, chi)))[0]
        assert place == (round_of_three.uids[0], _clusters(round_of_three, 0)[1].uid)


class TestAlike:
    def test_the_same_words_and_people_are_found_and_ruled_on_alike(self, round_of_three):
        first, second = _clusters(round_of_three, 0)
        # the second one is written with a small letter, so it is not alike
        found = round_of_three.library.review.alike(round_of_three.uids[0], first.uid).places
        assert [(each.title, each.words, each.left) for each in found] == [
            ("Bài 1", "Ông Lê Văn Hà", "Bà Mai. ")
        ]
        shorter = next(each for each in first.variants if each.start == 4)
        takes = (GoldRange(shorter.start, shorter.end, shorter.label),)
        ruling = Ruling(first.document, first.uid, Verdict.TAKE, takes, reason="no title")
        steps = round_of_three.library.history.total()
        done = round_of_three.library.review.decide_alike(ruling, first.start, found).value
        assert (done.clusters, done.documents, done.left) == (1, 1, 0)
        assert round_of_three.library.history.total() == steps + 1
        decision = _clusters(round_of_three, 1)[0].decision
        assert (decision.source, decision.reason) == ("alike", "no title")
        assert round_of_three.places(round_of_three.uids[1]) == [(12, 21, round_of_three.PERSON, None)]
        again = round_of_three.library.review.decide_alike(ruling, first.start, found)
        assert (again.value.clusters, again.value.left, again.step) == (0, 1, None)
        assert round_of_three.library.review.alike(round_of_three.uids[0], second.uid).places == ()

    def test_documents_that_wait_for_somebody_are_counted_and_left_out(self, round_of_three):
        one, other = round_of_three.uids[:2]
        first, _ = _clusters(round_of_three, 0)
        done = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
        round_of_three.library.annotating.apply(other, done, annotator_uid=round_of_three.who("An"))
        found = round_of_three.library.review.alike(one, first.uid)
        assert (found.places, found.waiting) == ((), 1)
        round_of_three.library.annotating.apply(other, done, annotator_uid=round_of_three.who("Bình"))
        found = round_of_three.library.review.alike(one, first.uid)
        assert ([each.document for each in found.places], found.waiting) == ([other], 0)


class TestFigures:
    def test_the_matrix(self, round_of_three):
        seen = round_of_three.library.review.overview(round_of_three.corpus)
        assert [person.name for person in seen.people] == ["An", "Bình"]
        an = round_of_three.who("An")
        assert [row.cells[an].spans for row in seen.rows if an in row.cells] == [2, 1, 1]
        assert [row.title for row in seen.rows] == ["Bài", "Bài 0", "Bài 1", "Bài 2"]
        assert all(row.gold is None for row in seen.rows)
        round_of_three.library.review.close_agreeing(round_of_three.corpus)
        seen = round_of_three.library.review.overview(round_of_three.corpus)
        assert [row.is_finished for row in seen.rows] == [False, False, False, True]
        assert seen.rows[3].gold.spans == 1
        assert [person.name for person in seen.people] == ["An", "Bình"]

    def test_figures_follow_what_is_done(self, round_of_three):
        review, uids = round_of_three.library.review, round_of_three.uids
        figures = review.figures_of(uids)
        assert [(figures[uid].total, len(figures[uid].open)) for uid in uids] == [(2, 2), (1, 1), (1, 0)]
        assert [figures[uid].f1 for uid in uids] == [0.0, 0.0, 1.0]
        assert figures[uids[2]].unseen == 1
        first = _clusters(round_of_three, 0)[0]
        round_of_three.rule(first, Verdict.REJECT)
        after = review.figures_of(uids)
        assert (len(after[uids[0]].open), after[uids[0]].settled) == (1, 1)
        assert after[uids[1]] is figures[uids[1]]
        round_of_three.library.history.undo()
        assert review.figures_of(uids) == figures
        round_of_three.marks("Chi", (0, 2, round_of_three.PERSON), document=uids[2])
        assert len(review.figures_of(uids)[uids[2]].open) == 2
        assert review.figures_of([uids[1]], ["An", "Chi"])[uids[1]].total == 0

    def test_what_was_counted_apart_is_known_unless_it_is_old(self, round_of_three):
        review, uids = round_of_three.library.review, round_of_three.uids
        told = {uids[0]: RowFigures(99)}
        now = round_of_three.reviewed().step
        assert review.known_figures(uids[:1]) == {}
        review.learn(told, (), now - 1)
        assert review.figures_of(uids[:1])[uids[0]].total == 2
        review.learn(told, (), now)
        assert review.figures_of(uids[:1]) == told
        assert review.known_figures(uids[:1]) == told
        round_of_three.rule(_clusters(round_of_three, 0)[0], Verdict.REJECT)
        assert review.figures_of(uids[:1])[uids[0]].total == 2

    def test_a_relabelling_of_all_is_seen(self, round_of_three):
        review, uids = round_of_three.library.review, round_of_three.uids
        before = review.figures_of(uids)
        assert before[uids[0]].open[0].labels == {round_of_three.PERSON}
        labels = round_of_three.library.labels
        labels.merge(round_of_three.PERSON, round_of_three.ORG, corpus=round_of_three.corpus)
        assert review.figures_of(uids)[uids[0]].open[0].labels == {round_of_three.ORG}


class TestHistory:
    def test_who_ruled_what_when_and_back_again(self, round_of_three):
        first = _clusters(round_of_three, 0)[0]
        review, uid = round_of_three.library.review, round_of_three.uids[0]
        round_of_three.take(first, first.variants[0])
        chi = round_of_three.who("Chi")
        review.decide(Ruling(uid, first.uid, Verdict.REJECT, reason="neither"), chi)
        review.take_back(first.uid, uid)
        past = review.history(uid, first.uid)
        verdicts = [None if each.decision is None else each.decision.verdict for each in past]
        assert verdicts == [None, Verdict.REJECT, Verdict.TAKE]
        assert [each.step.actor for each in past][1] == "Chi"
        assert [each.is_current for each in past] == [False, False, False]
        review.restore(uid, first.uid, past[2].step.uid)
        assert len(round_of_three.places(uid)) == 1
        assert review.history(uid)[0].is_current
        review.restore(uid, first.uid, past[0].step.uid)
        assert round_of_three.places(uid) == []
        with pytest.raises(UserError, match="no such version"):
            review.restore(uid, first.uid, "gone")

    def test_a_step_says_what_was_decided(self, round_of_three):
        first = _clusters(round_of_three, 0)[0]
        round_of_three.take(first, first.variants[0])
        step = round_of_three.library.history.steps(limit=1)[0]
        assert str(step.summary) == "Decided: “Ông Lê Văn Hà” into gold as person"
        assert step.document == round_of_three.uids[0]
        told = round_of_three.library.history.details(step.uid)
        assert "decision: taken into gold" in [str(item.after) for item in told.items]


def test_gold_status_is_its_own(round_of_three):
    round_of_three.library.review.finish(round_of_three.uids[0])
    opened = round_of_three.library.documents.counts(round_of_three.corpus)
    assert opened.done == 0
    assert round_of_three.reviewed(document=round_of_three.uids[0]).gold_status is Status.DONE
