"""Strings: what spans cover most often, and what carries several labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.figures import Pick
from annotator.text.fold import fold
from annotator.ui.figures.cells import Column, Labels, Number, Row, Share
from annotator.ui.figures.chosen import Chosen
from annotator.ui.figures.sheet import FigureSheet
from annotator.ui.i18n import number
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated
from annotator.ui.parts.search_field import SearchField

if TYPE_CHECKING:
    from annotator.model.figures import Scope, StringFigure, Strings
    from annotator.services.find.apart import Apart
    from annotator.services.library import Library


class StringSheet(FigureSheet):
    """A row a string."""

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField()
        self.search.setMaximumWidth(280)
        self.search.textChanged.connect(lambda _: self.retranslate())
        self.which = Choice()
        self.which.addItems(["", "", ""])
        self.which.currentIndexChanged.connect(lambda _: self.retranslate())
        self.tools.addWidget(self.search)
        self.tools.addWidget(self.which)
        self.tools.addStretch(1)

    def ask(self, library: Library | Apart, corpus: str, scope: Scope) -> Strings:
        """Top list and ambiguous strings."""
        return library.figures.strings(corpus, scope)

    def draw(self, value: Strings) -> None:
        """Show the strings that are looked for."""
        self._name_choices()
        self.say(
            separated(self.tr("%n string(s)", "", value.distinct), value.distinct),
            self.tr("%1 carry several labels, %2 are labelled once only.")
            .replace("%1", number(value.ambiguous))
            .replace("%2", number(value.once)),
        )
        labels = {each.label.uid: each.label for each in self.overview.labels} if self.overview else {}
        rows = [each for each in value.rows if self._is_wanted(each)]
        most = max((each.spans for each in rows), default=0)
        self.table.set_rows(
            (
                Column(self.tr("String")),
                Column(self.tr("Labels"), 220, is_growing=True),
                Column(self.tr("Spans"), 176),
                Column(self.tr("Documents"), 88, is_right=True, is_optional=True),
            ),
            [
                Row(
                    each.words,
                    (
                        each.words,
                        Labels(tuple(labels[uid] for uid, _ in each.labels if uid in labels)),
                        Share(each.spans, most, number(each.spans)),
                        Number.of(each.documents),
                    ),
                )
                for each in rows
            ],
        )
        self.table.set_name(self.tr("Strings"))

    def _is_wanted(self, string: StringFigure) -> bool:
        which = self.which.currentIndex()
        if (which == 1 and not string.is_ambiguous) or (which == 2 and string.spans > 1):
            return False
        sought = fold(self.search.text())
        return not sought or sought in fold(string.words)

    def _name_choices(self) -> None:
        self.search.set_placeholder(self.tr("Search the strings"))
        names = (self.tr("All strings"), self.tr("With several labels"), self.tr("Labelled once"))
        for place, name in enumerate(names):
            self.which.setItemText(place, name)
        self.which.setAccessibleName(self.tr("Which strings"))

    def chosen(self, row: Row) -> Chosen:
        """The spans that cover a string."""
        words = str(row.key)
        return Chosen(" ".join(words.split()), pick=Pick(words=words))
