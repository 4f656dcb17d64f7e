"""The work list of what is labelled unevenly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.model.consistency import Intended, Item, Kind
from annotator.model.plain_table import as_csv
from annotator.text.phrases import string_key
from annotator.ui.figures.cells import Column, Labels, Number, Row, Share, plain_table
from annotator.ui.figures.chosen import Chosen
from annotator.ui.figures.sheet import FigureSheet
from annotator.ui.i18n import number
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.figures import Scope
    from annotator.services.find.apart import Apart
    from annotator.services.library import Library

_ORDER = (Kind.BARE, Kind.LABELS, Kind.EDGES)
_INTENDED = 4
_LISTED = 5000
"""Rows that are shown at most: to build more would hold the window up."""


class ConsistencySheet(FigureSheet):
    """A row for each string that is labelled unevenly, or that somebody said is meant so.

    Signals:
        withdraw_wanted: uid of the record of what is no longer meant so.
    """

    withdraw_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Item] = []
        self._intended: Sequence[Intended] = ()
        self._is_searching = False
        self.which = Choice()
        self.which.addItems([""] * 5)
        self.which.currentIndexChanged.connect(lambda _: self.retranslate())
        self.withdraw = Button(kind="quiet", icon="undo-2")
        self.withdraw.clicked.connect(self._withdraw)
        self._name_choices()
        self.withdraw.hide()
        self.tools.addWidget(self.which)
        self.tools.addWidget(self.withdraw)
        self.tools.addStretch(1)

    def ask(self, library: Library | Apart, corpus: str, scope: Scope) -> tuple[list[Item], list[Intended]]:
        """What carries several labels or ends otherwise; what is bare comes later by `take_bare`."""
        return library.consistency.at_odds(corpus, scope), library.consistency.intended(corpus)

    def forget(self) -> None:
        """Another corpus comes."""
        super().forget()
        self._items, self._intended = [], ()

    def draw(self, value: tuple[list[Item], list[Intended]]) -> None:
        """Show what is uneven and not meant so."""
        bare = [item for item in self._items if item.kind is Kind.BARE]
        self._items = [*bare, *value[0]]
        self._intended = value[1]
        self._show()

    def take_bare(self, items: Sequence[Item], *, is_done: bool) -> None:
        """Take what is labelled here and bare there; it is looked for while the rest is shown."""
        self._items = [*items, *(item for item in self._items if item.kind is not Kind.BARE)]
        self._is_searching = not is_done
        if self._value is not None:
            self._show()

    def drop(self, item: Item) -> None:
        """Leave out what was dealt with, until all is looked through anew."""
        self._items = [each for each in self._items if each.uid != item.uid]
        self._show()

    def say_progress(self, done: int, total: int) -> None:
        """Say how far the search for bare places is."""
        self._is_searching = True
        if self._value is not None:
            words = self.tr("Looking for bare places: %1 of %2 documents…")
            self._note.setText(words.replace("%1", number(done)).replace("%2", number(total)))
            self._note.show()

    def _show(self) -> None:
        self._name_choices()
        items = sorted(self._open_items(), key=_most_first)
        places = sum(item.places for item in items)
        self.say(separated(self.tr("%n place(s) to look at", "", places), places), self._summary(items))
        if self.which.currentIndex() == _INTENDED:
            self._show_intended()
            return
        if len(items) > _LISTED:
            listed = self.tr("The first %1 are listed, all are saved.").replace("%1", number(_LISTED))
            self._note.setText(f"{self._note.text()} {listed}")
        self.table.set_rows(self._columns(), self._rows(self._of_kind(items)[:_LISTED]))
        self.table.set_name(self.tr("What is labelled unevenly"))
        self.withdraw.hide()
        self.pick_again()

    def as_csv(self) -> bytes:
        """All items of the chosen kind, not only those that are listed."""
        if self.which.currentIndex() == _INTENDED:
            return super().as_csv()
        items = self._of_kind(sorted(self._open_items(), key=_most_first))
        return as_csv([plain_table(self._columns(), self._rows(items))])

    def _of_kind(self, items: list[Item]) -> list[Item]:
        if not self.which.currentIndex():
            return items
        kind = _ORDER[self.which.currentIndex() - 1]
        return [item for item in items if item.kind is kind]

    def _rows(self, items: Sequence[Item]) -> list[Row]:
        labels = {each.label.uid: each.label for each in self.overview.labels} if self.overview else {}
        rows = []
        for item in items:
            named = Labels(tuple(labels[uid] for uid, _ in item.labels if uid in labels))
            cells = (
                item.words,
                named,
                self._why(item),
                self._met(item),
                Number.of(item.places, is_strong=True),
            )
            rows.append(Row(item, cells))
        return rows

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("String")),
            Column(self.tr("Label"), 148, is_growing=True),
            Column(self.tr("Why"), 150, is_optional=True),
            Column(self.tr("Labelled / met"), 176, is_optional=True),
            Column(self.tr("To look at"), 80, is_right=True),
        )

    def _open_items(self) -> list[Item]:
        """What is not meant so; the uid of an item is dear, so only of those whose words are like these."""
        known = {each.item for each in self._intended}
        words = "\n".join(string_key(each.words) for each in self._intended)
        return [item for item in self._items if item.key not in words or item.uid not in known]

    def _show_intended(self) -> None:
        self.table.set_rows(
            (Column(self.tr("String")), Column(self.tr("Reason"), 260), Column(self.tr("Who"), 120)),
            [Row(each, (each.words, each.reason or "–", each.who)) for each in self._intended],
        )
        self.withdraw.setVisible(bool(self._intended))
        self.pick_again()

    def _summary(self, items: Sequence[Item]) -> str:
        counts = {kind: sum(item.kind is kind for item in items) for kind in Kind}
        parts = [
            (Kind.BARE, self.tr("%n string(s) labelled here and bare there", "", counts[Kind.BARE])),
            (Kind.LABELS, self.tr("%n with several labels", "", counts[Kind.LABELS])),
            (Kind.EDGES, self.tr("%n with other edges", "", counts[Kind.EDGES])),
        ]
        said = [separated(words, counts[kind]) for kind, words in parts if counts[kind]]
        if said:
            begun = self.tr("Only documents that were begun are looked at.")
            return ", ".join(said) + ". " + begun
        if self._is_searching or self._value is None:
            return ""
        return self.tr("Everything is labelled evenly in the documents that were begun.")

    def _why(self, item: Item) -> str:
        return {
            Kind.BARE: self.tr("bare elsewhere"),
            Kind.LABELS: self.tr("several labels"),
            Kind.EDGES: self.tr("other edges"),
        }[item.kind]

    @staticmethod
    def _met(item: Item) -> Share | str:
        if item.kind is Kind.BARE:
            total = max(item.met, item.spans)
            return Share(item.spans, total, f"{number(item.spans)} / {number(total)}")
        part = item.spans - item.places
        return Share(part, item.spans, f"{number(part)} / {number(item.spans)}")

    def _name_choices(self) -> None:
        names = (
            self.tr("All kinds"),
            self.tr("Bare elsewhere"),
            self.tr("Several labels"),
            self.tr("Other edges"),
            self.tr("Meant so (%1)").replace("%1", number(len(self._intended))),
        )
        for place, name in enumerate(names):
            self.which.setItemText(place, name)
        self.which.setAccessibleName(self.tr("Which kinds"))
        self.withdraw.setText(self.tr("No longer meant so"))

    def _withdraw(self) -> None:
        row = self.table.row()
        if row is not None and isinstance(row.key, Intended):
            self.withdraw_wanted.emit(row.key.uid)

    def chosen(self, row: Row) -> Chosen | None:
        """The places of an item."""
        item = row.key
        if not isinstance(item, Item):
            return Chosen(str(row.cells[0]), str(row.cells[1]))
        return Chosen(" ".join(item.words.split()), self._explain(item), item=item)

    def _explain(self, item: Item) -> str:
        if item.kind is Kind.EDGES:
            return " · ".join(f"{words} ({number(spans)})" for words, spans in item.variants[:4])
        if item.kind is Kind.BARE:
            return separated(self.tr("Bare at %n place(s).", "", item.places), item.places)
        return self.tr("The most frequent label is suggested.")


def _most_first(item: Item) -> tuple[int, str]:
    return -item.places, item.key
