"""An annotator sees where gold differs, why, and only what is settled."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.review import Category, Difference, GoldRange, Ruling, Verdict
from annotator.model.span import Span

TEXT = "Ông Lê An, Chủ tịch UBND tỉnh, dự lễ của Sở Y tế."


@pytest.fixture
def labels(library, corpus):
    return {each.label.name: each.label.uid for each in library.labels.list(corpus)}


@pytest.fixture
def document(library, corpus):
    return library.documents.add(corpus, "Một", TEXT).value.uid


def _mark(library, document, who, labels, *marks, status=Status.DONE):
    spans = []
    for words, label in marks:
        start = TEXT.index(words)
        spans.append(SpanAdded(Span(new_uid(), start, start + len(words), labels[label])))
    library.annotating.apply(document, (*spans, StatusChanged(Status.NEW, status)), annotator_uid=who)


@pytest.fixture
def marked(library, document, labels):
    """Two people: Lan with the title, and a slip; Tú without it."""
    lan, tu = (library.people.create(name).value.uid for name in ("Lan", "Tú"))
    _mark(library, document, lan, labels, ("Ông Lê An", "person"), ("Sở Y tế", "award"))
    _mark(library, document, tu, labels, ("Lê An", "person"), ("Sở Y tế", "organization"), ("tỉnh", "award"))
    return lan, tu


def _rule(library, document, words, label="", verdict=Verdict.TAKE, **more):
    reviewed = library.review.document(document)
    start = TEXT.index(words)
    cluster = next(each for each in reviewed.clusters if each.start <= start < each.end)
    takes = (GoldRange(start, start + len(words), label),) if label else ()
    return library.review.decide(Ruling(document, cluster.uid, verdict, takes, **more)).value


def test_only_what_was_ruled_on_is_told(library, corpus, document, labels, marked):
    lan, tu = marked
    assert library.feedback.of(corpus, lan).documents == 0
    cluster = _rule(
        library, document, "Lê An", labels["person"], category=Category.MISREAD, reason="Không lấy danh xưng"
    )
    library.comments.add(document, "Xem quy ước 3", cluster=cluster.uid, start=0, end=9)
    report = library.feedback.of(corpus, lan)
    (place,) = report.places
    assert (report.annotator.name, report.documents, report.score) == ("Lan", 1, 0.0)
    assert place.difference is Difference.BOUNDARY
    assert (place.words, place.before, place.after[:11]) == ("Ông Lê An", "", ", Chủ tịch ")
    assert (place.decision.category, place.decision.reason) == (Category.MISREAD, "Không lấy danh xưng")
    assert [comment.text for comment in place.comments] == ["Xem quy ước 3"]
    assert library.feedback.of(corpus, tu).places == ()
    assert library.feedback.of(corpus, tu).score == 1.0


def test_rejected_and_missed_spans_are_told(library, corpus, document, labels, marked):
    _, tu = marked
    _rule(library, document, "tỉnh", verdict=Verdict.REJECT, reason="Không phải giải thưởng")
    _rule(library, document, "Sở Y tế", labels["organization"])
    (place,) = library.feedback.of(corpus, tu).places
    assert (place.own is not None, place.gold, place.decision.verdict) == (True, None, Verdict.REJECT)
    (label,) = library.feedback.of(corpus, marked[0]).places
    assert label.difference is Difference.LABEL
    assert (label.own.label, label.gold.label) == (labels["award"], labels["organization"])


def test_what_was_put_off_is_not_settled_until_the_document_is_finished(
    library, corpus, document, labels, marked
):
    lan, _ = marked
    _rule(library, document, "Sở Y tế", labels["organization"])
    _rule(library, document, "Lê An", verdict=Verdict.DEFER)
    assert [place.words for place in library.feedback.of(corpus, lan).places] == ["Sở Y tế"]
    library.review.finish(document)
    assert [place.words for place in library.feedback.of(corpus, lan).places] == ["Ông Lê An", "Sở Y tế"]


def test_the_score_goes_by_the_week_of_the_own_work(library, corpus, document, labels, marked):
    _rule(library, document, "Sở Y tế", labels["organization"])
    (week,) = library.feedback.of(corpus, marked[1]).weeks
    assert (week.documents, week.strict_f1) == (1, 1.0)


def test_whoever_is_at_the_desk_is_meant_and_strangers_are_refused(library, corpus, document, marked):
    assert library.feedback.of(corpus).annotator == library.self_annotator
    with pytest.raises(UserError, match="nobody"):
        library.feedback.of(corpus, "nobody")
