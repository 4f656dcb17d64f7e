"""Brings into the open document what a bulk step changed in it, without opening it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import UserError
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged

if TYPE_CHECKING:
    from annotator.model.changes import Change, LayerState
    from annotator.model.listing import OpenDocument
    from annotator.ui.main_window import MainWindow


class CatchingUp(QObject):
    """Reads the open document's layer again and shows what differs."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def catch_up(self) -> None:
        """Show what the library has now; caret, selection and scroll stay."""
        flow = self._window.flow
        here = flow.workbench.document
        if here is None:
            return
        uid, owner = here.document.uid, here.annotator.uid
        meanwhile = flow.saving.reading(uid)

        def arrived(opened: OpenDocument) -> None:
            meanwhile.catch_up(opened)
            self._show(here, opened)

        flow.desk.read(
            lambda library: library.documents.open(uid, owner, meanwhile.uids), arrived, flow.tell_failure
        )

    def _show(self, here: OpenDocument, opened: OpenDocument) -> None:
        window = self._window
        if window.flow.workbench.document is not here:
            return
        changes = differences(window.place.session.state, opened.state)
        if not changes:
            return
        try:
            window.place.session.apply_external(changes)
        except UserError:  # the two cannot be brought together step by step: it is shown as it is there
            window.flow.workbench.open_document(here.document.uid, window.flow.place())
        else:
            window.place.take_changes(changes)


def differences(shown: LayerState, read: LayerState) -> tuple[Change, ...]:
    """The changes that make `read` of `shown`; removals come first, so that none is in the way."""
    before = {span.uid: span for span in shown.spans()}
    after = {span.uid: span for span in read.spans()}
    changes: list[Change] = [SpanRemoved(span) for uid, span in before.items() if uid not in after]
    for uid, span in after.items():
        if uid not in before:
            changes.append(SpanAdded(span))
        elif before[uid] != span:
            changes.append(SpanReplaced(before[uid], span))
    if shown.status is not read.status:
        changes.append(StatusChanged(shown.status, read.status))
    return tuple(changes)
