"""What the cards of a cluster say, made of the cluster and the names that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.span import covered_words
from annotator.ui.review.compare.card import CardContent, Voter
from annotator.ui.review.compare.differing import differing
from annotator.ui.review.compare.words import CompareWords

if TYPE_CHECKING:
    from annotator.model.review import Cluster, ReviewedDocument, Variant, Vote
    from annotator.ui.review.compare.people import Names


class Contents(QObject):
    """Makes the cards of one document."""

    def __init__(self, reviewed: ReviewedDocument, names: Names) -> None:
        super().__init__()
        self._reviewed, self._names = reviewed, names

    def cards(self, cluster: Cluster) -> list[CardContent]:
        """One for each variant, in their order."""
        return [self._card(cluster, place) for place in range(len(cluster.variants))]

    def _card(self, cluster: Cluster, place: int) -> CardContent:
        variant, text = cluster.variants[place], self._reviewed.document.text
        people = self._names.in_order(variant.annotators)
        first = {vote.annotator: vote for vote in reversed(variant.votes)}
        return CardContent(
            number=place + 1,
            label=self._reviewed.labels.get(variant.label),
            words=covered_words(text, variant.start, variant.end, variant.parts),
            tinted=_in_words(variant, differing(variant, cluster.variants)),
            votes=CompareWords().votes(len(people), len(cluster.voters)),
            voters=tuple(self._voter(first[uid]) for uid in people),
            remark=self._remark(cluster, place),
        )

    def _voter(self, vote: Vote) -> Voter:
        span = vote.span
        how = [CompareWords().origin(span.origin)]
        how += [self._doubts()[flag] for flag in span.flags if flag in self._doubts()]
        if vote.is_nested:
            how.append(self.tr("nested"))
        uid = vote.annotator
        name = "" if self._names.is_blind else self._names.name(uid)  # the letter is all there is
        return Voter(self._names.initial(uid), name, ", ".join(how), " ".join(span.note.split()))

    def _doubts(self) -> dict[str, str]:
        return {"unsure": self.tr("unsure"), "question": self.tr("question")}

    def _remark(self, cluster: Cluster, place: int) -> str:
        return self.tr("New since it was decided") if place in cluster.fresh else ""

    def absent(self, cluster: Cluster) -> str:
        """Who has none of the variants, in words; "" when everybody has one."""
        having = {uid for variant in cluster.variants for uid in variant.annotators}
        missing = [uid for uid in cluster.voters if uid not in having]
        if not missing or not having:
            return ""
        return self.tr("Not marked by %1").replace("%1", self._names.joined(missing))


def _in_words(variant: Variant, stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches of the text as stretches of the words that the card shows; parts are joined by " … "."""
    if variant.parts is None:
        return tuple((start - variant.start, end - variant.start) for start, end in stretches)
    found, offset = [], 0
    for first, last in variant.parts:
        for start, end in stretches:
            low, high = max(start, first), min(end, last)
            if low < high:
                found.append((offset + low - first, offset + high - first))
        offset += last - first + len(" … ")
    return tuple(found)
