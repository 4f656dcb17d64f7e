"""New spans shine for a moment. A clock of its own that stands still when nothing shines."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.ui.motion import motion

if TYPE_CHECKING:
    from collections.abc import Iterable

DURATION: Final = 0.6
_FADE_FROM: Final = 0.35
_TICK_MS: Final = 30


class Shine(QObject):
    """Which spans shine, and how brightly.

    Signals:
        faded: uids of spans whose brightness changed.
    """

    faded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.brightness: dict[str, float] = {}
        self._since: dict[str, float] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._fade)

    def light(self, uids: Iterable[str]) -> None:
        """Let spans shine from now on; nothing shines where less motion is asked for."""
        if motion().is_reduced:
            return
        now = monotonic()
        for uid in uids:
            self._since[uid] = now
            self.brightness[uid] = 1.0
        if self._since:
            self._timer.start()

    def clear(self) -> None:
        """Nothing shines any more."""
        self._since.clear()
        self.brightness.clear()
        self._timer.stop()

    def _fade(self) -> None:
        changed = []
        for uid, since in list(self._since.items()):
            age = monotonic() - since
            bright = min(1.0, max(0.0, (DURATION - age) / (DURATION - _FADE_FROM)))
            if bright != self.brightness[uid]:
                changed.append(uid)
                self.brightness[uid] = bright
            if bright == 0.0:
                del self._since[uid], self.brightness[uid]
        if not self._since:
            self._timer.stop()
        if changed:
            self.faded.emit(changed)
