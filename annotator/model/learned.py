"""Rules that decisions suggested: offered, accepted, and what goes against them. Pure values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.messages import Message
    from annotator.model.review import Cluster, Decision, Ruling


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision by hand that says otherwise than a rule; `words` are what its cluster spans, on one line."""

    decision: Decision
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class LearnedRule:
    """A rule for people.

    Attributes:
        uid: the same for the same rule everywhere.
        words: the rule as a sentence.
        examples: decisions by hand that say so.
        against: decisions by hand on such cases that say otherwise, the oldest first.
        is_accepted: whether somebody said that it holds; else it is only offered.
    """

    uid: str
    words: Message
    examples: int
    against: tuple[Contradiction, ...] = ()
    is_accepted: bool = False


@dataclass(frozen=True, slots=True)
class RuleCase:
    """A cluster that a rule would settle.

    Attributes:
        document: uid.
        title: of the document.
        cluster: the cluster.
        ruling: what the rule would rule on it.
        left: up to 40 characters before it, on one line; `right` likewise behind it.
        words: what it spans, on one line.
        taken: the words that would go into gold, "" for none.
    """

    document: str
    title: str
    cluster: Cluster
    ruling: Ruling
    left: str
    words: str
    right: str
    taken: str


@dataclass(frozen=True, slots=True)
class RulePreview:
    """A rule with every case that it would settle now, in import and reading order.

    Attributes:
        waiting: documents that hold others, left out because somebody's spans are still to come there.
    """

    rule: LearnedRule
    cases: tuple[RuleCase, ...]
    waiting: int = 0
