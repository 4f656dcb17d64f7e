"""The documents of a corpus that lie in the bin: taken back, or deleted for ever with all else in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.density import Size, density
from annotator.ui.i18n import number
from annotator.ui.models.document_model import DocumentModel
from annotator.ui.panels.document_rows import BinnedDelegate
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.empty_bin_strip import EmptyBinStrip
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import TWO_LINES, RowView
from annotator.ui.parts.whole_rows import WholeRows
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.document import DocumentRow
    from annotator.services.library import Library
    from annotator.ui.desk import Desk

    _Found = tuple[Sequence[DocumentRow], tuple[int, int]]

_HEAD = Size(44, 36)
_AROUND_ACTS = Size(10, 6)


class DocumentBin(QWidget):
    """What the document list shows while a person looks into the bin.

    Signals:
        told: a sentence on what was done.
        left: the person wants to see the corpus again.
        failed: an `AnnotatorError`.
    """

    told = Signal(str)
    left = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._corpus: str | None = None
        self._doomed = (0, 0)
        self._is_entering = False
        self._model = DocumentModel(desk, self)
        self._view = RowView(TWO_LINES)
        self._view.setSelectionMode(RowView.SelectionMode.ExtendedSelection)
        self._view.setEditTriggers(RowView.EditTrigger.NoEditTriggers)
        self._view.setModel(self._model)
        self._view.setItemDelegate(BinnedDelegate(self._view))
        self._build()
        self._lay_out()
        self._bind()
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    @property
    def view(self) -> RowView:
        """The list itself, for focus order."""
        return self._view

    def show_corpus(self, uid: str) -> None:
        """List what of this corpus lies in the bin, and put the focus there."""
        self._corpus, self._is_entering = uid, True
        self._question.hide()
        self._below.show()
        self.reload()

    def hints(self) -> list[Hint]:
        """The keys that work while its list has the focus, or its question waits; none else."""
        if self._question.isVisible():
            return [Hint(("Esc",), self.tr("keep"))]
        if not self._view.hasFocus() or not self._model.rowCount():
            return []
        return [Hint(("↵",), self.tr("take back")), Hint(("Esc",), self.tr("close the bin"))]

    def reload(self) -> None:
        """Read anew what lies in the bin."""
        corpus = self._corpus
        if corpus is None:
            return

        def both(library: Library) -> _Found:
            return library.documents.binned(corpus), library.purging.content()

        self._desk.read(both, self._take, self.failed.emit)

    def take_back(self) -> None:
        """Take the selected documents out of the bin."""
        ranges = self._view.selected_ranges()
        chosen = (self._model.document_at(row) for first, last in ranges for row in range(first, last + 1))
        uids = [row.uid for row in chosen if row is not None]
        if uids:
            self._desk.write(lambda library: library.documents.unbin(uids), failed=self.failed.emit)

    def ask_to_empty(self) -> None:
        """Say what emptying the bin would delete, and wait for a second act."""
        if any(self._doomed):
            self._question.ask(*self._doomed)
            self._below.hide()  # one question at a time, and one meaning of Escape
            self._view.focus_moved.emit()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._title = PlainLabel(weight=fonts.SEMIBOLD)
        self._count = PlainLabel(ink="muted", tabular=True)
        self._empty = PlainLabel(ink="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 0, 16, 0)
        self._take_back = Button(icon="rotate-ccw", key="Return", small=True)
        self._take_back.clicked.connect(self.take_back)
        self._empty_button = Button(kind="quiet", icon="trash-2", small=True)
        self._empty_button.clicked.connect(self.ask_to_empty)
        self._close = Button(kind="quiet", icon="x", key="Esc", small=True)
        self._close.clicked.connect(self.left)
        self._question = EmptyBinStrip(is_narrow=True)
        self._question.confirmed.connect(self._empty_bin)
        self._question.kept.connect(self._stop_asking)

    def _lay_out(self) -> None:
        self._top = QWidget()
        head = QHBoxLayout(self._top)
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(WholeRows(self._view))
        self._body.addWidget(self._empty)
        self._acts = QVBoxLayout()
        self._acts.setSpacing(4)
        for button in (self._take_back, self._empty_button, self._close):
            self._acts.addWidget(button)
        self._below = QWidget()
        self._below.setLayout(self._acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(body, 1)
        column.addWidget(self._question)
        column.addWidget(Hairline())
        column.addWidget(self._below)
        self._space()
        density().changed.connect(self._space)

    def _space(self) -> None:
        """Set the distances of the density in force."""
        self._top.setFixedHeight(_HEAD.now)
        self._acts.setContentsMargins(12, _AROUND_ACTS.now, 12, _AROUND_ACTS.now)

    def _bind(self) -> None:
        only, within = Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in ("Return", "Enter"):
            QShortcut(sequence_of(key), self._view, context=only).activated.connect(self.take_back)
        QShortcut(sequence_of("Esc"), self, context=within).activated.connect(self._leave)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("In the bin"))
        self._count.setText(number(self._model.rowCount()))
        self._view.setAccessibleName(self.tr("Documents in the bin"))
        self._take_back.setText(self.tr("Take back"))
        self._empty_button.setText(self.tr("Empty the bin…"))
        self._close.setText(self.tr("Close the bin"))
        others = any(self._doomed)
        self._empty.setText(
            self.tr("Nothing of this corpus is in the bin, but of others.")
            if others
            else self.tr("The bin is empty.")
        )

    # ------------------------------------------------------------------ inside

    def _take(self, found: _Found) -> None:
        rows, self._doomed = found
        place = max(0, self._view.currentIndex().row())
        is_inside = self._is_entering or self._view.hasFocus()
        self._is_entering = False
        self._model.show_rows(rows)
        self._body.setCurrentIndex(0 if rows else 1)
        self._take_back.setEnabled(bool(rows))
        self._empty_button.setEnabled(any(self._doomed))
        self.retranslate()
        if rows:
            self._view.go_to(min(place, len(rows) - 1))
        if is_inside:
            (self._view if rows else self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _empty_bin(self) -> None:
        self._stop_asking()
        self._desk.write(
            lambda library: library.purging.empty_bin(),
            lambda outcome: self.told.emit(self._question.done_words(outcome.value)),
            self.failed.emit,
        )

    def _stop_asking(self) -> None:
        self._question.hide()
        self._below.show()
        (self._view if self._model.rowCount() else self._close).setFocus()

    def _leave(self) -> None:
        """Escape: first the question goes, then the bin."""
        if self._question.isVisible():
            self._stop_asking()
        else:
            self.left.emit()
