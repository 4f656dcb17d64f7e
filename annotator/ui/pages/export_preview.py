"""The same passage twice: as it is in the library, and as it would be in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from annotator.model.span import covered_words
from annotator.ui.pages.export_passage import Passage
from annotator.ui.pages.file_lines import FileLines, named
from annotator.ui.pages.recipe_fields import choose, fill
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label
    from annotator.services.export.facts import Preview, PreviewFile

_FIRST_WORDS = 24
"""Code points of the passage by which its line in a file is found."""

_NAME = 10
"""Letters of a file's name that have room at least."""


class PreviewView(QWidget):
    """Passage at the left, file at the right.

    Signals:
        next_wanted: another document is to be shown.
    """

    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._labels: Sequence[Label] = ()
        self._library, self._file = SectionHeading(), SectionHeading()
        self._title = ElidedLabel(size=12, ink="muted")
        self._told = PlainLabel(size=12, ink="muted", wraps=True)
        self.passage, self.lines = Passage(), FileLines()
        self.files = Choice()
        self.next = Button(kind="quiet", icon="corner-down-right", small=True)
        self.next.clicked.connect(self.next_wanted)
        self.files.currentIndexChanged.connect(self._show_file)
        self._lay_out()
        self.retranslate()

    @property
    def document(self) -> str:
        """Uid of the document that is shown, "" for none."""
        return self._preview.document if self._preview else ""

    def show_preview(self, preview: Preview | None, labels: Sequence[Label]) -> None:
        """Show another passage; None for none."""
        self._preview, self._labels = preview, labels
        if preview is None:
            return
        self.passage.show_passage(preview, labels)
        fill(self.files, [(file.name, file.name) for file in preview.files])
        choose(self.files, _fullest(preview, [label.name for label in labels]))
        self.files.setVisible(len(preview.files) > 1)
        self.retranslate()
        self._show_file()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        left = QHBoxLayout()
        left.addWidget(self._library, 1)
        left.addWidget(self.next)
        right = QHBoxLayout()
        right.addWidget(self._file, 1)
        self.files.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.files.setMinimumContentsLength(_NAME)
        right.addWidget(self.files, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(4)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self._title, 1, 0)
        grid.addWidget(self._told, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.passage, 2, 0)
        grid.addWidget(self.lines, 2, 1)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowMinimumHeight(0, 30)

    def _chosen(self) -> PreviewFile | None:
        files = self._preview.files if self._preview else ()
        place = max(0, self.files.currentIndex())
        return files[place] if place < len(files) else None

    def _show_file(self) -> None:
        file, preview = self._chosen(), self._preview
        if file is None or preview is None:
            self.lines.show_lines((), ())
            return
        name = file.name.rpartition("/")[2]
        self._file.set_text(self.tr("In the file"), "" if self.files.isVisibleTo(self) else name)
        if file.is_text:
            self.lines.show_lines([*file.lines, "…"] if file.goes_on else file.lines, self._labels)
            self.lines.show_first(" ".join(preview.text[:_FIRST_WORDS].split("\n")[0].split()))
            self._told.setText("")
        else:
            self.lines.show_lines(_spans_as_lines(preview), self._labels)
            self._told.setText(self.tr("It is not text; it holds these spans: from, to, label, words."))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_file()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        preview = self._preview
        lost = sum(span.lost is not None for span in preview.spans) if preview else 0
        dashed = self.tr("%n dashed: not in the file", "", lost) if lost else ""
        self._library.set_text(self.tr("In the library"), dashed)
        self._file.set_text(self.tr("In the file"))
        self._title.setText(preview.title if preview else "")
        self.next.setText(self.tr("Next document"))
        self.passage.setAccessibleName(self.tr("In the library"))
        self.lines.setAccessibleName(self.tr("In the file"))
        self.files.setAccessibleName(self.tr("File"))


def _spans_as_lines(preview: Preview) -> list[str]:
    """What a file that is not text holds of the passage."""
    return [
        f"{span.start}–{span.end}\t{span.label}\t"
        + " ".join(covered_words(preview.text, span.start, span.end, span.parts).split())
        for span in preview.spans
        if span.lost is None
    ]


def _fullest(preview: Preview, labels: Sequence[str]) -> str:
    """Name of the file with the most lines that name labels, for folders have files that explain others."""
    counts = {
        file.name: sum(bool(named(line, labels)) for line in file.lines)
        for file in preview.files
        if file.holds_documents
    }
    return max(counts, key=lambda name: counts[name], default="")
