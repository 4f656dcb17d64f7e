"""What the figures do in the window: come up, follow what is saved, lead to places, leave as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import reason_of
from annotator.files import write_atomically
from annotator.model.filters import whole_search
from annotator.model.plain_table import guarded_in
from annotator.ui import choosing
from annotator.ui.codebook.doing import CodebookDoing
from annotator.ui.i18n import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.model.figures import FoundSpan
    from annotator.model.outcome import Outcome
    from annotator.model.plots import Plot
    from annotator.ui.figures.page import FiguresPage
    from annotator.ui.main_window import MainWindow


class FiguresDoing(QObject):
    """The handlers of `ui/acts/figures.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {"go.figures": self.show}

    def show(self) -> None:
        """Go to the figures."""
        self._window.show_page("figures")

    def prepare(self) -> None:
        """Give the page its corpus, right before it is shown."""
        bench = self._window.flow.workbench
        corpus = bench.corpus.uid if bench.corpus else None
        is_writable = bench.library is not None and not bench.library.is_read_only
        query = self._window.place.documents.query
        self._window.late.figures.scope_choice.offer_list(whole_search(query.search, query.shown))
        self._window.late.figures.set_corpus(corpus, is_writable=is_writable)

    def connect_page(self, page: FiguresPage) -> None:
        """Do what the page asks of the window."""
        flow = self._window.flow
        page.said.connect(flow.telling.tell)
        page.place_wanted.connect(self._go_to)
        page.table_save_wanted.connect(self.save_table)
        page.plot_save_wanted.connect(self.save_plot)
        self._window.library_desk.changed.connect(self._follow)

    def _follow(self, outcome: Outcome[object]) -> None:
        if self._window.page == "figures":
            self._window.late.figures.refresh(outcome)

    def _go_to(self, place: FoundSpan) -> None:
        if place.match:
            doing = self._window.commands.part(CodebookDoing)
            doing.go_to(place.document, place.start, place.end, place.annotator)
        else:
            self._window.show_page("label")
            self._window.flow.workbench.open_document(place.document)

    def save_table(self) -> None:
        """Ask for a file and write the table into it as CSV."""
        page = self._window.late.figures
        kinds = [self.tr("Tables") + " (*.csv)"]
        name = choosing.file_to_save(self._window, self.tr("Save the table"), "figures.csv", kinds)
        if name:
            table = page.sheet.as_csv()
            self._write(_with_suffix(name, ".csv"), table, guarded_in(table.decode("utf-8-sig")))

    def save_plot(self) -> None:
        """Ask for a file and draw the plot into it, as SVG or PNG."""
        plot = self._window.late.figures.plot()
        if plot is None:
            self._window.flow.telling.tell(self.tr("There is nothing to draw yet."))
            return
        kinds = [self.tr("Drawings") + " (*.svg)", self.tr("Pictures") + " (*.png)"]
        name = choosing.file_to_save(self._window, self.tr("Save the plot"), "figures.svg", kinds)
        if name:
            path = _with_suffix(name, ".svg")
            self._write(path, _drawn(plot, as_picture=path.suffix.lower() == ".png"))

    def _write(self, path: Path, data: bytes, guarded: int = 0) -> None:
        try:
            write_atomically(path, data)
        except OSError as error:
            words = self.tr("%1 could not be written: %2.").replace("%1", str(path))
            reason = reason_of(error)
            said = reason if isinstance(reason, str) else sentence(reason)
            self._window.flow.telling.warn(words.replace("%2", said))
        else:
            words = self.tr("Saved as %1").replace("%1", str(path))
            if guarded:
                words += ". " + self.tr(
                    "%n cell(s) that a spreadsheet would take for a formula begin with an apostrophe.",
                    "",
                    guarded,
                )
            self._window.flow.telling.tell(words)


def _with_suffix(name: str, suffix: str) -> Path:
    path = Path(name)
    return path if path.suffix else path.with_name(f"{path.name}{suffix}")


def _drawn(plot: Plot, *, as_picture: bool) -> bytes:
    from annotator.ui.figures.plot_view import png_of, svg_of

    return png_of(plot) if as_picture else svg_of(plot)
