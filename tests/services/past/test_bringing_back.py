"""Taking back one step out of the middle, all since a moment in one document, or one span."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.past import HistoryFilter, Thing
from annotator.model.recipe import Recipe
from annotator.model.span import Span
from annotator.services.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "Ông Sáu Đước được tặng Bằng khen của Thủ tướng Chính phủ. " * 3


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(str(tmp_path / "l.annotator")) as opened:
        corpus = opened.corpora.create("C").value
        opened.documents.add(corpus.uid, "Bài", TEXT)
        yield opened
        problems = opened.checking.check().problems
        assert [str(problem.message) for problem in problems] == []


def corpus_of(library: Library) -> str:
    return library.corpora.list()[0].uid


def document_of(library: Library, place: int = 0) -> str:
    keys = library.documents.keys(corpus_of(library))
    return library.documents.rows(keys)[place].uid


def label_of(library: Library, place: int) -> str:
    return library.labels.list(corpus_of(library))[place].label.uid


def state_of(library: Library, document: str) -> tuple[object, ...]:
    opened = library.documents.open(document)
    return opened.state.spans(), opened.state.status, opened.document.title, dict(opened.document.metadata)


def newest(library: Library) -> str:
    return library.history.steps(limit=1)[0].uid


def add(library: Library, start: int, end: int, label: int = 0, document: str | None = None) -> Span:
    span = Span(new_uid(), start, end, label_of(library, label))
    library.annotating.apply(document or document_of(library), (SpanAdded(span),))
    return span


def change(library: Library, before: Span, after: Span) -> Span:
    library.annotating.apply(document_of(library), (SpanReplaced(before, after),))
    return after


# undo only


def test_one_step_out_of_the_middle_is_taken_back_alone(library):
    document = document_of(library)
    first, second, third = add(library, 0, 3), add(library, 4, 13), add(library, 23, 32)
    middle = library.history.steps()[1]
    outcome = library.history.undo_only(middle.uid)
    assert (outcome.value.reversed, outcome.value.left) == (1, 0)
    assert library.documents.open(document).state.spans() == [first, third]
    assert outcome.documents == (document,)
    library.history.undo()
    assert library.documents.open(document).state.spans() == [first, second, third]
    library.history.redo()
    assert library.documents.open(document).state.spans() == [first, third]


def test_what_was_changed_later_is_left_and_counted(library):
    label = label_of(library, 0)
    spans = [Span(new_uid(), start, start + 3, label) for start in (0, 4, 8)]
    library.annotating.apply(document_of(library), tuple(map(SpanAdded, spans)))
    step = newest(library)
    change(library, spans[1], replace(spans[1], note="xem lại"))
    library.annotating.remove([spans[2].uid])
    done = library.history.undo_only(step).value
    assert (done.reversed, done.left) == (1, 1)
    assert [str(reason) for reason in done.reasons] == ["1 thing was changed later and stays as it is."]
    assert [span.note for span in library.documents.open(document_of(library)).state.spans()] == ["xem lại"]


def test_a_span_comes_back_where_one_leaves(library):
    old = add(library, 0, 3)
    new = replace(old, uid=new_uid(), note="mới")
    library.annotating.apply(document_of(library), (SpanRemoved(old), SpanAdded(new)))
    swap = newest(library)
    late = add(library, 4, 13)
    done = library.history.undo_only(swap).value
    assert (done.reversed, done.left) == (2, 0)
    assert library.documents.open(document_of(library)).state.spans() == [old, late]
    library.history.undo()
    assert library.documents.open(document_of(library)).state.spans() == [new, late]


def test_a_span_that_came_again_by_redo_leaves_too(library):
    span = add(library, 0, 3)
    step = newest(library)
    library.history.undo()
    library.history.redo()
    late = add(library, 4, 13)
    done = library.history.undo_only(step).value
    assert (done.reversed, done.left) == (1, 0)
    assert library.documents.open(document_of(library)).state.spans() == [late]
    library.history.undo()
    assert library.documents.open(document_of(library)).state.spans() == [span, late]


def test_imported_spans_leave_and_the_layer_stays_with_what_was_labelled_since(library, tmp_path):
    for start, end in ((0, 3), (4, 13)):
        add(library, start, end)
    library.exporting.export(corpus_of(library), Recipe("jsonl"), str(tmp_path / "out.jsonl"))
    library.importing.import_paths([str(tmp_path / "out.jsonl")], "D")
    step = library.history.steps(limit=1)[0]
    home = next(corpus.uid for corpus in library.corpora.list() if corpus.name == "D")
    document = library.documents.rows(library.documents.keys(home))[0].uid
    first, second = library.documents.open(document).state.spans()
    late = replace(first, uid=new_uid(), start=23, end=32)
    library.annotating.apply(document, (SpanAdded(late),))
    noted = replace(second, note="xem lại")
    library.annotating.apply(document, (SpanReplaced(second, noted),))
    library.history.undo_only(step.uid)
    assert library.documents.open(document).state.spans() == [noted, late]
    library.history.undo()
    assert library.documents.open(document).state.spans() == [first, noted, late]


def test_what_is_undone_already_cannot_be_undone_alone(library):
    add(library, 0, 3)
    step = newest(library)
    library.history.undo_only(step)
    with pytest.raises(UserError, match="undone already"):
        library.history.undo_only(step)


def test_a_new_step_of_taking_back_ends_the_redo_line(library):
    add(library, 0, 3)
    step = newest(library)
    add(library, 4, 13)
    library.history.undo()
    library.history.undo_only(step)
    assert library.history.next_redo() is None


def test_a_span_whose_words_were_labelled_anew_does_not_come_back_twice(library):
    span = add(library, 0, 3)
    library.annotating.remove([span.uid])
    removal = newest(library)
    add(library, 0, 3)
    with pytest.raises(UserError, match="the same is there already"):
        library.history.undo_only(removal)


def test_a_label_with_spans_on_it_is_not_taken_away(library):
    corpus = corpus_of(library)
    label = library.labels.add(corpus, "sự kiện").value
    step = newest(library)
    library.annotating.apply(document_of(library), (SpanAdded(Span(new_uid(), 0, 3, label.uid)),))
    with pytest.raises(UserError, match="other things rest on it"):
        library.history.undo_only(step)


def test_a_merge_of_labels_is_taken_back_alone(library):
    corpus, document = corpus_of(library), document_of(library)
    one, both = add(library, 0, 3, 0), add(library, 4, 13, 1)
    twin = add(library, 4, 13, 0)
    before = state_of(library, document)
    library.labels.merge(one.label, both.label, corpus=corpus)
    merge = newest(library)
    late = add(library, 23, 32, 0)
    assert len(library.documents.open(document).state.spans()) == 3
    library.history.undo_only(merge)
    spans = library.documents.open(document).state.spans()
    assert {span.uid for span in spans} == {one.uid, both.uid, twin.uid, late.uid}
    assert [span for span in spans if span.uid != late.uid] == before[0]


def test_an_import_goes_alone_but_what_was_labelled_since_stays(library, tmp_path):
    corpus = library.corpora.list()[0]
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Bài {name} về thi đua", encoding="utf-8")
    library.importing.import_paths([tmp_path], corpus.name)
    act = library.history.steps(limit=1)[0]
    assert act.group is not None
    kept = next(row.uid for row in _rows(library) if row.title.startswith("Bài a"))
    add(library, 0, 3, document=kept)
    done = library.history.undo_only(act.uid).value
    assert (done.reversed, done.left) == (1, 1)
    assert {row.title for row in _rows(library)} == {"Bài", "Bài a về thi đua"}
    library.history.undo()
    assert {row.title for row in _rows(library)} == {"Bài", "Bài a về thi đua", "Bài b về thi đua"}


def _rows(library):
    return library.documents.rows(library.documents.keys(corpus_of(library)))


def test_emptying_the_bin_and_what_it_touched_cannot_be_undone_alone(library):
    corpus = corpus_of(library)
    other = library.documents.add(corpus, "Khác", "Một bài khác").value
    added = newest(library)
    library.documents.bin([other.uid])
    library.purging.empty_bin()
    with pytest.raises(UserError, match="cannot be undone"):
        library.history.undo_only(newest(library))
    with pytest.raises(UserError, match="the bin was emptied"):
        library.history.undo_only(added)
    assert library.history.details(added).has_gap


# a document at a moment


def test_undo_from_takes_back_a_step_and_all_after_it_in_one_document_alone(library):
    other = library.documents.add(corpus_of(library), "Khác", "Một bài khác về thi đua").value.uid
    document = document_of(library)
    first = add(library, 0, 3)
    add(library, 4, 13)
    step = newest(library)
    elsewhere = add(library, 0, 3, document=other)
    library.annotating.apply(document, (StatusChanged(Status.IN_PROGRESS, Status.DONE),))
    library.documents.rename(document, "Tên mới")
    outcome = library.history.undo_from(document, step)
    assert (outcome.value.reversed, outcome.value.left) == (3, 0)
    assert state_of(library, document) == ([first], Status.IN_PROGRESS, "Bài", {})
    assert library.documents.open(other).state.spans() == [elsewhere]


def test_nothing_is_left_of_a_document_before_it_came(library):
    document = document_of(library)
    step = library.history.steps(document=document)[-1]
    with pytest.raises(UserError, match="came into the library with this step"):
        library.history.undo_from(document, step.uid)
    with pytest.raises(UserError, match="not in the library then"):
        library.history.bring_back(document, library.history.steps()[-1].uid)


def test_a_document_in_the_bin_is_not_brought_back(library):
    document = document_of(library)
    add(library, 0, 3)
    step = newest(library)
    library.documents.bin([document])
    with pytest.raises(UserError, match="lies in the bin"):
        library.history.bring_back(document, step)


def test_spans_of_a_removed_label_stay_away_and_are_told(library):
    document, corpus = document_of(library), corpus_of(library)
    add(library, 0, 3, 0)
    kept = add(library, 4, 13, 1)
    moment = newest(library)
    library.labels.remove(label_of(library, 0), corpus=corpus, with_spans=True)
    library.annotating.remove([kept.uid])
    done = library.history.bring_back(document, moment).value
    assert (done.reversed, done.left) == (1, 1)
    assert "label is no longer in the label set" in str(done.reasons[0])
    assert library.documents.open(document).state.spans() == [kept]


def test_spans_of_merged_labels_come_back_once_and_count_for_the_target(library):
    document, corpus = document_of(library), corpus_of(library)
    first = add(library, 0, 3, 0)
    add(library, 0, 3, 1)
    moment = newest(library)
    library.labels.merge(label_of(library, 0), label_of(library, 1), corpus=corpus)
    library.annotating.remove([span.uid for span in library.documents.open(document).state.spans()])
    library.history.bring_back(document, moment)
    spans = library.documents.open(document).state.spans()
    assert [(span.start, span.end, span.label) for span in spans] == [(0, 3, label_of(library, 0))]
    assert first.label != label_of(library, 0)


def test_a_document_that_is_as_it_was_then_makes_no_step(library):
    document = document_of(library)
    add(library, 0, 3)
    step = newest(library)
    outcome = library.history.bring_back(document, step)
    assert outcome.step is None
    assert newest(library) == step


class Walk:
    """Edits of one document by numbers, with the state after each step that was made."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.document = document_of(library)
        self.states: dict[str, tuple[object, ...]] = {newest(library): state_of(library, self.document)}

    def do(self, kind: int, one: int, two: int) -> None:
        try:
            self._do(kind, one, two)
        except UserError:
            return
        self.states.setdefault(newest(self.library), state_of(self.library, self.document))

    def _do(self, kind: int, one: int, two: int) -> None:
        library, opened = self.library, self.library.documents.open(self.document)
        spans = opened.state.spans()
        chosen = spans[one % len(spans)] if spans else None
        match kind:
            case 0 | 1 | 2:
                add(library, one, one + 1 + two, two)
            case 3 if chosen:
                library.annotating.apply(self.document, (SpanRemoved(chosen),))
            case 4 if chosen:
                change(library, chosen, replace(chosen, label=label_of(library, two), note="n" * one))
            case 5:
                status = (Status.NEW, Status.IN_PROGRESS, Status.DONE)[two % 3]
                library.annotating.apply(self.document, (StatusChanged(opened.state.status, status),))
            case 6:
                library.documents.rename(self.document, f"Tên {two}")
            case 7 if library.history.next_undo().kind != "document.add":
                library.history.undo()
            case 8:
                library.history.redo()
            case 9 if len(acts := library.history.steps(document=self.document)) > 1:
                library.history.undo_only(acts[one % (len(acts) - 1)].uid)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 3)), min_size=2, max_size=12),
    st.integers(0, 99),
)
def test_brought_back_to_any_step_the_document_is_as_it_was_right_after_it(walk, chosen):
    with tempfile.TemporaryDirectory() as folder, open_library(str(Path(folder) / "l.annotator")) as library:
        library.documents.add(library.corpora.create("C").value.uid, "Bài", TEXT)
        walker = Walk(library)
        for action in walk:
            walker.do(*action)
        document = walker.document
        moment = list(walker.states)[chosen % len(walker.states)]
        before = state_of(library, document)
        outcome = library.history.bring_back(document, moment)
        assert state_of(library, document) == walker.states[moment]
        assert outcome.value.left == 0
        if outcome.step is not None:
            library.history.undo()
            assert state_of(library, document) == before
            library.history.redo()
            assert state_of(library, document) == walker.states[moment]
        assert library.checking.check().problems == ()


# one span


def test_a_span_is_restored_to_any_of_its_versions(library):
    document = document_of(library)
    span = add(library, 4, 13)
    moved = change(library, span, replace(span, end=20, note="dài hơn"))
    library.annotating.remove([span.uid])
    versions = library.history.of_span(span.uid)
    assert [version.past and version.past.span for version in versions] == [None, moved, span]
    assert [version.is_current for version in versions] == [True, False, False]
    library.history.restore_span(span.uid, versions[2].step.uid)
    assert library.documents.open(document).state.spans() == [span]
    library.history.restore_span(span.uid, versions[1].step.uid)
    assert library.documents.open(document).state.spans() == [moved]
    with pytest.raises(UserError, match="already as it was"):
        library.history.restore_span(span.uid, versions[1].step.uid)
    library.history.undo()
    assert library.documents.open(document).state.spans() == [span]


def test_a_span_does_not_come_back_where_its_label_is_gone(library):
    span = add(library, 4, 13)
    version = newest(library)
    library.labels.remove(span.label, corpus=corpus_of(library), with_spans=True)
    with pytest.raises(UserError, match="no longer in the label set"):
        library.history.restore_span(span.uid, version)


# what is told


def test_details_tell_each_span_before_and_after(library):
    span = add(library, 4, 13)
    change(library, span, replace(span, label=label_of(library, 1), flags=("unsure",), note="?"))
    details = library.history.details(newest(library))
    (item,) = details.items
    assert item.thing is Thing.SPAN
    assert str(item.before) == "“Sáu Đước” (4–13) is person"
    assert str(item.after) == "“Sáu Đước” (4–13) is position; unsure; note: ?"
    assert item.title == "Bài"
    assert details.can_undo


def test_details_of_other_steps_tell_what_differs(library):
    document = document_of(library)
    library.documents.rename(document, "Tên mới")
    told = [(str(item.before), str(item.after)) for item in library.history.details(newest(library)).items]
    assert told == [("Document Bài", "Document Tên mới")]
    library.labels.change(label_of(library, 0), corpus=corpus_of(library), colour="#123456", key="q")
    (item,) = library.history.details(newest(library)).items
    assert str(item.after) == "colour #123456; key q"
    library.annotating.apply(document, (StatusChanged(Status.NEW, Status.DONE),))
    (item,) = library.history.details(newest(library)).items
    assert (item.before, str(item.after)) == (None, f"{library.self_annotator.name}: done")


def test_details_of_a_big_step_are_capped_and_the_asked_document_comes_first(library):
    label = label_of(library, 0)
    for number in range(2):
        library.documents.add(corpus_of(library), f"Bài {number}", TEXT * 9 + str(number))
    spans = {uid: [Span(new_uid(), n, n + 1, label) for n in range(150)] for uid in _uids(library)}
    for uid, own in spans.items():
        library.annotating.apply(uid, tuple(map(SpanAdded, own)))
    library.annotating.remove([span.uid for own in spans.values() for span in own])
    last = _uids(library)[-1]
    details = library.history.details(newest(library), last)
    assert (len(details.items), details.more) == (200, 250)
    assert [item.document for item in details.items[:150]] == [last] * 150
    assert [item.was.span for item in details.items[:150]] == spans[last]


def _uids(library):
    return [row.uid for row in _rows(library)]


def test_the_history_of_a_document_holds_acts_on_several_documents(library):
    other = library.documents.add(corpus_of(library), "Khác", "Một bài khác").value.uid
    spans = [add(library, 0, 3), add(library, 0, 3, document=other)]
    library.annotating.remove([span.uid for span in spans])
    for document in (document_of(library), other):
        assert str(library.history.steps(document=document)[0].summary) == "2 spans removed"
        assert len(library.history.steps(document=document)) == library.history.total(document=document)


def test_the_history_is_filtered_and_paged(library):
    corpus = corpus_of(library)
    for start in range(0, 40, 4):
        add(library, start, start + 3)
    library.documents.rename(document_of(library), "Đổi tên")
    page = library.history.page(corpus, limit=4)
    assert [str(act.summary) for act in page.acts[:2]] == ["Document Bài renamed to Đổi tên", "1 span added"]
    rest = library.history.page(corpus, before=page.before, limit=100)
    assert [*page.acts, *rest.acts] == library.history.steps(corpus)
    assert rest.before is None
    found = library.history.page(corpus, chosen=HistoryFilter(words="doi ten"))
    assert len(found.acts) == 1
    assert len(library.history.page(corpus, chosen=HistoryFilter(kinds=("annotate",))).acts) == 10
    assert library.history.page(corpus, chosen=HistoryFilter(until="2000")).acts == ()
    own = library.self_annotator.uid
    assert len(library.history.page(corpus, chosen=HistoryFilter(annotator=own)).acts) == 12
    assert [person.uid for person in library.history.people(corpus)] == [own]
