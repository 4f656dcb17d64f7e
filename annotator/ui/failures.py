"""Where errors become sentences, and where those that nobody caught are heard of."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from annotator.errors import Cancelled
from annotator.logs import described, record_failure, record_qt
from annotator.ui.i18n import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from annotator.errors import AnnotatorError
    from annotator.ui.main_window import MainWindow
    from annotator.ui.reporting.crash_dialog import CrashDialog

    QtHandler = Callable[[QtMsgType, QMessageLogContext, str], object]

_QUIET_SECONDS: Final = 10.0
"""So long after its dialog was closed the same error again is only logged: else nobody could go on."""

_SAME_LOGGED: Final = 3
"""So often one and the same message of Qt is logged."""


def words_of(error: AnnotatorError) -> str:
    """The sentence of an expected error in the window's language; "" for what the person asked to stop."""
    return "" if isinstance(error, Cancelled) else sentence(error.message)


class Failures(QObject):
    """Catches errors that nobody caught, in any thread, and tells of them in the GUI thread.

    Signals:
        _caught: what the error is called, and the details.
    """

    _caught = Signal(str, str)

    def __init__(self, parent: MainWindow) -> None:
        super().__init__(parent)
        self._window = parent
        self._open: CrashDialog | None = None
        self._guard = threading.local()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._qt_before: QtHandler | None = None
        self._qt_said: Counter[str] = Counter()
        self._closed: dict[str, float] = {}
        self._caught.connect(self._show)

    def install(self) -> None:
        """Hear of every uncaught error from now on; PySide sends those of slots here too."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._catch
        sys.unraisablehook = lambda args: self._catch(args.exc_type, args.exc_value, args.exc_traceback)
        threading.excepthook = lambda args: self._catch(args.exc_type, args.exc_value, args.exc_traceback)
        self._qt_before = qInstallMessageHandler(self._hear_qt)

    def uninstall(self) -> None:
        """Leave the hooks to whom they belonged before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)

    def _catch(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None = None,
    ) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt) or getattr(self._guard, "busy", False):
            return
        self._guard.busy = True  # an error while telling of an error ends here
        try:
            whole = error.with_traceback(trace)
            record_failure(whole)
            self._caught.emit(kind.__name__, described(whole))
        finally:
            self._guard.busy = False

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        """Log what Qt complains about; what it calls critical is an error of ours."""
        if self._qt_before is not None:
            self._qt_before(kind, context, words)
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or getattr(self._guard, "busy", False):
            return
        self._guard.busy = True
        try:
            self._qt_said[words] += 1
            if self._qt_said[words] > _SAME_LOGGED:
                return
            told = record_qt(kind.name, words)
            if kind is QtMsgType.QtCriticalMsg:
                self._caught.emit("Qt", told)
        finally:
            self._guard.busy = False

    def _show(self, kind: str, details: str) -> None:
        """Open the dialog; one is enough, and the log has all of them."""
        if self._open is not None or time.monotonic() < self._closed.get(details, 0.0) + _QUIET_SECONDS:
            return
        from annotator.ui.reporting.crash_dialog import CrashDialog

        window = self._window
        pending, has_failed = window.library_desk.pending, window.flow.has_failed
        self._open = CrashDialog(kind, details, pending, has_failed=has_failed, parent=window)
        self._open.report_wanted.connect(self._go_to_report)
        self._open.finished.connect(lambda: self._forget(details))
        self._open.open()

    def _go_to_report(self) -> None:
        self._window.actions_["help.report"].trigger()

    def _forget(self, details: str) -> None:
        self._closed[details] = time.monotonic()
        if self._open is not None:
            self._open.deleteLater()
        self._open = None
