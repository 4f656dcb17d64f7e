"""The list of the same words: every place in context, to be ticked and changed in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.everywhere.candidate_model import CandidateModel
from annotator.ui.everywhere.candidate_rows import HIT_ROW, TICK_WIDTH, CandidateDelegate
from annotator.ui.everywhere.runs import RunsLabel
from annotator.ui.find.options import SearchOptions
from annotator.ui.keymap import caps
from annotator.ui.parts.bars import ProgressBar
from annotator.ui.parts.buttons import Button, IconButton
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.label_key import KeySquare
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import RowView
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows
from annotator.ui.status_line import Hint, Hints

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from annotator.model.label import Label
    from annotator.ui.everywhere.grouping import Group, Grouped
    from annotator.ui.everywhere.runs import Run

DESIGN_HEIGHT: Final = 354
MOST_OF_WINDOW: Final = 0.45


class SameWords(Surface):
    """Head, options, places.

    Signals:
        apply_wanted: Enter, or the button.
        left: Escape.
        options_changed: words are compared in another way.
        label_typed: what was typed; it may be the key of another label.
        label_chosen: uid of the label that spans shall become.
        ticks_changed: another set of places is ticked.
        place_wanted: the `Row` to be shown in its article.
        words_changed: the language is another one, so what was said is to be said anew.
    """

    apply_wanted = Signal()
    left = Signal()
    options_changed = Signal()
    label_typed = Signal(str)
    label_chosen = Signal(str)
    ticks_changed = Signal()
    place_wanted = Signal(object)
    words_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.model = CandidateModel(self)
        self.view = _CandidateView(HIT_ROW)
        self.view.setModel(self.model)
        self._delegate = CandidateDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self._square = KeySquare()
        self.sentence = RunsLabel()
        self._keys = Hints()
        self.target = Choice()
        self.button = Button(kind="primary", key="Return")
        self._close = IconButton("x", size=16)
        self.options = SearchOptions(patterns=False)
        self._bar = ProgressBar()
        self._empty = PlainLabel(ink="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(20, 8, 20, 0)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 16, 0)
        head.setSpacing(8)
        for widget in (self._square, self.sentence, self._keys, self.target, self.button, self._close):
            head.addWidget(widget, 1 if widget is self.sentence else 0)
        top = QWidget()
        top.setFixedHeight(48)
        top.setLayout(head)
        options = QHBoxLayout()
        options.setContentsMargins(20, 0, 16, 4)
        options.addWidget(self.options)
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(WholeRows(self.view))
        self._body.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._bar)
        column.addLayout(options)
        column.addWidget(body, 1)
        self._bar.hide()

    def _connect(self) -> None:
        self.button.clicked.connect(self.apply_wanted)
        self._close.clicked.connect(self.left)
        self.options.changed.connect(self.options_changed)
        self.model.ticks_changed.connect(self.ticks_changed)
        self.view.toggled.connect(self.model.toggle)
        self.view.all_toggled.connect(self.model.toggle_all)
        self.view.group_toggled.connect(self.model.toggle_group)
        self.view.apply_wanted.connect(self.apply)
        self.target.activated.connect(lambda _row: self.label_chosen.emit(self.target.currentData()))
        self.view.left.connect(self.left)
        self.view.typed.connect(self.label_typed)
        self.view.place_wanted.connect(lambda index: self.place_wanted.emit(self.model.row_at(index)))

    # What others call

    def apply(self) -> None:
        """Do it; or ask first for the label that is missing."""
        if not self.target.isHidden() and self.target.currentIndex() < 0:
            self.target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.button.click()

    def offer(self, labels: Sequence[Label]) -> None:
        """Ask which of these labels spans shall become; without any there is nothing to choose."""
        self.target.clear()
        for label in labels:
            self.target.addItem(f"{label.key}  {label.name}" if label.key else label.name, label.uid)
        self.target.setCurrentIndex(-1)
        self.target.setVisible(bool(labels))
        self._keys.setVisible(not labels)

    def choose(self, label: str) -> None:
        """Show the label of that uid as the chosen one."""
        self.target.setCurrentIndex(self.target.findData(label))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, window_height: int) -> None:
        """Be as high as a window of that height has room for."""
        self.setFixedHeight(round(min(DESIGN_HEIGHT, MOST_OF_WINDOW * window_height)))

    def say(self, runs: Sequence[Run], label: Label | None, button: str, *, can_apply: bool) -> None:
        """Show head and button."""
        self._square.set_label(label)
        self._square.setVisible(label is not None)
        self._delegate.label = label
        self.sentence.show_runs(runs)
        self.button.setText(button)
        self.button.setEnabled(can_apply)
        self.button.updateGeometry()

    def show_places(
        self, found: Grouped, headings: Mapping[Group, str], labels: Mapping[str, Label], empty: str
    ) -> None:
        """List what was found."""
        self._delegate.labels = labels
        self._delegate.make_room(found.rows)
        self.model.show_groups(found, headings)
        self._empty.setText(empty)
        self._body.setCurrentIndex(0 if found.rows else 1)
        self.view.go_to(self.model.first_row())
        self.view.scrollToTop()

    def wait(self, words: str) -> None:
        """Show that places are still looked for."""
        self._empty.setText(words)
        self._body.setCurrentIndex(1)
        self.button.setEnabled(False)

    def show_progress(self, now: int, total: int) -> None:
        """Show how far the change is; (0, 0) for none under way."""
        self._bar.setVisible(total > 0)
        self._bar.set_part(now, total)

    def hints(self) -> list[Hint]:
        """The keys that work here and stand on no button; the head has no room for all of them."""
        return [
            Hint(("A",), self.tr("all or none")),
            Hint(("G",), self.tr("group")),
            Hint(("Ctrl ↵",), QCoreApplication.translate("Situation", "show in the article")),
            Hint(("Esc",), self.tr("close")),
            Hint(caps("help.keys"), QCoreApplication.translate("Situation", "all keys")),
        ]

    # Inside

    def sizeHint(self) -> QSize:  # noqa: N802
        """The design's height."""
        return QSize(600, DESIGN_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves from everywhere within."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and hairline."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(theme.current().line))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.view.setAccessibleName(self.tr("The same words"))
        self.target.setAccessibleName(self.tr("New label"))
        self.target.setPlaceholderText(self.tr("New label…"))
        self._close.set_name(self.tr("Close"), "Escape")
        self._keys.show_hints(
            [
                Hint(("Space",), self.tr("tick")),
                Hint(("G",), self.tr("group")),
                Hint(("A",), self.tr("all or none")),
            ]
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.words_changed.emit()
        super().changeEvent(event)


class _CandidateView(RowView):
    """The places, with their keys.

    Signals:
        toggled: index of a row to tick or untick.
        all_toggled: tick all, or none.
        group_toggled: index of a row whose group is meant.
        apply_wanted: Enter.
        left: Escape.
        typed: a letter or figure that means nothing else here.
        place_wanted: index of a row to be shown in its article.
    """

    toggled = Signal(QModelIndex)
    all_toggled = Signal()
    group_toggled = Signal(QModelIndex)
    apply_wanted = Signal()
    left = Signal()
    typed = Signal(str)
    place_wanted = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space, A, G, Enter, Ctrl+Enter, Escape; other letters may be label keys."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                self.place_wanted.emit(self.currentIndex())
            else:
                self.apply_wanted.emit()
        elif key == Qt.Key.Key_Space:
            self.toggled.emit(self.currentIndex())
        elif key == Qt.Key.Key_A:
            self.all_toggled.emit()
        elif key == Qt.Key.Key_G:
            self.group_toggled.emit(self.currentIndex())
        elif event.text().isprintable() and event.text() and not control:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click at the left ticks."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.position().x() < TICK_WIDTH and index.isValid():
            self.toggled.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Two quick clicks at the left tick twice; elsewhere they show the place."""
        index = self.indexAt(event.position().toPoint())
        if event.position().x() < TICK_WIDTH:
            self.mousePressEvent(event)
        elif index.isValid():
            self.place_wanted.emit(index)
