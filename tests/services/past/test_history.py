"""The one line of steps: undo and redo of anything, in any order, across restarts."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.model.changes import LayerState, SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = ["Thi đua là yêu nước", "Khen thưởng\r\nHuân chương", "a😀b\0c\u2028d é e\u0301 " * 3]


def canonical(library: Library) -> list[object]:
    """The present state by uid: no steps, no times, no row numbers."""
    found: list[object] = [
        ("corpus", c.uid, c.name) for c in [*library.corpora.list(), *library.corpora.binned()]
    ]
    for corpus in [*library.corpora.list(), *library.corpora.binned()]:
        found += [("label", corpus.uid, each) for each in library.labels.list(corpus.uid)]
        found += [("binned", corpus.uid, row) for row in library.documents.binned(corpus.uid)]
        found += [("document", each) for each in library.documents.listing(corpus.uid)]
        found += [("span", each) for each in library.annotating.spans(corpus.uid)]
        found.append(("counts", library.documents.counts(corpus.uid)))
    return sorted(found, key=repr)


class Desk:
    """A library with numbers in place of uids: what a random walk does to it."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def corpus(self, number: int) -> str | None:
        found = self.library.corpora.list()
        return found[number % len(found)].uid if found else None

    def document(self, number: int) -> str | None:
        for corpus in self.library.corpora.list():
            rows = self.library.documents.rows(self.library.documents.keys(corpus.uid))
            if rows:
                return rows[number % len(rows)].uid
        return None

    def do(self, kind: str, one: int, two: int) -> None:
        action: Callable[[int, int], object] = getattr(self, kind)
        try:
            action(one, two)
        except UserError:
            return

    def make_corpus(self, one: int, two: int) -> None:
        self.library.corpora.create(f"C{one}")

    def rename_corpus(self, one: int, two: int) -> None:
        if corpus := self.corpus(one):
            self.library.corpora.rename(corpus, f"R{two}")

    def bin_corpus(self, one: int, two: int) -> None:
        if two == 0 and (corpus := self.corpus(one)):
            self.library.corpora.bin(corpus)

    def add_document(self, one: int, two: int) -> None:
        if corpus := self.corpus(two):
            self.library.documents.add(corpus, f"Bài {one}", TEXTS[one % 3] + "." * (one % 2))

    def bin_document(self, one: int, two: int) -> None:
        if document := self.document(one):
            self.library.documents.bin([document])

    def rename_document(self, one: int, two: int) -> None:
        if document := self.document(one):
            self.library.documents.rename(document, f"Tên {two}")

    def label(self, one: int, two: int) -> None:
        if document := self.document(two):
            opened = self.library.documents.open(document)
            if opened.labels:
                label = opened.labels[one % len(opened.labels)]
                span = Span(new_uid(), one % 8, one % 8 + 1 + two % 5, label.uid)
                self.library.annotating.apply(document, (SpanAdded(span),))

    def change(self, one: int, two: int) -> None:
        if document := self.document(two):
            opened = self.library.documents.open(document)
            for span in opened.state.spans()[:1]:
                moved = Span(span.uid, span.start, span.end, opened.labels[one % len(opened.labels)].uid, "n")
                self.library.annotating.apply(
                    document, (SpanReplaced(span, moved), StatusChanged(opened.state.status, Status.DONE))
                )

    def swap(self, one: int, two: int) -> None:
        if document := self.document(two):
            spans = self.library.documents.open(document).state.spans()
            if len(spans) >= 2:
                first, second = spans[:2]
                changes = (
                    SpanRemoved(first),
                    SpanReplaced(second, Span(second.uid, first.start, first.end, first.label)),
                    SpanAdded(Span(first.uid, second.start, second.end, second.label)),
                )
                self.library.annotating.apply(document, changes)

    def remove(self, one: int, two: int) -> None:
        if document := self.document(two):
            spans = self.library.documents.open(document).state.spans()
            if spans:
                self.library.annotating.remove([spans[one % len(spans)].uid])

    def add_label(self, one: int, two: int) -> None:
        if corpus := self.corpus(two):
            self.library.labels.add(corpus, f"nhãn {one}")

    def rename_label(self, one: int, two: int) -> None:
        if corpus := self.corpus(two):
            labels = self.library.labels.list(corpus)
            if labels:
                self.library.labels.change(
                    labels[one % len(labels)].label.uid, corpus=corpus, name=f"L{one}", key=""
                )

    def merge_label(self, one: int, two: int) -> None:
        if corpus := self.corpus(two):
            labels = self.library.labels.list(corpus)
            if len(labels) > 1:
                a, b = labels[one % len(labels)], labels[(one + 1) % len(labels)]
                self.library.labels.merge(a.label.uid, b.label.uid, corpus=corpus)

    def remove_label(self, one: int, two: int) -> None:
        if corpus := self.corpus(two):
            labels = self.library.labels.list(corpus)
            if labels:
                self.library.labels.remove(
                    labels[one % len(labels)].label.uid, corpus=corpus, with_spans=True
                )

    def reorder(self, one: int, two: int) -> None:
        if corpus := self.corpus(two):
            self.library.labels.reorder(
                corpus, [each.label.uid for each in self.library.labels.list(corpus)][::-1]
            )

    def undo_only(self, one: int, two: int) -> None:
        acts = self.library.history.steps()
        self.library.history.undo_only(acts[one % len(acts)].uid)

    def bring_back(self, one: int, two: int) -> None:
        acts = self.library.history.steps()
        if document := self.document(two):
            self.library.history.bring_back(document, acts[one % len(acts)].uid)

    def undo_from(self, one: int, two: int) -> None:
        acts = self.library.history.steps()
        if document := self.document(two):
            self.library.history.undo_from(document, acts[one % len(acts)].uid)

    def undo(self, one: int, two: int) -> None:
        self.library.history.undo()

    def redo(self, one: int, two: int) -> None:
        self.library.history.redo()


ACTIONS = [
    name for name in vars(Desk) if not name.startswith("_") and name not in ("corpus", "document", "do")
]
FAVOURED = ["label", "label", "label", "add_document", "change", "undo"]

actions = st.lists(
    st.tuples(st.sampled_from(ACTIONS + FAVOURED), st.integers(0, 9), st.integers(0, 3)),
    min_size=1,
    max_size=18,
)


def _sound(library: Library) -> None:
    assert [str(problem.message) for problem in library.checking.check().problems] == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(actions)
def test_undone_completely_and_redone_completely_the_state_is_the_same(walk):
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "l.annotator")
        with open_library(path) as library:
            desk = Desk(library)
            library.corpora.create("C")
            library.documents.add(desk.corpus(0), "Bài", TEXTS[0])
            for action in walk:
                desk.do(*action)
            _sound(library)
            full = canonical(library)
        with open_library(path) as library:
            assert canonical(library) == full
            undone = 0
            while library.history.next_undo():
                library.history.undo()
                undone += 1
            assert canonical(library) == []
            _sound(library)
        with open_library(path) as library:
            for _ in range(undone):
                library.history.redo()
            assert canonical(library) == full
            _sound(library)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(actions)
def test_each_undo_brings_back_the_state_before_each_step(walk):
    with tempfile.TemporaryDirectory() as folder, open_library(str(Path(folder) / "l.annotator")) as library:
        desk = Desk(library)
        library.corpora.create("C")
        library.documents.add(desk.corpus(0), "Bài", TEXTS[0])
        states = []
        for action in walk:
            if action[0] in ("undo", "redo"):
                continue
            before, newest = canonical(library), library.history.next_undo()
            desk.do(*action)
            if library.history.next_undo() != newest:
                states.append(before)
        for before in reversed(states):
            library.history.undo()
            assert canonical(library) == before


@pytest.fixture
def library(tmp_path):
    with open_library(str(tmp_path / "l.annotator")) as opened:
        opened.corpora.create("C")
        opened.documents.add(opened.corpora.list()[0].uid, "Bài", TEXTS[0])
        yield opened


def test_undo_carries_the_changes_of_the_layer(library):
    desk = Desk(library)
    uid = desk.document(0)
    painted: LayerState = library.documents.open(uid).state
    for one in range(6):
        desk.label(one, one % 3)
    desk.change(1, 0)
    desk.swap(0, 0)
    for change in _all_changes(library, uid):
        painted.apply(change)
    while (undone := library.history.undo().value).step.kind == "annotate":
        assert undone.document == uid
        for change in undone.changes:
            painted.apply(change)
        assert painted.spans() == library.documents.open(uid).state.spans()
        assert painted.status is library.documents.open(uid).state.status


def _all_changes(library, uid):
    opened = library.documents.open(uid)
    yield from (SpanAdded(span) for span in opened.state.spans())
    yield StatusChanged(Status.NEW, opened.state.status)


def test_a_new_step_ends_the_redo_line(library):
    desk = Desk(library)
    desk.label(1, 1)
    library.history.undo()
    assert library.history.next_redo() is not None
    desk.label(2, 1)
    assert library.history.next_redo() is None
    with pytest.raises(UserError, match="redo"):
        library.history.redo()


def test_the_library_itself_cannot_be_undone(library):
    for _ in range(2):
        library.history.undo()
    with pytest.raises(UserError, match="undo"):
        library.history.undo()
    assert library.people.list() == [library.self_annotator]


def test_any_past_state_can_be_read(library):
    desk = Desk(library)
    uid = desk.document(0)
    states = {}
    for one in range(5):
        desk.label(one, 1)
        states[library.history.steps(limit=1)[0].seq] = library.documents.open(uid).state.spans()
    desk.remove(0, 0)
    library.history.undo()
    with library.store.reading() as view:
        key = view.documents.key_of(uid)
        layer = view.layers.identity(key, library.store.actor)
        labels = view.labels.all_uids(1)
        for step, spans in states.items():
            found = view.spans.of_layer(layer, labels, at=step)
            assert LayerState.of(100, found).spans() == spans


def test_history_lists_steps_newest_first(library):
    desk = Desk(library)
    desk.label(1, 1)
    library.history.undo()
    steps = library.history.steps(document=desk.document(0))
    assert [step.kind for step in steps] == ["undo", "annotate", "document.add"]
    assert [step.reversed for step in steps] == [False, True, False]
    assert str(steps[1].summary) == "1 span added"
