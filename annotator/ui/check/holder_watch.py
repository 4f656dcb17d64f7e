"""Watching whether a library that somebody writes becomes free, without taking it."""

from __future__ import annotations

from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.ui.desk import Bridge, Guarded

_MILLISECONDS: Final = 2000


class HolderWatch(QObject):
    """Looks every two seconds, in a thread of its own: a network drive may not answer.

    Signals:
        freed: nobody writes the library any more; it is looked no further.
    """

    freed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = ""
        self._is_looking = False
        self._bridge = Bridge(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def start(self, where: str) -> None:
        """Watch the library at that path from now on."""
        self._where = where
        self._timer.start()

    def stop(self) -> None:
        """Look no further."""
        self._where = ""
        self._timer.stop()

    def look(self) -> None:
        """Look now, unless the last look goes on."""
        if self._where and not self._is_looking:
            self._is_looking = True
            Thread(target=self._ask, args=(self._where,), name="holder", daemon=True).start()

    def _ask(self, where: str) -> None:
        from annotator.services.safety.rescue import is_free

        free = is_free(where)
        take = Guarded(self._take)
        self._bridge.deliver(lambda: take(where, free))

    def _take(self, where: str, free: bool) -> None:
        self._is_looking = False
        if free and where == self._where:
            self.stop()
            self.freed.emit()
