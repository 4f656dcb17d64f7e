"""The report of agreement against counting by hand and against plain formulas, and the spans behind it."""

from __future__ import annotations

import itertools
import json
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.report import AgreementScope, FigureRef
from annotator.agreement.undefined import Undefined
from annotator.errors import UserError
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.recipe import Recipe
from annotator.model.review import Difference
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.services.review.agreement_tables import compared_by_hull

TEXT = "Ông Lê An, Phó Chủ tịch UBND tỉnh Phú Thọ, trao bằng khen cho Sở Nội vụ."
places = st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(("person", "position")))
marked = st.dictionaries(st.sampled_from("ABC"), st.lists(places, max_size=5, unique=True), max_size=3)


def _at(words, text=TEXT):
    return text.index(words), text.index(words) + len(words)


class Desk:
    """A corpus on which several people work."""

    def __init__(self, library):
        self.library = library
        self.corpus = library.corpora.create(f"C{new_uid()}").value.uid
        self.labels = {each.label.name: each.label.uid for each in library.labels.list(self.corpus)}
        self.people = {name: library.people.annotator(name).uid for name in "ABC"}

    def document(self, **layers):
        uid = self.library.documents.add(self.corpus, "Bài", f"{TEXT} {new_uid()}").value.uid
        for name, marks in layers.items():
            self.mark(uid, name, marks)
        return uid

    def mark(self, uid, name, marks):
        spans = [Span(new_uid(), start, end, self.labels[label]) for start, end, label in marks]
        changes = [StatusChanged(Status.NEW, Status.IN_PROGRESS), *map(SpanAdded, spans)]
        self.library.annotating.apply(uid, tuple(changes), annotator_uid=self.people[name])

    def report(self, *people, **how):
        scope = AgreementScope(tuple(self.people[name] for name in people), **how)
        return self.library.agreeing.report(self.corpus, scope)

    def behind(self, **figure):
        return self.library.agreeing.spans_behind(self.corpus, FigureRef(**figure))


@pytest.fixture
def desk(library):
    return Desk(library)


def _by_hand(desk):
    """Two articles; A and B on both, C on the first alone.

    First: A and B agree on the person; B's position is shorter; C calls the person a position and has nothing
    else. Second: A has a person, B nothing.
    """
    person, whole, short = _at("Lê An"), _at("Phó Chủ tịch UBND tỉnh Phú Thọ"), _at("Phó Chủ tịch")
    first = desk.document(
        A=[(*person, "person"), (*whole, "position")],
        B=[(*person, "person"), (*short, "position")],
        C=[(*person, "position")],
    )
    second = desk.document(A=[(*person, "person")], B=[])
    return first, second


def test_figures_are_those_of_a_hand_count(desk):
    _by_hand(desk)
    report = desk.report()
    assert [each.annotator.name for each in report.people] == ["A", "B", "C"]
    assert [(each.documents, each.spans) for each in report.people] == [(2, 3), (2, 2), (1, 1)]
    assert report.documents == 2
    ab, ac, bc = (each.agreed for each in report.pairs)
    assert (ab.documents, ac.documents, bc.documents) == (2, 1, 1)
    assert (ab.strict_f1, ab.boundary_f1) == (2 / 5, 2 / 5)
    assert (ab.partial_f1, ab.type_f1) == (3 / 5, 4 / 5)
    assert (ac.strict_f1, ac.boundary_f1, ac.partial_f1, ac.type_f1) == (0, 2 / 3, 2 / 3, 0)
    assert report.whole.counts.by_difference() == {
        Difference.AGREE: 1,
        Difference.LABEL: 2,
        Difference.BOUNDARY: 1,
        Difference.BOTH: 0,
        Difference.MISSING: 3,
    }
    labels = {each.label: each for each in report.by_label}
    assert labels[desk.labels["person"]].shared.strict_f1 == 2 / 5
    assert labels[desk.labels["position"]].shared.strict_f1 == 0
    assert isinstance(labels[desk.labels["award"]].shared.strict_f1, Undefined)
    assert isinstance(labels[desk.labels["award"]].alpha, Undefined)
    person, position = desk.labels["person"], desk.labels["position"]
    assert report.confusion == {(person, person): 1, (person, position): 2}


def test_every_figure_leads_to_its_spans(desk):
    first, second = _by_hand(desk)
    a, b, c = (desk.people[name] for name in "ABC")
    assert len(desk.behind(pair=(a, b))) == 3
    (short,) = desk.behind(pair=(b, a), difference=Difference.BOUNDARY)
    assert (short.one.words, short.other.words) == ("Phó Chủ tịch UBND tỉnh Phú Thọ", "Phó Chủ tịch")
    assert short.document == first
    assert short.before == "Ông Lê An, "
    (lost,) = desk.behind(document=second)
    assert lost.other is None
    assert lost.one.annotator == a
    cell = desk.behind(cell=(desk.labels["person"], desk.labels["position"]))
    assert [place.pair for place in cell] == [(a, c), (b, c)]
    assert len(desk.behind(label=desk.labels["position"])) == 5
    assert desk.behind(duplicates=True) == []


def test_who_has_not_looked_is_missing_and_no_disagreement(desk):
    person = (*_at("Lê An"), "person")
    desk.document(A=[person], B=[person])
    desk.document(A=[person])
    assert desk.report().whole.strict_f1 == 1
    assert desk.report().documents == 1


def test_undefined_stays_undefined_and_says_why(desk):
    desk.document(A=[(*_at("Lê An"), "person")])
    desk.document(B=[])
    (pair,) = desk.report().pairs
    assert str(pair.agreed.strict_f1.reason) == "No document has been looked at by both."
    desk.document(A=[], B=[])
    (pair,) = desk.report().pairs
    assert "Nobody marked anything" in str(pair.agreed.strict_f1.reason)


def test_one_person_alone_has_no_pairs(desk):
    desk.document(A=[(*_at("Lê An"), "person")])
    report = desk.report()
    assert report.pairs == ()
    assert isinstance(report.whole.strict_f1, Undefined)


def test_machines_and_gold_count_only_when_named(desk):
    person = (*_at("Lê An"), "person")
    desk.people["M"] = desk.library.people.annotator("M", AnnotatorKind.MACHINE).uid
    desk.document(A=[person], B=[person], M=[])
    assert len(desk.report().people) == 2
    assert desk.report("A", "M").whole.strict_f1 == 0


def test_scope_narrows_documents(desk):
    first, second = _by_hand(desk)
    assert desk.report(documents=(second,)).whole.strict_f1 == 0
    assert desk.report(documents=(first,)).documents == 1
    assert desk.report(done_only=True).documents == 0
    assert desk.report(search="label:position").documents == 1
    with pytest.raises(UserError, match="There is no document"):
        desk.report(documents=("nowhere",))
    other = desk.library.corpora.create("Khác").value.uid
    with pytest.raises(UserError, match="in the corpus"):
        desk.library.agreeing.report(other, AgreementScope(documents=(first,)))
    with pytest.raises(UserError, match="There is no annotator"):
        desk.library.agreeing.report(other, AgreementScope(annotators=("nobody",)))


def test_scope_leaves_out_documents_that_wait_as_the_overview_does(desk):
    first, second = _by_hand(desk)
    assert desk.report(ready_only=True) == desk.report()
    done = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
    for name in "AB":
        desk.library.annotating.apply(first, done, annotator_uid=desk.people[name])
    report = desk.report(ready_only=True)
    waiting = [row.document for row in desk.library.review.overview(desk.corpus).rows if row.is_waiting()]
    assert waiting == [first]
    assert [each.document for each in report.by_document] == [second]
    assert desk.report(ready_only=True, documents=(first,)).documents == 0
    desk.library.annotating.apply(first, done, annotator_uid=desk.people["C"])
    assert desk.report(ready_only=True).documents == 2


def test_equal_spans_of_joined_people_are_one(desk):
    person = (*_at("Lê An"), "person")
    desk.document(A=[person], B=[person], C=[person])
    desk.library.people.join(desk.people["C"], desk.people["A"])
    report = desk.report()
    assert [each.annotator.name for each in report.people] == ["A", "B"]
    assert report.whole.counts.spans == 2


def test_what_takes_long_is_reckoned_on_wish(desk):
    _by_hand(desk)
    assert desk.report().chance is None
    told = []
    report = desk.library.agreeing.report(
        desk.corpus, by_chance=True, go_on=lambda done, total: told.append((done, total))
    )
    pair = (desk.people["A"], desk.people["B"])
    assert 0 < report.chance.kappa[pair][desk.labels["person"]] < 1
    assert isinstance(report.chance.kappa[pair][desk.labels["award"]], Undefined)
    assert isinstance(report.chance.fleiss[desk.labels["person"]], float)
    assert report.chance.alpha_u[pair][desk.labels["person"]] < 1
    assert told


@settings(max_examples=12, deadline=None)
@given(documents=st.lists(marked, min_size=1, max_size=4))
def test_every_number_is_what_counting_gives(tmp_path_factory, documents):
    with open_library(str(tmp_path_factory.mktemp("a") / "l.annotator")) as library:
        desk = Desk(library)
        for layers in documents:
            desk.document(
                **{name: [(s, s + n, label) for s, n, label in held] for name, held in layers.items()}
            )
        report = desk.report("A", "B", "C")
        for pair, (one, other) in zip(report.pairs, itertools.combinations("ABC", 2), strict=True):
            shared = [(set(each[one]), set(each[other])) for each in documents if {one, other} <= set(each)]
            both = sum(len(a & b) for a, b in shared)
            total = sum(len(a) + len(b) for a, b in shared)
            figure = pair.agreed.strict_f1
            assert figure == 2 * both / total if total else isinstance(figure, Undefined)
            assert (
                len(desk.behind(pair=(pair.a, pair.b)))
                == pair.agreed.counts.paired + pair.agreed.counts.missing
            )
        assert sum(each.counts.spans for each in report.by_document) == report.whole.counts.spans
        assert sum(each.shared.both for each in report.by_label) == report.whole.counts.agree


def test_the_card_of_exported_data_says_how_far_people_agree(desk, tmp_path):
    _by_hand(desk)
    desk.library.exporting.export(
        desk.corpus, Recipe("jsonl", layers="all", card=True), str(tmp_path / "all.jsonl")
    )
    (card,) = tmp_path.glob("*README.md")
    assert "Agreement between annotators: strict F1 0.182 (between" in card.read_text(encoding="utf-8")
    (manifest,) = tmp_path.glob("*manifest.json")
    told = json.loads(manifest.read_text(encoding="utf-8"))["agreement"]
    assert (told["strict_f1"], told["documents"]) == (2 / 11, 2)


def test_the_card_looks_at_the_documents_that_are_in_the_files(desk, tmp_path):
    _by_hand(desk)
    recipe = Recipe("jsonl", layers="all", card=True, search="label:position")
    desk.library.exporting.export(desk.corpus, recipe, str(tmp_path / "one.jsonl"))
    (card,) = tmp_path.glob("*README.md")
    assert "strict F1 0.200, on 1 document with layers" in card.read_text(encoding="utf-8")


def test_a_week_leads_to_its_differences(desk):
    first, second = _by_hand(desk)
    (week,) = desk.report().weeks
    assert week.counts.differing == len(desk.behind(week=week.monday, differing=True)) == 6
    assert desk.behind(week=week.monday - timedelta(days=7)) == []
    assert {place.document for place in desk.behind(week=week.monday)} == {first, second}


def test_words_at_edges_lead_to_their_places(desk):
    _by_hand(desk)
    (edge,) = desk.report().edges
    assert (edge.words, edge.places) == ("UBND tỉnh Phú Thọ", 1)
    (place,) = desk.behind(label=edge.label, edge=(edge.is_before, edge.stretch))
    assert place.other.words == "Phó Chủ tịch"


def test_discontinuous_spans_count_by_their_hull(desk):
    uid = desk.document(A=[], B=[])
    for name, parts in (("A", ((4, 6), (7, 9))), ("B", ((4, 5), (7, 9)))):
        span = Span(new_uid(), 4, 9, desk.labels["person"], parts=parts)
        desk.library.annotating.apply(uid, (SpanAdded(span),), annotator_uid=desk.people[name])
    report = desk.report()
    assert (report.whole.strict_f1, report.hulls) == (1, 2)
    assert str(compared_by_hull(report)).startswith("2 discontinuous spans were compared")
    (place,) = desk.behind()
    assert place.difference is Difference.AGREE
