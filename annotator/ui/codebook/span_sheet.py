"""The spans of a label as a work list: tick some, then keep, move or remove them, each as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.codebook.span_rows import ROW, SpanDelegate
from annotator.ui.codebook.ticked_model import TickedSpans
from annotator.ui.i18n import number, sentence
from annotator.ui.keymap import spoken
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.rows import RowView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.codebook import Place, ShownSpan
    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.ui.desk import Desk

_NEW = ""


class SpanSheet(QWidget):
    """All spans of one label, or those decided under an older definition of it.

    Signals:
        left: Escape or the button: back to the label.
        span_wanted: uid of a document, uid of a span, uid of its owner: go there.
        failed: an `AnnotatorError` that has no place here.
        done: something was done to spans; the lists beside this one are to be read anew.
    """

    left = Signal()
    span_wanted = Signal(str, int, int, str)
    failed = Signal(object)
    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._corpus = ""
        self._label: Label | None = None
        self._is_older = False
        self._places: Sequence[Place] = ()
        self._people: dict[str, str] = {}
        self._own = ""
        self._title = ElidedLabel(size=20, weight=fonts.SEMIBOLD)
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._whose = Choice()
        self._model = TickedSpans(self._fetch, self)
        self.view = RowView(ROW)
        self.view.setModel(self._model)
        self._delegate = SpanDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self._count = PlainLabel(ink="muted", tabular=True)
        self._all = Button(kind="quiet", key="Ctrl+A")
        self._target = Choice()
        self._name = QLineEdit()
        self._name.setMaxLength(200)
        self._move = Button(kind="primary", key="Ctrl+Return")
        self._keep = Button(key="K")
        self._remove = Button(kind="quiet", icon="trash-2", key="Del")
        self._back = Button(kind="quiet", key="Esc")
        self._said = PlainLabel(size=12, ink="bad", wraps=True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    def open(self, corpus: str, label: Label, labels: Sequence[Label], *, older: bool) -> None:
        """Show the spans of a label.

        Args:
            corpus: uid.
            label: whose spans.
            labels: all of the corpus, that spans can be moved to.
            older: only those decided under an older definition.
        """
        self._corpus, self._label, self._is_older = corpus, label, older
        self._delegate.colour = label.colour
        self._model.ticked.clear()
        self._target.clear()
        for other in labels:
            if other.uid != label.uid:
                self._target.addItem(other.name, other.uid)
        self._target.addItem("", _NEW)
        self._target.setCurrentIndex(self._target.count() - 1 if not older else 0)
        self._keep.setVisible(older)
        self._say("")
        self._name.clear()
        self.retranslate()
        self.reload()

    def reload(self) -> None:
        """Read the spans anew."""
        label, corpus, older = self._label, self._corpus, self._is_older
        if label is None:
            return

        def find(library: Library) -> tuple[list[Place], list[Annotator], str]:
            read = library.codebook.decided_before if older else library.work_lists.of_label
            return read(corpus, label.uid), library.people.list(), library.self_annotator.uid

        self._desk.read(find, self._take, self.failed.emit)

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._whose)
        ticks = QHBoxLayout()
        ticks.setSpacing(8)
        ticks.addWidget(self._count)
        ticks.addWidget(self._all)
        ticks.addStretch(1)
        ticks.addWidget(self._remove)
        ticks.addWidget(self._keep)
        move = QHBoxLayout()
        move.setSpacing(8)
        move.addWidget(self._target)
        move.addWidget(self._name)
        move.addWidget(self._move)
        move.addStretch(1)
        move.addWidget(self._back)
        self._name.setFixedWidth(170)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(Hairline())
        column.addWidget(self.view, 1)
        column.addWidget(Hairline())
        column.addLayout(ticks)
        column.addLayout(move)
        column.addWidget(self._said)
        self._said.hide()

    def _connect(self) -> None:
        self._model.ticks_changed.connect(self._tell_ticks)
        self.view.clicked.connect(lambda index: self._model.toggle(index.row()))
        self.view.doubleClicked.connect(self._go)
        self._whose.activated.connect(lambda _row: self._filter())
        self._target.activated.connect(lambda _row: self._tell_ticks())
        self._name.textChanged.connect(lambda _text: self._tell_ticks())
        self._all.clicked.connect(self._toggle_all)
        self._move.clicked.connect(self.move_ticked)
        self._keep.clicked.connect(self.keep_ticked)
        self._remove.clicked.connect(self.remove_ticked)
        self._back.clicked.connect(self.left)
        within, here = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WidgetShortcut
        for key, act, widget, context in (
            ("Space", self._toggle, self.view, here),
            ("Return", self._go, self.view, here),
            ("Ctrl+A", self._toggle_all, self.view, here),
            ("Del", self.remove_ticked, self.view, here),
            ("K", self.keep_ticked, self.view, here),
            ("Ctrl+Return", self.move_ticked, self, within),
            ("Esc", self.left.emit, self, within),
        ):
            QShortcut(QKeySequence(key), widget, context=context).activated.connect(act)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._say_title()
        self._hint.setText(
            self.tr("The definition changed since. Keep what still holds; move or remove the rest.")
            if self._is_older
            else spoken(
                self.tr("Tick what belongs to another label and move it: one step, Ctrl Z takes it back."),
                "edit.undo",
            )
        )
        self._whose.setAccessibleName(self.tr("Whose spans"))
        self._target.setAccessibleName(self.tr("Label that takes the spans"))
        if self._target.count():
            self._target.setItemText(self._target.count() - 1, self.tr("a new label…"))
        self._name.setPlaceholderText(self.tr("Name of the new label"))
        self._name.setAccessibleName(self.tr("Name of the new label"))
        self._remove.setText(self.tr("Remove"))
        self._keep.setText(self.tr("Keep as it is"))
        self._back.setText(self.tr("Back to the label"))
        self.view.setAccessibleName(self.tr("Spans"))
        self._tell_ticks()

    def _say_title(self) -> None:
        if self._label is None:
            return
        count = self._model.rowCount()
        words = (
            self.tr("%n span(s) of {label} decided under an older definition", "", count)
            if self._is_older
            else self.tr("%n span(s) of {label}", "", count)
        )
        self._title.setText(separated(words, count).replace("{label}", self._label.name))

    def _tell_ticks(self) -> None:
        ticked = len(self._model.ticked)
        self._count.setText(separated(self.tr("%n ticked", "", ticked), ticked))
        has_all = 0 < ticked == self._model.rowCount()
        self._all.setText(self.tr("None") if has_all else self.tr("All"))
        is_new = self._target.currentData() == _NEW
        self._name.setVisible(is_new)
        self._move.setText(separated(self.tr("Move %n span(s)", "", ticked), ticked))
        self._move.setEnabled(ticked > 0 and (not is_new or bool(self._name.text().strip())))
        for button in (self._keep, self._remove):
            button.setEnabled(ticked > 0)

    # ------------------------------------------------------------------ reading

    def _fetch(self, keys: list[int], arrived: Callable[[list[ShownSpan]], None]) -> None:
        self._desk.read(lambda library: library.work_lists.shown(keys), arrived, self.failed.emit)

    def _take(self, found: tuple[list[Place], list[Annotator], str]) -> None:
        self._places, people, self._own = found
        self._people = {person.uid: person.name for person in people}
        owners = list(dict.fromkeys(place.owner for place in self._places))
        wanted = self._whose.currentData()
        self._whose.clear()
        for owner in sorted(owners, key=lambda uid: (uid != self._own, self._people.get(uid, ""))):
            count = sum(place.owner == owner for place in self._places)
            self._whose.addItem(f"{self._people.get(owner, '')} · {number(count)}", owner)
        if len(owners) > 1:
            everybody = self.tr("everybody")
            self._whose.addItem(f"{everybody} · {number(len(self._places))}", None)
        self._whose.setVisible(len(owners) > 1)
        place = self._whose.findData(wanted) if wanted in owners else 0
        self._whose.setCurrentIndex(max(0, place))
        self._filter()

    def _filter(self) -> None:
        owner = self._whose.currentData()
        shown = [place for place in self._places if owner in (None, place.owner)]
        self._model.set_places(shown)
        self._say_title()
        if shown and not self.view.currentIndex().isValid():
            self.view.go_to(0)

    # ------------------------------------------------------------------ acts

    def _toggle(self) -> None:
        row = self.view.currentIndex().row()
        self._model.toggle(row)
        if row + 1 < self._model.rowCount():
            self.view.go_to(row + 1)

    def _toggle_all(self) -> None:
        self._model.tick_all(on=len(self._model.ticked) < self._model.rowCount())

    def _go(self, index: QModelIndex | None = None) -> None:
        where = index if isinstance(index, QModelIndex) else self.view.currentIndex()
        span = self._model.span_at(where.row())
        if span is not None:
            owner = next((place.owner for place in self._places if place.key == span.key), "")
            self.span_wanted.emit(span.document, span.start, span.end, owner)

    def move_ticked(self) -> None:
        """Give the ticked spans the chosen label, or a new one."""
        if not self._move.isEnabled():
            return
        target, name, keys = self._target.currentData(), self._name.text().strip(), set(self._model.ticked)
        corpus = self._corpus
        if target == _NEW:
            self._write(lambda library: library.work_lists.relabel(corpus, keys, new_name=name))
        else:
            self._write(lambda library: library.work_lists.relabel(corpus, keys, target))

    def keep_ticked(self) -> None:
        """Leave the ticked spans as they are, decided under the definition of today."""
        label, keys, corpus = self._label, set(self._model.ticked), self._corpus
        if label is not None and keys and self._is_older:
            self._write(lambda library: library.work_lists.keep(corpus, label.uid, keys))

    def remove_ticked(self) -> None:
        """Remove the ticked spans."""
        keys, corpus = set(self._model.ticked), self._corpus
        if keys:
            self._write(lambda library: library.work_lists.remove(corpus, keys))

    def _write(self, task: Callable[[Library], Outcome[Any]]) -> None:
        def done(outcome: Outcome[Any]) -> None:
            skipped = outcome.value.skipped
            words = self.tr("%n span(s) had changed meanwhile and stayed.", "", skipped) if skipped else ""
            self._say(words)
            self._model.ticked.clear()
            self.reload()
            self.done.emit()

        self._desk.write(task, done, self._refused)

    def _refused(self, error: AnnotatorError) -> None:
        self._say(sentence(error.message))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
