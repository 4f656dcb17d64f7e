"""All that an export leaves out: spans one by one, everything else in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.i18n import number, sentence
from annotator.ui.models.loss_model import LossModel, LossRow
from annotator.ui.pages.loss_table import LossTable
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from annotator.services.export.facts import ExportResult, Foresight


class LeftOut(QWidget):
    """Sentences, and a table of spans that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Foresight | ExportResult | None = None
        self._notes = PlainLabel(ink="text2", wraps=True)
        self._more = PlainLabel(size=12, ink="muted", wraps=True)
        self.model = LossModel(self)
        self.table = LossTable(self.model)
        self._list = WholeRows(self.table)
        self._copy = Button(kind="quiet", icon="copy", small=True)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.model.as_text()))
        foot = QHBoxLayout()
        foot.addWidget(self._more, 1)
        foot.addWidget(self._copy)
        self._rest = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._notes)
        column.addWidget(self._list, 1)
        column.addWidget(self._rest, 1)
        column.addLayout(foot)
        self.retranslate()

    def tell(self, told: Foresight | ExportResult | None) -> None:
        """Show what an export left out or would leave out."""
        self._told = told
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        told = self._told
        self._copy.setText(self.tr("Copy the list"))
        self.table.setAccessibleName(self.tr("Spans left out"))
        lost = told.lost if told else ()
        self.model.set_rows(
            LossRow(one.title or one.document, one.start, one.end, one.words, one.label, sentence(one.reason))
            for one in lost
        )
        refused = [sentence(one.told) for one in told.refused] if told else []
        notes = [*refused, *(sentence(note) for note in told.notes)] if told else []
        if told and not notes and not lost:
            notes = [self.tr("The file holds everything that was chosen.")]
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        for widget in (self._list, self._copy):
            widget.setVisible(bool(lost))
        self._rest.setVisible(not lost)
        hidden = told.left_out - len(lost) if told else 0
        more = self.tr("The first {shown} of {all}; the others are listed once the file is written.")
        more = more.replace("{shown}", number(len(lost))).replace("{all}", number(len(lost) + hidden))
        self._more.setText(more if hidden else "")
