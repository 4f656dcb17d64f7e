"""What a document is after a ruling, before the library has answered: pure, and the same as it will say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.review import (
    Category,
    Decision,
    GoldRange,
    Ruling,
    SeenVariant,
    Verdict,
    decision_uid,
    gold_span_uid,
)
from annotator.model.span import Span, reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.document import Annotator
    from annotator.model.review import Cluster, ReviewedDocument, Variant


def taken(variant: Variant) -> GoldRange:
    """A variant as it goes into gold."""
    return GoldRange(variant.start, variant.end, variant.label, parts=variant.parts)


def ruling(
    cluster: Cluster,
    verdict: Verdict,
    takes: Sequence[GoldRange] = (),
    *,
    category: Category | None = None,
    reason: str | None = None,
) -> Ruling:
    """A ruling on a cluster; what was said before of why people differ stays unless it is said anew."""
    before = cluster.decision
    kept = (before.category, before.reason) if before is not None else (Category.NONE, "")
    return Ruling(
        cluster.document,
        cluster.uid,
        verdict,
        tuple(takes),
        kept[0] if category is None else category,
        kept[1] if reason is None else reason,
    )


def repeated(cluster: Cluster, category: Category, reason: str) -> Ruling:
    """What was ruled already, with another reason; what nobody ruled on is put off with it."""
    decision = cluster.decision
    if decision is None:
        return ruling(cluster, Verdict.DEFER, category=category, reason=reason)
    return ruling(cluster, decision.verdict, decision.gold, category=category, reason=reason)


def with_ruling(reviewed: ReviewedDocument, made: Ruling, reviewer: Annotator) -> ReviewedDocument:
    """The document once this ruling is in force."""
    cluster = next(each for each in reviewed.clusters if each.uid == made.cluster)
    uids = [gold_span_uid(made.document, take.place) for take in made.takes]
    gold = tuple(replace(take, uid=uid) for take, uid in zip(made.takes, uids, strict=True))
    seen = tuple(
        SeenVariant(each.start, each.end, each.label, tuple(vote.span.uid for vote in each.votes), each.parts)
        for each in cluster.variants
    )
    decision = Decision(
        decision_uid(cluster.uid),
        made.document,
        cluster.uid,
        reviewer,
        made.verdict,
        seen,
        gold,
        made.category,
        made.reason,
        made.source,
    )
    settled = replace(cluster, decision=decision, fresh=())
    return replace(
        reviewed, clusters=put(reviewed.clusters, settled), gold=_gold_after(reviewed, cluster, gold)
    )


def without_ruling(reviewed: ReviewedDocument, uid: str) -> ReviewedDocument:
    """The document once the ruling on a cluster is taken back."""
    cluster = next(each for each in reviewed.clusters if each.uid == uid)
    opened = replace(cluster, decision=None, fresh=())
    left = put(reviewed.clusters, opened)
    if cluster.is_gone:  # nothing but the ruling held it
        left = tuple(each for each in left if each is not opened)
    return replace(reviewed, clusters=left, gold=_gold_after(reviewed, cluster, ()))


def put(clusters: Iterable[Cluster], cluster: Cluster) -> tuple[Cluster, ...]:
    """The clusters with one of them as it is now."""
    return tuple(cluster if each.is_called(cluster.uid) else each for each in clusters)


def _gold_after(reviewed: ReviewedDocument, cluster: Cluster, given: Sequence[GoldRange]) -> tuple[Span, ...]:
    """Gold without what the cluster gave to it, and with what it gives now."""
    before = cluster.decision.gold if cluster.decision is not None else ()
    elsewhere = {
        gold.place
        for each in reviewed.clusters
        if each is not cluster and each.decision is not None
        for gold in each.decision.gold
    }
    gone = {gold.place for gold in before} - elsewhere
    stay = {span.place: span for span in reviewed.gold if span.place not in gone}
    for gold in given:
        if gold.place not in stay:
            stay[gold.place] = Span(gold.uid, gold.start, gold.end, gold.label, parts=gold.parts)
    return tuple(sorted(stay.values(), key=reading_order))
