"""What is to be done everywhere: which words, which label, in whose layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced
from annotator.model.search import Sought
from annotator.model.span import covered_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.changes import Change
    from annotator.model.listing import OpenDocument
    from annotator.model.search import Action
    from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class Home:
    """Uids of the open document, its corpus, and the owner of the layer that is worked in."""

    corpus: str
    document: str
    annotator: str

    @classmethod
    def of(cls, opened: OpenDocument) -> Home:
        """Those of an open document."""
        return cls(opened.document.corpus, opened.document.uid, opened.annotator.uid)


@dataclass(frozen=True, slots=True)
class Subject:
    """Words of the open document, and what was or is to be done to them.

    Attributes:
        home: where they stand.
        start: of the words in the document.
        end: of the words.
        words: as they stand there.
        action: what is done.
        label: uid; the label to give, or to remove the label of the spans that go.
        only: uid; to relabel and remove, the label of the spans that are meant.
    """

    home: Home
    start: int
    end: int
    words: str
    action: Action
    label: str
    only: str | None = None

    @property
    def options(self) -> Sought:
        """How words are compared when nobody chose otherwise."""
        return Sought("", annotator=self.home.annotator)

    def in_document(self) -> Sought:
        """The same in the own document only."""
        return Sought("", annotator=self.home.annotator, documents=(self.home.document,))


def of_changes(changes: Sequence[Change], text: str, home: Home) -> Subject | None:
    """What a step of labelling did to one span; None for other steps, notes and flags among them."""
    spans = [change for change in changes if isinstance(change, SpanAdded | SpanRemoved | SpanReplaced)]
    if len(spans) != 1:
        return None
    match spans[0]:
        case SpanAdded(span):
            return of_span(span, text, home)
        case SpanRemoved(span):
            return of_span(span, text, home, "remove")
        case SpanReplaced(before, after) if before.label != after.label:
            return of_span(after, text, home, "relabel", before.label)
        case SpanReplaced(before, after) if (before.start, before.end) != (after.start, after.end):
            return of_span(after, text, home)
        case _:
            return None


def of_span(span: Span, text: str, home: Home, action: Action = "label", only: str | None = None) -> Subject:
    """The same to the words of a span."""
    words = covered_text(text, span)
    if action == "remove":
        only = span.label
    return Subject(home, span.start, span.end, words, action, span.label, only)
