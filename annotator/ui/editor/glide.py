"""Scrolling to a place in 90 ms, slowing down; a clock that runs only meanwhile."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_DURATION_MS: Final = 90
_STEP_MS: Final = 15


class Glide(QObject):
    """Cuts one movement into steps.

    Signals:
        stepped: px to scroll now.
    """

    stepped = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)

    def start(self, delta: int) -> None:
        """Move by `delta` px from here, whatever was under way."""
        count = _DURATION_MS // _STEP_MS
        eased = [round(delta * (1 - (1 - step / count) ** 3)) for step in range(count + 1)]
        self._steps = [after - before for before, after in pairwise(eased)]
        self._timer.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        self._steps.clear()

    def _step(self) -> None:
        self.stepped.emit(self._steps.pop(0))
        if not self._steps:
            self._timer.stop()
