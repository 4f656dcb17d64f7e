"""Beside the table of feedback: both readings of a place in their line, the decision, its reason, remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.low_scroll import LowScroll
from annotator.ui.parts.marked_label import MarkedLabel
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.past.days import date_words
from annotator.ui.review.feedback.words import FeedbackWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotator.agreement.feedback import FeedbackPlace
    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.span import Span


class FeedbackPanel(Surface):
    """The current place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._shown = QWidget()
        self._column = QVBoxLayout(self._shown)
        self._column.setContentsMargins(20, 24, 20, 16)
        self._column.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(LowScroll(self._shown))

    def show_place(
        self,
        place: FeedbackPlace | None,
        labels: Mapping[str, Label],
        called: Callable[[Annotator], str],
        whose: str = "",
    ) -> None:
        """Show another place, or none.

        Args:
            place: the place.
            labels: by uid.
            called: says what people are called.
            whose: what the person is called whose work it is; "" for whoever reads it.
        """
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if place is not None:
            for part in self._parts(place, labels, called, whose):
                if isinstance(part, SectionHeading):
                    self._column.addSpacing(10)
                self._column.addWidget(part)
        self._column.addStretch(1)

    def _parts(
        self,
        place: FeedbackPlace,
        labels: Mapping[str, Label],
        called: Callable[[Annotator], str],
        whose: str,
    ) -> Iterator[QWidget]:
        yield PlainLabel(place.title, size=12, ink="muted", wraps=True)
        yield SectionHeading(FeedbackWords(whose).own)
        yield _reading(place, place.own, labels, self.tr("nothing marked"))
        yield SectionHeading(self.tr("Gold"))
        yield _reading(place, place.gold, labels, self.tr("nothing marked"))
        yield SectionHeading(self.tr("Why"))
        decision = place.decision
        reviewer = "" if decision is None else called(decision.reviewer)
        yield PlainLabel(FeedbackWords().decided(decision, reviewer), ink="muted", wraps=True)
        if decision is not None and decision.reason:
            yield PlainLabel(decision.reason, size=15, wraps=True)
        for comment in place.comments:
            yield PlainLabel(f"{called(comment.author)} · {date_words(comment.made)}", size=12, ink="muted")
            yield PlainLabel(comment.text, wraps=True)


def _reading(place: FeedbackPlace, span: Span | None, labels: Mapping[str, Label], nothing: str) -> QWidget:
    """The line with what one of the two marked in it."""
    before, after = place.before[-60:], place.after[:60]
    line = f"{before}{place.words}{after}".replace("\n", " ")
    if span is None:
        return MarkedLabel(line, [(len(before), len(before), nothing)])
    first = len(before) + span.start - place.start
    name = labels[span.label].name if span.label in labels else ""
    return MarkedLabel(line, [(first, first + span.end - span.start, name)])
