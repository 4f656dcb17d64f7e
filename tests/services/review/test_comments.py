"""Remarks: threads on documents, ranges, spans; they outlive their span, and undo takes them back."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced
from annotator.model.identity import new_uid
from annotator.model.span import Span

TEXT = "Chủ tịch Hồ Chí Minh đọc Tuyên ngôn."


@pytest.fixture
def document(library, corpus):
    return library.documents.add(corpus, "Bài", TEXT).value.uid


@pytest.fixture
def span(library, corpus, document):
    person = library.labels.list(corpus)[0].label.uid
    made = Span(new_uid(), 9, 20, person)
    library.annotating.apply(document, (SpanAdded(made),))
    return made


def _threads(library, document):
    return [
        (each.text, each.start, each.end, bool(each.reply_to))
        for each in library.comments.of_document(document)
    ]


def test_a_thread_has_its_answers_behind_it(library, corpus, document):
    first = library.comments.add(document, " Ai đây? ", start=0, end=8).value
    library.comments.add(document, "Bài hay")
    answer = library.comments.answer(first.uid, "Chức danh").value
    library.comments.answer(answer.uid, "Đúng")
    assert _threads(library, document) == [
        ("Ai đây?", 0, 8, False),
        ("Chức danh", None, None, True),
        ("Đúng", None, None, True),
        ("Bài hay", None, None, False),
    ]
    assert first.author == library.self_annotator
    assert [each.text for each in library.comments.open_in(corpus)] == ["Ai đây?", "Bài hay"]
    assert library.checking.check().sound


def test_it_goes_with_its_span_and_outlives_it(library, document, span):
    uid = library.comments.add(document, "Sai cạnh", span=span.uid).value.uid
    wider = Span(span.uid, 0, 20, span.label)
    library.annotating.apply(document, (SpanReplaced(span, wider),))
    [moved] = library.comments.of_document(document)
    assert (moved.span, moved.start, moved.end) == (span.uid, 0, 20)
    library.annotating.apply(document, (SpanRemoved(wider),))
    [left] = library.comments.of_document(document)
    assert (left.uid, left.span, left.start, left.end) == (uid, "", 9, 20)
    library.history.undo()
    assert library.comments.of_document(document) == (moved,)


def test_a_thread_is_resolved_by_any_of_its_remarks(library, corpus, document):
    first = library.comments.add(document, "Hỏi").value.uid
    answer = library.comments.answer(first, "Đáp").value.uid
    assert library.comments.resolve(answer).value.uid == first
    assert library.comments.resolve(first).step is None
    assert library.comments.open_in(corpus) == ()
    assert library.comments.reopen(first).value.is_resolved is False
    library.history.undo()
    assert library.comments.open_in(corpus) == ()


def test_only_ones_own_words_are_changed(library, document):
    mine = library.comments.add(document, "Một").value.uid
    assert library.comments.edit(mine, "Hai").value.text == "Hai"
    assert library.comments.edit(mine, "Hai").step is None
    library.store.actor = _key_of(library, library.people.annotator("Lan"))
    with pytest.raises(UserError, match="wrote this comment"):
        library.comments.edit(mine, "Ba")
    assert library.comments.answer(mine, "Vâng").value.author.name == "Lan"


def _key_of(library, person):
    with library.store.reading() as view:
        return view.people.living_key(person.uid)


def test_the_first_remark_takes_its_answers_along(library, document):
    first = library.comments.add(document, "Hỏi").value.uid
    library.comments.answer(first, "Đáp")
    before = library.comments.of_document(document)
    assert library.comments.remove(first).value == 2
    assert library.comments.of_document(document) == ()
    library.history.undo()
    assert library.comments.of_document(document) == before
    answer = before[1].uid
    assert library.comments.remove(answer).value == 1
    assert library.comments.of_document(document) == before[:1]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (-1, 4), (0, len(TEXT) + 1), (3, None)])
def test_a_range_lies_in_the_text(library, document, start, end):
    with pytest.raises(UserError, match="does not lie in the text"):
        library.comments.add(document, "x", start=start, end=end)


def test_what_cannot_be_is_refused(library, document, span):
    other = library.documents.add(library.corpora.create("Khác").value.uid, "Kia", "Chữ khác").value.uid
    for act in (
        lambda: library.comments.add(document, "  "),
        lambda: library.comments.add(document, "a\0b"),
        lambda: library.comments.add(other, "x", span=span.uid),
        lambda: library.comments.add("nothing", "x"),
        lambda: library.comments.answer("nothing", "x"),
        lambda: library.comments.remove("nothing"),
    ):
        with pytest.raises(UserError):
            act()


def test_the_history_tells_of_them(library, document):
    library.comments.add(document, "Xem lại")
    step = library.history.steps(document=document)[0]
    assert str(step.summary) == "Comment: Xem lại"
    [item] = library.history.details(step.uid).items
    assert (str(item.after), item.document) == ("comment: Xem lại", document)
