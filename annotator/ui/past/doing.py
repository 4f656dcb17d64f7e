"""What the acts of the history do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.main_window import MainWindow
    from annotator.ui.past.beside import PastBeside


class PastActs(QObject):
    """The handlers of `ui/acts/past.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        inspector = window.place.inspector
        inspector.history_wanted.connect(self._ask_versions)
        inspector.change_wanted.connect(self._ask_change)
        inspector.restore_wanted.connect(lambda span, step: self.beside.restore_span(span, step))

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {
            "view.history": self.history,
            "label.question": self.question,
            "label.span_history": self.span_history,
        }

    @cached_property
    def beside(self) -> PastBeside:
        """The history beside the article, made when it is first asked for."""
        from annotator.ui.past.beside import PastBeside

        return PastBeside(self._window)

    def history(self) -> None:
        """Show the history, or spans and inspector again."""
        self.beside.toggle()

    def question(self) -> None:
        """Ask a question about the selected span, or no longer."""
        session = self._window.place.session
        span = self._window.place.article.selected_span()
        if span is not None:
            session.set_flags(sorted(set(span.flags) ^ {"question"}))

    def span_history(self) -> None:
        """Show what the selected span was before."""
        self._window.place.inspector.show_history()

    def _ask_versions(self, span: str) -> None:
        inspector = self._window.place.inspector
        self._window.library_desk.desk.read(
            lambda library: library.history.of_span(span),
            lambda versions: inspector.show_versions(span, versions),
            self._window.flow.tell_failure,
        )

    def _ask_change(self, span: str) -> None:
        inspector = self._window.place.inspector
        self._window.library_desk.desk.read(
            lambda library: library.history.last_change(span),
            lambda step: inspector.show_change(span, step),
            self._window.flow.tell_failure,
        )
