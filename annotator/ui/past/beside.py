"""The history beside the article: opened and closed, kept up to date, and what it takes back is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.model.past import Thing
from annotator.ui.i18n import sentence
from annotator.ui.past.ghosts import ghosts_of
from annotator.ui.past.history_panel import WIDTH, HistoryPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.outcome import Outcome
    from annotator.model.past import StepDetails, UndoneOnly
    from annotator.services.library import Library
    from annotator.ui.main_window import MainWindow


class PastBeside(QObject):
    """Binds the history panel to the window it stands in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: HistoryPanel | None = None
        self._to_say = ""
        self._had_focus = False
        self._ghosts: list[tuple[int, int, str]] = []
        self._article = window.place.article

    @property
    def is_open(self) -> bool:
        """Whether the history is shown."""
        return self._panel is not None and self._window.place.guest is self._panel

    @property
    def panel(self) -> HistoryPanel:
        """The panel, made when it is first asked for."""
        if self._panel is None:
            self._panel = self._made()
        return self._panel

    def toggle(self) -> None:
        """Show the history with the focus in it, or spans and inspector again."""
        if self.is_open:
            self.close()
            return
        window = self._window
        if window.page != "label":
            window.show_page("label")
        window.place.show_guest(self.panel, WIDTH)
        self._follow_place()
        self.panel.follow()
        window.ring.expect_key(True)
        self.panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        window.ring.expect_key(False)
        window.refresh()

    def close(self) -> None:
        """Show spans and inspector again."""
        self._window.place.show_guest(None)
        self._article.set_ghosts(())
        self._window.place.focus_article()
        self._window.refresh()

    def _made(self) -> HistoryPanel:
        window, bench = self._window, self._window.flow.workbench
        panel = HistoryPanel(window.library_desk.desk)
        panel.left.connect(self.close)
        panel.shown.connect(self._show_ghosts)
        panel.failed.connect(window.flow.tell_failure)
        panel.hints_changed.connect(window.show_hints)
        panel.undo_only_wanted.connect(self._undo_only)
        panel.bring_back_wanted.connect(self._bring_back)
        panel.undo_from_wanted.connect(self._undo_from)
        window.library_desk.changed.connect(self._follow_step)
        for signal in (window.windows.saving.state_changed, window.windows.saving.kept):
            signal.connect(lambda *_: panel.show_unsaved(window.flow.unsaved()))
        panel.show_unsaved(window.flow.unsaved())
        bench.document_opened.connect(lambda _opened, _place: self._document_is_back())
        bench.document_closed.connect(self._follow_place)
        bench.corpus_opened.connect(lambda _corpus: self._follow_place())
        return panel

    def _follow_step(self, outcome: Outcome[object]) -> None:
        if outcome.step is not None and self.is_open:
            self.panel.follow()

    def _follow_place(self) -> None:
        if not self.is_open:
            return
        bench = self._window.flow.workbench
        corpus = bench.corpus.uid if bench.corpus else None
        is_writable = bench.library is not None and not bench.library.is_read_only
        self.panel.show_place(corpus, self._window.flow.open_document_uid, is_writable=is_writable)

    def _document_is_back(self) -> None:
        """Another document is open, or the same as it is after something was brought back."""
        self._follow_place()
        if self._to_say:
            self._window.flow.telling.tell(self._to_say)
            self._to_say = ""
        if self._had_focus and self.is_open:
            self.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._article.set_ghosts(self._ghosts)
        self._had_focus = False

    def _show_ghosts(self, details: StepDetails | None) -> None:
        document = self._window.flow.open_document_uid
        article, self._ghosts = self._article, ghosts_of(details, document)
        article.set_ghosts(self._ghosts)
        if details is None or document is None:
            return
        for item in details.items:
            past = item.became or item.was
            if item.thing is Thing.SPAN and item.document == document and past is not None:
                article.select_span(past.span.uid, scroll=False)
                article.reveal(past.span.start, past.span.end)
                return

    # ------------------------------------------------------------------ taking back

    def _undo_only(self, step: str) -> None:
        self._do(lambda library: library.history.undo_only(step))

    def _bring_back(self, step: str) -> None:
        document = self._window.flow.open_document_uid
        if document is not None:
            self._do(lambda library: library.history.bring_back(document, step))

    def _undo_from(self, step: str) -> None:
        document = self._window.flow.open_document_uid
        if document is not None:
            self._do(lambda library: library.history.undo_from(document, step))

    def restore_span(self, span: str, step: str) -> None:
        """Bring a span back to what a step made of it."""
        self._do(lambda library: library.history.restore_span(span, step))

    def _do(self, task: Callable[[Library], Outcome[UndoneOnly]]) -> None:
        self._window.commit_fields()
        self._window.flow.undoing.forget()
        self._had_focus = self.is_open and self.panel.isAncestorOf(self._window.focusWidget() or self._window)
        self._window.library_desk.desk.write(task, self._done, self._window.flow.tell_failure)

    def _done(self, outcome: Outcome[UndoneOnly]) -> None:
        flow = self._window.flow
        done = outcome.value
        words = [
            self.tr("%n thing(s) brought back.", "", done.reversed)
            if done.reversed
            else self.tr("Everything is as it was then already.")
            if not done.left
            else self.tr("Nothing was brought back.")
        ]
        words += [sentence(reason) for reason in done.reasons]
        if outcome.step is None or flow.open_document_uid is None:
            flow.telling.tell(" ".join(words))
        else:
            self._to_say = " ".join(words)
            place = flow.place()
            flow.workbench.refresh_corpora(lambda: flow.workbench.look_after_document(reread=place))
