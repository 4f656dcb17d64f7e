"""The row of acts under a label: merge, remove, see its spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from annotator.model.codebook import Entry


class LabelActs(QWidget):
    """What can be done with a label as a whole.

    Signals:
        merge_wanted: it is to become one with another.
        remove_wanted: it is to go.
        spans_wanted: its spans are to be listed, to look through or to split it.
    """

    merge_wanted = Signal()
    remove_wanted = Signal()
    spans_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._merge = Button(kind="quiet", icon="merge", key="M")
        self._remove = Button(kind="quiet", icon="trash-2", key="Del")
        self._spans = Button(kind="quiet", icon="list", key="Ctrl+Return")
        self._merge.clicked.connect(self.merge_wanted)
        self._remove.clicked.connect(self.remove_wanted)
        self._spans.clicked.connect(lambda: self.spans_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._merge)
        row.addWidget(self._remove)
        row.addStretch(1)
        row.addWidget(self._spans)
        self.retranslate()

    def show_label(self, row: Entry, *, has_others: bool) -> None:
        """Offer what this label can take part in."""
        self._count = row.spans
        self._merge.setEnabled(has_others)
        self._spans.setEnabled(row.spans > 0)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._merge.setText(self.tr("Merge into…"))
        self._remove.setText(self.tr("Remove…"))
        words = self.tr("See and split %n span(s)", "", self._count)
        self._spans.setText(separated(words, self._count))
