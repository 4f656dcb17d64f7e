"""Composition of the program: fonts, theme, language, a first window, and only then the library behind it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.logs import record_start
from annotator.ui import fonts
from annotator.ui.ending import Ending
from annotator.ui.on_screen import window_icon
from annotator.ui.personal import Personal
from annotator.ui.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.main_window import MainWindow

_SWITCH_SECONDS: Final = 0.001
"""So long may a thread that works for the library keep the window waiting; five times that is usual."""


def run(library: str, language: str | None, files: Sequence[str]) -> int:
    """Open the window and stay until it is closed; gives the exit status.

    Args:
        library: path or URL.
        language: "en" or "vi" when the command line asked for one.
        files: files and folders to take in and open.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("annotator")
    application.setApplicationDisplayName("Annotator")
    application.setDesktopFileName("annotator")
    windows = open_window(library, language, files).windows
    windows.install_failures()
    windows.begin_run()
    ending = Ending(application)
    ending.wanted.connect(windows.end)
    ending.wanted.connect(lambda: application.exit(0))
    ending.session_ends.connect(windows.save_now)
    ending.listen()
    status = application.exec()
    ending.stop()
    windows.uninstall_failures()
    windows.end_run()
    for window in windows.all:
        window.deleteLater()
    return status


def open_window(library: str, language: str | None = None, files: Sequence[str] = ()) -> MainWindow:
    """A window that is shown and opens its library right after it has been painted for the first time.

    Loading the library's modules costs more than Qt itself, so nothing of it may come before the first paint.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    fonts.install()
    window = Windows(Personal(language)).add()

    def go_on() -> None:
        fonts.complete()
        QApplication.setWindowIcon(window_icon())
        window.flow.open_library(library, [Path(name) for name in files])
        record_start()

    window.first_painted.connect(go_on, Qt.ConnectionType.QueuedConnection)
    window.show()
    return window
