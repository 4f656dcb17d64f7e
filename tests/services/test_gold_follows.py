"""What reviewers decided apart: gold is what the decision that holds says, on every machine."""

from __future__ import annotations

import pytest
from colleagues import LABELS, mark

from annotator.model.review import GoldRange, Ruling, Verdict


@pytest.fixture
def cluster(lead, lan, handed_out):
    """The cluster that both libraries have, each after taking the other's work."""
    first = handed_out[0]
    mark(lan, first, 0, 3)
    lead.take(lan.package("return", "Lan"))
    me = lead.library.people.profile()
    mark(lead, first, 0, 3, who=me.name)
    lan.take(lead.package("return", me.uid))
    (found,) = lead.library.review.document(first).clusters
    assert [each.uid for each in lan.library.review.document(first).clusters] == [found.uid]
    return found


def _rule(colleague, cluster, verdict, label=LABELS[0]):
    takes = (GoldRange(0, 3, label),) if verdict in (Verdict.TAKE, Verdict.TAKE_EDITED) else ()
    colleague.library.review.decide(Ruling(cluster.document, cluster.uid, verdict, takes))


def _gold(colleague, document):
    reviewed = colleague.library.review.document(document)
    (found,) = reviewed.clusters
    return (
        None if found.decision is None else found.decision.verdict,
        [(span.start, span.end, span.label) for span in reviewed.gold],
    )


PAIRS = [
    (Verdict.REJECT, Verdict.TAKE),
    (Verdict.TAKE, Verdict.DEFER),
    (Verdict.DEFER, Verdict.TAKE_EDITED),
    (Verdict.TAKE_EDITED, Verdict.TAKE),
]


@pytest.mark.parametrize(("mine", "others"), PAIRS)
def test_what_was_decided_apart_makes_the_gold_that_holds(lead, lan, cluster, mine, others):
    labels = {Verdict.TAKE: LABELS[0], Verdict.TAKE_EDITED: LABELS[1]}
    _rule(lead, cluster, Verdict.TAKE)  # what is there is taken away by a later ruling
    for one, verdict in ((lead, mine), (lan, others)):
        _rule(one, cluster, verdict, labels.get(verdict, ""))
    packages = [each for one in (lead, lan) for each in one.returns()]
    for one in (lead, lan):
        one.take(*packages)
        one.check_changes()
        verdict, gold = _gold(one, cluster.document)
        assert gold == ([(0, 3, labels[verdict])] if verdict in labels else [])
        assert one.problems() == []
    assert _gold(lead, cluster.document) == _gold(lan, cluster.document)
    assert lead.content() == lan.content()


def test_two_who_ruled_alike_are_in_no_conflict(lead, lan, cluster):
    for one in (lead, lan):
        _rule(one, cluster, Verdict.TAKE)
    assert lead.take(*lan.returns())[-1].conflicts == ()
    assert lead.library.packages.conflicts(lead.corpus) == ()
    assert _gold(lead, cluster.document) == (Verdict.TAKE, [(0, 3, LABELS[0])])


@pytest.mark.parametrize("side", [0, 1])
def test_restoring_a_decision_brings_its_gold(lead, lan, cluster, side):
    _rule(lead, cluster, Verdict.REJECT)
    _rule(lan, cluster, Verdict.TAKE)
    lead.take(*lan.returns())
    (told,) = lead.library.packages.conflicts(lead.corpus)
    assert told.kind == "decision"
    wanted = (told.kept, *told.others)[side]
    lead.library.packages.restore(told, wanted.change)
    verdict, gold = _gold(lead, cluster.document)
    assert (verdict.value, bool(gold)) == (wanted.body["verdict"], wanted.body["verdict"] == "take")
    lan.take(*lead.returns())
    assert _gold(lan, cluster.document) == (verdict, gold)
    lead.check_changes()
    assert lead.problems() == []


def test_a_reviewers_return_makes_gold_where_none_is(lead, lan, cluster):
    _rule(lan, cluster, Verdict.TAKE)
    told = lead.take(lan.package("return", lan.library.people.profile().uid))[0]
    assert "Gold" in told.people_new
    assert _gold(lead, cluster.document) == (Verdict.TAKE, [(0, 3, LABELS[0])])
    lead.library.history.undo()
    assert _gold(lead, cluster.document) == (None, [])
    assert lead.problems() == []
