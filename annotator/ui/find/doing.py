"""What the acts of finding and of "everywhere at once" do in the window."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.model.changes import Change
    from annotator.ui.everywhere.everywhere import Everywhere
    from annotator.ui.find.going import Going
    from annotator.ui.find.hit_desk import HitDesk
    from annotator.ui.find.in_article import InArticle
    from annotator.ui.main_window import MainWindow


_AFTER_OPENING: Final = 600
"""Milliseconds after a document opened when the strip is made, before the first label needs it."""


class FindDoing(QObject):
    """The handlers of `ui/acts/find.py`; what they need is made when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_OPENING)
        self._soon.timeout.connect(lambda: self.everywhere)
        window.flow.workbench.document_opened.connect(lambda *_: self._soon.start())
        window.place.changes_made.connect(self._follow)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {
            "edit.find": lambda: self.in_article.open(),
            "edit.find_next": lambda: self.in_article.next_hit(),
            "edit.find_previous": lambda: self.in_article.previous_hit(),
            "edit.find_corpus": self.find_in_corpus,
            "label.same_words": lambda: self.everywhere.open_list(),
            "label.same_here": lambda: self.everywhere.label_here(),
            "label.relabel_everywhere": lambda: self.everywhere.relabel(),
            "label.remove_everywhere": lambda: self.everywhere.remove(),
            "go.find": lambda: self._window.show_page("find"),
        }

    @cached_property
    def going(self) -> Going:
        """The way to a hit."""
        from annotator.ui.find.going import Going

        return Going(self._window)

    @cached_property
    def in_article(self) -> InArticle:
        """The find bar."""
        from annotator.ui.find.in_article import InArticle

        made = InArticle(self._window)
        made.corpus_wanted.connect(lambda wanted: self.hits.look_for(wanted))
        return made

    @cached_property
    def everywhere(self) -> Everywhere:
        """Strip and list of the same words."""
        from annotator.ui.everywhere.everywhere import Everywhere

        return Everywhere(self._window, self.going.go_to)

    @cached_property
    def hits(self) -> HitDesk:
        """What the Find page shows and does."""
        from annotator.ui.find.hit_desk import HitDesk

        return HitDesk(self._window, self)

    def find_in_corpus(self) -> None:
        """Go to the Find page; words that are selected in the article are looked for there."""
        is_labelling = self._window.page == "label"
        words = self._window.place.article.copied_text() if is_labelling else ""
        self.hits.open_with(words)

    def _follow(self, changes: Sequence[Change], _summary: object) -> None:
        self.everywhere.follow(changes)
