"""Feedback: where gold differs from what one person marked, why, and how the person does over time.

Only what is settled counts: differences that somebody ruled on, and documents whose gold is finished. What
waits for a ruling says nothing about anybody's work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.agreement.f1 import Counts, tally
from annotator.agreement.feedback import FeedbackPlace, FeedbackReport
from annotator.agreement.pairing import pair
from annotator.agreement.trend import trend
from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.review import GOLD_UID, Difference, Verdict, variant_uid
from annotator.services.figures.figures import in_context
from annotator.services.lookup import corpus_key
from annotator.services.people import find_annotator
from annotator.services.review.comments import threaded
from annotator.services.review.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.agreement.pairing import Pairing
    from annotator.model.document import Annotator
    from annotator.model.review import Comment, Decision
    from annotator.model.span import Span
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store


class _Pair(NamedTuple):
    own: Span | None
    gold: Span | None
    difference: Difference

    @property
    def start(self) -> int:
        return min(span.start for span in (self.own, self.gold) if span is not None)

    @property
    def end(self) -> int:
        return max(span.end for span in (self.own, self.gold) if span is not None)


class Feedback:
    """Feedback to the annotators of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, corpus: str, annotator: str = "", check: Callable[[], None] | None = None) -> FeedbackReport:
        """One annotator's work beside gold.

        Args:
            corpus: uid.
            annotator: uid or name; "" for whoever is at the desk.
            check: called now and then; what it raises ends the search.

        Raises:
            UserError: there is no such corpus or annotator.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            person = _person(view, annotator, self._store.actor)
            report = _Report(view, person)
            times = view.layer_times.of(home)
            for examined in Reader(view, home).each(_with_gold(view, home, person)):
                if check is not None:
                    check()
                report.take(examined, times)
            return FeedbackReport(
                person,
                view.labels.told(home),
                report.documents,
                sum((counts for _, counts in report.counts), Counts()),
                tuple(report.places),
                tuple(trend(report.counts)),
            )


def _person(view: Repositories, annotator: str, actor: int) -> Annotator:
    found = find_annotator(view, annotator) if annotator else view.people.by_key(actor)
    if found is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=annotator))
    return found


def _with_gold(view: Repositories, home: int, person: Annotator) -> list[int]:
    """Keys of the documents on which there is gold and a layer of the person."""
    gold, own = set(), set()
    people = view.people.all()
    for layer in view.reviewed.counts(home):
        uid = people[layer.annotator].uid
        if uid == GOLD_UID:
            gold.add(layer.document)
        elif uid == person.uid:
            own.add(layer.document)
    return sorted(gold & own)


class _Report:
    """Adds up documents.

    Attributes:
        documents: how many were taken in.
        counts: of each, when the own layer was last changed and how it compares.
        places: where it differs.
    """

    def __init__(self, view: Repositories, person: Annotator) -> None:
        self._view = view
        self._person = person
        self.documents = 0
        self.counts: list[tuple[str, Counts]] = []
        self.places: list[FeedbackPlace] = []

    def take(self, examined: Examined, times: Mapping[tuple[int, str], str]) -> None:
        """Take in one document."""
        own = examined.spans.get(self._person.uid)
        if own is None or examined.gold_status is None:
            return
        judged = _Judged(examined)
        pairing = pair(judged.compared(own), examined.gold)
        self.documents += 1
        self.counts.append((times[examined.key, self._person.uid], tally(pairing)))
        differing = sorted(_differing(pairing), key=lambda each: (each.start, each.end))
        if differing:
            self._tell(examined, judged, differing)

    def _tell(self, examined: Examined, judged: _Judged, differing: Sequence[_Pair]) -> None:
        text = self._view.documents.text(examined.key)
        comments = threaded(self._view.comments.of_document(examined.key))
        for each in differing:
            decision = judged.decision(each)
            self.places.append(
                FeedbackPlace(
                    examined.uid,
                    examined.title,
                    each.difference,
                    each.own,
                    each.gold,
                    *in_context(text, each.start, each.end),
                    decision,
                    _about(comments, each, decision),
                )
            )


class _Judged:
    """What was ruled on the spans of one document.

    It goes by what the decisions themselves remember to have seen, never by clusters: those need everybody's
    layers, and whoever gets gold has but the own one. So both sides come to the same figures.
    """

    def __init__(self, examined: Examined) -> None:
        self._is_finished = examined.gold_status is Status.DONE
        self._gold = examined.gold
        self._by_span: dict[str, Decision] = {}
        self._by_place: dict[object, Decision] = {}
        for decision in examined.decisions:  # the oldest first: of several the newest counts
            for seen in decision.variants:
                self._by_place[seen.place] = decision
                self._by_span.update(dict.fromkeys(seen.spans, decision))
        self._by_gold = {gold.uid: decision for decision in examined.decisions for gold in decision.gold}

    def compared(self, own: Sequence[Span]) -> Sequence[Span]:
        """Those of one's spans that say something beside gold.

        All of them in a finished document. Else those that a ruling saw and did not put off, and of the
        others (marked or moved since) what has its counterpart in gold.
        """
        if self._is_finished:
            return own
        settled = [span for span in own if self._is_settled(span)]
        others = [span for span in own if not self._is_settled(span)]
        met = {one.uid for one, _, _ in pair(others, pair(settled, self._gold).only_b).pairs}
        return [*settled, *(span for span in others if span.uid in met)]

    def _seen(self, span: Span) -> Decision | None:
        """The newest decision that saw this span, or another one just like it."""
        return self._by_span.get(span.uid) or self._by_place.get(span.place)

    def _is_settled(self, span: Span) -> bool:
        decision = self._seen(span)
        return decision is not None and decision.verdict is not Verdict.DEFER

    def decision(self, each: _Pair) -> Decision | None:
        """The one that made gold so."""
        if each.gold is not None and each.gold.uid in self._by_gold:
            return self._by_gold[each.gold.uid]
        decision = None if each.own is None else self._seen(each.own)
        return None if decision is None or decision.verdict is Verdict.DEFER else decision


def _differing(pairing: Pairing) -> Iterator[_Pair]:
    for own, gold, difference in pairing.pairs:
        if difference is not Difference.AGREE:
            yield _Pair(own, gold, difference)
    for span in pairing.only_a:
        yield _Pair(span, None, Difference.MISSING)
    for span in pairing.only_b:
        yield _Pair(None, span, Difference.MISSING)


def _about(comments: Sequence[Comment], each: _Pair, decision: Decision | None) -> tuple[Comment, ...]:
    """The threads on the two spans or on their difference, answers too."""
    both = [span for span in (each.own, each.gold) if span is not None]
    spans, clusters = {span.uid for span in both}, set[str]()
    if decision is not None:
        clusters = {decision.cluster, *(variant_uid(decision.document, seen) for seen in decision.variants)}
    firsts = {comment.uid for comment in comments if comment.span in spans or comment.cluster in clusters}
    return tuple(comment for comment in comments if comment.uid in firsts or comment.reply_to in firsts)
