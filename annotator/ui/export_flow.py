"""Exports in the window: they go on while the person does something else, and tell of themselves below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.ui.i18n import number
from annotator.ui.job_line import JobWords

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.services.export.facts import ExportResult
    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.export_page import ExportPage

_JOB: Final = "export"


class ExportFlow(QObject):
    """Shows in the status line how far an export is, unless its page is shown, which says it larger."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: ExportPage | None = None

    def connect_page(self, page: ExportPage) -> None:
        """Follow what the export page does."""
        self._page = page
        page.progressed.connect(self._progressed)
        page.exported.connect(self._exported)
        page.refused.connect(self._refused)
        page.kept.told.connect(self._window.flow.telling.tell)

    def page_shown(self) -> None:
        """The page says it all now."""
        self._window.job_line.clear(_JOB)

    def forget(self) -> None:
        """The library is left: nothing of it is exported any more."""
        self._window.job_line.clear(_JOB)
        if self._page is not None:
            self._page.stop()

    def _is_shown(self) -> bool:
        return self._window.page == "export"

    def _progressed(self, done: int, total: int) -> None:
        page = self._page
        if page is None or self._is_shown():
            self._window.job_line.clear(_JOB)
        else:
            self._window.job_line.show_job(
                _JOB, JobWords(lambda: (self._how_far(done, total), self.tr("Stop")), page.stop_export)
            )

    def _how_far(self, done: int, total: int) -> str:
        part = f"{100 * done // total} %" if total else ""
        return self.tr("Exporting… %1").replace("%1", part).rstrip()

    def _exported(self, result: ExportResult) -> None:
        if self._is_shown():
            self._window.job_line.clear(_JOB)
            return
        self._window.job_line.show_job(
            _JOB,
            JobWords(
                lambda: (self._came_of(result), self.tr("Show")),
                lambda: self._window.show_page("export"),
                is_over=True,
            ),
        )

    def _came_of(self, result: ExportResult) -> str:
        words = self.tr("Exported: {recovered} of {spans} spans recovered")
        words = words.replace("{recovered}", number(result.spans_recovered))
        return words.replace("{spans}", number(result.spans_written))

    def _refused(self, error: AnnotatorError) -> None:
        self._window.job_line.clear(_JOB)
        if not self._is_shown():
            self._window.flow.tell_failure(error)
