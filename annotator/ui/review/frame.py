"""The place Review: a row of sub-tabs, and below it the page of the one that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.keymap import key_of, keymap
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import plain_tip
from annotator.ui.parts.surface import Surface
from annotator.ui.review.tab_row import TabRow
from annotator.ui.review.tabs import TABS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.main_window import MainWindow
    from annotator.ui.review.page import ReviewPage
    from annotator.ui.review.shared import Shared

_ROW: Final = 44
_WIDE: Final = 900
"""From this width on there is room for words beside the eye."""
_FIGURES: Final = "123456789"
_CONTEXT: Final = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ReviewFrame(Surface):
    """Sub-tabs and their pages."""

    def __init__(self, window: MainWindow, shared: Shared) -> None:
        super().__init__("page")
        self._window, self.shared = window, shared
        self._pages: dict[str, ReviewPage] = {}
        self.tab_row = TabRow(tab.id for tab in TABS)
        self.tabs = self.tab_row.tabs
        self.names_button = Button(kind="quiet", small=True)
        self.filter_button = Button(kind="quiet", small=True)
        self._stack = QStackedWidget()
        self._tab = TABS[0].id
        self._figures = {figure: self._bound(figure, partial(self._run, figure)) for figure in _FIGURES}
        self._finish: list[QShortcut] = []
        self._lay_out()
        self._connect()
        self._bind()
        self.retranslate()

    # What others call

    @property
    def page(self) -> ReviewPage:
        """The page in front."""
        return self.page_of(self._tab)

    @property
    def tab(self) -> str:
        """Id of the tab that is open."""
        return self._tab

    @property
    def first_focus(self) -> QWidget:
        """Where the focus begins."""
        return self.page.first_focus

    def page_of(self, tab: str) -> ReviewPage:
        """The page of a tab, made now if it was never asked for.

        Raises:
            KeyError: there is no such tab.
        """
        if tab not in self._pages:
            made = {each.id: each.make for each in TABS}[tab](self._window, self.shared)
            self._pages[tab] = made
            self._stack.addWidget(made)
        return self._pages[tab]

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:
        """Show another corpus, or the same one as it is now."""
        self.shared.corpus, self.shared.is_writable = uid, is_writable
        self._show(self._tab)

    def show_tab(self, tab: str) -> None:
        """Go to a sub-tab and put the focus where it begins."""
        self._show(tab)
        wanted = self.first_focus
        if not wanted.isVisibleTo(self):  # what it begins with is not there yet
            wanted = self.page
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, tab: str) -> None:
        self._tab = tab
        self.tab_row.open_tab(tab)
        page = self.page
        self._stack.setCurrentWidget(page)
        self.filter_button.setVisible(self._is_filtered)
        page.set_corpus(self.shared.corpus, is_writable=self.shared.is_writable)
        self.shared.acts_changed.emit()

    @property
    def _is_filtered(self) -> bool:
        return next(each.is_filtered for each in TABS if each.id == self._tab)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What is answered now, by act id."""
        own: dict[str, Callable[[], None]] = {"review.names": self.turn_names}
        return {**own, **self.page.handlers()}

    def turn_names(self) -> None:
        """Show names that are hidden, or hide them."""
        self.shared.show_names(not self.shared.names_shown)

    # Inside

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 24, 0)
        row.setSpacing(0)
        row.addWidget(self.tab_row, 1)
        row.addSpacing(8)
        row.addWidget(self.names_button)
        row.addSpacing(4)
        row.addWidget(self.filter_button)
        head = QWidget()
        head.setLayout(row)
        head.setFixedHeight(_ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tab_row.chosen.connect(self.show_tab)
        self.names_button.clicked.connect(self.turn_names)
        self.filter_button.clicked.connect(partial(self._run, "review.filter"))
        shared = self.shared
        shared.names_changed.connect(self._name_buttons)
        shared.filter_changed.connect(self._name_filter)
        shared.acts_changed.connect(self._follow_acts)
        shared.tab_wanted.connect(self.show_tab)
        shared.document_wanted.connect(self._compare)
        keymap().changed.connect(self._bind_finish)
        QApplication.instance().focusChanged.connect(self._keep_letters)  # type: ignore[union-attr]

    def _bind(self) -> None:
        self._bound("Ctrl+Tab", partial(self._go_on, 1))
        self._bound("Ctrl+Shift+Tab", partial(self._go_on, -1))
        self._bind_finish()

    def _bind_finish(self) -> None:
        """What finishes a document in the article finishes it here, whatever key that is now."""
        for shortcut in self._finish:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        finish = partial(self._run, "review.finish")
        self._finish = [self._bound(key, finish) for key in keymap().of("label.done")]

    def _bound(self, key: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(sequence_of(key)), self)
        shortcut.setContext(_CONTEXT)
        shortcut.activated.connect(act)
        return shortcut

    def _run(self, act: str) -> None:
        handler = self.handlers().get(act)
        if handler is not None:
            handler()

    def _go_on(self, step: int) -> None:
        names = list(self.tabs)
        self.show_tab(names[(names.index(self._tab) + step) % len(names)])

    def _compare(self, document: str, cluster: str) -> None:
        """Open a document in Compare."""
        self.show_tab("compare")
        self.page.open(document, cluster)

    def _follow_acts(self) -> None:
        """A figure that the page does not answer is free for what has the focus."""
        answered = self.handlers()
        for figure, shortcut in self._figures.items():
            shortcut.setEnabled(figure in answered)
        for shortcut in self._finish:
            shortcut.setEnabled("review.finish" in answered)
        self.filter_button.setEnabled("review.filter" in answered)

    def _keep_letters(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep input methods away from all but fields: letters are keys here, and must arrive."""
        if new is not None and self.isAncestorOf(new) and not isinstance(new, _FIELDS):
            new.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    # Words

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.tab_row.say({tab.id: tab.words for tab in TABS}, self.tr("More"))
        for tab in self.tabs.values():
            tab.setToolTip(plain_tip(self.tr("Ctrl+Tab goes to the next page, Ctrl+Shift+Tab back.")))
        self._name_filter()
        self._name_buttons()

    def _name_filter(self) -> None:
        """Say on the button that something is filtered: the filter itself may be folded."""
        self.filter_button.setText(self.tr("Filtered") if self.shared.chosen.is_narrow else self.tr("Filter"))
        self.filter_button.set_key(key_of("review.filter"))
        self.filter_button.updateGeometry()

    def _name_buttons(self) -> None:
        shown = self.shared.names_shown
        words = self.tr("Names shown") if shown else self.tr("Names hidden")
        self.names_button.setText(words if self.width() >= _WIDE else "")
        self.names_button.setAccessibleName(words)
        self.names_button.setToolTip("" if self.names_button.text() else plain_tip(words))
        self.names_button.set_icon("eye" if shown else "eye-off")
        self.names_button.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the room there is."""
        super().resizeEvent(event)
        self._name_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape goes back to the overview when nothing on the page had a use for it; never out of Review.

        In the article the figures that rule here label words: nobody shall be there without having meant it.
        """
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._tab != TABS[0].id:
            self.show_tab(TABS[0].id)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


_FIELDS: Final = (QLineEdit, QPlainTextEdit, QTextEdit)
