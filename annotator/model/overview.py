"""What the overview of a review shows: documents by annotators, and how far each document is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.document import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.review import Difference, ReviewFilter


@dataclass(frozen=True, slots=True)
class LayerCell:
    """One layer in the overview: how far its owner is with it, and how many living spans it has."""

    status: Status
    spans: int

    @property
    def is_begun(self) -> bool:
        """Whether its owner has looked at the document at all."""
        return self.status is not Status.NEW or self.spans > 0


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One living document.

    Attributes:
        document: uid.
        title: plain.
        cells: by uid of each person who has a layer on it; of a person with several uids one, under the main
            uid.
        gold: the gold layer, None while there is none; done: the document is finished.
    """

    document: str
    title: str
    cells: Mapping[str, LayerCell]
    gold: LayerCell | None = None

    @property
    def is_finished(self) -> bool:
        """Whether its gold was closed."""
        return self.gold is not None and self.gold.status is Status.DONE

    def is_waiting(self, given: Collection[str] = ()) -> bool:
        """Whether somebody's spans are still to come, so that it is too early to decide.

        That is so while fewer than two people have begun, and, where somebody is done, until all are. Where
        nobody is ever done people do not use the status, and what is there is compared.

        Args:
            given: uids of those who were given the document, whether they have a layer or not.
        """
        if self.is_finished:
            return False
        begun = [cell for cell in self.cells.values() if cell.is_begun]
        done = [cell for cell in begun if cell.status is Status.DONE]
        wanted = len(self.cells) + sum(uid not in self.cells for uid in given)
        return len(begun) < 2 or 0 < len(done) < wanted


@dataclass(frozen=True, slots=True)
class ReviewOverview:
    """A corpus as it is to be reviewed, without looking into any layer.

    Attributes:
        people: all who have a layer in it, in the order in which they came.
        rows: in import order.
        labels: the corpus's label set in order, without inactive ones.
        step: number of the newest step in the library as it was read.
    """

    people: tuple[Annotator, ...]
    rows: tuple[OverviewRow, ...]
    labels: tuple[Label, ...] = ()
    step: int = 0


@dataclass(frozen=True, slots=True)
class OpenDifference:
    """A cluster that somebody has yet to rule on: its class, and the uids of all labels in its variants."""

    difference: Difference
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class RowFigures:
    """What comparing the layers of one document gave.

    Attributes:
        total: clusters, agreeing ones too.
        open: those that differ and that nobody has ruled on, in reading order.
        settled: those that differ and that somebody has ruled on.
        unseen: those that all agree on and that are not in gold yet.
        strict: what its pairs of annotators add to part and whole of the strict F1 (2·both, |A|+|B|); (0, 0)
            with fewer than two layers. Sums of these over documents give the figure of all.
        boundary: likewise of the F1 of boundaries alone.
    """

    total: int
    open: tuple[OpenDifference, ...] = ()
    settled: int = 0
    unseen: int = 0
    strict: tuple[int, int] = (0, 0)
    boundary: tuple[int, int] = (0, 0)

    @property
    def f1(self) -> float | None:
        """Strict F1 of its pairs of annotators, 0 to 1; None where nothing is compared."""
        part, whole = self.strict
        return part / whole if whole else None

    def count(self, chosen: ReviewFilter) -> int:
        """How many open differences the filter lets through; who is compared is not looked at."""
        if not chosen.differences and not chosen.labels:
            return len(self.open)
        return sum(
            (not chosen.differences or each.difference in chosen.differences)
            and (not chosen.labels or bool(each.labels & chosen.labels))
            for each in self.open
        )


@dataclass(frozen=True, slots=True)
class OverallFigures:
    """How far people agree over all compared documents; each is None where it is not defined.

    Attributes:
        strict: F1 of equal spans, all pairs and documents added up.
        boundary: likewise of boundaries alone.
        low, high: the middle 95 of 100 of what `strict` would be for other documents of the kind.
    """

    strict: float | None
    boundary: float | None
    low: float | None = None
    high: float | None = None
