"""Counting in a process apart gives what counting here gives, and ends when it is not wanted any more."""

from __future__ import annotations

import pytest

from annotator.errors import Cancelled
from annotator.model.changes import SpanAdded
from annotator.model.figures import Scope
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.find import apart
from annotator.services.library import Library


@pytest.fixture
def corpus(library):
    corpus = library.corpora.create("C").value.uid
    label = library.labels.list(corpus)[0].label.uid
    text = "Lê An và Lê An."
    document = library.documents.add(corpus, "T", text).value.uid
    library.annotating.apply(document, (SpanAdded(Span(new_uid(), 0, 5, label)),))
    return corpus


def test_few_spans_are_counted_here(library, corpus):
    with apart.counting(library, lambda _done, _total: None) as counted:
        assert isinstance(counted, Library)


def test_a_process_apart_counts_the_same(library, corpus, monkeypatch):
    monkeypatch.setattr(apart, "MANY", 1)
    told = []
    with apart.counting(library, lambda _done, _total: None) as counted:
        assert isinstance(counted, apart.Apart)
        assert counted.figures.overview(corpus, Scope()) == library.figures.overview(corpus)
        assert counted.figures.strings(corpus, Scope()) == library.figures.strings(corpus)
        assert counted.figures.work(corpus).total == library.figures.work(corpus).total
        assert counted.consistency.at_odds(corpus, Scope()) == library.consistency.at_odds(corpus)
        bare = counted.consistency.bare(corpus, Scope(), lambda done, total: told.append((done, total)))
    assert bare == library.consistency.bare(corpus)
    assert [item.places for item in bare] == [1]
    assert (0, 1) in told


def test_what_is_not_wanted_any_more_ends(library, corpus, monkeypatch):
    monkeypatch.setattr(apart, "MANY", 1)

    def refuse(_done, _total):
        raise Cancelled(apart._ENDED)

    with apart.counting(library, refuse) as counted, pytest.raises(Cancelled):
        counted.figures.overview(corpus, Scope())
