"""What is open: the library, the corpus, the document; and the way from one to the next.

The workbench asks the desk and tells the window in past facts. It paints nothing and knows no widget.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import DamagedError
from annotator.model.document import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.document import Corpus, DocumentRow
    from annotator.model.listing import OpenDocument
    from annotator.services.library import Library
    from annotator.settings import Place, PlacesFile
    from annotator.ui.desk import Desk
    from annotator.ui.saving import Saving


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """The plain attributes of an open library, safe to keep in the GUI thread."""

    path: str
    uid: str
    is_read_only: bool

    @classmethod
    def of(cls, library: Library) -> LibraryFacts:
        """The facts of this library."""
        return cls(str(library.path), library.uid, library.is_read_only)


class Workbench(QObject):
    """The open library, corpus and document.

    Signals:
        corpora_listed: list of `Corpus`, whenever they were read anew.
        corpus_opened: `Corpus`, or None when the library has none.
        document_leaving: another document comes, or none; the open one is still shown.
        document_opened: `OpenDocument` and the `Place` to go back to in it, or None to begin at its top.
        document_closed: no document is open any more.
        document_renamed: the open document's new title.
        document_unreadable: uid of a document that was to be opened and cannot be read, for it is damaged,
            and none is open any more; and its title.
        library_unreadable: an `AnnotatorError`: not even the corpora can be listed, for the file is damaged.
        failed: an `AnnotatorError` that has no better place.
        said: a sentence for the status line.
    """

    corpora_listed = Signal(object)
    corpus_opened = Signal(object)
    document_leaving = Signal()
    document_opened = Signal(object, object)
    document_closed = Signal()
    document_renamed = Signal(str)
    document_unreadable = Signal(str, str)
    library_unreadable = Signal(object)
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, places: PlacesFile, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._places = places
        self._saving = saving
        self.library: LibraryFacts | None = None
        self.corpora: Sequence[Corpus] = ()
        self.corpus: Corpus | None = None
        self.document: OpenDocument | None = None
        self._wanted: str | None = None
        self._unread = ""
        self._visited: dict[str, Place] = {}
        self._layers: dict[str, str] = {}
        self._allowed: tuple[str, str] | None = None
        self._arriving: Place | None = None

    # Library

    def take_library(self, facts: LibraryFacts, at: Place | None = None) -> Place:
        """Begin with this library at that place, or where the person was in it last; gives that place."""
        self.library = facts
        place = self._arriving = at or self._places.read(facts.uid)
        if place.document is not None:
            self.turn_to_layer(place.document, place.annotator)

        def arrived(corpora: Sequence[Corpus]) -> None:
            self._take_corpora(corpora)
            self.open_corpus(place.corpus, place)

        def refused(error: AnnotatorError) -> None:
            (self.library_unreadable if isinstance(error, DamagedError) else self.failed).emit(error)

        self._desk.read(lambda library: library.corpora.list(), arrived, refused)
        return place

    def freeze(self) -> OpenDocument | None:
        """The library can only be read from now on; gives the open document as it is open now, if any."""
        if self.library is not None:
            self.library = replace(self.library, is_read_only=True)
        if self.document is not None:
            self.document = replace(self.document, is_reading=True)
        return self.document

    def leave_library(self) -> None:
        """Have nothing open."""
        self.library = self.corpus = None
        self.corpora = ()
        self._arriving = None
        self.close_document()
        self._visited.clear()
        self._layers.clear()

    def kept(self, place: Place) -> Place:
        """Where the person is: caret and scroll come with `place`, corpus and document are added."""
        if self._arriving is not None:
            return replace(self._arriving, folded=place.folded)
        corpus = self.corpus.uid if self.corpus else None
        document = self.document.document.uid if self.document else None
        layer = self._layers.get(document or "")
        return replace(place, corpus=corpus, document=document, annotator=layer)

    # Corpora

    def refresh_corpora(self, then: Callable[[], None] | None = None) -> None:
        """Read the corpora anew; the open one may be renamed or gone."""

        def arrived(corpora: Sequence[Corpus]) -> None:
            self._take_corpora(corpora)
            here = self._corpus_of(self.corpus.uid) if self.corpus else None
            if self.corpus is not None and here is None:
                self._leave_corpus()
            elif here is not None and here != self.corpus:
                self.corpus = here
            if then is not None:
                then()

        self._desk.read(lambda library: library.corpora.list(), arrived, self.failed.emit)

    @property
    def is_corpus_there(self) -> bool:
        """Whether the open corpus is among those that were listed last."""
        return self._corpus_of(self._corpus_uid()) is not None

    def open_corpus(self, uid: str | None, place: Place | None = None) -> None:
        """Go to the corpus of that uid, or to the first one that has documents, else the first one."""
        filled = [corpus for corpus in self.corpora if corpus.documents]
        found = self._corpus_of(uid) if uid else None
        self.corpus = found or next(iter(filled or self.corpora), None)
        self.close_document()
        self.corpus_opened.emit(self.corpus)
        if self.corpus is None or not self.corpus.documents:
            self._arriving = None
            return
        if place is not None and place.document is not None and found is not None:
            self.open_document(place.document, place)
        else:
            self.open_first()

    def _take_corpora(self, corpora: Sequence[Corpus]) -> None:
        self.corpora = corpora
        self.corpora_listed.emit(corpora)

    def _corpus_of(self, uid: str) -> Corpus | None:
        return next((corpus for corpus in self.corpora if corpus.uid == uid), None)

    # Documents

    def open_document(self, uid: str, place: Place | None = None) -> None:
        """Open a document; of several asked for in a row only the last one opens."""
        self._wanted = uid
        owner = self._layers.get(uid)
        meanwhile = self._saving.reading(uid)

        def find(library: Library) -> OpenDocument | None:
            if library.documents.living_key(uid) is None:
                return None
            known = {person.uid for person in library.people.list()} if owner else set()
            return library.documents.open(uid, owner if owner in known else None, meanwhile.uids)

        def arrived(opened: OpenDocument | None) -> None:
            if self._wanted != uid:
                return
            self._wanted = None
            if opened is not None:
                self.document_leaving.emit()  # a last step of the person may come of it
                meanwhile.catch_up(opened)
                self._show(opened, place)
            elif self._document_uid() == uid:
                self.look_after_document()
            else:  # what was open last time, or was seen in a list, is gone: that is no error
                self.open_first()

        def refused(error: AnnotatorError) -> None:
            self.failed.emit(error)
            if isinstance(error, DamagedError) and self._wanted == uid != self._document_uid():
                self._tell_unreadable(uid)

        self._desk.read(find, arrived, refused)

    def _tell_unreadable(self, uid: str) -> None:
        self._arriving = None
        self.close_document()
        self._wanted = uid

        def find(library: Library) -> Sequence[DocumentRow]:
            key = library.documents.living_key(uid)
            return library.documents.rows([] if key is None else [key])

        def arrived(rows: Sequence[DocumentRow]) -> None:
            if self._wanted == uid:
                self._wanted, self._unread = None, uid
                self.document_unreadable.emit(uid, rows[0].title if rows else uid)

        self._desk.read(find, arrived, lambda _error: arrived(()))

    def _show(self, opened: OpenDocument, place: Place | None) -> None:
        """Show a document, and first its corpus when another one is open."""
        home = self._corpus_of(opened.document.corpus)
        if home is not None and (self.corpus is None or self.corpus.uid != home.uid):
            self.corpus = home
            self.corpus_opened.emit(home)
        where = (opened.document.uid, opened.annotator.uid)
        if self._allowed is not None and self._allowed[0] != where[0]:
            self._allowed = None
        is_reading = self.library is not None and self.library.is_read_only
        opened = replace(opened, is_allowed=self._allowed == where, is_reading=is_reading)
        self.document, self._arriving, self._unread = opened, None, ""
        # Where only the own layer is, what comes with a file later shall be seen: nothing is remembered.
        self.turn_to_layer(opened.document.uid, None if opened.is_plain else opened.annotator.uid)
        self.document_opened.emit(opened, place)

    def turn_to_layer(self, document: str, annotator: str | None) -> None:
        """Open the document on that annotator's layer from now on; None: on whichever opens by itself."""
        if annotator is None:
            self._layers.pop(document, None)
        else:
            self._layers[document] = annotator

    def allow_layer(self) -> OpenDocument | None:
        """Let the person work in the open layer of somebody else until they leave the document.

        Gives what is open now, or None when there is nothing to allow.
        """
        opened = self.document
        if opened is None or not opened.is_guarded or opened.is_allowed or opened.is_reading:
            return None
        self._allowed = (opened.document.uid, opened.annotator.uid)
        self.document = replace(opened, is_allowed=True)
        return self.document

    def forget_layers(self) -> None:
        """Open every document on whichever layer opens by itself: somebody else is at the desk."""
        self._layers.clear()
        self._allowed = None

    def remember_visit(self, place: Place) -> None:
        """Keep where the person was in the open document, for when the next one goes again."""
        if self.document is not None:
            self._visited.pop(self.document.document.uid, None)
            self._visited[self.document.document.uid] = place

    def look_after_document(self, target: str | None = None, *, reread: Place | None = None) -> None:
        """Follow a step that was no labelling of the open document.

        Opens `target` if it can be worked on; else stays, with the document read anew if `reread` says where
        in it; and if the open document is gone or lies in the bin, goes back to the one before it.
        """
        here = self._document_uid()
        before = [uid for uid in reversed(self._visited) if uid != here]

        def find(library: Library) -> tuple[bool, bool, str | None]:
            def is_living(uid: str) -> bool:
                return library.documents.living_key(uid) is not None

            back = next(filter(is_living, before), None)
            return target is not None and is_living(target), bool(here) and is_living(here), back

        def arrived(found: tuple[bool, bool, str | None]) -> None:
            has_target, is_here, back = found
            if self._document_uid() != here:
                return
            if target is not None and has_target and target != here:
                self.open_document(target)
            elif is_here and reread is not None:
                self.open_document(here, reread)
            elif here and not is_here:
                self._go_back(back)

        self._desk.read(find, arrived, self.failed.emit)

    def look_after_title(self) -> None:
        """The open document may have another title."""
        here = self._document_uid()

        def arrived(rows: Sequence[DocumentRow]) -> None:
            if self.document is None or not rows or self._document_uid() != here:
                return
            if rows[0].title != self.document.document.title:
                document = replace(self.document.document, title=rows[0].title)
                self.document = replace(self.document, document=document)
                self.document_renamed.emit(document.title)

        def find(library: Library) -> Sequence[DocumentRow]:
            key = library.documents.living_key(here)
            return library.documents.rows([] if key is None else [key])

        self._desk.read(find, arrived, self.failed.emit)

    def _go_back(self, uid: str | None) -> None:
        if self._wanted == self._document_uid():
            self._wanted = None
        self.document = None
        self.document_closed.emit()
        if self._wanted is not None:
            return
        if uid is not None:
            self.open_document(uid, self._visited.get(uid))
        elif (home := self._corpus_of(self._corpus_uid())) is not None and home.documents:
            self.open_first()
        else:
            self.open_corpus(self._corpus_uid())

    def _leave_corpus(self) -> None:
        """The open corpus is gone: go back to the document before the one in it, else begin anew."""
        if self.document is not None:
            self.look_after_document()
        else:
            self.open_corpus(None)

    def close_document(self) -> None:
        """Have no document open."""
        self._allowed = None
        self._wanted, self._unread = None, ""
        if self.document is not None:
            self.document_leaving.emit()
            self.document = None
        self.document_closed.emit()

    def open_first(self) -> None:
        """Open the first document that is not done, else the first one."""
        corpus = self._corpus_uid()

        def find(library: Library) -> str | None:
            keys = library.documents.keys(corpus)
            first = library.documents.rows(keys[:1])
            if not first:
                return None
            undone = library.documents.next_unfinished(corpus, first[0].uid)
            return first[0].uid if undone is None or first[0].status is not Status.DONE else undone

        self._desk.read(find, self._open_found, self.failed.emit)

    def open_next_to_do(self, words_if_none: str, search: str = "") -> None:
        """Open the next document after the open one that is not done, of those that fit; else say so."""
        corpus, here = self._corpus_uid(), self._document_uid() or self._unread

        def found(uid: str | None) -> None:
            if uid is None or uid == here:
                self.said.emit(words_if_none)
            else:
                self.open_document(uid)

        self._desk.read(
            lambda library: library.documents.next_unfinished(corpus, here, search), found, self.failed.emit
        )

    def open_neighbour(self, step: int) -> None:
        """Open the document `step` places on in the order of import; at the ends nothing happens."""
        corpus, here = self._corpus_uid(), self._document_uid() or self._unread

        self._desk.read(
            lambda library: library.documents.neighbour(corpus, here, step),
            self._open_found,
            self.failed.emit,
        )

    def _open_found(self, uid: str | None) -> None:
        if uid is not None:
            self.open_document(uid)

    def _corpus_uid(self) -> str:
        return self.corpus.uid if self.corpus else ""

    def _document_uid(self) -> str:
        return self.document.document.uid if self.document else ""
