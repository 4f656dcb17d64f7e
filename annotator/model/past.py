"""What the history tells of a step beyond its sentence, and what taking things back did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.messages import Message
    from annotator.model.outcome import StepInfo
    from annotator.model.span import Span


class Thing(Enum):
    """What kind of thing a step changed."""

    SPAN = "span"
    STATUS = "status"
    DOCUMENT = "document"
    LABEL = "label"
    CORPUS = "corpus"
    ANNOTATOR = "annotator"
    KEPT = "kept"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class PastSpan:
    """A span as it once was.

    Attributes:
        span: its label is the uid of the label it carried.
        label: the label's name now, or the last one it had.
        colour: the label's, "#rrggbb".
        words: what it covered; cut after 300 code points.
    """

    span: Span
    label: str
    colour: str
    words: str


@dataclass(frozen=True, slots=True)
class Detail:
    """What a step did to one thing.

    Attributes:
        thing: its kind.
        before: the thing before the step, in words; None when it was not there.
        after: the same after it.
        document: uid of the document it is of, or None.
        title: of that document.
        was: of a span: as it was before.
        became: of a span: as it was after.
    """

    thing: Thing
    before: Message | None
    after: Message | None
    document: str | None = None
    title: str = ""
    was: PastSpan | None = None
    became: PastSpan | None = None


@dataclass(frozen=True, slots=True)
class StepDetails:
    """A step (or the steps of one act together) item by item.

    Attributes:
        step: the act.
        items: the first ones, 200 at most.
        more: how many there are beyond those.
        can_undo: whether it can be undone alone; False for what cannot be taken back at all.
        has_gap: whether emptying the bin took away what it did.
        why_not: why it cannot be undone alone, None where it can.
    """

    step: StepInfo
    items: tuple[Detail, ...]
    more: int = 0
    can_undo: bool = True
    has_gap: bool = False
    why_not: Message | None = None


@dataclass(frozen=True, slots=True)
class UndoneOnly:
    """What was brought back to how it once was.

    Attributes:
        reversed: how many things (spans, statuses, labels, documents, …).
        left: how many were left as they are, because they were changed later or cannot come back.
        reasons: a sentence for each reason why things were left.
    """

    reversed: int
    left: int = 0
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class SpanVersion:
    """What a step made of one span.

    Attributes:
        step: the step; its uid names the version.
        past: the span after it, None where the step removed it.
        is_current: whether the span is so now.
    """

    step: StepInfo
    past: PastSpan | None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which acts to list; all that is given must hold.

    Attributes:
        annotator: uid of who did it.
        kinds: kinds of steps, such as "annotate" and "import"; empty for all.
        words: what the sentence holds, case and diacritics aside.
        since: UTC, ISO 8601: not before.
        until: before.
    """

    annotator: str | None = None
    kinds: tuple[str, ...] = ()
    words: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Acts, newest first.

    Attributes:
        acts: the steps of a group are one.
        before: where the next page begins, None when there is none.
    """

    acts: tuple[StepInfo, ...]
    before: int | None = None
