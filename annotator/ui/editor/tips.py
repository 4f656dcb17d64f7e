"""What the tool tip over spans says: every label in full, the words, the note."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.model.span import covered_text
from annotator.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QHelpEvent

    from annotator.model.label import Label
    from annotator.model.span import Span

_MOST_SPANS: Final = 12
_MOST_CHARACTERS: Final = 160


def span_tip(text: str, spans: Iterable[Span], labels: Mapping[str, Label]) -> str:
    """Rich text for the tool tip, "" for no spans. Names, words and notes are escaped."""
    shown = list(spans)
    lines = [_line(text, span, labels) for span in shown[:_MOST_SPANS]]
    if len(shown) > _MOST_SPANS:
        left_out = len(shown) - _MOST_SPANS
        more = QCoreApplication.translate("SpanTip", "and %n more", "", left_out)
        lines.append(f"<div>{escape(more)}</div>")
    return "".join(lines)


def show_span_tip(
    event: QHelpEvent, widget: QWidget, text: str, spans: Iterable[Span], labels: Iterable[Label]
) -> None:
    """Show the tool tip for spans where the pointer is; none hides it."""
    tip = span_tip(text, spans, {label.uid: label for label in labels})
    QToolTip.showText(event.globalPos(), tip, widget)


def _line(text: str, span: Span, labels: Mapping[str, Label]) -> str:
    label = labels.get(span.label)
    name = label.name if label else QCoreApplication.translate("SpanTip", "label no longer there")
    parts = [f"<div><b>{escape(name)}</b>{_flags(span)} {escape(_words(text, span))}</div>"]
    if span.note:
        parts.append(f"<div>{escape(visible(span.note[:_MOST_CHARACTERS]))}</div>")
    return "".join(parts)


def _words(text: str, span: Span) -> str:
    words = " ".join(visible(covered_text(text, span)[: 4 * _MOST_CHARACTERS]).split())
    return words if len(words) <= _MOST_CHARACTERS else words[:_MOST_CHARACTERS] + "…"


def _flags(span: Span) -> str:
    words = {
        "unsure": QCoreApplication.translate("SpanTip", "unsure"),
        "question": QCoreApplication.translate("SpanTip", "question"),
    }
    return "".join(f" ({escape(words[flag])})" for flag in span.flags if flag in words)
