"""The page of the label set: the labels at the left, the form of the current one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.outcome import Touched
from annotator.model.palette import offered_colours
from annotator.ui import fonts
from annotator.ui.density import Size, density
from annotator.ui.i18n import sentence
from annotator.ui.models.label_model import LabelModel
from annotator.ui.pages.label_form import LabelForm
from annotator.ui.pages.remove_strip import RemoveStrip
from annotator.ui.panels.label_rows import ROW, LabelDelegate
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import RowView
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.label import Label
    from annotator.model.listing import LabelCount
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.ui.desk import Desk

LIST_WIDTH = 320
FORM_WIDTH = 760
_HEAD = (Size(16, 10), Size(8, 4))
_HINT = Size(14, 8)
_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


class LabelSetPage(Surface):
    """Add, rename, recolour, re-key, re-order and remove labels; every act is one undoable step.

    Signals:
        failed: an `AnnotatorError` that has no place on the page.
        left: Escape: the person wants back to labelling.
    """

    failed = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._corpus: str | None = None
        self._wanted: str | None = None
        self._is_name_wanted = False
        self._model = LabelModel(self)
        self._view = RowView(ROW)
        self._view.setModel(self._model)
        self._view.setItemDelegate(LabelDelegate(self._view))
        self._view.selectionModel().currentRowChanged.connect(self._show_row)
        self._title = PlainLabel(size=15, weight=fonts.SEMIBOLD)
        self._spans = PlainLabel(size=12, ink="muted")
        self._add = Button(kind="quiet", icon="plus", key="Ins")
        self._add.clicked.connect(self.add_label)
        self._order = PlainLabel(size=12, ink="muted", wraps=True)
        self._form = LabelForm()
        self._form.changed.connect(self._change)
        self._remove = Button(kind="quiet", icon="trash-2", key="Del")
        self._remove.clicked.connect(self.remove_label)
        self._strip = RemoveStrip()
        self._strip.move_wanted.connect(self._move_spans)
        self._strip.remove_wanted.connect(self._remove_with_spans)
        self._strip.kept.connect(self._close_strip)
        self._lay_out()
        self._follow_density()
        density().changed.connect(self._follow_density)
        self._bind()
        self.setFocusProxy(self._view)
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    @property
    def view(self) -> RowView:
        """The list, for focus order."""
        return self._view

    def set_corpus(self, uid: str | None) -> None:
        """Show another corpus's label set."""
        self._corpus = uid
        self._close_strip()
        self.reload()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & (Touched.LABELS | Touched.SPANS | Touched.CORPORA):
            self.reload()

    def reload(self) -> None:
        """Read the label set anew."""
        corpus = self._corpus
        if corpus is None:
            self._take([])
        else:
            self._desk.read(lambda library: library.labels.list(corpus), self._take, self.failed.emit)

    def add_label(self) -> None:
        """Add a label with a free name, key and colour, and let its name be typed."""
        corpus = self._corpus
        if corpus is None:
            return
        name, key, colour = self._free_name(), self._free_key(), self._free_colour()

        def added(outcome: Outcome[Label]) -> None:
            self._wanted, self._is_name_wanted = outcome.value.uid, True
            self.reload()

        self._desk.write(
            lambda library: library.labels.add(corpus, name, key=key, colour=colour), added, self._refused
        )

    def remove_label(self) -> None:
        """Remove the current label; when it is used, ask first what becomes of its spans."""
        row = self._current()
        if row is None:
            return
        if row.spans:
            others = [other.label for other in self._model.rows() if other.label.uid != row.label.uid]
            self._strip.ask(row, others)
        else:
            uid = row.label.uid
            self._write(lambda library, corpus: library.labels.remove(uid, corpus=corpus))

    def move_label(self, by: int) -> None:
        """Move the current label up (-1) or down (1) in the order of keys and lists."""
        row, uids = self._view.currentIndex().row(), self._model.uids()
        if not (0 <= row < len(uids) and 0 <= row + by < len(uids)):
            return
        uids.insert(row + by, uids.pop(row))
        self._wanted = uids[row + by]
        self._write(lambda library, corpus: library.labels.reorder(corpus, uids))

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(Hairline(standing=True))
        row.addWidget(self._paper(), 1)

    def _side(self) -> QWidget:
        side = Surface("panel")
        side.setFixedWidth(LIST_WIDTH)
        self._head = head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._spans)
        add = QHBoxLayout()
        add.setContentsMargins(12, 4, 12, 4)
        add.addWidget(self._add)
        add.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._view, 1000)
        column.addLayout(add)
        column.addStretch(1)
        column.addWidget(Hairline())
        column.addWidget(self._order)
        return side

    def _paper(self) -> QWidget:
        self._sheet = QWidget()
        self._sheet.setMaximumWidth(FORM_WIDTH)
        self._sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        foot = QHBoxLayout()
        foot.addWidget(self._remove)
        foot.addStretch(1)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(16)
        column.addWidget(self._form)
        column.addSpacing(8)
        column.addWidget(Hairline())
        column.addLayout(foot)
        column.addWidget(self._strip)
        column.addStretch(1)
        inner = Surface("page")
        row = QHBoxLayout(inner)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(self._sheet, 1000)
        row.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _bind(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (
            ("Ins", self.add_label),
            ("F2", self._form.edit_name),
            ("Alt+Up", lambda: self.move_label(-1)),
            ("Alt+Down", lambda: self.move_label(1)),
        ):
            QShortcut(QKeySequence(key), self, context=within).activated.connect(act)
        delete = QShortcut(QKeySequence("Del"), self._view, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_label)
        QShortcut(QKeySequence("Esc"), self, context=within).activated.connect(self._escape)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("%n label(s)", "", self._model.rowCount()))
        self._spans.setText(self.tr("spans"))
        self._add.setText(self.tr("Add a label"))
        self._remove.setText(self.tr("Remove…"))
        self._view.setAccessibleName(self.tr("Labels"))
        self._order.setText(
            self.tr("Alt ↑ and Alt ↓ change the order. Spans follow each change; Ctrl Z brings all back.")
        )

    # ------------------------------------------------------------------ inside

    def _take(self, rows: Sequence[LabelCount]) -> None:
        current = self._current()
        self._model.set_labels(rows)
        wanted = self._wanted or (current.label.uid if current else None)
        row = self._model.row_of(wanted) if wanted else None
        self._wanted = None
        self._sheet.setVisible(bool(rows))
        self._follow_density()
        if rows:
            nearest = min(max(self._view.currentIndex().row(), 0), len(rows) - 1)
            self._view.go_to(nearest if row is None else row)
            self._show_row(self._view.currentIndex())
        if self._is_name_wanted and row is not None:
            self._is_name_wanted = False
            self._form.edit_name()
        self.retranslate()

    def _follow_density(self) -> None:
        """Set distances, and give the list the height of its rows."""
        above, below = _HEAD
        self._head.setContentsMargins(20, above.now, 20, below.now)
        self._order.setContentsMargins(20, _HINT.now, 20, _HINT.now)
        self._view.setMaximumHeight(max(1, self._model.rowCount()) * ROW.now)

    def _current(self) -> LabelCount | None:
        return self._model.label_at(self._view.currentIndex().row())

    def _show_row(self, index: QModelIndex) -> None:
        row = self._model.label_at(index.row())
        if row is not None:
            self._form.set_label(row, [other.label for other in self._model.rows()])

    def _change(self, uid: str, field: str, value: str) -> None:
        self._write(lambda library, corpus: library.labels.change(uid, corpus=corpus, **{field: value}))

    def _write(self, task: Callable[[Library, str], Outcome[Any]]) -> None:
        corpus = self._corpus
        if corpus is not None:
            self._desk.write(lambda library: task(library, corpus), lambda _: self.reload(), self._refused)

    def _refused(self, error: AnnotatorError) -> None:
        self._form.say_error(sentence(error.message))

    def _move_spans(self, uid: str, target: str) -> None:
        self._close_strip()
        self._write(lambda library, corpus: library.labels.remove(uid, corpus=corpus, move_to=target))

    def _remove_with_spans(self, uid: str) -> None:
        self._close_strip()
        self._write(lambda library, corpus: library.labels.remove(uid, corpus=corpus, with_spans=True))

    def _close_strip(self) -> None:
        if self._strip.isVisible():
            self._strip.hide()
            self._view.setFocus()

    def _escape(self) -> None:
        if self._strip.isVisible():
            self._close_strip()
        else:
            self.left.emit()

    def _free_name(self) -> str:
        taken = {row.label.name.casefold() for row in self._model.rows()}
        base = self.tr("new label")
        names = (base if number == 1 else f"{base} {number}" for number in range(1, len(taken) + 2))
        return next(name for name in names if name.casefold() not in taken)

    def _free_key(self) -> str:
        taken = {row.label.key for row in self._model.rows()}
        return next((key for key in _KEYS if key not in taken), "")

    def _free_colour(self) -> str:
        taken = {row.label.colour.lower() for row in self._model.rows()}
        colours = offered_colours()
        return next((colour for colour in colours if colour not in taken), colours[len(taken) % len(colours)])
