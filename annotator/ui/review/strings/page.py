"""Strings: each distinct string that people marked, and one ruling for all its places."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.outcome import Touched
from annotator.text.fold import fold
from annotator.ui import fonts
from annotator.ui.figures.cells import Column, Labels, Number, Row
from annotator.ui.figures.table import FigureTable
from annotator.ui.find.latest import Latest
from annotator.ui.keymap import caps, key_of
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.search_field import SearchField
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.side import fit_panel
from annotator.ui.review.strings.offered import Offered, offered
from annotator.ui.review.strings.panel import StringPanel
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from annotator.model.label import Label
    from annotator.model.outcome import Outcome
    from annotator.model.rulings import Decided
    from annotator.model.strings import StringPlace, StringRow
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.review.shared import Shared

_COMPARED: Final = (
    Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.PEOPLE | Touched.WHOLESALE | Touched.REVIEW
)
_OPEN: Final = 0
_LISTED: Final = 5000
"""Rows that are shown at most: to build more would hold the window up."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read: strings, labels in order, names of people by uid."""

    rows: Sequence[StringRow] = ()
    labels: Mapping[str, Label] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


class StringsPage(ReviewPage):
    """A table of strings, and beside it the labels and places of the current one."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self._corpus: str | None = None
        self._read, self._by_key = _Read(), dict[str, "StringRow"]()
        self._is_writable = self._is_reading = self._is_naming = False
        self.answer = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self.note = PlainLabel(ink="muted", wraps=True)
        self.search, self.which = SearchField(), Choice()
        self.which.addItems([""] * 2)
        self.table, self.panel = FigureTable(), StringPanel()
        self._rows, self._places = Latest(shared.desk, self), Latest(shared.desk, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(360)
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 12, 0, 8)
        tools.setSpacing(12)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.which)
        tools.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(32, 24, 32, 0)
        head.setSpacing(4)
        head.addWidget(self.answer)
        head.addWidget(self.note)
        head.addLayout(tools)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        table = QVBoxLayout()
        table.setContentsMargins(16, 0, 16, 12)
        table.addWidget(self.table)
        left.addLayout(table, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._show())
        self.search.returnPressed.connect(self._to_table)
        self.which.activated.connect(lambda _: self._show())
        self.table.current.connect(lambda _: self._follow_row())
        self.table.opened.connect(lambda _: self._open())
        self.panel.places.chosen.connect(lambda _: self._open())
        self.shared.names_changed.connect(self._follow_row)

    # What the frame calls

    @property
    def first_focus(self) -> QWidget:
        """The rows."""
        return self.table.view

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:
        """Show a corpus as it is now."""
        if uid != self._corpus:
            self._corpus, self._read = uid, _Read()
        self._is_writable = is_writable
        self._load()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & _COMPARED:
            self._load()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Labels by their own figures, reject, next and previous open string, open a place, filter."""
        found: dict[str, Callable[[], None]] = {"review.filter": self._to_search}
        row = self.row
        figures = self.offered.figures if self._may_decide else {}
        by_figure = {figure: partial(self._decide, label.uid) for figure, label in figures.items()}
        if row is None or self._is_naming:
            return by_figure if self._is_naming else found
        found["review.next"] = partial(self._go, 1)
        found["review.previous"] = partial(self._go, -1)
        if self.panel.place() is not None:
            found["review.take"] = self._open
        if self._may_decide:
            found |= by_figure
            found["review.reject"] = partial(self._decide, None)
            if self.offered.letters:
                found["review.relabel"] = partial(self._name, by_letter=True)
        return found

    def hints(self) -> list[Hint]:
        """Give a label to all, reject all, go on."""
        row = self.row
        if row is None:
            return []
        hints = [Hint(caps("review.next"), self.tr("next")), Hint(caps("review.take"), self.tr("open"))]
        if self._is_naming:
            return [Hint(("Esc",), self.tr("leave it"))]
        if self._may_decide:
            given, letters = self.offered, caps("review.relabel") if self.offered.letters else ()
            own = [
                Hint((*tuple(given.figures)[:3], *letters), self.tr("label for all")),
                Hint(caps("review.reject"), self.tr("none")),
            ]
            return [*own, *hints]
        return hints

    def where(self) -> str:
        """The current string and how many places of it are open."""
        row = self.row
        if row is None:
            return ""
        return f"“{row.words}” · " + self.tr("%n place(s) open", "", row.open)

    @property
    def row(self) -> StringRow | None:
        """The current string."""
        row = self.table.row()
        return None if row is None else self._by_key.get(str(row.key))

    @property
    def offered(self) -> Offered:
        """The labels that keys give to the current string."""
        return Offered() if self.row is None else offered(self.row, self._read.labels)

    @property
    def _may_decide(self) -> bool:
        row = self.row
        return self._is_writable and row is not None and row.open > 0

    # Reading

    def _load(self) -> None:
        corpus, people = self._corpus, self.shared.chosen.annotators
        if corpus is None:
            self._take(_Read())
            return
        self._is_reading = True
        self._say()

        def read(library: Library, progress: Progress) -> _Read:
            rows = library.string_review.rows(corpus, people, lambda: progress(0, 0))
            listed = library.labels.list(corpus)
            labels = {each.label.uid: each.label for each in listed}
            names = {person.uid: person.name for person in library.review.overview(corpus).people}
            return _Read(rows, labels, names)

        self._rows.ask(read, self._take, self.shared.failed.emit)

    def _take(self, read: _Read) -> None:
        self._read, self._is_reading = read, False
        self._by_key = {row.key: row for row in read.rows}
        self._show()

    # Showing

    def _show(self) -> None:
        rows = self._listed()
        self.table.set_rows(self._columns(), [self._cells(row) for row in rows])
        if self.table.row() is None and rows:
            self.table.view.go_to(0)
        self._say()
        self._follow_row()

    def _listed(self) -> list[StringRow]:
        sought = fold(self.search.text().strip())
        is_all = self.which.currentIndex() != _OPEN
        return [
            row
            for row in self._read.rows
            if (is_all or row.open or row.at_odds) and (not sought or sought in fold(row.words))
        ][:_LISTED]

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("String")),
            Column(self.tr("Labels"), 190, is_growing=True),
            Column(self.tr("People"), 64, is_right=True, is_optional=True),
            Column(self.tr("Places"), 64, is_right=True, is_optional=True),
            Column(self.tr("Differ"), 64, is_right=True),
            Column(self.tr("Open"), 64, is_right=True),
        )

    def _cells(self, row: StringRow) -> Row:
        labels = tuple(self._read.labels[uid] for uid, _ in row.labels if uid in self._read.labels)
        cells = (
            row.words,
            Labels(labels),
            Number.of(len(row.people)),
            Number.of(row.places),
            Number.of(row.differing),
            Number.of(row.open, is_strong=row.open > 0),
        )
        return Row(row.key, cells)

    def _say(self) -> None:
        rows = self._read.rows
        if self._is_reading and not rows:
            self.answer.setText(self.tr("Reading…"))
            self.note.setText("")
            return
        alone = sum(row.at_odds > 0 and not row.open for row in rows)
        several = sum(len(row.labels) > 1 and row.open > 0 for row in rows)
        self.answer.setText(self.tr("%n string(s) with open places", "", sum(row.open > 0 for row in rows)))
        told = [self.tr("%n with several labels.", "", several)] if several else []
        if alone:
            told.append(self.tr("%n other(s) differ(s) in the edges alone: to be looked at.", "", alone))
        if rows:
            told.append(self.tr("One key gives a label to all open places of a string."))
        else:
            told.append(self.tr("Nothing that two people looked at is marked yet."))
        if waiting := sum(row.waiting for row in rows):
            told.append(self.tr("Left out: %n place(s) in documents that wait for somebody.", "", waiting))
        self.note.setText(" ".join(told))

    def _follow_row(self) -> None:
        row = self.row
        self._is_naming = False
        if row is None:
            self.panel.show_nothing()
            self._places.stop()
        else:
            names = self._read.names if self.shared.names_shown else {}
            deeds = [(label, partial(self._decide, label.uid)) for label in self.offered.all]
            self.panel.show_string(
                row, deeds, partial(self._decide, None), names, self._read.labels, may_decide=self._may_decide
            )
            self._ask_places(row)
        self._tell_acts()

    def _ask_places(self, row: StringRow) -> None:
        corpus, people = self._corpus, self.shared.chosen.annotators
        if corpus is None or not self.isVisible():  # it is asked when the page comes to the front
            return

        def read(library: Library, _progress: Progress) -> list[StringPlace]:
            return library.string_review.places(corpus, row.key, people, row.forms)

        def arrived(places: list[StringPlace]) -> None:
            self.panel.show_places(places, self._read.labels)
            self._tell_acts()

        self._places.ask(read, arrived, self.shared.failed.emit)

    def _tell_acts(self) -> None:
        """Say that other acts are answered; while the page is made nobody may ask it."""
        if self.isVisible():
            self.shared.acts_changed.emit()

    # Doing

    def _go(self, step: int) -> None:
        rows = self.table.model.rows()
        here = self.table.view.currentIndex().row()
        order = [(here + step * ahead) % len(rows) for ahead in range(1, len(rows) + 1)]
        found = next((place for place in order if self._by_key[str(rows[place].key)].open), None)
        if found is not None:
            self.table.view.go_to(found)

    def _open(self) -> None:
        place = self.panel.place()
        if place is not None:
            self.shared.document_wanted.emit(place.document, place.cluster)

    def _decide(self, label: str | None) -> None:
        row, corpus, people = self.row, self._corpus, self.shared.chosen.annotators
        if row is None or corpus is None or not self._may_decide:
            return
        words = row.words

        def decided(outcome: Outcome[Decided]) -> None:
            told = self.tr(
                "%n place(s) decided. One step: Ctrl+Z takes all of it back.", "", outcome.value.clusters
            )
            self.shared.said.emit(f"“{words}”: {told}")

        self.shared.desk.write(
            lambda library: library.string_review.decide_for_all(
                corpus, row.key, label, people, forms=row.forms
            ),
            decided,
            self.shared.failed.emit,
        )

    def _name(self, *, by_letter: bool) -> None:
        """Have the next key name a label, whose letter is an act otherwise; or no longer."""
        self._is_naming = by_letter
        self._tell_acts()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.select_from_end()

    def _to_table(self) -> None:
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Keep the key of a label from whoever else would take it while it names one."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride and self._is_naming
        if is_asked and isinstance(event, QKeyEvent) and self.offered.typed(event.text()) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape goes from the field to the rows, and ends the naming; then labels by their letters."""
        label = self.offered.typed(event.text()) if self._is_naming else None
        if label is not None:
            self._name(by_letter=False)
            self._decide(label.uid)
        elif event.key() == Qt.Key.Key_Escape and self._is_naming:
            self._name(by_letter=False)
        elif event.key() == Qt.Key.Key_Escape and self.focusWidget() is self.search:
            self._to_table()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the table have what the panel does not need."""
        super().resizeEvent(event)
        fit_panel(self.panel, self.width())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Want no answers while nobody looks."""
        self._rows.stop()
        self._places.stop()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.search.set_placeholder(self.tr("Find a string"))
        self.search.set_key(key_of("review.filter"))
        self.which.setItemText(0, self.tr("Open ones"))
        self.which.setItemText(1, self.tr("All strings"))
        self.which.setAccessibleName(self.tr("Which strings"))
        self.table.set_name(self.tr("Strings that people marked"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
