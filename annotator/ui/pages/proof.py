"""The right side of the export page: what would be written, then the proof of what was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileInfo, QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.pages.export_preview import PreviewView
from annotator.ui.pages.kept_left import KeptAndLeft
from annotator.ui.pages.label_parts import LabelParts
from annotator.ui.pages.left_out import LeftOut
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.tabs import PlaceTab

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.label import Label
    from annotator.model.recipe import Recipe
    from annotator.services.export.facts import ExportResult, Foresight, Preview
    from annotator.ui.pages.export_run import Prospect

SHEETS = ("preview", "labels", "left")
PATIENCE = 400
"""Milliseconds after which it is said that an answer takes its time."""


class ProofView(Surface):
    """The answer in one line, what is kept and left out, and sheets to look closer.

    Attributes:
        prospect: what was shown of an export before it was made; None for nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._told: Foresight | ExportResult | None = None
        self.prospect: Prospect | None = None
        self._written: ExportResult | None = None
        self._labels: Sequence[Label] = ()
        self._line = ""
        self._words: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE)
        self._waiting.timeout.connect(self._say_reckoning)
        self._mark = _Mark()
        self._answer = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True, tabular=True)
        self._how = PlainLabel(ink="muted", wraps=True)
        self._file = ElidedLabel(size=12, ink="muted")
        self._open, self._copy = Button(icon="folder-open"), Button(kind="quiet", icon="copy")
        self._command = Button(kind="quiet", icon="copy")
        self._open.clicked.connect(self._show_folder)
        self._copy.clicked.connect(self._copy_path)
        self._command.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._line))
        self.kept = KeptAndLeft()
        self.preview, self.parts, self.left = PreviewView(), LabelParts(), LeftOut()
        self.tabs = {name: PlaceTab() for name in SHEETS}
        self._sheets = QStackedWidget()
        self._closer = QWidget()
        self._lay_out()
        self._forget()
        self.retranslate()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Know the colours of the corpus's labels."""
        self._labels = labels

    def say(self, words: Callable[[], tuple[str, str]]) -> None:
        """Show only an answer and a sentence; `words` gives both in the language in force."""
        self._waiting.stop()
        self._words = words
        self._forget()
        self.retranslate()

    def reckon(self) -> None:
        """Another recipe is being looked into: should that take long, what is shown of the last one goes."""
        self._waiting.start()

    def _say_reckoning(self) -> None:
        self.say(lambda: (self.tr("Reckoning…"), self.tr("What would be in the file is found out.")))

    def show_prospect(self, prospect: Prospect) -> None:
        """Show what an export would be."""
        self._words = self._say_prospect
        self._told, self._written, self.prospect = prospect.seen, None, prospect
        self.preview.show_preview(prospect.preview, self._labels)
        self._show_told()

    def show_preview(self, preview: Preview) -> None:
        """Show another passage."""
        self.preview.show_preview(preview, self._labels)

    def show_proof(self, result: ExportResult, recipe: Recipe, command: str) -> None:
        """Show what came of an export by a recipe, and the command that makes it again.

        What was foreseen stays on the sheets, if it was of this recipe.
        """
        if self.prospect is not None and self.prospect.recipe != recipe:
            self.prospect = None
        self._words, self._line = self._say_proof, command
        self._told = self._written = result
        self._show_told()

    @property
    def is_shown(self) -> bool:
        """Whether there is a proof on the page."""
        return self._written is not None

    @property
    def answer(self) -> str:
        """The line in large letters."""
        return self._answer.text()

    @property
    def how(self) -> str:
        """The sentence below it."""
        return self._how.text()

    def show_sheet(self, name: str) -> None:
        """Look closer at "preview", "labels" or what is "left" out."""
        self.tabs[name].setChecked(True)
        self._sheets.setCurrentIndex(SHEETS.index(name))

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._answer)
        words.addWidget(self._how)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self._open, self._copy, self._command):
            acts.addWidget(button)
        acts.addWidget(self._file, 1)
        self._lay_out_sheets()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(acts)
        column.addWidget(self.kept)
        column.addWidget(self._closer, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    def _lay_out_sheets(self) -> None:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.setContentsMargins(0, 0, 0, 0)
        for place, (name, tab) in enumerate(self.tabs.items()):
            group.addButton(tab, place)
            tab.setFixedHeight(36)
            tab.clicked.connect(lambda _checked=False, name=name: self.show_sheet(name))
            row.addWidget(tab)
            self._sheets.addWidget((self.preview, self.parts, self.left)[place])
        row.addStretch(1)
        inner = QVBoxLayout(self._closer)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(row)
        inner.addWidget(Hairline())
        inner.addSpacing(12)
        inner.addWidget(self._sheets, 1)
        self.show_sheet("preview")

    def _forget(self) -> None:
        self._told = self._written = self.prospect = None
        self.kept.tell(None)
        self.left.tell(None)
        self._closer.hide()
        self._rest.show()

    def _show_told(self) -> None:
        told = self._told
        self._waiting.stop()
        if told is None:
            return
        seen = self.prospect.seen if self.prospect else None
        self.kept.tell(told, (seen.documents_excluded, seen.spans_excluded) if seen else (0, 0))
        self.parts.show_parts(told.parts, told.dealt, self._labels)
        self.left.tell(told)
        self._closer.show()
        self._rest.hide()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        written, told = self._written, self._told
        for widget in (self._open, self._copy, self._command, self._file):
            widget.setVisible(written is not None)
        self._command.setVisible(written is not None and bool(self._line))
        self._mark.setVisible(told is not None)
        self._open.setText(self.tr("Show in its folder"))
        self._copy.setText(self.tr("Copy the path"))
        self._command.setText(self.tr("Copy as a command"))
        tabs = {
            "preview": self.tr("Preview"),
            "labels": self.tr("Labels by part"),
            "left": self.tr("Left out"),
        }
        if told is not None and len(told.parts) < 2:
            tabs["labels"] = self.tr("Labels")
        if told is not None and told.left_out:
            tabs["left"] += f"  {number(told.left_out)}"
        for name, words in tabs.items():
            self.tabs[name].setText(words)
            self.tabs[name].updateGeometry()
        answer, how = self._words()
        self._answer.setText(answer)
        self._how.setText(how)
        self._how.setVisible(bool(how))

    def _say_prospect(self) -> tuple[str, str]:
        told = self._told
        if told is None:
            return "", ""
        self._mark.set_state("warn" if told.left_out or told.refused else "")
        answer = self.tr("{kept} of {spans} spans will be in the file")
        answer = answer.replace("{kept}", number(told.spans - told.left_out))
        how = self.tr("Nothing is written yet. What is written is read back and compared, span by span.")
        return answer.replace("{spans}", number(told.spans)), how

    def _say_proof(self) -> tuple[str, str]:
        written = self._written
        if written is None:
            return "", ""
        is_sound = written.is_proven
        self._mark.set_state("bad" if not is_sound else "warn" if written.refused else "ok")
        answer = self.tr("{recovered} of {spans} spans recovered")
        answer = answer.replace("{recovered}", number(written.spans_recovered))
        documents = separated(self.tr("%n document(s)", "", written.documents), written.documents)
        sha = f"sha256 {written.sha256[:4]}…{written.sha256[-4:]}"
        self._file.setText(f"{written.output} · {documents} · {sha}")
        how = self.tr("The file was read back and compared with the library, span by span and word by word.")
        if written.left_out:
            left = self.tr("%n span(s) of the choice are not in it; why is said below.", "", written.left_out)
            how += f" {left}"
        if not is_sound:
            how = self.tr("Reading the file back did not find every span. Do not use it.")
        if written.kept:
            kept = self.tr("Files that were changed since the last export were left: %1")
            how += "\n" + kept.replace("%1", ", ".join(written.kept))
        return answer.replace("{spans}", number(written.spans_written)), how

    def _show_folder(self) -> None:
        if self._written is not None:
            folder = QFileInfo(self._written.output).absolutePath()
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def _copy_path(self) -> None:
        if self._written is not None:
            QGuiApplication.clipboard().setText(self._written.output)


class _Mark(QWidget):
    """The large tick of a whole export, or the mark of one that leaves something out."""

    def __init__(self) -> None:
        super().__init__()
        self._state = ""
        self.setFixedSize(44, 44)

    def set_state(self, state: str) -> None:
        """Show "ok", "warn" or "bad"; "" for an export that is still to come."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint circle and sign."""
        tokens = theme.current()
        state = self._state
        tint = getattr(tokens, f"{state}_tint") if state else tokens.sunken
        ink = getattr(tokens, state) if state else tokens.text2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        painter.drawEllipse(QRectF(self.rect()))
        sign = {"ok": "check", "warn": "circle-alert", "bad": "x"}.get(state, "upload")
        icons.paint(painter, sign, QRectF(11, 11, 22, 22), ink)
