"""The documents of a corpus as a table of any length: row keys at once, the rows themselves page by page."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from annotator.model.document import DocumentRow, Status
from annotator.model.wishes import About, wish_of
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.models.span_model import not_saved_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.filters import Shown
    from annotator.services.library import Library
    from annotator.ui.desk import Desk
    from annotator.ui.models.one_column import Index

Order = Literal["import", "title", "status", "spans"]

PAGE: Final = 256
"""Rows fetched at once."""
PAGES_KEPT: Final = 64
"""Pages held in memory; with 256 rows each that is far more than any screen shows."""
_WANTED_AT_MOST: Final = 4
"""Pages waiting to be fetched; a fast scroll leaves older wishes behind."""

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `DocumentRow`, or None while its page is under way."""
OPEN_ROLE: Final = Qt.ItemDataRole.UserRole + 2
UNSAVED_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""Whether the row is the document open in the article."""


_LOOKED_THROUGH: Final = (About.TEXT, About.LABEL, About.IS, About.HAS, About.BY)


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which documents are listed, and in what order."""

    search: str = ""
    shown: Shown = "all"
    order: Order = "import"
    descending: bool = False

    @property
    def follows_labelling(self) -> bool:
        """Whether labelling can change which documents are listed, or where."""
        return self.takes_long or self.shown != "all" or self.order in ("status", "spans")

    @property
    def takes_long(self) -> bool:
        """Whether spans or texts must be looked through for it."""
        return any(condition.about in _LOOKED_THROUGH for condition in wish_of(self.search).conditions)


def listed_keys(library: Library, corpus: str, query: DocumentQuery) -> array[int]:
    """The row keys of the documents the query lists, in its order; runs in the reader thread."""

    def keys(status: Status | None) -> array[int]:
        return library.documents.keys(
            corpus, search=query.search, status=status, order=query.order, descending=query.descending
        )

    if query.shown == "done":
        return keys(Status.DONE)
    if query.shown == "all":
        return keys(None)
    done = set(keys(Status.DONE))
    return array("q", (key for key in keys(None) if key not in done))


class DocumentModel(OneColumnModel):
    """One column of documents. `data` never waits: what is not there yet is None, and is sent for.

    Signals:
        listed: the number of rows, whenever the list of keys has arrived.
        renamed: uid and new title that a person typed; nothing is written here.
        failed: an `AnnotatorError` of a read.
    """

    listed = Signal(int)
    renamed = Signal(str, str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._corpus: str | None = None
        self._query = DocumentQuery()
        self._keys: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[DocumentRow]] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: list[int] = []
        self._under_way: tuple[int, int] | None = None
        self._generation = 0
        self._open: str | None = None
        self._unsaved: frozenset[str] = frozenset()
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(0)
        self._fetch.timeout.connect(self._send)

    # ------------------------------------------------------------------ what is listed

    @property
    def query(self) -> DocumentQuery:
        """What is listed now."""
        return self._query

    @property
    def corpus(self) -> str | None:
        """Uid of the corpus listed now, or None."""
        return self._corpus

    def show_documents(self, corpus: str | None, query: DocumentQuery) -> None:
        """List the documents of a corpus; the old rows stay until the new keys are there."""
        self._corpus, self._query = corpus, query
        self.reload()

    def show_rows(self, rows: Sequence[DocumentRow]) -> None:
        """List exactly these rows (the bin), without asking the library again."""
        self._generation += 1
        self._corpus = None
        self._reset(array("q", range(len(rows))))
        for first in range(0, len(rows), PAGE):
            self._pages[first // PAGE] = rows[first : first + PAGE]
        self.listed.emit(len(rows))

    def reload(self) -> None:
        """Ask for the keys anew, and for every row when it is looked at next."""
        self._generation += 1
        generation, corpus, query = self._generation, self._corpus, self._query
        if corpus is None:
            self._take_keys(array("q"))
            return

        def arrived(keys: array[int]) -> None:
            if generation == self._generation:
                self._take_keys(keys)

        if query.takes_long:  # the next document to open must not wait for it
            self._desk.run(
                lambda library, _progress: listed_keys(library, corpus, query),
                _untold,
                arrived,
                self.failed.emit,
            )
        else:
            self._desk.read(lambda library: listed_keys(library, corpus, query), arrived, self.failed.emit)

    def refresh(self, uids: Iterable[str]) -> None:
        """Fetch again the loaded pages that hold these documents; the old rows stay until then."""
        touched = set(uids)
        for page, rows in self._pages.items():
            if any(row.uid in touched for row in rows):
                self._outdate(page)

    def set_open(self, uid: str | None) -> None:
        """Say which document is open, for `OPEN_ROLE`."""
        self._open, before = uid, self._open
        for changed in (before, uid):
            row = self.row_of(changed) if changed else None
            if row is not None:
                self.announce_rows(row, row)

    def set_unsaved(self, uids: frozenset[str]) -> None:
        """Say in which documents work is not on the disk, for `UNSAVED_ROLE`."""
        changed, self._unsaved = self._unsaved ^ uids, uids
        for uid in changed:
            row = self.row_of(uid)
            if row is not None:
                self.announce_rows(row, row)

    # ------------------------------------------------------------------ rows

    def row_of(self, uid: str) -> int | None:
        """The row of a document whose page is loaded, or None."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.uid == uid:
                    return page * PAGE + place
        return None

    def row_of_key(self, key: int) -> int | None:
        """The row of a row key (`library.documents.key_of`), or None when it is not listed."""
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def keys_of(self, ranges: Iterable[tuple[int, int]]) -> array[int]:
        """The keys of the rows in these (first, last) stretches, loaded or not."""
        return array("q", (key for first, last in ranges for key in self._keys[first : last + 1]))

    def document_at(self, row: int) -> DocumentRow | None:
        """The document of a row, or None while it is not loaded."""
        page = self._pages.get(row // PAGE)
        return None if page is None or row % PAGE >= len(page) else page[row % PAGE]

    # ------------------------------------------------------------------ Qt's side

    def length(self) -> int:
        """The number of documents listed."""
        return len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles can be typed over."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def setData(  # noqa: N802  (Qt's name)
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell that a person typed another title; the row changes when the library has it."""
        row = self.document_at(index.row())
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or row is None or title in ("", row.title):
            return False
        self.renamed.emit(row.uid, title)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is loaded of the row; None, and the page is sent for, when it is not."""
        if not index.isValid():
            return None
        row = self._row_or_wish(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == OPEN_ROLE:
            return row.uid == self._open
        if role == UNSAVED_ROLE:
            return row.uid in self._unsaved
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: DocumentRow) -> str:
        status = {
            Status.NEW: self.tr("new"),
            Status.IN_PROGRESS: self.tr("in progress"),
            Status.DONE: self.tr("done"),
        }[row.status]
        spans = self.tr("%n span(s)", "", row.spans)
        words = [row.title, status, spans, *([not_saved_words()] if row.uid in self._unsaved else [])]
        return ", ".join(words)

    # ------------------------------------------------------------------ pages

    def _row_or_wish(self, row: int) -> DocumentRow | None:
        page = row // PAGE
        if page in self._pages:
            self._pages.move_to_end(page)
        if page in self._stale or page not in self._pages:
            self._want(page)
        return self.document_at(row)

    @property
    def has_rows(self) -> bool:
        """Whether any row was read."""
        return bool(self._pages)

    def _outdate(self, page: int) -> None:
        """Have the page fetched when it is looked at next: at once, by a repaint, if it is in sight."""
        self._stale.add(page)
        self.announce_rows(page * PAGE, min((page + 1) * PAGE, len(self._keys)) - 1)

    def _want(self, page: int) -> None:
        if (self._generation, page) == self._under_way or page in self._wanted[-1:]:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-_WANTED_AT_MOST]
        if not self._fetch.isActive():
            self._fetch.start()

    def _send(self) -> None:
        busy = self._under_way is not None and self._under_way[0] == self._generation
        if busy or not self._wanted or self._corpus is None:
            return
        page = self._wanted.pop()
        keys = self._keys[page * PAGE : (page + 1) * PAGE]
        self._under_way = ticket = (self._generation, page)

        def arrived(rows: Sequence[DocumentRow]) -> None:
            if self._landed(ticket):
                self._take_page(page, rows, len(keys))

        def refused(error: AnnotatorError) -> None:
            if self._landed(ticket):
                self.failed.emit(error)

        self._desk.read(lambda library: library.documents.rows(keys), arrived, refused)

    def _landed(self, ticket: tuple[int, int]) -> bool:
        """Whether an answer is to the list as it is now; the next page may be sent for."""
        if self._under_way == ticket:
            self._under_way = None
        self._fetch.start()
        return ticket[0] == self._generation

    def _take_page(self, page: int, rows: Sequence[DocumentRow], asked: int) -> None:
        if len(rows) != asked:  # a document went into the bin since the keys were read
            self.reload()
            return
        self._pages[page] = rows
        self._pages.move_to_end(page)
        self._stale.discard(page)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        self.announce_rows(first, first + len(rows) - 1)

    def _take_keys(self, keys: array[int]) -> None:
        if keys == self._keys and self._pages:
            for page in tuple(self._pages):
                self._outdate(page)
        else:
            self._reset(keys)
        self.listed.emit(len(keys))

    def _reset(self, keys: array[int]) -> None:
        """List other keys; rows that were sent for by the keys before must not land among these."""
        self.beginResetModel()
        self._generation += 1
        self._keys = keys
        self._pages.clear()
        self._stale.clear()
        self._wanted.clear()
        self.endResetModel()


def _untold(_done: int, _total: int) -> None:
    """How far it is cannot be said."""
