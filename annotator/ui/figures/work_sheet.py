"""Work: by day and by hour, what a span takes in seconds and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from annotator.model.figures import Pick
from annotator.model.plots import HeatRow, heat
from annotator.ui.figures.cells import Column, Number, Row, Share
from annotator.ui.figures.chosen import Chosen
from annotator.ui.figures.sheet import FigureSheet
from annotator.ui.i18n import number, ratio
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from annotator.model.figures import Effort, Scope, Work
    from annotator.model.plots import Plot
    from annotator.services.find.apart import Apart
    from annotator.services.library import Library

_HOURS = 24
_EACH = 6
_LEAST = 0.1


class WorkSheet(FigureSheet):
    """A heat strip of weekdays and hours, and a row a day."""

    def ask(self, library: Library | Apart, corpus: str, scope: Scope) -> Work:
        """Work by day and hour in the machine's own time zone."""
        return library.figures.work(corpus, annotator=scope.annotator)

    def draw(self, value: Work) -> None:
        """Show head, strip and days."""
        total = value.total
        if not value.steps:
            self.say(
                self.tr("No work yet"),
                self.tr("What you label from now on is counted here: by day, by hour, by span."),
            )
            self.table.set_rows((), [])
            self.show_plot(None)
            return
        spans = separated(self.tr("%n span(s) labelled", "", total.spans), total.spans)
        self.say(f"{self._time(total.seconds)} · {spans}", self._measured(value))
        self.show_plot(self._strip(value))
        most = max(effort.spans for effort in value.days.values())
        self.table.set_rows(
            (
                Column(self.tr("Day")),
                Column(self.tr("Time"), 96, is_right=True),
                Column(self.tr("Spans labelled"), 176),
                Column(self.tr("Seconds a span"), 104, is_right=True, is_optional=True),
                Column(self.tr("Keys a span"), 96, is_right=True, is_optional=True),
            ),
            [Row(day, self._cells(day, effort, most)) for day, effort in reversed(list(value.days.items()))],
        )
        self.table.set_name(self.tr("Work by day"))

    def _cells(self, day: str, effort: Effort, most: int) -> tuple[str | Number | Share, ...]:
        return (
            QLocale().toString(QDate.fromString(day, "yyyy-MM-dd"), QLocale.FormatType.LongFormat),
            Number(effort.seconds, self._time(effort.seconds)),
            Share(effort.spans, most, number(effort.spans)),
            _figure(effort.seconds_a_span),
            _figure(effort.keys_a_span),
        )

    def _measured(self, value: Work) -> str:
        total = value.total
        parts = []
        if total.seconds_a_span is not None:
            parts.append(self.tr("%1 seconds a span").replace("%1", _shown(total.seconds_a_span)))
        if total.keys_a_span is not None:
            parts.append(self.tr("%1 keys and clicks a span").replace("%1", ratio(total.keys_a_span)))
        if value.measured < value.steps:
            words = self.tr(
                "%1 of %2 steps were not measured: the time since the step before stands for them, if it is "
                "a minute or less"
            )
            missing = number(value.steps - value.measured)
            parts.append(words.replace("%1", missing).replace("%2", number(value.steps)))
        parts.append(self.tr("What was taken back later is counted too"))
        return ". ".join(parts) + "."

    def _strip(self, value: Work) -> Plot:
        rows = []
        for weekday in range(7):
            hours = {hour: value.hours.get((weekday, hour)) for hour in range(_HOURS)}
            seconds = {hour: effort.seconds for hour, effort in hours.items() if effort}
            name = QLocale().dayName(weekday + 1, QLocale.FormatType.ShortFormat)
            shown = self._time(sum(seconds.values())) if seconds else "–"
            rows.append(HeatRow(name, shown, seconds, str(weekday)))
        heads = [str(hour) if hour % _EACH == 0 else "" for hour in range(_HOURS)]
        return heat(self.tr("Work by weekday and hour"), rows, heads)

    def _time(self, seconds: float) -> str:
        minutes = round(seconds / 60)
        if minutes < 1:
            return self.tr("%1 s").replace("%1", number(round(seconds)))
        if minutes < 60:
            return self.tr("%1 min").replace("%1", number(minutes))
        return self.tr("%1 h %2 min").replace("%1", number(minutes // 60)).replace("%2", str(minutes % 60))

    def choose_in_plot(self, key: str) -> None:
        """What was labelled in an hour of a weekday, as far as it still stands."""
        weekday, hour = map(int, key.split("-"))
        name = QLocale().dayName(weekday + 1, QLocale.FormatType.LongFormat)
        words = self.tr("What was labelled in this hour and stands.")
        self.table.view.go_to(None)
        self.picked.emit(Chosen(f"{name}, {hour}:00–{hour}:59", words, pick=Pick(hour=(weekday, hour))))

    def chosen(self, row: Row) -> Chosen:
        """What was labelled on a day, as far as it still stands."""
        words = self.tr("What was labelled on this day and stands.")
        return Chosen(str(row.cells[0]), words, pick=Pick(day=str(row.key)))


def _figure(value: float | None) -> Number:
    return Number(value or 0.0, "–" if value is None else _shown(value))


def _shown(value: float) -> str:
    """A ratio; what is there but too small for its one digit is not nothing."""
    return "< " + ratio(_LEAST) if 0 < value < _LEAST else ratio(value)
