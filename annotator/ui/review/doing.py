"""What Review does in the window: it comes up, follows what is saved, and hands acts to its pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.ui.acts.review import ACTS
from annotator.ui.keymap import caps
from annotator.ui.review.shared import Shared
from annotator.ui.status_line import MOST_HINTS, Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from annotator.model.outcome import Outcome, Undone
    from annotator.ui.job_line import JobWords
    from annotator.ui.main_window import MainWindow

_PAGE: Final = "review"


class ReviewDoing(QObject):
    """The handlers of `ui/acts/review.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shared = Shared(window.library_desk.desk, self)
        self.shared.names_shown = window.personal.now.names_shown

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler: what the page in front makes of it."""
        passed_on = {act.id: partial(self._run, act.id) for act in ACTS if act.menu == _PAGE}
        return {"go.review": self.show, **passed_on}

    def show(self) -> None:
        """Go to Review."""
        self._window.show_page(_PAGE)

    def show_tab(self, tab: str) -> None:
        """Go to a page of Review (id in `ui/review/tabs.py`)."""
        self.show()
        self._window.late.review.show_tab(tab)

    def _run(self, act: str) -> None:
        handler = self._window.late.review.handlers().get(act) if self._is_in_front else None
        if handler is not None:
            handler()

    @property
    def _is_in_front(self) -> bool:
        return self._window.page == _PAGE

    # What the window asks

    def answered(self) -> Container[str]:
        """Ids of the acts that the page in front answers; none while a field has the cursor."""
        if not self._is_in_front or self._window.field_keys.in_field:
            return ()
        return self._window.late.review.handlers()

    def hints(self) -> list[Hint]:
        """The keys that work now, [] when the window's own are to be shown."""
        if not self._is_in_front:
            return []
        page = self._window.late.review.page
        own = page.field_hints() if self._window.field_keys.in_field else page.hints()
        if not own and self._window.field_keys.in_field:
            return []
        own = own[: MOST_HINTS - 1]
        return [*own, Hint(caps("help.keys"), self.tr("all keys"))]

    def where(self) -> str:
        """What the status line says of where one is."""
        return self._window.late.review.page.where() if self._is_in_front else ""

    def document_in_front(self) -> str | None:
        """Uid of the document that the person is in: here while Review is in front, else in labelling."""
        if self._is_in_front:
            return self._window.late.review.page.document
        return self._window.flow.open_document_uid

    @property
    def is_comparing(self) -> bool:
        """Whether a document is compared in front, where rulings are what somebody wants back."""
        return self._is_in_front and self._window.late.review.page.document is not None

    def show_undone(self, undone: Undone) -> None:
        """Show the document in which something was undone while Review is in front; the page stays."""
        page = self._window.late.review.page
        if undone.document is not None and page.document not in (None, undone.document):
            page.open(undone.document)

    def prepare(self) -> None:
        """Give the frame its corpus, right before it is shown."""
        bench = self._window.flow.workbench
        corpus = bench.corpus.uid if bench.corpus else None
        is_writable = bench.library is not None and not bench.library.is_read_only
        self._window.late.review.set_corpus(corpus, is_writable=is_writable)

    def connect_pages(self) -> None:
        """Do what the pages ask of the window."""
        shared, flow = self.shared, self._window.flow
        shared.said.connect(flow.telling.tell)
        shared.failed.connect(flow.tell_failure)
        shared.job_told.connect(self._tell_job)
        shared.acts_changed.connect(self._follow_acts)
        shared.names_changed.connect(self._keep_names)
        self._window.library_desk.changed.connect(self._follow)
        self._window.personal.changed.connect(lambda now: shared.show_names(now.names_shown))

    def _tell_job(self, name: str, job: JobWords | None) -> None:
        line = self._window.job_line
        if job is None:
            line.clear(name)
        else:
            line.show_job(name, job)

    def _follow_acts(self) -> None:
        if self._is_in_front:
            self._window.follow_page()

    def _keep_names(self) -> None:
        if self._window.personal.now.names_shown != self.shared.names_shown:
            self._window.personal.change(names_shown=self.shared.names_shown)

    def _follow(self, outcome: Outcome[object]) -> None:
        self.shared.changed.emit(outcome)
        if self._is_in_front:
            self._window.late.review.page.refresh(outcome)
