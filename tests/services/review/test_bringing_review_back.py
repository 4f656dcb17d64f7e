"""The change log with review in it: decisions and comments come back with a document, and one step alone."""

from __future__ import annotations

from annotator.model.past import Thing
from annotator.model.review import Verdict


def _texts(made):
    return [(each.text, each.is_resolved) for each in made.library.comments.of_document(made.uid)]


def _step(made, kind):
    return next(step for step in made.library.history.steps(document=made.uid) if step.kind == kind)


def test_a_document_comes_back_with_its_decisions_and_comments(two):
    history = two.library.history
    edge = two.cluster(1)
    two.take(edge, edge.variants[0], reason="Bỏ chức danh")
    comment = two.library.comments.add(two.uid, "Xem lại", start=10, end=20).value.uid
    moment = history.steps()[0].uid
    two.take(edge, edge.variants[1])
    two.library.comments.resolve(comment)
    two.library.comments.answer(comment, "Đã xem")
    history.bring_back(two.uid, moment)
    assert two.cluster(1).decision.reason == "Bỏ chức danh"
    assert two.places() == [edge.variants[0].place]
    assert _texts(two) == [("Xem lại", False)]
    assert two.library.checking.check().sound
    history.undo()
    assert _texts(two) == [("Xem lại", True), ("Đã xem", False)]
    assert two.places() == [edge.variants[1].place]


def test_one_step_of_review_is_undone_alone(two):
    history = two.library.history
    edge, label = two.cluster(1), two.cluster(2)
    two.take(edge, edge.variants[0])
    ruled = history.steps()[0].uid
    two.rule(label, Verdict.REJECT)
    two.library.comments.add(two.uid, "Vì sao?", cluster=label.uid, start=label.start, end=label.end)
    said = history.steps()[0].uid
    history.undo_only(ruled)
    assert two.cluster(1).decision is None
    assert two.cluster(2).decision.verdict is Verdict.REJECT
    assert two.places() == []
    history.undo_only(said)
    assert _texts(two) == []
    assert two.library.checking.check().sound


def test_steps_of_review_tell_what_they_did(two):
    edge = two.cluster(1)
    two.take(edge, edge.variants[0], reason="Bỏ chức danh")
    comment = two.library.comments.add(two.uid, "Xem lại").value.uid
    two.library.comments.resolve(comment)
    ruled = two.library.history.details(_step(two, "decide").uid, two.uid).items
    told = [str(item.after) for item in ruled if item.thing is Thing.REVIEW]
    assert told == ["decision: taken into gold; reason: Bỏ chức danh"]
    [item] = two.library.history.details(_step(two, "comment").uid, two.uid).items
    assert (str(item.before), str(item.after)) == ("still open", "resolved")


def test_a_joined_person_has_one_voice(two):
    two.marks("An ở nhà", (0, 4, two.PERSON), (50, 55, two.ORG))
    assert len(two.cluster(0).voters) == 3
    two.library.people.join(two.who("An ở nhà"), two.who("An"))
    seen = two.reviewed()
    assert [person.name for person in seen.people] == ["An", "Bình"]
    assert [layer.spans for layer in seen.layers] == [5, 3]
    assert len(seen.clusters[0].voters) == 2
    overview = two.library.review.overview(two.corpus)
    assert [person.name for person in overview.people] == ["An", "Bình"]
    two.library.history.undo()
    assert len(two.cluster(0).voters) == 3
