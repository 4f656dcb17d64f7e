"""Saving what can be read of a damaged library, in a thread of its own: it works also when none is open."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError, Cancelled
from annotator.messages import say
from annotator.ui.desk import Bridge, Guarded

if TYPE_CHECKING:
    from collections.abc import Callable


class RescueJob(QObject):
    """One rescue at a time.

    Signals:
        told: tables read, and how many there are.
        done: `Rescued`.
        failed: an `AnnotatorError`; `Cancelled` when it was stopped.
    """

    told = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = Bridge(self)
        self._stopped = Event()

    def start(self, where: str, new: str) -> None:
        """Read the library at `where`, write the new one at `new`."""
        self._stopped = Event()
        Thread(target=self._work, args=(where, new, self._stopped), name="rescue", daemon=True).start()

    def cancel(self) -> None:
        """Stop; nothing is left of the new library."""
        self._stopped.set()

    def _work(self, where: str, new: str, stopped: Event) -> None:
        from annotator.services.safety.rescue import save_in_child

        def progress(now: int, total: int) -> None:
            if stopped.is_set():
                raise Cancelled(say("Stopped. Nothing of it was kept."))
            self._say(self._tell, now, total)

        try:
            found = save_in_child(where, new, progress)
        except AnnotatorError as error:
            self._say(self._fail, error)
        else:
            self._say(self._end, found)

    def _say(self, callback: Callable[..., None], *values: object) -> None:
        guarded = Guarded(callback)
        self._bridge.deliver(lambda: guarded(*values))

    def _tell(self, now: int, total: int) -> None:
        self.told.emit(now, total)

    def _fail(self, error: AnnotatorError) -> None:
        self.failed.emit(error)

    def _end(self, found: object) -> None:
        self.done.emit(found)
