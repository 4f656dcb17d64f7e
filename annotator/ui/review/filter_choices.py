"""What narrows a review, as three boxes: classes of differences, labels, one pair of people.

The overview shows them in a line, Compare beside the text; what is chosen in one holds in the other.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from annotator.model.review import Difference, ReviewFilter
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.tick_choice import TickChoice
from annotator.ui.review.compare.words import CompareWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label

_PAIR: Final = "\n"


class FilterChoices(QObject):
    """Holds the filter and the boxes that show it; who lays them out owns them.

    Signals:
        changed: another `ReviewFilter`.
    """

    changed = Signal(object)

    def __init__(self, kinds: Sequence[Difference], parent: QObject) -> None:
        """Make the boxes; these classes can be chosen."""
        super().__init__(parent)
        self._kinds = kinds
        self._filter = ReviewFilter()
        self._people: Sequence[tuple[str, str]] = ()
        self.classes = TickChoice(none_is_all=True)
        self.labels = TickChoice(none_is_all=True)
        self.pair = Choice()
        self.classes.ticked.connect(self._choose)
        self.labels.ticked.connect(self._choose)
        self.pair.activated.connect(self._choose)

    @property
    def boxes(self) -> tuple[Choice, Choice, Choice]:
        """The boxes, in the order in which they are read."""
        return self.classes, self.labels, self.pair

    @property
    def chosen(self) -> ReviewFilter:
        """What is chosen."""
        return self._filter

    def offer(self, labels: Sequence[Label], people: Sequence[tuple[str, str]]) -> None:
        """Offer these labels and the pairs of these people, each with uid and name."""
        self.labels.offer((label.uid, label.name) for label in labels)
        self._people = people
        self._offer_pairs()

    def show_filter(self, chosen: ReviewFilter) -> None:
        """Show what was chosen elsewhere; nothing is told."""
        self._filter = chosen
        self.classes.choose([kind.value for kind in chosen.differences])
        self.labels.choose(list(chosen.labels))
        self._offer_pairs()

    def clear(self) -> None:
        """Narrow nothing by them any more."""
        self.show_filter(replace(self._filter, differences=frozenset(), labels=frozenset(), pair=None))
        self.changed.emit(self._filter)

    def _choose(self) -> None:
        first, _, second = (self.pair.currentData() or "").partition(_PAIR)
        self._filter = replace(
            self._filter,
            differences=frozenset(map(Difference, self.classes.values())),
            labels=frozenset(self.labels.values()),
            pair=(first, second) if second else None,
        )
        self.changed.emit(self._filter)

    def _offer_pairs(self) -> None:
        joined = self.tr("%1 against %2")
        self.pair.clear()
        self.pair.addItem(self.tr("All people"), "")
        for first, second in combinations(self._people, 2):
            words = joined.replace("%1", first[1]).replace("%2", second[1])
            self.pair.addItem(words, _PAIR.join((first[0], second[0])))
        self.pair.setCurrentIndex(max(0, self.pair.findData(_PAIR.join(self._filter.pair or ()))))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        words = CompareWords()
        self.classes.offer((kind.value, words.difference(kind)) for kind in self._kinds)
        self.classes.say(self.tr("All classes"))
        self.labels.say(self.tr("All labels"))
        self.classes.setAccessibleName(self.tr("Class of difference"))
        self.labels.setAccessibleName(self.tr("Label"))
        self.pair.setAccessibleName(self.tr("Pair of people"))
        self._offer_pairs()
