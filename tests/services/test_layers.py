"""Whose layer is opened, and working in somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model.changes import SpanAdded, SpanRemoved, StatusChanged
from annotator.model.document import Annotator, AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.span import Span

if TYPE_CHECKING:
    from annotator.services.library import Library


@pytest.fixture
def document(library: Library, corpus: str) -> str:
    return library.documents.add(corpus, "Bài", "Đồng chí Trần Văn Nam ở Hà Nội").value.uid


@pytest.fixture
def span(library: Library, corpus: str) -> Span:
    return Span(new_uid(), 9, 21, library.labels.list(corpus)[0].label.uid)


def _mark(library: Library, document: str, span: Span, name: str, kind: AnnotatorKind) -> Annotator:
    who = library.people.annotator(name, kind)
    fresh = Span(new_uid(), span.start, span.end, span.label)
    library.annotating.apply(document, (SpanAdded(fresh),), annotator_uid=who.uid, actor_uid=who.uid)
    return who


class TestWhoseLayerIsOpened:
    def test_nobody_has_one(self, library, document):
        opened = library.documents.open(document)
        assert (opened.is_own, opened.is_fixed, opened.layers) == (True, False, [])
        assert opened.annotator == opened.own == library.self_annotator

    @pytest.mark.parametrize("kind", [AnnotatorKind.PERSON, AnnotatorKind.SOURCE])
    def test_the_only_one_of_a_person_or_source(self, library, document, span, kind):
        lan = library.people.annotator("Lan", kind)
        library.annotating.apply(document, (SpanAdded(span),), annotator_uid=lan.uid)
        opened = library.documents.open(document)
        assert (opened.annotator, len(opened.state), opened.is_own) == (lan, 1, False)
        assert opened.is_fixed is (kind is AnnotatorKind.PERSON)

    def test_who_labels_at_the_same_desk_is_not_shown_unasked(self, library, document, span):
        lan = _mark(library, document, span, "Lan", AnnotatorKind.PERSON)
        assert library.documents.open(document).is_own
        library.people.become(lan.uid)
        assert len(library.documents.open(document).state) == 1

    @pytest.mark.parametrize("kind", [AnnotatorKind.MACHINE, AnnotatorKind.GOLD])
    def test_machine_and_gold_only_by_name(self, library, document, span, kind):
        other = _mark(library, document, span, "v3", kind)
        assert library.documents.open(document).is_own
        assert library.documents.open(document, other.uid).is_fixed

    def test_of_several_none_is_taken_for_the_person(self, library, document, span):
        for name in ("Lan", "Minh"):
            _mark(library, document, span, name, AnnotatorKind.PERSON)
        opened = library.documents.open(document)
        assert (opened.is_own, len(opened.state), len(opened.layers)) == (True, 0, 2)

    def test_the_own_one_comes_first(self, library, document, span):
        _mark(library, document, span, "Lan", AnnotatorKind.SOURCE)
        own = library.self_annotator.uid
        library.annotating.apply(document, (StatusChanged(Status.NEW, Status.DONE),), annotator_uid=own)
        opened = library.documents.open(document)
        assert (opened.is_own, opened.state.status) == (True, Status.DONE)


class TestInSomebodyElsesLayer:
    def test_the_span_is_hers_and_the_step_is_mine(self, library, document, span):
        lan = library.people.annotator("Lan")
        library.annotating.apply(document, (SpanAdded(span),), annotator_uid=lan.uid)
        assert library.history.steps()[0].actor == library.self_annotator.name
        assert library.documents.open(document, lan.uid).state.spans() == [span]
        assert len(library.documents.open(document, library.self_annotator.uid).state) == 0

    def test_undo_names_her_layer(self, library, document, span):
        lan = library.people.annotator("Lan")
        library.annotating.apply(document, (SpanAdded(span),), annotator_uid=lan.uid)
        undone = library.history.undo().value
        assert undone.annotator == lan.uid
        assert SpanRemoved(span) in undone.changes

    def test_the_own_layer_is_one_whether_named_or_not(self, library, document, span):
        own = library.self_annotator.uid
        other = Span(new_uid(), 0, 4, span.label)
        library.annotating.apply(document, (SpanAdded(span),))
        library.annotating.apply(document, (SpanAdded(other),), annotator_uid=own)
        library.annotating.apply(document, (SpanRemoved(other),))
        assert library.documents.open(document, own).state.spans() == [span]
        assert library.checking.check().sound
