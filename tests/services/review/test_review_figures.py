"""How far the review is, among the figures of a corpus."""

from __future__ import annotations

from annotator.model.figures import ReviewFigures, Scope
from annotator.model.review import Verdict

NOTHING = dict.fromkeys(Verdict, 0)


def _found(made, scope=Scope()):  # noqa: B008  (frozen)
    return made.library.figures.overview(made.corpus, scope).review


def test_nothing_is_said_before_anything_can_be_compared(made):
    assert _found(made) == ReviewFigures(0, 0, 0, NOTHING)
    assert not _found(made).is_begun


def test_documents_gold_and_what_was_ruled_are_counted(two):
    two.take(two.cluster(0), two.cluster(0).variants[0])
    two.rule(two.cluster(1), Verdict.DEFER)
    decisions = {**NOTHING, Verdict.TAKE: 1, Verdict.DEFER: 1}
    assert _found(two) == ReviewFigures(1, 0, 1, decisions)
    two.library.review.finish(two.uid)
    assert (_found(two).finished, _found(two).is_begun) == (1, True)
    two.library.documents.bin([two.uid])
    assert _found(two) == ReviewFigures(0, 0, 0, NOTHING)


def test_it_is_of_the_whole_corpus_or_not_told(two):
    assert _found(two, Scope(everyone=True)).compared == 1
    assert _found(two, Scope(annotator=two.who("An"))).compared == 1
    assert _found(two, Scope(search="Bài")) is None
