"""A sample of one annotator's work, drawn to decide whether the whole can be accepted. Pure values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.agreement.acceptance import Rate, Standing
    from annotator.model.document import Annotator


class Fault(Enum):
    """What a reviewer finds wrong with a sampled span; the values are stored and travel in reports."""

    NONE = ""
    """Nothing: it is right."""
    LABEL = "label"
    BOUNDARY = "boundary"
    EXTRA = "extra"
    """It should not have been marked at all."""


@dataclass(frozen=True, slots=True)
class SampleWish:
    """What to draw.

    Attributes:
        annotator: uid of whose work it is.
        spans: how many to judge, at most.
        documents: how many to look through for what is missing, at most.
        seed: the same seed draws the same sample from the same work.
        labels: uids; only spans of these, or () for all.
        done_only: only documents that the annotator is done with.
        good: error rate with which the work shall be accepted.
        bad: error rate with which it shall not; greater than `good`.
    """

    annotator: str
    spans: int = 200
    documents: int = 10
    seed: int = 1
    labels: tuple[str, ...] = ()
    done_only: bool = True
    good: float = 0.02
    bad: float = 0.08


@dataclass(frozen=True, slots=True)
class SampledSpan:
    """A span as it was when it was drawn; what the annotator changes later does not change the sample."""

    uid: str
    document: str
    start: int
    end: int
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer found.

    Attributes:
        place: in `Sample.spans`; or, with `missing` given, in `Sample.documents`.
        fault: of a span.
        missing: of a document: how many spans it lacks, by label's uid; None for a span.
        note: the reviewer's words, plain.
        reviewer: name.
        made: UTC, ISO 8601.
    """

    place: int
    fault: Fault = Fault.NONE
    missing: Mapping[str, int] | None = None
    note: str = ""
    reviewer: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample that was drawn and kept.

    Attributes:
        uid: of the record.
        name: under which it is kept.
        wish: what was asked for.
        annotator: whose work it is.
        drawn: UTC, ISO 8601.
        spans: in the order in which they are to be judged.
        documents: (uid, title, spans of the annotator) of those to look through.
        population: spans of each label, by uid, that it was drawn from.
        judgements: of spans by place.
        looked_through: judgements of documents by place.
    """

    uid: str
    name: str
    wish: SampleWish
    annotator: Annotator
    drawn: str
    spans: tuple[SampledSpan, ...]
    documents: tuple[tuple[str, str, int], ...]
    population: Mapping[str, int]
    judgements: Mapping[int, Judgement]
    looked_through: Mapping[int, Judgement]

    @property
    def next_span(self) -> int | None:
        """Place of the first span that nobody has judged; None when all are."""
        return next((place for place in range(len(self.spans)) if place not in self.judgements), None)


@dataclass(frozen=True, slots=True)
class LabelErrors:
    """The judged spans of one label: how many by fault, and the error rate with its interval."""

    label: str
    judged: int
    faults: Mapping[Fault, int]
    rate: Rate
    missing: int = 0


@dataclass(frozen=True, slots=True)
class SampleReport:
    """What a sample says so far.

    Attributes:
        sample: with its judgements.
        whole: error rate over all labels.
        by_label: in the order of the label set; labels with a judged or missing span.
        standing: whether to go on.
        looked_through: documents looked through.
        missing: spans that they lack.
        found: spans of the annotator in them.
    """

    sample: Sample
    whole: Rate
    by_label: tuple[LabelErrors, ...]
    standing: Standing
    looked_through: int = 0
    missing: int = 0
    found: int = 0
