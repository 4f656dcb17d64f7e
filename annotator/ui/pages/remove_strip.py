"""The question under a label that is to go: what becomes of its spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.ui.codebook.question_strip import QuestionStrip
from annotator.ui.keymap import spoken
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.codebook import Entry
    from annotator.model.label import Label


class RemoveStrip(QuestionStrip):
    """Asks where the spans of a label go. Nothing is done before one of its buttons is pressed.

    Signals:
        move_wanted: uid of the label to remove, uid of the one its spans go to.
        remove_wanted: uid of the label to remove together with its spans.
    """

    move_wanted = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Entry | None = None
        self.told.hide()
        self.do_button.clicked.connect(self._take)
        self._with_spans = Button()
        self._with_spans.clicked.connect(self._take_remove)
        self.add_act(self._with_spans)

    def ask(self, row: Entry, others: Sequence[Label]) -> None:
        """Ask about this label; its spans can go to one of the others."""
        self._row = row
        self.target.setVisible(bool(others))
        self.do_button.setVisible(bool(others))
        self.offer(others)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        if self._row is None:
            return
        spans = self._row.spans
        question = separated(self.tr("Where do the %n span(s) of {label} go?", "", spans), spans)
        self.question.setText(question.replace("{label}", self._row.label.name))
        self.do_button.setText(separated(self.tr("Move %n span(s)", "", spans), spans))
        self._with_spans.setText(self.tr("Remove them too"))
        self.keep_button.setText(self.tr("Keep the label"))
        self.hint.setText(spoken(self.tr("One step: Ctrl Z brings label and spans back."), "edit.undo"))

    def _take(self) -> None:
        if self._row is not None:
            self.move_wanted.emit(self._row.label.uid, self.chosen)

    def _take_remove(self) -> None:
        if self._row is not None:
            self.remove_wanted.emit(self._row.label.uid)
