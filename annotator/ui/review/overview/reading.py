"""What the overview asks of the library: the matrix at once, figures of its documents beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from annotator.model.outcome import Touched
from annotator.ui.find.latest import Latest
from annotator.ui.review.overview.comparing import Comparing
from annotator.ui.review.overview.handed_out import HandedOut, handed_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.outcome import Outcome
    from annotator.model.overview import OverallFigures, ReviewOverview, RowFigures
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk

COMPARED: Final = (
    Touched.SPANS
    | Touched.LABELS
    | Touched.DOCUMENTS
    | Touched.CORPORA
    | Touched.PEOPLE
    | Touched.WHOLESALE
    | Touched.REVIEW
)
"""What changes something in the overview."""


class Reading(QObject):
    """Asks, and remembers which answers are out of date.

    Figures that are out of date stay in sight until the new ones are there. What is written while documents
    are compared does not make it begin anew: those documents are compared once more at the end.

    Signals:
        arrived: the `ReviewOverview` of the corpus, and what was `HandedOut` in it.
        figured: uid of a document -> `RowFigures`, of some documents.
        compared: all that was asked for is known.
        reckoned: the `OverallFigures`.
        failed: an `AnnotatorError`.
    """

    arrived = Signal(object, object)
    figured = Signal(object)
    compared = Signal()
    reckoned = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._corpus: str | None = None
        self._stale: set[str] = set()
        self._noted: set[str] = set()
        self._comparing = Comparing(desk, self)
        self._comparing.arrived.connect(self._take_figures)
        self._comparing.finished.connect(self.compared)
        self._comparing.failed.connect(self.failed)
        self._overall = Latest(desk, self)

    @property
    def is_busy(self) -> bool:
        """Whether answers are still to come."""
        return self._comparing.is_busy or self._overall.is_busy

    def turn_to(self, corpus: str | None) -> None:
        """Ask about another corpus from now on."""
        self.stop()
        self._corpus = corpus
        self._stale, self._noted = set(), set()

    def load(self) -> None:
        """Ask for the matrix of the corpus."""
        corpus = self._corpus
        if corpus is None:
            return

        def ask(library: Library) -> tuple[ReviewOverview, HandedOut]:
            return library.review.overview(corpus), handed_out(library.rounds.standings(corpus))

        def answered(found: tuple[ReviewOverview, HandedOut]) -> None:
            if corpus == self._corpus:
                self.arrived.emit(*found)

        self._desk.read(ask, answered, self.failed.emit)

    def note(self, outcome: Outcome[object], everything: Iterable[str]) -> None:
        """Remember what a write made out of date, also while nobody looks; `everything`: uids of all rows."""
        if outcome.touched & COMPARED:
            documents = set(outcome.documents or everything)
            self._stale |= documents
            self._noted |= documents

    def is_stale(self, document: str) -> bool:
        """Whether what is known of a document may be wrong."""
        return document in self._stale

    def compare(self, documents: Sequence[str], annotators: tuple[str, ...] = (), *, anew: bool) -> None:
        """Compare these documents, in this order.

        While others are compared it waits for their end, unless they are to be compared `anew`: other
        annotators are.
        """
        if self._comparing.is_busy and not anew:
            return
        self._noted.clear()
        if documents:
            self._comparing.compare(documents, annotators)
        else:
            self.compared.emit()

    @property
    def has_news(self) -> bool:
        """Whether something was written while documents were compared."""
        return bool(self._noted)

    def reckon(self, shares: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
        """Ask for the figures over all documents, by what each adds to strict and boundary F1."""

        def work(_library: Library, _progress: Progress) -> OverallFigures:
            from annotator.agreement.overall import overall

            return overall(shares)

        self._overall.ask(work, self.reckoned.emit)

    def stop(self) -> None:
        """Want no answers for now."""
        self._comparing.stop()
        self._overall.stop()

    def _take_figures(self, figures: Mapping[str, RowFigures]) -> None:
        self._stale -= set(figures) - self._noted
        self.figured.emit(figures)
