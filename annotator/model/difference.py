"""How a copy of a library differs from the library: what only one of the two holds, and what differs.

Everything is said as it would be on going back: `GAINED` is only in the copy, `LOST` only in the library.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.messages import Message


class Change(Enum):
    """What going back to the copy would do to a thing."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


class Aspect(Enum):
    """What differs of a document besides its text and spans."""

    TITLE = "title"
    TAGS = "tags"
    METADATA = "metadata"
    STATUS = "status"
    COMMENTS = "comments"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class NamedDifference:
    """A corpus or label that differs.

    Attributes:
        change: what going back would do to it.
        uid: its own.
        name: in the library, or in the copy where only that holds it.
        corpus: name of the corpus it belongs to; a corpus' own name.
        was: its name in the copy where that is another, "" else.
    """

    change: Change
    uid: str
    name: str
    corpus: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class DocumentDifference:
    """A document that differs.

    Attributes:
        change: what going back would do to it; `GAINED` also for one that lies in the bin of the library, or
            that lay in the copy's bin and is gone from the library.
        uid: its own.
        title: in the library, or in the copy where only that holds it.
        corpus: name of its corpus.
        gained: spans that only the copy holds.
        lost: spans that only the library holds.
        changed: spans that both hold otherwise.
        is_binned: whether it lies in the bin of the library.
        has_other_text: whether the text itself is not the same, which only damage does.
        aspects: what else differs.
        was_binned: whether it lies in the bin of the copy.
    """

    change: Change
    uid: str
    title: str
    corpus: str
    gained: int = 0
    lost: int = 0
    changed: int = 0
    is_binned: bool = False
    has_other_text: bool = False
    aspects: tuple[Aspect, ...] = ()
    was_binned: bool = False


@dataclass(frozen=True, slots=True)
class SpanDifference:
    """A span that differs.

    Attributes:
        change: what going back would do to it.
        start: where it begins, in code points, as the copy has it; in the library if it is only there.
        words: what it covers there, 80 code points at most.
        label: name of its label there.
        annotator: name of whose layer it is in.
        now: what it covers in the library and under which label, where that differs; "" else.
        now_label: see `now`.
    """

    change: Change
    start: int
    words: str
    label: str
    annotator: str
    now: str = ""
    now_label: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """How much one of the two holds: living documents, their spans, labels, and steps."""

    documents: int
    spans: int
    labels: int
    steps: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A copy beside the library.

    Attributes:
        path: of the copy.
        copy: what it holds.
        library: what the library holds.
        documents: those that differ, by corpus and title.
        labels: those that differ.
        corpora: those that differ.
    """

    path: str
    copy: Holding
    library: Holding
    documents: tuple[DocumentDifference, ...] = ()
    labels: tuple[NamedDifference, ...] = ()
    corpora: tuple[NamedDifference, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether they hold the same, history aside."""
        return not (self.documents or self.labels or self.corpora)

    @property
    def spans(self) -> dict[Change, int]:
        """How many spans going back would bring, take away and change."""
        return {
            Change.GAINED: sum(each.gained for each in self.documents),
            Change.LOST: sum(each.lost for each in self.documents),
            Change.CHANGED: sum(each.changed for each in self.documents),
        }


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What bringing documents back from a copy did.

    Attributes:
        documents: how many are in the library as they were.
        gained: spans that came back.
        changed: spans that are as they were.
        removed: spans made since that went.
        left: things that could not come back.
        reasons: why, in sentences.
    """

    documents: int = 0
    gained: int = 0
    changed: int = 0
    removed: int = 0
    left: int = 0
    reasons: tuple[Message, ...] = ()
