"""The page of the label set: the labels at the left, what the codebook says of one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.codebook import Codebook
from annotator.model.groups import moved, regrouped
from annotator.model.label import KeyTakenError
from annotator.model.outcome import Touched
from annotator.ui.codebook.examples import Examples
from annotator.ui.codebook.label_acts import LabelActs
from annotator.ui.codebook.label_list import LabelList
from annotator.ui.codebook.merge_strip import MergeStrip
from annotator.ui.codebook.preset_sheet import PresetSheet
from annotator.ui.codebook.span_sheet import SpanSheet
from annotator.ui.i18n import sentence
from annotator.ui.pages.label_form import GUIDANCE, LabelForm
from annotator.ui.pages.remove_strip import RemoveStrip
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.errors import AnnotatorError
    from annotator.model.codebook import Entry, Example
    from annotator.model.label import Label
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.ui.desk import Desk
    from annotator.ui.parts.rows import RowView

FORM_WIDTH = 760
SHEET_WIDTH = 1040
_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


class LabelSetPage(Surface):
    """Add, change, order, group, merge, split and remove labels; every act is one undoable step.

    Signals:
        failed: an `AnnotatorError` that has no place on the page.
        left: Escape: the person wants back to labelling.
        span_wanted: uid of a document, start and end in it, uid of the owner of the layer: go there.
        save_wanted: the label set is to be saved as a preset.
    """

    failed = Signal(object)
    left = Signal()
    span_wanted = Signal(str, int, int, str)
    save_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._corpus: str | None = None
        self._wanted: str | None = None
        self._is_name_wanted = False
        self._list = LabelList()
        self._model, self._view = self._list.model, self._list.view
        self._form = LabelForm()
        self._examples = Examples()
        self._acts = LabelActs()
        self._strip = RemoveStrip()
        self._merging = MergeStrip()
        self.sheet = SpanSheet(desk)
        self.presets = PresetSheet(desk)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._bind()
        self.setFocusProxy(self._view)

    # ------------------------------------------------------------------ what others call

    @property
    def view(self) -> RowView:
        """The list, for focus order."""
        return self._view

    @property
    def corpus(self) -> str | None:
        """Uid of the corpus shown."""
        return self._corpus

    def set_corpus(self, uid: str | None) -> None:
        """Show another corpus's label set."""
        self._corpus = uid
        self._close_strips()
        self._show_form()
        self.reload()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & (Touched.LABELS | Touched.SPANS | Touched.CORPORA):
            self.reload()
            if self._stack.currentWidget() is self._sheet_paper:
                self.sheet.reload()

    def reload(self) -> None:
        """Read the codebook anew."""
        corpus = self._corpus
        if corpus is None:
            self._take(Codebook("", ()))
        else:
            self._desk.read(lambda library: library.codebook.whole(corpus), self._take, self.failed.emit)

    def go_to(self, uid: str) -> None:
        """Show that label when the label set is there."""
        self._wanted = uid
        self.reload()

    def add_label(self) -> None:
        """Add a label with a free name, key and colour, and let its name be typed."""
        corpus = self._corpus
        if corpus is None:
            return
        name, key = self._free_name(), self._free_key()

        def added(outcome: Outcome[Label]) -> None:
            self._wanted, self._is_name_wanted = outcome.value.uid, True
            self.reload()

        self._show_form()
        self._desk.write(lambda library: library.labels.add(corpus, name, key=key), added, self._refused)

    def remove_label(self) -> None:
        """Remove the current label; when it is used, ask first what becomes of its spans."""
        row = self._current()
        if row is None:
            return
        self._close_strips()
        if row.spans:
            self._strip.ask(row, self._others(row))
            self._see(self._strip)
        else:
            uid = row.label.uid
            self._write(lambda library, corpus: library.labels.remove(uid, corpus=corpus))

    def merge_label(self) -> None:
        """Ask into which label the current one goes."""
        row = self._current()
        if row is not None and (others := self._others(row)):
            self._close_strips()
            self._merging.ask(row.label, others)
            self._see(self._merging)

    def move_label(self, by: int) -> None:
        """Move the current label up (-1) or down (1), over a heading into the next group."""
        rows, row = self._model.rows(), self._view.currentIndex().row()
        after = moved(rows, row, by)
        if after is not None:
            uid = self._wanted = rows[row].label.uid
            uids, heading = after
            self._write(lambda library, corpus: library.codebook.arrange(corpus, uids, uid, heading))

    def show_spans(self, *, older: bool = False) -> None:
        """Show the spans of the current label as a work list, or those decided under an older definition."""
        row = self._current()
        if row is not None and self._corpus is not None:
            self._form.commit_texts()
            labels = [other.label for other in self._model.rows()]
            self.sheet.open(self._corpus, row.label, labels, older=older)
            self._stack.setCurrentWidget(self._sheet_paper)
            self.sheet.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_presets(self) -> None:
        """Offer label sets to load."""
        if self._corpus is not None:
            self.presets.open(self._corpus)
            self._stack.setCurrentWidget(self._preset_paper)
            self.presets.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(Hairline(standing=True))
        row.addWidget(self._stack, 1)
        self._stack.addWidget(self._form_paper())
        self._sheet_paper = _paper(self.sheet, SHEET_WIDTH)
        self._preset_paper = _paper(self.presets, FORM_WIDTH)
        self._stack.addWidget(self._sheet_paper)
        self._stack.addWidget(self._preset_paper)

    def _form_paper(self) -> QWidget:
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(16)
        column.addWidget(self._form)
        column.addSpacing(4)
        column.addWidget(self._examples)
        column.addSpacing(4)
        column.addWidget(Hairline())
        column.addWidget(self._acts)
        column.addWidget(self._strip)
        column.addWidget(self._merging)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(_paper(self._sheet, FORM_WIDTH))
        return self._area

    def _connect(self) -> None:
        self._view.selectionModel().currentRowChanged.connect(self._show_row)
        self._list.add_wanted.connect(self.add_label)
        self._list.load_wanted.connect(self.show_presets)
        self._list.save_wanted.connect(self.save_wanted)
        self._form.changed.connect(self._change)
        self._form.swap_wanted.connect(self._swap)
        self._form.older_wanted.connect(lambda: self.show_spans(older=True))
        self._examples.changed.connect(self._change_example)
        self._acts.merge_wanted.connect(self.merge_label)
        self._acts.remove_wanted.connect(self.remove_label)
        self._acts.spans_wanted.connect(self.show_spans)
        self._strip.move_wanted.connect(self._move_spans)
        self._strip.remove_wanted.connect(self._remove_with_spans)
        self._strip.kept.connect(self._close_strips)
        self._merging.preview_wanted.connect(self._preview_merge)
        self._merging.merge_wanted.connect(self._merge)
        self._merging.kept.connect(self._close_strips)
        self.sheet.left.connect(self._back_to_form)
        self.sheet.done.connect(self.reload)
        self.sheet.failed.connect(self.failed)
        self.sheet.span_wanted.connect(self.span_wanted)
        self.presets.left.connect(self._back_to_form)
        self.presets.done.connect(self._loaded)

    def _bind(self) -> None:
        within, here = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WidgetShortcut
        for key, act, widget, context in (
            ("Ins", self.add_label, self, within),
            ("F2", self._form.edit_name, self, within),
            ("Alt+Up", lambda: self.move_label(-1), self._view, here),
            ("Alt+Down", lambda: self.move_label(1), self._view, here),
            ("Del", self.remove_label, self._view, here),
            ("M", self.merge_label, self._view, here),
            ("Ctrl+Return", self.show_spans, self._area, within),
            ("Ctrl+Return", self.show_spans, self._view, here),
            ("Esc", self._escape, self._area, within),
            ("Esc", self._escape, self._view, here),
        ):
            QShortcut(QKeySequence(key), widget, context=context).activated.connect(act)

    # ------------------------------------------------------------------ inside

    def _take(self, book: Codebook) -> None:
        current = self._current()
        self._list.show_book(book)
        wanted = self._wanted or (current.label.uid if current else None)
        row = self._model.row_of(wanted) if wanted else None
        self._wanted = None
        self._sheet.setVisible(bool(book.entries))
        if book.entries:
            nearest = min(max(self._view.currentIndex().row(), 0), len(book.entries) - 1)
            self._view.go_to(nearest if row is None else row)
            self._show_row(self._view.currentIndex())
        if self._is_name_wanted and row is not None:
            self._is_name_wanted = False
            self._form.edit_name()

    def _current(self) -> Entry | None:
        return self._model.label_at(self._view.currentIndex().row())

    def _others(self, row: Entry) -> list[Label]:
        return [other.label for other in self._model.rows() if other.label.uid != row.label.uid]

    def _show_row(self, index: QModelIndex) -> None:
        row = self._model.label_at(index.row())
        if row is None:
            return
        rows = self._model.rows()
        labels = [other.label for other in rows]
        self._form.set_label(row, labels, [other.guidance.heading for other in rows])
        self._examples.show_examples(row.guidance, row.label, labels)
        self._acts.show_label(row, has_others=len(rows) > 1)
        self._count_older(row)

    def _count_older(self, row: Entry) -> None:
        corpus, uid = self._corpus, row.label.uid
        if corpus is None or not row.spans:
            self._form.show_older(0)
            return

        def arrived(count: int) -> None:
            now = self._current()
            if now is not None and now.label.uid == uid:
                self._form.show_older(count)

        self._desk.read(lambda library: len(library.codebook.decided_before(corpus, uid)), arrived)

    def _show_form(self) -> None:
        self._stack.setCurrentWidget(self._area)

    def _back_to_form(self) -> None:
        self._show_form()
        self._view.setFocus()

    def _loaded(self) -> None:
        self.reload()
        self._back_to_form()

    def _see(self, strip: QWidget) -> None:
        """Bring a question into sight once it has its place."""
        QTimer.singleShot(0, strip, lambda: self._area.ensureWidgetVisible(strip, 0, 24))

    # ------------------------------------------------------------------ acts

    def _change(self, uid: str, field: str, value: str) -> None:
        if field == "heading":
            uids = regrouped(self._model.rows(), uid, value)
            self._wanted = uid
            self._write(lambda library, corpus: library.codebook.arrange(corpus, uids, uid, value))
        elif field in GUIDANCE:
            self._write(lambda library, corpus: library.codebook.change(uid, corpus=corpus, **{field: value}))
        else:
            self._write(lambda library, corpus: library.labels.change(uid, corpus=corpus, **{field: value}))

    def _swap(self, uid: str, holder: str) -> None:
        self._write(lambda library, corpus: library.labels.swap_keys(uid, holder, corpus=corpus))

    def _change_example(self, before: Example, after: Example | None) -> None:
        row = self._current()
        if row is not None:
            uid = row.label.uid
            self._write(
                lambda library, corpus: library.codebook.change_example(uid, before, after, corpus=corpus)
            )

    def _write(self, task: Callable[[Library, str], Outcome[Any]]) -> None:
        corpus = self._corpus
        if corpus is not None:
            self._desk.write(lambda library: task(library, corpus), lambda _: self.reload(), self._refused)

    def _refused(self, error: AnnotatorError) -> None:
        holder = error.holder if isinstance(error, KeyTakenError) else ""
        self._form.say_error(sentence(error.message), holder)

    def _preview_merge(self, uid: str, target: str) -> None:
        corpus = self._corpus
        if corpus is not None:
            self._desk.read(
                lambda library: library.labels.merge_preview(uid, target, corpus=corpus),
                lambda preview: self._merging.show_preview(target, preview),
                self._refused,
            )

    def _merge(self, uid: str, target: str) -> None:
        self._close_strips()
        self._wanted = target
        self._write(lambda library, corpus: library.labels.merge(uid, target, corpus=corpus))

    def _move_spans(self, uid: str, target: str) -> None:
        self._close_strips()
        self._write(lambda library, corpus: library.labels.remove(uid, corpus=corpus, move_to=target))

    def _remove_with_spans(self, uid: str) -> None:
        self._close_strips()
        self._write(lambda library, corpus: library.labels.remove(uid, corpus=corpus, with_spans=True))

    def _close_strips(self) -> bool:
        """Close the question that is open, if one is."""
        is_open = self._strip.isVisible() or self._merging.isVisible()
        self._strip.hide()
        self._merging.hide()
        if is_open:
            self._view.setFocus()
        return is_open

    def _escape(self) -> None:
        if not self._close_strips() and not self._form.take_back():
            self.left.emit()

    def _free_name(self) -> str:
        taken = {row.label.name.casefold() for row in self._model.rows()}
        base = self.tr("new label")
        names = (base if number == 1 else f"{base} {number}" for number in range(1, len(taken) + 2))
        return next(name for name in names if name.casefold() not in taken)

    def _free_key(self) -> str:
        taken = {row.label.key.casefold() for row in self._model.rows()}
        return next((key for key in _KEYS if key not in taken), "")


def _paper(sheet: QWidget, width: int) -> QWidget:
    """A sheet of at most `width` px, in the middle of the page."""
    sheet.setMaximumWidth(width)
    sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    paper = Surface("page")
    row = QHBoxLayout(paper)
    row.setContentsMargins(32, 0, 32, 0)
    row.addStretch(1)
    row.addWidget(sheet, 1000)
    row.addStretch(1)
    return paper
