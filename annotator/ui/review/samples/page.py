"""Samples: a part of one person's work is judged span by span, until it is clear whether the work is good."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from annotator.agreement.sampled import Fault
from annotator.model.outcome import Touched
from annotator.ui import fonts
from annotator.ui.figures.cells import Column, Labels, Number, Row
from annotator.ui.figures.table import FigureTable
from annotator.ui.find.latest import Latest
from annotator.ui.keymap import caps
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.compare.people import Names
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.samples.form import SampleForm
from annotator.ui.review.samples.judging import JudgingPanel
from annotator.ui.review.samples.missing import MissingTable
from annotator.ui.review.samples.words import SampleWords, rate_words
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QHideEvent

    from annotator.agreement.sampled import Judgement, Sample, SampleReport, SampleWish
    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.review.shared import Shared

FAULTS: Final = (Fault.NONE, Fault.LABEL, Fault.BOUNDARY, Fault.EXTRA)
"""What the figures 1 to 4 say."""
_KEYS: Final = 9
_TOLD: Final = Touched.LABELS | Touched.PEOPLE | Touched.REVIEW | Touched.WHOLESALE


@dataclass(frozen=True, slots=True)
class _Read:
    people: Sequence[Annotator] = ()
    samples: Sequence[Sample] = ()
    report: SampleReport | None = None
    labels: Mapping[str, Label] = field(default_factory=dict)


class SamplesPage(ReviewPage):
    """The samples of a corpus: one is judged here, and says by label how many errors there are."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self._corpus: str | None = None
        self._read, self._wanted, self._place = _Read(), "", 0
        self._is_writable = self._is_read = self._is_drawing = False
        self.answer = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self.note = PlainLabel(ink="muted", wraps=True)
        self.which, self.new_button = Choice(), Button()
        self.form = SampleForm()
        self._names = Names("", ())
        self.table, self.documents, self.panel = FigureTable(), MissingTable(), JudgingPanel()
        self._latest, self._around = Latest(shared.desk, self), Latest(shared.desk, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.answer)
        words.addWidget(self.note)
        words.addWidget(self.form)
        head = QHBoxLayout()
        head.setContentsMargins(32, 24, 32, 20)
        head.setSpacing(12)
        head.addLayout(words, 1)
        for widget in (self.which, self.new_button):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        table = QVBoxLayout()
        table.setContentsMargins(16, 0, 16, 12)
        table.setSpacing(16)
        table.addWidget(self.table, 1)
        table.addWidget(self.documents, 1)
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

        self.setTabOrder(self, self.documents.table.view)
        self.setTabOrder(self.documents.table.view, self.table.view)

    def _connect(self) -> None:
        self.which.activated.connect(self._choose)
        self.shared.names_changed.connect(self._renamed)
        self.new_button.clicked.connect(self._to_form)
        self.form.wanted.connect(self._draw)
        self.form.left.connect(self._leave_form)
        self.documents.came.connect(self._tell_acts, Qt.ConnectionType.QueuedConnection)
        self.documents.came.connect(self._show_deeds, Qt.ConnectionType.QueuedConnection)

    # What the frame calls

    @property
    def first_focus(self) -> QWidget:
        """The page itself: figures judge; without a sample the form."""
        return self.form.whose if self._is_read and self._read.report is None else self

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:
        """Show a corpus as it is now."""
        if uid != self._corpus:
            self._corpus, self._read, self._wanted, self._place = uid, _Read(), "", 0
            self._is_read = self._is_drawing = False
        self._is_writable = is_writable
        self._load()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & _TOLD:
            self._load()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Judge by figures, take back, go on and back, open the document."""
        report = self._read.report
        if report is None or not self.form.isHidden():
            return {}  # a form wants its letters and figures
        found: dict[str, Callable[[], None]] = {
            "review.next": partial(self._go, 1),
            "review.previous": partial(self._go, -1),
            "review.take": self._open,
        }
        if self.documents.is_current:
            del found["review.next"], found["review.previous"]
            return {**found, **self._counting()} if self._is_writable else found
        if self._is_writable:
            for figure, fault in enumerate(FAULTS, 1):
                found[str(figure)] = partial(self._judge, fault)
            if self._place in report.sample.judgements:
                found["review.take_back"] = self._forget
        return found

    def hints(self) -> list[Hint]:
        """Judge, go on, open."""
        if not self.handlers():
            return []
        if self.documents.is_current:
            figures = f"1–{min(_KEYS, len(self._read.labels))}"
            return [
                Hint((figures,), self.tr("one more missing")),
                Hint(caps("review.reject"), self.tr("none missing")),
                Hint(caps("review.take"), self.tr("open")),
            ]
        return [
            Hint(("1–4",), self.tr("judge")),
            Hint(caps("review.next"), self.tr("next")),
            Hint(caps("review.take"), self.tr("open")),
        ]

    def where(self) -> str:
        """Whose work is judged."""
        report = self._read.report
        if report is None:
            return ""
        return f"{self._named(report.sample)} · {self._names.of(report.sample.annotator)}"

    # Reading

    def _load(self) -> None:
        corpus, wanted = self._corpus, self._wanted
        if corpus is None:
            return

        def read(library: Library, _progress: Progress) -> _Read:
            people = library.review.overview(corpus).people
            samples = library.accepting.of(corpus)
            chosen = next((each for each in samples if each.uid == wanted), samples[-1] if samples else None)
            report = None if chosen is None else library.accepting.report(chosen.uid)
            labels = {each.label.uid: each.label for each in library.labels.list(corpus)}
            return _Read(people, samples, report, labels)

        self._latest.ask(read, self._take, self.shared.failed.emit)

    def _take(self, read: _Read) -> None:
        was_here = self.has_focus_within
        before, had_focus = self._read.report, self.form.isAncestorOf(QApplication.focusWidget() or self)
        self._read, self._is_read = read, True
        report = read.report
        self._name_people()
        self.which.setVisible(len(read.samples) > 1)
        self.form.setVisible(report is None or self._is_drawing)
        self.new_button.setVisible(report is not None and self._is_writable)
        if report is not None:
            if before is None or before.sample.uid != report.sample.uid:
                self._place = report.sample.next_span or 0
            if (had_focus or self.new_button.hasFocus()) and not self._is_drawing:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self.settle_focus(was_here=was_here)

    def _name_people(self) -> None:
        """Call people by their names, or where these are hidden by the letters of Agreement."""
        read, is_blind = self._read, not self.shared.names_shown
        self._names = Names(self._corpus or "", read.people, blind=is_blind)
        uids = self._names.in_order(person.uid for person in read.people)
        self.form.offer([(uid, self._names.name(uid)) for uid in uids], list(read.labels.values()))
        self.which.clear()
        for sample in read.samples:
            self.which.addItem(self._named(sample), sample.uid)
        if read.report is not None:
            self.which.setCurrentIndex(self.which.findData(read.report.sample.uid))

    def _named(self, sample: Sample) -> str:
        """The name of a sample, which begins with that of its annotator."""
        person = sample.annotator
        return self._names.of(person) + sample.name.removeprefix(person.name)

    def _renamed(self) -> None:
        self._name_people()
        self._show()

    def _reviewer(self, name: str) -> str:
        """What a reviewer is called whose name a judgement kept."""
        known = {person.name: self._names.name(person.uid) for person in self._read.people}
        return known.get(name, name)

    def _choose(self, _place: int) -> None:
        self._wanted = str(self.which.currentData())
        self._load()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _show(self) -> None:
        report = self._read.report
        self.table.setVisible(report is not None)
        self.documents.setVisible(report is not None)
        self.panel.setVisible(report is not None)
        if not self._is_read:
            self.answer.setText(self.tr("Reading…"))
            for widget in (self.form, self.which, self.new_button):
                widget.hide()
        elif report is None:
            self.answer.setText(self.tr("Is somebody’s work good enough?"))
            self.note.setText(
                self.tr(
                    "Some of one person’s spans are drawn, evenly over the labels. Judge them one by one; "
                    "it is said when that is enough, and how many errors each label has."
                )
            )
        else:
            words = SampleWords()
            self.answer.setText(words.head(report))
            self.note.setText(words.note(report))
            self.table.set_rows(self._columns(), self._rows(report))
            self.documents.show_sample(report.sample)
            self._show_span()
        self._tell_acts()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Label")),
            Column(self.tr("Judged"), 72, is_right=True),
            Column(self.tr("Errors"), 72, is_right=True),
            Column(self.tr("Error rate (95 %)"), 190, is_right=True),
        )

    def _rows(self, report: SampleReport) -> list[Row]:
        rows = []
        for row in report.by_label:
            label = self._read.labels.get(row.label)
            name = Labels((label,)) if label is not None else row.label
            cells = (
                name,
                Number.of(row.judged),
                Number.of(row.rate.errors, is_strong=row.rate.errors > 0),
                rate_words(row.rate),
            )
            rows.append(Row(row.label, cells))
        return rows

    def _show_span(self) -> None:
        report = self._read.report
        if report is None:
            return
        sample, place = report.sample, self._place
        span = sample.spans[place]
        label = self._read.labels.get(span.label)
        self.panel.show_span(sample, place, label.name if label else "", self._reviewer)
        self._show_deeds()

        def read(library: Library, _progress: Progress) -> tuple[str, str, str]:
            return library.accepting.surroundings(sample.uid, place)

        if self.isVisible():  # else when the page comes to the front
            self._around.ask(read, self.panel.show_line, self.shared.failed.emit)

    def _tell_acts(self) -> None:
        """Say that other acts are answered; while the page is made nobody may ask it."""
        if self.isVisible():
            self.shared.acts_changed.emit()

    def _show_deeds(self) -> None:
        """Show what the figures do now: judge the span, or count what a document lacks."""
        may = self._is_writable
        if not self.documents.is_current:
            words = SampleWords()
            found = [(words.fault(fault), partial(self._judge, fault)) for fault in FAULTS]
            self.panel.show_deeds(found, may_judge=may)
            return
        missing = self.tr("%1: one more missing")
        deeds = list(self._counting().values())
        names = [missing.replace("%1", each.name) for each in list(self._read.labels.values())[:_KEYS]]
        self.panel.show_deeds(list(zip(names, deeds, strict=False)), may_judge=may)

    # Doing

    def _counting(self) -> dict[str, Callable[[], None]]:
        """What figures and X do while a document is current."""
        if self.documents.place is None:
            return {}
        labels = enumerate(list(self._read.labels)[:_KEYS], 1)
        found: dict[str, Callable[[], None]] = {
            str(figure): partial(self._count, label) for figure, label in labels
        }
        return {**found, "review.reject": partial(self._count, "")}

    def _count(self, label: str) -> None:
        """Count one span of the label more that the current document lacks; "": it lacks none."""
        report, place = self._read.report, self.documents.place
        if report is None or place is None:
            return
        uid = report.sample.uid

        def count(library: Library) -> Outcome[Judgement]:
            accepting = library.accepting
            if label:
                return accepting.one_more_missing(uid, place, label)
            return accepting.look_through(uid, place, {})

        self.shared.desk.write(count, None, self.shared.failed.emit)

    def _go(self, step: int) -> None:
        report = self._read.report
        if report is not None:
            self._place = (self._place + step) % len(report.sample.spans)
            self._show_span()
            self._tell_acts()

    def _judge(self, fault: Fault) -> None:
        report, place = self._read.report, self._place
        if report is None or not self._is_writable:
            return
        uid, after = report.sample.uid, range(place + 1, len(report.sample.spans))
        self._place = next((each for each in after if each not in report.sample.judgements), place)
        self.shared.desk.write(
            lambda library: library.accepting.judge(uid, place, fault), None, self.shared.failed.emit
        )

    def _forget(self) -> None:
        report, place = self._read.report, self._place
        if report is not None:
            uid = report.sample.uid
            self.shared.desk.write(
                lambda library: library.accepting.forget(uid, place), None, self.shared.failed.emit
            )

    def _open(self) -> None:
        report, place = self._read.report, self.documents.place
        if report is None:
            return
        if self.documents.is_current and place is not None:
            self.shared.document_wanted.emit(report.sample.documents[place][0], "")
        else:
            self.shared.document_wanted.emit(report.sample.spans[self._place].document, "")

    def _to_form(self) -> None:
        self._is_drawing = True
        self.form.show()
        self.form.whose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_acts()

    def _leave_form(self) -> None:
        self._is_drawing = False
        self.form.setVisible(self._read.report is None)
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_acts()

    def _draw(self, wish: SampleWish) -> None:
        corpus = self._corpus
        if corpus is None:
            return

        def drawn(outcome: Outcome[Sample]) -> None:
            self._wanted, self._is_drawing = outcome.value.uid, False
            self._load()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

        self.shared.desk.write(
            lambda library: library.accepting.draw(corpus, wish), drawn, self.shared.failed.emit
        )

    # Qt's events

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Want no answer while nobody looks."""
        self._latest.stop()
        self._around.stop()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.which.setAccessibleName(self.tr("Which sample"))
        self.new_button.setText(self.tr("Another sample…"))
        self.new_button.updateGeometry()
        self.table.set_name(self.tr("Errors by label"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
