"""Spans by label and by annotator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.figures import Pick
from annotator.ui.figures.cells import Column, Labels, Number, Row, Share
from annotator.ui.figures.chosen import Chosen
from annotator.ui.figures.sheet import FigureSheet
from annotator.ui.i18n import number, ratio
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from annotator.model.figures import LabelFigure, Overview
    from annotator.model.plots import Plot
    from annotator.ui.figures.cells import Cell

_MOST_PEOPLE = 6


class LabelSheet(FigureSheet):
    """A row a label, a column a person."""

    needs_overview_only = True

    def draw(self, value: Overview) -> None:
        """Show the labels."""
        head = separated(self.tr("%n span(s)", "", value.spans), value.spans)
        self.say(head, self._spread(value))
        people = [each.annotator for each in value.people][:_MOST_PEOPLE] if len(value.people) > 1 else []
        columns = [
            Column(self.tr("Label")),
            Column(self.tr("Spans"), 200),
            Column(self.tr("Part"), 56, is_right=True, is_optional=True),
            Column(self.tr("Documents"), 88, is_right=True, is_optional=True),
        ]
        columns += [Column(person.name, 88, is_right=True, is_optional=True) for person in people]
        most = max((each.spans for each in value.labels), default=0)
        rows = []
        for each in value.labels:
            label = each.label
            percent = 100 * each.spans / value.spans if value.spans else 0.0
            cells: tuple[Cell, ...] = (
                Labels((label,)),
                Share(each.spans, most, number(each.spans), label.colour),
                Number(percent, f"{round(percent)} %"),
                Number.of(each.documents),
                *(Number.of(value.cells.get((label.uid, person.uid), 0)) for person in people),
            )
            rows.append(Row(each, cells))
        self.table.set_rows(columns, rows)
        self.table.set_name(self.tr("Spans by label"))

    def _spread(self, value: Overview) -> str:
        begun = value.documents.total - value.documents.new
        if not value.spans or not begun:
            return self.tr("Nothing is labelled yet.")
        words = self.tr("%1 a document that was begun, %2 in a thousand characters.")
        dense = 1000 * value.spans / max(1, value.characters)
        return words.replace("%1", ratio(value.spans / begun)).replace("%2", ratio(dense))

    def chosen(self, row: Row) -> Chosen:
        """The spans of a label."""
        figure: LabelFigure = row.key  # type: ignore[assignment]
        words = separated(self.tr("In %n document(s).", "", figure.documents), figure.documents)
        return Chosen(figure.label.name, words, pick=Pick(label=figure.label.uid))

    def plot(self) -> Plot | None:
        """The labels as bars, in their own colours."""
        return super().plot()
