"""What a report of agreement says, and how one of its figures is named to see what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from annotator.agreement.f1 import boundary_f1, partial_f1, strict_f1, type_f1
from annotator.agreement.undefined import NOTHING_SHARED
from annotator.model.document import names_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from annotator.agreement.bootstrap import Interval
    from annotator.agreement.edge_words import EdgeWords, Stretch
    from annotator.agreement.f1 import Counts, Shared
    from annotator.agreement.gamma import Gamma
    from annotator.agreement.trend import Week
    from annotator.agreement.undefined import Figure
    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.review import Difference

Cell: TypeAlias = "tuple[str, str]"
"""Label's uid of the first annotator of a pair, label's uid of the second."""


@dataclass(frozen=True, slots=True)
class AgreementScope:
    """Whose layers on which documents are compared.

    Attributes:
        annotators: uids, in the order of the report; () for all people with a layer, no machine and not gold.
        documents: uids; () for all.
        search: only documents that fit these words and conditions, as in the document list; "" for all.
        done_only: only layers that are done; one in progress then counts as not looked at.
        ready_only: only documents that wait for nobody, as the overview counts (`OverviewRow.is_waiting`).
    """

    annotators: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    search: str = ""
    done_only: bool = False
    ready_only: bool = False


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """One of those compared: on how many documents with a layer, and with how many spans there."""

    annotator: Annotator
    documents: int
    spans: int


@dataclass(frozen=True, slots=True)
class Agreed:
    """Counts and the four F1 made of them.

    Attributes:
        documents: on which both, or at least two, have a layer.
        counts: sums over these documents, and over pairs where there are several.
        interval: of strict F1: the middle 95 of 100 resamples of documents.
    """

    documents: int
    counts: Counts
    interval: Interval

    @property
    def strict_f1(self) -> Figure:
        """Same boundaries and label."""
        return self._shared(strict_f1)

    @property
    def boundary_f1(self) -> Figure:
        """Same boundaries."""
        return self._shared(boundary_f1)

    @property
    def partial_f1(self) -> Figure:
        """An overlap counts half."""
        return self._shared(partial_f1)

    @property
    def type_f1(self) -> Figure:
        """Same label and some overlap."""
        return self._shared(type_f1)

    def _shared(self, measure: Callable[[Counts], Figure]) -> Figure:
        return measure(self.counts) if self.documents else NOTHING_SHARED


@dataclass(frozen=True, slots=True)
class PairFigures:
    """How far two annotators agree; `a` and `b` are uids, `a` the earlier one in the report."""

    a: str
    b: str
    agreed: Agreed


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """How far annotators agree on one label.

    Attributes:
        label: uid.
        shared: sums over pairs.
        interval: of strict F1.
        alpha: Krippendorff's nominal alpha over syllables, all annotators at once.
    """

    label: str
    shared: Shared
    interval: Interval
    alpha: Figure


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """One document that at least two have looked at.

    Attributes:
        document: uid.
        title: of it.
        people: uids of those who have a layer on it.
        counts: sums over their pairs.
    """

    document: str
    title: str
    people: tuple[str, ...]
    counts: Counts

    @property
    def strict_f1(self) -> Figure:
        """Over all pairs."""
        return strict_f1(self.counts)


@dataclass(frozen=True, slots=True)
class ChanceFigures:
    """What some reports ask for, by label's uid; each has limits, which the manual tells.

    Attributes:
        kappa: Cohen's, by pair of uids, on syllables.
        fleiss: of all annotators, on the syllables of documents that all looked at.
        alpha_u: by pair of uids.
        gamma: of all annotators and labels at once.
    """

    kappa: Mapping[tuple[str, str], Mapping[str, Figure]]
    fleiss: Mapping[str, Figure]
    alpha_u: Mapping[tuple[str, str], Mapping[str, Figure]]
    gamma: Gamma


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """How far annotators of a corpus agree.

    Attributes:
        corpus: its name.
        people: those compared, in the order of `pairs`.
        labels: by uid, in order; inactive ones behind.
        documents: how many at least two have looked at.
        whole: sums over all pairs.
        pairs: every two of `people`.
        by_label: in the order of `labels`: all active ones, and others that somebody used.
        by_document: in import order.
        confusion: labels on equal boundaries, sums over pairs; only what occurs.
        edges: by which words boundaries differ, those first that most do by.
        weeks: the documents by the week in which their layers were last changed.
        hulls: how many discontinuous spans were compared by their hull alone.
        chance: None unless asked for.
    """

    corpus: str
    people: tuple[PersonFigures, ...]
    labels: Mapping[str, Label]
    documents: int
    whole: Agreed
    pairs: tuple[PairFigures, ...]
    by_label: tuple[LabelFigures, ...]
    by_document: tuple[DocumentFigures, ...]
    confusion: Mapping[Cell, int]
    edges: tuple[EdgeWords, ...] = ()
    weeks: tuple[Week, ...] = ()
    hulls: int = 0
    chance: ChanceFigures | None = None

    @property
    def names(self) -> dict[str, str]:
        """Name of each annotator by uid, told apart by the uid where two have the same."""
        return names_apart([each.annotator for each in self.people])

    def label_name(self, uid: str) -> str:
        """Name of a label; its uid where the label is gone."""
        label = self.labels.get(uid)
        return uid if label is None else label.name


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure of a report, by what it counts; what is empty narrows nothing.

    Attributes:
        pair: uids of the two annotators.
        difference: class of the pairs of spans; `duplicates` asks for repeats of one person instead.
        label: uid; a pair of spans is in when either has it.
        cell: of the confusion matrix.
        document: uid.
        duplicates: see `difference`.
        differing: only pairs of spans that differ.
        week: only documents whose layers were last changed in the week that begins on this day.
        edge: whether the words stand before or behind the shorter of two spans, and what they are.
    """

    pair: tuple[str, str] | None = None
    difference: Difference | None = None
    label: str = ""
    cell: Cell | None = None
    document: str = ""
    duplicates: bool = False
    differing: bool = False
    week: date | None = None
    edge: tuple[bool, Stretch] | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """One annotator's span as a list shows it: `words` are what it covers."""

    annotator: str
    uid: str
    start: int
    end: int
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class PlacePair:
    """Two spans that answer each other, or one that nothing answers, behind a figure.

    Attributes:
        document: uid.
        title: of it.
        one: of the first annotator of the pair, None when only the second marked something.
        other: of the second, None likewise.
        difference: None for a repeat of one person's own span.
        before: what stands before the words of both, on one line; `after`: behind them.
    """

    document: str
    title: str
    pair: tuple[str, str]
    one: Marked | None
    other: Marked | None
    difference: Difference | None
    before: str
    after: str

    @property
    def start(self) -> int:
        """First code point that either marks."""
        return min(each.start for each in (self.one, self.other) if each is not None)
