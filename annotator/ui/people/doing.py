"""What the people's acts do in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.main_window import MainWindow

TAB: Final = "people"
"""Id of the sub-tab of Review that lists them."""


class PeopleDoing(QObject):
    """The handlers of `ui/acts/people.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {"go.people": self.show}

    def show(self) -> None:
        """Go to the list of people."""
        self._window.show_page("review")
        self._window.late.review.show_tab(TAB)
