"""What a file leaves open besides its letters: spans in parts, which layer, which column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.model.reading import TEXT_COLUMN
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.ui.models.import_model import ImportFile

NAMES: Final = ("discontinuous", "layer", "text_column")
_FIELD = 260


class FileChoices(QWidget):
    """One row for each choice that the file has.

    Signals:
        chosen: name of the choice, its value, whether for all files that have it.
    """

    chosen = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = {name: PlainLabel(ink="text2") for name in NAMES}
        self._fields = {name: Choice() for name in NAMES}
        self._all = {name: Button(kind="quiet", small=True) for name in NAMES}
        self._file: ImportFile | None = None
        self._peers: Mapping[str, int] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 0, 14, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, name in enumerate(NAMES):
            field = self._fields[name]
            field.setMinimumWidth(_FIELD)
            field.activated.connect(lambda _place, name=name: self._choose(name, everywhere=False))
            self._all[name].clicked.connect(
                lambda _checked=False, name=name: self._choose(name, everywhere=True)
            )
            grid.addWidget(self._labels[name], row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(self._all[name], row, 2)

    def field(self, name: str) -> Choice:
        """The field of a choice, one of `NAMES`."""
        return self._fields[name]

    def show_file(self, file: ImportFile, peers: Mapping[str, int]) -> None:
        """Offer what this file leaves open; `peers` counts the files that have each choice."""
        self._file, self._peers = file, peers
        self.setVisible(any(name in file.offers for name in NAMES))
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        words = {
            "discontinuous": self.tr("Spans in parts"),
            "layer": self.tr("Layer of spans"),
            "text_column": self.tr("Column of the text"),
        }
        for name in NAMES:
            self._labels[name].setText(words[name])
            self._fields[name].setAccessibleName(words[name])
            self._fields[name].setPlaceholderText(self.tr("choose…"))
            self._fill(name)

    def _fill(self, name: str) -> None:
        values = self._file.offers.get(name, ()) if self._file else ()
        if name == "layer" and values:
            values = ("", *values)
        field, peers = self._fields[name], self._peers.get(name, 0)
        field.clear()
        for value in values:
            field.addItem(self._word(name, value), value)
        field.setCurrentIndex(field.findData(self._present(name, values)))
        for widget in (self._labels[name], field):
            widget.setVisible(bool(values))
        self._all[name].setText(self.tr("So in all %n file(s)", "", peers))
        self._all[name].setVisible(bool(values) and peers > 1)

    def _present(self, name: str, values: Sequence[str]) -> str | None:
        """The value in force, None if none of these is."""
        chosen: str = getattr(self._file.choice, name) if self._file else ""
        usual = chosen or ("" if name == "layer" else TEXT_COLUMN)
        return next((value for value in values if value.casefold() == usual.casefold()), None)

    def _word(self, name: str, value: str) -> str:
        if name == "layer":
            return value.rpartition(".")[2] if value else self.tr("the usual one: named entities")
        if name != "discontinuous":
            return value
        return {
            "whole": self.tr("keep whole"),
            "hull": self.tr("from first to last word"),
            "fragments": self.tr("one span for each part"),
            "refuse": self.tr("leave the file out"),
        }[value]

    def _choose(self, name: str, *, everywhere: bool) -> None:
        self.chosen.emit(name, self._fields[name].currentData() or "", everywhere)
