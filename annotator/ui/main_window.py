"""The window: its frame, its pages and its panels. What happens in it is told by `window_flow`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.settings import backup_roots
from annotator.ui import choosing, i18n, theme
from annotator.ui.actions import Actions
from annotator.ui.acts.act import LABELLING, Need
from annotator.ui.alt_key import AltKey
from annotator.ui.check.reading_strip import ReadingStrip
from annotator.ui.commands import Commands
from annotator.ui.failures import Failures
from annotator.ui.field_keys import FieldKeys
from annotator.ui.find.doing import FindDoing
from annotator.ui.focus_ring import FocusRing
from annotator.ui.job_line import JobLine
from annotator.ui.keymap import keymap
from annotator.ui.label_actions import LabelActions
from annotator.ui.label_place import NARROW, LabelPlace
from annotator.ui.late_parts import LateParts
from annotator.ui.leaving import Leaving
from annotator.ui.menus import Menus
from annotator.ui.on_screen import first_size, room_for_windows
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.drop_zone import dropped_paths
from annotator.ui.parts.strip import Strip
from annotator.ui.review.doing import ReviewDoing
from annotator.ui.situation import hints_for, own_hints, where_words
from annotator.ui.status_line import StatusLine
from annotator.ui.ticks import acts_that_are_on
from annotator.ui.top_bar import TopBar
from annotator.ui.unsaved.banner import UnsavedBanner
from annotator.ui.unsaved.kept_strips import KeptStrips
from annotator.ui.window_flow import WindowFlow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent

    from annotator.model.document import Corpus
    from annotator.model.filters import KeptFilter
    from annotator.settings import Preferences
    from annotator.ui.command_palette import Entry
    from annotator.ui.pages.welcome import WelcomePage
    from annotator.ui.windows import Windows

SIZE: Final = QSize(1440, 900)
LEAST: Final = QSize(560, 420)
_TABS: Final = ("label", "review", "find", "figures", "label_set")
_PLAIN_PAGES: Final = ("opening", "welcome", "refused")
"""Pages without tabs and panel toggles: there is nothing to go to yet."""


class MainWindow(QMainWindow):
    """A window: top bar, strips, pages, status line, and what may lie over them.

    Signals:
        first_painted: the window is on the screen for the first time.
    """

    first_painted = Signal()

    def __init__(self, windows: Windows) -> None:
        """Make one of the windows; it begins on the page of an opening library."""
        super().__init__()
        self.windows = windows
        self.personal = windows.personal
        self.failures = Failures(self)
        self.library_desk = windows.library_desk
        desk = self.library_desk.desk
        self.top_bar = TopBar()
        self.failed_strip = UnsavedBanner()
        self.notice_strip = Strip("warn")
        self.reading_strip = ReadingStrip()
        self.kept_strips = KeptStrips(self)
        self.status_line = StatusLine()
        self.job_line = JobLine(self.status_line)
        self.place = LabelPlace(desk, self)
        self.late = LateParts(self)
        self.page = ""
        self._is_painted = False
        self._where = ""
        self._pages = QStackedWidget()
        self._lay_out()
        self.leaving = Leaving(self)
        self.flow = WindowFlow(self)
        self.commands = Commands(self)
        self.review = self.commands.part(ReviewDoing)
        handlers = self.commands.handlers()
        self.actions_ = Actions(self, self.place.article, handlers, self.review.answered)
        self.label_actions = LabelActions(self.place.article)
        self.menus = Menus(self.actions_, self.menuBar(), self)
        self.ring = FocusRing(self)
        self.field_keys = FieldKeys(self)
        self._corpus_menu = QMenu(self)
        self._connect()
        self._restore()
        self.show_page("opening")
        self.retranslate()

    # Building

    def _lay_out(self) -> None:
        self._pages.addWidget(self.place)
        self.dismiss_button = Button(small=True)
        self.notice_strip.add_button(self.dismiss_button)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strips = (self.failed_strip, self.reading_strip, self.kept_strips, self.notice_strip)
        for widget in (self.top_bar, *strips):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(body)
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        bar, place = self.top_bar, self.place
        bar.menu_button.setMenu(self.menus.button_menu)
        bar.corpus_button.setMenu(self._corpus_menu)
        self._corpus_menu.aboutToShow.connect(self._fill_corpus_menu)
        bar.place_chosen.connect(self.show_page)
        bar.palette_wanted.connect(self.open_palette)
        bar.panel_toggled.connect(lambda side, _on: self.toggle_panel(side))
        place.panel_shown.connect(self._panel_shown)
        place.selection_changed.connect(self.refresh)
        place.splitter.splitterMoved.connect(lambda: bar.set_left_width(place.left_width()))
        self.label_actions.chosen.connect(place.label)
        self.label_actions.chosen.connect(place.picker.close_picker)
        self.dismiss_button.clicked.connect(lambda: self.notice_strip.say(""))
        self.personal.changed.connect(self._take_preferences)
        self.personal.failed.connect(self.flow.tell_failure)
        theme.theme().changed.connect(self.label_actions.recolour)
        place.documents.view.focus_moved.connect(self.show_hints)
        place.spans.view.focus_moved.connect(self.show_hints)
        self.field_keys.moved.connect(self.follow_page)
        keymap().changed.connect(self._say_keys_anew)
        AltKey(self).pressed_alone.connect(self.commands.help_menu)

    def _restore(self) -> None:
        geometry = self.personal.geometry
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(first_size(SIZE, room_for_windows()))
        self.menuBar().setVisible(self.personal.is_menu_bar_shown)
        for side in ("left", "right"):
            self.place.show_panel(side, self.personal.is_panel_shown(side))
            self.top_bar.set_panel_shown(side, self.place.is_panel_shown(side))
        self.place.set_widths(self.personal.now.panel_widths)
        self._take_preferences(self.personal.now)

    # Pages

    def add_page(self, page: QWidget) -> None:
        """Take a page in that was made just now."""
        self._pages.addWidget(page)

    def greet(self, welcome: WelcomePage) -> None:
        """Bind what the welcome page offers."""
        welcome.act_wanted.connect(lambda act: self.actions_[act].trigger())
        welcome.files_dropped.connect(self.bring_in)
        paste = QShortcut(QKeySequence("Ctrl+V"), welcome)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.commands.file_paste)

    def show_page(self, name: str) -> None:
        """Go to a page and put the focus where it begins."""
        self.commit_fields()
        self.page = name
        self._pages.setCurrentWidget(self._page(name))
        self.top_bar.set_places_shown(name not in _PLAIN_PAGES)
        self.top_bar.show_place(name if name in _TABS else None)
        self.place.picker.close_picker()
        self.flow.prepare_page(name)
        if name == "label":
            self.place.fit(self.width())
        self._fit_top_bar()
        self.focus_page()
        self.refresh()

    def focus_page(self) -> None:
        """Put the focus where the page in front begins: what had it goes."""
        self._first_focus(self.page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_focus(self, name: str) -> QWidget:
        if name == "label":
            has_document = self.place.article.has_document
            return self.place.article if has_document else self.place.documents.view
        match name:
            case "welcome":
                return self.late.welcome.open_button
            case "label_set":
                return self.late.label_set.view
            case "find":
                return self.commands.part(FindDoing).hits.first_focus()
            case "figures":
                return self.late.figures.first_focus
            case "review":
                return self.late.review.first_focus
            case "corpora":
                return self.late.corpora.view
            case "import":
                return self.late.import_page.view
            case _:
                return self._page(name)

    def _page(self, name: str) -> QWidget:
        return self.place if name == "label" else self.late.page(name)

    def go_panel(self, step: int) -> None:
        """Put the focus into the next panel of the page, or the one before; the bar is one of them."""
        stops = self._stops()
        stops.append(self.top_bar.corpus_button)
        now = next((n for n, stop in enumerate(stops) if stop.hasFocus() or self._holds(stop)), -1)
        self.ring.expect_key(True)
        stops[(now + step) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ring.expect_key(False)

    def _stops(self) -> list[QWidget]:
        """What F6 goes through on the page."""
        if self.page == "label":
            return [*self.place.panels()]
        return self.late.find.stops() if self.page == "find" else [self._first_focus(self.page)]

    def _holds(self, stop: QWidget) -> bool:
        focus, parent = self.focusWidget(), stop.parentWidget()
        return focus is not None and parent is not None and parent.isAncestorOf(focus)

    def toggle_panel(self, side: str) -> None:
        """Open or fold a panel, and remember that the person wants it so."""
        shown = not self.place.is_panel_shown(side)
        self.place.show_panel(side, shown)
        self.personal.keep_panel(side, shown)
        self.flow.remember_place()

    def _panel_shown(self, side: str, shown: bool) -> None:
        self.top_bar.set_panel_shown(side, shown)
        self.refresh_ticks()

    # What is possible, said and shown

    def situation(self) -> Need:
        """What is there now, for the acts that need it."""
        return self.flow.situation()

    def refresh(self) -> None:
        """Follow a change of what is open or selected: acts, hints, where one is."""
        situation = self.situation()
        self.actions_.set_situation(situation)
        self.label_actions.set_enabled((situation & LABELLING) == LABELLING)
        self.follow_page()
        self.refresh_ticks()

    def follow_page(self) -> None:
        """Follow what the page in front says: the acts it answers, its keys, where one is on it."""
        self.actions_.follow_answers()
        self.show_hints()
        is_labelling = self.page == "label"
        where = where_words(self.place.article, self.place.session) if is_labelling else self.review.where()
        if where != self._where:  # what was said last stays until something else is selected
            self._where = where
            self.status_line.show_where(where, at_once=self.place.session.grabbing.guess is not None)

    def say_where(self) -> None:
        """Say in the status line what is selected, in place of what was said there last."""
        self.status_line.show_where(self._where)

    def show_hints(self) -> None:
        """Show the keys that work where the focus is."""
        in_list = self.place.documents.view.hasFocus()
        own = own_hints(self)
        in_field = self.field_keys.in_field
        place = self.place
        hints = own or hints_for(self.page, place.article, place.session, in_list=in_list, in_field=in_field)
        self.status_line.hints.show_hints(hints)

    def refresh_ticks(self) -> None:
        """Tick what is on in the menus."""
        ticked = acts_that_are_on(self)
        for _, action in self.actions_.listed():
            if action.isCheckable():
                action.setChecked(action.objectName() in ticked)

    def cover(self) -> None:
        """Let no key act on what lies below an overlay."""
        self.actions_.set_situation(Need.NOTHING)
        self.label_actions.set_enabled(False)

    def open_palette(self, text: str = "") -> None:
        """Open the command palette over what is possible now."""
        from annotator.ui import palette_entries as lines

        self.refresh()  # pressed once more while it is open, it covers the acts that it is to list
        labels = self.place.session.labels if self.page == "label" else []
        may_label = (self.situation() & LABELLING) == LABELLING
        palette = self.late.palette
        commands = self._palette_commands()
        may_review = self.flow.workbench.corpus is not None
        commands += lines.review_entries(self.review.show_tab, enabled=may_review)
        commands += lines.filter_entries(self.place.documents.kept_filters, self._show_kept)
        commands += lines.corpus_entries(self.flow.workbench.corpora, self.flow.go_to_corpus)
        palette.set_entries(commands, lines.label_entries(labels, self.place.label, may_label))
        palette.open_with(text if isinstance(text, str) else "")

    def _palette_commands(self) -> list[Entry]:
        from annotator.ui.palette_entries import command_entries

        return command_entries(self.actions_, self.late.recent, self.situation())

    def _show_kept(self, kept: KeptFilter) -> None:
        self.show_page("label")
        self.place.show_panel("left", shown=True)
        self.place.documents.show_kept(kept)

    def commit_fields(self) -> None:
        """Have what was typed into the inspector, or guessed, handed over before something else happens."""
        self.place.session.settle()
        self.place.inspector.set_span(self.place.article.selected_span())

    def _fill_corpus_menu(self) -> None:
        menu = self._corpus_menu
        self.actions_.draw_icons()
        menu.clear()
        for corpus in self.flow.workbench.corpora:
            menu.addAction(self._corpus_action(corpus))
        menu.addSeparator()
        menu.addAction(self.actions_["file.new_corpus"])
        menu.addAction(self.actions_["file.corpora"])

    def _corpus_action(self, corpus: Corpus) -> QAction:
        here = self.flow.workbench.corpus
        words = f"{corpus.name}\t{i18n.number(corpus.documents)}".replace("&", "&&")
        action = QAction(words, self._corpus_menu)
        action.setCheckable(True)
        action.setChecked(here is not None and here.uid == corpus.uid)
        action.triggered.connect(lambda: self.flow.go_to_corpus(corpus.uid))
        return action

    # Choosing files: the only dialogs of the daily path

    def ask_for_files(self) -> None:
        """Let the person choose files and take them in."""
        from annotator.formats.registry import SUFFIXES  # the window comes up without formats

        kinds = self.tr("Articles") + f" ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
        every = self.tr("All files") + " (*)"
        names = choosing.files_to_open(self, self.tr("Open files"), [kinds, every])
        self.bring_in([Path(name) for name in names])

    def ask_for_folder(self) -> None:
        """Let the person choose a folder and take in what is in it."""
        name = choosing.folder_to_open(self, self.tr("Open a folder"))
        self.bring_in([Path(name)] if name else [])

    def ask_for_library(self, *, new: bool) -> None:
        """Let the person choose a library, or where a new one shall be."""
        kinds = self.tr("Libraries") + " (*.annotator)"
        if new:
            name = choosing.file_to_save(self, self.tr("New library"), "library.annotator", [kinds])
        else:
            every = self.tr("All files") + " (*)"
            name = choosing.file_to_open(self, self.tr("Open another library"), [kinds, every])
        if name and self.leave_library():
            self.windows.close_others(self)
            self.flow.open_library(name)

    def ask_for_backup(self) -> None:
        """Let the person choose one of the verified copies; it is opened for reading only."""
        name = choosing.file_to_open(self, self.tr("Open a backup"), where=str(backup_roots()[0]))
        if name:
            self.flow.open_library(name, writable=False)

    def ask_for_copy(self) -> Path | None:
        """Where a copy of the library shall go."""
        kinds = self.tr("Libraries") + " (*.annotator)"
        proposed = self.windows.copying.proposed_name()
        name = choosing.file_to_save(self, self.tr("Save a copy elsewhere"), proposed, [kinds])
        return Path(name) if name else None

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Take files and folders in."""
        if paths:
            self.flow.imports.bring_in(list(paths))

    # Leaving

    def leave_library(self) -> bool:
        """Close the open library; False when the person stays because changes are not saved."""
        return self.leaving.leave()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save what waits and remember where the person is; the last window closes the library."""
        if not self.windows.may_close(self):
            event.ignore()
            return
        if self.place.widths != self.personal.now.panel_widths:
            self.personal.change(panel_widths=self.place.widths)
        if self.windows.all[0] is self:  # the others' places are kept with the session
            self.windows.keep_first()
        event.accept()
        self.windows.forget(self)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fold what has no room."""
        super().resizeEvent(event)
        if self.page == "label":
            self.place.fit(self.width())
        self._fit_top_bar()

    def _fit_top_bar(self) -> None:
        self.top_bar.set_narrow(self.width() < NARROW)
        self.top_bar.set_left_width(self.place.left_width())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Move the focus on by Tab, with the ring."""
        self.ring.expect_key(True)
        moved = super().focusNextPrevChild(forward)
        self.ring.expect_key(False)
        return moved

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files dropped anywhere."""
        if dropped_paths(event.mimeData()) and self.situation() & Need.WRITABLE:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Bring the dropped files in."""
        event.acceptProposedAction()
        self.bring_in(dropped_paths(event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language, and be known as the window in use."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.windows.acting = self
        super().changeEvent(event)

    # Looks and words

    def _take_preferences(self, now: Preferences) -> None:
        article = self.place.article
        article.set_zoom(now.zoom)
        article.set_reading_font(now.reading_font)
        article.set_measure(now.column, now.line_pitch)
        article.set_exact(now.exact_selection)
        article.set_captions_shown(now.captions_shown)
        self.refresh_ticks()

    def _say_keys_anew(self) -> None:
        """Have every widget say its words anew, as after a change of the language: some name keys."""
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.actions_.retranslate()
        self.menus.retranslate()
        self.dismiss_button.setText(self.tr("Close"))
        self.flow.retranslate()
        self.say_where()
        self.refresh()
