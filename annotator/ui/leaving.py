"""Leaving a library: nothing that is shown may be lost without a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

SETTLING: Final = 6.0
"""Seconds that a change on its way may take: another program may hold the library for five."""


class Leaving:
    """What a window does before its library is closed."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def leave(self) -> bool:
        """Close the open library; False when the person stays because changes are not saved."""
        window = self._window
        window.commit_fields()
        window.flow.remember_place()
        if not self.may_leave():
            return False
        self.close()
        return True

    def close(self) -> None:
        """Close the library without a question, in all windows."""
        window = self._window
        if not window.library_desk.close():
            window.windows.left_behind.all_saved()
        window.windows.left_behind.leave()
        for each in window.windows.all:
            each.flow.leave_library()

    def may_leave(self) -> bool:
        """Whether nothing is lost by closing, or the person wants it all the same."""
        if self._window.library_desk.settle(SETTLING):
            return True
        from annotator.ui.unsaved.closing import ClosingDialog

        dialog = ClosingDialog(self._window)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if is_accepted:
            self._window.windows.leave_for_copy(goes_on=False)
            self._window.windows.left_behind.forget()
        return is_accepted
