"""Where errors become sentences, and the one dialog for those that are nobody's fault but ours."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.errors import Cancelled
from annotator.logs import described, log_file, record_failure
from annotator.ui import fonts
from annotator.ui.i18n import sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from types import TracebackType

    from annotator.errors import AnnotatorError


def words_of(error: AnnotatorError) -> str:
    """The sentence of an expected error in the window's language; "" for what the person asked to stop."""
    return "" if isinstance(error, Cancelled) else sentence(error.message)


class CrashDialog(QDialog):
    """Sorry, what is safe, copy the details, open the log, go on."""

    def __init__(self, words: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setFont(fonts.mono(12))
        self._details.setAccessibleName(self.tr("Details"))
        self._details.hide()
        title = PlainLabel(self.tr("Something went wrong"), size=20, weight=fonts.SEMIBOLD)
        said = PlainLabel(words, wraps=True)
        buttons = QHBoxLayout()
        show = Button(self.tr("Show details"), kind="quiet")
        copy = Button(self.tr("Copy details"), icon="copy")
        log = Button(self.tr("Open the log"))
        go_on = Button(self.tr("Go on"), kind="primary")
        go_on.setDefault(True)
        show.clicked.connect(lambda: self._details.setVisible(not self._details.isVisible()))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        log.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file()))))
        go_on.clicked.connect(self.accept)
        for button in (show, copy, log):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(said)
        column.addWidget(self._details)
        column.addLayout(buttons)
        self.setMinimumWidth(560)


class Failures(QObject):
    """Catches errors that nobody caught, in any thread, and tells of them in the GUI thread.

    Signals:
        _caught: the sentence and the details.
    """

    _caught = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._open: CrashDialog | None = None
        self._guard = threading.local()
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._show)

    def install(self) -> None:
        """Hear of every uncaught error from now on; PySide sends those of slots here too."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._catch
        threading.excepthook = lambda args: self._catch(args.exc_type, args.exc_value, args.exc_traceback)

    def uninstall(self) -> None:
        """Leave the hooks to whom they belonged before."""
        sys.excepthook, threading.excepthook = self._before

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
            self._caught.emit(sentence(record_failure(whole)), described(whole))
        finally:
            self._guard.busy = False

    def _show(self, words: str, details: str) -> None:
        if self._open is not None:  # one dialog is enough; the log has all of them
            return
        self._open = CrashDialog(words, details, self._window)
        self._open.finished.connect(self._forget)
        self._open.open()

    def _forget(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None
