"""The line that narrows the overview: class, label, pair, what is to decide, words of the title."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from annotator.model.review import Difference, ReviewFilter
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.search_field import SearchField
from annotator.ui.parts.tick_choice import TickChoice
from annotator.ui.review.compare.words import CompareWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.model.document import Annotator
    from annotator.model.label import Label

_PAUSE: Final = 150
_PAIR: Final = "\n"
_WIDEST: Final = 220
_ON: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FilterLine(QWidget):
    """Chosen once, it holds for Compare too; only the words of the title are the overview's own.

    Signals:
        chosen: another `ReviewFilter`.
        narrowed: other words are searched, or what has nothing to decide is shown or not.
        left: Escape was pressed, or the cross: the line is to go.
        entered: Enter or Down in the search field: on to the rows.
    """

    chosen = Signal(object)
    narrowed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = ReviewFilter()
        self._people: Sequence[tuple[str, str]] = ()
        self.search = SearchField()
        self.classes = TickChoice(none_is_all=True)
        self.labels = TickChoice(none_is_all=True)
        self.pair = Choice()
        self.open_only = QCheckBox()
        self.close_button = IconButton("x")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 28, 12)
        row.setSpacing(8)
        self.search.setMinimumWidth(110)
        row.addWidget(self.search, 1)
        for box in (self.classes, self.labels, self.pair):
            box.setMinimumWidth(72)
            box.setMaximumWidth(_WIDEST)
            row.addWidget(box)
        row.addSpacing(8)
        row.addWidget(self.open_only)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.classes.ticked.connect(self._choose)
        self.labels.ticked.connect(self._choose)
        self.pair.activated.connect(self._choose)
        self.open_only.toggled.connect(self.narrowed)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.narrowed)
        self.close_button.clicked.connect(self.left)

    @property
    def words(self) -> str:
        """What is searched in titles."""
        return self.search.text()

    @property
    def is_narrow(self) -> bool:
        """Whether fewer than all documents or differences may be shown."""
        return self._filter.is_narrow or bool(self.words.strip()) or self.open_only.isChecked()

    def offer(self, labels: Sequence[Label], people: Sequence[Annotator]) -> None:
        """Offer these labels and pairs of these people."""
        self.labels.offer((label.uid, label.name) for label in labels)
        self._people = [(person.uid, person.name) for person in people]
        self._offer_pairs()

    def show_filter(self, chosen: ReviewFilter) -> None:
        """Show what was chosen elsewhere; nothing is told."""
        self._filter = chosen
        self.classes.choose([kind.value for kind in chosen.differences])
        self.labels.choose(list(chosen.labels))
        self._offer_pairs()

    def clear(self) -> None:
        """Narrow nothing any more."""
        self.search.clear()
        self._pause.stop()
        self.open_only.setChecked(False)
        self.show_filter(replace(self._filter, differences=frozenset(), labels=frozenset(), pair=None))
        self.chosen.emit(self._filter)
        self.narrowed.emit()

    def _choose(self) -> None:
        pair = (self.pair.currentData() or "").split(_PAIR)
        self._filter = replace(
            self._filter,
            differences=frozenset(map(Difference, self.classes.values())),
            labels=frozenset(self.labels.values()),
            pair=(pair[0], pair[1]) if len(pair) == 2 else None,
        )
        self.chosen.emit(self._filter)

    def _offer_pairs(self) -> None:
        joined = self.tr("%1 against %2")
        self.pair.clear()
        self.pair.addItem(self.tr("All people"), "")
        for first, second in combinations(self._people, 2):
            words = joined.replace("%1", first[1]).replace("%2", second[1])
            self.pair.addItem(words, _PAIR.join((first[0], second[0])))
        self.pair.setCurrentIndex(max(0, self.pair.findData(_PAIR.join(self._filter.pair or ()))))
        self.pair.setVisible(len(self._people) > 2)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        words = CompareWords()
        kinds = [kind for kind in Difference if kind is not Difference.AGREE]
        self.classes.offer((kind.value, words.difference(kind)) for kind in kinds)
        self.classes.say(self.tr("All classes"))
        self.labels.say(self.tr("All labels"))
        self.search.set_placeholder(self.tr("Search the titles"))
        self.open_only.setText(self.tr("Only to decide"))
        self.classes.setAccessibleName(self.tr("Class of difference"))
        self.labels.setAccessibleName(self.tr("Label"))
        self.pair.setAccessibleName(self.tr("Pair of people"))
        self.close_button.set_name(self.tr("Show everything again"), "Esc")
        self._offer_pairs()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ON and self.search.hasFocus():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
