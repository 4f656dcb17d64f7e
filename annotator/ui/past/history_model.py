"""The acts of a history as rows: a heading for each day, its acts, and room for the one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from annotator.ui.i18n import sentence
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.past.days import act_words, day_of, day_words, person_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from annotator.model.outcome import StepInfo
    from annotator.model.past import HistoryFilter, HistoryPage
    from annotator.ui.desk import Desk
    from annotator.ui.models.one_column import Index

PAGE: Final = 100
"""Acts fetched at once."""

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `HistoryRow` itself."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One row: the heading of `day`, an act, or the room under the act that is open."""

    day: date | None = None
    act: StepInfo | None = None
    is_room: bool = False

    @property
    def is_act(self) -> bool:
        """Whether it can be chosen."""
        return self.act is not None and not self.is_room


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose history is listed: of a corpus, or of one document of it, and which acts."""

    corpus: str
    document: str | None
    chosen: HistoryFilter


class HistoryModel(OneColumnModel):
    """Acts, newest first; pages are fetched as somebody scrolls to them.

    Signals:
        relisted: rows came, went or changed their kind; heights are to be set anew from that row on.
        failed: an `AnnotatorError` of a read.

    Attributes:
        is_moving: rows come and go just now; that another one becomes current by it is nobody's wish.
    """

    relisted = Signal(int)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: Asked | None = None
        self._acts: list[StepInfo] = []
        self._rows: list[HistoryRow] = []
        self._open: str | None = None
        self._before: int | None = None
        self._is_fetching = False
        self._generation = 0
        self.is_moving = False

    # ------------------------------------------------------------------ what is listed

    def show_history(self, asked: Asked | None) -> None:
        """List another history from its newest act; None: nothing."""
        self._asked = asked
        self._generation += 1
        self._is_fetching = False
        self._open = None
        if asked is None:
            self._take([], None)
        else:
            self._fetch(None, lambda page: self._take(list(page.acts), page.before))

    def follow(self) -> None:
        """Look for new acts at the top, and for what changed of those there are."""
        if self._asked is not None:
            self._fetch(None, self._join)

    def _join(self, page: HistoryPage) -> None:
        fresh = list(page.acts)
        last = fresh[-1].seq if fresh else 0
        older = [act for act in self._acts if act.seq < last] if page.before is not None else []
        self._take([*fresh, *older], self._before if older else page.before)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802  (Qt's name)
        """Whether there are older acts that are not under way yet."""
        return not parent.isValid() and self._before is not None and not self._is_fetching

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802  (Qt's name)
        """Fetch the next page, if there is one that is not under way."""
        if self.canFetchMore(QModelIndex()):
            self._fetch(self._before, lambda page: self._take([*self._acts, *page.acts], page.before))

    def _fetch(self, before: int | None, take: Any) -> None:
        asked, generation = self._asked, self._generation
        if asked is None:
            return
        self._is_fetching = True

        def arrived(page: HistoryPage) -> None:
            if generation == self._generation:
                take(page)
                self._is_fetching = False

        self._desk.read(
            lambda library: library.history.page(
                asked.corpus if asked.document is None else None,
                asked.document,
                asked.chosen,
                before=before,
                limit=PAGE,
                said=sentence,
            ),
            arrived,
            self.failed.emit,
        )

    # ------------------------------------------------------------------ rows

    def open_act(self, uid: str | None) -> None:
        """Make room under an act; None: nowhere."""
        if uid == self._open:
            return
        self._open, self.is_moving = uid, True
        if (room := self.room) is not None:
            self.beginRemoveRows(QModelIndex(), room, room)
            del self._rows[room]
            self.endRemoveRows()
        if uid is not None and (row := self.row_of(uid)) is not None:
            self.beginInsertRows(QModelIndex(), row + 1, row + 1)
            self._rows.insert(row + 1, HistoryRow(act=self._rows[row].act, is_room=True))
            self.endInsertRows()
        self.is_moving = False
        self.relisted.emit(0)

    def _take(self, acts: list[StepInfo], before: int | None) -> None:
        """Show these acts; rows that stay keep their place, so that the list does not jump."""
        old, new = self._rows, self._with_days(acts)
        self._acts, self._before, self.is_moving = acts, before, True
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        if len(old) > head + tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(new) > head + tail:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._rows = old[:head] + new[head : len(new) - tail] + old[len(old) - tail :]
            self.endInsertRows()
        self._rows, self.is_moving = new, False
        self.announce_rows(0, len(new) - 1)
        self.relisted.emit(head)

    def _with_days(self, acts: Sequence[StepInfo]) -> list[HistoryRow]:
        rows: list[HistoryRow] = []
        day = None
        for act in acts:
            if (today := day_of(act.time)) != day:
                day = today
                rows.append(HistoryRow(day=day))
            rows.append(HistoryRow(act=act))
            if act.uid == self._open:
                rows.append(HistoryRow(act=act, is_room=True))
        return rows

    def act_at(self, row: int) -> StepInfo | None:
        """The act of a row, None for a heading."""
        return self._rows[row].act if 0 <= row < len(self._rows) else None

    def row(self, row: int) -> HistoryRow:
        """What stands in a row that there is."""
        return self._rows[row]

    def row_of(self, uid: str) -> int | None:
        """The row of an act."""
        return next(
            (n for n, row in enumerate(self._rows) if row.is_act and row.act and row.act.uid == uid), None
        )

    @property
    def room(self) -> int | None:
        """The row of the room under the open act."""
        return next((n for n, row in enumerate(self._rows) if row.is_room), None)

    def length(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Acts can be chosen; headings and the room are passed over."""
        is_fixed = index.isValid() and not self._rows[index.row()].is_act
        return Qt.ItemFlag.NoItemFlags if is_fixed else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its words for the reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if row.act is not None:
                return f"{act_words(row.act)}, {person_words(row.act)}"
            return day_words(row.day) if row.day else ""
        return None


def _common(left: Sequence[HistoryRow], right: Sequence[HistoryRow]) -> int:
    """How many rows both begin with, by what they are about."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if _key(one) != _key(other):
            break
        count += 1
    return count


def _key(row: HistoryRow) -> tuple[object, ...]:
    return (row.day, row.act.uid if row.act else None, row.is_room)
