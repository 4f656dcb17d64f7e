"""The question under a label that is to become one with another: which, and what that would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.ui.codebook.question_strip import QuestionStrip
from annotator.ui.keymap import spoken
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.codebook import MergePreview
    from annotator.model.label import Label


class MergeStrip(QuestionStrip):
    """Asks into which label one goes, and says beforehand how many spans that concerns.

    Signals:
        preview_wanted: uid of the label that goes, uid of the one it goes into.
        merge_wanted: the same, to be done.
    """

    preview_wanted = Signal(str, str)
    merge_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._preview: MergePreview | None = None
        self.do_button.clicked.connect(self._take)

    def ask(self, label: Label, others: Sequence[Label]) -> None:
        """Ask about this label; it can go into one of the others."""
        self._label = label
        self.offer(others)

    def show_preview(self, target: str, preview: MergePreview) -> None:
        """Say what the merge into `target` would do, if that is still the chosen one."""
        if target == self.chosen:
            self._preview = preview
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        if self._label is None:
            return
        self.question.setText(
            self.tr("Into which label does {label} go?").replace("{label}", self._label.name)
        )
        self.keep_button.setText(self.tr("Keep both"))
        self.hint.setText(spoken(self.tr("One step: Ctrl Z brings label and spans back."), "edit.undo"))
        self.do_button.setText(self.tr("Merge"))
        self.do_button.setEnabled(self._preview is not None)
        self.told.setText(self._sentence())
        self.told.setVisible(self._preview is not None)

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
        words = words.replace("{label}", self.target.currentText())
        if found.equal:
            words += " " + self.tr(
                "%n of them stand(s) on words that carry it already: there two become one.", "", found.equal
            )
        return words

    def follow_target(self) -> None:
        """Ask what a merge into the chosen label would do."""
        self._preview = None
        self.retranslate()
        if self._label is not None and self.chosen:
            self.preview_wanted.emit(self._label.uid, self.chosen)

    def _take(self) -> None:
        if self._label is not None:
            self.merge_wanted.emit(self._label.uid, self.chosen)
