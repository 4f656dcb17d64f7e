"""The head of the agreement: the one figure, between what it lies, and the way to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.agreement.undefined import Undefined
from annotator.ui import fonts
from annotator.ui.i18n import number, sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.overview.figures_words import figure_words

if TYPE_CHECKING:
    from annotator.agreement.report import AgreementReport


class AgreementHead(QWidget):
    """The answer of the page.

    Signals:
        save_wanted: the report is to be saved.
        scope_changed: other documents are to be counted.
    """

    save_wanted = Signal()
    scope_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: AgreementReport | None = None
        self.answer = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self.note = PlainLabel(ink="muted", wraps=True)
        self.only_ready = QCheckBox()
        self.only_ready.toggled.connect(self.scope_changed)
        self.save_button = Button(kind="quiet", icon="save")
        self.save_button.clicked.connect(self.save_wanted)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.answer)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 24, 16)
        row.addLayout(words, 1)
        tools = QHBoxLayout()
        tools.setSpacing(16)
        tools.addWidget(self.only_ready)
        tools.addWidget(self.save_button)
        row.addLayout(tools)
        row.setAlignment(tools, Qt.AlignmentFlag.AlignTop)
        self._say()

    def show_report(self, report: AgreementReport | None) -> None:
        """Say how far people agree; None: it is being reckoned."""
        self._report = report
        self._say()

    def _say(self) -> None:
        report = self._report
        self.save_button.setText(self.tr("Save the report…"))
        self.only_ready.setText(self.tr("Only documents that wait for nobody"))
        self.only_ready.setVisible(report is not None and (bool(report.pairs) or self.only_ready.isChecked()))
        self.save_button.setVisible(report is not None and bool(report.pairs))
        if report is None:
            self.answer.setText(self.tr("Comparing…"))
            self.note.setText("")
        elif not report.pairs:
            self.answer.setText(self.tr("Nobody to compare yet"))
            needs = self.tr("Agreement needs two people with a layer on the same document.")
            waits = self.tr("Every document that two people have waits for somebody.")
            self.note.setText(waits if self.only_ready.isChecked() else needs)
        else:
            self.answer.setText(self._figure(report))
            self.note.setText(self._note(report))
        self.note.setVisible(bool(self.note.text()))

    def _figure(self, report: AgreementReport) -> str:
        figure = report.whole.strict_f1
        if isinstance(figure, Undefined):
            return self.tr("There is no figure yet")
        return self.tr("Agreement %1 (strict F1)").replace("%1", figure_words(figure))

    def _note(self, report: AgreementReport) -> str:
        whole = report.whole
        if isinstance(whole.strict_f1, Undefined):
            return sentence(whole.strict_f1.reason)
        told = []
        if not isinstance(whole.interval, Undefined):
            words = self.tr("Between %1 and %2 in 95 of 100 draws of other documents.")
            low, high = map(figure_words, whole.interval)
            told.append(words.replace("%1", low).replace("%2", high))
        words = self.tr("%n document(s) that two or more have looked at, done or not,", "", report.documents)
        if self.only_ready.isChecked():
            words = self.tr("%n document(s) that wait for nobody,", "", report.documents)
        told.append(separated(words, report.documents))
        differing = whole.counts.differing
        words = self.tr("%n difference(s) between %1 people.", "", differing)
        told.append(separated(words, differing).replace("%1", number(len(report.people))))
        return " ".join(told)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
