"""Waiting for the article to be painted, and a clock stopped when it is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from annotator.ui.editor.article_view import ArticleView

_PATIENCE: Final = 60.0
_HEARTBEAT_MS: Final = 50
"""How often is looked for what comes without an event."""


class PaintWatch(QObject):
    """Notes when the article has been painted for the first time since it was made."""

    def __init__(self, article: ArticleView) -> None:
        super().__init__()
        self.painted = self.cpu = 0.0
        self._began = time.thread_time()
        self._article = article
        article.viewport().installEventFilter(self)

    def wait(self, application: QApplication) -> None:
        """Run the event loop until it has been painted."""
        wait(application, lambda: self.painted > 0)

    def end(self) -> None:
        """Watch no longer."""
        self._article.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Let the article paint, then look at the clock."""
        if event.type() != QEvent.Type.Paint or self.painted:
            return super().eventFilter(watched, event)
        self._article.viewportEvent(event)
        self.painted = time.perf_counter()
        self.cpu = time.thread_time() - self._began
        return True


def wait(application: QApplication, is_so: Callable[[], bool]) -> None:
    """Run the event loop until something is so; it sleeps when there is nothing to do, as the program's does.

    Asking without end would take the interpreter from the threads that are waited for.

    Raises:
        RuntimeError: it never was.
    """
    began = time.perf_counter()
    heartbeat = QTimer(interval=_HEARTBEAT_MS)
    heartbeat.start()
    while not is_so():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() - began > _PATIENCE:
            raise RuntimeError("what was waited for never came")
