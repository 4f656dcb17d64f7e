"""Beside the table of strings: who marked the current one as what, what can be given to all, its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.document import Status
from annotator.model.figures import FoundSpan
from annotator.ui import fonts
from annotator.ui.figures.lines import PlaceList
from annotator.ui.i18n import number
from annotator.ui.keymap import caps
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows
from annotator.ui.review.compare.key_grid import KeyDeed, KeyGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.model.label import Label
    from annotator.model.strings import StringPlace, StringRow


class StringPanel(Surface):
    """The current string."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._places: Sequence[StringPlace] = ()
        self._row: StringRow | None = None
        self.words = ElidedLabel(size=18, weight=fonts.SEMIBOLD)
        self.note = PlainLabel(ink="muted", wraps=True)
        self.deeds = KeyGrid()
        self._heading = SectionHeading()
        self.places = PlaceList()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 12, 12)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.note)
        column.addSpacing(12)
        column.addWidget(self.deeds)
        column.addSpacing(16)
        column.addWidget(self._heading)
        column.addWidget(WholeRows(self.places), 1)
        self.show_nothing()

    def place(self) -> StringPlace | None:
        """The current place; the first one until another was chosen."""
        at = max(0, self.places.currentIndex().row())
        return self._places[at] if at < len(self._places) else None

    def show_nothing(self) -> None:
        """No string is current."""
        self._row = None
        self.words.setText("")
        self.note.setText("")
        self.deeds.show_deeds([])
        self._heading.hide()
        self.show_places((), {})

    def show_string(
        self,
        row: StringRow,
        deeds: Sequence[tuple[Label, Callable[[], None]]],
        reject: Callable[[], None],
        names: Mapping[str, str],
        labels: Mapping[str, Label],
        *,
        may_decide: bool,
    ) -> None:
        """Show a string; its places come by `show_places`.

        Args:
            row: the string.
            deeds: labels, with what gives each to all open places; each shows its own key.
            reject: what rejects it everywhere.
            names: of people by uid; none while names are hidden.
            labels: by uid.
            may_decide: whether anything can be decided now.
        """
        if self._row is None or self._row.key != row.key:
            self.show_places((), {})
        self._row = row
        self.words.setText(row.words)
        self.note.setText(" ".join(self._told(row, names, labels)))
        found = [KeyDeed((), label.name, do, is_possible=may_decide, label=label) for label, do in deeds]
        none = KeyDeed(caps("review.reject"), self.tr("none of it"), reject, is_possible=may_decide)
        self.deeds.show_deeds([*found, none])

    def _told(self, row: StringRow, names: Mapping[str, str], labels: Mapping[str, Label]) -> list[str]:
        counts = ", ".join(
            f"{labels[uid].name} {number(count)}" for uid, count in row.labels if uid in labels
        )
        told = [f"{counts}."] if counts else []
        if names:
            people = ", ".join(f"{names.get(uid, uid)} {number(count)}" for uid, count in row.people)
            told.append(self.tr("Marked by: %1.").replace("%1", people))
        if row.at_odds:
            told.append(
                self.tr("At %n place(s) others marked more or fewer words: look there.", "", row.at_odds)
            )
        if row.waiting:
            told.append(self.tr("%n place(s) in documents that wait for somebody.", "", row.waiting))
        return told

    def show_places(self, places: Sequence[StringPlace], labels: Mapping[str, Label]) -> None:
        """Show where the string stands."""
        self._places = places
        self._heading.set_text(self.tr("Places"), number(len(places)))
        self._heading.setVisible(bool(places))
        self.places.rows.set_places([self._line(place) for place in places], labels)
        self.places.setAccessibleName(self.tr("Places of the string"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The page shows its row anew in another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._heading.set_text(self.tr("Places"), number(len(self._places)))
        super().changeEvent(event)

    def _line(self, place: StringPlace) -> FoundSpan:
        """The place as a list of places shows it; what somebody ruled on is done."""
        title = place.title
        if place.is_open and place.is_waiting:
            title = self.tr("waits · %1").replace("%1", title)
        return FoundSpan(
            place.document,
            title,
            Status.NEW if place.is_open else Status.DONE,
            place.start,
            place.end,
            place.before,
            place.words,
            place.after,
            place.labels[0],
            "",
            "",
        )
