"""The tables of the agreement: columns, rows and cells, each with what it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.agreement.edge_words import question
from annotator.agreement.report import FigureRef
from annotator.agreement.undefined import Undefined
from annotator.model.review import Difference
from annotator.ui.figures.cells import Column, Labels, Number, Row, Share
from annotator.ui.i18n import number, sentence
from annotator.ui.parts.counts import separated
from annotator.ui.review.agreement.grid import GridCell
from annotator.ui.review.overview.figures_words import NONE, figure_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.agreement.bootstrap import Interval
    from annotator.agreement.edge_words import EdgeWords
    from annotator.agreement.report import Agreed, AgreementReport, ChanceFigures
    from annotator.agreement.undefined import Figure
    from annotator.model.label import Label
    from annotator.ui.figures.cells import Cell
    from annotator.ui.review.agreement.grid import Spot

_BAR: Final = 150
_NUMBER: Final = 84


@dataclass(frozen=True, slots=True)
class Meant:
    """What a row or a cell stands for.

    Attributes:
        title: what it is.
        note: more about it, in a sentence.
        figure: what it counts; None when nothing stands behind it.
    """

    title: str
    note: str = ""
    figure: FigureRef | None = None


Table = tuple[list[Column], list[Row]]
Cells = tuple[list[str], list[str], "dict[Spot, GridCell]"]


class Sheets(QObject):
    """Makes the tables of one report, in the language in force; it keeps nothing else.

    Args:
        report: what to show.
        names: what annotators are called, by uid.
    """

    def __init__(self, report: AgreementReport, names: Mapping[str, str]) -> None:
        super().__init__()
        self._report = report
        self._names = names

    # Pairs

    def pairs(self) -> Table:
        """Every two annotators, and all of them together."""
        columns = [
            Column(self.tr("Annotators")),
            Column(self.tr("Strict F1"), _BAR),
            Column(self.tr("95 of 100"), 96),
            Column(self.tr("Boundaries"), _NUMBER, is_right=True, is_optional=True),
            Column(self.tr("Partial"), _NUMBER, is_right=True, is_optional=True),
            Column(self.tr("Label"), _NUMBER, is_right=True, is_optional=True),
            Column(self.tr("Documents"), _NUMBER, is_right=True, is_optional=True),
        ]
        rows = [
            Row(self._pair(each.a, each.b, each.agreed), self._agreed(self._two(each.a, each.b), each.agreed))
            for each in self._report.pairs
        ]
        if len(rows) > 1:
            whole = self._report.whole
            meant = Meant(self.tr("All pairs"), self._extent(whole), FigureRef(differing=True))
            rows.append(Row(meant, self._agreed(self.tr("All pairs"), whole)))
        return columns, rows

    def matrix(self) -> Cells:
        """Strict F1 of every two annotators."""
        people = [each.annotator.uid for each in self._report.people]
        heads = [self._names[uid] for uid in people]
        cells: dict[Spot, GridCell] = {}
        for each in self._report.pairs:
            figure = each.agreed.strict_f1
            meant = self._pair(each.a, each.b, each.agreed)
            share = None if isinstance(figure, Undefined) else figure
            one, other = people.index(each.a), people.index(each.b)
            for spot in ((one, other), (other, one)):
                cells[spot] = GridCell(shown_figure(figure), share, meant, is_strong=share is not None)
        return heads, heads, dict(sorted(cells.items()))

    def _pair(self, a: str, b: str, agreed: Agreed) -> Meant:
        return Meant(self._two(a, b), self._extent(agreed), FigureRef(pair=(a, b), differing=True))

    def _two(self, a: str, b: str) -> str:
        return self.tr("%1 and %2").replace("%1", self._names[a]).replace("%2", self._names[b])

    def _extent(self, agreed: Agreed) -> str:
        if not agreed.documents:
            return shown_reason(agreed.strict_f1)
        words = self.tr("%1 the same, %2 differ, in %n document(s).", "", agreed.documents)
        counts = agreed.counts
        return _filled(words, number(counts.agree), number(counts.differing))

    def _agreed(self, name: str, agreed: Agreed) -> tuple[Cell, ...]:
        return (
            name,
            _share(agreed.strict_f1),
            shown_interval(agreed.interval),
            _number(agreed.boundary_f1),
            _number(agreed.partial_f1),
            _number(agreed.type_f1),
            Number.of(agreed.documents),
        )

    # Labels

    def labels(self) -> Table:
        """Each label; its bar is strict F1."""
        columns = [
            Column(self.tr("Label")),
            Column(self.tr("Strict F1"), _BAR),
            Column(self.tr("95 of 100"), 96),
            Column(self.tr("Alpha"), _NUMBER, is_right=True),
            Column(self.tr("Spans compared"), 110, is_right=True, is_optional=True),
        ]
        rows = []
        for each in self._report.by_label:
            label = self._report.labels.get(each.label)
            if label is None:
                continue
            spans = each.shared.spans_a + each.shared.spans_b
            note = shown_reason(each.shared.strict_f1) or self._alpha(each.alpha)
            cells: tuple[Cell, ...] = (
                Labels((label,)),
                _share(each.shared.strict_f1, label.colour),
                shown_interval(each.interval),
                _number(each.alpha),
                Number.of(spans),
            )
            rows.append(Row(Meant(label.name, note, FigureRef(label=each.label, differing=True)), cells))
        return columns, rows

    def _alpha(self, alpha: Figure) -> str:
        if isinstance(alpha, Undefined):
            return sentence(alpha.reason)
        words = self.tr("Alpha %1 on syllables: 1 is agreement, 0 what chance gives.")
        return words.replace("%1", figure_words(alpha))

    # Classes of differences

    def differences(self) -> Table:
        """How many pairs of spans of each class."""
        columns = [Column(self.tr("Spans of two annotators")), Column(self.tr("Number"), 260)]
        counts = self._report.whole.counts
        classes = counts.by_difference()
        total = sum(classes.values())
        rows = []
        for kind, count in classes.items():
            words = self.difference(kind)
            share = Share(count, total, number(count))
            rows.append(Row(Meant(words, self._of(count, total), FigureRef(difference=kind)), (words, share)))
        repeats = self.tr("Repeats of one person, counted once")
        share = Share(counts.duplicates, max(total, counts.duplicates), number(counts.duplicates))
        rows.append(Row(Meant(repeats, "", FigureRef(duplicates=True)), (repeats, share)))
        return columns, rows

    def _of(self, count: int, total: int) -> str:
        if not total:
            return ""
        words = self.tr("%1 of %2, %3 %.")
        return _filled(words, number(count), number(total), number(round(100 * count / total)))

    def difference(self, kind: Difference) -> str:
        """A class in words."""
        return {
            Difference.AGREE: self.tr("The same"),
            Difference.LABEL: self.tr("Another label"),
            Difference.BOUNDARY: self.tr("Other edges"),
            Difference.BOTH: self.tr("Other edges and another label"),
            Difference.MISSING: self.tr("Marked by one alone"),
        }[kind]

    # Labels on the same words

    def confusion(self) -> Cells:
        """Rows: what the first of a pair called it; columns: the second; the most confused comes first."""
        report = self._report
        used = {label for cell in report.confusion for label in cell}
        labels = [label for label in report.labels if label in used]
        heads = [report.label_name(label) for label in labels]
        most = max((count for (one, two), count in report.confusion.items() if one != two), default=0)
        cells: dict[Spot, GridCell] = {}
        for row, one in enumerate(labels):
            for column, other in enumerate(labels):
                count = report.confusion.get((one, other), 0)
                if not count:
                    continue
                title = heads[row] if one == other else f"{heads[row]} – {heads[column]}"
                meant = Meant(title, self._confused(count, same=one == other), FigureRef(cell=(one, other)))
                share = None if one == other else count / most
                cells[row, column] = GridCell(number(count), share, meant, is_strong=one != other)
        by_share = sorted(cells.items(), key=lambda item: -(item[1].share or 0))
        return heads, heads, dict(by_share)

    def _confused(self, count: int, *, same: bool) -> str:
        if same:
            return separated(self.tr("%n time(s) the same label on the same words.", "", count), count)
        words = self.tr("%n time(s) one called it so, the other so, on the same words.", "", count)
        return separated(words, count)

    # Edges, weeks, documents

    def edges(self) -> Table:
        """Words by which edges differ."""
        columns = [
            Column(self.tr("Words at the edge")),
            Column(self.tr("Label"), 140),
            Column(self.tr("Places"), _BAR),
            Column(self.tr("Taken in"), _NUMBER, is_right=True, is_optional=True),
            Column(self.tr("Left out"), _NUMBER, is_right=True, is_optional=True),
        ]
        names = {uid: label.name for uid, label in self._report.labels.items()}
        most = max((each.places for each in self._report.edges), default=0)
        return columns, [self._edge(each, names, most) for each in self._report.edges]

    def _edge(self, each: EdgeWords, names: Mapping[str, str], most: int) -> Row:
        side = self.tr("before: %1") if each.is_before else self.tr("behind: %1")
        label: Label | None = self._report.labels.get(each.label)
        figure = FigureRef(label=each.label, edge=(each.is_before, each.stretch))
        meant = Meant(each.words, sentence(question(each, names)), figure)
        cells: tuple[Cell, ...] = (
            side.replace("%1", each.words),
            Labels((label,)) if label is not None else "",
            Share(each.places, most, number(each.places)),
            Number.of(each.with_it),
            Number.of(each.without),
        )
        return Row(meant, cells)

    def weeks(self) -> Table:
        """By the week in which the layers were last changed."""
        columns = [
            Column(self.tr("Week from")),
            Column(self.tr("Strict F1"), _BAR),
            Column(self.tr("Documents"), _NUMBER, is_right=True),
            Column(self.tr("Differences"), _NUMBER, is_right=True),
        ]
        rows = [
            Row(
                Meant(each.monday.isoformat(), "", FigureRef(week=each.monday, differing=True)),
                (
                    each.monday.isoformat(),
                    _share(each.strict_f1),
                    Number.of(each.documents),
                    Number.of(each.counts.differing),
                ),
            )
            for each in self._report.weeks
        ]
        return columns, rows

    def documents(self) -> Table:
        """Those that at least two have looked at."""
        columns = [
            Column(self.tr("Document")),
            Column(self.tr("Strict F1"), _BAR),
            Column(self.tr("The same"), _NUMBER, is_right=True, is_optional=True),
            Column(self.tr("Differences"), 96, is_right=True),
            Column(self.tr("Annotators"), _NUMBER, is_right=True, is_optional=True),
        ]
        rows = []
        for each in self._report.by_document:
            people = ", ".join(self._names[uid] for uid in each.people)
            cells: tuple[Cell, ...] = (
                each.title,
                _share(each.strict_f1),
                Number.of(each.counts.agree),
                Number.of(each.counts.differing, is_strong=each.counts.differing > 0),
                Number.of(len(each.people)),
            )
            rows.append(
                Row(Meant(each.title, people, FigureRef(document=each.document, differing=True)), cells)
            )
        return columns, rows

    # Beyond chance

    def chance(self, chance: ChanceFigures) -> Table:
        """Kappa, alpha-U and gamma."""
        columns = [
            Column(self.tr("Measure")),
            Column(self.tr("Annotators"), 180),
            Column(self.tr("Label"), 150),
            Column(self.tr("Value"), _BAR),
        ]
        everyone = self.tr("all")
        rows = [self._measured("gamma", everyone, "", chance.gamma.value)]
        fleiss = self.tr("Fleiss's kappa")
        rows += [self._measured(fleiss, everyone, label, value) for label, value in chance.fleiss.items()]
        for name, by_pair in ((self.tr("Cohen's kappa"), chance.kappa), ("alpha-U", chance.alpha_u)):
            for two, by_label in by_pair.items():
                rows += [
                    self._measured(name, self._two(*two), label, value, two)
                    for label, value in by_label.items()
                ]
        return columns, rows

    def _measured(
        self, name: str, who: str, uid: str, value: Figure, two: tuple[str, str] | None = None
    ) -> Row:
        label = self._report.labels.get(uid)
        titled = name if label is None else f"{name}, {label.name}"
        figure = FigureRef(label=uid, pair=two, differing=True)
        note = shown_reason(value) or who
        cells: tuple[Cell, ...] = (name, who, Labels((label,)) if label is not None else "", _share(value))
        return Row(Meant(titled, note, figure), cells)


def shown_figure(figure: Figure) -> str:
    """A figure, or a dash."""
    return NONE if isinstance(figure, Undefined) else figure_words(figure)


def shown_reason(figure: Figure) -> str:
    """Why there is no figure, "" where there is one."""
    return sentence(figure.reason) if isinstance(figure, Undefined) else ""


def shown_interval(interval: Interval) -> str:
    """From – to, or a dash."""
    if isinstance(interval, Undefined):
        return NONE
    return f"{figure_words(interval[0])} – {figure_words(interval[1])}"


def _share(figure: Figure, colour: str = "") -> Share:
    if isinstance(figure, Undefined):
        return Share(0, 1, NONE, colour)
    return Share(max(0.0, figure), 1, figure_words(figure), colour)


def _number(figure: Figure) -> Number:
    return Number(-2.0, NONE) if isinstance(figure, Undefined) else Number(figure, figure_words(figure))


def _filled(words: str, *values: str) -> str:
    for place, value in enumerate(values, 1):
        words = words.replace(f"%{place}", value)
    return words
