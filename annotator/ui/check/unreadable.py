"""What becomes of the window where the open library, or one article of it, cannot be read for damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.ui.main_window import MainWindow
    from annotator.ui.workbench import Workbench


class Unreadable(QObject):
    """Shows a sentence in place of an article, or the page of a refused library in place of all."""

    def __init__(self, window: MainWindow, bench: Workbench) -> None:
        super().__init__(window)
        self._window = window
        bench.document_unreadable.connect(self._show_document)
        bench.library_unreadable.connect(self._refuse_library)

    def _show_document(self, uid: str, title: str) -> None:
        """The list and the other articles stay at hand."""
        self._window.place.show_unreadable(uid, title)
        if self._window.page == "opening":
            self._window.show_page("label")
        self._window.flow.saved.show()

    def _refuse_library(self, error: AnnotatorError) -> None:
        """Not even its corpora can be listed: nothing could be shown."""
        desk = self._window.library_desk
        self._window.flow.leave_library()
        desk.close()
        desk.refused.emit(error, desk.where)
