"""The question under a label that is to become one with another: which, and what that would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.keymap import spoken
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.codebook import MergePreview
    from annotator.model.label import Label


class MergeStrip(QWidget):
    """Asks into which label one goes, and says beforehand how many spans that concerns.

    Signals:
        preview_wanted: uid of the label that goes, uid of the one it goes into.
        merge_wanted: the same, to be done.
        kept: nothing shall be merged.
    """

    preview_wanted = Signal(str, str)
    merge_wanted = Signal(str, str)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._preview: MergePreview | None = None
        self._question = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self._what = PlainLabel(wraps=True)
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._target = Choice()
        self._target.activated.connect(lambda _row: self._ask())
        self._merge = Button(kind="primary")
        self._merge.clicked.connect(self._take)
        self._keep = Button(kind="quiet", key="Esc")
        self._keep.clicked.connect(self.kept)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._target)
        acts.addWidget(self._merge)
        acts.addStretch(1)
        acts.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for part in (self._question, self._what):
            column.addWidget(part)
        column.addLayout(acts)
        column.addWidget(self._hint)
        self.hide()

    def ask(self, label: Label, others: Sequence[Label]) -> None:
        """Ask about this label; it can go into one of the others."""
        self._label, self._preview = label, None
        self._target.clear()
        for other in others:
            self._target.addItem(other.name, other.uid)
        self.retranslate()
        self.show()
        self._target.setFocus()
        self._ask()

    def show_preview(self, target: str, preview: MergePreview) -> None:
        """Say what the merge into `target` would do, if that is still the chosen one."""
        if target == self._target.currentData():
            self._preview = preview
            self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        if self._label is None:
            return
        self._question.setText(
            self.tr("Into which label does {label} go?").replace("{label}", self._label.name)
        )
        self._target.setAccessibleName(self.tr("Label that takes the spans"))
        self._keep.setText(self.tr("Keep both"))
        self._hint.setText(spoken(self.tr("One step: Ctrl Z brings label and spans back."), "edit.undo"))
        self._merge.setText(self.tr("Merge"))
        self._merge.setEnabled(self._preview is not None)
        self._what.setText(self._sentence())

    def _sentence(self) -> str:
        found = self._preview
        if found is None:
            return ""
        if not found.spans:
            return self.tr("No span carries it.")
        spans = separated(self.tr("%n span(s)", "", found.spans), found.spans)
        documents = separated(self.tr("%n document(s)", "", found.documents), found.documents)
        words = self.tr("{spans} in {documents} take the label {label}.")
        if found.others:
            words = self.tr(
                "{spans} in {documents} take the label {label}, %n of them by another annotator.",
                "",
                found.others,
            )
        words = words.replace("{spans}", spans).replace("{documents}", documents)
        words = words.replace("{label}", self._target.currentText())
        if found.equal:
            words += " " + self.tr(
                "%n of them stand(s) on words that carry it already: there two become one.", "", found.equal
            )
        return words

    def _ask(self) -> None:
        self._preview = None
        self.retranslate()
        if self._label is not None and self._target.currentData():
            self.preview_wanted.emit(self._label.uid, self._target.currentData())

    def _take(self) -> None:
        if self._label is not None:
            self.merge_wanted.emit(self._label.uid, self._target.currentData())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the amber ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(theme.current().warn_tint))
        painter.drawRoundedRect(self.rect(), 6, 6)
