"""Two columns under the answer of an export: what the file holds, and what it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.i18n import number, sentence
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.services.export.facts import ExportResult, Foresight

_NUMBER: Final = 56
_MOST: Final = 4
"""Rows of a column at most; the sheet of what is left out has all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A number and what is counted; None counts nothing."""

    count: int | None
    words: str


class KeptAndLeft(QWidget):
    """Numbers before words, so that they can be read down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Foresight | ExportResult | None = None
        self._excluded = (0, 0)
        self._kept, self._left = _Lines("text"), _Lines("warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addWidget(self._kept, 1)
        row.addWidget(self._left, 1)

    def tell(self, told: Foresight | ExportResult | None, excluded: tuple[int, int] = (0, 0)) -> None:
        """Show what an export holds or would hold; None for nothing.

        Args:
            told: about it.
            excluded: documents and spans that the recipe keeps out, whatever the format.
        """
        self._told, self._excluded = told, excluded
        self.setVisible(told is not None)
        self.retranslate()

    @property
    def kept(self) -> tuple[str, ...]:
        """What the left column says."""
        return self._kept.told

    @property
    def left(self) -> tuple[str, ...]:
        """What the right column says."""
        return self._left.told

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        told = self._told
        if told is None:
            return
        self._kept.show_lines(self.tr("In the file"), self._kept_lines(told))
        left = self._left_lines(told)
        nothing = [Line(None, self.tr("Nothing is left out."))]
        more = self.tr("… and %n more, see the sheet below", "", len(left) - _MOST + 1)
        shown = left if len(left) <= _MOST else [*left[: _MOST - 1], Line(None, more)]
        self._left.show_lines(self.tr("Left out"), shown or nothing)

    def _kept_lines(self, told: Foresight | ExportResult) -> list[Line]:
        labelled = sum(part.labelled for part in told.parts)
        used = {name for part in told.parts for name, count in part.labels.items() if count}
        spans, documents = told.spans - told.left_out, told.documents
        without = documents - labelled
        words = _without_number(self.tr("%n document(s)", "", documents))
        if without and told.parts:
            words += ", " + self.tr("%n without a span", "", without).replace(str(without), number(without))
        return [
            Line(spans, _without_number(self.tr("%n span(s)", "", spans))),
            Line(documents, words),
            Line(len(used), _without_number(self.tr("%n label(s)", "", len(used)))),
        ]

    def _left_lines(self, told: Foresight | ExportResult) -> list[Line]:
        lines = [Line(None, sentence(one.told)) for one in told.refused]
        lines += [Line(kind.count, sentence(kind.reason)) for kind in told.kinds]
        documents, spans = self._excluded
        if documents:
            words = _without_number(self.tr("%n document(s), because of tags", "", documents))
            lines.append(Line(documents, words))
        if spans:
            words = _without_number(self.tr("%n span(s), because of label or flag", "", spans))
            lines.append(Line(spans, words))
        return [*lines, *(Line(None, sentence(note)) for note in told.notes)]


class _Lines(QWidget):
    """A heading and rows of a number and words."""

    def __init__(self, ink: str) -> None:
        super().__init__()
        self._heading = SectionHeading()
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []
        self._grid = QGridLayout()
        self._grid.setColumnMinimumWidth(0, _NUMBER)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._ink = ink
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(self._grid)
        column.addStretch(1)

    @property
    def told(self) -> tuple[str, ...]:
        """What its rows say."""
        return tuple(
            f"{count.text()} {words.text()}".strip() for count, words in self._rows if not words.isHidden()
        )

    def show_lines(self, heading: str, lines: Sequence[Line]) -> None:
        """Show other rows."""
        self._heading.set_text(heading)
        while len(self._rows) < len(lines):
            self._add_row()
        for place, (count, words) in enumerate(self._rows):
            is_there = place < len(lines)
            line = lines[place] if is_there else Line(None, "")
            count.setText("" if line.count is None else number(line.count))
            words.setText(line.words)
            count.setVisible(is_there)
            words.setVisible(is_there)

    def _add_row(self) -> None:
        count = PlainLabel(ink=self._ink, weight=fonts.SEMIBOLD, tabular=True)
        words = PlainLabel(ink="text2", wraps=True)
        row = len(self._rows)
        self._grid.addWidget(count, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1)
        self._rows.append((count, words))


def _without_number(words: str) -> str:
    """The words of a count whose number stands in a column of its own."""
    return words.lstrip("0123456789.,\u00a0 ")
