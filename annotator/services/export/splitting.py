"""Dealing documents out to train, dev and test: by a seed, whole groups, each part its share of every label.

Documents are put in the order of the SHA-256 of seed and text, so nothing depends on a system, a language,
the run of a program or the library that holds the texts. Groups of more than one document go first, the
largest before the others, while there is room for them. Each then goes where its rarest label is wanted most,
which is iterative stratification (Sechidis, Tsoumakas, Vlahavas, "On the stratification of multi-label data",
2011) with whole groups and a fixed number of documents a part. What is left uneven is evened out by
exchanging single documents.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Final

from annotator.model.recipe import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.model.recipe import Split
    from annotator.services.export.split_groups import Known

_NO_SPAN: Final = ""
"""Stands for the label of documents without spans, which are spread evenly too; no label has this name."""

_TRIES: Final = 100_000
"""Exchanges that are weighed at most."""

_PARTNERS: Final = 40
"""Documents of other parts that the exchange of one document is weighed with."""

_LEAST_GAIN: Final = 1e-12
"""So that sums that differ in their last digit alone do not go back and forth."""


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that go into one part together.

    Attributes:
        members: their numbers.
        labels: spans of each label, of all of them; for documents without any see `_NO_SPAN`.
    """

    members: Sequence[int]
    labels: Mapping[str, int]


def wanted(split: Split, count: int) -> list[int]:
    """How many of `count` documents each part should get."""
    ends = [round(count * sum(split.shares[:place]) / 100) for place in range(len(PARTS) + 1)]
    return [end - start for start, end in pairwise(ends)]


def deal_out(split: Split, documents: Sequence[Known], together: Sequence[Sequence[int]]) -> list[int]:
    """For each document the number of its part in `PARTS`.

    Args:
        split: shares, seed, and whether labels are to be spread evenly.
        documents: in import order.
        together: numbers of documents in groups that stay whole; every document is in one.
    """
    table = _Table(split, documents)
    order = _in_order(split.seed, documents, together)
    for group in _rarest_first(order) if split.stratified else order:
        table.put(group)
    if split.stratified:
        table.even_out([group for group in order if len(group.members) == 1])
    return table.places


def _in_order(seed: int, documents: Sequence[Known], together: Sequence[Sequence[int]]) -> list[Group]:
    """The groups: the largest first, of one size by the seed."""
    ranks = [
        (hashlib.sha256(f"{seed} {one.sha256}".encode()).digest(), one.title, one.uid) for one in documents
    ]
    order = sorted(together, key=lambda group: (-len(group), min(ranks[number] for number in group)))
    return [Group(members, _labels_of(members, documents)) for members in order]


def _labels_of(members: Sequence[int], documents: Sequence[Known]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for number in members:
        found.update(documents[number].labels or {_NO_SPAN: 1})
    return found


def _rarest_first(order: Sequence[Group]) -> Iterator[Group]:
    """Groups of several documents, then those with the rarest label, and so on to the commonest."""
    yield from (group for group in order if len(group.members) > 1)
    single = [group for group in order if len(group.members) == 1]
    holders = Counter(label for group in single for label in group.labels)
    of_rarest: dict[str, list[Group]] = {}
    for group in single:
        of_rarest.setdefault(min(group.labels, key=lambda label: (holders[label], label)), []).append(group)
    for label in sorted(of_rarest, key=lambda label: (holders[label], label)):
        yield from of_rarest[label]


class _Table:
    """The parts while documents are dealt out.

    Attributes:
        places: part of each document.
    """

    def __init__(self, split: Split, documents: Sequence[Known]) -> None:
        self.places = [0] * len(documents)
        self._free = wanted(split, len(documents))
        self._open = [place for place in range(len(PARTS)) if split.shares[place]]
        self._is_stratified = split.stratified
        self._totals = totals = _labels_of(range(len(documents)), documents)
        self._missing = [
            {label: count * share / 100 for label, count in totals.items()} for share in split.shares
        ]

    def put(self, group: Group) -> None:
        """Find the part for one group."""
        size = len(group.members)
        fitting = [place for place in self._open if self._free[place] >= size] or self._roomiest()
        self._move(group, None, max(fitting, key=lambda place: (self._need(group, place), -place)))

    def _roomiest(self) -> list[int]:
        most = max(self._free[place] for place in self._open)
        return [place for place in self._open if self._free[place] == most]

    def _need(self, group: Group, place: int) -> tuple[float, int]:
        """How much the part lacks of the group's rarest label, and how many documents."""
        if not self._is_stratified:
            return 0.0, self._free[place]
        rarest = min(group.labels, key=lambda label: (self._totals[label], label))
        return self._missing[place][rarest], self._free[place]

    def _move(self, group: Group, old: int | None, new: int) -> None:
        for place, sign in ((old, 1), (new, -1)):
            if place is not None:
                self._free[place] += sign * len(group.members)
                missing = self._missing[place]
                for label, count in group.labels.items():
                    missing[label] += sign * count
        for number in group.members:
            self.places[number] = new

    def even_out(self, single: Sequence[Group]) -> None:
        """Exchange documents of different parts as long as that brings labels nearer to their shares."""
        tries, goes_on = 0, True
        while goes_on and tries < _TRIES:
            goes_on = False
            for number, one in enumerate(single):
                for other in islice(self._partners(number, single), _PARTNERS):
                    tries += 1
                    if self._gain(one, other) > _LEAST_GAIN:
                        self._exchange(one, other)
                        goes_on = True
                        break
                if tries >= _TRIES:
                    break

    def _partners(self, number: int, single: Sequence[Group]) -> Iterator[Group]:
        """Documents of other parts, those that come next first."""
        place = self._place(single[number])
        around = chain(islice(single, number + 1, None), islice(single, number))
        return (other for other in around if self._place(other) != place)

    def _place(self, group: Group) -> int:
        return self.places[group.members[0]]

    def _gain(self, one: Group, other: Group) -> float:
        """By how much an exchange brings both parts nearer to their shares of every label."""
        first, second = self._missing[self._place(one)], self._missing[self._place(other)]
        gain = 0.0
        for label in {**one.labels, **other.labels}:
            step = one.labels.get(label, 0) - other.labels.get(label, 0)
            before = first[label] ** 2 + second[label] ** 2
            after = (first[label] + step) ** 2 + (second[label] - step) ** 2
            gain += (before - after) / self._totals[label] ** 2
        return gain

    def _exchange(self, one: Group, other: Group) -> None:
        here, there = self._place(one), self._place(other)
        self._move(one, here, there)
        self._move(other, there, here)
