"""The right side of the export page: what would be written, then the proof of what was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileInfo, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.models.loss_model import LossModel, LossRow
from annotator.ui.pages.loss_table import LossTable
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of an export, ready to be shown.

    Attributes:
        output: path of the file.
        documents: written.
        spans: chosen to be written.
        recovered: found again in the file, at the same place with the same label and words.
        lost: those that are not in the file.
        notes: sentences about everything else that the format has no place for.
        sha256: of the file.
    """

    output: str
    documents: int
    spans: int
    recovered: int
    lost: Sequence[LossRow]
    notes: Sequence[str]
    sha256: str


class ProofView(Surface):
    """The answer in one line, and what was left out item by item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._proof: Proof | None = None
        self._prospect = ("", "")
        self._mark = _Mark()
        self._answer = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True, tabular=True)
        self._how = PlainLabel(ink="muted", wraps=True)
        self._file = ElidedLabel(size=12, ink="muted")
        self._open = Button(icon="folder-open")
        self._open.clicked.connect(self._show_folder)
        self._copy = Button(kind="quiet", icon="copy")
        self._copy.clicked.connect(self._copy_path)
        self._lost = SectionHeading()
        self._notes = PlainLabel(ink="text2", wraps=True)
        self._model = LossModel(self)
        self._table = LossTable(self._model)
        self._list = WholeRows(self._table)
        self._copy_list = Button(kind="quiet", icon="copy", small=True)
        self._copy_list.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._model.as_text()))
        self._lay_out()
        self.retranslate()

    def show_prospect(self, answer: str, how: str) -> None:
        """Say before an export what it would be, or why it was refused."""
        self._proof, self._prospect = None, (answer, how)
        self._model.set_rows(())
        self.retranslate()

    def show_proof(self, proof: Proof) -> None:
        """Show what came of an export."""
        self._proof = proof
        self._model.set_rows(proof.lost)
        self.retranslate()

    @property
    def is_shown(self) -> bool:
        """Whether there is a proof on the page."""
        return self._proof is not None

    @property
    def answer(self) -> str:
        """The line in large letters."""
        return self._answer.text()

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
        for button in (self._open, self._copy):
            acts.addWidget(button)
        acts.addWidget(self._file, 1)
        lost = QHBoxLayout()
        lost.addWidget(self._lost, 1)
        lost.addWidget(self._copy_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(acts)
        column.addSpacing(12)
        column.addWidget(self._notes)
        column.addLayout(lost)
        column.addWidget(self._list, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        proof = self._proof
        lost = bool(proof and proof.lost)
        for widget in (self._mark, self._open, self._copy, self._file):
            widget.setVisible(proof is not None)
        for part in (self._lost, self._list, self._copy_list):
            part.setVisible(lost)
        self._rest.setVisible(not lost)
        self._notes.setVisible(bool(proof and proof.notes))
        self._open.setText(self.tr("Show in its folder"))
        self._copy.setText(self.tr("Copy the path"))
        self._copy_list.setText(self.tr("Copy the list"))
        self._table.setAccessibleName(self.tr("Spans left out"))
        if proof is None:
            self._answer.setText(self._prospect[0])
            self._how.setText(self._prospect[1])
        else:
            self._tell(proof)

    def _tell(self, proof: Proof) -> None:
        self._mark.set_whole(proof.recovered == proof.spans)
        answer = self.tr("{recovered} of {spans} spans recovered")
        answer = answer.replace("{recovered}", number(proof.recovered))
        self._answer.setText(answer.replace("{spans}", number(proof.spans)))
        self._how.setText(
            self.tr("The file was read back and compared with the library, span by span and word by word.")
        )
        documents = separated(self.tr("%n document(s)", "", proof.documents), proof.documents)
        self._file.setText(f"{proof.output} · {documents} · sha256 {proof.sha256[:4]}…{proof.sha256[-4:]}")
        self._notes.setText("\n".join(proof.notes))
        self._lost.set_text(self.tr("Left out"), number(len(proof.lost)))

    def _show_folder(self) -> None:
        if self._proof is not None:
            folder = QFileInfo(self._proof.output).absolutePath()
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def _copy_path(self) -> None:
        if self._proof is not None:
            QGuiApplication.clipboard().setText(self._proof.output)


class _Mark(QWidget):
    """The large tick of a whole export, or the mark of one that left something out."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = True
        self.setFixedSize(44, 44)

    def set_whole(self, whole: bool) -> None:
        """Show tick or mark."""
        self._whole = whole
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint circle and sign."""
        tokens = theme.current()
        tint, ink = (tokens.ok_tint, tokens.ok) if self._whole else (tokens.warn_tint, tokens.warn)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        painter.drawEllipse(QRectF(self.rect()))
        icons.paint(painter, "check" if self._whole else "circle-alert", QRectF(11, 11, 22, 22), ink)
