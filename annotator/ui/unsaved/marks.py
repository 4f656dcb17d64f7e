"""Which spans of the open document are not saved, while the disk refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.span import Span
    from annotator.ui.main_window import MainWindow
    from annotator.ui.meanwhile import Unsaved


@dataclass(frozen=True, slots=True)
class NotSaved:
    """What of a layer is not saved.

    Attributes:
        marked: uids of spans that are new or others than in the library.
        gone: spans of the library that are shown no more, as they are there.
        is_status: whether the status is not saved either.
    """

    marked: frozenset[str] = frozenset()
    gone: tuple[Span, ...] = ()
    is_status: bool = False


ALL_SAVED = NotSaved()


def not_saved(steps: Iterable[Unsaved]) -> NotSaved:
    """What these steps of one layer, in their order, leave behind."""
    marked: set[str] = set()
    first: dict[str, Span | None] = {}
    gone: dict[str, Span] = {}
    is_status = False
    for change in (change for step in steps for change in step.changes):
        match change:
            case SpanAdded(span):
                first.setdefault(span.uid, None)
                gone.pop(span.uid, None)
                marked.add(span.uid)
            case SpanReplaced(before, after):
                first.setdefault(before.uid, before)
                marked.discard(before.uid)
                marked.add(after.uid)
            case SpanRemoved(span):
                known = first.setdefault(span.uid, span)
                marked.discard(span.uid)
                if known is not None:
                    gone[span.uid] = known
            case StatusChanged():
                is_status = True
    return NotSaved(frozenset(marked), tuple(gone.values()), is_status)


class UnsavedMarks(QObject):
    """Shows in article, span list and document bar of one window what is not saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown = ALL_SAVED
        self._documents: frozenset[str] = frozenset()
        saving = window.windows.saving
        saving.state_changed.connect(self.follow)
        saving.kept.connect(self.follow)
        window.place.changes_made.connect(self.follow)
        window.library_desk.opened.connect(self.follow)  # what waited in the library before waits no more

    def follow(self, *_: object) -> None:
        """Mark what waits of the open layer, and its documents, if the disk refuses it; else nothing."""
        found, flow = self._found(), self._window.flow
        if found != self._shown:
            self._show(found)
        documents = (
            frozenset(step.document for step in flow.saving.waiting) if flow.has_failed else frozenset()
        )
        if documents != self._documents:
            self._documents = documents
            self._window.place.documents.set_unsaved(documents)

    def show_anew(self) -> None:
        """Another document is shown: what was marked in the one before goes in any case."""
        self._show(self._found())

    def _show(self, found: NotSaved) -> None:
        self._shown = found
        place = self._window.place
        gone = [(span.start, span.end, span.label) for span in found.gone]
        place.article.set_unsaved(found.marked, gone)
        place.spans.set_unsaved(found.marked)
        place.bar.set_unsaved(found.is_status)

    def _found(self) -> NotSaved:
        flow = self._window.flow
        here = flow.workbench.document
        if here is None or not flow.has_failed:
            return ALL_SAVED
        layer = (here.document.uid, here.annotator.uid)
        return not_saved(step for step in flow.saving.waiting if (step.document, step.annotator) == layer)
