"""Adds up a report of agreement, one document after the other: the texts need not be held."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from annotator.agreement.alpha import alpha_of
from annotator.agreement.bootstrap import intervals
from annotator.agreement.clusters import join
from annotator.agreement.confusion import confusion
from annotator.agreement.edge_words import EdgeTable
from annotator.agreement.f1 import Counts, Shared, tally, tally_labels
from annotator.agreement.pairing import distinct, hulls, pair_distinct
from annotator.agreement.report import Agreed, DocumentFigures, LabelFigures, PairFigures
from annotator.agreement.syllable_votes import label_votes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.agreement.bootstrap import Interval, Share
    from annotator.agreement.compared import Compared
    from annotator.agreement.edge_words import EdgeWords
    from annotator.agreement.pairing import Pairing
    from annotator.agreement.report import Cell
    from annotator.agreement.syllable_votes import Votes

Two: TypeAlias = "tuple[str, str]"


class Gathering:
    """Sums over documents.

    Args:
        people: uids of those compared, in order.
        labels: uids, in order.

    Attributes:
        people: as given.
        documents: figures of each document that at least two have looked at, in the order they came.
        confusion: labels on equal boundaries, sums over pairs.
        hulls: how many discontinuous spans were compared by their hull.
        votes: by label's uid, what `people` answered, in their order, about the syllables of these documents.
    """

    def __init__(self, people: Sequence[str], labels: Sequence[str]) -> None:
        self.people = tuple(people)
        self.documents: list[DocumentFigures] = []
        self.confusion: Counter[Cell] = Counter()
        self.hulls = 0
        self.votes: dict[str, Votes] = {label: Counter() for label in labels}
        self._pairs: dict[Two, dict[int, Counts]] = {two: {} for two in combinations(self.people, 2)}
        self._shared: dict[str, dict[int, Shared]] = {label: {} for label in labels}
        self._edges = EdgeTable()

    @property
    def edges(self) -> list[EdgeWords]:
        """By which words boundaries differ, those first that most do by."""
        return self._edges.rows()

    def add(self, compared: Compared, title: str) -> None:
        """Take a document in; one that fewer than two have looked at adds nothing."""
        looked = tuple(uid for uid in self.people if uid in compared.layers)
        if len(looked) < 2:
            return
        place = len(self.documents)
        layers = {uid: distinct(hulls(compared.layers[uid])) for uid in looked}
        self.hulls += sum(span.parts is not None for uid in looked for span in compared.layers[uid])
        pairings = {two: pair_distinct(layers[two[0]], layers[two[1]]) for two in combinations(looked, 2)}
        for two, pairing in pairings.items():
            self._take(place, two, pairing)
        several = join(compared.document, layers, pairings.values(), least=2)  # by one alone no edges differ
        self._edges.add(compared.document, compared.text, several)
        whole = sum((self._pairs[two][place] for two in combinations(looked, 2)), Counts())
        self.documents.append(DocumentFigures(compared.document, title, looked, whole))
        for label, votes in label_votes((compared,), tuple(self.votes), self.people).items():
            self.votes[label].update(votes)

    def _take(self, place: int, two: Two, pairing: Pairing) -> None:
        self._pairs[two][place] = tally(pairing)
        self.confusion.update(confusion(pairing))
        for label, shared in tally_labels(pairing).items():
            held = self._shared.setdefault(label, {})
            held[place] = held.get(place, Shared()) + shared

    def figures(self) -> tuple[Agreed, tuple[PairFigures, ...], tuple[LabelFigures, ...]]:
        """Of all together, of each pair, of each label."""
        whole = {place: each.counts for place, each in enumerate(self.documents)}
        by_pair = [whole, *self._pairs.values()]
        tables = [self._table((place, _strict(held)) for place, held in each.items()) for each in by_pair]
        tables += [
            self._table((place, (2 * held.both, held.spans_a + held.spans_b)) for place, held in each.items())
            for each in self._shared.values()
        ]
        found = intervals(tables)
        agreed = [_agreed(each, width) for each, width in zip(by_pair, found, strict=False)]
        pairs = tuple(PairFigures(*two, each) for two, each in zip(self._pairs, agreed[1:], strict=True))
        return agreed[0], pairs, self._labels(found[len(by_pair) :])

    def _table(self, rows: Iterable[tuple[int, Share]]) -> list[Share]:
        table = [(0, 0)] * len(self.documents)
        for place, share in rows:
            table[place] = share
        return table

    def _labels(self, widths: Sequence[Interval]) -> tuple[LabelFigures, ...]:
        return tuple(
            LabelFigures(label, sum(held.values(), Shared()), width, alpha_of(self.votes.get(label, {})))
            for (label, held), width in zip(self._shared.items(), widths, strict=True)
        )


def agreed(documents: Iterable[Compared]) -> Agreed:
    """What all pairs of annotators have in common, without any other figure."""
    found: dict[int, Counts] = {}
    for compared in documents:
        layers = [distinct(hulls(spans)) for spans in compared.layers.values()]
        if len(layers) > 1:
            pairs = (tally(pair_distinct(one, other)) for one, other in combinations(layers, 2))
            found[len(found)] = sum(pairs, Counts())
    return _agreed(found, intervals([[_strict(counts) for counts in found.values()]])[0])


def _strict(counts: Counts) -> Share:
    return 2 * counts.agree, counts.spans


def _agreed(by_document: dict[int, Counts], width: Interval) -> Agreed:
    return Agreed(len(by_document), sum(by_document.values(), Counts()), width)
