"""What review works with: differences between annotators, what was ruled on them, remarks. Pure values."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from annotator.model.identity import fixed_uid

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.document import Annotator, Document, Layer, Status
    from annotator.model.label import Label
    from annotator.model.span import Parts, Span

GOLD_UID: Final = fixed_uid("annotator", "gold")
"""Uid of the annotator whose layers are gold: the same on every machine, so that gold meets gold."""
GOLD_NAME: Final = "Gold"


class Difference(Enum):
    """Class of a cluster, from the least to the worst; the values are the words of the command line."""

    AGREE = "agree"
    LABEL = "label"
    BOUNDARY = "boundary"
    BOTH = "boundary+label"
    MISSING = "missing"

    @property
    def rank(self) -> int:
        """0 for the least."""
        return _RANKS[self]


_RANKS: Final = {kind: place for place, kind in enumerate(Difference)}


class Verdict(Enum):
    """What a reviewer ruled; the values are the words of the command line."""

    TAKE = "take"
    TAKE_EDITED = "take-edited"
    REJECT = "reject"
    DEFER = "defer"


class Category(Enum):
    """Why people differed, as the reviewer sees it; "" says nothing."""

    NONE = ""
    GUIDELINE_GAP = "guideline-gap"
    AMBIGUOUS = "ambiguous-text"
    SLIP = "annotator-slip"
    MISREAD = "guideline-misread"
    EDGE_CASE = "edge-case"


class Premerge(Enum):
    """Which clusters go into gold without a look; a majority does only when it was asked for."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"


@dataclass(frozen=True, slots=True)
class Vote:
    """One annotator's span in a cluster.

    Attributes:
        annotator: uid.
        span: as it stands in that layer.
        is_nested: whether it lies inside another span of the same annotator.
    """

    annotator: str
    span: Span
    is_nested: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which the words of a cluster were marked: a range with a label, and who chose it."""

    start: int
    end: int
    label: str
    votes: tuple[Vote, ...]
    parts: Parts | None = None

    @property
    def annotators(self) -> tuple[str, ...]:
        """Uids of those who marked it so, in the order of the votes."""
        return tuple(vote.annotator for vote in self.votes)

    @property
    def place(self) -> tuple[int, int, str, Parts | None]:
        """Equal for equal variants."""
        return (self.start, self.end, self.label, self.parts)


@dataclass(frozen=True, slots=True)
class SeenVariant:
    """A variant as a decision remembers it: range, label, and the uids of the spans that stood there."""

    start: int
    end: int
    label: str
    spans: tuple[str, ...] = ()
    parts: Parts | None = None

    @property
    def place(self) -> tuple[int, int, str, Parts | None]:
        """Equal to that of the variant that was seen, as long as that is as it was."""
        return (self.start, self.end, self.label, self.parts)


@dataclass(frozen=True, slots=True)
class GoldRange:
    """A span that a decision gives to gold; `uid` is that of the gold span, "" before it is made."""

    start: int
    end: int
    label: str
    uid: str = ""
    parts: Parts | None = None

    @property
    def place(self) -> tuple[int, int, str, Parts | None]:
        """What must be unique within gold."""
        return (self.start, self.end, self.label, self.parts)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer ruled on one cluster.

    Attributes:
        uid: of the record.
        document: uid.
        cluster: uid of the cluster.
        reviewer: who ruled.
        verdict: see `Verdict`.
        variants: what the reviewer saw.
        gold: the spans it gave to gold; none for reject and defer.
        category: why people differed.
        reason: the reviewer's words, plain.
        source: "hand"; or by which rule: "premerge:unanimous", "premerge:majority", "alike", "rule:UID",
            "string" for all places of a string, "gold" when a span was taken out of gold by hand.
        made: UTC, ISO 8601.
    """

    uid: str
    document: str
    cluster: str
    reviewer: Annotator
    verdict: Verdict
    variants: tuple[SeenVariant, ...]
    gold: tuple[GoldRange, ...] = ()
    category: Category = Category.NONE
    reason: str = ""
    source: str = "hand"
    made: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spans of several annotators that concern the same words.

    Attributes:
        uid: that of the decision on it, else made from its document and first variant.
        document: uid.
        difference: its worst pair.
        voters: uids of all who have a layer on the document, in a fixed order.
        variants: most votes first, then by start, the longer first, label uid.
        decision: the newest on it, or None.
        fresh: places in `variants` of those that the decision had not seen.
        aliases: other uids by which decisions know it.
    """

    uid: str
    document: str
    difference: Difference
    voters: tuple[str, ...]
    variants: tuple[Variant, ...]
    decision: Decision | None = None
    fresh: tuple[int, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """First code point that any variant marks."""
        return min(variant.start for variant in self.variants)

    @property
    def end(self) -> int:
        """Code point after the last one that any variant marks."""
        return max(variant.end for variant in self.variants)

    @property
    def is_unanimous(self) -> bool:
        """Whether all who could have marked it, marked it equally."""
        return len(self.variants) == 1 and set(self.variants[0].annotators) == set(self.voters)

    @property
    def is_gone(self) -> bool:
        """Whether nobody marks any of it any more: it has the variants that the decision on it saw."""
        return not any(variant.votes for variant in self.variants)

    @property
    def majority(self) -> int | None:
        """Place of the variant that more than half of the voters chose, None when there is none."""
        first = len(set(self.variants[0].annotators))
        return 0 if 2 * first > len(self.voters) else None

    @property
    def is_open(self) -> bool:
        """Whether somebody has yet to rule on it; what was put off stays open."""
        return self.decision is None or self.decision.verdict is Verdict.DEFER

    @property
    def is_open_difference(self) -> bool:
        """Whether people differ in it and somebody has yet to rule: what a reviewer goes through."""
        return self.is_open and not self.is_unanimous

    def is_called(self, uid: str) -> bool:
        """Whether it goes by this uid, also one that it had before other spans or decisions joined it."""
        if uid == self.uid or uid in self.aliases:
            return True
        return any(uid == variant_uid(self.document, each) for each in self.variants)


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a document, a range, a span or a cluster, or an answer to one.

    Attributes:
        uid: of the remark.
        document: uid.
        author: who wrote it.
        text: plain.
        made: UTC, ISO 8601.
        span: uid of a span, or "".
        cluster: uid of a cluster, or "".
        start: of the range it is about, which outlives the span, or None; `end`: likewise.
        reply_to: uid of the remark it answers, or "".
        is_resolved: of a thread's first remark: whether nothing is left to do about it.
    """

    uid: str
    document: str
    author: Annotator
    text: str
    made: str
    span: str = ""
    cluster: str = ""
    start: int | None = None
    end: int | None = None
    reply_to: str = ""
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class ReviewedDocument:
    """All that the comparison of one document shows.

    Attributes:
        document: with its text.
        labels: the corpus's label set by uid, in order, inactive ones too.
        people: those whose layers are compared, in the order of `Cluster.voters`.
        layers: their layers.
        clusters: in reading order, agreeing ones too.
        gold: the gold layer's spans in reading order.
        gold_status: of the gold layer, None when there is none; done: the document is finished.
        comments: threads in order of time, answers after what they answer.
        step: number of the newest step in the library as it was read.
    """

    document: Document
    labels: Mapping[str, Label]
    people: tuple[Annotator, ...]
    layers: tuple[Layer, ...]
    clusters: tuple[Cluster, ...]
    gold: tuple[Span, ...] = ()
    gold_status: Status | None = None
    comments: tuple[Comment, ...] = ()
    step: int = 0


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a reviewer wants recorded on one cluster; `takes` are the spans that shall be gold."""

    document: str
    cluster: str
    verdict: Verdict
    takes: tuple[GoldRange, ...] = ()
    category: Category = Category.NONE
    reason: str = ""
    source: str = "hand"


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which clusters are gone through; empty means all.

    Attributes:
        differences: classes.
        labels: uids; a cluster is in when one of its variants carries one.
        pair: uids of two annotators; only clusters on which the two differ.
        open_only: only what nobody has ruled on.
        annotators: uids of those compared; () for all people.
    """

    differences: frozenset[Difference] = field(default=frozenset())
    labels: frozenset[str] = field(default=frozenset())
    pair: tuple[str, str] | None = None
    open_only: bool = True
    annotators: tuple[str, ...] = ()

    @property
    def is_narrow(self) -> bool:
        """Whether it keeps clusters out for what they are, ruled on or not."""
        return bool(self.differences or self.labels or self.pair)


def blind_names(document: str, people: Sequence[str]) -> dict[str, str]:
    """A letter for each annotator's uid, in an order of its own for each document.

    The order comes from a hash of both uids, so that it is the same each time the document is opened and says
    nothing about who is who in the next one.
    """
    order = sorted(people, key=lambda uid: hashlib.sha256(f"{document} {uid}".encode()).digest())
    return {uid: _letters(place) for place, uid in enumerate(order)}


def _letters(place: int) -> str:
    """A to Z, then AA, AB, ...

    >>> _letters(0), _letters(25), _letters(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    while True:
        name = chr(ord("A") + place % 26) + name
        place = place // 26 - 1
        if place < 0:
            return name


def cluster_uid(document: str, start: int, end: int, label: str) -> str:
    """The uid of a cluster on which nobody has ruled, from its first variant in reading order."""
    return fixed_uid("cluster", f"{document} {start} {end} {label}")


def variant_uid(document: str, variant: Variant | SeenVariant | GoldRange) -> str:
    """The uid of a cluster on which nobody has ruled and whose first variant in reading order this is."""
    label = variant.label if variant.parts is None else f"{variant.label} {variant.parts}"
    return cluster_uid(document, variant.start, variant.end, label)


def decision_uid(cluster: str) -> str:
    """The uid of the decision on a cluster: there is one, so that what two reviewers rule apart meets."""
    return fixed_uid("decision", cluster)


def gold_span_uid(document: str, place: tuple[int, int, str, Parts | None]) -> str:
    """The uid of the gold span on that place: the same wherever somebody takes it into gold."""
    start, end, label, parts = place
    return fixed_uid("gold", f"{document} {start} {end} {label} {parts or ''}")
