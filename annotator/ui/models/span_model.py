"""The spans of the open layer as a table, in reading order or sorted by label or words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QModelIndex, QObject, Qt

from annotator.model.span import covered_text
from annotator.ui.models.one_column import OneColumnModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.changes import LayerState
    from annotator.model.label import Label
    from annotator.model.span import Span
    from annotator.ui.models.one_column import Index

SpanOrder = Literal["position", "label", "words"]

SPAN_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `SpanRow` itself."""
_WORDS_AT_MOST: Final = 300
"""Code points of a span's words that a row carries; no row is wide enough to show more."""
_DEEPEST_INDENT: Final = 4


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One line of the span list.

    Attributes:
        words: the words marked, on one line, cut after 300 code points.
        label: None when the label set does not (yet) hold it.
        depth: how many spans hold this one, in reading order; 0 in other orders.
    """

    span: Span
    words: str
    label: Label | None
    depth: int = 0


def one_line(text: str) -> str:
    """The words with every run of white space as one blank, as a list shows them."""
    return " ".join(text.split())


def nesting_depths(spans: Iterable[Span]) -> list[int]:
    """For spans in reading order: how many hold each one wholly (crossing ones do not count)."""
    holders: list[Span] = []
    depths = []
    for span in spans:
        holders = [holder for holder in holders if holder.end > span.start]
        depths.append(sum(holder.end >= span.end for holder in holders))
        holders.append(span)
    return depths


class SpanModel(OneColumnModel):
    """The spans of one layer. It reads the session's `LayerState` and never changes it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._state: LayerState | None = None
        self._labels: dict[str, Label] = {}
        self._order: SpanOrder = "position"
        self._filter = ""
        self._rows: list[SpanRow] = []
        self._place: dict[str, int] = {}

    # ------------------------------------------------------------------ what is listed

    @property
    def order(self) -> SpanOrder:
        """How the rows are sorted."""
        return self._order

    def set_document(self, text: str, state: LayerState | None, labels: Sequence[Label]) -> None:
        """List the spans of another document; None for no document."""
        self.beginResetModel()
        self._text, self._state = text, state
        self._labels = {label.uid: label for label in labels}
        self._keep(self._computed())
        self.endResetModel()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show the labels' new names and colours."""
        self._labels = {label.uid: label for label in labels}
        self.spans_changed()

    def set_order(self, order: SpanOrder) -> None:
        """Sort by place in the text, by label, or by words."""
        self._order = order
        self._relist()

    def set_filter(self, words: str) -> None:
        """List only spans whose words or label name hold `words`, without regard to case; "" for all."""
        self._filter = words.strip().casefold()
        self._relist()

    def spans_changed(self) -> None:
        """Follow the state after changes: rows that stay keep their place, so that the list does not jump."""
        rows = self._computed()
        old, new = [row.span.uid for row in self._rows], [row.span.uid for row in rows]
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        if len(old) > head + tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._keep(self._rows[:head] + self._rows[len(old) - tail :])
            self.endRemoveRows()
        if len(new) > head + tail:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._keep(rows)
            self.endInsertRows()
        self._keep(rows)
        self.announce_rows(0, len(rows) - 1)

    def _relist(self) -> None:
        self.beginResetModel()
        self._keep(self._computed())
        self.endResetModel()

    def _computed(self) -> list[SpanRow]:
        if self._state is None:
            return []
        spans = self._state.spans()
        depths = nesting_depths(spans) if self._order == "position" and not self._filter else [0] * len(spans)
        rows = [self._row(span, depth) for span, depth in zip(spans, depths, strict=True)]
        if self._filter:
            rows = [row for row in rows if self._filter in row.words.casefold() or self._filter in _name(row)]
        if self._order == "label":
            rows.sort(key=lambda row: row.label.position if row.label else len(self._labels))
        elif self._order == "words":
            rows.sort(key=lambda row: row.words.casefold())
        return rows

    def _row(self, span: Span, depth: int) -> SpanRow:
        if span.parts is None:
            words = self._text[span.start : min(span.end, span.start + _WORDS_AT_MOST)]
        else:
            words = covered_text(self._text, span)[:_WORDS_AT_MOST]
        return SpanRow(span, one_line(words), self._labels.get(span.label), min(depth, _DEEPEST_INDENT))

    def _keep(self, rows: list[SpanRow]) -> None:
        self._rows = rows
        self._place = {row.span.uid: place for place, row in enumerate(rows)}

    # ------------------------------------------------------------------ rows

    def row_of(self, uid: str) -> int | None:
        """The row of a span, or None when it is not listed."""
        return self._place.get(uid)

    def span_at(self, row: int) -> Span | None:
        """The span of a row."""
        return self._rows[row].span if 0 <= row < len(self._rows) else None

    def length(self) -> int:
        """The number of spans listed."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its words for the reader, both for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == SPAN_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words}, {row.label.name if row.label else ''}"
        return None


def _name(row: SpanRow) -> str:
    return row.label.name.casefold() if row.label else ""


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many items both begin with."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
