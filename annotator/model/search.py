"""What is looked for in a corpus, what was found, and what may be done with it everywhere at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple

from annotator.text.matching import Wanted

if TYPE_CHECKING:
    from annotator.model.document import Status

Order = Literal["text", "left", "right"]
"""Hits in the order of the documents, or by what stands before or after them."""

Action = Literal["label", "relabel", "remove"]
"""What is done to the same words everywhere."""


@dataclass(frozen=True, slots=True)
class Sought(Wanted):
    """Words or a pattern, and where to look for them.

    Attributes:
        labels: uids; only hits that a span of one of these labels covers. With an empty text: every span of
            these labels is a hit.
        annotator: uid; only this annotator's spans are looked at and shown, None for everyone's.
        status: only documents of that status.
        documents: uids; only these documents, all when empty.
        covered: True for hits that a span of the annotators looked at covers, False for those none does.
        tag: only documents that carry it, "" for all.
    """

    labels: tuple[str, ...] = ()
    annotator: str | None = None
    status: Status | None = None
    documents: tuple[str, ...] = ()
    covered: bool | None = None
    tag: str = ""


class HitSpan(NamedTuple):
    """A span that touches a hit or its context; offsets are those of the document."""

    start: int
    end: int
    label: str
    uid: str
    annotator: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the sought words stand.

    Attributes:
        document: uid.
        title: of the document.
        status: of the document.
        start: first code point of the hit in the document.
        end: code point after its last one.
        left: what stands before it, as stored, about sixty code points, whole words.
        match: the words themselves, as stored.
        right: what stands after it, as stored.
        spans: those that touch hit or context, in reading order.
    """

    document: str
    title: str
    status: Status
    start: int
    end: int
    left: str
    match: str
    right: str
    spans: tuple[HitSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a list of hits has been read; to be given back for the next page, nothing else.

    Attributes:
        context: sort key of the last hit, "" in the order of the text.
        document: key of its document.
        start: where it begins.
    """

    context: str
    document: int
    start: int


@dataclass(frozen=True, slots=True)
class HitPage:
    """Some hits, and whether there are more.

    Attributes:
        hits: in the order asked for.
        more: whether others follow.
        mark: what to ask the next page with.
    """

    hits: tuple[Hit, ...]
    more: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """How many hits there are, and in how many documents."""

    hits: int
    documents: int


class HitState(Enum):
    """What stands at a place already, in the layer that is worked in.

    BARE: no span touches it. NESTED: it lies in spans of other labels or holds some, and none crosses it: an
    organization within a position. SAME: a span of just this range has the label. OTHER: it has another
    label. WITHIN_OWN: as NESTED, but some span there has the label, as "An" lies in the person "Nguyễn Văn
    An". OVERLAPS: a span crosses it. IN_NAME: as BARE or NESTED, but a longer name holds it, as
    "UBND tỉnh Sông Vàng" does "UBND tỉnh". INSIDE_WORD: it begins or ends within a word.
    """

    BARE = "bare"
    NESTED = "nested"
    SAME = "same"
    OTHER = "other"
    WITHIN_OWN = "within-own"
    OVERLAPS = "overlaps"
    IN_NAME = "in-name"
    INSIDE_WORD = "inside-word"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place at which something could be done.

    Attributes:
        hit: where; `hit.spans` are those of the layer that is worked in.
        state: what stands there.
        span_uid: the span to relabel or remove; None when one is to be added.
        label: uid of that span's label as it was found, "" without one.
        is_done: whether the layer there is done: listed, but nobody means it unless they say so.
        ticked: whether it is proposed to be done.
    """

    hit: Hit
    state: HitState
    span_uid: str | None
    label: str
    is_done: bool
    ticked: bool


@dataclass(frozen=True, slots=True)
class Nearby:
    """How often the same words stand unlabelled, where "label everywhere" would tick them.

    Attributes:
        words: as they stand in the span, the first hundred code points.
        here: in the span's own document, the span itself left out.
        elsewhere: in other documents that are not done.
        documents: how many those are.
        finished: in other documents that are done.
    """

    words: str
    here: int
    elsewhere: int
    documents: int
    finished: int = 0


@dataclass(frozen=True, slots=True)
class Propagated:
    """What an act on many places did.

    Attributes:
        changed: spans added, relabelled or removed.
        documents: in how many documents.
        skipped: places that have changed since they were listed; nothing was done there.
        already: places whose words carry the label by another span; nothing was done there either.
    """

    changed: int
    documents: int
    skipped: int
    already: int = 0
