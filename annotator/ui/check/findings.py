"""What a check found, grouped by kind: each problem in a sentence, its cure, and the way to its document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.i18n import number, sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.soundness import Problem

_MOST: Final = 20
"""Problems of a kind that are shown; the others are counted."""


class Findings(Surface):
    """The problems of one check.

    Signals:
        document_wanted: uid of a document to be opened.
    """

    document_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)

    @property
    def sentences(self) -> list[str]:
        """What is shown, line by line."""
        return [label.text() for row in self._rows for label in row.findChildren(PlainLabel)]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these in place of those before, kinds in the order in which they were looked for."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for kind, found in groupby(problems, key=lambda each: each.kind):
            self._show_kind(kind, list(found))

    def _show_kind(self, kind: str, found: Sequence[Problem]) -> None:
        heading = SectionHeading()
        heading.set_text(self._words_of(kind), number(len(found)))
        heading.setContentsMargins(0, 12 if self._rows else 0, 0, 0)
        self._add(heading)
        for problem in found[:_MOST]:
            self._add(self._row(problem))
        if len(found) > _MOST:
            self._add(PlainLabel(self.tr("%n more of this kind", "", len(found) - _MOST), ink="muted"))

    def _add(self, row: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, row)
        self._rows.append(row)

    def _row(self, problem: Problem) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 4)
        line.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(sentence(problem.message), wraps=True))
        words.addWidget(PlainLabel(self._cure_of(problem), ink="muted", wraps=True))
        line.addLayout(words, 1)
        if problem.document:
            line.addWidget(self._way_there(problem.document), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _way_there(self, document: str) -> Button:
        button = Button(self.tr("Open the document"), kind="quiet", small=True)
        button.clicked.connect(lambda: self.document_wanted.emit(document))
        return button

    def _cure_of(self, problem: Problem) -> str:
        if problem.kind == "structure":
            return self.tr("A damaged file is read, never written into.")
        if problem.cure is None:
            return self.tr("Cannot be put right safely: nothing here or in a backup proves what it was.")
        return self.tr("Can be put right. %1").replace("%1", sentence(problem.cure))

    def _words_of(self, kind: str) -> str:
        words = {
            "structure": self.tr("The file"),
            "schema": self.tr("Indexes"),
            "reference": self.tr("References that lead nowhere"),
            "orphan": self.tr("Left over"),
            "twice": self.tr("There twice"),
            "hash": self.tr("Texts"),
            "span": self.tr("Spans outside their text"),
            "covered": self.tr("Spans that cover other words"),
            "log": self.tr("Log of steps"),
            "replay": self.tr("Replay of the log"),
            "review": self.tr("Decisions and comments"),
            "received": self.tr("Brought by packages"),
            "settings": self.tr("What the library says of itself"),
            "identity": self.tr("Whose and which a thing is"),
            "counts": self.tr("Counts"),
            "search": self.tr("Search"),
        }
        return words.get(kind, kind)
