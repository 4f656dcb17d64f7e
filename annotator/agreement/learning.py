"""Rules that a reviewer's own decisions suggest: the same sort of case, decided the same way three times.

Three sorts of cases repeat themselves:

* edges: one label, two ranges of which one lies in the other, and what is between them is of one sort (a
  title, quotes, a year, a sign, or the same words each time): the shorter or the longer one was taken;
* label: the same words under two labels: one of the two was taken;
* alone: one person alone marked something: it was rejected, or taken.

A rule only ever proposes: it is shown with every case it would settle, and what it settled says so. Decisions
that somebody made by hand and that go against it are listed beside it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Self

from annotator.agreement.edge_words import Stuff, stretch_of
from annotator.messages import say
from annotator.model.identity import fixed_uid
from annotator.model.review import Difference, GoldRange, Ruling, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.messages import Message
    from annotator.model.review import Cluster, Decision, Variant

LEAST: Final = 3
"""Equal decisions after which a rule is offered."""

SOURCE: Final = "rule:"
"""How `Decision.source` begins where a rule decided; its uid follows."""

BY_HAND: Final = "hand"


class Sort(Enum):
    """Sorts of cases."""

    EDGES = "edges"
    LABEL = "label"
    ALONE = "alone"


class Answer(Enum):
    """What was decided on edges and on what one person alone marked; a label is answered by its uid."""

    SHORTER = "shorter"
    LONGER = "longer"
    REJECT = "reject"
    TAKE = "take"


@dataclass(frozen=True, slots=True)
class Case:
    """What is alike in cases of one sort.

    Attributes:
        sort: of the case.
        labels: uids: the one label, or the two that stand against each other, sorted.
        stuff: of edges: `Stuff` of what lies between them; else "".
        words: of edges that differ by words: these in small letters, composed; else "".
    """

    sort: Sort
    labels: tuple[str, ...]
    stuff: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A case and how it is decided; `answer` is the value of an `Answer`, or the uid of a label."""

    case: Case
    answer: str

    @property
    def uid(self) -> str:
        """The same for the same rule on every machine."""
        return fixed_uid("rule", self.dump())

    @property
    def source(self) -> str:
        """`Decision.source` of what it decides."""
        return f"{SOURCE}{self.uid}"

    def dump(self) -> str:
        """The rule as JSON text; `Rule.load` gives it back."""
        case = self.case
        held = {
            "sort": case.sort.value,
            "labels": list(case.labels),
            "stuff": case.stuff,
            "words": case.words,
            "answer": self.answer,
        }
        return json.dumps(held, ensure_ascii=False, sort_keys=True)

    @classmethod
    def load(cls, stored: str) -> Self:
        """The rule that `dump` wrote."""
        held: dict[str, Any] = json.loads(stored)
        case = Case(Sort(held["sort"]), tuple(held["labels"]), held["stuff"], held["words"])
        return cls(case, held["answer"])


@dataclass(frozen=True, slots=True)
class Settled:
    """A cluster on which somebody ruled, with the text it stands in."""

    cluster: Cluster
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule that decisions suggest.

    Attributes:
        rule: what to do from now on.
        examples: the decisions that suggest it, the newest last.
        against: decisions by hand on such cases that say otherwise.
    """

    rule: Rule
    examples: tuple[Decision, ...]
    against: tuple[Decision, ...] = ()


def learn(settled: Iterable[Settled], least: int = LEAST) -> list[Offer]:
    """Rules for the sorts of cases whose newest `least` decisions by hand are equal, most examples first."""
    by_case: defaultdict[Case, list[tuple[Decision, str]]] = defaultdict(list)
    for each in settled:
        found = _answered(each)
        if found is not None:
            by_case[found[0]].append(found[1:])
    offers = []
    for case, answers in by_case.items():
        answers.sort(key=lambda answered: (answered[0].made, answered[0].uid))
        newest = {answer for _, answer in answers[-least:]}
        if len(answers) >= least and len(newest) == 1:
            offers.append(_offer(Rule(case, newest.pop()), answers))
    return sorted(offers, key=lambda offer: (-len(offer.examples), offer.rule.uid))


def _offer(rule: Rule, answers: Iterable[tuple[Decision, str]]) -> Offer:
    known = list(answers)
    return Offer(
        rule,
        tuple(decision for decision, answer in known if answer == rule.answer),
        tuple(decision for decision, answer in known if answer != rule.answer),
    )


def _answered(settled: Settled) -> tuple[Case, Decision, str] | None:
    decision = settled.cluster.decision
    if decision is None or decision.source != BY_HAND:
        return None
    case = case_of(settled.cluster, settled.text)
    answer = None if case is None else answer_of(settled.cluster, case)
    return None if case is None or answer is None else (case, decision, answer)


def contradictions(rule: Rule, settled: Iterable[Settled]) -> list[Decision]:
    """Decisions by hand on cases of the rule that say otherwise, in the order given."""
    found = (_answered(each) for each in settled)
    return [each[1] for each in found if each and each[0] == rule.case and each[2] != rule.answer]


def case_of(cluster: Cluster, text: str) -> Case | None:
    """The sort of case a cluster is; None for one that is like no other."""
    if len(cluster.variants) == 1:
        return _alone(cluster)
    if len(cluster.variants) != 2 or any(variant.parts for variant in cluster.variants):
        return None
    one, other = cluster.variants
    if cluster.difference is Difference.LABEL:
        return Case(Sort.LABEL, tuple(sorted((one.label, other.label))))
    return _edges(cluster, text) if one.label == other.label else None


def _alone(cluster: Cluster) -> Case | None:
    is_alone = cluster.difference is Difference.MISSING and len(set(cluster.variants[0].annotators)) == 1
    return Case(Sort.ALONE, (cluster.variants[0].label,)) if is_alone else None


def _edges(cluster: Cluster, text: str) -> Case | None:
    shorter, longer = _by_length(cluster)
    if not longer.start <= shorter.start < shorter.end <= longer.end:
        return None
    before, behind = text[longer.start : shorter.start], text[shorter.end : longer.end]
    kinds = {stretch_of(words, is_before=True) for words in (before,) if words}
    kinds |= {stretch_of(words, is_before=False) for words in (behind,) if words}
    stuff = {kind.stuff for kind in kinds}
    if len(stuff) != 1 or Stuff.LONG in stuff:
        return None
    found = stuff.pop()
    if found is not Stuff.WORDS:
        return Case(Sort.EDGES, (shorter.label,), found.value)
    words = {kind.key for kind in kinds}
    return Case(Sort.EDGES, (shorter.label,), found.value, words.pop()) if len(words) == 1 else None


def _by_length(cluster: Cluster) -> list[Variant]:
    """The shorter first."""
    return sorted(cluster.variants, key=lambda variant: (variant.end - variant.start, variant.start))


def answer_of(cluster: Cluster, case: Case) -> str | None:
    """How the decision on a cluster answers its case; None where it does neither one nor the other."""
    decision = cluster.decision
    if decision is None or decision.verdict is Verdict.DEFER:
        return None
    if decision.verdict is Verdict.REJECT:
        return Answer.REJECT.value if case.sort is Sort.ALONE else None
    taken = [(gold.start, gold.end, gold.label, gold.parts) for gold in decision.gold]
    for answer, variant in _choices(cluster, case).items():
        if taken == [variant.place]:
            return answer
    return None


def _choices(cluster: Cluster, case: Case) -> Mapping[str, Variant]:
    """Answer -> the variant it takes."""
    if case.sort is Sort.ALONE:
        return {Answer.TAKE.value: cluster.variants[0]}
    if case.sort is Sort.LABEL:
        return {variant.label: variant for variant in cluster.variants}
    shorter, longer = _by_length(cluster)
    return {Answer.SHORTER.value: shorter, Answer.LONGER.value: longer}


def settle(rule: Rule, cluster: Cluster, text: str) -> Ruling | None:
    """What the rule rules on a cluster; None for another sort of case, and for one that somebody ruled on.

    What was put off was put off on purpose: the rule leaves that too.
    """
    if cluster.decision is not None or case_of(cluster, text) != rule.case:
        return None
    if rule.answer == Answer.REJECT.value:
        return Ruling(cluster.document, cluster.uid, Verdict.REJECT, source=rule.source)
    chosen = _choices(cluster, rule.case).get(rule.answer)
    if chosen is None:
        return None
    gold = GoldRange(chosen.start, chosen.end, chosen.label, parts=chosen.parts)
    return Ruling(cluster.document, cluster.uid, Verdict.TAKE, (gold,), source=rule.source)


_STUFF: Final = {
    Stuff.TITLE.value: say("a title"),
    Stuff.QUOTE.value: say("quotes"),
    Stuff.YEAR.value: say("a year"),
    Stuff.SIGN.value: say("a sign or a blank"),
}
_EDGES: Final = {
    Answer.SHORTER.value: say("{label}: where edges differ only by {what}, the shorter words"),
    Answer.LONGER.value: say("{label}: where edges differ only by {what}, the longer words"),
}
_ALONE: Final = {
    Answer.REJECT.value: say("{label} that one person alone marked: none of it"),
    Answer.TAKE.value: say("{label} that one person alone marked: take it"),
}


def sentence(rule: Rule, names: Mapping[str, str]) -> Message:
    """The rule for people; `names`: of labels by uid."""
    case = rule.case
    labels = [names.get(uid, uid) for uid in case.labels]
    if case.sort is Sort.LABEL:
        chosen = names.get(rule.answer, rule.answer)
        return say(
            "The same words as {one} and as {other}: {chosen}", one=labels[0], other=labels[1], chosen=chosen
        )
    if case.sort is Sort.ALONE:
        return replace(_ALONE[rule.answer], values={"label": labels[0]})
    what = _STUFF.get(case.stuff) or say("“{words}”", words=case.words)
    return replace(_EDGES[rule.answer], values={"label": labels[0], "what": what})
