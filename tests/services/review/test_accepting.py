"""A sample is drawn, judged in small undoable steps, and says when it is enough."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.agreement.acceptance import Standing
from annotator.agreement.sampled import Fault, SampleWish
from annotator.errors import UserError
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span


@pytest.fixture
def labels(library, corpus):
    return {each.label.name: each.label.uid for each in library.labels.list(corpus)}


@pytest.fixture
def lan(library, corpus, labels):
    """Forty spans of one annotator on four documents that are done, three of four of them persons."""
    uid = library.people.create("Lan").value.uid
    for number in range(4):
        text = " ".join(f"Lê{number}{place}" for place in range(10))
        document = library.documents.add(corpus, f"Bài {number}", text).value.uid
        changes = [
            SpanAdded(
                Span(
                    new_uid(),
                    place * 5,
                    place * 5 + 4,
                    labels["person" if (number * 10 + place) % 4 else "award"],
                )
            )
            for place in range(10)
        ]
        library.annotating.apply(
            document, (*changes, StatusChanged(Status.NEW, Status.DONE)), annotator_uid=uid
        )
    return uid


def test_a_sample_is_drawn_by_its_seed_and_kept(library, corpus, labels, lan):
    sample = library.accepting.draw(corpus, SampleWish(lan, spans=12, documents=2)).value
    assert (sample.name, sample.annotator.name, sample.next_span) == ("Lan 1", "Lan", 0)
    assert sum(span.label == labels["person"] for span in sample.spans) == 9
    assert sample.population == {labels["person"]: 30, labels["award"]: 10}
    assert [spans for _, _, spans in sample.documents] == [10, 10]
    assert all(span.words.startswith("Lê") for span in sample.spans)
    _, words, _ = library.accepting.surroundings(sample.uid, 3)
    assert words == sample.spans[3].words
    again = library.accepting.draw(corpus, SampleWish(lan, spans=12, documents=2), "Lần hai").value
    assert again.spans == sample.spans
    assert [each.name for each in library.accepting.of(corpus)] == ["Lan 1", "Lần hai"]


def test_judging_span_by_span(library, corpus, labels, lan):
    uid = library.accepting.draw(corpus, SampleWish(lan, spans=8, documents=1)).value.uid
    library.accepting.judge(uid, 0)
    library.accepting.judge(uid, 1, Fault.BOUNDARY, "thừa danh xưng")
    library.accepting.judge(uid, 1, Fault.LABEL)
    library.accepting.look_through(uid, 0, {labels["award"]: 1, labels["person"]: 0})
    library.accepting.one_more_missing(uid, 0, labels["award"])
    report = library.accepting.report(uid)
    assert (report.whole.judged, report.whole.errors, report.whole.value) == (2, 1, 0.5)
    assert report.standing is Standing.GO_ON
    assert (report.looked_through, report.missing, report.found) == (1, 2, 10)
    assert report.sample.judgements[1].fault is Fault.LABEL
    assert report.sample.judgements[1].reviewer == library.self_annotator.name
    assert report.sample.next_span == 2
    assert {row.label: (row.judged, row.missing) for row in report.by_label} == {
        labels["person"]: (sum(report.sample.spans[place].label == labels["person"] for place in (0, 1)), 0),
        labels["award"]: (sum(report.sample.spans[place].label == labels["award"] for place in (0, 1)), 2),
    }


def test_every_act_is_undone_like_any_other(library, corpus, lan):
    uid = library.accepting.draw(corpus, SampleWish(lan, spans=8)).value.uid
    library.accepting.judge(uid, 0)
    library.accepting.judge(uid, 0, Fault.EXTRA)
    library.history.undo()
    assert library.accepting.report(uid).sample.judgements[0].fault is Fault.NONE
    library.accepting.forget(uid, 0)
    assert library.accepting.report(uid).whole.judged == 0
    library.history.undo()
    library.accepting.remove(uid)
    assert library.accepting.of(corpus) == []
    library.history.undo()
    assert library.accepting.report(uid).whole.judged == 1
    assert library.checking.check().sound


def test_the_sample_stays_what_it_was_when_the_work_changes(library, corpus, lan):
    sample = library.accepting.draw(corpus, SampleWish(lan, spans=8)).value
    library.documents.bin([sample.spans[0].document])
    assert library.accepting.report(sample.uid).sample.spans == sample.spans


def test_enough_errors_end_it(library, corpus, lan):
    uid = library.accepting.draw(corpus, SampleWish(lan, spans=20)).value.uid
    for place in range(3):
        library.accepting.judge(uid, place, Fault.EXTRA)
    assert library.accepting.report(uid).standing is Standing.BAD


def test_what_cannot_be_is_refused_in_a_sentence(library, corpus, labels, lan):
    wish = SampleWish(lan)
    with pytest.raises(UserError, match="no spans to draw from"):
        library.accepting.draw(corpus, replace(wish, labels=(labels["campaign"],)))
    with pytest.raises(UserError, match="good error rate"):
        library.accepting.draw(corpus, replace(wish, good=0.1))
    with pytest.raises(UserError, match="no annotator"):
        library.accepting.draw(corpus, replace(wish, annotator="nobody"))
    uid = library.accepting.draw(corpus, wish, "Mẫu").value.uid
    with pytest.raises(UserError, match="a sample named mẫu"):
        library.accepting.draw(corpus, wish, " mẫu")
    with pytest.raises(UserError, match="no number 99"):
        library.accepting.judge(uid, 98)
    with pytest.raises(UserError, match="fewer spans than none"):
        library.accepting.look_through(uid, 0, {labels["award"]: -1})
    with pytest.raises(UserError, match="1,000"):
        library.accepting.judge(uid, 0, note="x" * 1001)
    with pytest.raises(UserError, match="Nobody has judged"):
        library.accepting.forget(uid, 0)
    with pytest.raises(UserError, match="no longer kept"):
        library.accepting.report("gone")
