"""What the acts of labelling at speed do, on the session of the window's article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.text.habits import Habits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.model.listing import OpenDocument
    from annotator.ui.main_window import MainWindow


class Editing(QObject):
    """The handlers of `ui/acts/editing.py`; has the guesses know how the person draws borders."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.place.session
        self._corpus: str | None = None
        window.library_desk.opened.connect(self._forget)
        window.flow.workbench.document_opened.connect(self._learn)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        session = self._session
        shaping = session.shaping
        return {
            "label.next_gap": session.gaps.go_on,
            "label.previous_gap": session.gaps.go_back,
            "label.outer_span": shaping.select_outer,
            "label.inner_span": shaping.select_inner,
            "label.split": shaping.split,
            "label.join": shaping.join,
            "label.join_back": shaping.join_back,
            "label.level_out": shaping.outwards,
            "label.level_in": shaping.inwards,
            "label.brush": session.brush.toggle,
        }

    def _forget(self) -> None:
        """Another library is open."""
        self._corpus = None

    def _learn(self, opened: OpenDocument) -> None:
        """Ask once for each corpus what the own spans tell; what is made since is learned at once."""
        corpus = opened.document.corpus
        if corpus == self._corpus:
            return
        self._corpus = corpus
        grabbing = self._session.grabbing
        grabbing.habits = Habits()

        def take(habits: Habits) -> None:
            if self._corpus == corpus:
                grabbing.habits.add(habits)

        # Beside the reader: it works for a while, and lists must not wait for it.
        self._window.library_desk.desk.run(
            lambda library, _progress: library.boundaries.habits(corpus),
            lambda _done, _total: None,
            take,
            self._window.flow.tell_failure,
        )
