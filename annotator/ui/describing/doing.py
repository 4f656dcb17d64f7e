"""What the acts on a document's title, tags and metadata do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.ui.keymap import spoken
from annotator.ui.models.document_model import listed_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.model.document import Document
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.ui.describing.sheet import DocumentSheet
    from annotator.ui.main_window import MainWindow


class DescribingDoing(QObject):
    """The handlers of `ui/acts/describing.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {"edit.describe": self.toggle}

    @cached_property
    def sheet(self) -> DocumentSheet:
        """The panel, made when it is first asked for."""
        from annotator.ui.describing.sheet import DocumentSheet

        sheet = DocumentSheet()
        sheet.keep_wanted.connect(self._keep)
        sheet.tag_listed_wanted.connect(self._tag_listed)
        sheet.closed.connect(self._close)
        self._window.flow.workbench.document_opened.connect(lambda _opened, _place: self._follow())
        self._window.flow.workbench.document_closed.connect(self._close)
        listed = self._window.place.documents.view.model()
        listed.modelReset.connect(lambda: sheet.show_listed(listed.rowCount()))
        sheet.show_listed(listed.rowCount())
        return sheet

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self._window.place.guest is not None and self._window.place.guest is self.sheet

    def toggle(self) -> None:
        """Show the panel with the cursor in the tags, or spans and inspector again."""
        from annotator.ui.describing.sheet import WIDTH

        if self.is_open:
            self._close()
            return
        self._window.show_page("label")
        self._window.place.show_guest(self.sheet, WIDTH)
        self._follow()
        self.sheet.tags.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow(self) -> None:
        """Show the open document's as the library has them."""
        here, corpus = self._window.flow.workbench.document, self._window.flow.workbench.corpus
        if not self.is_open or here is None or corpus is None:
            return
        uid = here.document.uid

        def ask(library: Library) -> tuple[Document, list[str]]:
            document = library.documents.open(uid).document
            return document, list(library.describing.tags(corpus.uid))

        def arrived(found: tuple[Document, list[str]]) -> None:
            document, tags = found
            if self._window.flow.open_document_uid == document.uid:
                self.sheet.show_document(document.title, document.metadata, tags)

        self._window.library_desk.desk.read(ask, arrived, self._window.flow.tell_failure)

    def _keep(self, title: str, metadata: Mapping[str, str]) -> None:
        uid = self._window.flow.open_document_uid
        if uid is None:
            return

        def kept(outcome: Outcome[None]) -> None:
            words = (
                spoken(self.tr("Saved. Ctrl+Z takes it back."), "edit.undo")
                if outcome.step
                else self.tr("Nothing was changed.")
            )
            self._window.flow.telling.tell(words)
            self._close()

        self._window.library_desk.desk.write(
            lambda library: library.describing.describe(uid, title, metadata),
            kept,
            self._window.flow.tell_failure,
        )

    def _tag_listed(self, tags: tuple[str, ...]) -> None:
        corpus, query = self._window.flow.workbench.corpus, self._window.place.documents.query
        if corpus is None or not tags:
            self._window.flow.telling.tell(self.tr("Type a tag first."))
            return
        home = corpus.uid

        def tag(library: Library) -> Outcome[int]:
            keys = listed_keys(library, home, query)
            return library.describing.retag([row.uid for row in library.documents.rows(keys)], add=tags)

        def tagged(outcome: Outcome[int]) -> None:
            words = self.tr(
                "%n document(s) tagged. One step: Ctrl+Z takes all of it back.", "", outcome.value
            )
            self._window.flow.telling.tell(words)
            self._follow()

        self._window.library_desk.desk.write(tag, tagged, self._window.flow.tell_failure)

    def _close(self) -> None:
        if self.is_open:
            self._window.place.show_guest(None)
            self._window.place.focus_article(by_key=False)
