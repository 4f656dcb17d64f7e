"""What can be done to the selected documents of the list together: status and tags, each as one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.document import Status
from annotator.ui import icons
from annotator.ui.keymap import spoken
from annotator.ui.panels.document_rows import STATUS_ICONS
from annotator.ui.parts.plain_label import menu_words

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.ui.desk import Desk


class RowActs(QObject):
    """Puts the acts into a menu and does them.

    Signals:
        told: what was done, in a sentence.
        failed: an `AnnotatorError`.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def add_to(self, menu: QMenu, keys: array[int]) -> None:
        """Offer a status, and tags to give and to take away, for the documents of these rows."""
        marks = menu.addMenu(self.tr("Mark as"))
        words = {
            Status.NEW: self.tr("New"),
            Status.IN_PROGRESS: self.tr("In progress"),
            Status.DONE: self.tr("Done"),
        }
        for status, icon in STATUS_ICONS.items():
            marks.addAction(icons.icon(icon), words[status], partial(self.mark, keys, status))

    def add_tags(self, menus: Sequence[QMenu], keys: array[int], tags: Sequence[str]) -> None:
        """Offer the corpus's tags in two menus, to give and to take away."""
        give, take = menus
        for tag in tags:
            name = menu_words(tag)
            give.addAction(name, partial(self._retag, keys, add=(tag,)))
            take.addAction(name, partial(self._retag, keys, remove=(tag,)))
        give.setEnabled(bool(tags))
        take.setEnabled(bool(tags))

    def mark(self, keys: array[int], status: Status) -> None:
        """Give the documents of these rows a status."""
        self._do(lambda library: library.marking.mark(_uids(library, keys), status))

    def bin(self, keys: array[int]) -> None:
        """Move the documents of these rows into the bin; undo and the bin bring them back."""
        self._desk.write(
            lambda library: library.documents.bin(_uids(library, keys)), self._binned, self.failed.emit
        )

    def _binned(self, outcome: Outcome[int]) -> None:
        words = self.tr("%n document(s) in the bin now. Ctrl+Z takes that back.", "", outcome.value)
        self.told.emit(spoken(words, "edit.undo"))

    def _retag(self, keys: array[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        self._do(lambda library: library.describing.retag(_uids(library, keys), add=add, remove=remove))

    def _do(self, task: Callable[[Library], Outcome[int]]) -> None:
        self._desk.write(task, failed=self.failed.emit)


def _uids(library: Library, keys: array[int]) -> list[str]:
    """Also of rows that were never fetched."""
    return [row.uid for row in library.documents.rows(keys)]
