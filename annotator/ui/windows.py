"""All windows of the program: one library behind them, one line of undo, and the session they are kept as."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, Qt, Signal

from annotator.last_run import Run
from annotator.paths import log_folder
from annotator.settings import OtherWindow, PlacesFile
from annotator.ui.leaving import SETTLING
from annotator.ui.library_desk import LibraryDesk
from annotator.ui.main_window import MainWindow
from annotator.ui.on_screen import room_for_windows
from annotator.ui.saving import Saving
from annotator.ui.unsaved.copying import Copying
from annotator.ui.unsaved.left_behind import LeftBehind

if TYPE_CHECKING:
    from annotator.last_run import Unended
    from annotator.settings import Place
    from annotator.ui.failures import Failures
    from annotator.ui.library_desk import LayerShown
    from annotator.ui.personal import Personal
    from annotator.ui.workbench import LibraryFacts

_STEP: Final = QPoint(32, 32)
"""So far from the window it was opened from a new one stands."""


class Windows(QObject):
    """The windows in the order in which they were opened, and what they share.

    Signals:
        undone: `Undone` and the window in which it was wished for; the others follow.

    Attributes:
        personal: the person's preferences.
        library_desk: the one library.
        saving: steps on their way to it, of all windows.
        copying: copies of it that are made elsewhere.
        left_behind: what could not be saved, kept aside for the next opening.
        acting: the window that the person used last.
    """

    undone = Signal(object, object)

    def __init__(self, personal: Personal) -> None:
        super().__init__()
        self.personal = personal
        self.library_desk = LibraryDesk(self)
        self.saving = Saving(self.library_desk.desk, self)
        self.copying = Copying(self.library_desk, self.saving, self._layers_shown, self)
        self.left_behind = LeftBehind(self.library_desk, self.saving, self)
        self.library_desk.save_state.connect(self.saving.take_state)
        self.acting: MainWindow | None = None
        self.library_desk.desk.page = lambda: self.acting.page if self.acting is not None else ""
        self._all: list[MainWindow] = []
        self._places = PlacesFile()
        self._failures: Failures | None = None
        self._is_quitting = False
        self._left_for_copy: tuple[str, str] | None = None
        self._run = Run(log_folder())

    @property
    def all(self) -> list[MainWindow]:
        """The open windows; at the end of the program the one that was closed last."""
        return list(self._all)

    def add(self) -> MainWindow:
        """One more window; it is not shown yet and has nothing open."""
        window = MainWindow(self)
        self._all.append(window)
        if self.acting is None:
            self.acting = window
        return window

    def open_beside(self, window: MainWindow) -> MainWindow:
        """One more window beside this one, on the same document at the same place."""
        bench = window.flow.workbench
        place = bench.kept(window.flow.place())
        made = self._join(bench.library, place, None)
        if not (window.isMaximized() or window.isFullScreen()):
            made.resize(window.size())
        if not (made.isMaximized() or made.isFullScreen()):
            made.move(beside(window.frameGeometry(), room_for_windows(window.screen())))
        made.activateWindow()
        window.flow.remember_place()
        return made

    def _join(self, facts: LibraryFacts | None, place: Place, geometry: QByteArray | None) -> MainWindow:
        made = self.add()
        if geometry is not None:
            made.restoreGeometry(geometry)
        made.show()
        if facts is not None:
            made.flow.join_library(facts, place)
        return made

    def _layers_shown(self) -> list[LayerShown]:
        """The layers that are open in the windows, as they are on the screen."""
        opened = [window.flow.workbench.document for window in self._all]
        return [
            (each.document.uid, each.annotator.uid, tuple(each.state.spans()), each.state.status)
            for each in opened
            if each is not None
        ]

    def is_elsewhere(self, window: MainWindow) -> bool:
        """Whether the person is in another window."""
        return len(self._all) > 1 and self.acting is not window

    # The session

    def restore(self, facts: LibraryFacts) -> None:
        """Open the other windows that were open on this library when it was left."""
        if len(self._all) > 1:
            return
        for other in self._places.read_others(facts.uid):
            self._join(facts, other.place, QByteArray(b64decode(other.geometry)))
        self._all[0].activateWindow()

    def keep_session(self) -> None:
        """Keep which windows are open, and where the person is in each.

        Raises:
            OSError: the settings could not be written.
        """
        library = self._all[0].flow.workbench.library
        if library is None:
            return
        first, *others = [(window, window.flow.workbench.kept(window.flow.place())) for window in self._all]
        told = [OtherWindow(place, _geometry(window)) for window, place in others]
        self._places.write(library.uid, first[1], told)
        self.keep_first()

    def keep_first(self) -> None:
        """Keep size and place of the first window, which the next start begins with."""
        first = self._all[0]
        self.personal.keep_window(first.saveGeometry(), menu_bar=not first.menuBar().isHidden())

    # Closing

    def may_close(self, window: MainWindow) -> bool:
        """Whether a window may go: the last one closes the library, where the person may want to stay."""
        if self._is_quitting:
            return True
        if len(self._all) > 1:
            window.commit_fields()
            return True
        return window.leave_library()

    def forget(self, window: MainWindow) -> None:
        """A window was closed; the others stay."""
        if self._is_quitting or len(self._all) < 2:
            return
        self._all.remove(window)
        if self.acting is window:
            self.acting = self._all[-1]
        if self._failures is window.failures:
            self.uninstall_failures()
            self.install_failures()
        self._all[0].flow.remember_place()
        window.deleteLater()

    def close_others(self, window: MainWindow) -> None:
        """Close all but this one, without a question: the library stays open."""
        for other in self.all:
            if other is not window:
                other.close()

    def quit(self, window: MainWindow) -> None:
        """Close all windows; asked once, in this one, if something could not be saved."""
        for each in self._all:
            each.commit_fields()
        if not window.leave_library():
            return
        self._is_quitting = True
        for each in self.all:
            each.close()

    def go_on_in_copy(self, window: MainWindow) -> None:
        """Leave the library for the copy that holds all of it, without a question."""
        copy = self.copying.whole
        if copy is None:
            return
        before = self.library_desk.where
        self.close_others(window)
        self.leave_for_copy(goes_on=True)
        self.left_behind.forget()  # the copy holds it
        window.leaving.close()
        self._left_for_copy = (copy.path, before)
        window.flow.open_library(copy.path)

    def leave_for_copy(self, *, goes_on: bool) -> None:
        """If a copy holds what the library's file does not, have the next opening of that file say so."""
        copy, state = self.copying.whole, self.saving.state
        if copy is not None and state is not None and state.kind == "failed":
            self.left_behind.remember_copy(copy.path, self.library_desk.pending, goes_on=goes_on)

    def tell_copy(self, path: str) -> None:
        """A library is open: if it is the copy that the person went on in, say so, and where the other is."""
        if self._left_for_copy is not None and self._left_for_copy[0] == path:
            words = self.tr("You are working in the copy %1 now. The library before was %2.")
            words = words.replace("%2", self._left_for_copy[1])
            self._all[0].flow.telling.assure(words.replace("%1", path))
        self._left_for_copy = None

    def save_now(self) -> None:
        """The session may end: have what is being typed saved too, and ask nothing."""
        for each in self._all:
            each.commit_fields()
        self._all[0].flow.remember_place()
        if not self.library_desk.settle(SETTLING):
            self.left_behind.write()

    def end(self) -> None:
        """The system wants the program to end: save what waits, close the library, ask nothing."""
        self._is_quitting = True
        for each in self._all:
            each.commit_fields()
        self._all[0].flow.remember_place()
        self.left_behind.write()
        self._all[0].leaving.close()

    # Errors nobody caught, and runs that did not end

    def begin_run(self) -> None:
        """Mark that a window is open, until `end_run`; tells of a run before that did not come to its end."""
        unended = self._run.begin()
        if unended is not None:
            self.library_desk.opened.connect(
                lambda _facts: self._tell_unended(unended), Qt.ConnectionType.SingleShotConnection
            )

    def end_run(self) -> None:
        """The windows are closed as they should be."""
        self._run.end()

    def _tell_unended(self, unended: Unended) -> None:
        from annotator.ui.reporting.unended_words import unended_words

        strip = self._all[0].notice_strip
        self._all[0].flow.telling.warn(" ".join(filter(None, (unended_words(unended), strip.sentence))))

    def install_failures(self) -> None:
        """Have the first window tell of errors that nobody caught."""
        self._failures = self._all[0].failures
        self._failures.install()

    def uninstall_failures(self) -> None:
        """Have nobody tell of them any more."""
        if self._failures is not None:
            self._failures.uninstall()
            self._failures = None


def beside(frame: QRect, room: QRect) -> QPoint:
    """Where a window as large as `frame` goes: a step aside, else at the top left."""
    moved = frame.translated(_STEP)
    return moved.topLeft() if room.contains(moved) else room.topLeft()


def _geometry(window: MainWindow) -> str:
    return b64encode(window.saveGeometry().data()).decode()
