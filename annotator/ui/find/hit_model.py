"""The hits of a search as rows: more are asked for as one scrolls, and any of them may be ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, Qt, Signal

from annotator.ui.models.one_column import OneColumnModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from annotator.model.search import Hit
    from annotator.ui.models.one_column import Index

HIT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Hit` of a row."""
TICKED_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether the row is ticked."""

Key = tuple[str, int, int]


def key_of(hit: Hit) -> Key:
    """What tells a hit from all others: document, start, end."""
    return hit.document, hit.start, hit.end


class HitModel(OneColumnModel):
    """Hits that were fetched so far.

    Either some hits are ticked, or all are but some: those that were not fetched yet are ticked with all.

    Signals:
        more_wanted: the end is in sight, and there are more.
        ticks_changed: other hits are ticked.
    """

    more_wanted = Signal()
    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._odd: set[Key] = set()
        self.has_more = False
        self.are_all = False

    def length(self) -> int:
        """The number of hits fetched."""
        return len(self._hits)

    @property
    def hits(self) -> Sequence[Hit]:
        """Those fetched so far."""
        return self._hits

    # What is listed

    def show_hits(self, hits: Iterable[Hit], *, more: bool) -> None:
        """List these; ticks on hits that were there before stay."""
        self.beginResetModel()
        self._hits = list(hits)
        self.has_more = more
        if not more:
            self._odd &= {key_of(hit) for hit in self._hits}
        self.endResetModel()
        self.ticks_changed.emit()

    def add_hits(self, hits: Sequence[Hit], *, more: bool) -> None:
        """List these below the others."""
        self.has_more = more
        if hits:
            self.beginInsertRows(QModelIndex(), len(self._hits), len(self._hits) + len(hits) - 1)
            self._hits.extend(hits)
            self.endInsertRows()

    def hit_at(self, row: int) -> Hit | None:
        """The hit of a row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def row_of(self, key: Key) -> int | None:
        """Where a hit is listed."""
        return next((row for row, hit in enumerate(self._hits) if key_of(hit) == key), None)

    # Ticks

    def is_ticked(self, hit: Hit) -> bool:
        """Whether a hit is ticked."""
        return (key_of(hit) in self._odd) is not self.are_all

    @property
    def odd(self) -> frozenset[Key]:
        """The hits that are ticked; when all are, those that are not."""
        return frozenset(self._odd)

    def ticked(self) -> list[Hit]:
        """The fetched hits that are ticked."""
        return [hit for hit in self._hits if self.is_ticked(hit)]

    def count_ticked(self, total: int | None) -> int:
        """How many hits are ticked, of that many in all; None when that is not known yet."""
        if not self.are_all:
            return len(self._odd)
        return max(0, (len(self._hits) if total is None else total) - len(self._odd))

    def toggle(self, row: int) -> None:
        """Tick a row, or no longer."""
        hit = self.hit_at(row)
        if hit is not None:
            self._odd ^= {key_of(hit)}
            self._ticked(row, row)

    def tick_rows(self, first: int, last: int) -> None:
        """Tick all rows from one to the other, whichever comes first."""
        first, last = sorted((first, last))
        keys = {key_of(hit) for hit in self._hits[first : last + 1]}
        self._odd = self._odd - keys if self.are_all else self._odd | keys
        self._ticked(first, last)

    def tick_all(self, *, on: bool) -> None:
        """Tick every hit of the search, those to come too; or none."""
        self.are_all = on
        self._odd.clear()
        self._ticked(0, len(self._hits) - 1)

    def _ticked(self, first: int, last: int) -> None:
        self.announce_rows(first, last)
        self.ticks_changed.emit()

    # Qt's side

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008, N802  (Qt's signature)
        """Whether there are more."""
        return self.has_more and not parent.isValid()

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008, N802  (Qt's signature)
        """Ask for more; they come later."""
        if not parent.isValid():
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The hit, its tick, or both in words."""
        hit = self.hit_at(index.row()) if index.isValid() else None
        if hit is None:
            return None
        if role == HIT_ROLE:
            return hit
        if role == TICKED_ROLE:
            return self.is_ticked(hit)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            tick = self.tr("ticked") if self.is_ticked(hit) else self.tr("not ticked")
            return f"{tick}, {' '.join((hit.left + hit.match + hit.right).split())}, {hit.title}"
        return None
