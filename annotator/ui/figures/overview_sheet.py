"""How far the work is: documents by status, and who did how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.document import Status
from annotator.model.figures import Pick
from annotator.ui.figures.cells import Column, Number, Row, Share
from annotator.ui.figures.chosen import Chosen
from annotator.ui.figures.sheet import FigureSheet
from annotator.ui.figures.table import FigureTable
from annotator.ui.i18n import number
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from annotator.model.document import Annotator
    from annotator.model.figures import Overview


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

    def tables(self) -> tuple[FigureTable, ...]:
        """Statuses and people."""
        return self.table, self.people

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

    def _sums(self, value: Overview) -> str:
        spans = separated(self.tr("%n span(s)", "", value.spans), value.spans)
        characters = separated(self.tr("%n character(s)", "", value.characters), value.characters)
        layers = separated(self.tr("%n layer(s)", "", value.layers), value.layers)
        return f"{spans} · {characters} · {layers}"

    def chosen(self, row: Row) -> Chosen:
        """The documents of a status."""
        self.people.view.go_to(None)
        status = row.key
        assert isinstance(status, Status)  # noqa: S101  (tells the type)
        return Chosen(str(row.cells[0]), self.tr("Documents of this status."), status=status)

    def _choose_person(self, row: Row | None) -> None:
        if row is not None:
            self.table.view.go_to(None)
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
