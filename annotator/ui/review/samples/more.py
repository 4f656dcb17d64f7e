"""What hardly anybody changes of a sample: its labels, its seed, and how many errors are too many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.agreement.sampled import SampleWish
from annotator.ui.parts.number_field import NumberField
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.tick_choice import TickChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label

HEIGHT: Final = 32
"""Px of every field and button of the form."""
_USUAL: Final = SampleWish("")
_SEEDS: Final = 999_999
_WIDTH: Final = 96


class MoreFields(QWidget):
    """Labels, error rates in per cent, seed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = TickChoice(none_is_all=True)
        self.good, self.bad = NumberField(0, 98), NumberField(1, 99)
        self.seed = NumberField(0, _SEEDS)
        self.good.valueChanged.connect(lambda share: self.bad.setMinimum(share + 1))
        self.good.setValue(round(100 * _USUAL.good))
        self.bad.setValue(round(100 * _USUAL.bad))
        self.seed.setValue(_USUAL.seed)
        self._fields = (self.labels, self.good, self.bad, self.seed)
        self._words = [PlainLabel(ink="text2") for _ in self._fields]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(12)
        for place, field in enumerate(self._fields):
            field.setFixedHeight(HEIGHT)
            field.setMinimumWidth(_WIDTH)
            grid.addWidget(self._words[place], 0, place)
            grid.addWidget(field, 1, place)
        grid.setColumnStretch(len(self._fields), 1)
        self.retranslate()

    def offer(self, labels: Sequence[Label]) -> None:
        """The labels of which spans can be drawn."""
        self.labels.offer((label.uid, label.name) for label in labels)

    def filled(self, wish: SampleWish) -> SampleWish:
        """The wish with what was chosen here."""
        return replace(
            wish,
            seed=self.seed.value(),
            labels=self.labels.values(),
            good=self.good.value() / 100,
            bad=self.bad.value() / 100,
        )

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.labels.say(self.tr("All labels"))
        names = (
            self.tr("Labels"),
            self.tr("Accepted at"),
            self.tr("Refused at"),
            self.tr("Seed of the draw"),
        )
        for label, field, words in zip(self._words, self._fields, names, strict=True):
            label.setText(words)
            field.setAccessibleName(words)
        for field in (self.good, self.bad):
            field.setSuffix(self.tr(" % errors"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
