"""The right side of the import page: one file, its question or problems, and how its text begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.model.reading import KEEP, REMOVE
from annotator.ui import fonts, icons, theme
from annotator.ui.models.import_model import ImportFile, Verdict, has_question
from annotator.ui.pages.file_choices import FileChoices
from annotator.ui.pages.file_text import FileText
from annotator.ui.pages.question_bar import QuestionBar
from annotator.ui.pages.readings import Readings
from annotator.ui.pages.sample_turner import SampleTurner
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COLUMN = 748
_NAMED = 8
_BELOW = 60
"""Pixels shown below the question about lines."""


class FileView(Surface):
    """One file of the import.

    Signals:
        encoding_chosen: the encoding that a person chose for it.
        chosen: another choice: its name, its value, whether for all files that have it.
        left_out: a person does not want it; whether so all files like it.
    """

    encoding_chosen = Signal(str)
    chosen = Signal(str, str, bool)
    left_out = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._file: ImportFile | None = None
        self._readings = Readings()
        self._readings.chosen.connect(self.encoding_chosen)
        self._peers: Mapping[str, int] = {}
        self._for_all = Button(kind="quiet", small=True)
        self._for_all.clicked.connect(self._choose_for_all)
        self._choices = FileChoices()
        self._choices.chosen.connect(self.chosen)
        self._like = QuestionBar("copy", "Space")
        self._like.answered.connect(self.left_out)
        self._boilerplate = QuestionBar("scissors", "B")
        self._boilerplate.answered.connect(self.choose_boilerplate)
        self._odd = PlainLabel(ink="text2", wraps=True)
        self._verdict = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self._sentences = PlainLabel(wraps=True)
        self._line = Hairline()
        self._title = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self._text = FileText()
        self._brought = PlainLabel(wraps=True)
        self._turner = SampleTurner()
        self._turner.turned.connect(self._show_sample)
        self._fixed = PlainLabel(size=12, ink="muted", wraps=True)
        self._lay_out()
        self.retranslate()

    def show_file(self, file: ImportFile | None, peers: Mapping[str, int] | None = None) -> None:
        """Show another file, None for none; `peers` counts the files that leave the same things to choose."""
        is_other = (file and file.path) != (self._file and self._file.path)
        self._file, self._peers = file, peers or {}
        self._sheet.setVisible(file is not None)
        if file is None:
            return
        self._readings.setVisible(bool(file.readings))
        if file.readings:
            self._readings.ask(file.readings, file.encoding)
        self._sentences.setVisible(bool(file.told))
        self._sentences.set_ink("bad" if file.verdict is Verdict.REFUSED else "text2")
        self._odd.setVisible(bool(file.odd))
        self._choices.show_file(file, self._peers)
        self._odd.set_ink("warn" if file.is_suspect else "text2")
        self._brought.setVisible(bool(file.spans))
        self._turner.show_first(len(file.samples), file.documents)
        self._show_sample()
        self._text.setVisible(bool(file.text.strip()))
        self._line.setVisible(bool(file.title and (file.readings or file.told or file.odd or file.spans)))
        self._lock.setVisible(bool(file.text))
        self._fixed.setVisible(bool(file.text))
        self.retranslate()
        if is_other:
            QTimer.singleShot(0, self, self._go_to_question)  # once everything has its height

    def turn(self, by: int) -> None:
        """Show another document of the file, so many places on."""
        self._turner.turn(by)

    def _show_sample(self) -> None:
        if (file := self._file) is not None:
            place = self._turner.place
            title = file.samples[place].title if place < len(file.samples) else file.title
            self._title.setText(title)
            repeats = bool(file.samples) and self._text.holds_title(file, place)
            self._title.setVisible(bool(title) and not repeats)
            self._text.show_file(file, place)

    def _go_to_question(self) -> None:
        """Show the beginning, or the lines that are asked about where nothing else is."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.minimum())
        if self._boilerplate.isVisible() and not (self._goes or self._like.isVisible()):
            self._area.ensureWidgetVisible(self._boilerplate, 0, _BELOW)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        words = {
            Verdict.REFUSED: self.tr("This file stays out"),
            Verdict.LEFT_OUT: self.tr("You left this file out. Space takes it again."),
            Verdict.KNOWN: self.tr("This text is already in the corpus"),
        }
        file = self._file
        self._sentences.setText("\n".join(file.sentences) if file else "")
        self._odd.setText("\n".join(file.oddities) if file else "")
        said = words.get(file.verdict, "") if file else ""
        if file and file.is_nothing_new and file.repeats:
            said = self.tr("The same text as {name}").replace("{name}", file.repeats)
        elif file and file.verdict is Verdict.KNOWN and file.documents == 1 and file.same_as:
            said = self.tr("The same text as “{title}”, which is in the corpus")
            said = said.replace("{title}", file.same_as)
        if said and file and file.spans and file.is_nothing_new:
            said += ". " + self.tr("Its spans join the text that is there.")
        self._brought.setText(self._brought_words(file) if file else "")
        self._verdict.setText(said)
        self._verdict.setVisible(bool(said))
        self._ask()
        self._fixed.setText(
            self.tr("After import the text never changes, so spans always point at these exact words.")
        )

    def choose_boilerplate(self, everywhere: bool) -> None:
        """Take the lines out that look like parts of a web page, or take them in again."""
        if self._file is not None and self._file.boilerplate_lines:
            self.chosen.emit("boilerplate", KEEP if self._goes else REMOVE, everywhere)

    @property
    def _goes(self) -> bool:
        return self._file is not None and self._file.choice.boilerplate == REMOVE

    def _choose_for_all(self) -> None:
        if self._file is not None:
            self.chosen.emit("encoding", self._file.encoding, True)

    def _ask(self) -> None:
        """Say what is to be decided about the file in the language in force."""
        file, peers = self._file, self._peers
        lines = file.boilerplate_lines if file else 0
        goes = self._goes
        said = (
            self.tr("%n line(s) look like website text and will be left out.", "", lines)
            if goes
            else self.tr("%n line(s) look like website text.", "", lines)
        )
        answer = self.tr("Keep them", "", lines) if goes else self.tr("Leave them out", "", lines)
        self._boilerplate.ask(said if lines else "", answer, self._in_all(peers.get("boilerplate", 0)))
        asks = file is not None and has_question(file, "like")
        self._like.ask(
            self._like_words(file) if file and asks else "",
            self.tr("Leave this file out"),
            self._in_all(peers.get("like", 0)),
        )
        count = peers.get("encoding", 0)
        self._for_all.setText(self.tr("Read all %n such file(s) so", "", count))
        self._for_all.setVisible(count > 1 and bool(file and file.readings and file.encoding))

    def _brought_words(self, file: ImportFile) -> str:
        """Whose spans the file has, and of which labels."""
        marked, names = file.marked, self._names
        words = separated(self.tr("%n span(s)", "", file.spans), file.spans)
        if marked and marked.labels:
            count = len(marked.labels)
            said = separated(self.tr("%n label(s)", "", count), count)
            words += f", {said}: {names(marked.labels)}"
        if marked and marked.people:
            words += ". " + self.tr("Marked by {names}").replace("{names}", names(marked.people))
        if marked and marked.machines:
            told = self.tr("Predictions, in a layer of their own: {names}")
            words += ". " + told.replace("{names}", names(marked.machines))
        return f"{words}."

    def _names(self, names: Sequence[str]) -> str:
        more = ", …" if len(names) > _NAMED else ""
        return ", ".join(names[:_NAMED]) + more

    def _in_all(self, count: int) -> str:
        return self.tr("In all %n such file(s)", "", count) if count > 1 else ""

    def _like_words(self, file: ImportFile) -> str:
        if not file.like_percent:
            return self.tr("Nearly the same text as {name}.").replace("{name}", file.like)
        words = self.tr("Nearly the same text as “{title}”, which is in the corpus ({percent} % alike).")
        return words.replace("{percent}", str(file.like_percent)).replace("{title}", file.like)

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        self._sheet.setMaximumWidth(_COLUMN)
        self._lock = _Lock()
        fixed = QHBoxLayout()
        fixed.setContentsMargins(14, 0, 14, 0)
        fixed.setSpacing(8)
        fixed.addWidget(self._lock)
        fixed.addWidget(self._fixed, 1)
        words = QVBoxLayout()
        words.setContentsMargins(14, 0, 14, 0)
        words.setSpacing(14)
        for widget in (self._verdict, self._brought, self._sentences, self._odd, self._line):
            words.addWidget(widget)
        text = QVBoxLayout()
        text.setContentsMargins(14, 0, 14, 0)
        text.setSpacing(14)
        text.addWidget(self._title)
        text.addWidget(self._text)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 24, 0, 32)
        column.setSpacing(20)
        column.addWidget(self._readings)
        column.addWidget(self._for_all)
        column.addWidget(self._like)
        column.addWidget(self._choices)
        column.addLayout(words)
        column.addWidget(self._turner)
        column.addLayout(text)
        column.addWidget(self._boilerplate)
        column.addLayout(fixed)
        column.addStretch(1)
        inner = Surface("page")
        row = QHBoxLayout(inner)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(self._sheet, 1000)
        row.addStretch(1)
        self._area = area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._sheet.hide()


class _Lock(QWidget):
    """The lock before "the text never changes"."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(14, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        icons.paint(QPainter(self), "lock", QRectF(0, 1, 14, 14), theme.current().muted)
