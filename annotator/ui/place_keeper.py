"""Keeps where the person is while they rest, so that the next start finds it even after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.editor.article_view import ArticleView

REST: Final = 1000
"""Milliseconds without scrolling or a move of the caret after which the place is kept."""


class PlaceKeeper(QObject):
    """Calls `keep` when caret and scroll position have rested, not at every step."""

    def __init__(self, article: ArticleView, keep: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(keep)
        article.selection_changed.connect(self._rest.start)
        article.span_selected.connect(lambda _span: self._rest.start())
        article.moved.connect(self._rest.start)

    def stop(self) -> None:
        """What is shown is no longer of an open library."""
        self._rest.stop()
