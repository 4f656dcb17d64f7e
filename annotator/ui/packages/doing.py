"""What packages do in the window: their pages come up, files that are packages are recognised."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.ui import choosing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from annotator.services.library import Library
    from annotator.ui.main_window import MainWindow
    from annotator.ui.packages.frame import PackagePage
    from annotator.ui.packages.merge_page import MergePage

_SUFFIX: Final = ".zip"
_PAGES: Final = ("hand_out", "send_back", "send_gold", "merge")


class PackagesDoing(QObject):
    """The handlers of `ui/acts/packages.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[str] = deque()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {
            "file.take_in": self.choose,
            "file.hand_out": lambda: self._window.show_page("hand_out"),
            "file.send_back": lambda: self._window.show_page("send_back"),
            "file.send_gold": lambda: self._window.show_page("send_gold"),
        }

    def choose(self) -> None:
        """Let the person choose packages, and look at the first."""
        kinds = [self.tr("Packages") + " (*.zip)", self.tr("All files") + " (*)"]
        self.open(choosing.files_to_open(self._window, self.tr("Take in a package"), kinds))

    def open(self, paths: Sequence[str]) -> None:
        """Look at packages one after the other, beginning now."""
        if not paths:
            return
        if self._window.page != "merge":  # those that were left there are no longer wanted
            self._waiting.clear()
        self._waiting.extend(paths)
        self._next()

    def sift(self, paths: Sequence[Path], others: Callable[[list[Path]], None]) -> None:
        """Open the packages among files; `others` gets what is to be imported."""
        suspects = [path for path in paths if path.suffix.lower() == _SUFFIX]
        if not suspects:
            others(list(paths))
            return

        def look(_library: Library) -> list[Path]:
            from annotator.exchange.package_reading import is_package  # the window comes up without it

            return [path for path in suspects if is_package(path)]

        def found(packages: list[Path]) -> None:
            rest = [path for path in paths if path not in packages]
            self.open([str(path) for path in packages])
            if rest:
                others(rest)

        self._window.library_desk.desk.read(look, found, self._window.flow.tell_failure)

    def prepare(self, name: str) -> None:
        """Give a page its corpus, right before it is shown."""
        late, corpus = self._window.late, self._window.flow.workbench.corpus
        if name == "hand_out":
            late.hand_out.set_corpus(corpus)
        elif name == "send_back":
            late.send_back.set_corpus(corpus)
        elif name == "send_gold":
            late.send_gold.set_corpus(corpus)

    def connect_page(self, page: PackagePage) -> None:
        """Follow what a page does."""
        flow = self._window.flow
        page.told.connect(flow.telling.tell)
        page.failed.connect(flow.tell_failure)
        page.left.connect(self._leave)
        page.came.connect(self._go_on)

    def connect_merge(self, page: MergePage) -> None:
        """Follow what the page of a package does besides."""
        personal = self._window.personal
        page.blinded.connect(lambda: personal.change(names_shown=False))

    def _next(self) -> None:
        path = self._waiting.popleft()
        self._window.late.merge.open_package(path)
        self._window.show_page("merge")

    def _leave(self) -> None:
        """Pass over a package for the next one that waits, or go back to labelling."""
        if self._window.page == "merge" and self._waiting:
            self._next()
        else:
            self._window.flow.go_home()

    def forget(self) -> None:
        """The library is left: its people and packages mean nothing to the next one, which gets new pages."""
        self._waiting.clear()
        late = vars(self._window.late)
        for page in [late.pop(name) for name in _PAGES if name in late]:
            page.forget()
            page.deleteLater()

    def _go_on(self, corpus: str) -> None:
        """Go on with the next package, or to the corpus (its uid) that one went into; stay if elsewhere."""
        if self._window.page != "merge":
            return
        if self._waiting:
            self._next()
        else:
            self._window.flow.go_to_corpus(corpus)
