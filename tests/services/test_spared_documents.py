"""What a round says of its sample is kept where its packages are taken in: nothing is suggested there."""

from __future__ import annotations

import pytest
from colleagues import uid_of

from annotator.model.changes import SpanAdded
from annotator.model.document import AnnotatorKind
from annotator.model.identity import new_uid
from annotator.model.label import standard_label_uid
from annotator.model.rounds import Handed, Round, RoundWish
from annotator.model.span import Span


@pytest.fixture
def sent(lead):
    """The paths of the packages of Lan and Minh: the first document goes to both, and is the sample."""
    return _hand_out(lead, "Đợt 1")


def _hand_out(lead, name, *, is_unaided=True):
    first, second = lead.documents
    hands = (("Lan", (first, second)), ("Minh", (first,)))
    wish = RoundWish(lead.corpus, name, str(lead.folder), hands, (first,), 1, True, is_unaided)
    return [made.path for made in lead.library.rounds.hand_out(wish)[1]]


def _propose(colleague, document):
    """What a machine found on a document; whose layer that is."""
    machine = colleague.library.people.annotator("v1", AnnotatorKind.MACHINE).uid
    span = Span(new_uid(), 0, 3, standard_label_uid("person"))
    colleague.library.annotating.apply(document, (SpanAdded(span),), None, machine, actor_uid=machine)
    return machine


def test_a_round_is_kept_where_its_packages_come_in(lead, lan, sent):
    (dealt,) = lead.library.rounds.of(lead.corpus)
    (told,) = lan.take(sent[0])
    assert told.round_new == "Đợt 1"
    assert "1 document is a sample on which nothing is suggested" in map(str, told.notices)
    (kept,) = lan.library.rounds.of(lan.corpus)
    assert (kept.uid, kept.name, kept.sample) == (dealt.uid, dealt.name, dealt.sample)
    assert (kept.is_blind, kept.is_unaided, kept.is_received) == (True, True, True)
    assert [(each.name, set(each.documents)) for each in kept.handed] == [("Lan", set(lead.documents))]
    lan.take(sent[1])
    (both,) = lan.library.rounds.of(lan.corpus)
    assert [each.name for each in both.handed] == ["Lan", "Minh"]
    assert lan.problems() == []


def test_it_comes_and_goes_with_the_merge_and_comes_once(lan, sent):
    lan.take(sent[0])
    total = lan.library.history.total()
    assert lan.take(sent[0])[0].is_nothing_new
    assert lan.library.history.total() == total
    kept = lan.library.rounds.of(lan.corpus)
    corpus = lan.corpus
    lan.library.rounds.remove(kept[0].uid)
    lan.take(sent[0])
    assert lan.library.rounds.of(corpus) == []
    lan.library.history.undo()
    assert lan.library.rounds.of(corpus) == kept


def test_work_on_known_documents_is_something_new(lead, lan, sent):
    lan.take(sent[0])
    (told,) = lan.take(_hand_out(lead, "Đợt 2")[0])
    assert (told.documents_new, told.round_new, told.is_nothing_new) == (0, "Đợt 2", False)


def test_who_dealt_the_work_keeps_the_round_as_it_is(lead, sent):
    before = lead.library.rounds.of(lead.corpus)
    assert lead.take(sent[0])[0].is_nothing_new
    assert lead.library.rounds.of(lead.corpus) == before


def test_another_round_of_the_name_is_told_apart(lead, lan, sent):
    lan.take(lead.package("assignment", "Lan"))
    own = RoundWish(lan.corpus, "đợt 1", str(lan.folder / "own"), (("An", tuple(lan.documents)),))
    lan.library.rounds.hand_out(own)
    (told,) = lan.take(sent[0])
    assert told.round_new == f"Đợt 1 ({lead.library.self_annotator.name})"


def test_a_round_whose_packages_go_into_two_corpora_is_kept_in_both(lead, lan):
    first, second = lead.documents
    hands = (("Lan", (first,)), ("Minh", (second,)))
    wish = RoundWish(lead.corpus, "Đợt", str(lead.folder), hands, (first, second), is_unaided=True)
    paths = [made.path for made in lead.library.rounds.hand_out(wish)[1]]
    lan.take(paths[0])
    home, other = lan.corpus, lan.library.corpora.create("Khác").value.uid
    lan.take(paths[1], into=other)
    samples = [[each.sample for each in lan.library.rounds.of(corpus)] for corpus in (home, other)]
    assert samples == [[(first,)], [(second,)]]
    assert all(lan.library.documents.open(document).is_spared for document in (first, second))


def test_machines_are_not_shown_on_the_sample(lead, lan, sent):
    lan.take(sent[0])
    first, second = lead.documents
    machine = _propose(lan, first)
    _propose(lan, second)
    for asked in (None, machine):
        opened = lan.library.documents.open(first, asked)
        assert (opened.is_spared, opened.is_own, opened.layers) == (True, True, [])
    opened = lan.library.documents.open(second, machine)
    assert (opened.is_spared, opened.annotator.uid) == (False, machine)
    assert len(opened.state) == len(opened.layers) == 1


def test_where_it_was_dealt_it_concerns_those_who_got_it(lead, sent):
    first = lead.documents[0]
    machine = _propose(lead, first)
    assert lead.library.documents.open(first, machine).annotator.uid == machine
    lead.library.people.become(uid_of(lead, "Lan"))
    assert lead.library.documents.open(first, machine).is_spared
    joined = lead.library.people.create("Lan Anh").value.uid
    lead.library.people.join(uid_of(lead, "Lan"), joined)
    lead.library.people.become(joined)
    assert lead.library.documents.open(first).is_spared


def test_suggestions_may_be_left_on(lead, lan):
    lan.take(_hand_out(lead, "Đợt 1", is_unaided=False)[0])
    assert not lan.library.documents.open(lead.documents[0]).is_spared
    assert lan.library.rounds.of(lan.corpus)[0].is_blind


def test_whom_a_round_spares():
    handed = (Handed("lan", "Lan", ("a", "b")),)
    dealt = Round("u", "n", "", handed, ("a", "c"), is_unaided=True)
    assert [dealt.spares(uid, {"lan"}) for uid in "abc"] == [True, False, False]
    assert not dealt.spares("a", {"an"})
    came = Round("u", "n", "", handed, ("a",), is_unaided=True, is_received=True)
    assert came.spares("a", {"an"})
    assert not Round("u", "n", "", handed, ("a",), is_received=True).spares("a", {"lan"})
