"""Colleagues for tests: libraries in which people label the same texts and exchange packages by files."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import shutil
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.exchange.changes import place_of
from annotator.exchange.lineage import as_never_made
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.label import standard_label_uid
from annotator.model.package import PackageWish
from annotator.model.review import GoldRange, Ruling, Verdict
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.services.packages.known import known_of
from annotator.services.packages.uniting import Spot, shown
from annotator.storage.received import LAYER, SPAN

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.exchange.changes import Change
    from annotator.model.package import MergeConflict, MergePreview
    from annotator.services.library import Library

TEXTS = ("Thi đua là yêu nước, yêu nước thì phải thi đua.", "Bà Trần Thị Lan, bí thư tỉnh ủy 😀 phát biểu.")
PEOPLE = ("An", "Lan", "Minh")
LABELS = tuple(map(standard_label_uid, ("person", "position", "award")))

_numbers = itertools.count(1)


class Colleague:
    """A library on a machine of its own, with what somebody does in it, chosen by numbers."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.library: Library = open_library(str(path))
        self.folder = folder
        self._first = self.library.history.total()
        self._people = {each.name: each.uid for each in self.library.people.list()}
        self.conflicts: list[MergeConflict] = []

    @property
    def corpus(self) -> str:
        return self.library.corpora.list()[0].uid

    @property
    def documents(self) -> list[str]:
        return [row.uid for row in self.library.documents.listing(self.corpus)]

    def close(self) -> None:
        self.library.close()

    # ------------------------------------------------------------------ packages

    def package(self, kind: str, person: str = "", documents: tuple[str, ...] = ()) -> str:
        path = self.folder / f"{next(_numbers)}.zip"
        self.library.packages.make(PackageWish(self.corpus, kind, str(path), person, documents))
        return str(path)

    def returns(self) -> list[str]:
        """What everybody did here, as far as there is anything."""
        made = []
        for annotator in self.library.people.list():
            try:
                made.append(self.package("return", annotator.uid))
            except UserError:
                continue
        with contextlib.suppress(UserError):  # nothing is decided yet
            made.append(self.package("gold"))
        return made

    def take(self, *paths: str, into: str | None = None) -> list[MergePreview]:
        told = [self.library.packages.merge(path, into).value for path in paths]
        self.conflicts += [conflict for each in told for conflict in each.conflicts]
        return told

    # ------------------------------------------------------------------ labelling

    def person(self, number: int) -> str:
        return self._people[PEOPLE[number % len(PEOPLE)]]

    def spans(self, document: str, person: str) -> list[Span]:
        spans = self.library.documents.open(document, person).state.spans()
        return sorted(spans, key=lambda span: span.uid)

    def do(self, act: str, who: int, which: int, place: int, label: int) -> None:
        with contextlib.suppress(UserError):  # it cannot be done here and now: nothing happened
            getattr(self, f"_{act}")(self.person(who), which, place, LABELS[label % len(LABELS)])

    def apply(self, document: str, person: str, *changes: object) -> None:
        self.library.annotating.apply(document, changes, annotator_uid=person, actor_uid=person)

    def _add(self, person: str, which: int, place: int, label: str) -> None:
        span = Span(new_uid(), place % 10, place % 10 + 4, label)
        self.apply(self.documents[which % 2], person, SpanAdded(span))

    def _remove(self, person: str, which: int, place: int, label: str) -> None:
        if own := self.spans(self.documents[which % 2], person):
            self.apply(self.documents[which % 2], person, SpanRemoved(own[place % len(own)]))

    def _change(self, person: str, which: int, place: int, label: str) -> None:
        if own := self.spans(self.documents[which % 2], person):
            before = own[place % len(own)]
            after = replace(before, label=label, note=f"n{place}", end=before.start + 3 + place % 3)
            self.apply(self.documents[which % 2], person, SpanReplaced(before, after))

    def _finish(self, person: str, which: int, place: int, label: str) -> None:
        document = self.documents[which % 2]
        layers = next(
            row for row in self.library.documents.listing(self.corpus) if row.uid == document
        ).layers
        before = next((each.status for each in layers if each.annotator.uid == person), None)
        if before is not None:
            after = (Status.IN_PROGRESS, Status.DONE)[place % 2]
            if after is not before:
                self.apply(document, person, StatusChanged(before, after))

    def _undo(self, person: str, which: int, place: int, label: str) -> None:
        step = self.library.history.next_undo()
        if step is not None and step.seq > self._first:
            self.library.history.undo()

    def _redo(self, person: str, which: int, place: int, label: str) -> None:
        self.library.history.redo()

    def _undo_only(self, person: str, which: int, place: int, label: str) -> None:
        steps = self.library.history.steps(self.corpus)
        step = steps[place % len(steps)]
        if step.seq > self._first:
            self.library.history.undo_only(step.uid)

    def _bring_back(self, person: str, which: int, place: int, label: str) -> None:
        document = self.documents[which % 2]
        steps = self.library.history.steps(self.corpus, document)
        self.library.history.bring_back(document, steps[place % len(steps)].uid)

    def _merge_labels(self, person: str, which: int, place: int, label: str) -> None:
        labels = [row.label.uid for row in self.library.labels.list(self.corpus)]
        self.library.labels.merge(labels[place % len(labels)], label, corpus=self.corpus)

    # ------------------------------------------------------------------ reviewing

    def _restore(self, person: str, which: int, place: int, label: str) -> None:
        if self.conflicts:
            conflict = self.conflicts[place % len(self.conflicts)]
            self.library.packages.restore(conflict, conflict.others[place % len(conflict.others)].change)

    def _decide(self, person: str, which: int, place: int, label: str) -> None:
        document = self.documents[which % 2]
        if clusters := self.library.review.document(document).clusters:
            chosen = clusters[place % len(clusters)]
            first = chosen.variants[0]
            takes = (GoldRange(first.start, first.end, first.label),) if place % 3 else ()
            verdict = Verdict.TAKE if takes else Verdict.REJECT
            self.library.review.decide(Ruling(document, chosen.uid, verdict, takes, reason=f"r{place}"))

    def _undecide(self, person: str, which: int, place: int, label: str) -> None:
        document = self.documents[which % 2]
        clusters = self.library.review.document(document).clusters
        if ruled := [each.uid for each in clusters if each.decision is not None]:
            self.library.review.take_back(ruled[place % len(ruled)], document)

    def _comment(self, person: str, which: int, place: int, label: str) -> None:
        self.library.comments.add(self.documents[which % 2], f"? {place}", start=place, end=place + 2)

    def _recomment(self, person: str, which: int, place: int, label: str) -> None:
        if held := sorted(
            self.library.comments.of_document(self.documents[which % 2]), key=attrgetter("uid")
        ):
            uid = held[place % len(held)].uid
            comments = self.library.comments
            (comments.resolve, comments.remove, lambda uid: comments.edit(uid, f"! {place}"))[place % 3](uid)

    def _import(self, person: str, which: int, place: int, label: str) -> None:
        """Take the same file in that others take in too, each for themselves."""
        file = self.folder / f"same-{which}.jsonl"
        spans = [{"start": 2 * at, "end": 2 * at + 3, "label": "person"} for at in range(3)]
        file.write_text(json.dumps({"text": TEXTS[which % 2], "spans": spans}), encoding="utf-8")
        self.library.importing.import_paths([str(file)], self.corpus, annotator=person)

    def _join(self, person: str, which: int, place: int, label: str) -> None:
        self.library.people.join(person, self.person(place))

    def _part(self, person: str, which: int, place: int, label: str) -> None:
        self.library.people.part(person)

    def _label(self, person: str, which: int, place: int, label: str) -> None:
        """Add a label of a name that others add too, and use it."""
        made = self.library.labels.add(self.corpus, ("địa danh", "lễ hội")[place % 2]).value
        self._add(person, which, place, made.uid)

    def _rename(self, person: str, which: int, place: int, label: str) -> None:
        held = self.library.labels.list(self.corpus)
        name = ("Địa danh", "nơi chốn", "Người", "vinh danh")[place % 4]
        self.library.labels.change(held[place % len(held)].label.uid, corpus=self.corpus, name=name)

    # ------------------------------------------------------------------ looking

    def state(self) -> list[object]:
        """What everybody marked, without row numbers, times and steps."""
        found: list[object] = []
        for listed in self.library.documents.listing(self.corpus):
            text = self.library.documents.open(listed.uid).document.text
            found += [(text, each.annotator.uid, each.status.value, each.spans) for each in listed.layers]
            records = self.library.annotating.spans(self.corpus)
            found += [
                (text, each.annotator.uid, each.span) for each in records if each.document == listed.uid
            ]
        return sorted(found, key=repr)

    def content(self) -> list[object]:
        """What the rows hold of everybody, whoever is joined to whom here and whatever labels are called."""
        with self.library.store.reading() as view:
            keys = view.documents.living(view.corpora.key_of(self.corpus))
            texts = {key: view.documents.text(key) for key in keys}
            people = {key: uid for uid, key in view.meeting.people().items()}
            return sorted(
                (
                    (place.kind, texts[place.document], people.get(place.annotator, ""), thing, dict(body))
                    for place, known in known_of(view, keys).items()
                    for thing, body in (known.living or {}).items()
                ),
                key=repr,
            )

    def problems(self) -> list[str]:
        return [str(problem.message) for problem in self.library.checking.check().problems]

    def check_changes(self) -> None:
        """What the changes amount to is what the rows say."""
        with self.library.store.reading() as view:
            keys = view.documents.living(view.corpora.key_of(self.corpus))
            same = {row.uid: row.merged_into for row in view.meeting.labels(1) if row.merged_into}
            people = {key: uid for uid, key in view.meeting.people().items()}
            spots = {
                Spot(place.kind, str(place.document), people.get(place.annotator, "")): known
                for place, known in known_of(view, keys).items()
            }
            reverses = view.received.reversals()

            def made(at: Spot) -> list[Change]:
                return spots[at].with_fresh() if at in spots else []

            def lasting(at: Spot) -> list[Change]:
                return as_never_made(made(at), reverses)

            apart = set()
            for spot, known in spots.items():
                if spot.kind != LAYER:
                    apart |= {each.thing for each in shown(spot, lasting, same).conflicts}
                if spot.kind != SPAN:
                    continue
                bodies = shown(spot, made, same).bodies
                if same:  # of spans that are equal by a merged label another one may be shown
                    assert {place_of(body, same) for body in bodies.values()} == {
                        place_of(body, same) for body in known.living.values()
                    }
                else:
                    assert bodies == known.living
        assert {told.thing for told in self.library.packages.conflicts(self.corpus)} == apart


def seed(path: Path) -> None:
    """A library with one corpus, two texts and three annotators."""
    with open_library(str(path)) as library:
        corpus = library.corpora.create("Báo").value
        for number, text in enumerate(TEXTS):
            library.documents.add(corpus.uid, f"Bài {number}", text)
        for name in PEOPLE:
            library.people.annotator(name)


def colleagues(master: Path, folder: Path, number: int = 3) -> list[Colleague]:
    """So many machines with a copy of one library, each a replica of its own from its first step on."""
    return [
        Colleague(shutil.copyfile(master, folder / f"{place}-{next(_numbers)}.annotator"), folder)
        for place in range(number)
    ]


# ---------------------------------------------------------------------- in few words


def uid_of(colleague, name):
    return colleague.library.people.find(name).uid


def mark(colleague, document, start, end, label=LABELS[0], who="Lan"):
    """Add a span to somebody's layer; the span."""
    span = Span(new_uid(), start, end, label)
    colleague.apply(document, uid_of(colleague, who), SpanAdded(span))
    return span


def remove(colleague, document, span, who="Lan"):
    colleague.apply(document, uid_of(colleague, who), SpanRemoved(span))


def change(colleague, document, span, who="Lan", **values):
    after = replace(span, **values)
    colleague.apply(document, uid_of(colleague, who), SpanReplaced(span, after))
    return after


def places(colleague, document, who="Lan"):
    """(start, end, label) of somebody's spans."""
    spans = colleague.library.documents.open(document, uid_of(colleague, who)).state.spans()
    return sorted((span.start, span.end, span.label) for span in spans)


def bytes_of(colleague):
    """The content of the library's files, by name."""
    path = colleague.library.path
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in path.parent.glob(f"{path.name}*")
        if not file.name.endswith((".lock", "-shm"))
    }
