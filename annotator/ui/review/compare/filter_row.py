"""Which clusters are gone through: by class, label, pair of annotators, undecided ones only."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.model.review import Difference, ReviewFilter
from annotator.ui.parts.choice import Choice
from annotator.ui.review.compare.words import CompareWords

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.model.label import Label
    from annotator.model.review import Cluster
    from annotator.ui.review.compare.people import Names

_PAIR: Final = "\n"
_SEVERAL: Final = "\n\n"
"""Stands for several classes or labels, as the overview's line chooses them."""


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
        self._filter = ReviewFilter()
        self._labels: Sequence[Label] = ()
        self._people: Sequence[str] = ()
        self._names: Names | None = None
        self.difference, self.label, self.pair = Choice(), Choice(), Choice()
        self.undecided = QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 2)
        column.setSpacing(6)
        acts = (self._choose_class, self._choose_label, self._choose_pair)
        for choice, act in zip((self.difference, self.label, self.pair), acts, strict=True):
            choice.setMinimumWidth(60)
            choice.activated.connect(act)
            column.addWidget(choice)
        self.undecided.clicked.connect(self.undecided_changed)
        column.addWidget(self.undecided)
        self.retranslate()

    @property
    def chosen(self) -> ReviewFilter:
        """What is chosen."""
        return self._filter

    @property
    def is_narrow(self) -> bool:
        """Whether fewer than all clusters may be shown."""
        return self._filter.is_narrow or self.undecided.isChecked()

    def set_chosen(self, chosen: ReviewFilter) -> None:
        """Show a filter that came from elsewhere; nothing is told."""
        self._filter = chosen
        self._refill()

    def clear(self) -> None:
        """Let everything through again."""
        now = self._filter
        self.set_chosen(replace(now, differences=frozenset(), labels=frozenset(), pair=None, open_only=True))
        if self.undecided.isChecked():
            self.undecided.setChecked(False)
            self.undecided_changed.emit()
        self.changed.emit(self._filter)

    def offer(self, labels: Sequence[Label], people: Sequence[str], names: Names) -> None:
        """Offer the labels and people of a document."""
        self._labels, self._people, self._names = labels, people, names
        self._refill()

    def _refill(self) -> None:
        words = CompareWords()
        kinds = [(kind.value, words.difference(kind)) for kind in Difference]
        _fill(
            self.difference, self.tr("Every class"), kinds, [kind.value for kind in self._filter.differences]
        )
        labels = [(label.uid, label.name) for label in self._labels]
        _fill(self.label, self.tr("Every label"), labels, self._filter.labels)
        _fill(self.pair, self.tr("All annotators"), self._pairs(), _joined(self._filter.pair))

    def _pairs(self) -> list[tuple[str, str]]:
        names = self._names
        if names is None:
            return []
        joined = self.tr("%1 against %2")
        people = names.in_order(self._people)
        return [
            (_PAIR.join(pair), joined.replace("%1", names.name(pair[0])).replace("%2", names.name(pair[1])))
            for pair in combinations(people, 2)
        ]

    def _choose_class(self) -> None:
        kind = self.difference.currentData()
        if kind != _SEVERAL:
            self._tell(replace(self._filter, differences=frozenset({Difference(kind)} if kind else ())))

    def _choose_label(self) -> None:
        label = self.label.currentData()
        if label != _SEVERAL:
            self._tell(replace(self._filter, labels=frozenset({label} if label else ())))

    def _choose_pair(self) -> None:
        first, _, second = (self.pair.currentData() or "").partition(_PAIR)
        self._tell(replace(self._filter, pair=(first, second) if second else None))

    def _tell(self, chosen: ReviewFilter) -> None:
        self.set_chosen(chosen)
        self.changed.emit(chosen)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.undecided.setText(self.tr("Undecided only"))
        self.difference.setAccessibleName(self.tr("Class"))
        self.label.setAccessibleName(self.tr("Label"))
        self.pair.setAccessibleName(self.tr("Pair of annotators"))
        self._refill()

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


def _joined(pair: tuple[str, str] | None) -> list[str]:
    return [] if pair is None else [_PAIR.join(pair)]


def _fill(choice: Choice, every: str, rows: Sequence[tuple[str, str]], chosen: Collection[str]) -> None:
    """Offer "all" and these, and what several of them are called when they are chosen; tell nothing."""
    choice.clear()
    choice.addItem(every, "")
    if len(chosen) > 1:
        choice.addItem(", ".join(words for value, words in rows if value in chosen), _SEVERAL)
    for value, words in rows:
        choice.addItem(words, value)
    current = _SEVERAL if len(chosen) > 1 else next(iter(chosen), "")
    choice.setCurrentIndex(max(0, choice.findData(current)))
