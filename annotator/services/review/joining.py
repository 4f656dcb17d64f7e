"""Clusters and the decisions on them: which decision is on which cluster, and by which uid it goes then."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.identity import fixed_uid
from annotator.model.review import Cluster, Difference, Variant

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from annotator.model.review import Decision


class Joined(NamedTuple):
    """A cluster, and all decisions on it, the oldest first."""

    cluster: Cluster
    decisions: tuple[Decision, ...]


def join(clusters: Sequence[Cluster], decisions: Sequence[Decision]) -> list[Joined]:
    """The clusters of a document with what was ruled on them.

    A decision is on every cluster that holds a span it saw, or a variant equal to one it saw. The cluster
    takes the decision's uid; of several decisions (clusters that grew together since) the oldest names it and
    the newest one counts. Variants that none of them saw are `fresh` and do not reopen it.

    Args:
        clusters: of one document, in reading order, without decisions.
        decisions: on that document, the oldest first.
    """
    if not decisions:
        return [Joined(cluster, ()) for cluster in clusters]
    hits = _hits(clusters, decisions)
    names = _names(clusters, decisions, hits)
    return [
        _joined(cluster, names[number], on)
        for number, (cluster, on) in enumerate(_by_cluster(clusters, decisions, hits))
    ]


def gone(joined: Sequence[Joined], decisions: Sequence[Decision], voters: tuple[str, ...]) -> list[Joined]:
    """What decisions gave to gold that nobody marks any more, as clusters of what they saw.

    Args:
        joined: the clusters of a document with what was ruled on them.
        decisions: on that document.
        voters: uids of all who have a layer on it.
    """
    held = {decision.uid for each in joined for decision in each.decisions}
    taken = {each.cluster.uid for each in joined}
    found = []
    for decision in decisions:
        if decision.uid not in held and decision.gold:
            cluster = _seen(decision, _free(decision.cluster, taken), voters)
            taken.add(cluster.uid)
            found.append(Joined(cluster, (decision,)))
    return found


def _seen(decision: Decision, uid: str, voters: tuple[str, ...]) -> Cluster:
    """The cluster that a decision saw, with nobody's votes."""
    seen = decision.variants or decision.gold  # other programs may have kept no variants
    variants = tuple(Variant(each.start, each.end, each.label, (), each.parts) for each in seen)
    return Cluster(uid, decision.document, _difference(decision, len(voters)), voters, variants, decision)


def _difference(decision: Decision, voters: int) -> Difference:
    """The class that a decision saw, as far as its variants tell: the worst of any two of them."""
    spans = sum(len(each.spans) for each in decision.variants)
    found = [Difference.MISSING if spans < voters else Difference.AGREE]
    for one, other in combinations(decision.variants, 2):
        is_place_equal = (one.start, one.end, one.parts) == (other.start, other.end, other.parts)
        if is_place_equal:
            found.append(Difference.LABEL)
        else:
            found.append(Difference.BOUNDARY if one.label == other.label else Difference.BOTH)
    return max(found, key=lambda difference: difference.rank)


def _free(uid: str, taken: Collection[str]) -> str:
    """The uid, or another one made of it where a decision has carried it on to another cluster."""
    while uid in taken:
        uid = fixed_uid("cluster", uid)
    return uid


def _hits(clusters: Sequence[Cluster], decisions: Sequence[Decision]) -> list[Counter[int]]:
    """For each decision, in how many spans and variants it meets which clusters (by number)."""
    by_span: dict[str, int] = {}
    by_place: dict[object, int] = {}
    for number, cluster in enumerate(clusters):
        for variant in cluster.variants:
            by_place[variant.place] = number
            by_span.update((vote.span.uid, number) for vote in variant.votes)
    return [_met(decision, by_span, by_place) for decision in decisions]


def _met(decision: Decision, by_span: Mapping[str, int], by_place: Mapping[object, int]) -> Counter[int]:
    found: Counter[int] = Counter()
    for seen in decision.variants:
        if (number := by_place.get(seen.place)) is not None:
            found[number] += 1
        found.update(by_span[uid] for uid in seen.spans if uid in by_span)
    return found


def _names(
    clusters: Sequence[Cluster], decisions: Sequence[Decision], hits: Sequence[Counter[int]]
) -> dict[int, str]:
    """The uid of each cluster: each decision names one, the one it knew, else the one it meets most."""
    names: dict[int, str] = {}
    for decision, met in zip(decisions, hits, strict=True):
        free = [number for number in met if number not in names]
        if free:
            own = [number for number in free if clusters[number].uid == decision.cluster]
            names[(own or sorted(free, key=lambda number: (-met[number], number)))[0]] = decision.cluster
    taken = set(names.values())
    for number, cluster in enumerate(clusters):
        if number not in names:
            names[number] = _free(cluster.uid, taken)
            taken.add(names[number])
    return names


def _by_cluster(
    clusters: Sequence[Cluster], decisions: Sequence[Decision], hits: Sequence[Counter[int]]
) -> list[tuple[Cluster, tuple[Decision, ...]]]:
    on: list[list[Decision]] = [[] for _ in clusters]
    for decision, met in zip(decisions, hits, strict=True):
        for number in met:
            on[number].append(decision)
    return [(cluster, tuple(held)) for cluster, held in zip(clusters, on, strict=True)]


def _joined(cluster: Cluster, name: str, on: tuple[Decision, ...]) -> Joined:
    if not on:
        return Joined(cluster if cluster.uid == name else replace(cluster, uid=name), ())
    aliases = dict.fromkeys(each.cluster for each in on if each.cluster != name)
    places = {seen.place for decision in on for seen in decision.variants}
    fresh = tuple(place for place, each in enumerate(cluster.variants) if each.place not in places)
    return Joined(replace(cluster, uid=name, decision=on[-1], fresh=fresh, aliases=tuple(aliases)), on)
