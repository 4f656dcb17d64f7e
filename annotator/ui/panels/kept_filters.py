"""The filters that are kept by name, in the menu of the document list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.ui import icons
from annotator.ui.parts.plain_label import menu_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from annotator.model.filters import KeptFilter, Shown
    from annotator.ui.desk import Desk


class KeptFilters(QObject):
    """Knows the corpus's filters and puts them into a menu.

    Signals:
        chosen: a `KeptFilter` that the list is to show.
        failed: an `AnnotatorError`.
    """

    chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, panel: QWidget) -> None:
        """Belong to `panel`, over which names are asked for."""
        super().__init__(panel)
        self._desk = desk
        self._panel = panel
        self._corpus: str | None = None
        self.filters: Sequence[KeptFilter] = ()

    def reload(self, corpus: str | None) -> None:
        """Read the filters of a corpus."""
        self._corpus = corpus
        self.filters = ()

        def arrived(filters: Sequence[KeptFilter]) -> None:
            if corpus == self._corpus:
                self.filters = filters

        if corpus is not None:
            self._desk.read(lambda library: library.filters.of(corpus), arrived, self.failed.emit)

    def add_to(self, menu: QMenu, search: str, shown: Shown) -> None:
        """Offer the kept ones, to keep what is shown now, and to keep one no longer."""
        menu.addSeparator()
        for each in self.filters:
            action = menu.addAction(icons.icon("list"), menu_words(each.name))
            action.triggered.connect(lambda _checked=False, each=each: self.chosen.emit(each))
        if search:
            words = menu_words(self.tr("Keep the filter “%1”").replace("%1", search))
            menu.addAction(words, lambda: self._keep(search, shown))
        if not self.filters:
            return
        named = menu.addMenu(self.tr("Rename a filter"))
        gone = menu.addMenu(self.tr("Keep no longer"))
        for each in self.filters:
            words = menu_words(each.name)
            named.addAction(words, partial(self._ask_name, each))
            gone.addAction(words, partial(self._remove, each))

    def _keep(self, search: str, shown: Shown) -> None:
        corpus = self._corpus
        if corpus is None:
            return
        name = {"all": search, "todo": self.tr("%1, to do"), "done": self.tr("%1, done")}[shown]
        name = name.replace("%1", search)
        self._desk.write(
            lambda library: library.filters.keep(corpus, name, search, shown),
            lambda _outcome: self.reload(corpus),
            self.failed.emit,
        )

    def _ask_name(self, kept: KeptFilter) -> None:
        from annotator.ui.panels.name_card import NameCard

        card = NameCard(self._panel, self.tr("Name of the filter"), kept.name)
        card.named.connect(partial(self._rename, kept))

    def _rename(self, kept: KeptFilter, name: str) -> None:
        corpus = self._corpus
        self._desk.write(
            lambda library: library.filters.rename(kept.uid, name),
            lambda _outcome: self.reload(corpus),
            self.failed.emit,
        )

    def _remove(self, kept: KeptFilter) -> None:
        corpus = self._corpus
        self._desk.write(
            lambda library: library.filters.remove(kept.uid),
            lambda _outcome: self.reload(corpus),
            self.failed.emit,
        )
