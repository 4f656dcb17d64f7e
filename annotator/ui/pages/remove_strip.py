"""The question under a label that is to go: what becomes of its spans."""

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

    from annotator.model.codebook import Entry
    from annotator.model.label import Label


class RemoveStrip(QWidget):
    """Asks where the spans of a label go. Nothing is done before one of its buttons is pressed.

    Signals:
        move_wanted: uid of the label to remove, uid of the one its spans go to.
        remove_wanted: uid of the label to remove together with its spans.
        kept: the label shall stay.
    """

    move_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Entry | None = None
        self._question = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._target = Choice()
        self._move = Button(kind="primary")
        self._move.clicked.connect(self._take_move)
        self._with_spans = Button()
        self._with_spans.clicked.connect(self._take_remove)
        self._keep = Button(kind="quiet", key="Esc")
        self._keep.clicked.connect(self.kept)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for widget in (self._target, self._move, self._with_spans):
            acts.addWidget(widget)
        acts.addStretch(1)
        acts.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addLayout(acts)
        column.addWidget(self._hint)
        self.hide()

    def ask(self, row: Entry, others: Sequence[Label]) -> None:
        """Ask about this label; its spans can go to one of the others."""
        self._row = row
        self._target.clear()
        for label in others:
            self._target.addItem(label.name, label.uid)
        self._target.setVisible(bool(others))
        self._move.setVisible(bool(others))
        self.retranslate()
        self.show()
        (self._target if others else self._keep).setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        if self._row is None:
            return
        spans = self._row.spans
        question = separated(self.tr("Where do the %n span(s) of {label} go?", "", spans), spans)
        self._question.setText(question.replace("{label}", self._row.label.name))
        self._target.setAccessibleName(self.tr("Label that takes the spans"))
        self._move.setText(separated(self.tr("Move %n span(s)", "", spans), spans))
        self._with_spans.setText(self.tr("Remove them too"))
        self._keep.setText(self.tr("Keep the label"))
        self._hint.setText(spoken(self.tr("One step: Ctrl Z brings label and spans back."), "edit.undo"))

    def _take_move(self) -> None:
        if self._row is not None:
            self.move_wanted.emit(self._row.label.uid, self._target.currentData())

    def _take_remove(self) -> None:
        if self._row is not None:
            self.remove_wanted.emit(self._row.label.uid)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the amber ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(theme.current().warn_tint))
        painter.drawRoundedRect(self.rect(), 6, 6)
