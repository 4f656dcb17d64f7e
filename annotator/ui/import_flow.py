"""Imports in the window: where they go, how far they are, and what is shown when they end.

An import takes its time beside the work. When it ends the window goes to what came in only if the person has
been waiting for it; else the status line offers the way there.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.ui.bringing_in import BringingIn
from annotator.ui.i18n import sentence
from annotator.ui.job_line import JobWords
from annotator.ui.packages.doing import PackagesDoing
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.errors import AnnotatorError
    from annotator.services.intake.importing import ImportResult
    from annotator.ui.bringing_in import Stage
    from annotator.ui.desk import Desk
    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.import_page import ImportPage

_Spot = tuple[object, ...]
_JOB, _WAITING = "import", "import-waits"


class ImportFlow(QObject):
    """Brings files, pasted texts and the sample corpus into the open corpus, or into a first one."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self.bringing = BringingIn(desk, self)
        self._started_at: _Spot | None = None
        self._later: deque[tuple[Sequence[Path], str]] = deque()
        self.bringing.progressed.connect(self._progressed)
        self.bringing.brought.connect(self._brought)
        self.bringing.doubtful.connect(self._doubtful)
        self.bringing.failed.connect(self._failed)

    def connect_page(self, page: ImportPage) -> None:
        """Follow what the import page does."""
        page.imported.connect(self._take_imported)
        page.progressed.connect(self._page_progressed)
        page.ended.connect(lambda: self._show_job(None))
        page.came.connect(lambda: self._window.job_line.clear(_WAITING))
        page.went.connect(self._keep_waiting)
        page.ended.connect(self._look_at_later, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether an import is under way that can be stopped."""
        return self.bringing.is_busy or self._is_page_adding()

    def stop(self) -> None:
        """Stop the import under way; what it had begun is taken back."""
        if self.bringing.is_busy:
            self.bringing.stop()
        elif self._is_page_adding():
            self._window.late.import_page.stop()

    def bring_in(self, paths: list[Path]) -> None:
        """Take files and folders in; one file without any doubt at once, all else after a look.

        Packages among them are looked at on their own page.
        """
        self._window.commands.part(PackagesDoing).sift(paths, self._bring_in)

    def _bring_in(self, paths: list[Path]) -> None:
        self._started_at = self._spot()
        if len(paths) == 1 and not paths[0].is_dir():
            self.bringing.take(paths[0], self._target_corpus())
        else:
            self._look_at(paths, self._target_corpus())

    def bring_sample(self, path: Path) -> None:
        """Take the sample corpus in, under its own name."""
        self._started_at = self._spot()
        self.bringing.import_files([path], self.tr("Sample corpus"))

    def paste(self, text: str) -> None:
        """Make a document of a text."""
        self._started_at = self._spot()
        self.bringing.paste(text, self._target_corpus())

    def _target_corpus(self) -> str:
        corpus = self._window.flow.workbench.corpus
        return corpus.uid if corpus else self.tr("My corpus")

    def _spot(self) -> _Spot:
        """Where the person is: anything done meanwhile makes it another one."""
        article, flow = self._window.place.article, self._window.flow
        return self._window.page, flow.open_document_uid, article.place(), flow.steps_made

    def _is_waiting(self) -> bool:
        return self._window.page in ("welcome", "opening") or self._started_at == self._spot()

    # What is in doubt

    def _doubtful(self, paths: Sequence[Path], corpus: str) -> None:
        if self._is_waiting():
            self._look_at(paths, corpus)
        else:
            name = paths[0].name
            self._show_job(
                lambda: (self.tr("“%1” needs a look first").replace("%1", name), self.tr("Look at it")),
                lambda: self._look_at(paths, corpus),
                is_over=True,
            )

    def _look_at(self, paths: Sequence[Path], corpus: str) -> None:
        """Show what the files would bring, before anything happens; after the import that runs there."""
        if self._is_page_adding():
            self._later.append((paths, corpus))
            return
        here = self._window.flow.workbench.corpus
        name = here.name if here is not None and here.uid == corpus else corpus
        self._show_job(None)
        self._window.late.import_page.open_with([str(path) for path in paths], corpus, name)
        self._window.show_page("import")

    def _keep_waiting(self) -> None:
        """Offer the way back to files that were looked at and neither came in nor were given up."""
        window, page = self._window, self._window.late.import_page

        def words() -> tuple[str, str]:
            return self.tr("Import of %n file(s) waits", "", page.waiting), self.tr("Go back")

        if page.waiting:
            back = JobWords(words, lambda: window.show_page("import"), is_over=True, is_idle=True)
            window.job_line.show_job(_WAITING, back)

    def _look_at_later(self) -> None:
        """Show what had to wait for the import that was under way on its page."""
        if self._later and not self._is_page_adding():
            self._look_at(*self._later.popleft())

    # How far it is

    def _progressed(self, stage: Stage, done: int, total: int) -> None:
        self._show_job(lambda: (self._stage_words(stage, done, total), self.tr("Stop")), self.stop)
        self._window.refresh()

    def _page_progressed(self, done: int, total: int) -> None:
        if self._window.page == "import":  # the page has a bar and a button of its own
            self._show_job(None)
        else:
            self._progressed("read", done, total)

    def _stage_words(self, stage: Stage, done: int, total: int) -> str:
        waiting = self.bringing.waiting + len(self._later)
        more = self.tr(" (%n more waiting)", "", waiting) if waiting else ""
        if stage == "read" and done >= total > 0:
            return self.tr("Adding to the library…") + more
        words = self.tr("Looking at the file… %1") if stage == "look" else self.tr("Reading… %1")
        return words.replace("%1", f"{100 * done // total} %" if total else "").rstrip() + more

    def _is_page_adding(self) -> bool:
        late = self._window.late
        return "import_page" in vars(late) and late.import_page.is_adding

    def _show_job(
        self,
        words: Callable[[], tuple[str, str]] | None,
        act: Callable[[], None] = lambda: None,
        *,
        is_over: bool = False,
    ) -> None:
        if words is None:
            self._window.job_line.clear(_JOB)
        else:
            self._window.job_line.show_job(_JOB, JobWords(words, act, is_over))

    # How it ended

    def _take_imported(self, result: ImportResult) -> None:
        """Show what the import page brought in, if the person has stayed there."""
        waits = self._window.page == "import"
        if waits:
            self._window.flow.go_home()
        self._started_at = self._spot() if waits else None
        self.bringing.find(result, self._window.late.import_page.corpus)

    def _failed(self, error: AnnotatorError) -> None:
        self._show_job(None)
        self._window.refresh()
        self._window.flow.tell_failure(error)

    def _brought(self, result: ImportResult | None, corpus: str, document: str | None) -> None:
        self._show_job(None)
        if result is not None:
            self._report(result)
        if not corpus:
            return
        if self._is_waiting():
            self._go_to(corpus, document)
        elif result is not None:
            added = result.documents_added
            self._show_job(
                lambda: (self._added_words(added), self.tr("Go there")),
                lambda: self._go_to(corpus, document),
                is_over=True,
            )
            self._window.flow.workbench.refresh_corpora()

    def _go_to(self, corpus: str, document: str | None) -> None:
        self._show_job(None)
        bench = self._window.flow.workbench

        def listed() -> None:
            if bench.corpus is None or bench.corpus.uid != corpus or document is None:
                bench.open_corpus(corpus)
            else:
                self._window.place.documents.set_corpus(corpus)
            self._window.flow.go_home()
            if document is not None:
                bench.open_document(document)

        bench.refresh_corpora(listed)

    def _report(self, result: ImportResult) -> None:
        refused = [file for file in result.files if not file.accepted]
        known = self.tr("%n known already", "", result.documents_known) if result.documents_known else ""
        added = self._added_words(result.documents_added)
        spans = result.spans_added
        marked = separated(self.tr("%n span(s) added", "", spans), spans) if spans else ""
        added = "" if known and marked and not result.documents_added else added
        counts = ", ".join(filter(None, (added, known, marked))) + "."
        self._window.flow.telling.tell(" ".join((counts, *map(sentence, result.notes))))
        if refused:
            more = self.tr("%n more file(s) refused.", "", len(refused) - 1) if len(refused) > 1 else ""
            first = " ".join(sentence(message) for message in refused[0].messages[:1])
            self._window.flow.telling.warn(f"{first} {more}".strip())
        else:
            self._window.flow.telling.warn("")

    def _added_words(self, count: int) -> str:
        return separated(self.tr("%n document(s) added", "", count), count)
