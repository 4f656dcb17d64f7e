"""Which clusters are gone through: by class, label, pair of annotators, undecided ones only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.model.review import Difference, ReviewFilter
from annotator.ui.review.filter_choices import FilterChoices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.model.label import Label
    from annotator.model.review import Cluster
    from annotator.ui.review.compare.people import Names


def fits(cluster: Cluster, chosen: ReviewFilter) -> bool:
    """Whether a cluster is among those that are gone through; whether it is open is looked at elsewhere."""
    if chosen.differences and cluster.difference not in chosen.differences:
        return False
    if chosen.labels and not chosen.labels & {variant.label for variant in cluster.variants}:
        return False
    return chosen.pair is None or _differ(cluster, *chosen.pair)


def _differ(cluster: Cluster, first: str, second: str) -> bool:
    """Whether two annotators did not mark the same."""
    own = [
        {variant.place for variant in cluster.variants if uid in variant.annotators}
        for uid in (first, second)
    ]
    return own[0] != own[1]


class FilterRow(QWidget):
    """Three choices and a tick.

    Signals:
        changed: another `ReviewFilter`.
        undecided_changed: whether settled clusters are listed is another thing now.
        left: Escape.
    """

    changed = Signal(object)
    undecided_changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = FilterChoices(tuple(Difference), self)
        self.undecided = QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 2)
        column.setSpacing(6)
        for box in self.choices.boxes:
            box.setMinimumWidth(60)
            column.addWidget(box)
        self.choices.changed.connect(self.changed)
        self.undecided.clicked.connect(self.undecided_changed)
        column.addWidget(self.undecided)
        self.retranslate()

    @property
    def is_narrow(self) -> bool:
        """Whether fewer than all clusters may be shown."""
        return self.choices.chosen.is_narrow or self.undecided.isChecked()

    def set_chosen(self, chosen: ReviewFilter) -> None:
        """Show a filter that came from elsewhere; nothing is told."""
        self.choices.show_filter(chosen)

    def clear(self) -> None:
        """Let everything through again."""
        self.set_chosen(replace(self.choices.chosen, open_only=True))
        if self.undecided.isChecked():
            self.undecided.setChecked(False)
            self.undecided_changed.emit()
        self.choices.clear()

    def offer(self, labels: Sequence[Label], people: Sequence[str], names: Names) -> None:
        """Offer the labels and people of a document."""
        self.choices.offer(labels, [(uid, names.name(uid)) for uid in names.in_order(people)])

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.undecided.setText(self.tr("Undecided only"))
        self.choices.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape goes back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
