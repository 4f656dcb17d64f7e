"""Ctrl+Z while the disk refuses: the newest labelling that waits is taken out of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.i18n import sentence
from annotator.ui.keymap import spoken

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.meanwhile import Unsaved


class TakingBack(QObject):
    """Takes back what is in no library yet; of another document it asks first, as any undo does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._announced: str | None = None

    def undo(self) -> bool:
        """Take the newest step back; False when nothing is held up, so that it is the library's to answer."""
        flow = self._window.flow
        if not flow.has_failed:
            return False
        step = next(reversed(flow.saving.waiting), None)
        if step is not None and self._is_elsewhere(step) and self._announced != step.uid:
            self._announced = step.uid
            self._say(spoken(self.tr("Press Ctrl Z once more to undo: %1"), "edit.undo"), step)
        elif step is not None and self._window.library_desk.withdraw():
            flow.saving.take_out(step)
            self._say(self.tr("Undone: %1"), step)
        else:
            self._refuse()
        return True

    def _is_elsewhere(self, step: Unsaved) -> bool:
        here = self._window.flow.workbench.document
        return here is None or (here.document.uid, here.annotator.uid) != (step.document, step.annotator)

    def _say(self, words: str, step: Unsaved) -> None:
        self._window.flow.telling.tell(words.replace("%1", sentence(step.summary) if step.summary else ""))

    def _refuse(self) -> None:
        words = self.tr(
            "Not undone: %n change(s) made before still wait to be saved. Press Ctrl Z again when they are.",
            "",
            self._window.library_desk.pending,
        )
        self._window.flow.telling.say_failure(spoken(words, "edit.undo"))
