"""What is said of kept changes and copies when a library is opened, one strip below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.unsaved.copy_strip import CopyStrip
from annotator.ui.unsaved.kept_strip import KeptStrip
from annotator.ui.unsaved.refused_strip import RefusedStrip

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


class KeptStrips(QWidget):
    """The strips of one window.

    Attributes:
        copies: where a newer copy lies.
        elsewhere: changes that are kept for another file, or cannot be understood.
        refused: kept changes that the library did not accept.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        left_behind = window.windows.left_behind
        self.copies = CopyStrip(left_behind)
        self.elsewhere = KeptStrip(left_behind, self._named)
        self.refused = RefusedStrip(left_behind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in (self.copies, self.elsewhere, self.refused):
            column.addWidget(strip)
            strip.focus_lost.connect(lambda: window.focus_page())  # it is made before the pages are
        self.copies.open_wanted.connect(self._open)

    def _named(self, page: str) -> str:
        return self._window.flow.saved.words_of_page(page)

    def _open(self, path: str) -> None:
        """Leave the library for the copy that holds more than it."""
        if self._window.leave_library():
            self._window.windows.close_others(self._window)
            self._window.flow.open_library(path)
