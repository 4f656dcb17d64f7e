"""What a pass over documents takes into gold and finishes: worked out by any view, written later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.document import Status
from annotator.model.review import GoldRange, Premerge, Ruling, Verdict
from annotator.services.review.gold import GoldWriting
from annotator.services.review.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.review import Cluster, Variant
    from annotator.services.review.gold_rows import GoldRows
    from annotator.services.review.joining import Joined
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories


@dataclass(frozen=True, slots=True)
class Pass:
    """What is done to the documents of a corpus.

    Attributes:
        corpus: key.
        reviewer: key of who does it.
        how: which clusters are taken.
        finishes: whether documents without open differences become finished.
    """

    corpus: int
    reviewer: int
    how: Premerge
    finishes: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one document.

    Attributes:
        key: of the document; `uid` likewise of it.
        taken: how many clusters go into gold.
        open: how many differences are left.
        finishes: whether it becomes finished, which it was not.
        rows: what is written of the clusters.
    """

    key: int
    uid: str
    taken: int
    open: int
    finishes: bool
    rows: GoldRows

    @property
    def changes(self) -> bool:
        """Whether anything is to be written."""
        return self.finishes or self.taken > 0


@dataclass(frozen=True, slots=True)
class Basis:
    """What a plan rests on besides the documents.

    Attributes:
        step: number of the newest step.
        labels: those that can be gold, by key.
        people: every annotator by key.
    """

    step: int
    labels: Mapping[int, Label]
    people: Mapping[int, Annotator]

    @classmethod
    def of(cls, view: Repositories, corpus_key: int) -> Basis:
        """The basis as it is in this view."""
        return cls(view.steps.newest(), view.labels.usable(corpus_key), view.people.all())

    def outdated(self, view: Repositories, corpus_key: int, documents: Sequence[int]) -> set[int]:
        """Those of these documents (keys) of which a later view may say something else."""
        now = Basis.of(view, corpus_key)
        if now.step == self.step:
            return set()
        changed = view.reviewed.changed_since(self.step)
        is_kept = self.labels.items() <= now.labels.items() and self.people.items() <= now.people.items()
        if changed is None or not is_kept:
            return set(documents)
        return changed.intersection(documents)


def planned(view: Repositories, wanted: Pass, documents: Sequence[int]) -> Iterator[list[Planned]]:
    """Plans for documents (keys), some hundred at a time; one with fewer than two people gets none."""
    writing = GoldWriting(view, wanted.corpus, wanted.reviewer)
    for piece in Reader(view, wanted.corpus).pieces(documents):
        compared = [each for each in piece if len(each.people) > 1]
        writing.begin(compared)
        taken = [_take(writing, each, wanted.how) for each in compared]
        rows = writing.taken()
        yield [
            _planned(each, clusters, written, wanted)
            for each, clusters, written in zip(compared, taken, rows, strict=True)
        ]


def _planned(examined: Examined, taken: Sequence[Cluster], rows: GoldRows, wanted: Pass) -> Planned:
    left = _open(examined.clusters) - _open(taken)
    is_ready = not left and not examined.is_waiting and examined.gold_status is not Status.DONE
    return Planned(examined.key, examined.uid, len(taken), left, wanted.finishes and is_ready, rows)


def _take(writing: GoldWriting, examined: Examined, how: Premerge) -> list[Cluster]:
    """Take what qualifies; the clusters."""
    found = list(_qualifying(writing, examined, how))
    for joined, variant in found:
        writing.rule(joined, _ruling(joined.cluster, variant))
    return [joined.cluster for joined, _ in found]


def _qualifying(writing: GoldWriting, examined: Examined, how: Premerge) -> Iterator[tuple[Joined, Variant]]:
    """Clusters without any verdict that are taken, with the variant that is."""
    for joined in examined.joined:
        cluster = joined.cluster
        place = 0 if cluster.is_unanimous else None
        if how is Premerge.MAJORITY:
            place = cluster.majority
        if joined.decisions or place is None:
            continue
        if writing.knows(cluster.variants[place].label):
            yield joined, cluster.variants[place]


def _open(clusters: Sequence[Cluster]) -> int:
    return sum(cluster.is_open_difference for cluster in clusters)


def _ruling(cluster: Cluster, variant: Variant) -> Ruling:
    how = Premerge.UNANIMOUS if cluster.is_unanimous else Premerge.MAJORITY
    taken = GoldRange(variant.start, variant.end, variant.label, parts=variant.parts)
    return Ruling(cluster.document, cluster.uid, Verdict.TAKE, (taken,), source=f"premerge:{how.value}")
