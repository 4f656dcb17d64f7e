"""The way to a stretch of a document, which may have to be opened first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.listing import OpenDocument
    from annotator.ui.main_window import MainWindow

_SOON: Final = 0


class Going(QObject):
    """Shows stretches of documents in the article of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: tuple[str, int, int] | None = None
        self._then: Callable[[], None] | None = None
        window.flow.workbench.document_opened.connect(self._opened)

    def go_to(self, document: str, start: int, end: int, then: Callable[[], None] | None = None) -> None:
        """Select [start, end) of the document of that uid; `then` is called once it is selected."""
        flow = self._window.flow
        if self._window.page != "label":
            self._window.show_page("label")
        self._wanted, self._then = (document, start, end), then
        if flow.open_document_uid == document:
            self._show()
        else:
            flow.goes_to = document
            flow.workbench.open_document(document)

    def _opened(self, opened: OpenDocument) -> None:
        if self._wanted is None:
            return
        if opened.document.uid == self._wanted[0]:
            QTimer.singleShot(_SOON, self, self._show)  # the article is laid out by then
        else:
            self._wanted = self._then = None

    def _show(self) -> None:
        wanted, self._wanted = self._wanted, None
        then, self._then = self._then, None
        if wanted is None or self._window.flow.open_document_uid != wanted[0]:
            return
        _, start, end = wanted
        article = self._window.place.article
        article.select(start, end, exact=True)
        article.reveal(start, end)
        self._window.place.focus_article()
        if then is not None:
            then()
