"""Finding in the open article: bar, hits and the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from annotator.ui.failures import words_of
from annotator.ui.find.article_search import hits_in
from annotator.ui.find.find_bar import FindBar
from annotator.ui.find.latest import Latest
from annotator.ui.find.widening import Widening

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.text.matching import Wanted
    from annotator.ui.editor.page import ArticlePlace
    from annotator.ui.main_window import MainWindow

_TYPING: Final = 80
"""Milliseconds after a key before it is looked for."""

_START: Final = itemgetter(0)
_LONGEST: Final = 200


class InArticle(QObject):
    """The find bar of one window.

    Signals:
        corpus_wanted: `Wanted` to be looked for in the whole corpus.

    Attributes:
        bar: where words are typed.
    """

    corpus_wanted = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._article = window.place.article
        self.bar = FindBar()
        self._asking = Latest(window.library_desk.desk, self)
        self._widening = Widening(window.library_desk.desk, self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._hits: list[tuple[int, int]] = []
        self._current: int | None = None
        self._from: ArticlePlace | None = None
        self._caret = 0
        self._step = 0
        window.place.add_below(self.bar, takes_focus=self.bar.field, hints=self.bar.hints)
        self.bar.field.focus_moved.connect(window.show_hints)
        window.flow.workbench.document_opened.connect(self._reopened)
        window.flow.workbench.document_closed.connect(self._close)
        self._typing.timeout.connect(self._search)
        self.bar.changed.connect(self._typing.start)
        self.bar.step_wanted.connect(self._go)
        self.bar.left.connect(self._leave)
        self.bar.corpus_wanted.connect(lambda: self.corpus_wanted.emit(self.wanted))

    @property
    def wanted(self) -> Wanted:
        """What the bar looks for."""
        return self.bar.options.wanted(self.bar.field.text())

    # Acts

    def open(self) -> None:
        """Open the bar; selected words of one line are looked for."""
        words = self._article.copied_text()
        if self.bar.isHidden():
            self._from = self._article.place()
            self._caret = self._article.caret
        if words and len(words) <= _LONGEST and "\n" not in words:
            self._caret = min(self._article.caret, self._article.anchor)
            self.bar.field.setText(words)
        self.bar.show()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.select_from_end()
        QTimer.singleShot(0, self, self._keep_in_sight)
        self._typing.start()

    def look_for(self, wanted: Wanted) -> None:
        """Show the hits of this in the article without asking for the keys."""
        self.bar.options.take(wanted)
        blocked = self.bar.field.blockSignals(True)
        self.bar.field.setText(wanted.text)
        self.bar.field.blockSignals(blocked)
        self._from = None
        self.bar.show()
        QTimer.singleShot(0, self, self._keep_in_sight)  # the bar took room from the article
        self._search()

    def next_hit(self) -> None:
        """Go to the next hit; with nothing to look for open the bar."""
        self._go(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._go(-1)

    # Searching

    def _search(self) -> None:
        self._typing.stop()
        self._widening.stop()
        wanted, text = self.wanted, self._article.text
        if not wanted.text or not text or self._window.flow.workbench.library is None:
            self._asking.stop()
            self._take([])
            return

        def task(_library: Library, progress: Progress) -> list[tuple[int, int]]:
            return hits_in(text, wanted, progress.check)

        self._asking.ask(task, self._take, self._refused)

    def _take(self, hits: list[tuple[int, int]]) -> None:
        self._hits, self._current = hits, None
        step, self._step = self._step, 0
        if step and hits:
            self._go(step)
        elif hits and self.bar.field.hasFocus():
            self._show(self._nearest(self._caret))
        else:
            self._article.set_hits(hits)
            self.bar.say_count(None, len(hits))
            self._widen()

    def _widen(self) -> None:
        """Say how there would be hits where there are none."""
        wanted, text = self.wanted, self._article.text
        if wanted.text and text and not self._hits:
            self._widening.look(
                wanted, lambda _library, wider, check: len(hits_in(text, wider, check)), self.bar.advise
            )

    def _refused(self, error: AnnotatorError) -> None:
        self._hits, self._current, self._step = [], None, 0
        self._article.set_hits([])
        self.bar.say_problem(words_of(error))

    def _nearest(self, position: int) -> int:
        """The first hit at or behind a position; the very first one behind the last."""
        place = bisect_left(self._hits, position, key=_START)
        return place if place < len(self._hits) else 0

    def _go(self, step: int) -> None:
        if self.bar.isHidden() and not self.bar.field.text():
            self.open()
        elif self._typing.isActive() or self._asking.is_busy or (self.bar.isHidden() and not self._hits):
            self.bar.show()
            self._step = step
            if not self._asking.is_busy:
                self._search()
        elif self._hits:
            self.bar.show()
            self._show(self._next(step))
        elif self._widening.offered is not None:
            self.bar.options.take(self._widening.offered)
            self._step = step
            self._search()

    def _next(self, step: int) -> int:
        """The hit one on from where the caret is, round the ends."""
        start, end = self._article.selection() or (self._article.caret, self._article.caret)
        if self._current is not None and self._hits[self._current] == (start, end):
            return (self._current + step) % len(self._hits)
        behind = bisect_left(self._hits, end if step > 0 else start, key=_START)
        return (behind if step > 0 else behind - 1) % len(self._hits)

    def _show(self, place: int) -> None:
        self._current = place
        self._article.set_hits(self._hits, place)
        self._article.select(*self._hits[place], exact=True)
        self._article.reveal(*self._hits[place])
        self.bar.say_count(place, len(self._hits))

    def _keep_in_sight(self) -> None:
        self._article.reveal(*(self._article.selection() or (self._article.caret, self._article.caret)))

    # Coming and going

    def _leave(self) -> None:
        """Close the bar: the hit that was gone to stays selected, else the person is back where they were."""
        had_hit, place = self._current is not None, self._from
        self._close()
        if not had_hit and place is not None:
            self._article.restore(place)
        self._window.place.focus_article()

    def _close(self) -> None:
        self._typing.stop()
        self._asking.stop()
        self._widening.stop()
        self._hits, self._current, self._step = [], None, 0
        self._article.set_hits([])
        self.bar.hide()

    def _reopened(self) -> None:
        """The same words are looked for in the document that came."""
        self._hits, self._current = [], None
        self._article.set_hits([])
        if not self.bar.isHidden():
            self._from = None
            self._search()
