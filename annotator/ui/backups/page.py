"""The page of backups: the verified copies, what differs from the library now, and the ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.errors import DamagedError
from annotator.ui.backups.copies import CopiesModel, CopyDelegate
from annotator.ui.backups.foot import BackFields, NewFields
from annotator.ui.backups.making import Making
from annotator.ui.backups.none_yet import NoneYet
from annotator.ui.backups.paused import Paused
from annotator.ui.backups.side import DifferenceSide
from annotator.ui.i18n import sentence
from annotator.ui.keymap import spoken
from annotator.ui.packages.frame import PackagePage
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.rows import TWO_LINES, RowView
from annotator.ui.parts.whole_rows import WholeRows
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from annotator.errors import AnnotatorError
    from annotator.model.difference import BroughtBack, Difference, SpanDifference
    from annotator.model.outcome import Outcome
    from annotator.model.soundness import BackupInfo, Kept
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk

_CALM: Final = 120
"""Milliseconds that a copy stays current before it is compared: keys that are held down pass many."""


class BackupsPage(PackagePage):
    """Lists copies; the current one is compared before anything happens.

    Signals:
        document_wanted: uid of a document of the library to go to.
        library_wanted: path of a library that was made of a copy.
        place_wanted: path of a copy that shall take the place of the damaged library that is open.
        said_here: a sentence that stands on the page now and need not be said elsewhere too.
        folder_wanted: another folder for new copies is to be chosen; True: the usual one again.
    """

    document_wanted = Signal(str)
    library_wanted = Signal(str)
    place_wanted = Signal(str)
    said_here = Signal(str)
    folder_wanted = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._kept: Kept | None = None
        self._compared = self._made = ""
        self._again = ("", "")
        """Of which copy something was done just now, and what is said if its key is pressed once more."""
        self._is_bringing = self._is_damaged = False
        self.model = CopiesModel()
        self.view = RowView(TWO_LINES)
        self.making = Making()
        self.now_button = self.making.now_button
        self.paused = Paused()
        super().__init__(desk, parent)
        self.model.setParent(self)
        self.side_view, self.none_yet = DifferenceSide(), NoneYet()
        self.new, self.back = NewFields(), BackFields()
        self.new_button = Button()
        self.foot.addWidget(self.new)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.new_button)
        self.new_button.hide()
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.addWidget(self.side_view, 1)
        self.side.addWidget(self.none_yet, 1)
        self.none_yet.hide()
        self._wait = QTimer(self, singleShot=True, interval=_CALM)
        self.view.setModel(self.model)
        self.view.setItemDelegate(CopyDelegate(self.view))
        self._connect()
        self.setFocusProxy(self.view)
        self.retranslate()

    def form_area(self) -> QWidget:
        """The list of copies, in place of a form."""
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.making)
        column.addWidget(WholeRows(self.view), 1)
        column.addWidget(self.paused)
        return area

    def _connect(self) -> None:
        self.setTabOrder(self.view, self.side_view.view)
        self.setTabOrder(self.side_view.view, self.side_view.spans_view)
        self._wait.timeout.connect(self._compare)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._copy_moved())
        self.view.chosen.connect(lambda _: self.side_view.view.setFocus())
        self.now_button.clicked.connect(self.back_up)
        self.none_yet.now_button.clicked.connect(self.act)
        for button in (self.making.folder_button, self.none_yet.folder_button):
            button.clicked.connect(lambda: self.folder_wanted.emit(False))
        self.none_yet.close_button.clicked.connect(self.left)
        self.making.usual_button.clicked.connect(lambda: self.folder_wanted.emit(True))
        self.new_button.clicked.connect(self._restore)
        self.new.changed.connect(self.say_buttons)
        side = self.side_view
        side.model.ticks_changed.connect(self._show_way)
        self.new.field.textEdited.connect(lambda _: self._forget_last())
        side.document_wanted.connect(self.document_wanted)
        side.spans_wanted.connect(self._read_spans)
        side.open_button.clicked.connect(lambda: self.library_wanted.emit(self._made))
        self.paused.button.clicked.connect(self._thin_out)

    # What the window calls

    @property
    def current(self) -> BackupInfo | None:
        """The copy that the page is on."""
        return self.model.copy_at(self.view.currentIndex().row())

    def load(self) -> None:
        """Read anew which copies there are."""
        self._made = ""
        self.side_view.say_made("")
        self._list()

    def set_damaged(self, *, is_damaged: bool) -> None:
        """Whether the library was found damaged, so that a copy may take its place."""
        self._is_damaged = is_damaged
        self.new_button.setVisible(is_damaged)
        self.side_view.set_damaged(is_damaged=is_damaged)
        self._show_way()

    def hints(self) -> list[Hint]:
        """The keys that work where the focus is: only the list of what differs has any of its own."""
        side = self.side_view
        line = side.current
        if not side.view.hasFocus() or line is None:
            return []
        told = [Hint(("Space",), self.tr("tick"))] if line.can_come_back else []
        told += [Hint(("Ctrl A",), self.tr("tick all"))] if side.model.has_ticks else []
        return [*told, *([Hint(("↵",), self.tr("show in the article"))] if side.can_go else [])]

    def compare_again(self) -> None:
        """The library changed: look again at what differs."""
        if self._kept is not None and not self.is_busy:
            self._compared = ""
            self._wait.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Ask nothing more: whoever leaves the page may leave the library."""
        super().hideEvent(event)
        self._wait.stop()

    # Reading

    def _list(self) -> None:
        self._compared = ""

        def task(library: Library, _progress: Progress) -> Kept:
            return library.backups.kept()

        self._begin(task, self._take_kept)

    def _take_kept(self, kept: Kept) -> None:
        self._kept = kept
        path = self.current.path if self.current else ""
        self.new.begin_in(kept.beside, kept.library)
        self.model.set_copies(kept)
        rows = [row for row, copy in enumerate(kept.copies) if copy.path == path]
        self.view.go_to(rows[0] if rows else 0 if kept.copies else None)
        self.name.setText(kept.folder)
        self.making.show_folder(is_usual=kept.is_usual, is_missing=kept.missing is not None)
        if kept.missing is not None:
            self.said_here.emit(sentence(kept.missing))
        self._show_none(is_none=not kept.copies)
        self.none_yet.set_folder(kept.folder, self.making.warning)
        self.paused.show_since(kept.paused_since)
        self.retranslate()
        self._copy_moved()

    def _show_none(self, *, is_none: bool) -> None:
        """Without a copy there is nothing to choose or compare: one page says what there will be."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        for part in (self.panel, self.edge, self.side_view):
            part.setVisible(not is_none)
        self.none_yet.setVisible(is_none)
        place = self.none_yet.now_button if is_none else self.view
        if self.focusProxy() is not place:
            self.setFocusProxy(place)
            if had_focus:
                place.setFocus()

    def _forget_last(self) -> None:
        self._again = ("", "")

    def _copy_moved(self) -> None:
        copy = self.current
        if copy is None:
            self.side_view.show_difference(None, None)
        elif copy.path != self._compared:
            self.side_view.show_difference(copy, None)
            self._wait.start()
        self.new.propose(copy)
        self._show_way()

    def _compare(self) -> None:
        copy = self.current
        if copy is None:
            return

        def task(library: Library, progress: Progress) -> Difference:
            return library.copies.compare(copy.path, progress)

        def done(difference: Difference) -> None:
            self._compared = copy.path
            self.side_view.set_unsaved(self.desk.pending)
            self.side_view.show_difference(copy, difference)

        self._begin(task, done)

    def _begin(self, task: Callable[[Library, Progress], Any], done: Callable[[Any], None]) -> None:
        """Do this instead of what was being read before."""
        self.stop()
        self._say("")
        self.run(task, done)

    def _say(self, words: str, *, ink: str = "muted") -> None:
        """Say something where the buttons are, in place of what was said there; "" takes it away."""
        for label in (self.hint, self.none_yet.hint):
            label.set_ink(ink)
            label.setText(words)

    def refused(self, error: AnnotatorError) -> None:
        """What was refused stands here, and nowhere else; that the library is damaged, the window says."""
        if isinstance(error, DamagedError):
            self._say("")
            super().refused(error)
        else:
            self.side_view.say_made("")
            self._say(sentence(error.message), ink="bad")
            self.said_here.emit(sentence(error.message))

    def _read_spans(self, document: str) -> None:
        copy = self.current
        if copy is None:
            return
        path = copy.path

        def arrived(spans: list[SpanDifference]) -> None:
            if self.current is not None and self.current.path == path:
                self.side_view.show_spans(document, spans)

        self.desk.read(lambda library: library.copies.spans(path, document), arrived, self.failed.emit)

    # What a person does

    def act(self) -> None:
        """Bring the ticked documents back, or put the copy in the damaged library's place, or restore it."""
        if self._kept is not None and not self._kept.copies:
            if not self.is_busy:
                self.back_up()
            return
        if not self.main.isEnabled():
            return
        (of, again), self._again = self._again, ("", "")
        if self._ticked:
            self._bring_back()
        elif self.current is not None and of == self.current.path:
            self._say(again)  # the same key did something a moment ago: an impatient second press
        elif self._is_damaged:
            self._wish_place()
        else:
            self._restore()

    def back_up(self) -> None:
        """Make a copy now."""

        def task(library: Library, _progress: Progress) -> BackupInfo:
            return library.backups.make()

        def done(copy: BackupInfo) -> None:
            words = self.model.words
            told = self.tr("Backed up and verified: %1, %2.").replace("%1", words.when(copy))
            told = told.replace("%2", f"{words.documents(copy.documents)} · {words.spans(copy.spans)}")
            self.told.emit(told)
            self.view.go_to(None)
            self._list()

        self._begin(task, done)

    def _restore(self) -> None:
        copy, output = self.current, self.new.path
        if copy is None:
            return

        def task(library: Library, _progress: Progress) -> BackupInfo:
            return library.backups.restore(copy.path, output)

        def done(made: BackupInfo) -> None:
            self._made = made.path
            self.side_view.say_made(self.tr("Restored and checked: %1").replace("%1", made.path))
            words = self.tr("This backup was restored just now. Press once more to restore it again.")
            self._again = (copy.path, words)
            self._list()

        self._begin(task, done)

    def _bring_back(self) -> None:
        copy = self.current
        if copy is None or self._is_bringing:
            return
        ticked, exactly = sorted(self._ticked), self.back.exactly
        self._is_bringing = True
        self.say_buttons()

        def done(outcome: Outcome[BroughtBack]) -> None:
            self._is_bringing = False
            words = self.tr("Press once more to restore the whole backup as a new library.")
            self._again = (copy.path, words)
            self.side_view.model.ticked.clear()
            self.told.emit(self._brought_words(outcome.value))
            self._compared = ""
            self._compare()
            self._say(" ".join(sentence(reason) for reason in outcome.value.reasons))

        def refused(error: AnnotatorError) -> None:
            self._is_bringing = False
            self.say_buttons()
            self.refused(error)

        self.desk.write(
            lambda library: library.copies.bring_back(copy.path, ticked, exactly=exactly), done, refused
        )

    def _wish_place(self) -> None:
        if self.current is not None:
            self.place_wanted.emit(self.current.path)

    def _thin_out(self) -> None:
        def task(library: Library, _progress: Progress) -> None:
            library.backups.thin_out_again()

        self._begin(task, lambda _: self._list())

    # Words

    @property
    def _ticked(self) -> set[str]:
        return self.side_view.model.ticked

    def _brought_words(self, done: BroughtBack) -> str:
        documents = separated(self.tr("%n document(s) brought back", "", done.documents), done.documents)
        back = separated(self.tr("%n span(s) came back", "", done.gained), done.gained)
        words = spoken(self.tr("{documents}, {spans}. Ctrl+Z takes it back."), "edit.undo")
        return words.replace("{documents}", documents).replace("{spans}", back)

    def _show_way(self) -> None:
        self.back.setVisible(bool(self._ticked))
        self.new.setVisible(not self._ticked and self.current is not None)
        self.say_buttons()

    def say_buttons(self) -> None:
        """The filled button brings back what is ticked; with nothing ticked it restores all."""
        count = len(self._ticked)
        if self.is_busy:
            words = (
                self.far_words(self.tr("Comparing {done} of {all}")) if self.far[1] else self.tr("Looking…")
            )
        elif count:
            words = separated(self.tr("Bring %n document(s) back", "", count), count)
        elif self._is_damaged:
            words = self.tr("Put it in place of the damaged library")
        else:
            words = self.tr("Restore as a new library")
        self.main.setText(words)
        is_calm = not self.is_busy and not self._is_bringing
        can_restore = self.current is not None and self.new.is_ready
        can_place = self.current is not None and self._is_damaged
        self.main.setEnabled(is_calm and (bool(count) or can_restore or can_place))
        self.new_button.setEnabled(is_calm and can_restore)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.title.setText(self.tr("Backups"))
        self.new_button.setText(self.tr("Restore as a new library"))
        self.view.setAccessibleName(self.tr("Backups"))
        self.model.announce_rows(0, self.model.length() - 1)
        super().retranslate()
