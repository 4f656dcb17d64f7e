"""The corpora of a library as a list: the living ones, or those in the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from annotator.ui.models.one_column import OneColumnModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.document import Corpus
    from annotator.ui.models.one_column import Index


CORPUS_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Corpus` itself."""
CURRENT_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether it is the corpus the window shows."""


class CorpusModel(OneColumnModel):
    """Corpora in the library's order.

    Signals:
        renamed: uid and new name that a person typed; nothing is written here.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Corpus] = []
        self._current: str | None = None

    def set_corpora(self, rows: Sequence[Corpus], current: str | None) -> None:
        """Show these corpora; `current` is the uid of the one the window is on."""
        self.beginResetModel()
        self._rows, self._current = list(rows), current
        self.endResetModel()

    def corpus_at(self, row: int) -> Corpus | None:
        """The corpus of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, uid: str) -> int | None:
        """The row of a corpus, or None."""
        return next((place for place, corpus in enumerate(self._rows) if corpus.uid == uid), None)

    def length(self) -> int:
        """The number of corpora."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be typed over."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def setData(  # noqa: N802  (Qt's name)
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell that a person typed another name; the row changes when the library has it."""
        corpus = self.corpus_at(index.row())
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or corpus is None or name in ("", corpus.name):
            return False
        self.renamed.emit(corpus.uid, name)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its name for the reader."""
        if not index.isValid():
            return None
        corpus = self._rows[index.row()]
        if role == CORPUS_ROLE:
            return corpus
        if role == CURRENT_ROLE:
            return corpus.uid == self._current
        if role == Qt.ItemDataRole.DisplayRole:
            return corpus.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            documents = self.tr("%n document(s)", "", corpus.documents)
            return f"{corpus.name}, {documents}"
        return None
