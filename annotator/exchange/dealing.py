"""Dealing documents out to people: who gets which, and which ones several get so that they can be compared.

A deal depends on nothing but what it is given: the same documents, people, share and seed are dealt alike on
every machine.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ALL: Final = 0
"""Of `DealPlan.seen_by`: everybody."""


class Balance(Enum):
    """What everybody shall get about the same of: documents, or characters."""

    DOCUMENTS = "documents"
    CHARACTERS = "characters"


@dataclass(frozen=True, slots=True)
class Dealable:
    """A document that is dealt: its uid and the length of its text in code points."""

    uid: str
    characters: int


@dataclass(frozen=True, slots=True)
class DealPlan:
    """How to deal.

    Attributes:
        people: uids, in the order in which they are shown; none of them twice.
        share: of the documents that several people get, in percent: 0 to 100.
        seen_by: how many people get each of those, 2 or more; `ALL` for everybody.
        seed: any number; another one gives another deal.
        balance: what everybody shall get about the same of.
    """

    people: tuple[str, ...]
    share: int = 0
    seen_by: int = ALL
    seed: int = 1
    balance: Balance = Balance.DOCUMENTS


@dataclass(frozen=True, slots=True)
class Hand:
    """What one person gets.

    Attributes:
        person: uid.
        documents: uids in the order in which they were to be dealt.
        shared: how many of them others get too.
        characters: of all of them.
    """

    person: str
    documents: tuple[str, ...]
    shared: int
    characters: int


@dataclass(frozen=True, slots=True)
class Deal:
    """What was dealt: a hand for each person in order, and uids of the documents that several people get."""

    hands: tuple[Hand, ...] = ()
    sample: tuple[str, ...] = ()


def deal(documents: Sequence[Dealable], plan: DealPlan) -> Deal:
    """Deal every document to one person, and those of the sample to several.

    No two people differ by more than one document, or, dealt by characters, by more than the longest one has.
    """
    if not plan.people:
        return Deal()
    sample = drawn([document.uid for document in documents], plan)
    holders = _holders(documents, frozenset(sample), plan)
    hands = tuple(_hand(person, documents, holders) for person in plan.people)
    return Deal(hands, sample)


def drawn(uids: Sequence[str], plan: DealPlan) -> tuple[str, ...]:
    """The documents that several people get, in the order given: the share, rounded, but one at least."""
    if len(plan.people) < 2 or not plan.share or not uids:
        return ()
    count = max(1, (2 * len(uids) * plan.share + 100) // 200)
    chosen = frozenset(_shuffled(uids, plan.seed)[:count])
    return tuple(uid for uid in uids if uid in chosen)


def _holders(
    documents: Sequence[Dealable], sample: frozenset[str], plan: DealPlan
) -> Mapping[str, frozenset[str]]:
    """Document -> who gets it: each goes to those who have least so far, the sample first."""
    sizes = {document.uid: document.characters for document in documents}
    by_length = plan.balance is Balance.CHARACTERS
    order = _shuffled([document.uid for document in documents], plan.seed)
    if by_length:
        order.sort(
            key=sizes.__getitem__, reverse=True
        )  # the longest first, so that the short ones even it out
    order.sort(key=lambda uid: uid not in sample)
    loads: defaultdict[str, int] = defaultdict(int)
    holders = {}
    for uid in order:
        turns = _shuffled(plan.people, f"{plan.seed} {uid}")
        turns.sort(key=loads.__getitem__)
        count = min(plan.seen_by or len(turns), len(turns)) if uid in sample else 1
        holders[uid] = frozenset(turns[:count])
        for person in holders[uid]:
            loads[person] += sizes[uid] if by_length else 1
    return holders


def _hand(person: str, documents: Sequence[Dealable], holders: Mapping[str, frozenset[str]]) -> Hand:
    own = [document for document in documents if person in holders[document.uid]]
    shared = sum(1 for document in own if len(holders[document.uid]) > 1)
    return Hand(
        person,
        tuple(document.uid for document in own),
        shared,
        sum(document.characters for document in own),
    )


def _shuffled(names: Sequence[str], seed: object) -> list[str]:
    """The names in an order that only they and the seed make."""
    return sorted(names, key=lambda name: hashlib.sha256(f"{seed} {name}".encode()).digest())
