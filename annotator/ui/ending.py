"""The system ends the program: what waits is saved or kept aside, and nothing is asked."""

from __future__ import annotations

import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

    from PySide6.QtGui import QGuiApplication

_SIGNALS: Final = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""Those of them that the system has."""


class Ending(QObject):
    """Hears of signals and of the end of the session.

    Python runs its handlers only when its code runs, which a resting window's does not; so the system writes
    the number of the signal into a socket that Qt watches.

    Signals:
        wanted: a signal asks the program to end now.
        session_ends: the session may end, the program goes on meanwhile.
    """

    wanted = Signal()
    session_ends = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._inner, self._outer = socket.socketpair()
        for end in (self._inner, self._outer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._outer.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._before: dict[int, Any] = {}
        application.commitDataRequest.connect(lambda _manager: self.session_ends.emit())

    def listen(self) -> None:
        """Hear signals from now on."""
        signal.set_wakeup_fd(self._inner.fileno(), warn_on_full_buffer=False)
        for name in _SIGNALS:
            if (number := getattr(signal, name, None)) is not None:
                self._before[number] = signal.signal(number, _taken)

    def stop(self) -> None:
        """Leave the signals to whom they belonged before."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        self._notifier.setEnabled(False)
        for end in (self._inner, self._outer):
            end.close()

    def _heard(self) -> None:
        with suppress(BlockingIOError):
            if self._outer.recv(64):
                self.wanted.emit()


def _taken(_number: int, _frame: FrameType | None) -> None:
    """The socket tells of it."""
