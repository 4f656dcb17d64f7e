"""Spans taken apart and put together, and moved from one level of nesting to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.messages import say
from annotator.model import reshaping
from annotator.model.changes import SpanReplaced
from annotator.model.span import reading_order
from annotator.ui.editor.edges import with_edges
from annotator.ui.i18n import sentence

if TYPE_CHECKING:
    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.span import Span
    from annotator.ui.editor.session import LabellingSession

_JOIN_REACH: Final = 200
"""Code points between two spans that may be joined by a key; further apart it would be a mistake."""


class Shaping(QObject):
    """Changes the shape of spans of one session; each act is one step."""

    def __init__(self, session: LabellingSession) -> None:
        super().__init__(session)
        self._session = session

    def split(self) -> None:
        """Make two spans of the one the caret stands in: the selected one, else the innermost."""
        session, caret = self._session, self._session.view.caret
        session.settle()
        spans = [span for span in session.view.spans_over(caret, caret + 1) if span.start < caret < span.end]
        selected = session.view.selected_span()
        span = selected if selected in spans else min(spans, key=_length, default=None)
        if span is None:
            session.hint.emit(self.tr("Put the caret inside a span to split it there."))
            return
        changes = reshaping.split(session.view.text, span, caret)
        if changes is None:
            session.hint.emit(self.tr("Nothing would be left on one side of the caret."))
        else:
            self._make(changes, span, say("Split {words}", words=session.quoted(span)))

    def join(self) -> None:
        """Make one span of those of one label under the selection, or of the selected one and the next."""
        selection = self._session.view.selection()
        if selection is None:
            self._join_with_neighbour(forward=True)
            return
        spans = sorted(self._session.view.spans_over(*selection), key=reading_order)
        label = spans[0].label if spans else ""
        alike = [span for span in spans if span.label == label]
        if len(alike) < 2:
            self._session.hint.emit(self.tr("Select over two spans of one label to join them."))
        else:
            self._join(alike)

    def join_back(self) -> None:
        """Make one span of the selected one and the one of its label before it."""
        self._join_with_neighbour(forward=False)

    def _join_with_neighbour(self, *, forward: bool) -> None:
        span = self._session.chosen()
        if span is None:
            return
        reach = (span.end, span.end + _JOIN_REACH) if forward else (span.start - _JOIN_REACH, span.start)
        near = [
            other
            for other in self._session.view.spans_over(max(0, reach[0]), reach[1])
            if other.label == span.label and other.uid != span.uid and (other.start > span.start) is forward
        ]
        if near:
            self._join([span, min(near, key=lambda other: abs(other.start - span.start))])
        else:
            self._session.hint.emit(self.tr("No span of this label is near enough to be joined."))

    def _join(self, spans: list[Span]) -> None:
        words = self._session.quoted(spans[0])
        self._make(reshaping.join(spans), spans[0], say("Joined {words}", words=words))

    def _make(self, changes: tuple[Change, ...], span: Span, summary: Message) -> None:
        """Make the changes, select the span that is left of it, and say what was done."""
        if self._session.make(changes, summary):
            self._session.view.select_span(span.uid, scroll=False)
            self._session.hint.emit(sentence(summary))

    def outwards(self) -> None:
        """Move the selected span a level out: over the span it crosses, else to the range around it."""
        span = self._session.chosen()
        if span is None:
            return
        stretch = reshaping.outwards(span, self._others(span))
        if stretch is None:
            self._session.hint.emit(self.tr("No span is around this one."))
        else:
            summary = say("Moved {words} a level out", words=self._session.quoted(span))
            self._move(span, stretch, summary)

    def inwards(self) -> None:
        """Move the selected span a level in: into the span it crosses, else to the range inside it."""
        span = self._session.chosen()
        if span is None:
            return
        stretch = reshaping.inwards(span, self._others(span))
        if stretch is None:
            self._session.hint.emit(self.tr("No span is inside this one."))
        else:
            summary = say("Moved {words} a level in", words=self._session.quoted(span))
            self._move(span, stretch, summary)

    def _move(self, span: Span, stretch: tuple[int, int], summary: Message) -> None:
        after = with_edges(span, *stretch)
        if after is None:
            self._session.hint.emit(self.tr("The parts of this span do not fit there."))
        else:
            self._make((SpanReplaced(span, after),), span, summary)

    def select_outer(self) -> None:
        """Select the smallest span around the selected one."""
        span = self._session.chosen()
        if span is not None:
            none = self.tr("No span is around this one.")
            self._select(reshaping.enclosing(span, self._others(span)), none)

    def select_inner(self) -> None:
        """Select the largest span inside the selected one."""
        span = self._session.chosen()
        if span is not None:
            self._select(reshaping.enclosed(span, self._others(span)), self.tr("No span is inside this one."))

    def _select(self, span: Span | None, words_if_none: str) -> None:
        if span is None:
            self._session.hint.emit(words_if_none)
        else:
            self._session.view.select_span(span.uid)

    def _others(self, span: Span) -> list[Span]:
        around = self._session.view.spans_over(span.start, span.end)
        return [other for other in around if other.uid != span.uid]


def _length(span: Span) -> int:
    return span.end - span.start
