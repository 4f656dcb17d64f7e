"""Changes that the library did not accept, as text with all that is known of them, for a letter or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.ui.i18n import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.changes import Change
    from annotator.model.span import Span
    from annotator.services.saving.left_behind import Refused


def as_text(refused: Sequence[Refused]) -> str:
    """A paragraph for each: what it was, why it was refused, and the exact places, labels and notes."""
    return "\n\n".join("\n".join(_lines_of(each)) for each in refused) + "\n"


def _lines_of(refused: Refused) -> list[str]:
    step = refused.step
    summary = [] if step.summary is None else [sentence(step.summary)]
    where = f"document {step.document}, annotator {step.annotator}, step {step.uid}"
    return [*summary, sentence(refused.why), where, *(_change_words(change) for change in step.changes)]


def _change_words(change: Change) -> str:
    match change:
        case SpanAdded(span):
            return f"+ {_span_words(span)}"
        case SpanRemoved(span):
            return f"- {_span_words(span)}"
        case SpanReplaced(before, after):
            return f"- {_span_words(before)}\n+ {_span_words(after)}"
        case StatusChanged(was, now):
            return f"{was.value} -> {now.value}"


def _span_words(span: Span) -> str:
    parts = [] if span.parts is None else [f"parts {span.parts}"]
    flags = [] if not span.flags else [f"flags {', '.join(span.flags)}"]
    notes = [] if not span.note else [f"note {span.note}"]
    return ", ".join([f"{span.start}-{span.end}", f"label {span.label}", *parts, *flags, *notes])
