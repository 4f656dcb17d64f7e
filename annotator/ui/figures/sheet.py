"""One sub-tab of the figures: an answer in large words, a sentence, a plot, and one or two tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.model.plain_table import as_csv
from annotator.model.plots import Bar, bars
from annotator.ui import fonts
from annotator.ui.figures.cells import Number, Share, shown
from annotator.ui.figures.plot_view import PlotView
from annotator.ui.figures.table import SIDE, FigureTable
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from annotator.model.figures import Overview, Scope
    from annotator.model.plots import Plot
    from annotator.services.find.apart import Apart
    from annotator.services.library import Library
    from annotator.ui.figures.cells import Row
    from annotator.ui.figures.chosen import Chosen


class FigureSheet(Surface):
    """What all sheets share. A sheet asks the library in the reader's thread and shows the answer.

    Signals:
        picked: `Chosen`, or None: what the current row stands for.
        opened: Enter was pressed on the current row, or it was clicked twice.
    """

    needs_overview_only = False
    """Whether the first figures are all it shows: then it asks for nothing more."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, *, is_whole: bool = False, parent: QWidget | None = None) -> None:
        """Make the sheet; `is_whole`: the table is as high as its rows, and the sheet scrolls."""
        super().__init__("page", parent)
        self.overview: Overview | None = None
        self._value: Any = None
        self._head = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self._note = PlainLabel(ink="muted", wraps=True)
        self.tools = QHBoxLayout()
        self.plot_view = PlotView()
        self.plot_view.hide()
        self.plot_view.chosen.connect(self.choose_in_plot)
        self._plot_head = PlainLabel(size=12, weight=fonts.SEMIBOLD, ink="text2")
        self._plot_head.hide()
        self.table = FigureTable(is_whole=is_whole)
        self.table.current.connect(self._choose)
        self.table.opened.connect(lambda _: self.opened.emit())
        self.body = QVBoxLayout()
        self._lay_out(is_whole=is_whole)

    def _lay_out(self, *, is_whole: bool) -> None:
        inner = Surface("page")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(SIDE, 20, 16, 16)
        self.body.setSpacing(0)
        for widget, gap in ((self._head, 2), (self._note, 16)):
            widget.setContentsMargins(SIDE, 0, 0, 0)
            self.body.addWidget(widget)
            self.body.addSpacing(gap)
        self.tools.setContentsMargins(SIDE, 0, SIDE, 0)
        self.tools.setSpacing(8)
        self.body.addLayout(self.tools)
        framed = QVBoxLayout()
        framed.setContentsMargins(SIDE, 0, SIDE, 0)
        framed.setSpacing(8)
        framed.addWidget(self._plot_head)
        framed.addWidget(self.plot_view)
        self.body.addLayout(framed)
        self.body.addSpacing(8)
        self.body.addWidget(self.table, 0 if is_whole else 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if not is_whole:
            outer.addWidget(inner)
            return
        self.body.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer.addWidget(area)

    # What each sheet says

    def ask(self, library: Library | Apart, corpus: str, scope: Scope) -> Any:
        """What the sheet shows; called in the reader's thread."""
        raise NotImplementedError

    def draw(self, value: Any) -> None:
        """Show what `ask` gave."""
        raise NotImplementedError

    def chosen(self, row: Row) -> Chosen | None:
        """What a row stands for."""
        raise NotImplementedError

    def hint(self) -> str:
        """What the panel beside says while nothing is chosen."""
        return self.tr("Choose a row: its places in the texts come here.")

    def title(self) -> str:
        """What plots of this sheet are called."""
        return self._head.text()

    # What the page does

    def take(self, value: Any) -> None:
        """Show an answer, and remember it for another language."""
        self._value = value
        self.draw(value)

    def take_overview(self, overview: Overview) -> None:
        """Take the first figures, which every sheet may use."""
        self.overview = overview

    def say(self, head: str, note: str = "") -> None:
        """Say the answer and the sentence below it."""
        self._head.setText(head)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def show_busy(self) -> None:
        """Say that the answer is on its way, where there is none yet."""
        if self._value is None:
            self.say(self.tr("Counting…"))

    def forget(self) -> None:
        """Another corpus comes."""
        self._value = None
        for table in self.tables():
            table.set_rows((), [])
        self.show_plot(None)

    def pick_again(self) -> None:
        """Tell anew what the current row stands for."""
        self._choose(self.table.row())

    def _choose(self, row: Row | None) -> None:
        self.picked.emit(None if row is None else self.chosen(row))

    def show_plot(self, plot: Plot | None) -> None:
        """Show another plot under its title, or none."""
        self.plot_view.show_plot(plot)
        self._plot_head.setText(plot.title if plot else "")
        self._plot_head.setVisible(plot is not None)

    def choose_in_plot(self, key: str) -> None:
        """Follow a click on a bar or cell of the plot; sheets whose plots lead somewhere say where."""

    def tables(self) -> tuple[FigureTable, ...]:
        """All tables of the sheet."""
        return (self.table,)

    def as_csv(self) -> bytes:
        """All tables, for saving; an empty line between them."""
        return as_csv([table.plain() for table in self.tables() if table.model.length()])

    def plot(self) -> Plot | None:
        """The plot, for saving: what is drawn, else the rows as bars."""
        if self.plot_view.plot is not None:
            return self.plot_view.plot
        return rows_as_bars(self.title(), self.table)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        if self._value is not None:
            self.draw(self._value)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


_MOST_BARS = 40


def rows_as_bars(title: str, table: FigureTable) -> Plot | None:
    """The first rows of a table as bars, by its first number; None without rows."""
    rows = []
    for row in table.model.rows()[:_MOST_BARS]:
        cell = next((each for each in row.cells if isinstance(each, Number | Share)), None)
        if cell is not None:
            colour = cell.colour if isinstance(cell, Share) and cell.colour else "text2"
            rows.append(Bar(shown(row.cells[0]), cell.value, cell.shown, colour))
    return bars(title, rows) if rows else None
