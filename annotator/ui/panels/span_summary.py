"""What several chosen spans have in common, and how many they are by label."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.span import covered_text
from annotator.ui import fonts
from annotator.ui.i18n import number
from annotator.ui.models.span_model import one_line
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.label_key import KeySquare
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.label import Label
    from annotator.model.span import Span

_LABELS_SHOWN = 6


class SpanSummary(QWidget):
    """Counts of the chosen spans.

    Signals:
        remove_wanted: all of them shall go.
    """

    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: Sequence[Span] = ()
        self._labels: Mapping[str, Label] = {}
        self._text = ""
        self._title = PlainLabel(size=15, weight=fonts.MEDIUM)
        self._same = PlainLabel(size=12, ink="muted", wraps=True)
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._remove = Button(kind="quiet", icon="trash-2", key="Delete", small=True)
        self._remove.clicked.connect(self.remove_wanted)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(8)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._same)
        column.addWidget(self._hint)
        column.addLayout(foot)
        self._say()

    def set_fixed(self, *, is_fixed: bool) -> None:
        """Know whether the layer is only to be read."""
        self._remove.setEnabled(not is_fixed)
        self._hint.setVisible(not is_fixed)

    def show_spans(self, spans: Sequence[Span], labels: Mapping[str, Label], text: str) -> None:
        """Sum these spans up."""
        self._spans, self._labels, self._text = spans, labels, text
        self._say()

    def _say(self) -> None:
        self._title.setText(self.tr("%n span(s) chosen", "", len(self._spans)))
        self._hint.setText(self.tr("A label’s key relabels all of them in one step."))
        self._remove.setText(self.tr("Remove all"))
        self._fill(Counter(span.label for span in self._spans))
        self._same.setText("\n".join(self._common()))
        self._same.setVisible(bool(self._same.text()))

    def _fill(self, counts: Counter[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (uid, count) in enumerate(counts.most_common(_LABELS_SHOWN)):
            label = self._labels.get(uid)
            name = ElidedLabel(label.name if label else "–")
            shown: tuple[QWidget, ...] = (KeySquare(label), name, PlainLabel(number(count), tabular=True))
            for column, widget in enumerate(shown):
                self._grid.addWidget(widget, row, column)
                widget.show()

    def _common(self) -> list[str]:
        """What all of them share: words, origin, flags, a note."""
        if not self._spans:
            return []
        found = []
        words = {one_line(covered_text(self._text, span)[:300]) for span in self._spans}
        if len(words) == 1:
            found.append(self.tr("All mark “%1”.").replace("%1", next(iter(words))))
        unsure = sum("unsure" in span.flags for span in self._spans)
        question = sum("question" in span.flags for span in self._spans)
        notes = sum(bool(span.note) for span in self._spans)
        found += [self.tr("%n of them unsure", "", unsure)] if unsure else []
        found += [self.tr("%n of them with a question", "", question)] if question else []
        found += [self.tr("%n of them with a note", "", notes)] if notes else []
        return found

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
