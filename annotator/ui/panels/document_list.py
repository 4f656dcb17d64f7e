"""The left panel: the documents of the corpus, found, filtered, sorted; and those in the bin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from annotator.errors import DamagedError
from annotator.model.outcome import Touched
from annotator.model.wishes import in_texts
from annotator.ui.density import Size, density
from annotator.ui.i18n import number
from annotator.ui.keymap import key_of, spoken
from annotator.ui.models.document_model import ROW_ROLE, DocumentModel, DocumentQuery
from annotator.ui.panels.document_bin import DocumentBin
from annotator.ui.panels.document_rows import DocumentDelegate
from annotator.ui.panels.filter_row import FilterRow
from annotator.ui.panels.kept_filters import KeptFilters
from annotator.ui.panels.list_foot import ProgressFoot
from annotator.ui.panels.narrowing import Narrowing
from annotator.ui.panels.row_acts import RowActs
from annotator.ui.panels.text_offer import TextOffer
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.choice_menu import choice_menu
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import TWO_LINES, RowView
from annotator.ui.parts.search_field import SearchField
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.document import DocumentRow
    from annotator.model.filters import KeptFilter, Shown
    from annotator.model.listing import StatusCounts
    from annotator.model.outcome import Outcome
    from annotator.ui.desk import Desk
    from annotator.ui.models.document_model import Order
    from annotator.ui.status_line import Hint

_ABOVE, _BETWEEN = Size(12, 8), Size(4, 2)
_TYPING_PAUSE = 120
"""Milliseconds without a key after which a search is sent."""


class DocumentList(Surface):
    """The documents of one corpus.

    Signals:
        document_chosen: uid of the document a person wants open.
        next_wanted: the next document that is not done is wanted.
        told: what was done, in a sentence.
        failed: an `AnnotatorError`.
        counted: the corpus's `StatusCounts`, whenever they arrive.
    """

    document_chosen = Signal(str)
    next_wanted = Signal()
    told = Signal(str)
    failed = Signal(object)
    counted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self._corpus: str | None = None
        self._open: str | None = None
        self._counts: StatusCounts | None = None
        self._bin: DocumentBin | None = None
        self._is_first_wanted = False
        self._model = DocumentModel(desk, self)
        self._model.listed.connect(self._listed)
        self._model.failed.connect(self._not_listed)
        self._kept = KeptFilters(desk, self)
        self._kept.chosen.connect(self.show_kept)
        self._kept.failed.connect(self.failed)
        self._narrowing, self._acts = Narrowing(desk, self), RowActs(desk, self)
        self._acts.told.connect(self.told)
        self._narrowing.wanted.connect(self._narrow)
        for part in (self._narrowing, self._acts):
            part.failed.connect(self.failed)
        self._build()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._typing.timeout.connect(self._search)
        self._field.textChanged.connect(lambda: self._typing.start())
        self._field.returnPressed.connect(self._enter_list)
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    @property
    def view(self) -> RowView:
        """The list of the corpus's documents."""
        return self._view

    @property
    def shown_view(self) -> RowView:
        """The list that is in sight, for focus order: that of the documents, or of those in the bin."""
        return self._bin.view if self._bin is not None and self._is_bin_shown else self._view

    @property
    def query(self) -> DocumentQuery:
        """Which documents are listed."""
        return self._model.query

    def set_corpus(self, uid: str | None) -> None:
        """Show another corpus's documents, unfiltered."""
        self._corpus = uid
        self._leave_bin()
        self._field.clear()
        self._typing.stop()
        self._filters.choose("all")
        self._kept.reload(uid)
        self._model.show_documents(uid, DocumentQuery(order=self._model.query.order))
        self._recount()

    def set_open(self, uid: str | None) -> None:
        """Light the document that is open in the article, and bring it into sight."""
        self._open = uid
        self._model.set_open(uid)
        self._show_open()

    def set_unsaved(self, uids: frozenset[str]) -> None:
        """Mark the documents that hold work which is not on the disk."""
        self._model.set_unsaved(uids)

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write: fetch again only what it touched."""
        if outcome.touched & Touched.DOCUMENTS or not outcome.documents:
            self._recount(reload=bool(outcome.touched & (Touched.DOCUMENTS | Touched.CORPORA)))
        elif outcome.touched & Touched.SPANS:
            self._recount()
        self._model.refresh(outcome.documents)
        if outcome.touched & Touched.CORPORA:
            self._kept.reload(self._corpus)
        if self._bin is not None and self._is_bin_shown:
            self._bin.reload()

    def find_document(self) -> None:
        """Put the cursor into the search field."""
        self._leave_bin()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @property
    def kept_filters(self) -> Sequence[KeptFilter]:
        """The filters of the corpus that are kept by name."""
        return self._kept.filters

    def show_kept(self, kept: KeptFilter) -> None:
        """List what a kept filter lists."""
        self._typing.stop()
        blocked = self._field.blockSignals(True)
        self._field.setText(kept.search)
        self._field.blockSignals(blocked)
        self._filters.choose(kept.shown)
        self._ask(replace(self._model.query, search=kept.search, shown=kept.shown))

    def bin_hints(self) -> list[Hint]:
        """The keys that work in the list of what lies in the bin, while that has the focus."""
        return self._bin.hints() if self._bin is not None and self._is_bin_shown else []

    def show_bin(self) -> None:
        """Show the documents in the bin instead."""
        if self._corpus is None:
            return
        if self._bin is None:
            self._bin = DocumentBin(self._desk)
            self._bin.left.connect(self._close_bin)
            self._bin.failed.connect(self.failed)
            self._bin.told.connect(self.told)
            self._bin.view.focus_moved.connect(self._view.focus_moved)
            self._pages.addWidget(self._bin)
        self._pages.setCurrentWidget(self._bin)
        self._bin.show_corpus(self._corpus)

    def rename_current(self) -> None:
        """Open the field over the current row's title."""
        index = self._view.currentIndex()
        if index.isValid():
            self._view.edit(index)

    def bin_selected(self) -> None:
        """Move the selected documents into the bin; undo and the bin bring them back."""
        keys = self._model.keys_of(self._view.selected_ranges())
        if keys:
            self._acts.bin(keys)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._field = SearchField()
        self._offer = TextOffer(self._field)
        self._offer.wanted.connect(self._search_for)
        self._filters = FilterRow(("all", "todo", "done"))
        self._filters.chosen.connect(self._filter)
        self._narrower = IconButton("list-filter", size=16)
        self._narrower.clicked.connect(self._open_filter_menu)
        self._sort = IconButton("arrow-down-wide-narrow", size=16)
        self._sort.clicked.connect(self._open_sort_menu)
        self._view = RowView(TWO_LINES)
        self._view.setSelectionMode(RowView.SelectionMode.ExtendedSelection)
        self._view.setModel(self._model)
        self._view.setItemDelegate(DocumentDelegate(self._view))
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._open_row_menu)
        self._view.chosen.connect(self._choose)
        self._model.renamed.connect(self._rename)
        self._empty = PlainLabel(ink="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 8, 16, 0)
        self._foot = ProgressFoot()
        self._foot.next_wanted.connect(self.next_wanted)
        self._bin_actions()
        self._lay_out()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self._filters, 1)
        filters.addWidget(self._sort)
        search = QHBoxLayout()
        search.setSpacing(2)
        search.addWidget(self._field, 1)
        search.addWidget(self._narrower)
        self._heads = search, filters
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(WholeRows(self._view))
        self._body.addWidget(self._empty)
        self._listing = QWidget()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._listing)
        column = QVBoxLayout(self._listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(search)
        column.addLayout(filters)
        column.addWidget(self._offer)
        column.addWidget(body, 1)
        column.addWidget(Hairline())
        column.addWidget(self._foot)
        self._space()
        density().changed.connect(self._space)

    def _space(self) -> None:
        """Set the distances of the density in force."""
        search, filters = self._heads
        search.setContentsMargins(12, _ABOVE.now, 8, _BETWEEN.now)
        filters.setContentsMargins(16, _BETWEEN.now, 8, _BETWEEN.now)

    def _bin_actions(self) -> None:
        self._rename_action = self._action("F2", self.rename_current)
        self._bin_action = self._action("Del", self.bin_selected)

    def _action(self, key: str, act: object) -> QAction:
        action = QAction(self)
        action.setShortcut(sequence_of(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        # After a click the article has the focus: the keys would promise what they do not do there. They
        # are named in the status line while the list has the focus.
        action.setShortcutVisibleInContextMenu(False)
        action.triggered.connect(act)
        self._view.addAction(action)
        return action

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._field.set_placeholder(self.tr("Find a document"))
        self._field.set_key(key_of("edit.find_document"))
        self._narrower.set_name(self.tr("Narrow down, kept filters"))
        self._sort.set_name(self.tr("Sort and bin"))
        self._view.setAccessibleName(self.tr("Documents"))
        self._rename_action.setText(self.tr("Rename"))
        self._bin_action.setText(self.tr("Move to the bin"))
        self._say_counts()
        self._say_empty()

    def _say_counts(self) -> None:
        counts = self._counts
        total, done = (counts.total, counts.done) if counts else (0, 0)
        self._filters.set_words("all", self.tr("All"), number(total))
        self._filters.set_words("todo", self.tr("To do"), number(total - done))
        self._filters.set_words("done", self.tr("Done"), number(done))
        self._foot.set_counts(done, total)

    def _say_empty(self) -> None:
        query = self._model.query
        if query.search:
            words = (
                self.tr("No title fits “{words}”. Enter searches the texts, Esc empties the search.")
                if in_texts(query.search)
                else self.tr("No document fits “{words}”. Esc empties the search.")
            )
            words = words.replace("{words}", query.search)
        elif query.shown == "todo":
            words = self.tr("Every document is done.")
        elif query.shown == "done":
            words = spoken(self.tr("No document is done yet. Ctrl+Enter marks the open one."), "label.done")
        else:
            words = spoken(
                self.tr("No documents yet. Ctrl+O opens files; or drop an article into the window."),
                "file.open",
            )
        self._empty.setText(words)

    # ------------------------------------------------------------------ the list

    def _not_listed(self, error: AnnotatorError) -> None:
        """Say it in the place of rows that never come."""
        if isinstance(error, DamagedError) and not self._model.has_rows:
            self._empty.setText(
                self.tr(
                    "The list cannot be read: the library is damaged. File, Check the library… saves what "
                    "can be read; File, Backups… brings a sound copy back."
                )
            )
            self._body.setCurrentIndex(1)
        self.failed.emit(error)

    def _ask(self, query: DocumentQuery) -> None:
        self._model.show_documents(self._corpus, query)

    def _search(self) -> None:
        self._ask(replace(self._model.query, search=self._field.text().strip()))

    def _search_for(self, search: str) -> None:
        self._field.setText(search)
        self._typing.stop()
        self._search()

    def _filter(self, shown: Shown) -> None:
        self._ask(replace(self._model.query, shown=shown))

    def _sort_by(self, order: Order) -> None:
        self._ask(replace(self._model.query, order=order, descending=order == "spans"))

    def _listed(self, count: int) -> None:
        self._body.setCurrentIndex(0 if count else 1)
        self._foot.set_fitting(count if self._model.query.search else None)
        self._say_empty()
        is_first_wanted, self._is_first_wanted = self._is_first_wanted, False
        if is_first_wanted and count:
            self._open_first_hit()
        elif is_first_wanted:  # no title has the words: perhaps a text does
            self._offer.take()
        else:
            self._show_open()

    def _open_first_hit(self) -> None:
        """Choose the first row, whose page may not be here yet."""
        self._view.go_to(0)
        keys = self._model.keys_of([(0, 0)])

        def arrived(rows: Sequence[DocumentRow]) -> None:
            if rows:
                self.document_chosen.emit(rows[0].uid)

        self._desk.read(lambda library: library.documents.rows(keys), arrived, self.failed.emit)

    def _show_open(self) -> None:
        """Bring the open document into sight, if it is listed."""
        uid = self._open
        if uid is None or self._corpus is None:
            return
        row = self._model.row_of(uid)
        if row is not None:
            self._view.go_to(row)
        else:
            read = self._desk.read
            read(lambda library: library.documents.living_key(uid), self._go_to_key, self.failed.emit)

    def _go_to_key(self, key: int | None) -> None:
        row = None if key is None else self._model.row_of_key(key)
        if row is not None:
            self._view.go_to(row)

    def _choose(self, index: QModelIndex) -> None:
        row: DocumentRow | None = index.data(ROW_ROLE)
        if row is not None and not self._is_adding_to_selection():
            self.document_chosen.emit(row.uid)

    def _is_adding_to_selection(self) -> bool:
        return sum(last - first + 1 for first, last in self._view.selected_ranges()) > 1

    def _enter_list(self) -> None:
        """Enter in the search field opens the first hit."""
        self._typing.stop()
        self._is_first_wanted = True
        self._search()

    # ------------------------------------------------------------------ counts

    def _recount(self, *, reload: bool = False) -> None:
        corpus = self._corpus
        if corpus is None:
            self._take_counts(None)
            return

        def arrived(counts: StatusCounts) -> None:
            if corpus == self._corpus:
                moved = counts != self._counts
                self._take_counts(counts)
                if reload or (moved and self._model.query.follows_labelling):
                    self._model.reload()

        self._desk.read(lambda library: library.documents.counts(corpus), arrived, self.failed.emit)

    def _take_counts(self, counts: StatusCounts | None) -> None:
        self._counts = counts
        self._say_counts()
        if counts is not None:
            self.counted.emit(counts)

    # ------------------------------------------------------------------ bin

    @property
    def _is_bin_shown(self) -> bool:
        return self._pages.currentWidget() is not self._listing

    def _leave_bin(self) -> None:
        self._pages.setCurrentWidget(self._listing)

    def _close_bin(self) -> None:
        self._leave_bin()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------------ menus

    def _open_sort_menu(self) -> None:
        self._sort_menu().exec(self._sort.mapToGlobal(QPoint(0, self._sort.height())))

    def _sort_menu(self) -> QMenu:
        orders: tuple[tuple[Order, str], ...] = (
            ("import", self.tr("As they came in")),
            ("title", self.tr("By title")),
            ("status", self.tr("By status")),
            ("spans", self.tr("Most spans first")),
        )
        menu = choice_menu(self, orders, self._model.query.order, self._sort_by)
        menu.addSeparator()
        menu.addAction(self.tr("Show the bin"), self.show_bin)
        return menu

    def _open_filter_menu(self) -> None:
        self._filter_menu().exec(self._narrower.mapToGlobal(QPoint(0, self._narrower.height())))

    def _filter_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        query = self._model.query
        self._narrowing.add_to(menu, self._corpus)
        self._kept.add_to(menu, query.search, query.shown)
        return menu

    def _narrow(self, condition: str) -> None:
        """Add a condition to what is searched for; the cursor stands behind it, for words it may lack."""
        words = f"{self._field.text()} {condition}".strip()
        self._field.setText(words)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.setCursorPosition(len(words))

    def _open_row_menu(self, place: QPoint) -> None:
        if self._view.indexAt(place).isValid():
            self._row_menu().exec(self._view.viewport().mapToGlobal(place))

    def _row_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._rename_action, self._bin_action])
        menu.addSeparator()
        keys = self._model.keys_of(self._view.selected_ranges())
        self._acts.add_to(menu, keys)
        tags = [menu.addMenu(self.tr("Give a tag")), menu.addMenu(self.tr("Take a tag away"))]
        if self._corpus is not None:
            self._narrowing.with_names(
                self._corpus, tags, lambda menus, names: self._acts.add_tags(menus, keys, list(names.tags))
            )
        menu.addSeparator()
        menu.addAction(self.tr("Show the bin"), self.show_bin)
        return menu

    def _rename(self, uid: str, title: str) -> None:
        self._desk.write(lambda library: library.documents.rename(uid, title), failed=self.failed.emit)
