"""My feedback: the places where gold differs from what one labelled, why, and how one does over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.outcome import Touched
from annotator.ui import fonts
from annotator.ui.figures.cells import Column, Labels, Row
from annotator.ui.figures.table import FigureTable
from annotator.ui.find.latest import Latest
from annotator.ui.keymap import caps
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.compare.people import Names
from annotator.ui.review.feedback.panel import FeedbackPanel
from annotator.ui.review.feedback.words import FeedbackWords
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.side import fit_panel
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from annotator.agreement.feedback import FeedbackPlace, FeedbackReport
    from annotator.model.document import Annotator
    from annotator.model.outcome import Outcome
    from annotator.model.span import Span
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.review.shared import Shared

_TOLD: Final = (
    Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.PEOPLE | Touched.WHOLESALE | Touched.REVIEW
)
_LISTED: Final = 5000
_Read = tuple["FeedbackReport", "Sequence[Annotator]", str]


class FeedbackPage(ReviewPage):
    """A table of places, and beside it the current one with the reason."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self._corpus: str | None = None
        self._person = self._self = ""
        self._report: FeedbackReport | None = None
        self._people: dict[str, Annotator] = {}
        self._names = Names("", ())
        self.answer = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self.note = PlainLabel(ink="muted", wraps=True)
        self.whose = Choice()
        self.table, self.panel = FigureTable(), FeedbackPanel()
        self._latest = Latest(shared.desk, self)
        self.whose.hide()
        self._lay_out()
        self.whose.activated.connect(self._choose)
        self.table.current.connect(lambda _: self._follow_row())
        shared.names_changed.connect(self._name_people)
        self.table.opened.connect(lambda _: self._open())
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.answer)
        words.addWidget(self.note)
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 32, 20)
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.whose, 0, Qt.AlignmentFlag.AlignTop)
        table = QVBoxLayout()
        table.setContentsMargins(16, 0, 16, 12)
        table.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addLayout(table, 1000)
        left.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)

    # What the frame calls

    @property
    def first_focus(self) -> QWidget:
        """The rows; without any whose work it is, if there is a choice."""
        if self._report is None:
            return self
        if self._report.places:
            return self.table.view
        return self if self.whose.isHidden() else self.whose

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:  # noqa: ARG002  (only reads)
        """Show a corpus as it is now."""
        if uid != self._corpus:
            self._corpus, self._report, self._person = uid, None, ""
        self._load()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & _TOLD:
            self._load()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Next and previous place, open it in Compare."""
        if self.place is None:
            return {}
        return {
            "review.next": lambda: self._go(1),
            "review.previous": lambda: self._go(-1),
            "review.take": self._open,
        }

    def hints(self) -> list[Hint]:
        """Go on, open."""
        if self.place is None:
            return []
        next_caps = (*caps("review.next"), *caps("review.previous"))
        return [Hint(next_caps, self.tr("place")), Hint(caps("review.take"), self.tr("open"))]

    def where(self) -> str:
        """Which place is current."""
        if self.place is None:
            return ""
        here = self.table.view.currentIndex().row() + 1
        return FeedbackWords().where(here, self.table.model.length())

    @property
    def place(self) -> FeedbackPlace | None:
        """The current place."""
        row = self.table.row()
        if row is None or self._report is None or not isinstance(row.key, int):
            return None
        return self._report.places[row.key]

    # Reading

    def _load(self) -> None:
        corpus, person = self._corpus, self._person
        if corpus is None:
            return

        def read(library: Library, progress: Progress) -> _Read:
            people = library.review.overview(corpus).people
            own = library.self_annotator.uid
            uids = [each.uid for each in people]
            wanted = person or (own if own in uids or not uids else uids[0])
            return library.feedback.of(corpus, wanted, lambda: progress(0, 0)), people, own

        self._latest.ask(read, self._take, self.shared.failed.emit)

    def _take(self, read: _Read) -> None:
        self._report, people, self._self = read
        self._people = {person.uid: person for person in (*people, self._report.annotator)}
        was_here = self.has_focus_within
        self.whose.setVisible(len(self._people) > 1)
        self._name_people()
        self.settle_focus(was_here=was_here)

    def _name_people(self) -> None:
        """Call people by their names, or where these are hidden by the letters of Agreement."""
        people, is_blind = list(self._people.values()), not self.shared.names_shown
        self._names = Names(self._corpus or "", people, blind=is_blind)
        self.whose.clear()
        for uid in self._names.in_order(self._people):
            self.whose.addItem(self._names.name(uid), uid)
        if self._report is not None:
            self.whose.setCurrentIndex(self.whose.findData(self._report.annotator.uid))
        self._show()

    def _choose(self, _place: int) -> None:
        self._person = str(self.whose.currentData())
        self._load()
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _show(self) -> None:
        report = self._report
        if report is None:
            self.answer.setText(self.tr("Reading…"))
            self.note.setText("")
            for widget in (self.table, self.panel):
                widget.hide()
            return
        words = FeedbackWords(self._whose)
        self.answer.setText(words.head(report))
        self.note.setText(words.note(report))
        rows = [self._row(number, place) for number, place in enumerate(report.places[:_LISTED])]
        self.table.set_rows(self._columns(), rows)
        for widget in (self.table, self.panel):
            widget.setVisible(bool(rows))
        if self.table.row() is None and rows:
            self.table.view.go_to(0)
        self._follow_row()

    @property
    def _whose(self) -> str:
        """What the person is called whose work it is, "" for whoever is at the desk."""
        person = None if self._report is None else self._report.annotator
        return "" if person is None or person.uid == self._self else self._names.of(person)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Words")),
            Column(self.tr("What"), 140),
            Column(FeedbackWords(self._whose).own, 112),
            Column(self.tr("Gold"), 112),
            Column(self.tr("Document"), 160, is_optional=True),
        )

    def _row(self, number: int, place: FeedbackPlace) -> Row:
        cells = (
            place.words,
            FeedbackWords().what(place),
            self._label(place.own),
            self._label(place.gold),
            place.title,
        )
        return Row(number, cells)

    def _label(self, span: Span | None) -> Labels | str:
        labels = {} if self._report is None else self._report.labels
        return Labels((labels[span.label],)) if span is not None and span.label in labels else "–"

    def _follow_row(self) -> None:
        labels = {} if self._report is None else self._report.labels
        self.panel.show_place(self.place, labels, self._names.of, self._whose)
        self._tell_acts()

    def _tell_acts(self) -> None:
        """Say that other acts are answered; while the page is made nobody may ask it."""
        if self.isVisible():
            self.shared.acts_changed.emit()

    # Doing

    def _go(self, step: int) -> None:
        length = self.table.model.length()
        self.table.view.go_to((self.table.view.currentIndex().row() + step) % length)

    def _open(self) -> None:
        place = self.place
        if place is not None:
            cluster = place.decision.cluster if place.decision is not None else ""
            self.shared.document_wanted.emit(place.document, cluster)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the table have what the panel does not need."""
        super().resizeEvent(event)
        fit_panel(self.panel, self.width())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Want no answer while nobody looks."""
        self._latest.stop()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.whose.setAccessibleName(self.tr("Whose work"))
        self.table.set_name(self.tr("Places where gold differs"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
