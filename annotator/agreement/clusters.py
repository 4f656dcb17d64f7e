"""Clusters: the spans of several annotators that concern the same words, and how far they differ.

A cluster is a connected component of the spans that `pairing` pairs, over all pairs of annotators. Its class
is the worst that any two annotators are in it; a span without counterpart at an annotator who has a layer
counts as missing.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from annotator.agreement.pairing import distinct, pair_distinct
from annotator.model.review import Cluster, Difference, Variant, Vote, variant_uid
from annotator.model.span import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.agreement.compared import Compared
    from annotator.agreement.pairing import Distinct, Pairing, Place
    from annotator.model.span import Span


def clusters(compared: Compared) -> list[Cluster]:
    """The clusters of one document in reading order, agreeing ones too, without decisions.

    `voters` are all who have a layer, in the order of `compared.layers`; the votes of a variant are in the
    same order. Equal spans of one person count once.
    """
    layers = {voter: distinct(spans) for voter, spans in compared.layers.items()}
    pairings = (pair_distinct(one, other) for one, other in combinations(layers.values(), 2))
    return join(compared.document, layers, pairings)


def join(
    document: str, layers: Mapping[str, Distinct], pairings: Iterable[Pairing], *, least: int = 1
) -> list[Cluster]:
    """As `clusters`, for one who needs the pairings too.

    Args:
        document: uid.
        layers: of all voters, in order.
        pairings: of every two of them.
        least: only clusters with so many variants.
    """
    variants = _variants(layers)
    joined = _Joined(variants)
    for pairing in pairings:
        joined.take(pairing)
    voters = tuple(layers)
    found = [
        _cluster(document, voters, [variants[place] for place in places], difference)
        for places, difference in joined.components()
        if len(places) >= least
    ]
    return sorted(found, key=lambda cluster: _order_of_variant(_first(cluster.variants)))


class _Joined:
    """Places that belong together (a union-find forest); each tree knows the worst class found in it."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._numbers = {place: number for number, place in enumerate(places)}
        self._parents = list(range(len(self._numbers)))
        self._worst = [Difference.AGREE] * len(self._parents)

    def take(self, pairing: Pairing) -> None:
        """Joins what two annotators' spans have in common, and remembers how they differ."""
        for one, other, difference in pairing.pairs:
            if difference is not Difference.AGREE:
                self._join(self._root(one), self._root(other))
                self._worsen(self._root(one), difference)
        for span in (*pairing.only_a, *pairing.only_b):
            self._worsen(self._root(span), Difference.MISSING)

    def components(self) -> list[tuple[list[Place], Difference]]:
        """The places of each tree, and its class."""
        trees: dict[int, list[Place]] = {}
        for place, number in self._numbers.items():
            trees.setdefault(self._top(number), []).append(place)
        return [(places, self._worst[root]) for root, places in trees.items()]

    def _join(self, one: int, other: int) -> None:
        if one != other:
            self._parents[other] = one
            self._worsen(one, self._worst[other])

    def _worsen(self, root: int, difference: Difference) -> None:
        if difference.rank > self._worst[root].rank:
            self._worst[root] = difference

    def _root(self, span: Span) -> int:
        return self._top(self._numbers[span.place])

    def _top(self, number: int) -> int:
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number


def _variants(layers: Mapping[str, Distinct]) -> dict[Place, Variant]:
    """Each way in which words were marked by anybody, with who did."""
    votes: dict[Place, list[Vote]] = {}
    for voter, layer in layers.items():
        for span, is_nested in _with_nesting(layer.spans):
            votes.setdefault(span.place, []).append(Vote(voter, span, is_nested))
    return {place: Variant(*place[:3], tuple(cast), place[3]) for place, cast in votes.items()}


def _with_nesting(spans: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """Each span of a layer in reading order, and whether it lies inside another one on other boundaries."""
    furthest = before = 0
    last = (0, 0)
    for span in sorted(spans, key=reading_order):
        if (span.start, span.end) != last:
            furthest, last = max(furthest, before), (span.start, span.end)
        yield span, span.end <= furthest
        before = max(before, span.end)


def _cluster(document: str, voters: tuple[str, ...], variants: list[Variant], worst: Difference) -> Cluster:
    first = _first(variants)
    ordered = sorted(variants, key=lambda variant: (-len(variant.votes), *_order_of_variant(variant)))
    return Cluster(variant_uid(document, first), document, worst, voters, tuple(ordered))


def _first(variants: Iterable[Variant]) -> Variant:
    return min(variants, key=_order_of_variant)


def _order_of_variant(variant: Variant) -> tuple[object, ...]:
    """By start, the longer first, then by label and parts."""
    return (variant.start, -variant.end, variant.label, variant.parts or ())
