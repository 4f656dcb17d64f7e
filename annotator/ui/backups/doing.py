"""What backups do in the window: their page comes up, leads to documents and to restored libraries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import reason_of
from annotator.files import try_writing
from annotator.messages import say
from annotator.model.outcome import Touched
from annotator.ui import choosing
from annotator.ui.backups.in_place import InPlace
from annotator.ui.backups.words import BackupWords
from annotator.ui.i18n import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.errors import AnnotatorError
    from annotator.model.outcome import Outcome
    from annotator.model.soundness import PutBack
    from annotator.ui.backups.page import BackupsPage
    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.refused import RefusedPage
    from annotator.ui.workbench import LibraryFacts

_SHOWN = Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS | Touched.CORPORA | Touched.WHOLESALE


class BackupsDoing(QObject):
    """The handlers of `ui/acts/backups.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_damaged = False
        self._restored = ""
        self._in_place = InPlace(self)
        self._in_place.done.connect(self._placed)
        self._in_place.failed.connect(self._not_placed)
        self._in_place.looked.connect(self._looked)
        desk = window.library_desk
        desk.opened.connect(self._opened)
        desk.frozen.connect(lambda _: self._take_damaged(is_damaged=True))
        desk.refused.connect(lambda _, where: self._in_place.look(where))

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {"file.backups": self.show}

    def show(self) -> None:
        """Go to the page of backups."""
        self._window.show_page("backups")
        self._window.late.backups.load()
        self._window.late.backups.set_damaged(is_damaged=self._is_damaged)

    def connect_refused(self, page: RefusedPage) -> None:
        """Follow the page of a library that could not be opened."""
        page.place_wanted.connect(self._put_in_place)

    def connect_page(self, page: BackupsPage) -> None:
        """Follow what the page does."""
        flow = self._window.flow
        page.told.connect(flow.telling.tell)
        page.failed.connect(flow.tell_failure)
        page.said_here.connect(self._stop_saying)
        page.left.connect(flow.go_home)
        page.document_wanted.connect(self._open_document)
        page.library_wanted.connect(self._open_library)
        page.folder_wanted.connect(self._choose_folder)
        page.place_wanted.connect(self._leave_and_put_in_place)
        page.side_view.view.focus_moved.connect(self._window.show_hints)
        page.side_view.model.modelReset.connect(self._window.show_hints)
        page.side_view.view.selectionModel().currentRowChanged.connect(lambda *_: self._window.show_hints())
        self._window.library_desk.changed.connect(self._follow)

    def _opened(self, facts: LibraryFacts) -> None:
        self._take_damaged(is_damaged=False)
        if facts.path == self._restored:
            words = self.tr("You are working in the restored library %1 now. The one before stays as it is.")
            self._window.flow.telling.assure(words.replace("%1", facts.path))
        self._restored = ""

    # A backup in place of a damaged library

    def _take_damaged(self, *, is_damaged: bool) -> None:
        self._is_damaged = is_damaged
        if self._window.page == "backups":
            self._window.late.backups.set_damaged(is_damaged=is_damaged)

    def _looked(self, is_damaged: bool, where: str) -> None:
        if self._window.page == "refused" and self._window.library_desk.where == where:
            self._window.late.refused.set_damaged(is_damaged=is_damaged)

    def _leave_and_put_in_place(self, copy: str) -> None:
        if self._window.leave_library():
            self._window.windows.close_others(self._window)
            self._put_in_place(copy)

    def _put_in_place(self, copy: str) -> None:
        self._window.show_page("opening")
        self._in_place.start(copy, self._window.library_desk.where)

    def _placed(self, back: PutBack) -> None:
        self._window.flow.open_library(self._window.library_desk.where)
        words = self.tr("The backup is in its place: %1.").replace("%1", BackupWords().holds(back.made))
        if back.kept is not None:
            kept = self.tr("The damaged file is kept as %1.").replace("%1", back.kept)
            words = f"{words} {kept}"
        self._window.flow.telling.warn(words)

    def _not_placed(self, error: AnnotatorError) -> None:
        self._window.flow.open_library(self._window.library_desk.where)
        self._window.flow.telling.warn(sentence(error.message))

    # The page

    def _follow(self, outcome: Outcome[object]) -> None:
        if self._window.page == "backups" and outcome.touched & _SHOWN:
            self._window.late.backups.compare_again()

    def _stop_saying(self, words: str) -> None:
        """Take the strip away that says what the page says: one sentence stands once on the screen."""
        if self._window.notice_strip.sentence == words:
            self._window.flow.telling.warn("")

    def _open_document(self, uid: str) -> None:
        self._window.show_page("label")
        self._window.flow.workbench.open_document(uid)

    def _open_library(self, path: str) -> None:
        if self._window.leave_library():
            self._window.windows.close_others(self._window)
            self._restored = path
            self._window.flow.open_library(path)

    def _choose_folder(self, usual: bool) -> None:
        folder = "" if usual else choosing.folder_to_open(self._window, self.tr("Folder for backups"))
        if usual or (folder and self._can_be_written(folder)):
            self._window.personal.change(backup_folder=folder)
            self._window.late.backups.load()

    def _can_be_written(self, folder: str) -> bool:
        """Whether a folder takes files; what is said where it does not."""
        try:
            try_writing(Path(folder))
        except OSError as error:
            refused = say(
                "Nothing can be written into {path} ({reason}), so backups still go where they went. Choose "
                "another folder, or give yourself the right to write there.",
                path=folder,
                reason=reason_of(error),
            )
            self._window.flow.telling.say_failure(sentence(refused))
            return False
        return True
