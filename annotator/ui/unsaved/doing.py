"""What the acts of saving do; they are needed only when the disk refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.main_window import MainWindow


class SavingDoing:
    """The handlers of `ui/acts/saving.py`."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {
            "file.save_elsewhere": self._window.flow.save_copy,
            "file.save_again": self._window.library_desk.retry,
            "file.unsaved": self._window.failed_strip.toggle_list,
        }
