"""What packages do in the window: their pages come up, files that are packages are recognised."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.ui import choosing
from annotator.ui.review.doing import ReviewDoing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from annotator.model.package import MergePreview
    from annotator.services.library import Library
    from annotator.ui.main_window import MainWindow
    from annotator.ui.packages.frame import PackagePage
    from annotator.ui.packages.merge_page import MergePage

_SUFFIX: Final = ".zip"
_PAGES: Final = ("hand_out", "send_back", "send_gold", "merge")
_HOMES: Final = ("label", "welcome", "opening", "refused")
"""Pages from which one goes back to where labelling is, or begins."""
_TABS: Final = {"return": "overview", "gold": "feedback"}
"""Kind of a package -> page of Review on which one stands when it was taken in."""


class PackagesDoing(QObject):
    """The handlers of `ui/acts/packages.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[str] = deque()
        self._back = ""

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {
            "file.take_in": self.choose,
            "file.hand_out": lambda: self._show("hand_out"),
            "file.send_back": lambda: self._show("send_back"),
            "file.send_gold": lambda: self._show("send_gold"),
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
        self._show("merge")

    def _show(self, name: str) -> None:
        """Go to a page of packages; where one comes from is where Escape leads."""
        if self._window.page not in _PAGES:
            self._back = self._window.page
        self._window.show_page(name)

    def _leave(self) -> None:
        """Pass over a package for the next one that waits, or go back to where one came from."""
        if self._window.page == "merge" and self._waiting:
            self._next()
        elif not self._back or self._back in _HOMES:
            self._window.flow.go_home()
        else:
            self._window.show_page(self._back)

    def forget(self) -> None:
        """The library is left: its people and packages mean nothing to the next one, which gets new pages."""
        self._waiting.clear()
        self._back = ""
        late = vars(self._window.late)
        for page in [late.pop(name) for name in _PAGES if name in late]:
            page.forget()
            page.deleteLater()

    def _go_on(self, came: MergePreview) -> None:
        """Go on with the next package, or to where one works with what came in; stay if elsewhere."""
        if self._window.page != "merge":
            return
        if self._waiting:
            self._next()
        else:
            self._window.flow.go_to_corpus(came.corpus_uid, lambda: self._arrive(came.kind))

    def _arrive(self, kind: str) -> None:
        """Work to be done opens with its first document by itself; the rest is looked at in Review."""
        if kind in _TABS:
            self._window.commands.part(ReviewDoing).show_tab(_TABS[kind])
