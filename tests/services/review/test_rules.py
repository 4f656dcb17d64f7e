"""Rules that decisions suggest: offered after three, shown case by case, one step, and kept an eye on."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.model.changes import StatusChanged
from annotator.model.document import Status
from annotator.model.label import standard_label_uid
from annotator.model.review import Verdict

PERSON = standard_label_uid("person")
NAMES = ("Trần Văn Nam", "Lê Thị Hoa", "Nguyễn An", "Phạm Bình", "Võ Thu Hà", "Đỗ Minh")


@pytest.fixture
def titled(made):
    """Six documents: An marks the title with the name, Bình the name alone."""
    made.uids = []
    for name in NAMES:
        text = f"Hôm qua ông {name} đã đến dự."
        made.uids.append(made.document(text, name))
        made.marks("An", (8, 12 + len(name), PERSON))
        made.marks("Bình", (12, 12 + len(name), PERSON))
    return made


def _decide(made, place, *, shorter=True):
    cluster = made.cluster(0, made.uids[place])
    chosen = sorted(cluster.variants, key=lambda each: each.end - each.start)[0 if shorter else 1]
    made.take(cluster, chosen)
    return made.library.rules.offered_after(cluster.document, cluster.uid)


def _offer(made):
    [rule] = made.library.rules.offered(made.corpus)
    return rule


def test_three_equal_decisions_suggest_a_rule(titled):
    assert [_decide(titled, place) is not None for place in range(3)] == [False, False, True]
    rule = _offer(titled)
    assert str(rule.words) == "person: where edges differ only by a title, the shorter words"
    assert (rule.examples, rule.against, rule.is_accepted) == (3, (), False)
    assert titled.library.rules.accepted(titled.corpus) == []


def test_every_case_is_shown_before_and_settled_in_one_step(titled):
    for place in range(3):
        _decide(titled, place)
    rules, rule = titled.library.rules, _offer(titled)
    shown = rules.preview(titled.corpus, rule.uid)
    assert [(case.title, case.words, case.taken) for case in shown.cases] == [
        (name, f"ông {name}", name) for name in NAMES[3:]
    ]
    assert shown.cases[0].left == "Hôm qua"
    before = titled.library.history.total()
    done = rules.accept(titled.corpus, rule.uid, shown.cases)
    assert (done.value.clusters, done.value.documents) == (3, 3)
    assert titled.library.history.total() == before + 1
    decision = titled.cluster(0, titled.uids[4]).decision
    assert decision.source == f"rule:{rule.uid}"
    assert [held.uid for held in rules.accepted(titled.corpus)] == [rule.uid]
    assert rules.offered(titled.corpus) == []
    assert rules.preview(titled.corpus, rule.uid).cases == ()
    assert titled.library.checking.check().sound
    titled.library.history.undo()
    assert titled.cluster(0, titled.uids[4]).decision is None
    assert _offer(titled) == rule


def test_documents_that_wait_for_somebody_are_counted_and_left_out(titled):
    for place in range(3):
        _decide(titled, place)
    rules, rule = titled.library.rules, _offer(titled)
    done = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
    titled.library.annotating.apply(titled.uids[3], done, annotator_uid=titled.who("An"))
    shown = rules.preview(titled.corpus, rule.uid)
    assert ([case.title for case in shown.cases], shown.waiting) == ([*NAMES[4:]], 1)
    titled.library.annotating.apply(titled.uids[3], done, annotator_uid=titled.who("Bình"))
    shown = rules.preview(titled.corpus, rule.uid)
    assert ([case.title for case in shown.cases], shown.waiting) == ([*NAMES[3:]], 0)


def test_only_ticked_cases_are_settled(titled):
    for place in range(3):
        _decide(titled, place)
    rules, rule = titled.library.rules, _offer(titled)
    cases = rules.preview(titled.corpus, rule.uid).cases
    assert rules.accept(titled.corpus, rule.uid, cases[:1]).value.clusters == 1
    assert len(rules.preview(titled.corpus, rule.uid).cases) == 2
    again = rules.accept(titled.corpus, rule.uid, cases)
    assert (again.value.clusters, again.value.left) == (2, 1)


def test_later_decisions_against_it_are_reported(titled):
    for place in range(3):
        _decide(titled, place)
    rules, rule = titled.library.rules, _offer(titled)
    rules.accept(titled.corpus, rule.uid, ())
    assert _decide(titled, 3, shorter=False) is None
    [held] = rules.accepted(titled.corpus)
    assert [(each.title, each.words, each.decision.document) for each in held.against] == [
        (NAMES[3], f"ông {NAMES[3]}", titled.uids[3])
    ]
    assert held.examples == 3


def test_what_was_turned_down_is_not_offered_again_until_it_is_forgotten(titled):
    for place in range(3):
        _decide(titled, place)
    rules, rule = titled.library.rules, _offer(titled)
    rules.decline(titled.corpus, rule.uid)
    assert rules.offered(titled.corpus) == rules.accepted(titled.corpus) == []
    assert _decide(titled, 3) is None
    rules.forget(titled.corpus, rule.uid)
    assert _offer(titled).examples == 4
    with pytest.raises(UserError, match="no such rule"):
        rules.forget(titled.corpus, rule.uid)


def test_a_rule_whose_decisions_are_gone_is_gone(titled):
    for place in range(3):
        _decide(titled, place)
    rule = _offer(titled)
    titled.library.history.undo()
    with pytest.raises(UserError, match="no such rule"):
        titled.library.rules.preview(titled.corpus, rule.uid)


def test_what_was_put_off_or_ruled_on_is_left(titled):
    for place in range(3):
        _decide(titled, place)
    titled.rule(titled.cluster(0, titled.uids[3]), Verdict.DEFER)
    titled.rule(titled.cluster(0, titled.uids[4]), Verdict.REJECT)
    cases = titled.library.rules.preview(titled.corpus, _offer(titled).uid).cases
    assert [case.title for case in cases] == [NAMES[5]]
