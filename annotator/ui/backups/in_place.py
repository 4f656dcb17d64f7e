"""A backup takes the place of a library that is damaged or lost, while none is open."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError
from annotator.ui.desk import Bridge


class InPlace(QObject):
    """Puts one backup in place.

    Signals:
        done: the `PutBack`.
        failed: the `AnnotatorError`; what was there is as it was.
        looked: whether a backup may take the place of a library, and where that is.
    """

    done = Signal(object)
    failed = Signal(object)
    looked = Signal(bool, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = Bridge(self)

    def look(self, library: str) -> None:
        """Find out whether a library is damaged or lost; `looked` tells."""

        def work() -> None:
            from annotator.services.safety.rescue import cannot_be_read

            try:
                is_damaged = cannot_be_read(library)
            except AnnotatorError:  # a name that is none
                return
            self._bridge.deliver(lambda: self.looked.emit(is_damaged, library))

        Thread(target=work, name="damaged?", daemon=True).start()

    def start(self, copy: str, library: str) -> None:
        """Begin; exactly one of the signals comes at the end."""

        def work() -> None:
            from annotator.services.library import path_of
            from annotator.services.safety.backups import Backups

            try:
                back = Backups.put_back(copy, str(path_of(library)))
            except AnnotatorError as error:
                refused = error
                self._bridge.deliver(lambda: self.failed.emit(refused))
            else:
                self._bridge.deliver(lambda: self.done.emit(back))

        Thread(target=work, name="backup in place", daemon=True).start()
