"""What differs between a copy and the library as a list: headings, documents with ticks, labels, corpora."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from annotator.model.difference import Change, DocumentDifference
from annotator.ui.backups.words import BackupWords
from annotator.ui.i18n import number
from annotator.ui.models.one_column import OneColumnModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model.difference import Difference, NamedDifference
    from annotator.ui.models.one_column import Index

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        title: what it is about.
        told: what differs.
        short: the same where room is short, "" where there is nothing shorter.
        where: name of the corpus, "" for none.
        document: the document it is about, None for a heading, a label or a corpus.
        is_heading: whether it stands over others.
    """

    title: str
    told: str = ""
    short: str = ""
    where: str = ""
    document: DocumentDifference | None = None
    is_heading: bool = False

    @property
    def can_come_back(self) -> bool:
        """Whether it is a document that the copy holds."""
        return self.document is not None and self.document.change is not Change.LOST


class DifferencesModel(OneColumnModel):
    """All that differs, documents first.

    Signals:
        ticks_changed: other documents are ticked now.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = BackupWords(self)
        self.lines: list[Line] = []
        self.ticked: set[str] = set()
        self._difference: Difference | None = None

    def set_difference(self, difference: Difference | None) -> None:
        """Show another one, None for none; what was ticked stays so where it still differs."""
        self._difference = difference
        self.retranslate()
        self.ticked &= {line.document.uid for line in self.lines if line.document and line.can_come_back}
        self.ticks_changed.emit()

    def retranslate(self) -> None:
        """Say every line in the language in force."""
        self.beginResetModel()
        self.lines = [] if self._difference is None else list(self._said(self._difference))
        self.endResetModel()

    def _said(self, difference: Difference) -> Iterator[Line]:
        has_corpora = len({each.corpus for each in difference.documents}) > 1
        for change in (Change.GAINED, Change.CHANGED, Change.LOST):
            found = [each for each in difference.documents if each.change is change]
            if found:
                yield Line(self._documents_of(change), number(len(found)), is_heading=True)
            for each in found:
                where = each.corpus if has_corpora else ""
                short = self.words.in_short(each)
                yield Line(each.title, self.words.document(each), short, where, each)
        yield from self._named(self.tr("Labels"), difference.labels)
        yield from self._named(self.tr("Corpora"), difference.corpora)

    def _named(self, heading: str, found: tuple[NamedDifference, ...]) -> Iterator[Line]:
        if found:
            yield Line(heading, number(len(found)), is_heading=True)
        for each in found:
            told = self.words.named(each) or self.words.group(each.change).casefold()
            yield Line(each.name, told, where=each.corpus if each.corpus != each.name else "")

    def _documents_of(self, change: Change) -> str:
        return {
            Change.GAINED: self.tr("Documents that only the backup holds"),
            Change.CHANGED: self.tr("Documents that differ"),
            Change.LOST: self.tr("Documents that only the library holds"),
        }[change]

    # Ticks

    def toggle(self, row: int) -> None:
        """Tick the document of a row, or no longer."""
        line = self.line_at(row)
        if line is not None and line.document is not None and line.can_come_back:
            self.ticked ^= {line.document.uid}
            self.announce_rows(row, row)
            self.ticks_changed.emit()

    @property
    def has_ticks(self) -> bool:
        """Whether there is any document that the copy holds."""
        return any(line.can_come_back for line in self.lines)

    def toggle_all(self) -> None:
        """Tick all documents that the copy holds, or none when all are."""
        every = {line.document.uid for line in self.lines if line.document and line.can_come_back}
        self.ticked = set() if self.ticked == every else every
        self.announce_rows(0, len(self.lines) - 1)
        self.ticks_changed.emit()

    # Rows

    def line_at(self, row: int) -> Line | None:
        """The line of a row, or None."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def length(self) -> int:
        """The number of lines."""
        return len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        line = self.line_at(index.row())
        return Qt.ItemFlag.NoItemFlags if line is None or line.is_heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line for the delegate, its words for the reader."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        is_ticked = line.document is not None and line.document.uid in self.ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            return state if line.can_come_back else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            tick = (self.tr("ticked") if is_ticked else self.tr("not ticked")) if line.can_come_back else ""
            return ", ".join(word for word in (line.title, line.told, line.where, tick) if word)
        return None
