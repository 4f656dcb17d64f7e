"""Use-cases on rules that a reviewer's decisions suggest: offered, looked at, accepted, kept an eye on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.agreement.learning import (
    BY_HAND,
    Rule,
    Settled,
    answer_of,
    case_of,
    contradictions,
    learn,
    sentence,
    settle,
)
from annotator.errors import UserError
from annotator.messages import say
from annotator.model.learned import Contradiction, LearnedRule, RuleCase, RulePreview
from annotator.model.outcome import Outcome, Touched
from annotator.model.rulings import Decided
from annotator.model.span import covered_words
from annotator.services.lookup import corpus_key, document_key
from annotator.services.review.deciding import decide_many
from annotator.services.review.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.agreement.learning import Offer
    from annotator.messages import Message
    from annotator.model.review import Cluster, Decision, Ruling
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

    Check = Callable[[], None]

STEP: Final = "rule"
"""Kind of the steps in which a rule is turned down or forgotten; accepting one is a step "decide"."""
_AROUND: Final = 40


def _unwatched() -> None:
    """Nobody wants to stop it."""


class Rules:
    """The learned rules of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def offered(self, corpus: str) -> list[LearnedRule]:
        """Rules that at least three equal decisions by hand suggest and nobody has answered yet.

        Those with most examples first. A rule that would settle nothing now is offered too: spans come later.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            answered = {row.rule for row in view.rules.of(home)}
            names = _names(view, home)
            ruled = _Ruled(view, home)
            offers = learn(ruled.settled)
            return [ruled.offered(each, names) for each in offers if each.rule.dump() not in answered]

    def offered_after(self, document: str, cluster: str) -> LearnedRule | None:
        """The rule that the newest decision, on this cluster, completes or confirms and nobody has answered.

        Args:
            document: uid.
            cluster: uid of a cluster that was just ruled on.

        Raises:
            UserError: there is no such document.
        """
        with self._store.reading() as view:
            key = document_key(view, document)
            home = view.documents.version(key).corpus
            here = Reader(view, home).one(key)
            joined = None if here is None else here.named(cluster)
            if joined is None:
                return None
            case = case_of(joined.cluster, view.documents.text(key))
            if case is None:
                return None
            answered = {row.rule for row in view.rules.of(home)}
            ruled = _Ruled(view, home)
            for offer in learn(ruled.settled):
                if offer.rule.case == case and offer.rule.dump() not in answered:
                    return ruled.offered(offer, _names(view, home))
            return None

    def accepted(self, corpus: str) -> list[LearnedRule]:
        """Rules that hold, each with the decisions by hand that go against it.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            kept = [Rule.load(row.rule) for row in view.rules.of(home) if row.is_accepted]
            if not kept:
                return []
            ruled, names = _Ruled(view, home), _names(view, home)
            return [
                LearnedRule(
                    rule.uid,
                    sentence(rule, names),
                    sum(_is_example(rule, each) for each in ruled.settled),
                    ruled.told(contradictions(rule, ruled.settled)),
                    is_accepted=True,
                )
                for rule in kept
            ]

    def preview(self, corpus: str, rule: str, check: Check = _unwatched) -> RulePreview:
        """Every case that a rule, offered or accepted, would settle now; nothing is written.

        Documents on which somebody's spans are still to come (`OverviewRow.is_waiting`) are only counted.

        Args:
            corpus: uid.
            rule: uid.
            check: called between documents; what it raises ends it.

        Raises:
            UserError: there is no such corpus or rule (any more).
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            known, told = _named(view, home, rule)
            cases: list[RuleCase] = []
            waiting = 0
            for is_waiting, found in _cases(view, home, known, check):
                if is_waiting:
                    waiting += 1
                else:
                    cases += found
            return RulePreview(told, tuple(cases), waiting)

    def accept(self, corpus: str, rule: str, cases: Sequence[RuleCase]) -> Outcome[Decided]:
        """Say that a rule holds, and settle these cases by it: one step, whose decisions name the rule.

        A case that changed or was ruled on since is left and counted.

        Args:
            corpus: uid.
            rule: uid.
            cases: of `preview`, all or those that were ticked.

        Raises:
            UserError: there is no such corpus or rule (any more), or a ruling cannot be; nothing was changed.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            known, told = _named(view, home, rule)
        rulings = [case.ruling for case in cases]

        def keep(unit: UnitOfWork, step: int) -> None:
            unit.rules.answer(home, known.dump(), str(told.words), step, is_accepted=True)

        if rulings:
            done = decide_many(self._store, rulings, _accepted(told.words, len(rulings)), along=keep)
            if done.step is not None:
                return done
        return self._answer(home, _accepted(told.words, 0), keep, Decided(left=len(rulings)))

    def decline(self, corpus: str, rule: str) -> Outcome[Decided]:
        """Say that a rule does not hold: it is not offered again.

        Raises:
            UserError: there is no such corpus or rule (any more).
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            known, told = _named(view, home, rule)

        def keep(unit: UnitOfWork, step: int) -> None:
            unit.rules.answer(home, known.dump(), str(told.words), step, is_accepted=False)

        return self._answer(home, say("Rule turned down: {rule}", rule=told.words), keep, Decided())

    def forget(self, corpus: str, rule: str) -> Outcome[Decided]:
        """Take an answer back: what the rule decided stays, and it may be offered again.

        Raises:
            UserError: there is no such corpus, or nobody answered that rule.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            known, told = _named(view, home, rule)
            row = next((row for row in view.rules.of(home) if row.rule == known.dump()), None)
        if row is None:
            raise UserError(_GONE)
        uid = row.uid
        words = say("Rule no longer kept: {rule}", rule=told.words)
        return self._answer(home, words, lambda unit, step: unit.rules.end(uid, step), Decided())

    def _answer(
        self, home: int, summary: Message, keep: Callable[[UnitOfWork, int], None], value: Decided
    ) -> Outcome[Decided]:
        with self._store.saving() as unit:
            step = unit.step(STEP, summary, corpus_key=home)
            keep(unit, step)
            return Outcome(value, Touched.REVIEW, step=unit.commit())


_GONE: Final = say("There is no such rule (any more): decisions were taken back since.")


def _names(view: Repositories, home: int) -> Mapping[str, str]:
    return {uid: label.name for uid, label in view.labels.told(home).items()}


class _Ruled:
    """What was ruled on in a corpus.

    Attributes:
        settled: in import and reading order.
    """

    def __init__(self, view: Repositories, home: int) -> None:
        self.settled: list[Settled] = []
        self._titles: dict[str, str] = {}
        for piece in Reader(view, home).pieces(view.rules.decided(home)):
            texts = view.many.texts([examined.key for examined in piece])
            for examined in piece:
                self._titles[examined.uid] = examined.title
                ruled = (
                    cluster
                    for cluster in examined.clusters
                    if cluster.decision is not None and not cluster.is_gone
                )
                self.settled += [Settled(cluster, texts[examined.key]) for cluster in ruled]

    def offered(self, offer: Offer, names: Mapping[str, str]) -> LearnedRule:
        """An offer for people."""
        words = sentence(offer.rule, names)
        return LearnedRule(offer.rule.uid, words, len(offer.examples), self.told(offer.against))

    def told(self, against: Iterable[Decision]) -> tuple[Contradiction, ...]:
        """Decisions with where they stand."""
        by_uid = {each.cluster.decision.uid: each for each in self.settled if each.cluster.decision}
        found = ((decision, by_uid[decision.uid]) for decision in against)
        return tuple(
            Contradiction(
                decision,
                self._titles[decision.document],
                " ".join(each.text[each.cluster.start : each.cluster.end].split()),
            )
            for decision, each in found
        )


def _is_example(rule: Rule, settled: Settled) -> bool:
    """Whether a decision by hand says what the rule says."""
    cluster = settled.cluster
    if cluster.decision is None or cluster.decision.source != BY_HAND:
        return False
    return case_of(cluster, settled.text) == rule.case and answer_of(cluster, rule.case) == rule.answer


def _named(view: Repositories, home: int, uid: str) -> tuple[Rule, LearnedRule]:
    """The rule of that uid, answered or offered.

    Raises:
        UserError: there is none.
    """
    names = _names(view, home)
    for row in view.rules.of(home):
        rule = Rule.load(row.rule)
        if rule.uid == uid:
            return rule, LearnedRule(uid, sentence(rule, names), 0, is_accepted=row.is_accepted)
    ruled = _Ruled(view, home)
    for offer in learn(ruled.settled):
        if offer.rule.uid == uid:
            return offer.rule, ruled.offered(offer, names)
    raise UserError(_GONE)


def _cases(view: Repositories, home: int, rule: Rule, check: Check) -> Iterator[tuple[bool, list[RuleCase]]]:
    """The cases of each document that has any, and whether it still waits for somebody."""
    for piece in Reader(view, home).pieces(view.reviewed.compared(home)):
        check()
        texts = view.many.texts([examined.key for examined in piece])
        for examined in piece:
            text = texts[examined.key]
            ruled = ((cluster, settle(rule, cluster, text)) for cluster in examined.clusters)
            found = [
                _case(examined, cluster, ruling, text) for cluster, ruling in ruled if ruling is not None
            ]
            if found:
                yield examined.is_waiting, found


def _case(examined: Examined, cluster: Cluster, ruling: Ruling, text: str) -> RuleCase:
    start, end = cluster.start, cluster.end
    taken = "; ".join(covered_words(text, gold.start, gold.end, gold.parts) for gold in ruling.takes)
    return RuleCase(
        examined.uid,
        examined.title,
        cluster,
        ruling,
        " ".join(text[max(0, start - _AROUND) : start].split()),
        " ".join(text[start:end].split()),
        " ".join(text[end : end + _AROUND].split()),
        taken,
    )


def _accepted(words: Message, count: int) -> Message:
    if not count:
        return say("Rule accepted: {rule}", rule=words)
    return say(
        "Rule accepted, {count} difference decided by it: {rule}|Rule accepted, {count} differences decided "
        "by it: {rule}",
        rule=words,
        count=count,
    )
