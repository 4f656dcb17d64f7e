"""Everywhere at once: counted, listed with what stands there, done in one step, taken back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.errors import Cancelled, UserError
from annotator.model.changes import SpanAdded, SpanRemoved, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.outcome import Touched
from annotator.model.search import HitState, Nearby, Sought
from annotator.model.span import Span
from annotator.services.library import Library, open_library
from annotator.services.saving.job import stopped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TEXTS = (
    "Tỉnh ủy họp. Ban Thường vụ Tỉnh ủy và Tỉnh uỷ viên.",
    "Theo Tỉnh ủy: Tỉnh ủy viên, Văn phòng Tỉnh ủy.",
    "Tỉnh ủy đã xong.",
    "Không có, trừ XTỉnh ủyX.",
)
WORDS = "Tỉnh ủy"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "spread.annotator"
    with open_library(str(path)) as made:
        uid = made.corpora.create("Báo").value.uid
        for number, text in enumerate(_TEXTS):
            made.documents.add(uid, f"Bài {number}", text)
        while made.searching.fold_some():
            pass
    return path


@pytest.fixture
def library(tmp_path: Path, template: Path) -> Iterator[Library]:
    copy = shutil.copy(template, tmp_path / "spread.annotator")
    with open_library(str(copy), at_once=False) as opened:
        yield opened


@pytest.fixture
def corpus(library: Library) -> str:
    return library.corpora.list()[0].uid


@pytest.fixture
def documents(library: Library, corpus: str) -> list[str]:
    return [each.uid for each in library.documents.listing(corpus)]


@pytest.fixture
def labels(library: Library, corpus: str) -> list[str]:
    return [each.label.uid for each in library.labels.list(corpus)]


def _mark(
    library: Library, document: str, start: int, end: int, label: str, annotator: str | None = None
) -> str:
    span = Span(new_uid(), start, end, label)
    library.annotating.apply(document, (SpanAdded(span),), annotator_uid=annotator)
    return span.uid


def _spans(
    library: Library, corpus: str, annotator: str | None = None
) -> list[tuple[str, int, int, str, str]]:
    return sorted(
        (each.document, each.span.start, each.span.end, each.label_name, each.text)
        for each in library.annotating.spans(corpus, annotator)
    )


def _states(candidates):
    return [each.state for each in candidates]


def _ticked(candidates):
    return [each for each in candidates if each.ticked]


class TestNearby:
    def test_counts_what_is_not_labelled(self, library, documents, labels):
        uid = _mark(library, documents[0], 0, 7, labels[2])
        assert library.propagating.nearby(documents[0], uid) == Nearby(WORDS, 2, 4, 2)

    def test_of_a_span_not_saved_yet(self, library, documents, labels):
        assert library.propagating.nearby(documents[0], (0, 7, labels[2])) == Nearby(WORDS, 2, 4, 2)

    def test_by_options(self, library, documents, labels):
        place = (0, 7, labels[2])
        nearby = library.propagating.nearby
        assert nearby(documents[0], place, Sought("", tone=False)) == Nearby(WORDS, 1, 4, 2)
        assert nearby(documents[0], place, Sought("", words=False)) == Nearby(WORDS, 2, 4, 2)

    def test_leaves_done_documents_out_but_for_its_own(self, library, documents, labels):
        for document in (documents[0], documents[2]):
            library.annotating.apply(document, (StatusChanged(Status.NEW, Status.DONE),))
        assert library.propagating.nearby(documents[0], (0, 7, labels[2])) == Nearby(WORDS, 2, 3, 1, 1)

    def test_counts_what_lies_in_a_span_of_another_label(self, library, documents, labels):
        _mark(library, documents[1], 28, 45, labels[1])
        assert library.propagating.nearby(documents[0], (0, 7, labels[2])) == Nearby(WORDS, 2, 4, 2)

    def test_does_not_count_what_is_crossed_or_lies_in_a_span_of_its_label(self, library, documents, labels):
        _mark(library, documents[1], 28, 45, labels[2])
        _mark(library, documents[1], 0, 9, labels[1])
        assert library.propagating.nearby(documents[0], (0, 7, labels[2])) == Nearby(WORDS, 2, 2, 2)

    def test_of_nothing(self, library, documents):
        with pytest.raises(UserError, match="There is no span"):
            library.propagating.nearby(documents[0], "none")
        with pytest.raises(UserError):
            library.propagating.nearby("none", (0, 7, ""))


class TestCandidates:
    def test_say_what_stands_there(self, library, documents, labels):
        _mark(library, documents[0], 0, 7, labels[2])
        _mark(library, documents[0], 13, 34, labels[1])
        _mark(library, documents[1], 5, 12, labels[1])
        found = library.propagating.candidates(documents[1], WORDS, labels[2])
        assert [(each.hit.document, each.hit.start) for each in found] == [
            *((documents[1], start) for start in (5, 14, 38)),
            *((documents[0], start) for start in (0, 27, 38)),
            (documents[2], 0),
        ]
        assert _states(found) == [
            HitState.OTHER,
            HitState.BARE,
            HitState.BARE,
            HitState.SAME,
            HitState.NESTED,
            HitState.BARE,
            HitState.BARE,
        ]
        fresh = (HitState.BARE, HitState.NESTED)
        assert [each.ticked for each in found] == [each.state in fresh for each in found]
        assert found[0].label == labels[1]
        assert found[0].span_uid is not None

    def test_inside_words_are_never_ticked(self, library, documents, labels):
        assert not [
            each
            for each in library.propagating.candidates(documents[0], WORDS, labels[2])
            if each.hit.document == documents[3]
        ]
        found = library.propagating.candidates(
            documents[0], WORDS, labels[2], options=Sought("", words=False)
        )
        (inside,) = [each for each in found if each.hit.document == documents[3]]
        assert (inside.state, inside.ticked) == (HitState.INSIDE_WORD, False)

    def test_of_done_documents_are_listed_only(self, library, documents, labels):
        library.annotating.apply(documents[2], (StatusChanged(Status.NEW, Status.DONE),))
        done = [
            each for each in library.propagating.candidates(documents[0], WORDS, labels[2]) if each.is_done
        ]
        assert [(each.hit.document, each.ticked) for each in done] == [(documents[2], False)]
        own = library.propagating.candidates(documents[2], WORDS, labels[2])[0]
        assert (own.hit.document, own.is_done, own.ticked) == (documents[2], True, True)

    def test_look_at_the_layer_that_is_worked_in(self, library, documents, labels):
        lan = library.people.annotator("Lan").uid
        _mark(library, documents[2], 0, 7, labels[2], lan)
        own = library.propagating.candidates(documents[2], WORDS, labels[2])[0]
        theirs = library.propagating.candidates(
            documents[2], WORDS, labels[2], options=Sought("", annotator=lan)
        )[0]
        assert (own.state, theirs.state) == (HitState.BARE, HitState.SAME)

    def test_to_relabel_are_spans_of_the_words(self, library, documents, labels):
        for document, start, label in ((0, 0, 1), (0, 27, 2), (1, 5, 0), (2, 0, 1)):
            _mark(library, documents[document], start, start + 7, labels[label])
        _mark(library, documents[1], 14, 26, labels[1])
        found = library.propagating.candidates(documents[0], WORDS, labels[2], "relabel")
        assert [(each.state, each.ticked) for each in found] == [
            (HitState.OTHER, True),
            (HitState.SAME, False),
            (HitState.OTHER, True),
            (HitState.OTHER, True),
        ]
        only = library.propagating.candidates(documents[0], WORDS, labels[2], "relabel", only=labels[1])
        assert [each.label for each in _ticked(only)] == [labels[1]] * 2

    def test_to_remove_are_ticked_by_label(self, library, documents, labels):
        for document, start, label in ((0, 0, 1), (0, 27, 2), (2, 0, 1)):
            _mark(library, documents[document], start, start + 7, labels[label])
        found = library.propagating.candidates(documents[0], WORDS, labels[1], "remove")
        assert [each.label for each in found] == [labels[1], labels[2], labels[1]]
        assert [each.ticked for each in found] == [True, False, True]

    def test_of_hits_of_a_search(self, library, corpus, documents, labels):
        _mark(library, documents[1], 5, 12, labels[1])
        hits = library.searching.page(corpus, Sought(r"Tỉnh \w+", regex=True)).hits
        found = library.propagating.of_hits(corpus, hits, labels[2])
        assert [(each.hit.document, each.hit.start, each.state) for each in found] == [
            (
                hit.document,
                hit.start,
                HitState.OTHER if hit.document == documents[1] and hit.start == 5 else HitState.BARE,
            )
            for hit in hits
        ]
        (removable,) = library.propagating.of_hits(corpus, hits, labels[1], "remove")
        assert (removable.hit.start, removable.ticked) == (5, True)


class TestLabelEverywhere:
    def test_is_one_step(self, library, corpus, documents, labels):
        uid = _mark(library, documents[0], 0, 7, labels[2])
        before = _spans(library, corpus)
        chosen = _ticked(library.propagating.candidates(documents[0], WORDS, labels[2]))
        outcome = library.propagating.apply(corpus, chosen, "label", labels[2])
        assert (outcome.value.changed, outcome.value.documents, outcome.value.skipped) == (6, 3, 0)
        assert outcome.documents == tuple(sorted(documents[:3]))
        assert outcome.touched == Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS
        assert [each[4] for each in _spans(library, corpus)] == [
            "Tỉnh ủy",
            "Tỉnh ủy",
            "Tỉnh uỷ",
            *["Tỉnh ủy"] * 4,
        ]
        step = library.history.steps(limit=1)[0]
        assert (step.kind, str(step.summary)) == ("propagate", "6 spans labelled organization: “Tỉnh ủy…”")
        assert library.checking.check().sound
        library.history.undo()
        assert _spans(library, corpus) == before
        library.history.redo()
        assert len(_spans(library, corpus)) == 7
        assert library.checking.check().sound
        assert uid in {each.span.uid for each in library.annotating.spans(corpus)}

    def test_begins_layers_and_leaves_done_ones(self, library, corpus, documents, labels):
        library.annotating.apply(documents[2], (StatusChanged(Status.NEW, Status.DONE),))
        _mark(library, documents[1], 0, 4, labels[0])
        library.history.undo()  # there is a layer that does not exist now
        chosen = library.propagating.candidates(documents[0], WORDS, labels[2])
        library.propagating.apply(corpus, chosen, "label", labels[2])
        statuses = {each.uid: each.status for each in library.documents.listing(corpus)}
        assert [statuses[uid] for uid in documents] == [
            Status.IN_PROGRESS,
            Status.IN_PROGRESS,
            Status.DONE,
            Status.NEW,
        ]
        origins = {each.span.origin for each in library.annotating.spans(corpus)}
        assert origins == {"propagate"}
        assert library.checking.check().sound

    def test_in_another_layer(self, library, corpus, documents, labels):
        lan = library.people.annotator("Lan").uid
        chosen = library.propagating.candidates(
            documents[0], WORDS, labels[2], options=Sought("", annotator=lan)
        )
        library.propagating.apply(corpus, chosen, "label", labels[2], lan)
        assert len(_spans(library, corpus, lan)) == 7
        assert not _spans(library, corpus, library.self_annotator.uid)
        assert library.history.steps(limit=1)[0].actor == library.self_annotator.name

    def test_passes_over_what_changed_meanwhile(self, library, corpus, documents, labels):
        chosen = _ticked(library.propagating.candidates(documents[0], WORDS, labels[2]))
        _mark(library, documents[0], 0, 7, labels[2])
        _mark(library, documents[1], 0, 12, labels[1])
        library.documents.bin([documents[2]])
        outcome = library.propagating.apply(corpus, chosen, "label", labels[2])
        assert (outcome.value.changed, outcome.value.skipped, outcome.value.already) == (4, 2, 1)
        again = library.propagating.apply(corpus, chosen, "label", labels[2])
        assert (again.value.changed, again.value.skipped, again.value.already) == (0, 2, 5)
        assert again.step is None
        assert library.checking.check().sound

    def test_each_place_once_and_only_where_it_fits(self, library, corpus, documents, labels):
        first = library.propagating.candidates(documents[0], WORDS, labels[2])[0]
        wrong = replace(first, hit=replace(first.hit, end=first.hit.end + 500))
        other = replace(first, hit=replace(first.hit, match="khác"))
        outcome = library.propagating.apply(corpus, [first, first, wrong, other], "label", labels[2])
        assert (outcome.value.changed, outcome.value.skipped, outcome.value.already) == (1, 2, 1)
        assert str(library.history.steps(limit=1)[0].summary) == "1 span labelled organization: “Tỉnh ủy”"
        assert library.history.steps(limit=1)[0].document == documents[0]

    def test_nested_ones_of_their_own_accord(self, library, corpus, documents, labels):
        outer = _mark(library, documents[0], 13, 34, labels[1])
        chosen = _ticked(library.propagating.candidates(documents[0], WORDS, labels[2]))
        assert library.propagating.apply(corpus, chosen, "label", labels[2]).value.changed == 7
        assert not _ticked(library.propagating.candidates(documents[0], WORDS, labels[2]))
        assert outer in {each.span.uid for each in library.annotating.spans(corpus)}
        assert library.checking.check().sound

    def test_within_their_own_label_only_where_it_is_nested_so(self, library, documents, labels):
        _mark(library, documents[1], 28, 45, labels[2])
        (inner,) = [
            each
            for each in library.propagating.candidates(documents[0], WORDS, labels[2])
            if each.state is HitState.WITHIN_OWN
        ]
        assert not inner.ticked
        _mark(library, documents[0], 13, 34, labels[2])
        place = (27, 34, labels[2])
        assert library.propagating.nearby(documents[0], place) == Nearby(WORDS, 2, 4, 2)
        _mark(library, documents[0], *place)
        ticked = _ticked(library.propagating.candidates(documents[0], WORDS, labels[2]))
        assert (inner.hit.document, inner.hit.start) in {
            (each.hit.document, each.hit.start) for each in ticked
        }

    def test_overlapping_ones_when_they_are_meant(self, library, corpus, documents, labels):
        _mark(library, documents[0], 13, 30, labels[2])
        chosen = [
            each
            for each in library.propagating.candidates(documents[0], WORDS, labels[2])
            if each.state is HitState.OVERLAPS
        ]
        assert library.propagating.apply(corpus, chosen, "label", labels[2]).value.changed == 1

    def test_nothing_chosen_makes_no_step(self, library, corpus, labels):
        before = library.history.steps()
        assert library.propagating.apply(corpus, [], "label", labels[2]).value.changed == 0
        assert library.history.steps() == before

    def test_stopped_leaves_nothing(self, library, corpus, documents, labels):
        chosen = library.propagating.candidates(documents[0], WORDS, labels[2])

        def progress(done: int, total: int) -> None:
            if done == total:
                raise stopped()

        with pytest.raises(Cancelled):
            library.propagating.apply(corpus, chosen, "label", labels[2], progress=progress)
        assert not _spans(library, corpus)
        assert library.checking.check().sound

    def test_a_label_that_is_gone(self, library, corpus, documents, labels):
        chosen = library.propagating.candidates(documents[0], WORDS, labels[2])
        library.labels.remove(labels[2], corpus=corpus)
        with pytest.raises(UserError):
            library.propagating.apply(corpus, chosen, "label", labels[2])
        assert not _spans(library, corpus)

    def test_the_window_writes_through_its_writer(self, library, corpus, documents, labels):
        asked = []

        def in_writer(write):
            asked.append(1)
            return write()

        library.serve_window(in_writer)
        chosen = library.propagating.candidates(documents[0], WORDS, labels[2])
        assert library.propagating.apply(corpus, chosen, "label", labels[2]).value.changed == 7
        assert asked == [1]


class TestRelabelAndRemove:
    @pytest.fixture(autouse=True)
    def _labelled(self, library, corpus, documents, labels):
        span = Span(new_uid(), 0, 7, labels[1], "ghi chú", ("unsure",))
        library.annotating.apply(documents[0], (SpanAdded(span),))
        self.uid = span.uid
        _mark(library, documents[1], 5, 12, labels[1])
        _mark(library, documents[2], 0, 7, labels[0])

    def test_relabel_keeps_the_rest_of_the_span(self, library, corpus, documents, labels):
        chosen = _ticked(library.propagating.candidates(documents[0], WORDS, labels[2], "relabel"))
        outcome = library.propagating.apply(corpus, chosen, "relabel", labels[2])
        assert (outcome.value.changed, outcome.value.documents) == (3, 3)
        span = library.documents.open(documents[0]).state.get(self.uid)
        assert (span.label, span.note, span.flags, span.origin) == (labels[2], "ghi chú", ("unsure",), "hand")
        step = library.history.steps(limit=1)[0]
        assert (step.kind, str(step.summary)) == ("relabel", "3 spans relabelled organization: “Tỉnh ủy”")
        assert library.checking.check().sound
        library.history.undo()
        assert [each[3] for each in _spans(library, corpus)].count("position") == 2
        assert library.checking.check().sound

    def test_relabel_passes_over_what_changed(self, library, corpus, documents, labels):
        chosen = _ticked(library.propagating.candidates(documents[0], WORDS, labels[2], "relabel"))
        _mark(library, documents[1], 5, 12, labels[2])  # the label is there already beside the other
        span = library.documents.open(documents[0]).state.get(self.uid)
        library.annotating.apply(documents[0], (SpanRemoved(span),))
        outcome = library.propagating.apply(corpus, chosen, "relabel", labels[2])
        assert (outcome.value.changed, outcome.value.skipped, outcome.value.already) == (1, 1, 1)
        assert library.checking.check().sound

    def test_progress_begins_at_once_and_goes_on_while_it_writes(self, library, corpus, documents, labels):
        chosen = _ticked(library.propagating.candidates(documents[0], WORDS, labels[2], "relabel"))
        told: list[tuple[int, int]] = []
        library.propagating.apply(
            corpus, chosen, "relabel", labels[2], progress=lambda now, total: told.append((now, total))
        )
        assert told[0] == (0, 3)
        assert told[-2:] == [(1, 3), (3, 3)]

    def test_two_labels_of_one_place_do_not_become_the_same_twice(self, library, corpus, documents, labels):
        _mark(library, documents[0], 0, 7, labels[3])
        chosen = _ticked(library.propagating.candidates(documents[0], WORDS, labels[2], "relabel"))
        outcome = library.propagating.apply(corpus, chosen, "relabel", labels[2])
        assert (outcome.value.changed, outcome.value.skipped, outcome.value.already) == (3, 0, 1)
        assert library.checking.check().sound

    def test_remove(self, library, corpus, documents, labels):
        before = _spans(library, corpus)
        chosen = _ticked(library.propagating.candidates(documents[0], WORDS, labels[1], "remove"))
        outcome = library.propagating.apply(corpus, chosen, "remove", labels[1])
        assert (outcome.value.changed, outcome.value.documents) == (2, 2)
        assert [each[3] for each in _spans(library, corpus)] == ["person"]
        step = library.history.steps(limit=1)[0]
        assert (step.kind, str(step.summary)) == ("remove", "2 spans removed: “Tỉnh ủy”")
        library.history.undo()
        assert _spans(library, corpus) == before
        assert library.checking.check().sound


class TestLongerNames:
    @pytest.fixture
    def longer(self, library, corpus) -> str:
        text = "Theo Tỉnh ủy Lâm Đồng. Nay Tỉnh ủy họp, Tỉnh ủy Lâm Đồng bàn."
        return library.documents.add(corpus, "Dài", text).value.uid

    def _in_names(self, library, document, label):
        found = library.propagating.candidates(document, WORDS, label)
        return [
            (each.hit.start, each.ticked)
            for each in found
            if each.state is HitState.IN_NAME and each.hit.document == document
        ]

    def test_what_goes_on_into_a_longer_name_is_listed_and_not_ticked(self, library, longer, labels):
        place = (27, 34, labels[2])
        before = library.propagating.nearby(longer, place)
        assert (before.here, before.elsewhere) == (0, 7)
        _mark(library, longer, *place)
        assert self._in_names(library, longer, labels[2]) == [(5, False), (40, False)]

    def test_who_labels_such_a_part_means_the_others(self, library, longer, labels):
        place = (5, 12, labels[2])
        assert library.propagating.nearby(longer, place).here == 2
        _mark(library, longer, *place)
        assert not self._in_names(library, longer, labels[2])

    def test_a_span_parts_words_from_what_follows(self, library, longer, labels):
        _mark(library, longer, 48, 56, labels[0])
        assert library.propagating.nearby(longer, (27, 34, labels[2])).here == 1

    def test_those_that_are_ticked_are_labelled(self, library, corpus, longer, labels):
        found = library.propagating.candidates(longer, WORDS, labels[2])
        chosen = [each for each in found if each.state is HitState.IN_NAME]
        done = library.propagating.apply(corpus, chosen, "label", labels[2]).value
        assert (done.changed, done.skipped) == (2, 0)
