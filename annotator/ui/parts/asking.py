"""A dialog whose focus is seen from the start: Space and Enter may not press what nobody sees is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from annotator.ui.focus_ring import FocusRing


class AskingDialog(QDialog):
    """Draws the ring around its focus, however it came there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = FocusRing(self)
        self._ring.expect_key(True)

    def follows(self, first: QPushButton, *others: QPushButton) -> None:
        """The buttons in the order of Tab; the focus begins at the first one, which Enter presses."""
        first.setDefault(True)
        first.setFocus()
        before: QWidget = first
        for other in others:
            QWidget.setTabOrder(before, other)
            before = other
