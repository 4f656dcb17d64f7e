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
from annotator.model.review import GOLD_UID, Difference, Verdict
from annotator.services.comments import threaded
from annotator.services.figures import in_context
from annotator.services.lookup import corpus_key
from annotator.services.people import find_annotator
from annotator.services.review.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.agreement.pairing import Pairing
    from annotator.model.document import Annotator
    from annotator.model.review import Cluster, Comment, Decision
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
        pairing = pair([span for span in own if judged.is_settled(span)], examined.gold)
        self.documents += 1
        self.counts.append((times[examined.key, self._person.uid], tally(pairing)))
        differing = sorted(_differing(pairing), key=lambda each: (each.start, each.end))
        if differing:
            self._tell(examined, judged, differing)

    def _tell(self, examined: Examined, judged: _Judged, differing: Sequence[_Pair]) -> None:
        text = self._view.documents.text(examined.key)
        comments = threaded(self._view.comments.of_document(examined.key))
        for each in differing:
            cluster = judged.cluster(each)
            self.places.append(
                FeedbackPlace(
                    examined.uid,
                    examined.title,
                    each.difference,
                    each.own,
                    each.gold,
                    *in_context(text, each.start, each.end),
                    judged.decision(each),
                    _about(comments, each, cluster),
                )
            )


class _Judged:
    """What was ruled on the spans of one document."""

    def __init__(self, examined: Examined) -> None:
        self._is_finished = examined.gold_status is Status.DONE
        self._clusters: dict[str, Cluster] = {}
        for cluster in examined.clusters:
            for variant in cluster.variants:
                self._clusters.update((vote.span.uid, cluster) for vote in variant.votes)
        self._by_gold = {gold.uid: decision for decision in examined.decisions for gold in decision.gold}
        self._by_decision = {
            cluster.decision.uid: cluster for cluster in examined.clusters if cluster.decision is not None
        }

    def is_settled(self, span: Span) -> bool:
        """Whether anybody ruled on what concerns this span, or on the whole document."""
        cluster = self._clusters.get(span.uid)
        return self._is_finished or (cluster is not None and not cluster.is_open)

    def decision(self, each: _Pair) -> Decision | None:
        """The one that made gold so."""
        if each.gold is not None and each.gold.uid in self._by_gold:
            return self._by_gold[each.gold.uid]
        cluster = None if each.own is None else self._clusters.get(each.own.uid)
        decision = None if cluster is None else cluster.decision
        return None if decision is None or decision.verdict is Verdict.DEFER else decision

    def cluster(self, each: _Pair) -> Cluster | None:
        """The difference both belong to."""
        if each.own is not None and each.own.uid in self._clusters:
            return self._clusters[each.own.uid]
        decision = self.decision(each)
        return None if decision is None else self._by_decision.get(decision.uid)


def _differing(pairing: Pairing) -> Iterator[_Pair]:
    for own, gold, difference in pairing.pairs:
        if difference is not Difference.AGREE:
            yield _Pair(own, gold, difference)
    for span in pairing.only_a:
        yield _Pair(span, None, Difference.MISSING)
    for span in pairing.only_b:
        yield _Pair(None, span, Difference.MISSING)


def _about(comments: Sequence[Comment], each: _Pair, cluster: Cluster | None) -> tuple[Comment, ...]:
    """The threads on the two spans or on their difference, answers too."""
    spans = {span.uid for span in (each.own, each.gold) if span is not None}
    clusters = set() if cluster is None else {cluster.uid, *cluster.aliases}
    firsts = {comment.uid for comment in comments if comment.span in spans or comment.cluster in clusters} - {
        ""
    }
    return tuple(comment for comment in comments if comment.uid in firsts or comment.reply_to in firsts)
