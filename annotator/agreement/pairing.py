"""Which span of one annotator answers which span of another, and how the two differ.

The classes of disagreement, in the order in which spans find each other:

1. equal spans of one person are one; the others are duplicates;
2. the same boundaries and the same label: agree;
3. the same boundaries, another label: label;
4. boundaries that share at least one character, one to one, the same label before another label, the larger
   overlap first, of equal ones the earlier start: boundary, or boundary and label;
5. what is left has no counterpart: missing (extra, seen from the other side).

Steps 2 and 3 come before 4, so that an inner organization never takes the outer position away from the
position that marks the same words. Touching spans do not overlap. Discontinuous spans overlap by their hull,
and have the same boundaries only when all their parts have, so that a reviewer sees where the parts differ;
figures of agreement compare their hulls alone (`hulls`).

Counting spans, one to one and without true negatives, follows Hripcsak & Rothschild 2005 (Agreement, the
F-measure, and reliability in information retrieval, JAMIA 12(3)); the classes 2 to 5 are those that the
evaluation of SemEval-2013 task 9.1 counts (Segura-Bedmar et al. 2013, section 4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import merge
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from annotator.model.review import Difference
from annotator.model.span import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.model.span import Parts, Span

Pair: TypeAlias = "tuple[Span, Span, Difference]"
Place: TypeAlias = "tuple[int, int, str, Parts | None]"
Bounds: TypeAlias = "tuple[int, int, Parts | None]"


@dataclass(frozen=True, slots=True)
class Distinct:
    """One annotator's spans on one text without repeats, ready to be paired with those of others.

    Attributes:
        by_place: `Span.place` -> span, in reading order; of equal spans the one with the smallest uid.
        duplicates: the others.
    """

    by_place: dict[Place, Span]
    duplicates: tuple[Span, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """In reading order."""
        return tuple(self.by_place.values())


@dataclass(frozen=True, slots=True)
class Pairing:
    """What two annotators marked in one text, side by side.

    Attributes:
        pairs: span of the first, span of the second, how they differ; in order of the first's place.
        only_a: spans of the first without counterpart, in reading order; `only_b`: of the second.
        duplicates_a: repeats of the first that were left out; `duplicates_b`: of the second.
    """

    pairs: tuple[Pair, ...]
    only_a: tuple[Span, ...]
    only_b: tuple[Span, ...]
    duplicates_a: tuple[Span, ...] = ()
    duplicates_b: tuple[Span, ...] = ()


def hulls(spans: Iterable[Span]) -> list[Span]:
    """The spans, discontinuous ones from their first to their last word."""
    return [span if span.parts is None else replace(span, parts=None) for span in spans]


def distinct(spans: Iterable[Span]) -> Distinct:
    """The spans of one annotator without repeats; their order does not matter."""
    ordered = sorted(spans, key=reading_order)
    by_place: dict[Place, Span] = {}
    repeats = [span for span in ordered if by_place.setdefault(span.place, span) is not span]
    return Distinct(by_place, tuple(repeats))


def pair(a: Sequence[Span], b: Sequence[Span]) -> Pairing:
    """Pairs the spans of two annotators on one text; `pair(b, a)` is its mirror image."""
    return pair_distinct(distinct(a), distinct(b))


def pair_distinct(a: Distinct, b: Distinct) -> Pairing:
    """As `pair`, for layers that are compared with more than one other."""
    places_b = b.by_place
    pairs: list[Pair] = []
    rest_a: dict[int, Span] = {}
    for place, span in a.by_place.items():
        other = places_b.get(place)
        if other is None:
            rest_a[id(span)] = span
        else:
            pairs.append((span, other, Difference.AGREE))
    rest_b = {id(span): span for place, span in places_b.items() if place not in a.by_place}
    if rest_a and rest_b:
        _settle(_same_bounds(rest_a.values(), rest_b.values()), rest_a, rest_b, pairs)
        _settle(_overlapping(rest_a.values(), rest_b.values()), rest_a, rest_b, pairs)
        pairs.sort(key=lambda found: reading_order(found[0]))
    return Pairing(tuple(pairs), tuple(rest_a.values()), tuple(rest_b.values()), a.duplicates, b.duplicates)


def _settle(found: list[Pair], rest_a: dict[int, Span], rest_b: dict[int, Span], pairs: list[Pair]) -> None:
    """Takes over the pairs whose spans are both still free, the first ones first."""
    for pair_found in found:
        one, other = id(pair_found[0]), id(pair_found[1])
        if one in rest_a and other in rest_b:
            del rest_a[one], rest_b[other]
            pairs.append(pair_found)


def _bounds(span: Span) -> Bounds:
    return (span.start, span.end, span.parts)


def _same_bounds(a: Iterable[Span], b: Iterable[Span]) -> list[Pair]:
    """Spans on the same words with other labels; of several the labels in the order of their uids."""
    free: dict[Bounds, list[Span]] = {}
    for span in sorted(b, key=lambda span: span.label, reverse=True):
        free.setdefault(_bounds(span), []).append(span)
    found = []
    for span in sorted(a, key=lambda span: span.label):
        others = free.get(_bounds(span))
        if others:
            found.append((span, others.pop(), Difference.LABEL))
    return found


def _overlapping(a: Iterable[Span], b: Iterable[Span]) -> list[Pair]:
    """Every span of one with every span of the other that it overlaps, the closest first.

    The order does not depend on which of the two annotators is the first: it looks at the smaller and the
    greater of the two places. No two of these pairs are equal in it, since then each annotator would have
    both places and they would have been paired before.
    """
    ranked = [(_closeness(one, other), one, other) for one, other in _sharing(a, b)]
    ranked.sort(key=itemgetter(0))
    return [
        (one, other, Difference.BOUNDARY if one.label == other.label else Difference.BOTH)
        for _, one, other in ranked
    ]


def _closeness(one: Span, other: Span) -> tuple[object, ...]:
    shared = min(one.end, other.end) - max(one.start, other.start)
    places = sorted((_sortable(one), _sortable(other)))
    return (one.label != other.label, -shared, *places)


def _sortable(span: Span) -> tuple[int, int, str, Parts]:
    return (span.start, span.end, span.label, span.parts or ())


def _sharing(a: Iterable[Span], b: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """The pairs that share a code point, found in one sweep: what lies far apart never meets."""
    open_a: list[Span] = []
    open_b: list[Span] = []
    for _, is_first, span in merge(_marked(a, is_first=True), _marked(b, is_first=False), key=itemgetter(0)):
        start = span.start
        open_a = [held for held in open_a if held.end > start]
        open_b = [held for held in open_b if held.end > start]
        if is_first:
            yield from ((span, held) for held in open_b)
            open_a.append(span)
        else:
            yield from ((held, span) for held in open_a)
            open_b.append(span)


def _marked(spans: Iterable[Span], *, is_first: bool) -> Iterator[tuple[int, bool, Span]]:
    return ((span.start, is_first, span) for span in spans)
