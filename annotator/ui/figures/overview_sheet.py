"""How far the work is: documents by status, and who did how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.document import Status
from annotator.model.figures import Pick
from annotator.model.review import Verdict
from annotator.ui.figures.cells import Column, Number, Row, Share
from annotator.ui.figures.chosen import Chosen
from annotator.ui.figures.sheet import FigureSheet
from annotator.ui.figures.table import FigureTable
from annotator.ui.i18n import number
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from annotator.model.document import Annotator
    from annotator.model.figures import Overview, ReviewFigures


class OverviewSheet(FigureSheet):
    """Progress of the corpus and of each person."""

    needs_overview_only = True

    def __init__(self) -> None:
        super().__init__(is_whole=True)
        self.people = FigureTable(is_whole=True)
        self.people.current.connect(self._choose_person)
        self.people.opened.connect(lambda _: self.opened.emit())
        self.body.insertSpacing(self.body.count() - 1, 28)
        self.body.insertWidget(self.body.count() - 1, self.people)
        self.review = FigureTable(is_whole=True)
        self.review.current.connect(self._choose_fact)
        self.body.insertSpacing(self.body.count() - 1, 28)
        self.body.insertWidget(self.body.count() - 1, self.review)

    def tables(self) -> tuple[FigureTable, ...]:
        """Statuses, people, and how far the review is."""
        return self.table, self.people, self.review

    def draw(self, value: Overview) -> None:
        """Show statuses and people."""
        counts = value.documents
        words = self.tr("%1 of %n document(s) done", "", counts.total)
        self.say(separated(words, counts.total).replace("%1", number(counts.done)), self._sums(value))
        by_status = (
            (Status.DONE, self.tr("done"), counts.done),
            (Status.IN_PROGRESS, self.tr("in progress"), counts.in_progress),
            (Status.NEW, self.tr("new"), counts.new),
        )
        self.table.set_rows(
            (Column(self.tr("Documents"), 200), Column("", 0), Column(self.tr("Part"), 72, is_right=True)),
            [
                Row(status, (name, Share(many, counts.total, number(many)), _percent(many, counts.total)))
                for status, name, many in by_status
            ],
        )
        self.table.set_name(self.tr("Documents by status"))
        self._draw_people(value)
        self._draw_review(value)

    def _draw_people(self, value: Overview) -> None:
        most = max((person.spans for person in value.people), default=0)
        columns = (
            Column(self.tr("Annotator"), 200),
            Column(self.tr("Done / begun or looked at"), 200, is_optional=True),
            Column(self.tr("Spans")),
            Column(self.tr("Spans a document"), 112, is_right=True, is_optional=True),
        )
        rows = [
            Row(
                person.annotator,
                (
                    person.annotator.name,
                    Share(
                        person.done, person.documents, f"{number(person.done)} / {number(person.documents)}"
                    ),
                    Share(person.spans, most, number(person.spans)),
                    _mean(person.spans, person.documents),
                ),
            )
            for person in value.people
        ]
        self.people.set_rows(columns, rows)
        self.people.setVisible(bool(rows))
        self.people.set_name(self.tr("People"))

    def _draw_review(self, value: Overview) -> None:
        found, columns = value.review, (Column(self.tr("Review"), 200), Column("", 0))
        rows = [] if found is None or not found.is_begun else self._facts(found, value.documents.total)
        self.review.set_rows((*columns, Column(self.tr("Part"), 72, is_right=True)), rows)
        self.review.setVisible(bool(rows))
        self.review.set_name(self.tr("Review"))

    def _facts(self, found: ReviewFigures, documents: int) -> list[Row]:
        ruled = sum(found.decisions.values())
        told = [
            (self.tr("can be compared"), found.compared, documents),
            (self.tr("of these, with finished gold"), found.finished, found.compared),
            (self.tr("decisions: taken"), found.decisions[Verdict.TAKE], ruled),
            (self.tr("taken otherwise"), found.decisions[Verdict.TAKE_EDITED], ruled),
            (self.tr("rejected"), found.decisions[Verdict.REJECT], ruled),
            (self.tr("put off"), found.decisions[Verdict.DEFER], ruled),
        ]
        rows = [
            Row(place, (words, Share(many, whole, number(many)), _percent(many, whole)))
            for place, (words, many, whole) in enumerate(told)
        ]
        gold = (self.tr("spans in gold"), Number.of(found.gold), "")
        return [*rows[:2], Row(len(rows), gold), *rows[2:]]

    def _sums(self, value: Overview) -> str:
        spans = separated(self.tr("%n span(s)", "", value.spans), value.spans)
        characters = separated(self.tr("%n character(s)", "", value.characters), value.characters)
        layers = separated(self.tr("%n layer(s)", "", value.layers), value.layers)
        return f"{spans} · {characters} · {layers}"

    def chosen(self, row: Row) -> Chosen:
        """The documents of a status."""
        self.people.view.go_to(None)
        self.review.view.go_to(None)
        status = row.key
        assert isinstance(status, Status)  # noqa: S101  (tells the type)
        return Chosen(str(row.cells[0]), self.tr("Documents of this status."), status=status)

    def _choose_fact(self, row: Row | None) -> None:
        """Nothing stands behind a fact of the review here: Review itself shows it."""
        if row is not None:
            self.table.view.go_to(None)
            self.people.view.go_to(None)
            self.picked.emit(None)

    def _choose_person(self, row: Row | None) -> None:
        if row is not None:
            self.table.view.go_to(None)
            self.review.view.go_to(None)
            person: Annotator = row.key  # type: ignore[assignment]
            note = self.tr("Spans in this person's layers.")
            self.picked.emit(Chosen(person.name, note, pick=Pick(annotator=person.uid)))


def _percent(part: int, total: int) -> Number:
    value = 100 * part / total if total else 0.0
    return Number(value, f"{round(value)} %")


def _mean(spans: int, documents: int) -> Number:
    from annotator.ui.i18n import ratio

    value = spans / documents if documents else 0.0
    return Number(value, ratio(value))
