"""A group of fields of a recipe: a heading, and a caption before each field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.parts.choice import Choice
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPTION: Final = 112
_GAP: Final = 16


class RecipeFields(QWidget):
    """One group; those who inherit add fields and say their words in `retranslate`.

    Signals:
        changed: a person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SectionHeading()
        self._captions: dict[str, PlainLabel] = {}
        self._fields: dict[str, QWidget] = {}
        self._grid = QGridLayout()
        self._grid.setColumnMinimumWidth(0, _CAPTION - _GAP)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(self._grid)

    def add_row(self, name: str, field: QWidget) -> None:
        """One more field, with a caption."""
        self._captions[name], self._fields[name] = PlainLabel(ink="muted"), field
        if isinstance(field, Choice):  # its longest words are no reason to be wider than the form
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = self._grid.rowCount()
        self._grid.addWidget(self._captions[name], row, 0)
        self._grid.addWidget(field, row, 1)

    def add_below(self, widget: QWidget) -> None:
        """Something under the last field that needs no caption."""
        self._grid.addWidget(widget, self._grid.rowCount(), 1)

    def caption(self, name: str, words: str) -> None:
        """Say what a field is."""
        self._captions[name].setText(words)
        self._fields[name].setAccessibleName(words)

    def show_row(self, name: str, *, shown: bool) -> None:
        """Show a field with its caption, or neither."""
        self._captions[name].setVisible(shown)
        self._fields[name].setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew; what is chosen stays chosen."""


def value(choice: Choice) -> str:
    """The value that is chosen."""
    return str(choice.currentData() or "")


def fill(choice: Choice, entries: Iterable[tuple[str, str]]) -> None:
    """Offer (value, words); what was chosen stays so where it is offered. Nothing is told."""
    chosen = value(choice)
    choice.blockSignals(True)
    choice.clear()
    for each, words in entries:
        choice.addItem(words, each)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)


def choose(choice: Choice, wanted: str) -> None:
    """Choose a value; one that is not offered is offered from now on. Nothing is told."""
    choice.blockSignals(True)
    if choice.findData(wanted) < 0:
        choice.addItem(wanted, wanted)
    choice.setCurrentIndex(choice.findData(wanted))
    choice.blockSignals(False)
