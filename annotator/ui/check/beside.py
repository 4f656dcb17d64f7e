"""A window that only reads, beside one that writes: what is saved there is shown here a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from annotator.model.outcome import Outcome, Touched

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.services.library import Library
    from annotator.ui.library_desk import LibraryDesk
    from annotator.ui.workbench import LibraryFacts

_MILLISECONDS: Final = 2000
_TOUCHED: Final = ~(Touched.NOTHING | Touched.CORPORA)
"""Anything may be another; corpora are listed anew after the open document is read anew."""


class Beside(QObject):
    """Asks a library that is open for reading every two seconds whether it has another step.

    Attributes:
        known: number of the newest step that is shown; None before the first answer.
    """

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.known: int | None = None
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_MILLISECONDS)
        self._timer.timeout.connect(self.ask)
        desk.opened.connect(self._opened)
        desk.refused.connect(lambda *_: self._timer.stop())

    @property
    def is_watching(self) -> bool:
        """Whether the open library may be changed by others only."""
        return self._timer.isActive()

    def _opened(self, facts: LibraryFacts) -> None:
        self.known, self._is_asking = None, False
        if facts.is_read_only:
            self._timer.start()
        else:
            self._timer.stop()

    def ask(self) -> None:
        """Look now, unless the last question is not answered yet."""
        if not self._is_asking:
            self._is_asking = True
            self._desk.desk.read(_newest, self._take, self._fail)

    def _take(self, newest: int) -> None:
        self._is_asking = False
        before, self.known = self.known, newest
        if before is not None and newest != before:
            self._desk.changed.emit(Outcome(None, _TOUCHED, step=newest))
            self._desk.changed.emit(Outcome(None, Touched.CORPORA))

    def _fail(self, _error: AnnotatorError) -> None:
        """Who reads is told by what they ask for themselves."""
        self._is_asking = False


def _newest(library: Library) -> int:
    with library.store.reading() as view:
        return view.steps.newest()
