"""What the acts of the history do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.panels.span_bulk import SpanBulk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.main_window import MainWindow
    from annotator.ui.past.beside import PastBeside


class PastActs(QObject):
    """The handlers of `ui/acts/past.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        spans, inspector = window.place.spans, window.place.inspector
        self.bulk = SpanBulk(window.place.session, self)
        spans.chosen_changed.connect(inspector.set_chosen)
        spans.relabel_wanted.connect(lambda label: self.bulk.relabel(spans.chosen(), label))
        spans.flag_wanted.connect(lambda flag: self.bulk.flag(spans.chosen(), flag))
        spans.remove_all_wanted.connect(self._remove_chosen)
        inspector.remove_all_wanted.connect(self._remove_chosen)
        inspector.question_changed.connect(lambda _uid, _question: self.question())
        inspector.history_wanted.connect(self._ask_versions)
        inspector.change_wanted.connect(self._ask_change)
        window.library_desk.changed.connect(lambda _outcome: inspector.follow_history())
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
        """Ask a question about the chosen spans, or no longer."""
        place = self._window.place
        span = place.article.selected_span()
        several = place.spans.chosen()
        if len(several) > 1 or span is not None:
            self.bulk.flag(several if len(several) > 1 or span is None else [span], "question")

    def _remove_chosen(self) -> None:
        self.bulk.remove(self._window.place.spans.chosen())

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
