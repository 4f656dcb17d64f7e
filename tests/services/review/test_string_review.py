"""Review string by string: one ruling for all places where it fits."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.review import Difference, Verdict
from annotator.model.span import Span


@pytest.fixture
def labels(library, corpus):
    return {each.label.name: each.label.uid for each in library.labels.list(corpus)}


@pytest.fixture
def people(library):
    return [library.people.create(name).value.uid for name in ("Lan", "Tú")]


@pytest.fixture
def write(library, corpus, labels, people):
    """A document of that text; each annotator's marks are (words, label)."""

    def written(text, *layers):
        document = library.documents.add(corpus, text[:12], text).value.uid
        for who, marks in zip(people, layers, strict=True):
            spans = []
            for words, label in marks:
                start = text.index(words)
                spans.append(SpanAdded(Span(new_uid(), start, start + len(words), labels[label])))
            library.annotating.apply(document, tuple(spans), annotator_uid=who)
        return document

    return written


@pytest.fixture
def written(write):
    organization, position = [("Tỉnh ủy", "organization")], [("Tỉnh ủy", "position")]
    return [
        write("Tỉnh ủy họp.", organization, organization),
        write("Hôm nay Tỉnh ủy bàn.", organization, position),
        write("Theo Tỉnh ủy thì", organization, [("Theo", "award")]),
        write("Văn phòng Tỉnh ủy dự.", organization, [("Văn phòng Tỉnh ủy", "organization")]),
    ]


def _gold(library, documents):
    return [
        [(span.start, span.end, span.label) for span in library.review.document(uid).gold]
        for uid in documents
    ]


def test_each_string_has_its_labels_counts_and_people(library, corpus, labels, people, written):
    row = library.string_review.rows(corpus)[0]
    assert (row.words, row.places, row.differing, row.open, row.at_odds) == ("Tỉnh ủy", 4, 3, 3, 1)
    assert row.labels == ((labels["organization"], 5), (labels["position"], 1))
    assert row.people == ((people[0], 4), (people[1], 2))
    strings = {each.words for each in library.string_review.rows(corpus)}
    assert strings == {"Tỉnh ủy", "Theo", "Văn phòng Tỉnh ủy"}


def test_its_places_are_shown_with_what_stands_round_them(library, corpus, labels, written):
    key = library.string_review.rows(corpus)[0].key
    places = library.string_review.places(corpus, key)
    assert [place.document for place in places] == written
    assert [place.difference for place in places] == [
        Difference.AGREE,
        Difference.LABEL,
        Difference.MISSING,
        Difference.BOUNDARY,
    ]
    assert (places[1].before, places[1].words, places[1].after) == ("Hôm nay ", "Tỉnh ủy", " bàn.")
    assert set(places[1].labels) == {labels["organization"], labels["position"]}


def test_one_ruling_for_all_places_where_only_the_string_was_marked(library, corpus, labels, written):
    row = library.string_review.rows(corpus)[0]
    outcome = library.string_review.decide_for_all(corpus, row.key, labels["organization"], reason="Quy ước")
    assert (outcome.value.clusters, outcome.value.documents) == (3, 3)
    organization = labels["organization"]
    assert _gold(library, written) == [
        [(0, 7, organization)],
        [(8, 15, organization)],
        [(5, 12, organization)],
        [],
    ]
    decision = library.review.document(written[1]).clusters[0].decision
    assert (decision.verdict, decision.source, decision.reason) == (Verdict.TAKE, "string", "Quy ước")
    (row,) = [each for each in library.string_review.rows(corpus) if each.words == "Tỉnh ủy"]
    assert (row.open, row.at_odds) == (0, 1)
    library.history.undo()
    assert _gold(library, written) == [[], [], [], []]


def test_documents_that_wait_for_somebody_are_counted_and_left_as_they_are(
    library, corpus, labels, people, written
):
    for who, document in ((people[0], written[0]), (people[0], written[1]), (people[1], written[1])):
        done = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
        library.annotating.apply(document, done, annotator_uid=who)
    row = library.string_review.rows(corpus)[0]
    assert (row.words, row.places, row.open, row.waiting, row.at_odds) == ("Tỉnh ủy", 4, 2, 1, 1)
    assert [place.is_waiting for place in library.string_review.places(corpus, row.key)][:2] == [True, False]
    assert library.string_review.decide_for_all(corpus, row.key, labels["organization"]).value.clusters == 2
    assert _gold(library, written)[0] == []


def test_a_string_is_rejected_everywhere_and_earlier_rulings_stay(library, corpus, labels, written):
    key = library.string_review.rows(corpus)[0].key
    cluster = library.review.document(written[0]).clusters[0]
    library.string_review.decide_for_all(corpus, key, labels["position"])
    with pytest.raises(UserError, match="Nothing of this string"):
        library.string_review.decide_for_all(corpus, key, None)
    library.review.take_back(cluster.uid, written[0])
    assert library.string_review.decide_for_all(corpus, key, None).value.clusters == 1
    assert _gold(library, written)[:2] == [[], [(8, 15, labels["position"])]]
