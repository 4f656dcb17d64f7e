"""Where the focus was before something covered the page, to be given back when it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


class FocusBefore:
    """The widget with the focus and all it lies in: a field that loses the focus may be gone afterwards."""

    def __init__(self) -> None:
        self._chain = list(_upwards(QApplication.focusWidget()))

    def give_back(self, reason: Qt.FocusReason) -> None:
        """Put the focus on the widget that had it, or else on the nearest around it that takes it."""
        for widget in self._chain:
            if isValid(widget) and widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.setFocus(reason)
                return


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
