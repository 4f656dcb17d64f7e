"""How the text of a file begins, with the lines that are not of the article struck through or underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.reading import REMOVE
from annotator.ui.parts.marked_label import MarkedLabel
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from annotator.ui.models.import_model import ImportFile

_MOST_PIECES = 60
"""More stretches of text than these become one label."""


def pieces(file: ImportFile) -> list[tuple[str, bool]]:
    """The beginning of the text in stretches, each with whether it looks like part of a web page.

    The title, which stands above, is left out at the start.
    """
    text, start, found = file.text, _after_title(file), []
    for first, end in file.boilerplate[:_MOST_PIECES]:
        if first < start or end > len(text):
            continue
        found += [(text[start:first], False), (text[first:end], True)]
        start = end
    found.append((text[start:], False))
    shown = [(words.strip(), odd) for words, odd in found if words.strip()]
    if file.documents == 1 and file.characters > len(text) and shown:
        shown.append(("…", False))
    return shown


def _after_title(file: ImportFile) -> int:
    lead = len(file.text) - len(file.text.lstrip())
    return lead + len(file.title) if file.title and file.text.startswith(file.title, lead) else 0


class FileText(QWidget):
    """The beginning of a text; its labels are made anew with each file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_file(self, file: ImportFile, place: int = 0) -> None:
        """Show the text of a file's document at that place, with its first spans."""
        self._clear()
        sample = file.samples[place] if place < len(file.samples) else None
        if sample is not None and (sample.marks or place):
            self._add(MarkedLabel(sample.text, sample.marks))
            if sample.characters > len(sample.text):
                self._add(PlainLabel("…", size=15))
        else:
            self._show_first(file)

    def holds_title(self, file: ImportFile, place: int) -> bool:
        """Whether the text at that place is shown whole and begins with its title."""
        sample = file.samples[place]
        return bool(sample.marks or place) and sample.text.lstrip().startswith(sample.title)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _show_first(self, file: ImportFile) -> None:
        """The beginning of the first document with the lines that may not be of the article."""
        goes = file.choice.boilerplate == REMOVE
        for words, odd in pieces(file):
            label = PlainLabel(
                words, size=15, wraps=True, ink="muted" if odd and goes else "warn" if odd else "text"
            )
            if odd and goes:
                font = label.font()
                font.setStrikeOut(True)
                label.setFont(font)
            self._add(label)

    def _add(self, label: PlainLabel) -> None:
        self._column.addWidget(label)
        label.show()
