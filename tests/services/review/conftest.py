"""A round of review in a library of its own: people mark, a reviewer rules."""

from __future__ import annotations

import pytest

from annotator.model.changes import SpanAdded, SpanRemoved
from annotator.model.document import AnnotatorKind
from annotator.model.identity import new_uid
from annotator.model.label import standard_label_uid
from annotator.model.review import GoldRange, Ruling, Verdict
from annotator.model.span import Span, reading_order
from annotator.storage import versions
from annotator.storage.tables import alias_version

TEXT = "Đồng chí Trần Văn Nam, Ủy viên Ban Thường vụ Tỉnh ủy, dự lễ trao giải ở Hà Nội."


class Round:
    """What people do in one corpus; places are (start, end, label uid)."""

    PERSON, POSITION, ORG = map(standard_label_uid, ("person", "position", "organization"))

    def __init__(self, library, corpus):
        self.library = library
        self.corpus = corpus
        self.uid = ""

    def document(self, text=TEXT, title="Bài"):
        self.uid = self.library.documents.add(self.corpus, title, text).value.uid
        return self.uid

    def who(self, name):
        return self.library.people.annotator(name, AnnotatorKind.PERSON).uid

    def marks(self, name, *places, document=None):
        added = tuple(SpanAdded(Span(new_uid(), *place)) for place in places)
        self.library.annotating.apply(document or self.uid, added, annotator_uid=self.who(name))

    def looks(self, name, document=None):
        """Somebody has a layer without spans."""
        self.marks(name, (0, 1, self.PERSON), document=document)
        self.removes(name, 0, document)

    def layer(self, name, document=None):
        opened = self.library.documents.open(document or self.uid, self.who(name))
        return sorted(opened.state.spans(), key=reading_order)

    def removes(self, name, place, document=None):
        gone = SpanRemoved(self.layer(name, document)[place])
        self.library.annotating.apply(document or self.uid, (gone,), annotator_uid=self.who(name))

    def joins(self, name, main):
        with self.library.store.saving() as unit:
            step = unit.step("annotator.join", self.library.history.steps(limit=1)[0].summary)
            row = {"uid": self.who(name), "kind": "annotator", "main_uid": self.who(main)}
            versions.open_rows(unit.connection, alias_version, step, [row])
            unit.commit()

    def reviewed(self, *names, document=None):
        return self.library.review.document(document or self.uid, names)

    def cluster(self, place, document=None):
        return self.reviewed(document=document).clusters[place]

    def places(self, document=None):
        return [span.place for span in self.reviewed(document=document).gold]

    def rule(self, cluster, verdict, *takes, **more):
        return self.library.review.decide(Ruling(cluster.document, cluster.uid, verdict, takes, **more))

    def take(self, cluster, *variants, **more):
        takes = [GoldRange(*each.place[:3], parts=each.parts) for each in variants]
        return self.rule(cluster, Verdict.TAKE, *takes, **more)


@pytest.fixture
def made(library, corpus):
    """A round in a corpus with one document on which nobody has a layer."""
    begun = Round(library, corpus)
    begun.document()
    return begun


@pytest.fixture
def two(made):
    """An and Bình on one document: agreed on a person, apart on an edge, a label, and one missed."""
    made.marks("An", (0, 4, made.PERSON), (10, 20, made.ORG), (30, 35, made.ORG), (40, 44, made.PERSON))
    made.marks("Bình", (0, 4, made.PERSON), (10, 24, made.ORG), (30, 35, made.POSITION))
    return made
