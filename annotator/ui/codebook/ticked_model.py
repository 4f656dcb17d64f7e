"""Rows with ticks, of which only those in sight are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from annotator.ui.models.one_column import OneColumnModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.codebook import Place, ShownSpan
    from annotator.ui.models.one_column import Index

SPAN_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `ShownSpan`, or None while it is on its way."""
TICK_ROLE: Final = Qt.ItemDataRole.CheckStateRole
_PAGE: Final = 100


class TickedSpans(OneColumnModel):
    """Spans by key; a page of them is asked for when one of it is to be painted.

    Signals:
        ticks_changed: another number of rows is ticked now.
    """

    ticks_changed = Signal()

    def __init__(
        self,
        fetch: Callable[[list[int], Callable[[list[ShownSpan]], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._places: list[Place] = []
        self._shown: dict[int, ShownSpan] = {}
        self._asked: set[int] = set()
        self.ticked: set[int] = set()

    def set_places(self, places: Sequence[Place]) -> None:
        """Show these spans; ticks on those that were there before stay."""
        self.beginResetModel()
        self._places = list(places)
        self._shown.clear()
        self._asked.clear()
        self.ticked &= {place.key for place in places}
        self.endResetModel()
        self.ticks_changed.emit()

    def length(self) -> int:
        """The number of spans."""
        return len(self._places)

    def span_at(self, row: int) -> ShownSpan | None:
        """The span of a row, None while it is on its way."""
        return self._shown.get(self._places[row].key) if 0 <= row < len(self._places) else None

    def toggle(self, row: int) -> None:
        """Tick a row, or no longer."""
        if 0 <= row < len(self._places):
            self.ticked ^= {self._places[row].key}
            self.announce_rows(row, row)
            self.ticks_changed.emit()

    def tick_all(self, *, on: bool) -> None:
        """Tick all rows, or none."""
        self.ticked = {place.key for place in self._places} if on else set()
        self.announce_rows(0, len(self._places) - 1)
        self.ticks_changed.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its words for the reader."""
        if not index.isValid():
            return None
        key = self._places[index.row()].key
        if role == TICK_ROLE:
            return Qt.CheckState.Checked if key in self.ticked else Qt.CheckState.Unchecked
        span = self._shown.get(key)
        if span is None:
            self._ask(index.row())
        if role == SPAN_ROLE:
            return span
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and span is not None:
            words = f"{span.left}{span.match}{span.right}"
            ticked = self.tr("ticked") if key in self.ticked else self.tr("not ticked")
            return f"{words} · {span.title} · {span.annotator} · {ticked}"
        return None

    def _ask(self, row: int) -> None:
        page = row // _PAGE
        if page in self._asked:
            return
        self._asked.add(page)
        first = page * _PAGE
        keys = [place.key for place in self._places[first : first + _PAGE]]
        places = self._places

        def arrived(spans: list[ShownSpan]) -> None:
            if places is self._places:
                self._shown.update((span.key, span) for span in spans)
                self.announce_rows(first, min(first + _PAGE, len(places)) - 1)

        self._fetch(keys, arrived)
