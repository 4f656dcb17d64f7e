"""Ruling on differences: what becomes of gold, what is kept of the ruling, and taking it back."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.document import AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.label import standard_label_uid
from annotator.model.review import GOLD_UID, Category, Difference, GoldRange, Ruling, Verdict

PERSON, POSITION, ORG = map(standard_label_uid, ("person", "position", "organization"))


def test_a_document_is_compared(two):
    seen = two.reviewed()
    assert [each.difference for each in seen.clusters] == [
        Difference.AGREE,
        Difference.BOUNDARY,
        Difference.LABEL,
        Difference.MISSING,
    ]
    assert [person.name for person in seen.people] == ["An", "Bình"]
    assert [layer.spans for layer in seen.layers] == [4, 3]
    assert (seen.gold, seen.gold_status) == ((), None)
    assert seen.labels[ORG].name == "organization"


def test_one_layer_alone_is_not_compared(made):
    made.marks("An", (0, 4, PERSON))
    assert made.reviewed().clusters == ()
    assert [person.name for person in made.reviewed().people] == ["An"]


def test_taking_a_variant_makes_gold(two):
    edge = two.cluster(1)
    ruled = two.take(edge, edge.variants[1], category=Category.GUIDELINE_GAP, reason=" Why. ")
    seen = two.reviewed()
    assert [span.place for span in seen.gold] == [edge.variants[1].place]
    assert seen.gold_status is Status.IN_PROGRESS
    assert seen.clusters[1] == ruled.value
    decision = seen.clusters[1].decision
    assert decision is not None
    assert (decision.verdict, decision.reason) == (Verdict.TAKE, "Why.")
    assert (decision.category, decision.source) == (Category.GUIDELINE_GAP, "hand")
    assert decision.reviewer == two.library.self_annotator
    assert decision.gold[0].uid == seen.gold[0].uid
    assert {uid for held in decision.variants for uid in held.spans} == {
        vote.span.uid for variant in edge.variants for vote in variant.votes
    }
    gold = two.library.people.find(GOLD_UID)
    assert gold is not None
    assert gold.kind is AnnotatorKind.GOLD


def test_a_later_ruling_replaces_the_earlier_one(two):
    edge = two.cluster(1)
    two.take(edge, *edge.variants)
    assert len(two.reviewed().gold) == 2
    two.rule(edge, Verdict.REJECT)
    seen = two.reviewed()
    assert seen.gold == ()
    assert seen.clusters[1].decision is not None
    assert seen.clusters[1].decision.verdict is Verdict.REJECT
    assert not seen.clusters[1].is_open


def test_what_is_taken_otherwise_than_anybody_marked_it_is_edited(two):
    edge = two.cluster(1)
    wanted = GoldRange(10, 22, POSITION)
    ruled = two.rule(edge, Verdict.TAKE, wanted).value
    assert ruled.decision is not None
    assert ruled.decision.verdict is Verdict.TAKE_EDITED
    assert [span.place for span in two.reviewed().gold] == [wanted.place]


def test_what_is_put_off_stays_open_and_makes_no_gold(two):
    two.rule(two.cluster(1), Verdict.DEFER)
    seen = two.reviewed()
    assert seen.gold_status is None
    assert seen.clusters[1].decision is not None
    assert seen.clusters[1].is_open


def test_taking_back_opens_the_cluster_again(two):
    edge = two.cluster(1)
    two.take(edge, edge.variants[0])
    taken = two.library.review.take_back(edge.uid, edge.document)
    assert taken.value == edge
    assert two.reviewed().gold == ()
    with pytest.raises(UserError, match="nothing to take back"):
        two.library.review.take_back(edge.uid, edge.document)


@pytest.mark.parametrize(
    ("verdict", "takes", "words"),
    [
        (Verdict.TAKE, (), "nothing to take"),
        (Verdict.REJECT, (GoldRange(0, 4, PERSON),), "takes nothing"),
        (Verdict.TAKE_EDITED, (GoldRange(5, 5, PERSON),), "does not fit"),
        (Verdict.TAKE_EDITED, (GoldRange(0, 5, "no-label"),), "not in the label set"),
    ],
)
def test_what_cannot_be_ruled_is_refused(two, verdict, takes, words):
    before = two.library.store.reading
    with before() as view:
        steps = view.steps.newest()
    with pytest.raises(UserError, match=words):
        two.rule(two.cluster(1), verdict, *takes)
    with before() as view:
        assert view.steps.newest() == steps


def test_a_cluster_that_is_not_there_is_refused(two):
    document = two.cluster(0).document
    with pytest.raises(UserError, match="no such difference"):
        two.library.review.decide(Ruling(document, "gone", Verdict.REJECT))


def test_a_verdict_stays_when_another_layer_arrives(two):
    edge = two.cluster(1)
    two.take(edge, edge.variants[0])
    two.marks("Chi", (5, 24, ORG), (30, 35, ORG))
    again = next(each for each in two.reviewed().clusters if each.uid == edge.uid)
    assert again.decision is not None
    assert not again.is_open
    assert [again.variants[place].place for place in again.fresh] == [(5, 24, ORG, None)]


def test_clusters_that_grew_together_keep_both_decisions(made):
    made.marks("An", (0, 4, PERSON), (6, 12, PERSON))
    made.marks("Bình", (0, 3, PERSON), (6, 11, PERSON))
    first, second = made.reviewed().clusters
    made.take(second, second.variants[0])
    made.take(first, first.variants[0])
    made.marks("Chi", (0, 12, PERSON))
    made.marks("Dũng", (2, 8, PERSON))
    grown = made.reviewed().clusters
    one = next(each for each in grown if each.is_called(first.uid))
    assert one.decision is not None
    if one.is_called(second.uid):
        assert one.uid == second.uid
        assert one.aliases == (first.uid,)
    assert len(made.reviewed().gold) == 2


def test_a_decision_stands_on_both_halves_of_a_cluster_that_came_apart(made):
    made.marks("An", (0, 4, PERSON), (8, 12, PERSON))
    made.marks("Bình", (0, 10, PERSON))
    made.marks("Chi", (8, 12, PERSON), (0, 4, PERSON))
    made.marks("Dũng", (3, 11, PERSON))
    before = made.reviewed().clusters
    for cluster in before:
        made.take(cluster, *cluster.variants)
    gold = made.places()
    made.removes("Bình", 0)
    made.removes("Dũng", 0)
    after = made.reviewed()
    assert all(each.decision is not None for each in after.clusters)
    assert len({each.uid for each in after.clusters}) == len(after.clusters) == 2
    assert made.places() == gold
    last = after.clusters[1]
    made.rule(last, Verdict.REJECT)
    left = made.reviewed()
    assert left.clusters[0].decision is not None
    assert left.clusters[0].decision.verdict is Verdict.TAKE
    assert (0, 4, PERSON, None) in made.places()
    assert (8, 12, PERSON, None) not in made.places()


def test_undo_and_redo_of_a_ruling(two):
    edge = two.cluster(1)
    before = two.reviewed()
    two.take(edge, edge.variants[0])
    ruled = two.reviewed()
    undone = two.library.history.undo()
    assert undone.value.step.kind == "decide"
    assert _without_step(two.reviewed()) == _without_step(before)
    two.library.history.redo()
    assert _without_step(two.reviewed()) == _without_step(ruled)


def _without_step(seen):
    return {name: getattr(seen, name) for name in ("clusters", "gold", "gold_status", "layers")}


def test_a_ruling_that_is_sent_again_is_made_once(two):
    edge = two.cluster(1)
    ruling = Ruling(edge.document, edge.uid, Verdict.REJECT)
    uid = new_uid()
    first = two.library.review.decide(ruling, step_uid=uid)
    again = two.library.review.decide(ruling, step_uid=uid)
    assert (again.value, again.step) == (first.value, first.step)


def test_removing_a_work_layer_never_removes_gold(two):
    for cluster in two.reviewed().clusters:
        two.take(cluster, cluster.variants[0])
    gold = two.places()
    for name in ("An", "Bình"):
        for place in range(len(two.layer(name)) - 1, -1, -1):
            two.removes(name, place)
    assert two.places() == gold
    assert two.library.checking.check().sound


def test_people_joined_as_one_have_one_vote(two):
    two.marks("An's laptop", (10, 24, ORG), (0, 4, PERSON))
    two.joins("An's laptop", "An")
    seen = two.reviewed()
    assert [person.name for person in seen.people] == ["An", "Bình"]
    assert seen.clusters[0].is_unanimous
    assert seen.layers[0].spans == 5  # what both layers hold alike counts once


def test_only_those_named_are_compared(two):
    two.marks("Chi", (30, 35, ORG))
    seen = two.reviewed("An", "Chi")
    assert [person.name for person in seen.people] == ["An", "Chi"]
    with pytest.raises(UserError, match="no annotator"):
        two.reviewed("Nobody")
