"""The right side of the import page: one file, its question or problems, and how its text begins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import fonts, icons, theme
from annotator.ui.models.import_model import ImportFile, Verdict
from annotator.ui.pages.readings import Readings
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

_COLUMN = 748


class FileView(Surface):
    """One file of the import.

    Signals:
        encoding_chosen: the encoding that a person chose for it.
    """

    encoding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._file: ImportFile | None = None
        self._readings = Readings()
        self._readings.chosen.connect(self.encoding_chosen)
        self._verdict = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self._sentences = PlainLabel(wraps=True)
        self._line = Hairline()
        self._title = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self._text = PlainLabel(size=15, wraps=True)
        self._fixed = PlainLabel(size=12, ink="muted", wraps=True)
        self._lay_out()
        self.retranslate()

    def show_file(self, file: ImportFile | None) -> None:
        """Show another file; None for none."""
        self._file = file
        self._sheet.setVisible(file is not None)
        if file is None:
            return
        self._readings.setVisible(bool(file.readings))
        if file.readings:
            self._readings.ask(file.readings, file.encoding)
        self._sentences.setText("\n".join(file.sentences))
        self._sentences.setVisible(bool(file.sentences))
        self._sentences.set_ink("bad" if file.verdict is Verdict.REFUSED else "text2")
        self._title.setText(file.title)
        body = file.text.strip()
        if file.documents == 1 and file.characters > len(file.text):
            body = f"{body.rsplit(maxsplit=1)[0]} …"
        self._text.setText(body.removeprefix(file.title).strip() if file.title else body)
        self._title.setVisible(bool(file.title))
        self._text.setVisible(bool(body))
        self._line.setVisible(bool(file.title and (file.readings or file.sentences)))
        self._lock.setVisible(bool(file.text))
        self._fixed.setVisible(bool(file.text))
        self.retranslate()

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
        said = words.get(file.verdict, "") if file else ""
        if file and file.is_nothing_new and file.repeats:
            said = self.tr("The same text as {name}").replace("{name}", file.repeats)
        elif file and file.verdict is Verdict.KNOWN and file.documents == 1 and file.same_as:
            said = self.tr("The same text as “{title}”, which is in the corpus")
            said = said.replace("{title}", file.same_as)
        self._verdict.setText(said)
        self._verdict.setVisible(bool(said))
        self._fixed.setText(
            self.tr("After import the text never changes, so spans always point at these exact words.")
        )

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        self._sheet.setMaximumWidth(_COLUMN)
        self._lock = _Lock()
        fixed = QHBoxLayout()
        fixed.setSpacing(8)
        fixed.addWidget(self._lock)
        fixed.addWidget(self._fixed, 1)
        words = QVBoxLayout()
        words.setContentsMargins(14, 0, 14, 0)
        words.setSpacing(14)
        for widget in (self._verdict, self._sentences, self._line, self._title, self._text):
            words.addWidget(widget)
        words.addLayout(fixed)
        words.addStretch(1)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 24, 0, 32)
        column.setSpacing(20)
        column.addWidget(self._readings)
        column.addLayout(words)
        column.addStretch(1)
        inner = Surface("page")
        row = QHBoxLayout(inner)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(self._sheet, 1000)
        row.addStretch(1)
        area = QScrollArea()
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
