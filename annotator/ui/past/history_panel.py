"""The history panel: filter, days and acts, the chosen act open in place, how much is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from annotator.model.past import HistoryFilter
from annotator.ui import fonts
from annotator.ui.density import Size, density
from annotator.ui.i18n import number
from annotator.ui.keymap import key_of
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.key_cap import key_text
from annotator.ui.parts.menu_button import MenuButton
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.search_field import SearchField
from annotator.ui.past.history_model import Asked, HistoryModel
from annotator.ui.past.history_rows import ACT, HistoryDelegate, height_of
from annotator.ui.past.history_view import HistoryView
from annotator.ui.past.right_panel import Guest
from annotator.ui.past.step_card import StepCard
from annotator.ui.past.who_menu import WhoMenu
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from annotator.model.document import Annotator
    from annotator.model.outcome import StepInfo
    from annotator.model.past import StepDetails
    from annotator.ui.desk import Desk

WIDTH: Final = 368
_HEAD = Size(44, 36)
_UNSAVED: Final = 5
"""So many changes that are not saved are named; the strip at the top of the window names more."""
_AROUND: Final = 8
"""px between the card and the panel's edges."""
_BELOW: Final = 8
_TYPING: Final = 200
"""Milliseconds without a key after which the filter asks the library."""
_FOLLOWING: Final = 120
"""Milliseconds after a step when the list looks for it: quick labelling asks once."""


class HistoryPanel(Guest):
    """What was done in the open document, or in its corpus.

    Signals:
        left: the person is done with the history.
        shown: `StepDetails` of the act that is open, or None.
        undo_only_wanted: uid of the step.
        bring_back_wanted: uid of the step.
        undo_from_wanted: uid of the step.
        failed: an `AnnotatorError` of a read.
        hints_changed: the list got the focus or lost it.
    """

    left = Signal()
    shown = Signal(object)
    undo_only_wanted = Signal(str)
    bring_back_wanted = Signal(str)
    undo_from_wanted = Signal(str)
    failed = Signal(object)
    hints_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setObjectName("history")
        self._desk = desk
        self._corpus: str | None = None
        self._document: str | None = None
        self._is_writable = True
        self._is_wide = False
        self._open: StepInfo | None = None
        self._card: StepCard | None = None
        self._model = HistoryModel(desk, self)
        self._model.relisted.connect(self._relisted)
        self._model.failed.connect(self.failed)
        self._build()
        self._lay_out()
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    @property
    def view(self) -> HistoryView:
        """The list, for focus order."""
        return self._view

    @property
    def open_act(self) -> StepInfo | None:
        """The act that is open in place."""
        return self._open

    def show_place(self, corpus: str | None, document: str | None, *, is_writable: bool) -> None:
        """List the history of that document, or of the corpus when the person chose so or none is open."""
        was = (self._corpus, self._document)
        self._corpus, self._document, self._is_writable = corpus, document, is_writable
        if was != (corpus, document):
            self._relist()

    def hints(self) -> list[Hint]:
        """The keys of the list while it has the focus."""
        if not self._view.hasFocus():
            return []
        ways: list[tuple[tuple[str, ...], str]] = [(("↑", "↓"), self.tr("change"))]
        ways += [(("↵",), self.tr("undo only this"))] if self._may("only") else []
        ways += [(("Shift ↵",), self.tr("back to here"))] if self._may("back") else []
        ways += [((key_text(key_of("edit.undo")),), self.tr("undo last")), (("Esc",), self.tr("close"))]
        return [Hint(keys, words) for keys, words in ways]

    def show_unsaved(self, lines: Sequence[str]) -> None:
        """Name above the list what is not in it, because it is not saved."""
        words = [self.tr("Not saved yet, so not in the list:"), *(f"• {line}" for line in lines)]
        self._unsaved.setText("\n".join(words[: _UNSAVED + 1]) if lines else "")
        self._unsaved.setVisible(bool(lines))

    def follow(self) -> None:
        """Look for new steps soon."""
        self._soon.start()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._view = HistoryView(ACT)
        self._view.setModel(self._model)
        self._view.setItemDelegate(HistoryDelegate(self._view))
        self._view.selectionModel().currentRowChanged.connect(self._current_changed)
        self._view.left.connect(self._step_out)
        self._view.way_back.connect(self._by_key)
        self._view.focus_moved.connect(self.hints_changed)
        self._view.resized.connect(self._fit_room)
        self._title = PlainLabel(weight=fonts.SEMIBOLD)
        self._scope = MenuButton(weight=fonts.REGULAR)
        self._scope_menu = QMenu(self)
        self._scope.setMenu(self._scope_menu)
        self._scope_menu.aboutToShow.connect(self._fill_scope)
        self._who = WhoMenu()
        self._who.chosen.connect(self._relist)
        self._close = IconButton("x", size=16)
        self._close.clicked.connect(self.left)
        self._field = SearchField()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._relist)
        self._field.textChanged.connect(self._typing.start)
        self._field.returnPressed.connect(self._enter_list)
        self._soon = QTimer(self, singleShot=True, interval=_FOLLOWING)
        self._soon.timeout.connect(self._follow_now)
        self._empty = PlainLabel(ink="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(18, 4, 18, 0)
        self._unsaved = PlainLabel(ink="bad", wraps=True)
        self._unsaved.setContentsMargins(18, 8, 18, 8)
        self._unsaved.hide()
        self._foot = PlainLabel(size=12, ink="muted", wraps=True)
        self._foot.setContentsMargins(18, 12, 18, 12)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 10, 0)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._scope)
        head.addStretch(1)
        head.addWidget(self._who)
        head.addWidget(self._close)
        self._top = QWidget()
        self._top.setLayout(head)
        field = QHBoxLayout()
        field.setContentsMargins(16, 0, 16, 4)
        field.addWidget(self._field)
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(self._view)
        self._body.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(field)
        column.addWidget(self._unsaved)
        column.addWidget(body, 1)
        column.addWidget(Hairline())
        column.addWidget(self._foot)
        self.setFocusProxy(self._view)
        self._space()
        density().changed.connect(self._space)

    def _space(self) -> None:
        self._top.setFixedHeight(_HEAD.now)
        self._set_heights(0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._model.follow()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("History"))
        self._close.set_name(self.tr("Close the history"), "Escape")
        self._field.set_placeholder(self.tr("Filter by words"))
        self._view.setAccessibleName(self.tr("History"))
        self._say_choice()

    def _say_choice(self) -> None:
        is_document = self._document is not None and not self._is_wide
        self._scope.show_words(self.tr("this document") if is_document else self.tr("whole corpus"))
        self._who.show_choice()
        is_filtered = self._who.is_narrowed or bool(self._field.text())
        self._empty.setText(
            self.tr("Nothing in the history fits. Esc empties the filter.")
            if is_filtered
            else self.tr("Nothing was done here yet.")
        )

    # ------------------------------------------------------------------ which history

    def _asked(self) -> Asked | None:
        if self._corpus is None:
            return None
        person = self._who.person
        chosen = HistoryFilter(person.uid if person else None, self._who.kinds, self._field.text())
        return Asked(self._corpus, None if self._is_wide else self._document, chosen)

    def _relist(self) -> None:
        self._typing.stop()
        self._let_go()
        self._model.show_history(self._asked())
        self._say_choice()
        self._count()

    def _follow_now(self) -> None:
        if self.isVisible():
            self._model.follow()
            self._count()

    def _count(self) -> None:
        corpus = self._corpus
        document = None if self._is_wide else self._document
        if corpus is None:
            self._foot.setText("")
            return

        def arrived(answer: tuple[int, list[Annotator]]) -> None:
            total, self._who.people = answer
            kept = self.tr("%n change(s) kept.", "", total).replace(str(total), number(total))
            promise = self.tr("Nothing is ever deleted from the history.")
            self._foot.setText(f"{kept} {promise}")

        self._desk.read(
            lambda library: (
                library.history.total(None if document else corpus, document),
                library.history.people(corpus),
            ),
            arrived,
            self.failed.emit,
        )

    def _fill_scope(self) -> None:
        self._scope_menu.clear()
        group = QActionGroup(self._scope_menu)
        for words, is_wide in ((self.tr("this document"), False), (self.tr("whole corpus"), True)):
            action = self._scope_menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(is_wide is self._is_wide)
            action.setEnabled(is_wide or self._document is not None)
            action.triggered.connect(
                lambda _checked=False, is_wide=is_wide: self.choose_scope(whole_corpus=is_wide)
            )
            group.addAction(action)

    def choose_scope(self, *, whole_corpus: bool) -> None:
        """List the whole corpus's history, or that of the open document."""
        self._is_wide = whole_corpus
        self._relist()

    # ------------------------------------------------------------------ the open act

    def _current_changed(self, current: QModelIndex) -> None:
        act = None if self._model.is_moving else self._model.act_at(current.row())
        if act is None or (self._open is not None and act.uid == self._open.uid):
            return
        self._open = act
        self._model.open_act(act.uid)
        self._ask_details(act)

    def _ask_details(self, act: StepInfo) -> None:
        document = self._document

        def arrived(details: StepDetails) -> None:
            if self._open is not None and self._open.uid == act.uid:
                self._show_details(details)

        self._desk.read(lambda library: library.history.details(act.uid, document), arrived, self.failed.emit)

    def _show_details(self, details: StepDetails) -> None:
        if self._card is None:
            return
        uid = self._document
        is_on = uid is not None and (
            not self._is_wide
            or details.step.document == uid
            or any(item.document == uid for item in details.items)
        )
        self._card.show_details(details, of_document=is_on, is_writable=self._is_writable)
        self._fit_room()
        self.shown.emit(details)
        self.hints_changed.emit()

    def _let_go(self) -> None:
        if self._open is not None:
            self._open = None
            self._view.go_to(None)
            self._model.open_act(None)
            self.shown.emit(None)

    def _relisted(self, first: int) -> None:
        """Rows are others now: give each its height, and the open act its card."""
        self._body.setCurrentIndex(0 if self._model.rowCount() else 1)
        room = self._model.room
        if room is None:
            self._card = None
        elif self._view.indexWidget(self._model.index(room, 0)) is None:
            self._put_card(room)
        self._set_heights(first)
        if self._open is None:
            return
        if (row := self._model.row_of(self._open.uid)) is None:
            self._let_go()
        else:
            self._view.setCurrentIndex(self._model.index(row, 0))

    def _put_card(self, room: int) -> None:
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(_AROUND, 2, _AROUND, _BELOW)
        self._card = StepCard()
        around.addWidget(self._card)
        self._card.undo_only_wanted.connect(lambda: self._want("only"))
        self._card.bring_back_wanted.connect(lambda: self._want("back"))
        self._card.undo_from_wanted.connect(lambda: self._want("from"))
        self._view.setIndexWidget(self._model.index(room, 0), holder)

    def _set_heights(self, first: int) -> None:
        for row in range(first, self._model.rowCount()):
            height = height_of(self._model.row(row))
            if height is not None and height != self._view.rowHeight(row):
                self._view.setRowHeight(row, height)
        self._fit_room()

    def _fit_room(self) -> None:
        room = self._model.room
        if room is None or self._card is None:
            return
        width = self._view.viewport().width() - 2 * _AROUND
        self._view.setRowHeight(room, self._card.height_in(width) + 2 + _BELOW)
        current = self._view.currentIndex()
        if current.isValid():
            self._view.scrollTo(self._model.index(room, 0))
            self._view.scrollTo(current)

    def _by_key(self, way: str) -> None:
        if self._may(way):
            self._want(way)

    def _may(self, way: str) -> bool:
        return self._card is not None and self._card.may(way)

    def _want(self, way: str) -> None:
        if self._open is None:
            return
        wanted = {
            "only": self.undo_only_wanted,
            "back": self.bring_back_wanted,
            "from": self.undo_from_wanted,
        }
        wanted[way].emit(self._open.uid)

    def _enter_list(self) -> None:
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step_out(self) -> None:
        """Escape: first the filter is emptied, then the panel closes."""
        if self._field.text():
            self._field.clear()
        else:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nothing is open any more: the article shows no past."""
        super().hideEvent(event)
        self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape anywhere in the panel leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_out()
        else:
            super().keyPressEvent(event)
