"""What an annotator learns from gold: where it differs from the own layer, and how far one has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.agreement.f1 import strict_f1

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.agreement.f1 import Counts
    from annotator.agreement.trend import Week
    from annotator.agreement.undefined import Figure
    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.review import Comment, Decision, Difference
    from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class FeedbackPlace:
    """One place where gold and the own layer differ.

    Attributes:
        document: uid.
        title: of the document.
        difference: how they differ; missing: one of the two has nothing there.
        own: what one marked, None for nothing.
        gold: what is in gold, None for nothing.
        before: what stands before both, as stored; `words`: what they span; `after`: what stands behind.
        decision: by which gold is so, None where gold came without one.
        comments: on the span or the difference, answers after what they answer.
    """

    document: str
    title: str
    difference: Difference
    own: Span | None
    gold: Span | None
    before: str
    words: str
    after: str
    decision: Decision | None = None
    comments: tuple[Comment, ...] = ()

    @property
    def start(self) -> int:
        """First code point of the two."""
        return min(span.start for span in (self.own, self.gold) if span is not None)

    @property
    def end(self) -> int:
        """Code point after the last one of the two."""
        return max(span.end for span in (self.own, self.gold) if span is not None)


@dataclass(frozen=True, slots=True)
class FeedbackReport:
    """One annotator's work beside gold.

    Attributes:
        annotator: whose work it is.
        labels: of the corpus by uid.
        documents: on which there is gold and a layer of the annotator.
        counts: own layer (first) and gold (second) over what is settled.
        places: where they differ, in the order of documents and reading.
        weeks: the same counts by the week in which the own layer was last changed.
    """

    annotator: Annotator
    labels: Mapping[str, Label]
    documents: int
    counts: Counts
    places: tuple[FeedbackPlace, ...]
    weeks: tuple[Week, ...]

    @property
    def score(self) -> Figure:
        """Strict F1 of the own layer with gold."""
        return strict_f1(self.counts)
