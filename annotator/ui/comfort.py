"""What the acts of comfort do: column, contrast, motion, and the page of all settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.settings import COLUMNS
from annotator.ui import theme
from annotator.ui.motion import motion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.main_window import MainWindow


class Comfort:
    """Handlers of `ui/acts/comfort.py`."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {
            "view.wider_column": lambda: self._step_column(1),
            "view.narrower_column": lambda: self._step_column(-1),
            "view.high_contrast": self._turn_contrast,
            "view.less_motion": self._turn_motion,
            "view.settings": lambda: self._window.late.go("settings"),
        }

    def _step_column(self, step: int) -> None:
        personal = self._window.personal
        place = COLUMNS.index(personal.now.column) + step
        personal.change(column=COLUMNS[max(0, min(len(COLUMNS) - 1, place))])

    def _turn_contrast(self) -> None:
        self._window.personal.change(contrast="normal" if theme.current().is_strong else "more")

    def _turn_motion(self) -> None:
        self._window.personal.change(motion="full" if motion().is_reduced else "none")
