"""The same ruling for every cluster like this one: a list from below, ticked, done as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.everywhere.candidate_rows import TICK_WIDTH
from annotator.ui.parts.buttons import Button, IconButton
from annotator.ui.parts.plain_label import PlainLabel, plain_tip
from annotator.ui.parts.rows import RowView
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows
from annotator.ui.review.compare.alike_model import ALIKE_ROW, AlikeDelegate, AlikeModel
from annotator.ui.status_line import Hint, Hints

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from annotator.ui.review.compare.alike_model import Place

_MOST: Final = 300
_HEAD: Final = 48


class AlikeStrip(Surface):
    """Head with sentence, keys and button; places below.

    Signals:
        opened: it came.
        closed: it went, whatever for.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.model = AlikeModel(self)
        self.view = _AlikeView(ALIKE_ROW)
        self.view.setModel(self.model)
        self._delegate = AlikeDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.sentence = PlainLabel(weight=fonts.MEDIUM, wraps=True)
        self.note = PlainLabel(size=12, ink="muted")
        self.note.setContentsMargins(20, 0, 16, 8)
        self._keys = Hints()
        self.button = Button(kind="primary", key="Return")
        self.refuse_button = Button(kind="quiet", key="N", small=True)
        self._apply: Callable[[list[Any]], None] = _nothing
        self._refuse: Callable[[], None] | None = None
        self._close = IconButton("x", size=16)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 16, 0)
        head.setSpacing(8)
        for widget in (self.sentence, self._keys, self.refuse_button, self.button, self._close):
            head.addWidget(widget, 1 if widget is self.sentence else 0)
        top = QWidget()
        top.setFixedHeight(_HEAD)
        top.setLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.note)
        column.addWidget(WholeRows(self.view), 1)

    def _connect(self) -> None:
        self.button.clicked.connect(self._done)
        self.refuse_button.clicked.connect(self._refused)
        self._close.clicked.connect(self.close_strip)
        self.model.ticks_changed.connect(self._count)
        self.view.toggled.connect(lambda index: self.model.toggle(index.row()))
        self.view.all_toggled.connect(self.model.toggle_all)
        self.view.apply_wanted.connect(self.button.click)
        self.view.refused.connect(self._refused)
        self.view.left.connect(self.close_strip)

    def open_with(
        self,
        sentence: str,
        here: str,
        places: Sequence[Place],
        room: int,
        apply: Callable[[list[Any]], None],
        refuse: Callable[[], None] | None = None,
        *,
        note: str = "",
    ) -> None:
        """List places.

        Args:
            sentence: what would be ruled on them.
            here: uid of the open document.
            places: all are ticked at first.
            room: px that article and strip have together.
            apply: is given the ticked places when the person says so.
            refuse: what the second button does; None without one.
            note: what is not listed and why; "" for nothing.
        """
        self._apply, self._refuse = apply, refuse
        self.refuse_button.setVisible(refuse is not None)
        self.sentence.setText(sentence)
        self.sentence.setToolTip(plain_tip(sentence))
        self._delegate.here = here
        self.model.show_places(places)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        said = self.note.sizeHint().height() if note else 0
        wanted = _HEAD + said + 8 + len(places) * ALIKE_ROW.now
        self.setFixedHeight(max(_HEAD + said + 3 * ALIKE_ROW.now, min(wanted, _MOST, round(0.45 * room))))
        self.show()
        self.view.go_to(0 if places else None)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.opened.emit()

    def close_strip(self) -> None:
        """Go without doing anything."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _done(self) -> None:
        places = self.model.chosen()
        self.close_strip()
        self._apply(places)

    def _refused(self) -> None:
        refuse = self._refuse
        if refuse is not None:
            self.close_strip()
            refuse()

    def hints(self) -> list[Hint]:
        """The keys that work in the list."""
        return [
            Hint(("Space",), self.tr("tick")),
            Hint(("A",), self.tr("all or none")),
            Hint(("↵",), self.tr("decide them")),
            Hint(("Esc",), self.tr("close")),
        ]

    def _count(self) -> None:
        count = len(self.model.chosen())
        self.button.setText(self.tr("Decide %n ticked", "", count))
        self.button.setEnabled(count > 0)
        self.button.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and hairline."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(theme.current().line))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.view.setAccessibleName(self.tr("Differences like this one"))
        self._close.set_name(self.tr("Close"), "Escape")
        self.refuse_button.setText(self.tr("No rule"))
        self._keys.show_hints(self.hints()[:2])
        self._count()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _AlikeView(RowView):
    """The places, with their keys.

    Signals:
        toggled: index of a row to tick or untick.
        all_toggled: tick all, or none.
        apply_wanted: Enter.
        refused: N: it is no rule.
        left: Escape.
    """

    toggled = Signal(QModelIndex)
    all_toggled = Signal()
    apply_wanted = Signal()
    refused = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space, A, N, Enter, Escape."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply_wanted.emit()
        elif key == Qt.Key.Key_Space:
            self.toggled.emit(self.currentIndex())
        elif key == Qt.Key.Key_A and not event.modifiers():
            self.all_toggled.emit()
        elif key == Qt.Key.Key_N and not event.modifiers():
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click at the left ticks."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.position().x() < TICK_WIDTH and index.isValid():
            self.toggled.emit(index)


def _nothing(_places: list[Any]) -> None:
    """Before it was opened there is nothing to apply."""
