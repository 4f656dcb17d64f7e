"""The spans of the open layer as a table, in reading order or sorted by label or words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

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
_START: Final = attrgetter("start")
_UID: Final = attrgetter("uid")


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


def nesting_depths(spans: Iterable[Span], holders: Iterable[Span] = ()) -> list[int]:
    """For spans in reading order: how many hold each one wholly (crossing ones do not count).

    `holders` are the spans before them that may reach into them.
    """
    open_ = list(holders)
    depths = []
    for span in spans:
        open_ = [holder for holder in open_ if holder.end > span.start]
        depths.append(sum(holder.end >= span.end for holder in open_))
        open_.append(span)
    return depths


class SpanModel(OneColumnModel):
    """The spans of one layer. It reads the session's `LayerState` and never changes it.

    It follows at each key, so whatever grows with the number of spans is left to slices of lists; words are
    made for rows that are looked at.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._state: LayerState | None = None
        self._labels: dict[str, Label] = {}
        self._order: SpanOrder = "position"
        self._filter = ""
        self._only = Only()
        self._rows: list[Span | GroupRow] = []
        self._depths: list[int] = []
        self._places: dict[str, int] | None = None
        self._unsaved: frozenset[str] = frozenset()
        self._words: dict[str, tuple[Span, str]] = {}
        self._folded: dict[str, tuple[Span, str]] = {}

    # ------------------------------------------------------------------ what is listed

    @property
    def order(self) -> SpanOrder:
        """How the rows are sorted."""
        return self._order

    def set_document(self, text: str, state: LayerState | None, labels: Sequence[Label]) -> None:
        """List the spans of another document; None for no document."""
        self._text, self._state = text, state
        self._unsaved = frozenset()
        self._labels = {label.uid: label for label in labels}
        self._words, self._folded = {}, {}
        self._relist()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show the labels' new names and colours."""
        self._labels = {label.uid: label for label in labels}
        self._folded = {}
        self.spans_changed()
        self.announce_rows(0, len(self._rows) - 1)

    def set_unsaved(self, uids: frozenset[str]) -> None:
        """Mark the spans that the library does not hold as they are."""
        self._unsaved = uids
        self.announce_rows(0, len(self._rows) - 1)

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
        old, old_depths = self._rows, self._depths
        rows, depths = self._computed()
        head, tail = _ends(old, rows)
        top, bottom = _ends(
            [_key(row) for row in old[head : len(old) - tail]],
            [_key(row) for row in rows[head : len(rows) - tail]],
        )
        top, bottom = head + top, tail + bottom
        if len(old) > top + bottom:
            self.beginRemoveRows(QModelIndex(), top, len(old) - bottom - 1)
            rest = slice(len(old) - bottom, None)
            self._keep(old[:top] + old[rest], old_depths[:top] + old_depths[rest])
            self.endRemoveRows()
        if len(rows) > top + bottom:
            self.beginInsertRows(QModelIndex(), top, len(rows) - bottom - 1)
            self._keep(rows, depths)
            self.endInsertRows()
        self._keep(rows, depths)
        self.announce_rows(head, len(rows) - 1)

    def _relist(self) -> None:
        self.beginResetModel()
        self._keep([], [])
        self._keep(*self._computed())
        self.endResetModel()

    def _computed(self) -> tuple[list[Span | GroupRow], list[int]]:
        """Rows and their depths as the state is now."""
        spans = self._listed()
        if self._order == "position":
            is_whole = not self._filter and self._only == Only()
            return [*spans], self._nested(spans) if is_whole else [0] * len(spans)
        groups = by_label(spans, self._labels) if self._order == "label" else by_words(spans, self._words_of)
        pairs = list(groups)
        return [row for row, _ in pairs], [depth for _, depth in pairs]

    def _listed(self) -> list[Span]:
        """The spans that are to be listed, in reading order."""
        spans = self._state.spans() if self._state is not None else []
        if self._only != Only():
            spans = [span for span in spans if self._only.fits(span)]
        if self._filter:
            spans = [span for span in spans if self._filter in self._folded_of(span)]
        return spans

    def _nested(self, spans: list[Span]) -> list[int]:
        """Depths in reading order; they are reckoned anew only where spans differ from the rows till now."""
        before = len(self._rows)
        head, tail = _ends(self._rows, spans)
        differing = self.spans_in(head, before - tail - 1) + spans[head : len(spans) - tail]
        if not differing:
            return self._depths
        reach = max(span.end for span in differing)
        last = bisect_left(spans, reach, lo=len(spans) - tail, key=_START)
        start = min(span.start for span in differing)
        holders = [span for span in spans[:head] if span.end > start]
        anew = nesting_depths(spans[head:last], holders)
        return self._depths[:head] + anew + self._depths[before - len(spans) + last :]

    def _words_of(self, span: Span) -> str:
        """The words of a span's row."""
        known = self._words.get(span.uid)
        if known is None or known[0] is not span:
            known = self._words[span.uid] = (span, self._made_words(span))
        return known[1]

    def _made_words(self, span: Span) -> str:
        if span.parts is None:
            return one_line(self._text[span.start : min(span.end, span.start + _WORDS_AT_MOST)])
        return one_line(covered_text(self._text, span)[:_WORDS_AT_MOST])

    def _folded_of(self, span: Span) -> str:
        """What the field looks through; kept, for folding ten thousand at each key would be felt."""
        known = self._folded.get(span.uid)
        if known is None or known[0] is not span:
            label = self._labels.get(span.label)
            words = f"{fold(self._words_of(span))}\n{fold(label.name if label else '')}"
            known = self._folded[span.uid] = (span, words)
        return known[1]

    def _keep(self, rows: list[Span | GroupRow], depths: list[int]) -> None:
        self._rows, self._depths, self._places = rows, depths, None

    # ------------------------------------------------------------------ rows

    def row_of(self, uid: str) -> int | None:
        """The row of a span, or None when it is not listed; of a heading by its `key_at`."""
        if self._places is None:
            key = _UID if self._order == "position" else _key  # ten thousand of them: the quicker, the better
            self._places = dict(zip(map(key, self._rows), range(len(self._rows)), strict=True))
        return self._places.get(uid)

    def span_at(self, row: int) -> Span | None:
        """The span of a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return None if isinstance(found, GroupRow) else found

    def key_at(self, row: int) -> str | None:
        """What `row_of` finds a row by, a heading too."""
        return _key(self._rows[row]) if 0 <= row < len(self._rows) else None

    @property
    def shown(self) -> int:
        """How many spans are listed, headings aside."""
        if self._order == "position":
            return len(self._rows)
        return sum(not isinstance(row, GroupRow) for row in self._rows)

    def spans_in(self, first: int, last: int) -> list[Span]:
        """The spans of the rows from `first` to `last`, both inclusive."""
        return [row for row in self._rows[first : last + 1] if not isinstance(row, GroupRow)]

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
        row = self._row(index.row())
        if role == SPAN_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, GroupRow):
                return f"{row.words}, {row.count}"
            name = row.label.name if row.label else ""
            return ", ".join([row.words, name, *([not_saved_words()] if row.is_unsaved else [])])
        return None

    def _row(self, place: int) -> Row:
        row = self._rows[place]
        if isinstance(row, GroupRow):
            return row
        depth = min(self._depths[place], _DEEPEST_INDENT)
        label = self._labels.get(row.label)
        return SpanRow(row, self._words_of(row), label, depth, row.uid in self._unsaved)


def not_saved_words() -> str:
    """What is said of a span that is not on the disk."""
    return QCoreApplication.translate("SpanModel", "not saved")


def _key(row: Span | GroupRow) -> str:
    """What tells a row from the others."""
    return row.key if isinstance(row, GroupRow) else row.uid


def _ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many items both begin with, and how many of the others both end with."""
    head = _common(old, new)
    return head, _common(old[head:][::-1], new[head:][::-1])


def _common(left: Sequence[object], right: Sequence[object]) -> int:
    """How many items both begin with; found by halves, for lists compare slices quickest."""
    least, most = 0, min(len(left), len(right))
    while least < most:
        middle = (least + most + 1) // 2
        if left[least:middle] == right[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
