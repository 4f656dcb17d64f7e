"""The best alignment of what several annotators marked, as the gamma measure asks for it.

An alignment puts every unit into exactly one group with at most one unit of each annotator. Between two
units

    d(u, v) = 3 * ((|start u - start v| + |end u - end v|) / (length u + length v))^2 + [label u != label v]

(Mathet, Widlöcher & Métivier, "The unified and holistic method gamma", Computational Linguistics 41(3),
2015, section 4: the positional dissimilarity, the categorical one, their sum with weights 3 and 1); d is 1
where an annotator has no unit in the group. The disorder of a group is the mean of d over all pairs of
annotators, so a unit alone costs 1 and n annotators' equal units together cost 0.

The paper finds the best alignment with an integer programme. Ours goes through the units by their start and
keeps, for every set of later units that is already taken, the least disorder so far: the same answer, and
cheap, since units that lie far apart never share a group (section 5.1: what costs more together than
apart). Where units overlap so much that there are too many sets, only the best ones are kept;
`Alignment.is_exact` says whether that happened.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nsmallest
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

POSITION_WEIGHT: Final = 3.0
LABEL_WEIGHT: Final = 1.0

_MOST_STATES: Final = 1000
_MOST_GROUPS: Final = 200


class Unit(NamedTuple):
    """A stretch of the continuum with its label; half open, of any unit of length."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """What the best alignment costs.

    Attributes:
        disorder: sum of the groups' disorders over the mean number of units of an annotator.
        groups: how many groups it has.
        is_exact: whether no better one can exist.
    """

    disorder: float
    groups: int
    is_exact: bool


class _State(NamedTuple):
    """A way to have come as far as this: sum of the disorders of its groups, and how many they are."""

    cost: float
    groups: int


def dissimilarity(one: Unit, other: Unit) -> float:
    """How unlike two units are; 0 for equal ones, 1 is as bad as having no counterpart."""
    apart = abs(one.start - other.start) + abs(one.end - other.end)
    share = apart / (one.end - one.start + other.end - other.start)
    return POSITION_WEIGHT * share * share + LABEL_WEIGHT * (one.label != other.label)


def best_alignment(layers: Sequence[Sequence[Unit]]) -> Alignment:
    """The alignment of least disorder of two or more annotators' units; one has a unit at least."""
    search = _Search(layers)
    best = search.run()
    mean = len(search.units) / len(layers)
    return Alignment(best.cost / mean, best.groups, search.is_exact)


class _Search:
    """One pass over all units by their start."""

    def __init__(self, layers: Sequence[Sequence[Unit]]) -> None:
        marked = sorted((unit, rater) for rater, layer in enumerate(layers) for unit in layer)
        self.units = [unit for unit, _ in marked]
        self.is_exact = True
        self._raters = [rater for _, rater in marked]
        self._people = len(layers)
        self._pairs = self._people * (self._people - 1) // 2
        self._near = self._neighbours()

    def run(self) -> _State:
        """Go through the units; a state is a set of taken units, bit 0 the one at hand."""
        states = {0: _State(0.0, 0)}
        for place in range(len(self.units)):
            groups = self._groups(place)
            following: dict[int, _State] = {}
            for taken, state in states.items():
                if taken & 1:
                    _offer(following, taken >> 1, state)
                    continue
                for cost, members in groups:
                    if not taken & members:
                        _offer(following, (taken | members) >> 1, _State(state.cost + cost, state.groups + 1))
            states = self._best_of(following)
        return min(states.values())

    def _best_of(self, states: dict[int, _State]) -> dict[int, _State]:
        """Those that may still end up best.

        What follows from a state also follows from the cheapest one, at the price of 1 at most for each unit
        that only the state has taken, alone then, and of 2 / people for each that only the cheapest one has,
        missing in its group then.
        """
        if len(states) == 1:
            return states
        cheapest, best = min(states.items(), key=lambda item: item[1])
        share = 2 / self._people
        hopeful = {
            taken: state
            for taken, state in states.items()
            if taken == cheapest
            or state.cost
            < best.cost + (taken & ~cheapest).bit_count() + share * (cheapest & ~taken).bit_count()
        }
        if len(hopeful) <= _MOST_STATES:
            return hopeful
        self.is_exact = False
        return dict(
            nsmallest(_MOST_STATES, hopeful.items(), key=lambda item: item[1].cost - item[0].bit_count() / 2)
        )

    def _neighbours(self) -> list[list[int]]:
        """For each unit those of others with which a group can be worth its while, on both sides of it.

        Splitting a group in two saves something unless some pair across the split has d < pairs + 1.
        """
        limit = self._pairs + 1
        stretch = max(0.0, (sqrt(limit / POSITION_WEIGHT) - 1) / 2)
        longest = max(unit.end - unit.start for unit in self.units)
        near: list[list[int]] = [[] for _ in self.units]
        for place, unit in enumerate(self.units):
            reach = unit.end + stretch * (unit.end - unit.start + longest)
            for later in range(place + 1, len(self.units)):
                other = self.units[later]
                if other.start > reach:
                    break
                is_others = self._raters[later] != self._raters[place]
                if is_others and dissimilarity(unit, other) < limit:
                    near[place].append(later)
                    near[later].append(place)
        return near

    def _groups(self, place: int) -> list[tuple[float, int]]:
        """(disorder, later members as bits from this unit on) of groups that begin with it; alone first."""
        by_rater: defaultdict[int, list[int]] = defaultdict(list)
        for later in self._within_reach(place):
            by_rater[self._raters[later]].append(later)
        by_rater.pop(self._raters[place], None)
        found: list[tuple[float, tuple[int, ...]]] = [(float(self._pairs), (place,))]
        for candidates in by_rater.values():
            found += [
                (cost + self._added(members, later), (*members, later))
                for cost, members in found
                for later in candidates
            ]
            if len(found) > _MOST_GROUPS:
                self.is_exact = False
                found = nsmallest(
                    _MOST_GROUPS, found, key=lambda group: group[0] - self._pairs * len(group[1])
                )
        return [
            (cost / self._pairs, sum(1 << member - place for member in members[1:]))
            for cost, members in found
            if len(members) == 1 or cost < self._pairs * len(members)
        ]

    def _added(self, members: tuple[int, ...], later: int) -> float:
        """What a further unit changes: d to each member instead of 1 for its absence."""
        unit = self.units[later]
        return sum(dissimilarity(self.units[member], unit) for member in members) - len(members)

    def _within_reach(self, place: int) -> list[int]:
        """Later units that can be in one group with this one, over others between them."""
        seen, edge = {place}, {place}
        for _ in range(self._people - 1):
            edge = {other for one in edge for other in self._near[one] if other > place} - seen
            seen |= edge
        return sorted(seen - {place})


def _offer(states: dict[int, _State], taken: int, state: _State) -> None:
    """Keep the better way to the same set."""
    held = states.get(taken)
    if held is None or state < held:
        states[taken] = state
