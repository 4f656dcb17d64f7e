"""Rulings of a reviewer: one cluster or many, each act one step that is undone like any other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.outcome import Outcome, Touched
from annotator.model.review import Verdict
from annotator.model.rulings import Decided
from annotator.services.lookup import document_key
from annotator.services.review.gold import GoldWriting
from annotator.services.review.reading import Reader
from annotator.services.safety.backups import MANY, Backups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.messages import Message
    from annotator.model.review import Cluster, Decision, Ruling
    from annotator.services.review.joining import Joined
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

STEP: Final = "decide"
"""Kind of the steps in which somebody rules."""
TOUCHED: Final = Touched.SPANS | Touched.REVIEW
_SHOWN: Final = 60
_NAMED: Final = 100


def decide(
    store: Store, ruling: Ruling, reviewer: str | None = None, step_uid: str | None = None
) -> Outcome[Cluster]:
    """Record one ruling; see `Review.decide`."""
    with store.saving() as unit:
        examined = examine(unit, ruling.document)
        joined = cluster_named(examined, ruling.cluster)
        kept = None if step_uid is None else unit.steps.number(step_uid)
        if kept is not None:  # sent again after a failure that left open whether it was kept
            return Outcome(joined.cluster, TOUCHED, (examined.uid,), kept)
        who = reviewer_key(unit, reviewer)
        home = unit.documents.version(examined.key).corpus
        writing = GoldWriting(unit, home, who)
        writing.begin([examined])
        words = writing.words(joined.cluster)
        decision = rule(writing, examined, joined, ruling)
        summary = summed_up(decision, words, unit.labels.all_names(home), unit.labels.all_uids(home))
        step = unit.step(STEP, summary, actor=who, corpus_key=home, document=examined.uid, uid=step_uid)
        writing.write(unit, step)
        unit.commit()
    cluster = replace(joined.cluster, decision=decision, fresh=(), aliases=())
    return Outcome(cluster, TOUCHED, (examined.uid,), step)


def take_back(store: Store, cluster: str, document: str, reviewer: str | None = None) -> Outcome[Cluster]:
    """Remove what was ruled on a cluster; see `Review.take_back`."""
    with store.saving() as unit:
        examined = examine(unit, document)
        joined = cluster_named(examined, cluster)
        if not joined.decisions:
            raise UserError(say("Nobody has ruled on this difference, so there is nothing to take back."))
        who = reviewer_key(unit, reviewer)
        home = unit.documents.version(examined.key).corpus
        writing = GoldWriting(unit, home, who)
        writing.begin([examined])
        summary = say("Decision taken back: “{words}”", words=_short(writing.words(joined.cluster)))
        writing.take_back(joined)
        step = unit.step(STEP, summary, actor=who, corpus_key=home, document=examined.uid)
        writing.write(unit, step)
        left = next(
            (each.cluster for each in examine(unit, document).joined if _is_same(each, joined)),
            replace(joined.cluster, decision=None, fresh=()),
        )
        unit.commit()
    return Outcome(left, TOUCHED, (examined.uid,), step)


def decide_many(
    store: Store,
    rulings: Sequence[Ruling],
    summary: Message,
    reviewer: str | None = None,
    *,
    only_open: bool = True,
    along: Callable[[UnitOfWork, int], None] | None = None,
) -> Outcome[Decided]:
    """Record many rulings as one step; see `Review.decide_many`.

    What else belongs to the step is written by `along`, which gets its number.
    """
    warnings = Backups(store).before_bulk() if len(rulings) >= MANY else ()
    by_document: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        by_document.setdefault(ruling.document, []).append(ruling)
    with store.saving() as unit:
        keys = {uid: key for uid in by_document if (key := unit.documents.key_of(uid)) is not None}
        if not keys:
            return Outcome(Decided(left=len(rulings)))
        home = unit.documents.version(next(iter(keys.values()))).corpus
        who = reviewer_key(unit, reviewer)
        writing = GoldWriting(unit, home, who)
        done, touched = 0, []
        step = unit.step(STEP, summary, actor=who, corpus_key=home)
        for piece in Reader(unit, home).pieces(sorted(set(keys.values()))):
            writing.begin(piece)
            for examined in piece:
                number = _rule_all(writing, examined, by_document[examined.uid], only_open=only_open)
                done += number
                touched += [examined.uid] if number else []
            writing.write(unit, step)
        decided = Decided(done, len(touched), len(rulings) - done)
        if not done:
            return Outcome(decided)  # what was begun is not kept
        unit.steps.describe(step, summary, home, touched[0] if len(touched) == 1 else None)
        if along is not None:
            along(unit, step)
        unit.commit()
    return Outcome(decided, TOUCHED, tuple(touched) if len(touched) <= _NAMED else (), step, warnings)


def _rule_all(writing: GoldWriting, examined: Examined, rulings: Iterable[Ruling], *, only_open: bool) -> int:
    done = set()
    for ruling in rulings:
        joined = examined.named(ruling.cluster)
        if joined is None or joined.cluster.uid in done or (only_open and not joined.cluster.is_open):
            continue
        rule(writing, examined, joined, ruling)
        done.add(joined.cluster.uid)
    return len(done)


def rule(writing: GoldWriting, examined: Examined, joined: Joined, ruling: Ruling) -> Decision:
    """Rule on a cluster; a decision that stands on another cluster too goes on standing there.

    Raises:
        UserError: the ruling cannot be.
    """
    decision = writing.rule(joined, ruling)
    for earlier in joined.decisions:
        for other in examined.joined:
            if other is not joined and other.decisions[-1:] == (earlier,):
                writing.keep_for(other.cluster, earlier)
    return decision


def examine(view: Repositories, document: str, annotators: Sequence[str] = ()) -> Examined:
    """A document as review reads it.

    Raises:
        UserError: it is not there, or it or its corpus lies in the bin.
    """
    key = document_key(view, document)
    version = view.documents.version(key)
    found = None
    if not view.corpora.is_binned(version.corpus):
        found = Reader(view, version.corpus, annotators).one(key)
    if found is None:
        raise UserError(
            say("The document {title} lies in the bin. Take it out to review it.", title=version.title)
        )
    return found


def reviewer_key(unit: UnitOfWork, reviewer: str | None) -> int:
    """The key of who rules: whoever is at the desk unless named by uid.

    Raises:
        UserError: there is no such annotator.
    """
    if reviewer is None:
        return unit.actor
    if unit.people.living(reviewer) is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=reviewer))
    return unit.people.living_key(reviewer)


def cluster_named(examined: Examined, uid: str) -> Joined:
    """The cluster that goes by this uid.

    Raises:
        UserError: there is none (any more).
    """
    found = examined.named(uid)
    if found is None:
        raise UserError(
            say(
                "In “{title}” there is no such difference any more: somebody changed the spans in it. Look "
                "at the document again.",
                title=examined.title,
            )
        )
    return found


def _is_same(one: Joined, other: Joined) -> bool:
    return one.cluster.variants[0].place == other.cluster.variants[0].place


def summed_up(decision: Decision, words: str, names: dict[int, str], uids: dict[int, str]) -> Message:
    """What the history says of a decision: what became of which words."""
    said = _short(words)
    if decision.verdict is Verdict.REJECT:
        return say("Decided: “{words}” rejected", words=said)
    if decision.verdict is Verdict.DEFER:
        return say("Decided: “{words}” put off", words=said)
    by_uid = {uids[key]: name for key, name in names.items()}
    labels = ", ".join(dict.fromkeys(by_uid.get(gold.label, "") for gold in decision.gold))
    return say("Decided: “{words}” into gold as {labels}", words=said, labels=labels)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
