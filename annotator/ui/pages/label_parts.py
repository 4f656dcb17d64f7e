"""How many spans of each label every part of an export has, with bars that can be compared by eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.figures.cells import Column, Labels, Row, Share
from annotator.ui.figures.table import SIDE, FigureTable
from annotator.ui.i18n import number, ratio, sentence
from annotator.ui.pages.recipe_words import word
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.messages import Message
    from annotator.model.label import Label
    from annotator.services.export.facts import PartCounts

_NAME = 168
_LEAST, _ROOMY = 72, 210
"""Px of a part's column at least; from the second on there is room for whole words in its head."""
_NO_SPAN = "no span"


class LabelParts(QWidget):
    """Sentences about the split, and a row a label; equal bars in a row mean equal shares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[PartCounts] = ()
        self._dealt: Sequence[Message] = ()
        self._labels: Sequence[Label] = ()
        self._is_short = False
        self._told = PlainLabel(ink="text2", wraps=True)
        self.table = FigureTable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.table, 1)
        column.addWidget(self._told)

    def show_parts(
        self, parts: Sequence[PartCounts], dealt: Sequence[Message], labels: Sequence[Label]
    ) -> None:
        """Show what each part holds, and how documents were dealt out."""
        self._parts, self._dealt, self._labels = parts, dealt, labels
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.table.set_name(self.tr("Spans of each label by part"))
        self._told.setText("\n".join(sentence(message) for message in self._dealt))
        self._told.setVisible(bool(self._dealt))
        wide = self._width()
        known = {label.name: label for label in self._labels}
        named = [name for name in (self._parts[0].labels if self._parts else ()) if name in known]
        self._is_short = wide < _ROOMY
        heads = [Column(self._head(part), wide) for part in self._parts]
        rows = [Row(name, (Labels((known[name],)), *self._shares(name, known[name]))) for name in named]
        if self._parts:
            rows.append(Row(_NO_SPAN, (self.tr("documents without a span"), *self._without())))
        self.table.set_rows([Column(self.tr("Label"), _NAME), *heads], rows)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width out to the parts."""
        super().resizeEvent(event)
        self.retranslate()

    def _width(self) -> int:
        """Px for each part."""
        parts = max(1, len(self._parts))
        return max(_LEAST, (self.width() - _NAME - 2 * SIDE) // parts - SIDE)

    def _head(self, part: PartCounts) -> str:
        name = f"{word(part.name)}  " if part.name else ""
        if self._is_short:
            return f"{name}{number(part.documents)} · {number(part.spans)}"
        documents = self.tr("%n document(s)", "", part.documents)
        spans = self.tr("%n span(s)", "", part.spans)
        words = f"{documents} · {spans}"
        return name + words

    def _shares(self, name: str, label: Label) -> list[Share]:
        counts = [part.labels.get(name, 0) for part in self._parts]
        return [
            Share(count, max(1, part.spans), self._counted(count, part.spans), label.colour)
            for count, part in zip(counts, self._parts, strict=True)
        ]

    def _without(self) -> list[Share]:
        return [
            Share(
                part.documents - part.labelled,
                max(1, part.documents),
                self._counted(part.documents - part.labelled, part.documents),
            )
            for part in self._parts
        ]

    def _counted(self, count: int, total: int) -> str:
        """A number and, where there is room, what part of all it is: "121 · 12.5 %"."""
        if self._is_short or not total:
            return number(count)
        return f"{number(count)} · {ratio(100 * count / total)} %"
