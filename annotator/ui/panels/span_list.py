"""The list of the open layer's spans, which follows the article and leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.density import Size, density
from annotator.ui.i18n import number
from annotator.ui.keymap import keymap
from annotator.ui.models.span_model import Only, SpanModel
from annotator.ui.panels.span_rows import SpanDelegate
from annotator.ui.panels.span_view import SpanView
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.choice_menu import choice_menu
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import ONE_LINE
from annotator.ui.parts.search_field import SearchField
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.changes import LayerState
    from annotator.model.label import Label
    from annotator.model.span import Span
    from annotator.ui.models.span_model import SpanOrder

_HEAD = Size(44, 36)


class SpanList(Surface):
    """Spans by place in the text, by label or by words; one or several of them are chosen.

    Signals:
        span_chosen: uid of the span that became current here, by mouse or key.
        article_wanted: Enter or Escape: the person wants back into the article.
        remove_wanted: Delete or Backspace on the current row.
        chosen_changed: the chosen spans in the order of the list.
        relabel_wanted: uid of the label whose key was pressed: the chosen spans shall have it.
        remove_all_wanted: Delete or Backspace with several spans chosen.
        flag_wanted: "unsure": the sign of a flag was typed for the chosen spans.
    """

    span_chosen = Signal(str)
    article_wanted = Signal()
    remove_wanted = Signal()
    chosen_changed = Signal(object)
    relabel_wanted = Signal(str)
    remove_all_wanted = Signal()
    flag_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._state: LayerState | None = None
        self._following = False
        self._model = SpanModel(self)
        self._view = SpanView(ONE_LINE)
        self._view.setModel(self._model)
        self._view.setItemDelegate(SpanDelegate(self._view))
        self._view.selectionModel().currentRowChanged.connect(self._current_changed)
        self._view.chosen.connect(self._go_to_article)
        self._view.left.connect(self.article_wanted)
        self._view.remove_wanted.connect(self._remove)
        self._view.sign_typed.connect(self._take_sign)
        self._view.selectionModel().selectionChanged.connect(self._tell_chosen)
        self._labels: Sequence[Label] = ()
        self._title = PlainLabel(weight=fonts.SEMIBOLD)
        self._count = PlainLabel(ink="muted", tabular=True)
        self._find = IconButton("search", size=16)
        self._find.setCheckable(True)
        self._find.toggled.connect(self._show_filter)
        self._narrow = IconButton("tag", size=16)
        self._narrow.setCheckable(True)
        self._narrow.clicked.connect(self._open_narrow_menu)
        self._sort = IconButton("arrow-up-down", size=16)
        self._sort.clicked.connect(self._open_sort_menu)
        self._field = SearchField()
        self._field.textChanged.connect(self._filter)
        self._field.hide()
        self._empty = PlainLabel(ink="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(18, 4, 18, 0)
        self._lay_out()
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    @property
    def view(self) -> SpanView:
        """The list itself, for focus order."""
        return self._view

    def hints(self) -> list[Hint]:
        """The keys of the list while it has the focus."""
        if not self._view.hasFocus():
            return []
        keys = [label.key for label in self._labels if label.key][:3]
        return [
            Hint(("Shift ↑ ↓",), self.tr("choose several")),
            *([Hint(tuple(keys), self.tr("relabel"))] if keys else []),
            Hint(("Del",), self.tr("remove")),
            Hint(("↵",), self.tr("to the article")),
        ]

    def set_document(self, text: str, state: LayerState | None, labels: Sequence[Label]) -> None:
        """List the spans of another document; None for no document."""
        self._state, self._labels = state, labels
        if self._model.only.label not in (None, *(label.uid for label in labels)):
            self._set_only(Only())
        self._model.set_document(text, state, labels)
        self._say_count()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show the labels' new names and colours."""
        self._labels = labels
        self._model.set_labels(labels)

    def set_unsaved(self, uids: frozenset[str]) -> None:
        """Mark the spans that are not on the disk."""
        self._model.set_unsaved(uids)

    def spans_changed(self) -> None:
        """Follow the state, after `LayerState.apply`: what is in sight, current and chosen stays."""
        current = self._model.span_at(self._view.currentIndex().row())
        chosen = [span.uid for span in self.chosen()]
        top, above = self._view.top_row()
        held = self._model.key_at(top)
        self._following = True
        self._model.spans_changed()
        if len(chosen) > 1:
            rows = [row for uid in chosen if (row := self._model.row_of(uid)) is not None]
            if current is not None and (row := self._model.row_of(current.uid)) is not None:
                self._view.go_to(row, scroll=False)
            self._view.choose_rows(rows)
        self._following = False
        if len(chosen) <= 1:
            self.select_span(current.uid if current else None)
        if held is not None and (row := self._model.row_of(held)) is not None and row != top:
            self._view.bring_to_top(row, above)
        self._say_count()
        self._tell_chosen()

    def select_span(self, uid: str | None) -> None:
        """Make a span current because the article's one is; `span_chosen` is not sent."""
        current = self._model.span_at(self._view.currentIndex().row())
        if uid is not None and current is not None and current.uid == uid and self._view.selected_ranges():
            return  # it is among those that are chosen
        self._following = True
        self._view.go_to(None if uid is None else self._model.row_of(uid))
        self._following = False

    def chosen(self) -> list[Span]:
        """The chosen spans in the order of the list, as they are now: rows follow in a pause."""
        state = self._state
        if state is None:
            return []
        rows = [
            span for first, last in self._view.selected_ranges() for span in self._model.spans_in(first, last)
        ]
        return [now for row in rows if (now := state.get(row.uid)) is not None]

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 12, 0)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._find)
        head.addWidget(self._narrow)
        head.addWidget(self._sort)
        self._top = QWidget()
        self._top.setLayout(head)
        field = QHBoxLayout()
        field.setContentsMargins(16, 0, 16, 0)
        field.addWidget(self._field)
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(WholeRows(self._view))
        self._body.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(field)
        column.addWidget(body, 1)
        self._space()
        density().changed.connect(self._space)

    def _space(self) -> None:
        """Set the distances of the density in force."""
        self._top.setFixedHeight(_HEAD.now)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Spans"))
        self._find.set_name(self.tr("Filter the spans"))
        self._sort.set_name(self.tr("Group the spans"))
        self._narrow.set_name(self.tr("Show one label, or spans with a mark"))
        self._field.set_placeholder(self.tr("Filter by words or label"))
        self._view.setAccessibleName(self.tr("Spans"))
        self._say_count()

    def _say_count(self) -> None:
        total = len(self._state) if self._state is not None else 0
        shown = self._model.shown
        words = number(total) if shown == total else f"{number(shown)} / {number(total)}"
        self._count.setText(words if self._state is not None else "")
        self._body.setCurrentIndex(0 if self._model.rowCount() else 1)
        if self._state is None:
            self._empty.setText(self.tr("No document is open."))
        elif total:
            self._empty.setText(self.tr("No span matches. Esc empties the filter."))
        else:
            self._empty.setText(self.tr("No spans yet. Select words in the article and press a label’s key."))

    def _show_filter(self, shown: bool) -> None:
        self._field.setVisible(shown)
        if shown:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._field.clear()

    def _filter(self, words: str) -> None:
        current = self._model.span_at(self._view.currentIndex().row())
        self._model.set_filter(words)
        self.select_span(current.uid if current else None)
        self._say_count()

    def _open_sort_menu(self) -> None:
        self._sort_menu().exec(self._sort.mapToGlobal(QPoint(0, self._sort.height())))

    def _sort_menu(self) -> QMenu:
        orders: tuple[tuple[SpanOrder, str], ...] = (
            ("position", self.tr("As in the text")),
            ("label", self.tr("By label")),
            ("words", self.tr("By words")),
        )
        return choice_menu(self, orders, self._model.order, self._sort_by)

    def _open_narrow_menu(self) -> None:
        self._narrow.setChecked(self._model.only != Only())
        self._narrow_menu().exec(self._narrow.mapToGlobal(QPoint(0, self._narrow.height())))

    def _narrow_menu(self) -> QMenu:
        ways = [
            (Only(), self.tr("All spans")),
            (Only(mark="unsure"), self.tr("Unsure")),
            (Only(mark="question"), self.tr("With a question")),
            (Only(mark="note"), self.tr("With a note")),
            *((Only(label.uid), label.name) for label in self._labels),
        ]
        return choice_menu(self, ways, self._model.only, self._set_only)

    def _set_only(self, only: Only) -> None:
        current = self._model.span_at(self._view.currentIndex().row())
        self._model.set_only(only)
        self._narrow.setChecked(only != Only())
        self.select_span(current.uid if current else None)
        self._say_count()

    def _sort_by(self, order: SpanOrder) -> None:
        current = self._model.span_at(self._view.currentIndex().row())
        self._model.set_order(order)
        self.select_span(current.uid if current else None)

    def _current_changed(self, current: QModelIndex) -> None:
        span = self._model.span_at(current.row())
        if span is not None and not self._following:
            self.span_chosen.emit(span.uid)

    def _go_to_article(self, index: QModelIndex) -> None:
        span = self._model.span_at(index.row())
        if span is not None and not self._view.is_extending():
            self.span_chosen.emit(span.uid)
            self.article_wanted.emit()

    def _tell_chosen(self) -> None:
        if not self._following:
            self.chosen_changed.emit(self.chosen())

    def _remove(self) -> None:
        several = sum(last - first + 1 for first, last in self._view.selected_ranges()) > 1
        (self.remove_all_wanted if several else self.remove_wanted).emit()

    def _take_sign(self, sign: str) -> None:
        label = next((label for label in self._labels if label.key == sign), None)
        if label is not None:
            self.relabel_wanted.emit(label.uid)
        elif sign in keymap().of("label.unsure"):
            self.flag_wanted.emit("unsure")
