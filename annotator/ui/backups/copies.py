"""The list of verified copies: when, why, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRectF, Qt

from annotator.ui import fonts, theme
from annotator.ui.backups.words import BackupWords
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.parts.rows import RowDelegate, draw_words, title_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.model.soundness import BackupInfo, Kept
    from annotator.ui.models.one_column import Index

COPY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_LINE: Final = 20


class CopiesModel(OneColumnModel):
    """Copies, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.copies: Sequence[BackupInfo] = ()
        self._of_another: frozenset[str] = frozenset()
        self.words = BackupWords(self)

    def set_copies(self, kept: Kept) -> None:
        """Show these."""
        self.beginResetModel()
        self.copies = kept.copies
        self._of_another = frozenset(copy.path for copy in kept.copies if kept.is_of_another(copy))
        self.endResetModel()

    def copy_at(self, row: int) -> BackupInfo | None:
        """The copy of a row, or None."""
        return self.copies[row] if 0 <= row < len(self.copies) else None

    def contents(self, copy: BackupInfo) -> str:
        """What a copy holds, and whether it was made of another file of this library."""
        held = self.words.holds(copy)
        return f"{held} · {self.words.of_another()}" if copy.path in self._of_another else held

    def length(self) -> int:
        """The number of copies."""
        return len(self.copies)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The copy for the delegate, its words for the reader."""
        copy = self.copy_at(index.row()) if index.isValid() else None
        if copy is None:
            return None
        if role == COPY_ROLE:
            return copy
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = (self.words.when(copy), self.words.why(copy), self.contents(copy))
            return ", ".join(word for word in told if word)
        return None


class CopyDelegate(RowDelegate):
    """Two lines a copy: when and why, then what it holds."""

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint both lines."""
        copy: BackupInfo = index.data(COPY_ROLE)
        model = index.model()
        if not isinstance(model, CopiesModel):
            return
        tokens, words = theme.current(), model.words
        inner = area.adjusted(16, 0, -16, 0)
        top = QRectF(inner.left(), area.center().y() - _LINE, inner.width(), _LINE)
        align = Qt.AlignmentFlag.AlignRight
        took = draw_words(painter, top, words.why(copy), fonts.interface(12), tokens.muted, align)
        first = top.adjusted(0, 0, -took - 12, 0)
        draw_words(painter, first, words.when(copy), title_font(chosen=chosen), tokens.text)
        below = top.translated(0, _LINE - 1)
        draw_words(painter, below, model.contents(copy), fonts.interface(12, tabular=True), tokens.muted)
