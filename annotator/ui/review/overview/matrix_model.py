"""The rows of the matrix in the order that was chosen, with the figures as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt

from annotator.model.document import Status
from annotator.model.overview import LayerCell
from annotator.model.review import ReviewFilter, blind_names
from annotator.text.fold import fold
from annotator.ui.i18n import number
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.review.overview.figures_words import figure_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from annotator.model.overview import OverviewRow, ReviewOverview, RowFigures
    from annotator.ui.models.one_column import Index
    from annotator.ui.review.overview.handed_out import HandedOut

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `MatrixRow`."""


class Order(Enum):
    """By what the rows are sorted."""

    OPEN = auto()
    """Most open differences first, of those with as many the lowest F1; then what waits."""
    F1 = auto()
    """Lowest strict F1 first."""
    TITLE = auto()
    """From a to z."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What is painted of one document.

    Attributes:
        row: the document with its layers.
        cells: one for each column of people; None where somebody has no layer and was given none.
        figures: None until the layers were compared.
        open: open differences that the filter lets through; None until it is known, and where nobody can
            say yet.
        is_waiting: somebody's spans are still to come.
    """

    row: OverviewRow
    cells: tuple[LayerCell | None, ...]
    figures: RowFigures | None
    open: int | None
    is_waiting: bool

    @property
    def left(self) -> int:
        """Differences that were left open when the document was finished."""
        return len(self.figures.open) if self.row.is_finished and self.figures is not None else 0


class MatrixModel(OneColumnModel):
    """Documents by annotators. Everything it shows was handed to it: it asks nobody."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.order = Order.OPEN
        self._people: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._rows: list[OverviewRow] = []
        self._folded: dict[str, str] = {}
        self._figures: dict[str, RowFigures] = {}
        self._given: Mapping[str, Collection[str]] = {}
        self._filter = ReviewFilter()
        self._search: list[str] = []
        self._open_only = False
        self._is_blind = False
        self._waiting: frozenset[str] = frozenset()
        self._shown: list[OverviewRow] = []

    # What is shown

    def take(self, overview: ReviewOverview, handed: HandedOut) -> None:
        """Show these documents, and as not begun what was handed out to somebody who has no layer yet."""
        self._names = {person.uid: person.name for person in (*overview.people, *handed.people)}
        self._people, self._given = tuple(self._names), handed.given
        self._rows = list(overview.rows)
        self._folded = {}
        self._waiting = frozenset(
            row.document for row in self._rows if row.is_waiting(self._given.get(row.document, ()))
        )
        living = {row.document for row in self._rows}
        self._figures = {uid: known for uid, known in self._figures.items() if uid in living}
        self._lay_anew()

    def take_figures(self, figures: Mapping[str, RowFigures], *, sort: bool) -> None:
        """Add what comparing gave; `sort`: put the rows in order with it, else they stay where they are."""
        self._figures.update(figures)
        if sort:
            self._lay_anew()
        elif self._shown:
            self.announce_rows(0, len(self._shown) - 1)

    def forget_figures(self) -> None:
        """Other people are compared, or another corpus: nothing is known."""
        self._figures = {}
        self._lay_anew()

    def set_blind(self, blind: bool) -> None:
        """Call people by letters, in an order of its own in each row."""
        if blind != self._is_blind:
            self._is_blind = blind
            self._lay_anew()

    def choose(self, chosen: ReviewFilter, search: str, *, open_only: bool) -> None:
        """Count and show only what a filter lets through."""
        self._filter, self._search, self._open_only = chosen, fold(search).split(), open_only
        self._lay_anew()

    @property
    def is_counting_some(self) -> bool:
        """Whether only differences of some labels or classes are counted; F1 is that of all spans."""
        return bool(self._filter.labels or self._filter.differences)

    def sort(self, order: Order) -> None:  # type: ignore[override]  # Qt's own takes a column
        """Put the rows in another order."""
        self.order = order
        self._lay_anew()

    def _lay_anew(self) -> None:
        self.beginResetModel()
        names = [self._names[uid] for uid in self._people]
        self.heads = tuple(_letters(self._people)) if self._is_blind else tuple(names)
        self._shown = sorted(filter(self._is_listed, self._rows), key=self._sort_key)
        self.endResetModel()

    def _is_listed(self, row: OverviewRow) -> bool:
        if not self._open_only:
            return self.is_searched(row)
        is_open = not self.waits(row) and self.count(row) != 0
        return is_open and self.is_searched(row)

    def _sort_key(self, row: OverviewRow) -> tuple[float, float, str, str]:
        match self.order:
            case Order.OPEN:
                return (*self._by_open(row), "", "")
            case Order.F1:
                return (self._by_f1(row), 0, "", "")
        return (0, 0, self._folded_title(row), row.title)

    def _by_open(self, row: OverviewRow) -> tuple[float, float]:
        known = self._figures.get(row.document)
        if self.waits(row):
            return (2, 0)
        return (1, 0) if known is None else (-(self.count(row) or 0), self._by_f1(row))

    def _by_f1(self, row: OverviewRow) -> float:
        known = self._figures.get(row.document)
        return 2.0 if known is None or known.f1 is None or self.waits(row) else known.f1

    def _folded_title(self, row: OverviewRow) -> str:
        if row.document not in self._folded:
            self._folded[row.document] = fold(row.title)
        return self._folded[row.document]

    # Rows

    @property
    def rows(self) -> list[OverviewRow]:
        """All rows that are listed, in order."""
        return self._shown

    @property
    def all_rows(self) -> list[OverviewRow]:
        """All rows of the corpus, listed or not."""
        return self._rows

    def figures_of(self, document: str) -> RowFigures | None:
        """What is known of a document."""
        return self._figures.get(document)

    def count(self, row: OverviewRow) -> int | None:
        """Open differences of a document that the filter lets through, None until it is known.

        In a finished document nothing is left to decide, whatever was left open in it.
        """
        known = self._figures.get(row.document)
        if row.is_finished:
            return 0
        return None if known is None else known.count(self._filter)

    def waits(self, row: OverviewRow) -> bool:
        """Whether somebody's spans of it are still to come."""
        return row.document in self._waiting

    def is_searched(self, row: OverviewRow) -> bool:
        """Whether all words that are searched are in its title; without words all are."""
        return not self._search or all(word in self._folded_title(row) for word in self._search)

    def place_of(self, document: str) -> int | None:
        """The row of a document, None when it is not listed."""
        return next((place for place, row in enumerate(self._shown) if row.document == document), None)

    def row_at(self, place: int) -> MatrixRow | None:
        """What is painted at a place."""
        if not 0 <= place < len(self._shown):
            return None
        row = self._shown[place]
        known, waits = self._figures.get(row.document), self.waits(row)
        count = None if waits else self.count(row)
        return MatrixRow(row, self._cells(row), known, count, waits)

    def _cells(self, row: OverviewRow) -> tuple[LayerCell | None, ...]:
        cells = dict(row.cells)
        for uid in self._given.get(row.document, ()):
            cells.setdefault(uid, LayerCell(Status.NEW, 0))
        if not self._is_blind:
            return tuple(cells.get(uid) for uid in self._people)
        letters = blind_names(row.document, tuple(row.cells))
        known = sorted(row.cells, key=lambda uid: (len(letters[uid]), letters[uid]))
        others = sorted(uid for uid in cells if uid not in row.cells)
        found: list[LayerCell | None] = [cells[uid] for uid in (*known, *others)]
        return tuple(found + [None] * (len(self._people) - len(found)))

    # Qt's side

    def length(self) -> int:
        """The number of documents listed."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its words for the reader."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: MatrixRow) -> str:
        status = {
            Status.NEW: self.tr("not begun"),
            Status.IN_PROGRESS: self.tr("in progress"),
            Status.DONE: self.tr("done"),
        }
        told = [row.row.title]
        told += [
            f"{name}: {status[cell.status]}, {number(cell.spans)}"
            for name, cell in zip(self.heads, row.cells, strict=True)
            if cell is not None
        ]
        if row.is_waiting:
            told.append(self.tr("waits for somebody's spans"))
        elif row.figures is not None:
            told.append(self.tr("strict F1 %1").replace("%1", figure_words(row.figures.f1)))
            told.append(self.tr("%n to decide", "", row.open or 0))
            if row.left:
                told.append(self.tr("%n left open", "", row.left))
        return "; ".join(told)


def _letters(people: Iterable[str]) -> list[str]:
    return sorted(blind_names("", tuple(people)).values(), key=lambda name: (len(name), name))
