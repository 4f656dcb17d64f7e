"""The panel beside the agreement: what is chosen, and the places behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.document import Status
from annotator.model.figures import FoundSpan
from annotator.ui import fonts
from annotator.ui.density import density
from annotator.ui.figures.lines import PlaceList
from annotator.ui.i18n import number
from annotator.ui.keymap import key_of
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.agreement.report import Marked, PlacePair
    from annotator.model.label import Label
    from annotator.ui.review.agreement.sheets import Meant


class AgreementDetail(Surface):
    """What is chosen, its places, the way to Compare.

    Signals:
        place_wanted: the `PlacePair` to open in Compare.
    """

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._places: Sequence[PlacePair] = ()
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD, wraps=True)
        self._note = PlainLabel(ink="muted", wraps=True)
        self.places = PlaceList()
        self._holder = WholeRows(self.places)
        self._more = PlainLabel(size=12, ink="muted", wraps=True)
        self.open_button = Button(kind="primary")
        self.places.chosen.connect(self._go)
        self.open_button.clicked.connect(self.open_current)
        self.places.rows.modelReset.connect(self._fit)
        density().changed.connect(self._fit)
        self._lay_out()
        self.show_meant(None, "")
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 24, 24, 20)
        column.setSpacing(4)
        for label in (self._title, self._note, self._more):
            label.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addSpacing(8)
        column.addWidget(self._holder, 1000)
        column.addWidget(self._more)
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 0, 0)
        row.addWidget(self.open_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    # What others call

    def show_meant(self, meant: Meant | None, hint: str) -> None:
        """Show what a row or cell stands for, its places still to come; with none, the hint."""
        self._title.setText(meant.title if meant else "")
        self._title.setVisible(meant is not None)
        self._note.setText(meant.note if meant else hint)
        self._note.setVisible(bool(self._note.text()))
        self.show_places((), {}, {}, is_cut=False)

    def show_places(
        self,
        places: Sequence[PlacePair],
        names: Mapping[str, str],
        labels: Mapping[str, Label],
        *,
        is_cut: bool,
    ) -> None:
        """Show the places of what is chosen; `is_cut`: there are more."""
        self._places = places
        self.places.rows.set_places([self._line(each, names, labels) for each in places], labels)
        self._more.setVisible(is_cut)
        self._more.setText(self.tr("The first %1 places.").replace("%1", number(len(places))))
        self.open_button.setVisible(bool(places))

    @property
    def current(self) -> PlacePair | None:
        """The current place, the first one while none was chosen."""
        row = max(0, self.places.currentIndex().row())
        return self._places[row] if row < len(self._places) else None

    def open_current(self) -> None:
        """Want the current place opened."""
        if self.current is not None:
            self.place_wanted.emit(self.current)

    # Inside

    def _go(self, index: QModelIndex) -> None:
        if index.row() < len(self._places):
            self.place_wanted.emit(self._places[index.row()])

    def _line(self, place: PlacePair, names: Mapping[str, str], labels: Mapping[str, Label]) -> FoundSpan:
        marked = [each for each in (place.one, place.other) if each is not None]
        told = [
            f"{names.get(each.annotator, '')}: {self._as_marked(each, marked, labels)}" for each in marked
        ]
        if len(marked) == 1:
            told.append(self.tr("nobody else") if place.difference is not None else self.tr("a repeat"))
        widest = max(marked, key=lambda each: each.end - each.start)
        return FoundSpan(
            place.document,
            " · ".join(told),
            Status.NEW,
            place.start,
            max(each.end for each in marked),
            place.before,
            widest.words,
            place.after,
            widest.label,
        )

    @staticmethod
    def _as_marked(each: Marked, marked: Sequence[Marked], labels: Mapping[str, Label]) -> str:
        """The label, and the words where they are not the same for both."""
        label = labels.get(each.label)
        name = label.name if label is not None else ""
        same = len({(one.start, one.end) for one in marked}) == 1
        return name if same else f"“{' '.join(each.words.split())}”"

    def _fit(self) -> None:
        """Give the places no more room than they need: the button stands right below them."""
        self._holder.setMaximumHeight(self.places.needed if self._places else 0)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.open_button.setText(self.tr("Open in Compare"))
        self.open_button.set_key(key_of("review.take"))
        self.places.setAccessibleName(self.tr("Places"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
