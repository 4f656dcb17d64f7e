"""What is labelled unevenly is found, evened out as one step that can be undone, or kept as meant so."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.consistency import Kind
from annotator.model.document import Status
from annotator.model.figures import Scope
from annotator.model.identity import new_uid
from annotator.model.span import Span


@pytest.fixture
def labels(library, corpus):
    return {each.label.name: each.label.uid for each in library.labels.list(corpus)}


def _write(library, corpus, labels, text, *marks):
    """A document with spans on the first place of the given words."""
    document = library.documents.add(corpus, text[:20], text).value.uid
    spans = []
    for words, label in marks:
        start = text.index(words)
        spans.append(SpanAdded(Span(new_uid(), start, start + len(words), labels[label])))
    library.annotating.apply(document, tuple(spans))
    return document


def _texts(library, corpus):
    return sorted((one.text, one.label_name) for one in library.annotating.spans(corpus))


def test_a_string_with_several_labels_is_relabelled_in_one_step(library, corpus, labels):
    _write(library, corpus, labels, "1 Tỉnh ủy họp.", ("Tỉnh ủy", "organization"))
    _write(library, corpus, labels, "2 Tỉnh ủy bàn.", ("Tỉnh ủy", "organization"))
    _write(library, corpus, labels, "3 Tỉnh ủy dự.", ("Tỉnh ủy", "position"))
    (item,) = library.consistency.at_odds(corpus)
    assert (item.kind, item.words, item.places, item.label) == (
        Kind.LABELS,
        "Tỉnh ủy",
        1,
        labels["organization"],
    )
    before = _texts(library, corpus)
    outcome = library.consistency.fix(corpus, item)
    assert (outcome.value.changed, outcome.value.left) == (1, 0)
    assert {label for _, label in _texts(library, corpus)} == {"organization"}
    assert library.consistency.at_odds(corpus) == []
    library.history.undo()
    assert _texts(library, corpus) == before
    assert library.checking.check().sound


def test_bare_places_are_found_whole_words_only_and_labelled(library, corpus, labels):
    _write(library, corpus, labels, "1 Lê An dự họp.", ("Lê An", "person"))
    second = _write(library, corpus, labels, "2 Lê Anh và Lê An đến.", ("đến", "award"))
    (item,) = [each for each in library.consistency.bare(corpus) if each.words == "Lê An"]
    (line,) = library.consistency.lines(corpus, item)
    assert (line.document, line.start, line.end, line.match) == (second, 12, 17, "Lê An")
    assert (item.places, item.met) == (1, 2)
    assert library.consistency.fix(corpus, item).value.changed == 1
    assert _texts(library, corpus).count(("Lê An", "person")) == 2
    library.history.undo()
    assert _texts(library, corpus).count(("Lê An", "person")) == 1


def test_edges_are_evened_out_towards_the_most_frequent_form(library, corpus, labels):
    for number in range(2):
        _write(library, corpus, labels, f"{number} ông Lê An dự.", ("Lê An", "person"))
    _write(library, corpus, labels, "9 có ông Lê An nói.", ("ông Lê An", "person"))
    (item,) = [each for each in library.consistency.at_odds(corpus) if each.kind is Kind.EDGES]
    assert dict(item.variants) == {"Lê An": 2, "ông Lê An": 1}
    assert library.consistency.fix(corpus, item).value.changed == 1
    assert _texts(library, corpus) == [("Lê An", "person")] * 3
    assert library.checking.check().sound


def test_documents_that_are_done_are_counted_and_changed_only_when_that_is_said(library, corpus, labels):
    _write(library, corpus, labels, "1 Lê An dự họp.", ("Lê An", "person"))
    _write(library, corpus, labels, "2 Lê An và Lê An đến.", ("đến", "award"))
    finished = _write(library, corpus, labels, "3 Lê An đến.", ("đến", "award"))
    library.annotating.apply(finished, (StatusChanged(Status.IN_PROGRESS, Status.DONE),))
    (item,) = [each for each in library.consistency.bare(corpus) if each.words == "Lê An"]
    assert item.concerned(item.label) == (3, 1)
    outcome = library.consistency.fix(corpus, item)
    assert (outcome.value.changed, outcome.value.left) == (2, 1)
    (item,) = [each for each in library.consistency.bare(corpus) if each.words == "Lê An"]
    assert item.concerned(item.label) == (1, 1)
    assert library.consistency.fix(corpus, item).value.changed == 0
    assert library.consistency.fix(corpus, item, also_done=True).value.changed == 1
    assert library.consistency.bare(corpus) == []
    assert library.checking.check().sound


def test_spans_in_documents_that_are_done_are_counted_by_label(library, corpus, labels):
    for number in range(2):
        _write(library, corpus, labels, f"{number} Tỉnh ủy họp.", ("Tỉnh ủy", "organization"))
    finished = _write(library, corpus, labels, "7 Tỉnh ủy bàn.", ("Tỉnh ủy", "position"))
    library.annotating.apply(finished, (StatusChanged(Status.IN_PROGRESS, Status.DONE),))
    (item,) = library.consistency.at_odds(corpus)
    assert item.concerned(labels["organization"]) == (1, 1)
    assert item.concerned(labels["position"]) == (2, 0)
    assert library.consistency.fix(corpus, item).value.left == 1
    assert library.consistency.fix(corpus, item, only=[(finished, 2, 9)]).value.changed == 1


def test_only_what_the_scope_holds_is_looked_at_and_fixed(library, corpus, labels):
    _write(library, corpus, labels, "1 Lê An dự họp.", ("Lê An", "person"))
    tagged = library.documents.add(corpus, "x", "2 Lê An đến. Lê An nói.", {"tags": "a"}).value.uid
    _write(library, corpus, labels, "3 Lê An nói.", ("nói", "award"))
    library.annotating.apply(tagged, (SpanAdded(Span(new_uid(), 2, 7, labels["person"])),))
    scope = Scope(tag="a")
    (item,) = library.consistency.bare(corpus, scope)
    assert [line.document for line in library.consistency.lines(corpus, item, scope)] == [tagged]
    assert library.consistency.fix(corpus, item, scope).value.changed == 1
    (item,) = [each for each in library.consistency.bare(corpus) if each.words == "Lê An"]
    assert item.places == 1


def test_one_place_alone_is_fixed(library, corpus, labels):
    for number in range(3):
        _write(library, corpus, labels, f"{number} Tỉnh ủy họp.", ("Tỉnh ủy", "organization"))
    others = [
        _write(library, corpus, labels, f"{number} Tỉnh ủy bàn.", ("Tỉnh ủy", "position"))
        for number in (7, 8)
    ]
    (item,) = library.consistency.at_odds(corpus)
    outcome = library.consistency.fix(corpus, item, only=[(others[0], 2, 9)])
    assert outcome.value.changed == 1
    (rest,) = library.consistency.at_odds(corpus)
    assert rest.places == 1


def test_what_is_meant_so_is_kept_withdrawn_and_undone(library, corpus, labels):
    _write(library, corpus, labels, "1 Tỉnh ủy họp.", ("Tỉnh ủy", "organization"))
    _write(library, corpus, labels, "2 Tỉnh ủy bàn.", ("Tỉnh ủy", "position"))
    (item,) = library.consistency.at_odds(corpus)
    uid = library.consistency.intend(corpus, item, "chức danh rút gọn").value
    (kept,) = library.consistency.intended(corpus)
    assert (kept.item, kept.reason) == (item.uid, "chức danh rút gọn")
    assert library.consistency.at_odds(corpus)[0].uid == item.uid
    library.consistency.withdraw(uid)
    assert library.consistency.intended(corpus) == []
    library.history.undo()
    assert len(library.consistency.intended(corpus)) == 1
    library.history.undo()
    assert library.consistency.intended(corpus) == []
    assert library.checking.check().sound


def test_a_label_that_is_gone_and_a_long_reason_are_refused(library, corpus, labels):
    _write(library, corpus, labels, "1 Tỉnh ủy họp.", ("Tỉnh ủy", "organization"))
    _write(library, corpus, labels, "2 Tỉnh ủy bàn.", ("Tỉnh ủy", "position"))
    (item,) = library.consistency.at_odds(corpus)
    with pytest.raises(UserError, match="no label"):
        library.consistency.fix(corpus, item, label="none")
    with pytest.raises(UserError, match="1,000"):
        library.consistency.intend(corpus, item, "x" * 1001)
