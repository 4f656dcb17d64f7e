"""What backups do in the window: their page comes up, leads to documents and to restored libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.outcome import Touched
from annotator.ui import choosing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.model.outcome import Outcome
    from annotator.ui.backups.page import BackupsPage
    from annotator.ui.main_window import MainWindow

_SHOWN = Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS | Touched.CORPORA | Touched.WHOLESALE


class BackupsDoing(QObject):
    """The handlers of `ui/acts/backups.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {"file.backups": self.show}

    def show(self) -> None:
        """Go to the page of backups."""
        self._window.show_page("backups")
        self._window.late.backups.load()

    def connect_page(self, page: BackupsPage) -> None:
        """Follow what the page does."""
        flow = self._window.flow
        page.told.connect(flow.telling.tell)
        page.failed.connect(flow.tell_failure)
        page.left.connect(flow.go_home)
        page.document_wanted.connect(self._open_document)
        page.library_wanted.connect(self._open_library)
        page.folder_wanted.connect(self._choose_folder)
        self._window.library_desk.changed.connect(self._follow)

    def _follow(self, outcome: Outcome[object]) -> None:
        if self._window.page == "backups" and outcome.touched & _SHOWN:
            self._window.late.backups.compare_again()

    def _open_document(self, uid: str) -> None:
        self._window.show_page("label")
        self._window.flow.workbench.open_document(uid)

    def _open_library(self, path: str) -> None:
        if self._window.leave_library():
            self._window.windows.close_others(self._window)
            self._window.flow.open_library(path)

    def _choose_folder(self, usual: bool) -> None:
        folder = "" if usual else choosing.folder_to_open(self._window, self.tr("Folder for backups"))
        if usual or folder:
            self._window.personal.change(backup_folder=folder)
            self._window.late.backups.load()
