"""The view of the span list: several rows can be chosen, and keys act on all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from annotator.ui.parts.rows import RowView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from annotator.ui.density import Size

_EXTENDING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class SpanView(RowView):
    """The view of the list.

    Signals:
        left: Escape.
        remove_wanted: Delete or Backspace.
        sign_typed: a printable character, which may be a label's key.
    """

    left = Signal()
    remove_wanted = Signal()
    sign_typed = Signal(str)

    def __init__(self, row_height: Size, parent: QWidget | None = None) -> None:
        super().__init__(row_height, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves, Delete and Backspace remove, a character is told."""
        control = event.modifiers() & (_WITH_CONTROL)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.remove_wanted.emit()
        elif event.text().strip() and event.text().isprintable() and not control:
            self.sign_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @staticmethod
    def is_extending() -> bool:
        """Whether the person holds a key by which a click chooses more rows instead of going there."""
        return bool(QApplication.keyboardModifiers() & _EXTENDING)

    def choose_rows(self, rows: Iterable[int]) -> None:
        """Choose exactly these rows; the current one stays."""
        model, chosen = self.model(), QItemSelection()
        for first, last in _stretches(rows):
            chosen.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def top_row(self) -> tuple[int, int]:
        """The first row in sight, and how many px of it are above; (-1, 0) for none."""
        index = self.indexAt(QPoint(1, 1))
        return (index.row(), -self.rowViewportPosition(index.row())) if index.isValid() else (-1, 0)

    def bring_to_top(self, row: int, above: int) -> None:
        """Scroll so that a row is the first in sight, with that many px of it above."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(row) + above)


_WITH_CONTROL: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _stretches(rows: Iterable[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
