"""What the check does in the window: its page comes up and leads to documents, backups and libraries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui import choosing
from annotator.ui.check.beside import Beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.check.page import CheckPage
    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.refused import RefusedPage


class CheckDoing(QObject):
    """The handlers of `ui/acts/check.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._came_from = "label"
        self._page: CheckPage | None = None
        self._is_frozen = False
        self.beside = Beside(window.library_desk)
        window.library_desk.opened.connect(self._forget)
        window.library_desk.frozen.connect(self._take_frozen)
        strip = window.reading_strip
        strip.writing_wanted.connect(lambda: self._open_library(window.library_desk.where))
        strip.check_wanted.connect(self.show)
        strip.backups_wanted.connect(lambda: window.actions_["file.backups"].trigger())

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {"file.check": self.show}

    def show(self) -> None:
        """Go to the page and look at the library."""
        self._go()
        self._window.late.check.check()

    def connect_page(self, page: CheckPage) -> None:
        """Do what the page asks of the window."""
        self._page = page
        page.set_frozen(is_frozen=self._is_frozen)
        page.reopen_wanted.connect(lambda: self._open_library(self._window.library_desk.where))
        page.left.connect(lambda: self._window.show_page(self._came_from))
        page.document_wanted.connect(self._open_document)
        page.rescue_wanted.connect(self.rescue)
        page.library_wanted.connect(self._open_library)
        page.backups_wanted.connect(self._show_backups)
        page.mended.connect(self._window.reading_strip.mend)

    def _show_backups(self) -> None:
        """Of a library that is not open the page that refused it offers them."""
        if self._window.flow.workbench.library is None:
            self._window.late.refused.set_rescue_failed()
            self._window.show_page("refused")
        else:
            self._window.actions_["file.backups"].trigger()

    def connect_refused(self, page: RefusedPage) -> None:
        """Do what the page of a library that could not be opened asks."""
        page.rescue_wanted.connect(self.rescue)

    def rescue(self) -> None:
        """Ask where, then save there what can be read of the library; it need not be open."""
        where = self._window.library_desk.where
        path = Path(where)
        name = self.tr("%1 - what could be read").replace("%1", path.stem)
        proposed = str(path.with_name(f"{name}{path.suffix}"))
        new = choosing.file_to_save(self._window, self.tr("Save what can be read"), proposed)
        if new:
            self._go()
            self._window.late.check.rescue(where, new)

    def _go(self) -> None:
        if self._window.page != "check":
            self._came_from = self._window.page
        self._window.show_page("check")
        is_open = self._window.flow.workbench.library is not None
        self._window.late.check.set_open(is_open=is_open)
        self._window.top_bar.set_places_shown(is_open)

    def _forget(self) -> None:
        self._is_frozen = False
        if self._page is not None:
            self._page.forget()
            self._page.set_frozen(is_frozen=False)

    def _take_frozen(self) -> None:
        self._is_frozen = True
        if self._page is not None:
            self._page.set_frozen(is_frozen=True)

    def _open_document(self, uid: str) -> None:
        self._window.show_page("label")
        self._window.flow.workbench.open_document(uid)

    def _open_library(self, path: str) -> None:
        if self._window.leave_library():
            self._window.windows.close_others(self._window)
            self._window.flow.open_library(path)
