"""Menus that put conditions into the search field of the list, so that nobody has to know their words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from annotator.model.wishes import About, term
from annotator.ui.i18n import number
from annotator.ui.parts.plain_label import menu_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from annotator.services.library import Library
    from annotator.ui.desk import Desk

_MOST_OFFERED = 30


class Offer(NamedTuple):
    """What there is in a corpus to narrow by: name -> number of documents, None where that is not counted."""

    labels: Mapping[str, int | None]
    tags: Mapping[str, int | None]
    people: Mapping[str, int | None]


class Narrowing(QObject):
    """Offers conditions.

    Signals:
        wanted: a condition as it is typed.
        failed: an `AnnotatorError`.
    """

    wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def add_to(self, narrow: QMenu, corpus: str | None) -> None:
        """Put the conditions into a menu; names of the corpus come when they have been read."""
        if corpus is None:
            return
        for words, condition in self._plain():
            self._offer(narrow, words, condition)
        narrow.addSeparator()
        parts = [narrow.addMenu(words) for words in (self.tr("Label"), self.tr("Tag"), self.tr("Annotator"))]
        self._offer(parts[0], self.tr("no label"), term(About.LABEL, "none"))
        self.with_names(corpus, parts, self._fill)

    def with_names(self, corpus: str, menus: list[QMenu], fill: Callable[[list[QMenu], Offer], None]) -> None:
        """Read the names of a corpus and give them to `fill`, if its menus are still there."""

        def ask(library: Library) -> Offer:
            labels = {count.label.name: count.documents for count in library.labels.list(corpus)}
            tags = islice(library.describing.tags(corpus).items(), _MOST_OFFERED)
            return Offer(labels, dict(tags), dict.fromkeys(each.name for each in library.people.list()))

        def arrived(offer: Offer) -> None:
            if all(isValid(menu) for menu in menus):
                fill(menus, offer)

        self._desk.read(ask, arrived, self.failed.emit)

    def _plain(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Words in the text"), f"{About.TEXT.value}:"),
            (self.tr("New"), term(About.IS, "new")),
            (self.tr("In progress"), term(About.IS, "in-progress")),
            (self.tr("With an unsure span"), term(About.IS, "unsure")),
            (self.tr("With a question"), term(About.IS, "question")),
            (self.tr("With notes"), term(About.HAS, "note")),
        ]

    def _fill(self, menus: list[QMenu], offer: Offer) -> None:
        kinds = (About.LABEL, About.TAG, About.BY)
        for menu, about, names in zip(menus, kinds, offer, strict=True):
            for name, documents in names.items():
                self._offer(menu, name, term(about, name), documents)
            menu.setEnabled(not menu.isEmpty())

    def _offer(self, menu: QMenu, words: str, condition: str, documents: int | None = None) -> None:
        told = menu_words(words)
        if documents is not None:
            told = f"{told}\t{number(documents)}"
        menu.addAction(told, lambda: self.wanted.emit(condition))
