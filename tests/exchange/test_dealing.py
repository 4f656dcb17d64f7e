"""Every document is dealt, those of the sample to several people, and everybody gets about the same."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.dealing import ALL, Balance, Deal, Dealable, DealPlan, deal

LENGTHS = st.lists(st.integers(0, 500), max_size=30)
PLANS = st.builds(
    DealPlan,
    people=st.integers(1, 5).map(lambda count: tuple("ABCDE"[:count])),
    share=st.integers(0, 100),
    seen_by=st.sampled_from([ALL, 2, 3, 9]),
    seed=st.integers(0, 5),
    balance=st.sampled_from(Balance),
)


def documents_of(lengths):
    return [Dealable(f"d{number:02}", length) for number, length in enumerate(lengths)]


@given(LENGTHS, PLANS)
def test_every_document_is_dealt_and_the_sample_to_as_many_as_wished(lengths, plan):
    documents = documents_of(lengths)
    dealt = deal(documents, plan)
    holders = Counter(uid for hand in dealt.hands for uid in hand.documents)
    several = min(plan.seen_by or 9, len(plan.people))
    assert set(holders) == {document.uid for document in documents}
    assert {uid for uid, count in holders.items() if count > 1} == set(dealt.sample)
    assert all(holders[uid] == several for uid in dealt.sample)
    if len(plan.people) > 1 and plan.share and lengths:
        assert abs(len(dealt.sample) - len(lengths) * plan.share / 100) <= 0.5 or len(dealt.sample) == 1
    else:
        assert not dealt.sample


@given(LENGTHS, PLANS)
def test_everybody_gets_about_the_same(lengths, plan):
    hands = deal(documents_of(lengths), plan).hands
    assert tuple(hand.person for hand in hands) == plan.people
    if plan.balance is Balance.DOCUMENTS:
        loads, most = [len(hand.documents) for hand in hands], 1
    else:
        loads, most = [hand.characters for hand in hands], max(lengths, default=0)
    assert max(loads) - min(loads) <= most


@given(LENGTHS, PLANS)
def test_a_hand_says_what_is_in_it(lengths, plan):
    documents = {document.uid: document for document in documents_of(lengths)}
    dealt = deal(list(documents.values()), plan)
    for hand in dealt.hands:
        assert hand.characters == sum(documents[uid].characters for uid in hand.documents)
        assert hand.shared == len(set(hand.documents) & set(dealt.sample))
        assert list(hand.documents) == sorted(hand.documents)


@given(LENGTHS, PLANS, st.randoms())
def test_the_same_seed_deals_the_same_in_whatever_order_the_documents_come(lengths, plan, random):
    documents = documents_of(lengths)
    mixed = list(documents)
    random.shuffle(mixed)
    first, second = deal(documents, plan), deal(mixed, plan)
    assert [set(hand.documents) for hand in first.hands] == [set(hand.documents) for hand in second.hands]
    assert set(first.sample) == set(second.sample)


def test_another_seed_deals_otherwise():
    documents = documents_of([100] * 20)
    plans = [DealPlan(("A", "B"), 20, seed=seed) for seed in range(5)]
    assert len({deal(documents, plan).sample for plan in plans}) > 1
    assert len({deal(documents, plan).hands for plan in plans}) == 5


@pytest.mark.parametrize(
    ("share", "count"), [(0, 0), (1, 1), (10, 1), (15, 2), (20, 2), (24, 2), (25, 3), (100, 10)]
)
def test_the_share_is_rounded_and_one_at_least(share, count):
    assert len(deal(documents_of([1] * 10), DealPlan(("A", "B"), share)).sample) == count


def test_nobody_gets_nothing():
    assert deal(documents_of([1, 2]), DealPlan(())) == Deal()
