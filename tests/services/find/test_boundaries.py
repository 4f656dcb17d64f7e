"""What the own spans tell of borders, and that a step keeps what it cost."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from annotator.errors import UserError
from annotator.model.changes import SpanAdded
from annotator.model.effort import Effort
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.storage.tables import effort
from annotator.text.habits import Trait

TEXT = "Phong trào “Một” và “Hai”, “Ba” của bà Lê An."


@pytest.fixture
def document(library, corpus):
    return library.documents.add(corpus, "Bài", TEXT).value.uid


@pytest.fixture
def label(library, corpus):
    return next(each.label.uid for each in library.labels.list(corpus) if each.label.name == "campaign")


def _add(library, document, label, words, **more):
    start = TEXT.index(words)
    span = Span(new_uid(), start, start + len(words), label)
    library.annotating.apply(document, (SpanAdded(span),), **more)
    return span


def test_habits_are_those_of_the_own_living_spans(library, corpus, document, label):
    for words in ("“Một”", "“Hai”", "“Ba”"):
        _add(library, document, label, words)
    gone = _add(library, document, label, "Lê An")
    library.annotating.remove([gone.uid])
    lan = library.people.annotator("Lan").uid
    _add(library, document, label, "Phong trào", annotator_uid=lan)
    habits = library.boundaries.habits(corpus)
    assert habits.keeps(label, Trait.QUOTES, usually=False)
    assert habits.knows(label, "“MỘT”")
    assert not habits.knows(label, "Lê An")
    assert not habits.knows(label, "Phong trào")


def test_without_spans_nothing_is_known_and_without_a_corpus_it_says_so(library, corpus, label):
    assert library.boundaries.habits(corpus).is_empty(label)
    with pytest.raises(UserError):
        library.boundaries.habits("nowhere")


def test_a_step_keeps_what_it_cost_also_after_undo(library, document, label):
    _add(library, document, label, "Lê An", effort=Effort(3, 1200))
    _add(library, document, label, "“Ba”")
    library.history.undo()
    library.history.undo()
    with library.store.reading() as view:
        rows = [tuple(row)[1:] for row in view.connection.execute(select(effort))]
    assert rows == [(3, 1200)]
