"""What happens in the window: libraries and documents come and go, steps are saved and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.outcome import Touched
from annotator.settings import Place, PlacesFile
from annotator.ui.bringing_in import BringingIn
from annotator.ui.catalogue import Need
from annotator.ui.failures import words_of
from annotator.ui.i18n import sentence
from annotator.ui.saving import Saving
from annotator.ui.undoing import Undoing
from annotator.ui.workbench import LibraryFacts, Workbench

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.errors import AnnotatorError
    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.document import Corpus, DocumentRow
    from annotator.model.listing import LabelCount, OpenDocument
    from annotator.model.outcome import Outcome, StepInfo, Undone
    from annotator.model.soundness import BackupInfo
    from annotator.services.desk import SaveState
    from annotator.services.importing import ImportResult
    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.refused import RefusedPage

_FOUND_DOCUMENTS = 40


class WindowFlow(QObject):
    """Brings the facts of workbench, saving, undoing and imports into the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        desk = window.library_desk.desk
        self._window = window
        self._desk = desk
        self.workbench = Workbench(desk, PlacesFile(), self)
        self.saving = Saving(desk, self)
        self.undoing = Undoing(desk, self)
        self.bringing = BringingIn(desk, self)
        self._files: list[Path] = []
        self._connect()

    def _connect(self) -> None:
        window, bench = self._window, self.workbench
        library = window.library_desk
        library.opened.connect(self._library_opened)
        library.refused.connect(self._library_refused)
        library.save_state.connect(self.saving.take_state)
        library.changed.connect(self._take_outcome)
        library.warned.connect(self.tell_failure)
        library.backups_found.connect(self._offer_backups)
        library.frozen.connect(self._library_frozen)
        bench.corpus_opened.connect(self._corpus_opened)
        bench.document_opened.connect(self._document_opened)
        bench.document_closed.connect(self._document_closed)
        bench.failed.connect(self.tell_failure)
        bench.said.connect(self.tell)
        self.saving.state_changed.connect(self._show_state)
        self.saving.refused.connect(self._step_refused)
        self.saving.completed.connect(self._take_added)
        self.undoing.announced.connect(self._announce)
        self.undoing.undone.connect(self._undone)
        self.undoing.nothing_left.connect(self._nothing_left)
        self.undoing.failed.connect(self.tell_failure)
        self.bringing.progressed.connect(self._import_progressed)
        self.bringing.brought.connect(self._brought)
        self.bringing.doubtful.connect(self._look_at)
        self.bringing.failed.connect(self.tell_failure)
        place = window.place
        place.changes_made.connect(self._keep)
        place.session.hint.connect(self.tell)
        place.documents.document_chosen.connect(self._choose_document)
        place.documents.next_wanted.connect(lambda: window.commands.go_next_to_do())
        place.documents.failed.connect(self.tell_failure)
        window.retry_button.clicked.connect(library.retry)
        window.copy_button.clicked.connect(self._save_copy)

    def connect_refused(self, page: RefusedPage) -> None:
        """Bind what the page of a refused library offers."""
        window, library = self._window, self._window.library_desk
        page.retry_wanted.connect(lambda: self.open_library(library.where))
        page.reading_wanted.connect(lambda: self.open_library(library.where, writable=False))
        page.backup_wanted.connect(lambda path: self.open_library(path, writable=False))
        page.other_backup_wanted.connect(window.ask_for_backup)
        page.another_wanted.connect(lambda: window.ask_for_library(new=False))

    # Libraries

    def open_library(self, where: str, files: Sequence[Path] = (), *, writable: bool = True) -> None:
        """Open a library, then take these files into it."""
        self._files = list(files)
        self._window.library_desk.close()
        self._window.library_desk.open(where, writable=writable)
        self._window.status_line.show_state(self.tr("Opening the library…"), "database", "muted")

    def _library_opened(self, facts: LibraryFacts) -> None:
        self._window.personal.remember_library(facts.path)
        self.workbench.take_library(facts)
        self._show_saved()
        files, self._files = self._files, []
        if files:
            self.bring_in(files)

    def _library_frozen(self, error: AnnotatorError) -> None:
        self.workbench.freeze()
        self._show_saved()
        self._window.refresh()
        self.tell_failure(error)

    def _library_refused(self, error: AnnotatorError, where: str) -> None:
        self._window.late.refused.explain(words_of(error), where, can_read=Path(where).is_file())
        self._window.status_line.show_state(self.tr("No library is open"), "database", "muted")
        self._window.show_page("refused")
        self._name_corpus()
        self._window.library_desk.find_backups(where)

    def _offer_backups(self, backups: Sequence[BackupInfo], where: str) -> None:
        if self._window.page == "refused" and self._window.library_desk.where == where:
            self._window.late.refused.offer(backups)

    def close_library(self) -> None:
        """Save what waits and have no library open."""
        self._window.library_desk.close()
        self.workbench.leave_library()
        self.saving.state = None
        self._window.failed_strip.say("")

    def remember_place(self) -> None:
        """Keep where the person is, for the next start."""
        at = self._window.place.article.place()
        place = Place(None, None, at.caret, at.anchor, at.paragraph, at.fraction)
        try:
            self.workbench.remember(place)
        except OSError as error:
            self.tell(error.strerror or str(error))

    # Corpora and documents

    def go_to_corpus(self, uid: str) -> None:
        """Show another corpus."""
        self._window.commit_fields()
        self.remember_place()
        self.workbench.refresh_corpora(lambda: self.workbench.open_corpus(uid))

    def _corpus_opened(self, corpus: Corpus | None) -> None:
        uid = corpus.uid if corpus else None
        self._window.place.documents.set_corpus(uid)
        self._name_corpus()
        has_documents = corpus is not None and corpus.documents > 0
        self._window.show_page("label" if has_documents else "welcome")

    def _name_corpus(self) -> None:
        corpus = self.workbench.corpus
        name = corpus.name if corpus else self._words_without_corpus()
        self._window.top_bar.show_corpus(name)
        title = self.workbench.document.document.title if self.workbench.document else name
        self._window.setWindowTitle(f"{title} – {name}" if title != name else name)

    def _words_without_corpus(self) -> str:
        if self.workbench.library is not None:
            return self.tr("New library")
        return self.tr("No library") if self._window.page == "refused" else "Annotator"

    def _choose_document(self, uid: str) -> None:
        self._window.commit_fields()
        if self.workbench.document is None or self.workbench.document.document.uid != uid:
            self.workbench.open_document(uid)
        else:
            place = self._window.place
            place.focus_article(by_key=place.documents.view.by_keyboard)

    def _document_opened(self, opened: OpenDocument, place: Place | None) -> None:
        self._window.label_actions.set_labels(opened.labels)
        self._window.menus.show_labels(self._window.label_actions.actions)
        self._window.place.show_document(opened, place)
        self._name_corpus()
        if self._window.page in ("welcome", "label"):
            self._window.show_page("label")

    def _document_closed(self) -> None:
        self._window.place.close_document()
        self._name_corpus()

    def find_documents(self, typed: str) -> None:
        """Look for documents by their titles, for the palette."""
        corpus = self.workbench.corpus
        if corpus is None:
            return
        uid = corpus.uid

        from annotator.ui.palette_entries import document_entries

        def arrived(rows: list[DocumentRow]) -> None:
            entries = document_entries(rows, self._open_from_palette)
            self._window.late.palette.show_documents(typed, entries)

        self._desk.read(
            lambda library: library.documents.rows(
                library.documents.keys(uid, search=typed.strip())[:_FOUND_DOCUMENTS]
            ),
            arrived,
            self.tell_failure,
        )

    def _open_from_palette(self, uid: str) -> None:
        self._window.show_page("label")
        self._choose_document(uid)

    def go_home(self) -> None:
        """Go back to where labelling is, or begins."""
        has_documents = self.workbench.corpus is not None and self.workbench.corpus.documents > 0
        self._window.show_page("label" if has_documents else "welcome")

    def prepare_page(self, name: str) -> None:
        """Give a page what it shows, right before it is shown."""
        corpus, library, late = self.workbench.corpus, self.workbench.library, self._window.late
        if name == "welcome" and library is not None:
            late.welcome.set_writable(not library.is_read_only)
        elif name == "corpora" and library is not None:
            late.corpora.set_current(corpus.uid if corpus else None)
        elif name == "export":
            late.export_page.set_corpus(corpus)
        elif name == "label_set":
            late.label_set.set_corpus(corpus.uid if corpus else None)

    # Saving

    def _keep(self, changes: Sequence[Change], summary: Message | None) -> None:
        if self.workbench.document is not None:
            self.undoing.forget()
            self.saving.keep(self.workbench.document.document.uid, tuple(changes), summary)

    def _take_added(self, document: str, changes: Sequence[Change]) -> None:
        if self.open_document_uid == document:
            self._window.place.session.apply_external(changes)
            self._window.place.take_changes(changes)

    def _step_refused(self, error: AnnotatorError) -> None:
        self.tell_failure(error)
        self._reopen()

    def _reopen(self) -> None:
        at = self._window.place.article.place()
        self.workbench.reopen(Place(None, None, at.caret, at.anchor, at.paragraph, at.fraction))

    @property
    def has_failed(self) -> bool:
        """Whether the disk refused a change that is not saved yet."""
        return self.saving.state is not None and self.saving.state.kind == "failed"

    @property
    def open_document_uid(self) -> str | None:
        """Uid of the open document."""
        return self.workbench.document.document.uid if self.workbench.document else None

    def _show_state(self, state: SaveState) -> None:
        line = self._window.status_line
        if state.kind == "failed":
            words = self.tr("Not saved: %n change(s)", "", max(1, state.pending))
            line.show_state(words, "circle-alert", "bad", announced=True)
            why = words_of(state.error) if state.error is not None else ""
            self._window.failed_strip.say(f"{words}. {why}")
        elif state.kind == "saving":
            line.show_state(self.tr("Saving…"), "refresh-cw", "muted")
        else:
            self._window.failed_strip.say("")
            self._show_saved()

    def _show_saved(self) -> None:
        facts = self.workbench.library
        if facts is not None and facts.is_read_only:
            self._window.status_line.show_state(self.tr("Open for reading"), "lock", "muted")
        else:
            self._window.status_line.show_state(self.tr("Saved"), "check", "ok")

    def _save_copy(self) -> None:
        path = self._window.ask_for_copy()
        if path is not None:
            self.saving.copy_to(path, self.tell)

    def _take_outcome(self, outcome: Outcome[object]) -> None:
        window = self._window
        window.place.documents.refresh(outcome)
        if window.page == "label_set":
            window.late.label_set.refresh(outcome)
        if window.page == "corpora":
            window.late.corpora.refresh(outcome)
        if outcome.touched & Touched.CORPORA:
            self.workbench.refresh_corpora(self._name_corpus)
        if (
            outcome.touched & Touched.LABELS
            and self.workbench.corpus is not None
            and not self._is_labelling(outcome)
        ):
            self._refresh_labels(self.workbench.corpus.uid)

    def _is_labelling(self, outcome: Outcome[object]) -> bool:
        """Whether it was a step of labelling: it moves the labels' counts, never the labels."""
        return bool(outcome.touched & Touched.SPANS) and not outcome.touched & Touched.CORPORA

    def _refresh_labels(self, corpus: str) -> None:
        def arrived(counts: list[LabelCount]) -> None:
            labels = [count.label for count in counts]
            self._window.place.set_labels(labels)
            self._window.label_actions.set_labels(labels)
            self._window.menus.show_labels(self._window.label_actions.actions)
            self._window.refresh()

        self._desk.read(lambda library: library.labels.list(corpus), arrived, self.tell_failure)

    # Undo and redo

    def _announce(self, step: StepInfo, redo: bool) -> None:
        words = (
            self.tr("Ctrl Shift Z again makes again: %1") if redo else self.tr("Ctrl Z again takes back: %1")
        )
        self.tell(words.replace("%1", sentence(step.summary)))

    def _nothing_left(self, redo: bool) -> None:
        self.tell(
            self.tr("There is nothing to make again.") if redo else self.tr("There is nothing to undo.")
        )

    def _undone(self, undone: Undone, redo: bool) -> None:
        words = self.tr("Made again: %1") if redo else self.tr("Taken back: %1")
        self.tell(words.replace("%1", sentence(undone.step.summary)))
        here = self.workbench.document
        if undone.document is None:
            self._reopen_after_bulk()
        elif here is None or here.document.uid != undone.document:
            self._window.show_page("label")
            self.workbench.open_document(undone.document)
        elif undone.changes and undone.annotator == here.annotator.uid:
            self._window.place.session.apply_external(undone.changes)
            self._window.place.take_changes(undone.changes)
        else:
            self._reopen()

    def _reopen_after_bulk(self) -> None:
        """A step over many documents changed: corpora, lists and the open document are read anew."""

        def listed() -> None:
            if self.workbench.document is not None:
                self._reopen()
            else:
                corpus = self.workbench.corpus
                self.workbench.open_corpus(corpus.uid if corpus else None)

        self.workbench.refresh_corpora(listed)

    # Bringing in

    def bring_in(self, paths: list[Path]) -> None:
        """Take files and folders into the open corpus, or into a first one."""
        if len(paths) == 1 and not paths[0].is_dir():
            self.bringing.take(paths[0], self._target_corpus())
        else:
            self._look_at(paths, self._target_corpus())

    def _look_at(self, paths: Sequence[Path], corpus: str) -> None:
        """Show what the files would bring, before anything happens."""
        open_corpus = self.workbench.corpus
        name = open_corpus.name if open_corpus is not None and open_corpus.uid == corpus else corpus
        self._window.late.import_page.open_with([str(path) for path in paths], corpus, name)
        self._window.show_page("import")

    def take_imported(self, result: ImportResult) -> None:
        """Show what the import page brought in."""
        self.go_home()
        self.bringing.find(result, self._target_corpus())

    def bring_sample(self, path: Path) -> None:
        """Take the sample corpus in, under its own name."""
        self.bringing.import_files([path], self.tr("Sample corpus"))

    def paste(self, text: str) -> None:
        """Make a document of a text."""
        self.bringing.paste(text, self._target_corpus())

    def _target_corpus(self) -> str:
        corpus = self.workbench.corpus
        return corpus.uid if corpus else self.tr("My corpus")

    def _import_progressed(self, done: int, total: int) -> None:
        if total:
            part = f"{100 * done // total} %"
            self._window.status_line.show_where(self.tr("Importing… %1").replace("%1", part))
            self._window.refresh()

    def _brought(self, result: ImportResult | None, corpus: str, document: str | None) -> None:
        if result is not None:
            self._report(result)
        if not corpus:
            return

        def listed() -> None:
            if self.workbench.corpus is None or self.workbench.corpus.uid != corpus or document is None:
                self.workbench.open_corpus(corpus)
            else:
                self._window.place.documents.set_corpus(corpus)
            if document is not None:
                self.workbench.open_document(document)

        self.workbench.refresh_corpora(listed)

    def _report(self, result: ImportResult) -> None:
        refused = [file for file in result.files if not file.accepted]
        added = self.tr("%n document(s) added", "", result.documents_added)
        known = self.tr("%n known already", "", result.documents_known) if result.documents_known else ""
        self.tell(", ".join(filter(None, (added, known))) + ".")
        if refused:
            more = self.tr("%n more file(s) refused.", "", len(refused) - 1) if len(refused) > 1 else ""
            first = " ".join(sentence(message) for message in refused[0].messages[:1])
            self._window.notice_strip.say(f"{first} {more}".strip())
        else:
            self._window.notice_strip.say("")

    # Saying

    def tell(self, words: str) -> None:
        """Say something in the status line."""
        if words:
            self._window.status_line.show_where(words, announced=True)

    def tell_failure(self, error: AnnotatorError) -> None:
        """Say why something did not work; nothing changed."""
        words = words_of(error)
        if words:
            self._window.notice_strip.say(words)
            self._window.status_line.show_where("")
        else:
            self.tell(self.tr("Stopped. Nothing of it was kept."))

    def situation(self) -> Need:
        """What is there now."""
        facts, situation = self.workbench.library, Need.NOTHING
        if facts is None:
            return situation
        situation |= Need.LIBRARY
        situation |= Need.NOTHING if facts.is_read_only else Need.WRITABLE
        situation |= Need.IMPORT if self.bringing.is_busy else Need.NOTHING
        situation |= Need.CORPUS if self.workbench.corpus else Need.NOTHING
        if self._window.page == "label" and self._window.place.article.has_document:
            situation |= Need.DOCUMENT
            situation |= Need.SPAN if self._window.place.article.selected_span() else Need.NOTHING
        return situation

    def retranslate(self) -> None:
        """Say again what stands in bars and status line, in the language in force."""
        self._name_corpus()
        if self.saving.state is not None:
            self._show_state(self.saving.state)
        elif self.workbench.library is not None:
            self._show_saved()
        else:
            words = self.tr("No account, no server, no network")
            self._window.status_line.show_state(words, "lock", "muted")
