"""Conditions of the document list, statuses of many documents, and the next one to do among those listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.changes import SpanAdded
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.model.wishes import About, Condition, term, wish_of
from annotator.services.library import open_library

TEXTS = {
    "Họp báo": "Sở Nội vụ họp báo ở Huế.",
    "Khen thưởng": "Bằng khen trao ông Nam, thi đua yêu nước.",
    "Tin vắn": "Trời mưa; 10:30 có gió.",
}


@pytest.fixture
def library(tmp_path):
    with open_library(str(tmp_path / "l.annotator")) as opened:
        corpus = opened.corpora.create("Báo").value
        for title, text in TEXTS.items():
            opened.documents.add(corpus.uid, title, text, {"source": "Báo Mới"} if title == "Tin vắn" else {})
        yield opened


@pytest.fixture
def corpus(library):
    return library.corpora.list()[0].uid


@pytest.fixture
def titles(library, corpus):
    def listed(search):
        return [row.title for row in library.documents.rows(library.documents.keys(corpus, search=search))]

    return listed


def _label(library, corpus, title, start, end, **more):
    uid = _uid(library, corpus, title)
    label = next(count.label for count in library.labels.list(corpus) if count.label.name == "organization")
    library.annotating.apply(uid, (SpanAdded(Span(new_uid(), start, end, label.uid, **more)),))


def _uid(library, corpus, title):
    rows = library.documents.rows(library.documents.keys(corpus))
    return next(row.uid for row in rows if row.title == title)


def test_conditions_on_spans(library, corpus, titles):
    _label(library, corpus, "Họp báo", 0, 9, flags=("unsure",), note="?")
    own = library.self_annotator.name
    every = list(TEXTS)
    for search in ("label:organization", "label:org", "is:unsure", "has:note", "has:spans", f'by:"{own}"'):
        assert titles(search) == ["Họp báo"], search
        assert titles(f"-{search}") == every[1:], search
    assert titles("nhãn:organization") == ["Họp báo"]
    assert titles("label:none") == every[1:]
    assert titles("label:person") == titles("is:question") == titles("is:nonsense") == []
    assert titles("is:in-progress") == ["Họp báo"]
    assert titles("hop is:unsure") == ["Họp báo"]
    assert titles("tin is:unsure") == []


def test_conditions_on_words_and_metadata(library, corpus, titles):
    assert titles('text:"thi dua"') == ["Khen thưởng"]
    assert titles("chữ:HUẾ") == ["Họp báo"]
    assert titles('-text:"thi đua"') == ["Họp báo", "Tin vắn"]
    assert titles("source=moi") == titles("source=") == ["Tin vắn"]
    assert titles('"source"="báo mới"') == ["Tin vắn"]
    library.describing.retag([_uid(library, corpus, "Tin vắn")], add=["thời tiết"])
    assert titles('#"thời t"') == titles("#thoi") == ["Tin vắn"]
    assert titles("-#thoi") == ["Họp báo", "Khen thưởng"]


def test_what_is_no_condition_is_a_word_of_the_title():
    assert wish_of("10:30 -x a:b label: # =x").conditions == ()
    assert wish_of('a "b c" d').words == "a b c d"
    assert wish_of("-label:x") == wish_of(' -LABEL:"x" ')


@given(
    st.sampled_from(list(About)),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Z"), exclude_characters='"'), min_size=1),
    st.booleans(),
)
def test_a_condition_is_read_as_it_was_written(about, value, is_not):
    name = "tên báo" if about is About.METADATA else ""
    wish = wish_of(f"x {term(about, value, name, is_not=is_not)} y")
    assert wish.conditions == (Condition(about, value, name, is_not),)
    assert wish.words == "x y"


def test_many_are_marked_in_one_step_and_opened_again(library, corpus):
    _label(library, corpus, "Họp báo", 0, 9)
    every = [row.uid for row in library.documents.rows(library.documents.keys(corpus))]
    assert library.marking.mark(every, Status.DONE).value == 3
    assert library.documents.counts(corpus).done == 3
    assert library.marking.mark(every, Status.DONE).step is None
    assert library.marking.mark(every[:2], Status.IN_PROGRESS).value == 2
    assert library.documents.counts(corpus).in_progress == 2
    library.history.undo()
    assert library.documents.counts(corpus).done == 3
    library.history.undo()
    assert library.documents.counts(corpus).new == 2
    library.history.redo()
    assert library.documents.counts(corpus).done == 3
    assert library.checking.check().sound


def test_a_document_of_another_annotator_is_marked_in_their_layer(library, corpus):
    uid = _uid(library, corpus, "Họp báo")
    lan = library.people.annotator("Lan").uid
    label = library.labels.list(corpus)[0].label.uid
    library.annotating.apply(uid, (SpanAdded(Span(new_uid(), 0, 2, label)),), annotator_uid=lan)
    library.marking.mark([uid], Status.DONE)
    layers = next(each.layers for each in library.documents.listing(corpus) if each.uid == uid)
    assert [(layer.annotator.name, layer.status) for layer in layers] == [("Lan", Status.DONE)]


def test_the_next_to_do_is_one_of_those_listed(library, corpus):
    _label(library, corpus, "Họp báo", 0, 9)
    first, second, third = (row.uid for row in library.documents.rows(library.documents.keys(corpus)))
    assert library.documents.next_unfinished(corpus, first) == second
    assert library.documents.next_unfinished(corpus, first, "label:none source=") == third
    assert library.documents.next_unfinished(corpus, third, "label:none") == second
    assert library.documents.next_unfinished(corpus, first, "label:organization") is None


def test_neighbours_in_import_order(library, corpus):
    first, second, third = (row.uid for row in library.documents.rows(library.documents.keys(corpus)))
    assert library.documents.neighbour(corpus, first, 1) == second
    assert (
        library.documents.neighbour(corpus, first, 2)
        == library.documents.neighbour(corpus, second, 1)
        == third
    )
    assert library.documents.neighbour(corpus, third, -1) == second
    assert (
        library.documents.neighbour(corpus, third, 1)
        is library.documents.neighbour(corpus, first, -1)
        is None
    )
    library.documents.bin([second])
    assert library.documents.neighbour(corpus, first, 1) == third
