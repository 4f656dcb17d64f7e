"""The spans of the open layer as a table, in reading order or sorted by label or words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QModelIndex, QObject, Qt

from annotator.model.span import covered_text
from annotator.text.fold import fold
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.models.span_groups import GroupRow, SpanRow, by_label, by_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.changes import LayerState
    from annotator.model.label import Label
    from annotator.model.span import Span
    from annotator.ui.models.one_column import Index
    from annotator.ui.models.span_groups import Row

SpanOrder = Literal["position", "label", "words"]
Mark = Literal["", "unsure", "question", "note"]

SPAN_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `SpanRow` or `GroupRow` itself."""
_WORDS_AT_MOST: Final = 300
"""Code points of a span's words that a row carries; no row is wide enough to show more."""
_DEEPEST_INDENT: Final = 4


@dataclass(frozen=True, slots=True)
class Only:
    """Which spans are listed beside what the field says.

    Attributes:
        label: uid of their label, None for any.
        mark: "unsure", "question" or "note" that they carry, "" for any.
    """

    label: str | None = None
    mark: Mark = ""

    def fits(self, span: Span) -> bool:
        """Whether a span is listed."""
        if self.label is not None and span.label != self.label:
            return False
        return not self.mark or (bool(span.note) if self.mark == "note" else self.mark in span.flags)


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
        self._only = Only()
        self._rows: list[Row] = []
        self._place: dict[str, int] = {}
        self._known: dict[str, tuple[SpanRow, str]] = {}

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
        self._known = {}
        self._keep(self._computed())
        self.endResetModel()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show the labels' new names and colours."""
        self._labels = {label.uid: label for label in labels}
        self._known = {}
        self.spans_changed()

    def set_order(self, order: SpanOrder) -> None:
        """Sort by place in the text, by label, or by words."""
        self._order = order
        self._relist()

    def set_filter(self, words: str) -> None:
        """List only spans whose words or label name hold `words`, case and diacritics aside; "" for all."""
        self._filter = fold(words.strip())
        self._relist()

    @property
    def only(self) -> Only:
        """Which spans are listed beside what the field says."""
        return self._only

    def set_only(self, only: Only) -> None:
        """List only spans of a label, or with a mark."""
        self._only = only
        self._relist()

    def spans_changed(self) -> None:
        """Follow the state after changes: rows that stay keep their place, so that the list does not jump."""
        rows = self._computed()
        old, new = [row.key for row in self._rows], [row.key for row in rows]
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

    def _computed(self) -> list[Row]:
        if self._state is None:
            return []
        rows = [self._row(span) for span in self._state.spans() if self._only.fits(span)]
        if self._filter:
            rows = [row for row in rows if self._filter in self._known[row.span.uid][1]]
        if self._order == "label":
            return list(by_label(rows, len(self._labels)))
        if self._order == "words":
            return list(by_words(rows))
        if not self._filter and self._only == Only():
            rows = self._nested(rows)
        return [*rows]

    @staticmethod
    def _nested(rows: list[SpanRow]) -> list[SpanRow]:
        depths = nesting_depths(row.span for row in rows)
        return [
            replace(row, depth=min(depth, _DEEPEST_INDENT)) if depth else row
            for row, depth in zip(rows, depths, strict=True)
        ]

    def _row(self, span: Span) -> SpanRow:
        """The row of a span; made once, for folding ten thousand at each key would be felt."""
        known = self._known.get(span.uid)
        if known is None or known[0].span is not span:
            row = SpanRow(span, self._words(span), self._labels.get(span.label))
            name = row.label.name if row.label else ""
            known = self._known[span.uid] = (row, f"{fold(row.words)}\n{fold(name)}")
        return known[0]

    def _words(self, span: Span) -> str:
        if span.parts is None:
            return one_line(self._text[span.start : min(span.end, span.start + _WORDS_AT_MOST)])
        return one_line(covered_text(self._text, span)[:_WORDS_AT_MOST])

    def _keep(self, rows: list[Row]) -> None:
        self._rows = rows
        self._place = {row.key: place for place, row in enumerate(rows)}

    # ------------------------------------------------------------------ rows

    def row_of(self, uid: str) -> int | None:
        """The row of a span, or None when it is not listed."""
        return self._place.get(uid)

    def span_at(self, row: int) -> Span | None:
        """The span of a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found.span if isinstance(found, SpanRow) else None

    def key_at(self, row: int) -> str | None:
        """What `row_of` finds a row by, a heading too."""
        return self._rows[row].key if 0 <= row < len(self._rows) else None

    @property
    def shown(self) -> int:
        """How many spans are listed, headings aside."""
        return sum(isinstance(row, SpanRow) for row in self._rows)

    def spans_in(self, first: int, last: int) -> list[Span]:
        """The spans of the rows from `first` to `last`, both inclusive."""
        return [row.span for row in self._rows[first : last + 1] if isinstance(row, SpanRow)]

    def length(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Spans can be chosen; headings are passed over."""
        is_heading = index.isValid() and isinstance(self._rows[index.row()], GroupRow)
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

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
            if isinstance(row, GroupRow):
                return f"{row.words}, {row.count}"
            return f"{row.words}, {row.label.name if row.label else ''}"
        return None


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many items both begin with."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
