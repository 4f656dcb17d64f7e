"""What the figures of a corpus are: counts of documents, spans, strings, lengths, nesting, and of work.

Pure values, made by `services.figures` for the page of figures and for `stats` alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.document import Annotator, Status
    from annotator.model.filters import KeptFilter
    from annotator.model.label import Label
    from annotator.model.listing import StatusCounts
    from annotator.model.review import Verdict


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose spans on which documents are counted.

    Attributes:
        annotator: uid of the one annotator whose layers count; "" for the layers of people and sources.
        everyone: count the layers of machines and gold as well; has no meaning beside `annotator`.
        tag: only documents that carry this tag; "" for all.
        search: only documents that fit these words and conditions, as in the document list; "" for all.
    """

    annotator: str = ""
    everyone: bool = False
    tag: str = ""
    search: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether some documents may not count."""
        return bool(self.tag or self.search)


@dataclass(frozen=True, slots=True)
class Scopes:
    """What a scope can be narrowed to in a corpus.

    Attributes:
        people: everyone with a layer on a living document, machines and gold too.
        tags: all tags on living documents, in order.
        filters: of the document list, kept by name.
    """

    people: tuple[Annotator, ...] = ()
    tags: tuple[str, ...] = ()
    filters: tuple[KeptFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelFigure:
    """A label with its spans, and the number of documents they stand in."""

    label: Label
    spans: int
    documents: int


@dataclass(frozen=True, slots=True)
class PersonFigure:
    """An annotator with their layers (one a document), how many of them are done, and their spans."""

    annotator: Annotator
    documents: int
    done: int
    spans: int


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long spans are, in code points or syllables.

    Attributes:
        counts: length -> how many spans have it.
    """

    counts: Mapping[int, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many spans were measured."""
        return sum(self.counts.values())

    @property
    def median(self) -> int | None:
        """The lower one of two; None without spans."""
        middle, seen = (self.total - 1) // 2, 0
        for length in sorted(self.counts):
            seen += self.counts[length]
            if seen > middle:
                return length
        return None

    @property
    def mean(self) -> float | None:
        """Not rounded; None without spans."""
        total = self.total
        return sum(length * number for length, number in self.counts.items()) / total if total else None

    def summary(self) -> dict[str, int | float | None]:
        """Shortest, median, mean and longest by name, each None without spans."""
        return {
            "shortest": min(self.counts, default=None),
            "median": self.median,
            "mean": self.mean,
            "longest": max(self.counts, default=None),
        }


@dataclass(frozen=True, slots=True)
class Nesting:
    """How the spans of a layer lie in each other.

    Attributes:
        nested: spans inside another one of their layer (equal ranges: all but the first).
        crossing: spans that cross an earlier one.
        by_depth: how many spans lie in no other, in one, in two ..., from the outermost on.
    """

    nested: int = 0
    crossing: int = 0
    by_depth: tuple[int, ...] = ()

    @property
    def deepest(self) -> int:
        """The deepest nesting: 1 = nothing nested, 0 = no spans."""
        return len(self.by_depth)


@dataclass(frozen=True, slots=True)
class ReviewFigures:
    """How far the review of a corpus is.

    Attributes:
        compared: living documents on which two people or more have a layer.
        finished: documents whose gold is finished.
        gold: spans in gold.
        decisions: on differences, by what was ruled; all verdicts are in it.
    """

    compared: int
    finished: int
    gold: int
    decisions: Mapping[Verdict, int]

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to tell of."""
        return bool(self.compared or self.finished or self.gold)


@dataclass(frozen=True, slots=True)
class Overview:
    """The first figures of a corpus, read at one moment.

    Attributes:
        documents: living documents by status.
        characters: code points of their texts.
        layers: layers that were counted, empty ones too.
        labels: the label set in its order; a merged label counts for its target.
        people: everyone with a layer that was counted, in the order they came into the library.
        cells: (label uid, annotator uid) -> spans; nothing where there are none.
        lengths: of the spans, in code points.
        nesting: of the spans within their layers.
        review: of the whole corpus, None where only some of its documents were counted.
    """

    documents: StatusCounts
    characters: int
    layers: int
    labels: tuple[LabelFigure, ...]
    people: tuple[PersonFigure, ...]
    cells: Mapping[tuple[str, str], int]
    lengths: Lengths
    nesting: Nesting
    review: ReviewFigures | None = None

    @property
    def spans(self) -> int:
        """All that were counted."""
        return self.lengths.total


@dataclass(frozen=True, slots=True)
class StringFigure:
    """One string that spans cover.

    Attributes:
        words: its most frequent form, as it stands in the texts.
        labels: (label uid, spans), the most frequent first.
        documents: how many documents it is labelled in.
    """

    words: str
    labels: tuple[tuple[str, int], ...]
    documents: int

    @property
    def spans(self) -> int:
        """How many spans cover it."""
        return sum(number for _, number in self.labels)

    @property
    def is_ambiguous(self) -> bool:
        """Whether it carries several labels."""
        return len(self.labels) > 1


@dataclass(frozen=True, slots=True)
class Strings:
    """What spans cover.

    Attributes:
        rows: the most frequent strings and all ambiguous ones, by spans, then alphabetically.
        distinct: how many strings there are.
        once: how many of them are covered by one span only.
        ambiguous: how many carry several labels.
        syllables: lengths of the spans in syllables.
    """

    rows: tuple[StringFigure, ...] = ()
    distinct: int = 0
    once: int = 0
    ambiguous: int = 0
    syllables: Lengths = field(default_factory=Lengths)


@dataclass(frozen=True, slots=True)
class Effort:
    """What work brought and took.

    Attributes:
        seconds: with hands on the work.
        spans: made, those included that were taken back later.
        measured_spans: those of them whose keys were counted.
        keys: presses and clicks that led to `measured_spans`.
    """

    seconds: float = 0.0
    spans: int = 0
    measured_spans: int = 0
    keys: int = 0

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            self.seconds + other.seconds,
            self.spans + other.spans,
            self.measured_spans + other.measured_spans,
            self.keys + other.keys,
        )

    @property
    def seconds_a_span(self) -> float | None:
        """None where nothing was made."""
        return self.seconds / self.spans if self.spans else None

    @property
    def keys_a_span(self) -> float | None:
        """None where nothing was counted."""
        return self.keys / self.measured_spans if self.measured_spans else None


@dataclass(frozen=True, slots=True)
class Work:
    """Work by day and by hour, in the person's time zone.

    Attributes:
        days: ISO day -> effort, in order.
        hours: (weekday, hour) -> effort; Monday is 0.
        people: annotator uid of who acted -> effort.
        steps: how many steps were looked at.
        measured: of how many of them time and keys were measured; for the others the time since the step
            before stands, where that is a minute or less.
    """

    days: Mapping[str, Effort] = field(default_factory=dict)
    hours: Mapping[tuple[int, int], Effort] = field(default_factory=dict)
    people: Mapping[str, Effort] = field(default_factory=dict)
    steps: int = 0
    measured: int = 0

    @property
    def total(self) -> Effort:
        """Of all days."""
        return sum(self.days.values(), Effort())


@dataclass(frozen=True, slots=True)
class Pick:
    """Which spans stand behind a figure; what is None or empty does not matter.

    Attributes:
        label: uid.
        annotator: uid.
        words: covered, whatever the form of their accents.
        forms: one of these is covered, exactly so.
        characters: (least, most) length in code points.
        syllables: (least, most) length in syllables.
        depth: in how many others of its layer it lies.
        crossing: only spans that cross an earlier one.
        day: ISO day on which it was labelled as it is now by hand, in the person's time zone.
        hour: (weekday, hour) in which it was so labelled; Monday is 0.
    """

    label: str = ""
    annotator: str = ""
    words: str = ""
    forms: frozenset[str] = frozenset()
    characters: tuple[int, int] | None = None
    syllables: tuple[int, int] | None = None
    depth: int | None = None
    crossing: bool = False
    day: str = ""
    hour: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A place in a text with its surroundings, as a list shows it.

    Attributes:
        document: uid.
        title: of the document.
        status: of the document.
        start: first code point.
        end: code point after the last one.
        left: what stands before, one line's worth as stored.
        match: the words.
        right: what stands after.
        label: uid, "" where nothing is labelled.
        annotator: uid of whose layer it is, "" where nothing is labelled.
        span: uid, "" where nothing is labelled.
    """

    document: str
    title: str
    status: Status
    start: int
    end: int
    left: str
    match: str
    right: str
    label: str = ""
    annotator: str = ""
    span: str = ""
