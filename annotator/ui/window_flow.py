"""What happens in the window: libraries and documents come and go, steps are saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.errors import DamagedError, ForeignError, HeldError, LostError, NewerError, reason_of
from annotator.settings import Place, PlacesFile
from annotator.ui.acts.act import Need
from annotator.ui.check.unreadable import Unreadable
from annotator.ui.export_flow import ExportFlow
from annotator.ui.failures import words_of
from annotator.ui.figures.doing import FiguresDoing
from annotator.ui.find.doing import FindDoing
from annotator.ui.following import Following
from annotator.ui.i18n import sentence
from annotator.ui.import_flow import ImportFlow
from annotator.ui.keymap import spoken
from annotator.ui.packages.doing import PackagesDoing
from annotator.ui.place_keeper import PlaceKeeper
from annotator.ui.review.doing import ReviewDoing
from annotator.ui.saved_words import SavedWords
from annotator.ui.telling import Telling
from annotator.ui.undoing import Undoing
from annotator.ui.unsaved.marks import UnsavedMarks
from annotator.ui.unsaved.taking_back import TakingBack
from annotator.ui.workbench import LibraryFacts, Workbench
from annotator.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.errors import AnnotatorError
    from annotator.messages import Message
    from annotator.model.changes import Change
    from annotator.model.document import Corpus, DocumentRow
    from annotator.model.listing import OpenDocument
    from annotator.model.soundness import WaysBack
    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.refused import RefusedPage
    from annotator.ui.saving import Saving

_FOUND_DOCUMENTS = 40

_HOMES = ("opening", "welcome", "label")
"""Pages on which a document that opens is shown; from others the person comes back by themselves."""


class WindowFlow(QObject):
    """Brings the facts of workbench, saving and imports into the window; `Following` does it for steps.

    Attributes:
        steps_made: how many steps of labelling were made in this window.
        goes_to: uid of a document that is to be shown when it opens, whatever page is shown.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        desk = window.library_desk.desk
        self._window = window
        self.desk = desk
        self.saving: Saving = window.windows.saving
        self.workbench: Workbench = Workbench(desk, PlacesFile(), self.saving, self)
        self.undoing: Undoing = Undoing(desk, self)
        self.saved = SavedWords(window)
        self.marks = UnsavedMarks(window)
        self.telling = Telling(window)
        self.taking_back = TakingBack(window)
        self.imports = ImportFlow(window, desk)
        self.exports = ExportFlow(window)
        self.steps_made = 0
        self._told_whose: set[tuple[str, str]] = set()
        self.goes_to: str | None = None
        self._stays_in_list = False
        self._keeper = PlaceKeeper(window.place.article, self._keep_place, self)
        self._files: list[Path] = []
        self._following = Following(self, window)
        self._unreadable = Unreadable(window, self.workbench)
        self._connect()

    def _connect(self) -> None:
        window, bench = self._window, self.workbench
        library = window.library_desk
        library.opened.connect(self._library_opened)
        library.refused.connect(self._library_refused)
        library.warned.connect(self._warn)
        library.backups_found.connect(self._offer_backups)
        library.frozen.connect(self._library_frozen)
        bench.corpus_opened.connect(self._corpus_opened)
        bench.document_leaving.connect(window.place.session.settle)
        bench.document_leaving.connect(lambda: bench.remember_visit(self.place()))
        bench.document_opened.connect(self._document_opened)
        bench.document_closed.connect(self._document_closed)
        bench.document_renamed.connect(self._document_renamed)
        bench.failed.connect(self.tell_failure)
        bench.said.connect(self.telling.tell)
        self.saving.state_changed.connect(self.saved.take_state)
        self.saving.refused.connect(self._step_refused)
        self.undoing.failed.connect(self.tell_failure)
        place = window.place
        place.changes_made.connect(self._keep)
        place.session.hint.connect(self.telling.tell)
        place.session.guess_changed.connect(self.saved.show)
        place.documents.document_chosen.connect(self._choose_document)
        place.bar.layers.layer_chosen.connect(self._choose_layer)
        place.bar.layers.work_wanted.connect(self.work_in_layer)
        place.documents.next_wanted.connect(lambda: window.commands.finish_and_go_on())
        place.inspector.note_edited.connect(self.saved.set_editing)
        place.documents.told.connect(self.telling.tell)
        place.documents.failed.connect(self.tell_failure)
        banner = window.failed_strip
        banner.retry.clicked.connect(self.saved.try_again)
        banner.focus_lost.connect(window.focus_page)
        banner.copy_wanted.connect(self.save_copy)
        banner.go_on_wanted.connect(lambda: window.windows.go_on_in_copy(window))
        window.windows.copying.ended.connect(self._copied)

    def connect_refused(self, page: RefusedPage) -> None:
        """Bind what the page of a refused library offers."""
        window, library = self._window, self._window.library_desk
        page.retry_wanted.connect(lambda: self.open_library(library.where))
        page.reading_wanted.connect(lambda: self.open_library(library.where, writable=False))
        page.anew_wanted.connect(lambda: self.open_library(library.where, anew=True))
        page.backup_wanted.connect(lambda path: self.open_library(path, writable=False))
        page.other_backup_wanted.connect(window.ask_for_backup)
        page.another_wanted.connect(lambda: window.ask_for_library(new=False))

    # Libraries

    def open_library(
        self, where: str, files: Sequence[Path] = (), *, writable: bool = True, anew: bool = False
    ) -> None:
        """Open a library, begun `anew` where it is gone, then take these files into it."""
        self._files = list(files)
        self._window.library_desk.close()
        self._window.show_page("opening")
        self._window.library_desk.open(where, writable=writable, anew=anew)
        self._window.status_line.show_state(self.tr("Opening the library…"), "database", "muted")

    def _library_opened(self, facts: LibraryFacts) -> None:
        if self.workbench.library == facts:  # of a window that joined right now
            return
        self._window.personal.remember_library(facts.path)
        self._begin(facts, None)
        self._window.windows.tell_copy(facts.path)
        self._window.windows.restore(facts)
        files, self._files = self._files, []
        if files:
            self.imports.bring_in(files)

    def join_library(self, facts: LibraryFacts, place: Place) -> None:
        """Show the library that is open already, at this place in it."""
        self._begin(facts, place)

    def _begin(self, facts: LibraryFacts, at: Place | None) -> None:
        self._window.reading_strip.begin(facts)
        place = self.workbench.take_library(facts, at)
        if place.folded is not None:
            self._window.place.fold(place.folded)
        self.saved.show()

    def _warn(self, error: AnnotatorError) -> None:
        path, where = error.message.values.get("path"), self._window.library_desk.where
        if not (self._window.reading_strip.tells_damage and path == where):  # it is told there
            self.telling.warn(words_of(error))

    def _library_frozen(self) -> None:
        opened = self.workbench.freeze()
        if opened is not None:
            self._window.place.show_layer(opened)
        self.telling.library_told()
        self._window.reading_strip.freeze()
        self.saved.show()
        self._window.refresh()

    def _library_refused(self, error: AnnotatorError, where: str) -> None:
        holder = error.holder if isinstance(error, HeldError) else None
        can_read = Path(where).is_file()
        page = self._window.late.refused
        page.explain(
            words_of(error),
            where,
            can_read=can_read,
            holder=holder,
            is_damaged=isinstance(error, DamagedError),
            is_foreign=isinstance(error, ForeignError),
            is_newer=isinstance(error, NewerError),
        )
        page.set_lost(is_lost=isinstance(error, LostError))
        self._window.status_line.show_state(self.tr("No library is open"), "database", "muted")
        self._window.show_page("refused")
        self.name_corpus()
        self._window.library_desk.find_backups(where)

    def _offer_backups(self, back: WaysBack, where: str) -> None:
        if self._window.page == "refused" and self._window.library_desk.where == where:
            self._window.late.refused.offer(back)

    def leave_library(self) -> None:
        """Have no library open."""
        self._window.reading_strip.leave()
        self.workbench.leave_library()
        self.exports.forget()
        self._window.commands.part(PackagesDoing).forget()
        self.saving.forget()
        self.saved.forget()
        self._keeper.stop()

    def remember_place(self) -> None:
        """Keep where the person is, for the next start."""
        try:
            self._window.windows.keep_session()
        except OSError as error:
            reason = reason_of(error)
            self.telling.tell(reason if isinstance(reason, str) else sentence(reason))

    def _keep_place(self) -> None:
        if self.workbench.document is not None:
            self.remember_place()

    def place(self) -> Place:
        """Where the person is in the open document."""
        at = self._window.place.article.place()
        folded = self._window.place.folded
        return Place(None, None, at.caret, at.anchor, at.paragraph, at.fraction, folded=folded)

    # Corpora and documents

    def go_to_corpus(self, uid: str, then: Callable[[], None] | None = None) -> None:
        """Show another corpus; `then` may go to another page of it than the one for labelling."""
        self._window.commit_fields()
        self.remember_place()

        def listed() -> None:
            self.workbench.open_corpus(uid)
            self.go_home()
            if then is not None:
                then()

        self.workbench.refresh_corpora(listed)

    def _corpus_opened(self, corpus: Corpus | None) -> None:
        uid = corpus.uid if corpus else None
        self._window.place.documents.set_corpus(uid)
        self.name_corpus()
        is_waiting = self._window.page == "opening" and corpus is not None and corpus.documents > 0
        if self._window.page in _HOMES and not is_waiting:  # a document comes: it is shown when it is there
            self.go_home()

    def name_corpus(self) -> None:
        """Say in top bar and title which corpus and document are open."""
        corpus = self.workbench.corpus
        name = corpus.name if corpus else self._words_without_corpus()
        self._window.top_bar.show_corpus(name)
        title = self.workbench.document.document.title if self.workbench.document else name
        self._window.setWindowTitle(visible(f"{title} – {name}" if title != name else name))

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

    def _choose_layer(self, annotator: str) -> None:
        self._window.commit_fields()
        here = self.workbench.document
        if here is not None and here.annotator.uid != annotator:
            self.workbench.turn_to_layer(here.document.uid, annotator)
            self.workbench.open_document(here.document.uid, self.place())

    def work_in_layer(self) -> None:
        """Let the open layer of somebody else be changed until the document is left."""
        opened = self.workbench.allow_layer()
        if opened is not None:
            self._window.place.show_layer(opened)
            self._window.refresh()
            words = self.tr("You are working in %1's layer until you leave the document.")
            self.telling.tell(words.replace("%1", opened.annotator.name))

    def _say_whose(self, opened: OpenDocument) -> None:
        """Say once for each document that what is done there is done in somebody else's layer."""
        where = (opened.document.uid, opened.annotator.uid)
        if opened.is_own or where in self._told_whose:
            return
        self._told_whose.add(where)
        if opened.is_fixed and opened.is_guarded:
            words = self.tr("You are looking at %1's layer. Ctrl+Shift+L lets you work in it.")
            words = spoken(words, "label.work_here")
        elif opened.is_fixed:
            words = self.tr("You are looking at %1's layer; it is only for reading.")
        else:
            words = self.tr("You are working in %1's layer.")
        self.telling.add(words.replace("%1", opened.annotator.name))

    def _document_opened(self, opened: OpenDocument, place: Place | None) -> None:
        self._window.label_actions.set_labels(opened.labels)
        self._window.menus.show_labels(self._window.label_actions.actions)
        if self._window.page == "opening":  # the article needs its room to go back to a place
            self._window.show_page("label")
        before = self._window.place.session.document
        is_same = before is not None and before.uid == opened.document.uid
        self._window.place.show_document(opened, place)
        self.name_corpus()
        self.marks.show_anew()
        self.saved.set_rereading(False)
        self.telling.something_done()
        goes_there, self.goes_to = self.goes_to == opened.document.uid, None
        stays_in_list, self._stays_in_list = self._stays_in_list, False
        if (is_same or goes_there) and self._window.page == "label" and self._window.field_keys.in_field:
            self._window.refresh()  # nobody asked for it now: what is being typed may not become labels
        elif goes_there or self._window.page in _HOMES:
            self._window.show_page("label")
            if stays_in_list:
                self._window.place.documents.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_whose(opened)

    def _document_closed(self) -> None:
        place = self._window.place
        self._stays_in_list = place.article.has_document and place.documents.view.hasFocus()
        place.close_document()
        self.saved.set_rereading(False)
        self.name_corpus()

    def _document_renamed(self, title: str) -> None:
        self._window.place.bar.show_title(title)
        self._window.place.session.retitle(title)
        self.name_corpus()

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

        self.desk.read(
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
        self.saved.show()
        self.telling.page_turned()
        corpus, library, late = self.workbench.corpus, self.workbench.library, self._window.late
        if name == "welcome" and library is not None:
            late.welcome.set_writable(not library.is_read_only)
        elif name == "corpora" and library is not None:
            late.corpora.set_current(corpus.uid if corpus else None)
        elif name == "export":
            opened = self.workbench.document
            late.export_page.set_corpus(corpus, opened.annotator.uid if opened else "")
            self.exports.page_shown()
        elif name == "label_set":
            late.label_set.set_corpus(corpus.uid if corpus else None)
        elif name == "figures":
            self._window.commands.part(FiguresDoing).prepare()
        elif name == "review":
            self._window.commands.part(ReviewDoing).prepare()
        elif name == "find":
            self._window.commands.part(FindDoing).hits.prepare()
        else:
            self._window.commands.part(PackagesDoing).prepare(name)

    # Saving

    def _keep(self, changes: Sequence[Change], summary: Message | None) -> None:
        if self.workbench.document is not None:
            self.undoing.forget()
            self.steps_made += 1
            here = self.workbench.document
            effort = self._window.place.session.effort.take()
            made = tuple(changes)
            self.saving.keep(here.document.uid, made, summary, here.annotator.uid, effort, by=self._window)

    def _step_refused(self, error: AnnotatorError) -> None:
        """What is painted is not in the library: say so, and show the document as it is there."""
        self.saved.set_rereading(self.workbench.document is not None)
        self.telling.say_failure(self.tr("This was not kept: %1").replace("%1", words_of(error)))
        self.workbench.look_after_document(reread=self.place())

    @property
    def has_failed(self) -> bool:
        """Whether the disk refused a change that is not saved yet."""
        return self.saving.state is not None and self.saving.state.kind == "failed"

    def unsaved(self) -> Sequence[str]:
        """What the disk refused and what waits behind it, a sentence for each change."""
        return self.saved.lines() if self.has_failed else ()

    @property
    def open_document_uid(self) -> str | None:
        """Uid of the open document."""
        return self.workbench.document.document.uid if self.workbench.document else None

    def save_copy(self) -> None:
        """Ask for a file and save all in it, also what could not be saved in the library."""
        path = self._window.ask_for_copy()
        if path is not None:
            self._window.windows.copying.copy_to(str(path))

    def _copied(self, is_made: bool, words: str) -> None:
        self.saved.show()
        if is_made:
            self.telling.tell(words)
        else:
            self.telling.say_failure(words)

    # Undo and redo

    # Saying

    def tell_failure(self, error: AnnotatorError) -> None:
        """Say why something did not work; nothing changed."""
        words = words_of(error)
        if self._is_damage(error):
            if Need.WRITABLE in self.situation():
                self._window.library_desk.frozen.emit(error)
            self._window.reading_strip.freeze()  # it tells this, in place of the others
            return
        if self.saved.is_of_library(error):
            if not self.has_failed:  # else the strip of what is not saved tells it
                self.telling.say_failure(words, of_library=True)
        elif words:
            self.telling.say_failure(words)
        if words:
            self._window.status_line.show_where("")
            if self._window.page == "opening" and self.workbench.library is not None:
                self.go_home()
        else:
            self.telling.tell(self.tr("Stopped. Nothing of it was kept."))

    def _is_damage(self, error: AnnotatorError) -> bool:
        """Whether the error is that the open library, not a copy of it for example, is damaged."""
        facts, path = self.workbench.library, error.message.values.get("path")
        where = self._window.library_desk.where
        return isinstance(error, DamagedError) and facts is not None and path in (facts.path, where)

    def situation(self) -> Need:
        """What is there now."""
        facts, situation = self.workbench.library, Need.NOTHING
        if facts is None:
            return situation
        situation |= Need.LIBRARY
        situation |= Need.NOTHING if facts.is_read_only else Need.WRITABLE
        situation |= Need.IMPORT if self.imports.is_busy else Need.NOTHING
        situation |= Need.UNSAVED if self.has_failed else Need.NOTHING
        situation |= Need.CORPUS if self.workbench.corpus else Need.NOTHING
        situation |= Need.REVIEW if self._window.page == "review" else Need.NOTHING
        if self._window.page == "label" and self._window.place.article.has_document:
            situation |= Need.DOCUMENT
            session = self._window.place.session
            situation |= Need.NOTHING if session.is_fixed else Need.CHANGEABLE
            situation |= Need.GUARDED if session.is_fixed and session.is_guarded else Need.NOTHING
            situation |= Need.SPAN if self._window.place.has_span else Need.NOTHING
        return situation

    def retranslate(self) -> None:
        """Say again what stands in bars and status line, in the language in force."""
        self.name_corpus()
        self._window.job_line.retranslate()
        self.saved.show()
        if self.workbench.library is None:
            words = self.tr("No account, no server, no network")
            self._window.status_line.show_state(words, "lock", "muted")
