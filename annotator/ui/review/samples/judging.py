"""The span that is judged: its words in their line, its label, and a key for each judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.i18n import number
from annotator.ui.parts.marked_label import MarkedLabel
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.review.compare.key_grid import KeyDeed, KeyGrid
from annotator.ui.review.samples.words import SampleWords

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.agreement.sampled import Sample

_WIDTH: Final = 380
_REACH: Final = 90


class JudgingPanel(Surface):
    """The current span of a sample."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setFixedWidth(_WIDTH)
        self._label = ""
        self.count = ElidedLabel(size=12, ink="muted")
        self.words = ElidedLabel(size=18, weight=fonts.SEMIBOLD)
        self.line: QWidget = PlainLabel()
        self.said = PlainLabel(ink="muted", wraps=True)
        self.deeds = KeyGrid()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 24, 16, 16)
        self._column.setSpacing(8)
        for widget in (self.count, self.words, self.line):
            self._column.addWidget(widget)
        self._column.addSpacing(12)
        self._column.addWidget(self.deeds)
        self._column.addWidget(self.said)
        self._column.addStretch(1)

    def show_span(self, sample: Sample, place: int, label: str, called: Callable[[str], str]) -> None:
        """Show a span; what stands round it comes by `show_line`, the keys by `show_deeds`.

        `called` says what a reviewer of that name is called.
        """
        span, words = sample.spans[place], SampleWords()
        self._label = label
        told = self.tr("Span %1 of %2 · %3")
        for name, value in (("%1", number(place + 1)), ("%2", number(len(sample.spans))), ("%3", label)):
            told = told.replace(name, value)
        self.count.setText(told)
        self.words.setText(span.words)
        judged = sample.judgements.get(place)
        if judged is None:
            self.said.setText(self.tr("Not judged yet."))
        else:
            said = self.tr("Judged: %1, by %2. U takes it back.")
            self.said.setText(
                said.replace("%1", words.fault(judged.fault)).replace("%2", called(judged.reviewer))
            )

    def show_deeds(self, deeds: Sequence[tuple[str, Callable[[], None]]], *, may_judge: bool) -> None:
        """Show what the figures do, from 1 on."""
        self.deeds.show_deeds(
            [
                KeyDeed((str(figure),), words, do, is_possible=may_judge)
                for figure, (words, do) in enumerate(deeds, 1)
            ],
            columns=1,
        )

    def show_line(self, around: tuple[str, str, str]) -> None:
        """Show the words among what stands round them, under their label."""
        before, words, after = around
        before, after = before[-_REACH:], after[:_REACH]
        line = f"{before}{words}{after}".replace("\n", " ")
        made = MarkedLabel(line, [(len(before), len(before) + len(words), self._label)])
        self._column.replaceWidget(self.line, made)
        self.line.hide()
        self.line.deleteLater()
        self.line = made
