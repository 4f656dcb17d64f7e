"""Who is at the desk, and annotators that are one person: joined they read as one, parted as before."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import AnnotatorKind, Status
from annotator.model.figures import Scope
from annotator.model.identity import fixed_uid, new_uid
from annotator.model.search import Sought
from annotator.model.span import Span
from annotator.services.library import open_library

TEXTS = ("Lan gặp An ở Huế.", "Ông Minh và bà Lan.", "Chủ tịch nước.")
ALL = Scope(everyone=True)


class Desk:
    """A library with three documents, and people who label them by places."""

    def __init__(self, library):
        self.library = library
        self.corpus = library.corpora.create("Báo").value.uid
        self.documents = [
            library.documents.add(self.corpus, f"Bài {place}", text).value.uid
            for place, text in enumerate(TEXTS)
        ]
        self.labels = [each.label.uid for each in library.labels.list(self.corpus)]
        self.uids = {}
        for name in ("Lan", "Lan ở nhà", "Bình"):
            self.uids[name] = library.people.annotator(name).uid

    def label(self, name, document, start, end, label=0):
        span = Span(new_uid(), start, end, self.labels[label])
        self.library.annotating.apply(self.documents[document], (SpanAdded(span),), None, self.uids[name])
        return span

    def opened(self, name, document=0):
        return self.library.documents.open(self.documents[document], self.uids[name])

    def places(self, name, document=0):
        return [(span.start, span.end) for span in self.opened(name, document).state.spans()]

    def join(self):
        return self.library.people.join(self.uids["Lan ở nhà"], self.uids["Lan"])


@pytest.fixture
def desk(library):
    return Desk(library)


def test_joined_they_have_one_layer_with_equal_spans_once(desk):
    desk.label("Lan", 0, 0, 3)
    desk.label("Lan ở nhà", 0, 0, 3)
    desk.label("Lan ở nhà", 0, 8, 10)
    desk.label("Bình", 0, 13, 16)
    people = desk.library.people
    assert desk.join().value.name == "Lan"
    assert desk.places("Lan") == desk.places("Lan ở nhà") == [(0, 3), (8, 10)]
    assert desk.opened("Lan ở nhà").annotator.name == "Lan"
    layers = desk.opened("Lan").layers
    assert [(each.annotator.name, each.spans) for each in layers] == [("Lan", 2), ("Bình", 1)]
    assert [each.name for each in people.list()][1:] == ["Lan", "Bình"]
    [lan] = [each for each in people.persons() if each.joined]
    assert (lan.annotator.name, lan.documents, lan.spans) == ("Lan", 1, 2)
    assert [each.name for each in lan.joined] == ["Lan ở nhà"]
    assert desk.library.documents.rows(desk.library.documents.keys(desk.corpus))[0].spans == 3
    assert desk.library.checking.check().sound


def test_an_export_knows_the_joined_one_by_every_name(desk):
    desk.label("Lan ở nhà", 0, 0, 3)
    desk.library.people.annotator("An")
    desk.join()
    with desk.library.snapshots.snapshot() as snapshot:
        main = desk.uids["Lan"]
        assert {snapshot.main_of(each) for each in ("Lan", "Lan ở nhà", desk.uids["Lan ở nhà"])} == {main}
        assert snapshot.main_of("nobody") == "nobody"


def test_what_the_joined_one_labels_goes_into_the_main_layer(desk):
    desk.label("Lan ở nhà", 0, 0, 3)
    desk.join()
    desk.label("Lan ở nhà", 0, 8, 10)
    desk.library.people.part(desk.uids["Lan ở nhà"])
    assert desk.places("Lan") == [(8, 10)]
    assert desk.places("Lan ở nhà") == [(0, 3)]
    assert desk.library.checking.check().sound


def test_a_span_is_changed_where_it_was_written(desk):
    span = desk.label("Lan ở nhà", 0, 0, 3)
    desk.label("Lan", 0, 8, 10)
    desk.join()
    wider = replace(span, end=7)
    desk.library.annotating.apply(desk.documents[0], (SpanReplaced(span, wider),), None, desk.uids["Lan"])
    assert desk.places("Lan") == [(0, 7), (8, 10)]
    desk.library.people.part(desk.uids["Lan ở nhà"])
    assert desk.places("Lan ở nhà") == [(0, 7)]
    assert desk.places("Lan") == [(8, 10)]


@pytest.mark.parametrize("way", ["apply", "remove"])
def test_a_removal_takes_the_equal_span_too_and_undo_brings_both_back(desk, way):
    span = desk.label("Lan", 0, 0, 3)
    desk.label("Lan ở nhà", 0, 0, 3)
    desk.join()
    if way == "apply":
        desk.library.annotating.apply(desk.documents[0], (SpanRemoved(span),), None, desk.uids["Lan"])
    else:
        desk.library.annotating.remove([span.uid])
    assert desk.places("Lan") == []
    assert desk.library.checking.check().sound
    desk.library.history.undo()
    assert desk.places("Lan") == [(0, 3)]
    desk.library.people.part(desk.uids["Lan ở nhà"])
    assert desk.places("Lan ở nhà") == [(0, 3)]


def test_the_status_is_that_of_the_main_layer_where_there_is_one(desk):
    done = (StatusChanged(Status.NEW, Status.DONE),)
    for document in (0, 1):
        desk.library.annotating.apply(desk.documents[document], done, None, desk.uids["Lan ở nhà"])
    desk.label("Lan", 1, 0, 3)
    desk.join()
    assert desk.opened("Lan", 0).state.status is Status.DONE
    assert desk.opened("Lan", 1).state.status is Status.IN_PROGRESS
    counts = desk.library.documents.counts(desk.corpus)
    assert (counts.done, counts.in_progress, counts.new) == (1, 1, 1)
    begun = (StatusChanged(Status.DONE, Status.IN_PROGRESS),)
    desk.library.annotating.apply(desk.documents[0], begun, None, desk.uids["Lan"])
    assert desk.opened("Lan", 0).state.status is Status.IN_PROGRESS
    assert desk.library.checking.check().sound


def _readings(desk):
    """What is read of the work everywhere, without uids."""
    library, corpus = desk.library, desk.corpus
    overview = library.figures.overview(corpus, ALL)
    hits = library.searching.hits(corpus, Sought("Lan"))
    with library.snapshots.snapshot() as snapshot:
        people = {each.uid: each.name for each in snapshot.annotators(corpus)}
        rows = snapshot.rows(corpus, {uid: uid for uid in people}, None, lambda *_: None)
        exported = [
            (
                row.document.title,
                row.status,
                sorted((people[uid], status) for uid, status in row.layers),
                sorted((people[each.annotator], each.start, each.end, each.label) for each in row.spans),
            )
            for row in rows
        ]
    return {
        "exported": exported,
        "spans": sorted(
            (each.document, each.annotator.name, each.span.start, each.span.end, each.label_name)
            for each in library.annotating.spans(corpus)
        ),
        "rows": library.documents.rows(library.documents.keys(corpus)),
        "counts": [(each.spans, each.documents) for each in library.labels.list(corpus)],
        "listing": [
            sorted((layer.annotator.name, layer.status, layer.spans) for layer in each.layers)
            for each in library.documents.listing(corpus)
        ],
        "people": sorted(
            (each.annotator.name, each.documents, each.done, each.spans) for each in overview.people
        ),
        "labels": [(each.spans, each.documents) for each in overview.labels],
        "lengths": overview.lengths,
        "nesting": overview.nesting,
        "layers": overview.layers,
        "work": [len(library.work_lists.of_label(corpus, label)) for label in desk.labels],
        "found": [(hit.title, hit.start, sorted((s.start, s.end) for s in hit.spans)) for hit in hits],
        "by": list(library.documents.keys(corpus, search="by:Lan")),
        "open": {
            name: [(desk.places(name, place), desk.opened(name, place).state.status) for place in range(3)]
            for name in ("Lan", "Bình")
        },
    }


_PLACES = ((0, 3), (0, 6), (4, 7), (8, 10))
_MARKS = st.sets(
    st.tuples(
        st.sampled_from(["Lan", "Lan ở nhà", "Bình"]),
        st.integers(0, 2),
        st.sampled_from(_PLACES),
        st.integers(0, 1),
    ),
    max_size=14,
)
_DONE = st.sets(st.tuples(st.sampled_from(["Lan", "Lan ở nhà"]), st.integers(0, 2)), max_size=3)


@settings(max_examples=5)
@given(marks=_MARKS, done=_DONE)
def test_joined_and_parted_it_is_as_it_was(empty_library, tmp_path_factory, marks, done):
    """And joined everything reads as if the main one had made it all."""
    folder = tmp_path_factory.mktemp("people")
    apart, together = (
        shutil.copyfile(empty_library, folder / f"{name}.annotator") for name in ("apart", "together")
    )
    with open_library(str(apart)) as first, open_library(str(together)) as second:
        desk, single = Desk(first), Desk(second)
        for name, document, (start, end), label in sorted(marks):
            desk.label(name, document, start, end, label)
        _finish(desk, done)
        main_marks = {("Lan" if name == "Lan ở nhà" else name, *rest) for name, *rest in marks}
        for name, document, (start, end), label in sorted(main_marks):
            single.label(name, document, start, end, label)
        _finish_as_one(single, marks, done)
        before = _readings(desk)
        desk.join()
        assert _without_uids(desk, _readings(desk)) == _without_uids(single, _readings(single))
        assert first.checking.check().sound
        first.people.part(desk.uids["Lan ở nhà"])
        assert _readings(desk) == before
        first.history.undo()
        assert _without_uids(desk, _readings(desk)) == _without_uids(single, _readings(single))
        first.history.undo()
        assert _readings(desk) == before
        assert first.checking.check().sound


def _finish(desk, done):
    for name, document in sorted(done):
        opened = desk.opened(name, document)
        change = StatusChanged(opened.state.status, Status.DONE)
        desk.library.annotating.apply(desk.documents[document], (change,), None, desk.uids[name])


def _finish_as_one(desk, marks, done):
    """The main one's own status where it has a layer, else that of the joined one."""
    own = {document for name, document, *_ in marks if name == "Lan"} | {
        document for name, document in done if name == "Lan"
    }
    _finish(desk, {("Lan", document) for name, document in done if name == "Lan" or document not in own})


def _without_uids(desk, readings):
    names = {uid: place for place, uid in enumerate(desk.documents)}
    rows = [(names[row.uid], row.status, row.spans) for row in readings["rows"]]
    spans = [(names[each[0]], *each[1:]) for each in readings["spans"]]
    return {**readings, "rows": rows, "spans": sorted(spans)}


def test_chains_end_at_the_last_main_one(desk):
    for name in desk.uids:
        desk.label(name, 0, 0, 3)
    desk.join()
    desk.library.people.join(desk.uids["Lan"], desk.uids["Bình"])
    assert {desk.opened(name).annotator.name for name in desk.uids} == {"Bình"}
    assert [each.spans for each in desk.opened("Lan").layers] == [1]
    desk.library.people.part(desk.uids["Lan"])
    assert desk.opened("Lan ở nhà").annotator.name == "Lan"
    assert desk.library.checking.check().sound


def test_who_cannot_be_joined(desk):
    people = desk.library.people
    machine = people.annotator("Máy", AnnotatorKind.MACHINE).uid
    lan, home, other = (desk.uids[name] for name in ("Lan", "Lan ở nhà", "Bình"))
    desk.join()
    for uid, main, words in (
        (lan, machine, "no person"),
        (home, lan, "one person already"),
        (lan, home, "one person already"),
        (lan, lan, "one person already"),
        (home, other, "Part these two first"),
        (fixed_uid("nobody", "x"), lan, "no annotator"),
    ):
        with pytest.raises(UserError, match=words):
            people.join(uid, main)
    with pytest.raises(UserError, match="joined to nobody"):
        people.part(other)


def test_somebody_else_at_the_desk_has_the_own_layer(desk, tmp_path):
    library = desk.library
    desk.label("Bình", 0, 0, 3)
    first = library.people.profile()
    assert library.people.become("Bình").step is None
    assert library.self_annotator.name == "Bình"
    span = Span(new_uid(), 8, 10, desk.labels[0])
    library.annotating.apply(desk.documents[0], (SpanAdded(span),))
    assert desk.places("Bình") == [(0, 3), (8, 10)]
    assert library.history.steps()[0].actor == "Bình"
    library.people.become(first.uid)
    library.annotating.apply(desk.documents[0], (SpanAdded(replace(span, uid=new_uid())),))
    assert library.documents.open(desk.documents[0]).own == first
    assert [each.is_at_desk for each in library.people.persons()] == [True, False, False, False]


def test_who_is_at_the_desk_is_remembered_and_may_be_a_joined_one(desk):
    library = desk.library
    library.people.become("Lan ở nhà")
    desk.join()
    assert library.people.profile().name == "Lan"
    library.annotating.apply(desk.documents[0], (SpanAdded(Span(new_uid(), 0, 3, desk.labels[0])),))
    library.people.part(desk.uids["Lan ở nhà"])
    assert library.people.profile().name == "Lan ở nhà"
    assert desk.places("Lan") == [(0, 3)]
    path = str(library.path)
    library.close()
    with open_library(path) as again:
        assert again.self_annotator.name == "Lan ở nhà"


def test_a_name_that_two_have_is_asked_about(desk):
    people = desk.library.people
    second = people.create("Lan").value
    assert second.uid != desk.uids["Lan"]
    with pytest.raises(UserError, match=second.uid):
        people.become("Lan")
    with pytest.raises(UserError, match="nobody who could be at the desk"):
        people.become(people.annotator("Máy", AnnotatorKind.MACHINE).uid)
    people.join(second.uid, desk.uids["Lan"])
    assert people.become("Lan").value.uid == desk.uids["Lan"]


def test_who_is_at_the_desk_does_not_go(desk):
    people = desk.library.people
    made = people.create("Mai")
    people.become(made.value.uid)
    with pytest.raises(UserError, match="is at the desk"):
        desk.library.history.undo()
    people.become(desk.uids["Bình"])
    desk.library.history.undo()
    assert people.find("Mai") is None


def test_the_history_says_who_was_joined(desk):
    desk.join()
    step = desk.library.history.steps()[0]
    assert str(step.summary) == "Lan ở nhà and Lan are one person"
    [item] = desk.library.history.details(step.uid).items
    assert str(item.after) == "Lan ở nhà is Lan"
