"""An annotator who has but the own layer and gold in progress reads the same feedback as the lead."""

from __future__ import annotations

import pytest
from colleagues import LABELS, change, mark, uid_of

from annotator.model.review import Difference, GoldRange, Ruling, Verdict

PERSON, POSITION, AWARD = LABELS


def _decide(lead, document, start, verdict=Verdict.TAKE, *gold):
    clusters = lead.library.review.document(document).clusters
    cluster = next(each for each in clusters if each.start == start)
    takes = tuple(GoldRange(*place) for place in gold)
    lead.library.review.decide(Ruling(document, cluster.uid, verdict, takes, reason=f"từ {start}"))
    return cluster.uid


def _told(colleague):
    """The figures and what is told of each place, whoever reads it."""
    report = colleague.library.feedback.of(colleague.corpus, uid_of(colleague, "Lan"))
    places = [
        (
            place.document,
            place.difference,
            place.words,
            place.decision and place.decision.reason,
            *(comment.text for comment in place.comments),
        )
        for place in report.places
    ]
    return report.documents, report.score, report.counts, places


@pytest.fixture
def ruled(lead, lan, handed_out):
    """Lan and Minh labelled the first document; the lead ruled on some of it and sent Lan gold."""
    first = handed_out[0]
    lead.library.people.create("Minh")
    for start, end, label in ((0, 6, PERSON), (8, 10, AWARD), (11, 19, POSITION), (21, 29, PERSON)):
        mark(lan, first, start, end, label)
    last = mark(lan, first, 34, 38, AWARD)
    lead.take(lan.package("return", "Lan"))
    mark(lead, first, 0, 6, PERSON, who="Minh")  # as Lan did
    mark(lead, first, 11, 14, POSITION, who="Minh")  # nobody ruled on that
    mark(lead, first, 21, 24, PERSON, who="Minh")
    mark(lead, first, 39, 46, AWARD, who="Minh")
    _decide(lead, first, 0, Verdict.TAKE, (0, 6, PERSON))
    _decide(lead, first, 8, Verdict.REJECT)
    cluster = _decide(lead, first, 21, Verdict.TAKE, (21, 24, PERSON))
    lead.library.comments.add(first, "Xem quy ước 3", cluster=cluster, start=21, end=29)
    _decide(lead, first, 34, Verdict.DEFER)
    _decide(lead, first, 39, Verdict.TAKE, (39, 46, AWARD))
    lan.take(lead.package("gold", "Lan"))
    return first, last


def test_what_waits_is_not_told_and_what_agrees_is_no_difference(lead, lan, ruled):
    document, _ = ruled
    documents, score, counts, places = _told(lan)
    assert (documents, counts.agree, score) == (1, 1, pytest.approx(1 / 3))
    assert places == [
        (document, Difference.MISSING, "là", "từ 8"),
        (document, Difference.BOUNDARY, "yêu nước", "từ 21", "Xem quy ước 3"),
        (document, Difference.MISSING, "thi đua", "từ 39"),
    ]


def test_both_sides_tell_the_same(lead, lan, ruled):
    assert _told(lan) == _told(lead)


def test_both_sides_tell_the_same_once_gold_is_finished(lead, lan, ruled):
    lead.library.review.finish(ruled[0])
    lan.take(lead.package("gold", "Lan"))
    assert _told(lan) == _told(lead)
    assert len(_told(lan)[3]) == 5


def test_what_was_marked_after_the_ruling_meets_gold_where_it_is(lead, lan, ruled):
    document, last = ruled
    change(lan, document, last, start=39, end=46)  # it was put off where it stood
    mark(lan, document, 16, 19, AWARD)  # never seen, and nothing in gold beside it
    _, _, counts, places = _told(lan)
    assert counts.agree == 2
    assert [words for _, _, words, *_ in places] == ["là", "yêu nước"]
