"""The page of the corpora: choose one, make one, rename, put into the bin, take back; all by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from annotator.model.outcome import Touched
from annotator.ui import fonts
from annotator.ui.i18n import number, sentence
from annotator.ui.keymap import spoken
from annotator.ui.models.corpus_model import CorpusModel
from annotator.ui.panels.corpus_rows import ROW, CorpusDelegate
from annotator.ui.panels.filter_row import FilterRow
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.empty_bin_strip import EmptyBinStrip
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import RowView
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.document import Corpus
    from annotator.model.outcome import Outcome
    from annotator.model.soundness import Emptied
    from annotator.services.library import Library
    from annotator.ui.desk import Desk

    _Found = tuple[Sequence[Corpus], Sequence[Corpus], tuple[int, int]]

_COLUMN = 720


class CorporaPage(Surface):
    """All corpora of the library.

    Signals:
        corpus_chosen: uid of the corpus to show.
        failed: an `AnnotatorError` of a read.
        told: a sentence on what was done.
        left: Escape: back to where one came from.
    """

    corpus_chosen = Signal(str)
    failed = Signal(object)
    told = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._current: str | None = None
        self._living: Sequence[Corpus] = ()
        self._binned: Sequence[Corpus] = ()
        self._doomed = (0, 0)
        self._wanted: str | None = None
        self._model = CorpusModel(self)
        self._model.renamed.connect(self._rename)
        self._view = RowView(ROW)
        self._view.setModel(self._model)
        self._view.setItemDelegate(CorpusDelegate(self._view))
        self._view.chosen.connect(self._choose)
        self._build()
        self._bind()
        self.setFocusProxy(self._view)
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    @property
    def view(self) -> RowView:
        """The list, for focus order."""
        return self._view

    def set_current(self, uid: str | None) -> None:
        """Tick the corpus that the window shows, and read all anew."""
        self._current = self._wanted = uid
        self._filters.choose("living")
        self.reload()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & (Touched.CORPORA | Touched.DOCUMENTS | Touched.SPANS):
            self.reload()

    def reload(self) -> None:
        """Read the corpora anew."""

        def all_of_it(library: Library) -> _Found:
            return library.corpora.list(), library.corpora.binned(), library.purging.content()

        self._desk.read(all_of_it, self._take, self.failed.emit)

    def new_corpus(self) -> None:
        """Put the cursor into the field for a new corpus's name."""
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name.selectAll()

    def open_current(self) -> None:
        """Show the corpus of the current row."""
        self._choose(self._view.currentIndex())

    def rename_current(self) -> None:
        """Open the field over the current row's name."""
        if not self._in_bin():
            self._view.edit(self._view.currentIndex())

    def bin_current(self) -> None:
        """Move the current corpus into the bin, or out of it when the bin is shown."""
        corpus = self._model.corpus_at(self._view.currentIndex().row())
        if corpus is None:
            return
        uid, in_bin = corpus.uid, self._in_bin()
        self._write(lambda library: library.corpora.unbin(uid) if in_bin else library.corpora.bin(uid))

    def ask_to_empty(self) -> None:
        """Say what emptying the bin would delete, and wait for a second act."""
        if self._in_bin() and any(self._doomed):
            self._question.ask(*self._doomed)

    def _empty_bin(self) -> None:
        self._stop_asking()

        def done(outcome: Outcome[Emptied]) -> None:
            self.told.emit(self._question.done_words(outcome.value))
            self._written()

        self._desk.write(lambda library: library.purging.empty_bin(), done, self._refused)

    def _stop_asking(self) -> None:
        if self._question.isVisible():
            self._question.hide()
            self._view.setFocus()

    def _leave(self) -> None:
        """Escape: first the question goes, then the page."""
        if self._question.isVisible():
            self._stop_asking()
        else:
            self.left.emit()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._title = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self._filters = FilterRow(("living", "bin"))
        self._filters.chosen.connect(lambda _: self._turn())
        self._name = QLineEdit()
        self._name.returnPressed.connect(self._create)
        self._create_button = Button(icon="plus")
        self._create_button.clicked.connect(self._create)
        self._error = PlainLabel(ink="bad", wraps=True)
        self._error.hide()
        self._empty = PlainLabel(ink="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._open = Button(kind="primary", key="Return")
        self._open.clicked.connect(self.open_current)
        self._rename_button = Button(key="F2")
        self._rename_button.clicked.connect(self.rename_current)
        self._bin_button = Button(key="Del")
        self._bin_button.clicked.connect(self.bin_current)
        self._empty_button = Button(kind="quiet", icon="trash-2")
        self._empty_button.clicked.connect(self.ask_to_empty)
        self._question = EmptyBinStrip()
        self._question.confirmed.connect(self._empty_bin)
        self._question.kept.connect(self._stop_asking)
        self._hint = PlainLabel(size=12, ink="muted")
        self._lay_out()

    def _lay_out(self) -> None:
        new = QHBoxLayout()
        new.setSpacing(8)
        new.addWidget(self._name, 1)
        new.addWidget(self._create_button)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self._open, self._rename_button, self._bin_button, self._empty_button):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self._hint)
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(self._view)
        self._body.addWidget(self._empty)
        sheet = QWidget()
        sheet.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 40, 0, 32)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(new)
        column.addWidget(self._error)
        column.addSpacing(8)
        column.addWidget(self._filters)
        column.addWidget(body, 1)
        column.addWidget(self._question)
        column.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)

    def _bind(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(sequence_of("Ins"), self, context=within).activated.connect(self.new_corpus)
        QShortcut(sequence_of("Esc"), self, context=within).activated.connect(self._leave)
        only = Qt.ShortcutContext.WidgetShortcut
        QShortcut(sequence_of("F2"), self._view, context=only).activated.connect(self.rename_current)
        QShortcut(sequence_of("Del"), self._view, context=only).activated.connect(self.bin_current)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        in_bin = self._in_bin()
        self._title.setText(self.tr("Which corpus?"))
        self._filters.set_words("living", self.tr("Corpora"), number(len(self._living)))
        self._filters.set_words("bin", self.tr("In the bin"), number(len(self._binned)))
        self._name.setPlaceholderText(self.tr("Name of a new corpus"))
        self._name.setAccessibleName(self.tr("Name of a new corpus"))
        self._create_button.setText(self.tr("Create"))
        self._create_button.set_key("Ins")
        self._open.setText(self.tr("Open"))
        self._rename_button.setText(self.tr("Rename"))
        self._bin_button.setText(self.tr("Take back") if in_bin else self.tr("Move to the bin"))
        self._empty_button.setText(self.tr("Empty the bin…"))
        self._hint.setText("" if in_bin else spoken(self.tr("Ctrl Z takes every step back."), "edit.undo"))
        self._view.setAccessibleName(self.tr("Corpora"))
        if in_bin and any(self._doomed):
            documents = self._doomed[0]
            words = self.tr("No corpus is in the bin, but %n document(s).", "", documents)
            self._empty.setText(separated(words, documents))
        elif in_bin:
            self._empty.setText(self.tr("The bin is empty."))
        else:
            self._empty.setText(self.tr("No corpus yet. Type a name above and press Enter."))

    # ------------------------------------------------------------------ inside

    def _in_bin(self) -> bool:
        return self._filters.current == "bin"

    def _take(self, found: _Found) -> None:
        self._living, self._binned, self._doomed = found
        self._show()

    def _turn(self) -> None:
        """To the bin or from it: a question about it is dropped."""
        self._question.hide()
        self._show()

    def _show(self) -> None:
        current = self._model.corpus_at(self._view.currentIndex().row())
        rows = self._binned if self._in_bin() else self._living
        self._model.set_corpora(rows, self._current)
        self._body.setCurrentIndex(0 if rows else 1)
        wanted = self._wanted or (current.uid if current else None)
        self._wanted = None
        if rows:
            self._view.go_to((self._model.row_of(wanted) if wanted else None) or 0)
        for button in (self._open, self._rename_button):
            button.setEnabled(bool(rows) and not self._in_bin())
        self._bin_button.setEnabled(bool(rows))
        self._empty_button.setVisible(self._in_bin())
        self._empty_button.setEnabled(any(self._doomed))
        self.retranslate()

    def _choose(self, index: QModelIndex) -> None:
        corpus = self._model.corpus_at(index.row())
        if corpus is not None and not self._in_bin():
            self.corpus_chosen.emit(corpus.uid)

    def _create(self) -> None:
        name = self._name.text().strip()
        if not name:
            self.new_corpus()
            return

        def made(outcome: Outcome[Corpus]) -> None:
            self._name.clear()
            self._error.hide()
            self._filters.choose("living")
            self._wanted = outcome.value.uid
            self.reload()
            self.corpus_chosen.emit(outcome.value.uid)

        self._desk.write(lambda library: library.corpora.create(name), made, self._refused)

    def _rename(self, uid: str, name: str) -> None:
        self._write(lambda library: library.corpora.rename(uid, name))

    def _write(self, task: Callable[[Library], Outcome[Any]]) -> None:
        self._desk.write(task, lambda _: self._written(), self._refused)

    def _written(self) -> None:
        self._error.hide()
        self.reload()

    def _refused(self, error: AnnotatorError) -> None:
        self._error.setText(sentence(error.message))
        self._error.show()
