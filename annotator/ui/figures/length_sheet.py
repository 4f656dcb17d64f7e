"""How long spans are, and how they lie in each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.figures import Pick
from annotator.model.plots import Bar, columns
from annotator.ui.figures.cells import Column, Number, Row, Share
from annotator.ui.figures.chosen import Chosen
from annotator.ui.figures.sheet import FigureSheet
from annotator.ui.figures.table import FigureTable
from annotator.ui.i18n import number, ratio

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.figures import Overview, Scope, Strings
    from annotator.services.find.apart import Apart
    from annotator.services.library import Library

_SINGLE = 15
"""Lengths up to this one have a row of their own."""
_PARTS = ((16, 20), (21, 30), (31, 50), (51, 10**9))
_STEP = 10
_MOST_CHARACTERS = 160


class LengthSheet(FigureSheet):
    """Lengths in syllables as a row each and in characters as a plot; nesting below."""

    def __init__(self) -> None:
        super().__init__(is_whole=True)
        self.nesting = FigureTable(is_whole=True)
        self.nesting.current.connect(self._choose_nesting)
        self.nesting.opened.connect(lambda _: self.opened.emit())
        self.body.insertSpacing(self.body.count() - 1, 28)
        self.body.insertWidget(self.body.count() - 1, self.nesting)

    def tables(self) -> tuple[FigureTable, ...]:
        """Lengths and nesting."""
        return self.table, self.nesting

    def ask(self, library: Library | Apart, corpus: str, scope: Scope) -> Strings:
        """Lengths in syllables; those in characters and the nesting come with the first figures."""
        return library.figures.strings(corpus, scope, 0)

    def draw(self, value: Strings) -> None:
        """Show plot and tables."""
        overview = self.overview
        if overview is None:
            return
        syllables, characters = value.syllables, overview.lengths
        if not syllables.total:
            self.say(
                self.tr("No spans yet"), self.tr("Label something: how long spans are stands here then.")
            )
        else:
            head = self.tr("Half of the spans have at most %n syllable(s)", "", syllables.median or 0)
            note = self.tr("%1 characters on average, the longest %2; %3 syllables on average.")
            self.say(
                head,
                note.replace("%1", ratio(characters.mean or 0))
                .replace("%2", number(max(characters.counts)))
                .replace("%3", ratio(syllables.mean or 0)),
            )
        self._draw_characters(characters.counts)
        rows = [(length, length, str(length)) for length in range(1, _SINGLE + 1)]
        rows += [
            (least, most, f"{least}–{most}" if most < 10**9 else f"> {least - 1}") for least, most in _PARTS
        ]
        counts = {(least, most): _between(syllables.counts, least, most) for least, most, _ in rows}
        most_of_all = max(counts.values(), default=0)
        self.table.set_rows(
            (
                Column(self.tr("Syllables"), 200),
                Column(self.tr("Spans")),
                Column(self.tr("Part"), 72, is_right=True),
            ),
            [
                Row((least, most), (name, *_shares(counts[least, most], most_of_all, syllables.total)))
                for least, most, name in rows
                if counts[least, most]
            ],
        )
        self.table.set_name(self.tr("Lengths in syllables"))
        self._draw_nesting(overview)

    def _draw_characters(self, counts: Mapping[int, int]) -> None:
        steps = range(1, min(max(counts, default=0), _MOST_CHARACTERS) + 1, _STEP)
        rows = []
        for least in steps:
            many = _between(counts, least, least + _STEP - 1)
            key = f"{least}-{least + _STEP - 1}"
            rows.append(Bar(str(least), many, number(many), key=key))
        title = self.tr("Spans by characters, from … on")
        self.show_plot(columns(title, rows) if rows else None)

    def _draw_nesting(self, overview: Overview) -> None:
        nesting, total = overview.nesting, overview.spans
        most = max((*nesting.by_depth, nesting.crossing), default=0)
        rows = [
            Row(depth, (self._depth_words(depth), *_shares(many, most, total)))
            for depth, many in enumerate(nesting.by_depth)
        ]
        if nesting.crossing:
            rows.append(
                Row("crossing", (self.tr("crosses another one"), *_shares(nesting.crossing, most, total)))
            )
        self.nesting.set_rows(
            (
                Column(self.tr("Nesting"), 200),
                Column(self.tr("Spans")),
                Column(self.tr("Part"), 72, is_right=True),
            ),
            rows,
        )
        self.nesting.set_name(self.tr("Nesting"))
        self.nesting.setVisible(bool(rows))

    def _depth_words(self, depth: int) -> str:
        return self.tr("in %n other(s)", "", depth) if depth else self.tr("in no other")

    def chosen(self, row: Row) -> Chosen:
        """The spans of a length."""
        self.nesting.view.go_to(None)
        stretch: tuple[int, int] = row.key  # type: ignore[assignment]
        words = self.tr("%1 syllables").replace("%1", str(row.cells[0]))
        return Chosen(words, pick=Pick(syllables=stretch))

    def choose_in_plot(self, key: str) -> None:
        """The spans of a length in characters."""
        least, _, most = key.partition("-")
        words = self.tr("%1 to %2 characters").replace("%1", least).replace("%2", most)
        for table in self.tables():
            table.view.go_to(None)
        self.picked.emit(Chosen(words, pick=Pick(characters=(int(least), int(most)))))

    def _choose_nesting(self, row: Row | None) -> None:
        if row is None:
            return
        self.table.view.go_to(None)
        pick = Pick(crossing=True) if row.key == "crossing" else Pick(depth=int(str(row.key)))
        self.picked.emit(Chosen(str(row.cells[0]), pick=pick))


def _between(counts: Mapping[int, int], least: int, most: int) -> int:
    return sum(many for length, many in counts.items() if least <= length <= most)


def _shares(many: int, most: int, total: int) -> tuple[Share, Number]:
    percent = 100 * many / total if total else 0.0
    return Share(many, most, number(many)), Number(percent, f"{ratio(percent)} %")
