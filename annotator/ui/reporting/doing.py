"""What the acts of report and self-test do in the window; both work without a library."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from annotator.errors import reason_of
from annotator.files import write_atomically
from annotator.ui import choosing
from annotator.ui.desk import Bridge
from annotator.ui.i18n import language, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.main_window import MainWindow
    from annotator.ui.reporting.page import ReportPage
    from annotator.ui.self_test.page import SelfTestPage


class ReportingDoing(QObject):
    """The handlers of `help.report` and `help.self_test`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = Bridge(self)
        self._came_from = "label"

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {"help.report": self.show_report, "help.self_test": self.show_self_test}

    def show_report(self) -> None:
        """Go to the report and put it together."""
        self._go("report")
        page = self._window.late.report
        page.wait()
        facts, spoken = window_facts(), language().code
        if self._window.flow.workbench.library is None:
            self._without_library(page, facts, spoken)
            return

        from annotator.services.safety.reporting import report

        self._window.library_desk.desk.run(
            lambda library, _progress: report(library, facts, spoken),
            lambda _done, _total: None,
            page.show_report,
            self._window.flow.tell_failure,
        )

    def _without_library(self, page: ReportPage, facts: Mapping[str, object], spoken: str) -> None:
        def put_together() -> None:
            from annotator.services.safety.reporting import report

            text = report(None, facts, spoken)
            self._bridge.deliver(lambda: page.show_report(text) if isValid(page) else None)

        Thread(target=put_together, name="report", daemon=True).start()

    def show_self_test(self) -> None:
        """Go to the self-test."""
        self._go("self_test")

    def connect_report(self, page: ReportPage) -> None:
        """Do what the report's page asks of the window."""
        page.save_wanted.connect(self._save)
        page.said.connect(self._window.flow.telling.tell)
        page.left.connect(self._go_back)

    def connect_self_test(self, page: SelfTestPage) -> None:
        """Do what the self-test's page asks of the window."""
        page.left.connect(self._go_back)

    def _go(self, page: str) -> None:
        if self._window.page not in ("report", "self_test"):
            self._came_from = self._window.page
        self._window.show_page(page)

    def _go_back(self) -> None:
        self._window.show_page(self._came_from)

    def _save(self, text: str) -> None:
        name = f"annotator-report-{datetime.now().astimezone():%Y-%m-%d}.txt"
        path = choosing.file_to_save(self._window, self.tr("Save the report"), name)
        if not path:
            return
        try:
            write_atomically(Path(path), text.encode())
        except OSError as error:
            reason = reason_of(error)
            words = self.tr("%1 could not be written (%2). The report is still here; choose another place.")
            self._window.flow.telling.say_failure(
                words.replace("%1", path).replace(
                    "%2", reason if isinstance(reason, str) else sentence(reason)
                )
            )
            return
        self._window.flow.telling.tell(self.tr("Saved as %1.").replace("%1", path))


def window_facts() -> dict[str, object]:
    """What only the window knows: Qt, the screens and how they are reached."""
    screens = [
        f"{each.size().width()} x {each.size().height()} at {each.devicePixelRatio():g}"
        for each in QGuiApplication.screens()
    ]
    return {
        "Qt": f"{qVersion()} (PySide {PySide6.__version__})",
        "window system": QGuiApplication.platformName(),
        "screens": ", ".join(screens),
        "language": language().code,
    }
