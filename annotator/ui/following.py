"""What the window shows follows the library: each committed step, and steps taken back or made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import UserError
from annotator.model.outcome import Touched
from annotator.ui.everywhere.catching_up import CatchingUp
from annotator.ui.i18n import sentence
from annotator.ui.keymap import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.changes import Change
    from annotator.model.listing import LabelCount, OpenDocument
    from annotator.model.outcome import Outcome, StepInfo, Undone
    from annotator.ui.main_window import MainWindow
    from annotator.ui.meanwhile import Unsaved
    from annotator.ui.window_flow import WindowFlow


class Following(QObject):
    """Brings what was committed into lists, pages and the open document."""

    def __init__(self, flow: WindowFlow, window: MainWindow) -> None:
        super().__init__(flow)
        self._flow = flow
        self._window = window
        self._workbench = flow.workbench
        window.library_desk.changed.connect(self._take_outcome)
        flow.saving.completed.connect(self._take_added)
        flow.saving.missed.connect(self._take_missed)
        flow.undoing.announced.connect(self._announce)
        flow.undoing.undone.connect(self._undone)
        flow.undoing.nothing_left.connect(self._nothing_left)
        flow.saving.kept.connect(self._take_from_elsewhere)
        window.windows.undone.connect(self._undone_elsewhere)
        self._catching_up = CatchingUp(window, self)

    def _take_outcome(self, outcome: Outcome[object]) -> None:
        window = self._window
        if outcome.step is not None:
            self._flow.telling.something_done()
        if outcome.touched & Touched.PEOPLE and outcome.step is None:
            self._workbench.forget_layers()  # somebody else is at the desk: their layers open first
        if not outcome.touched & Touched.CORPORA:
            window.place.documents.refresh(outcome)
        if _is_bulk(outcome) or window.windows.is_elsewhere(window):
            self._catch_up(outcome)
        self._refresh_page(outcome)
        if outcome.touched & Touched.CORPORA:
            self._workbench.refresh_corpora(lambda: self._corpora_changed(outcome))
        elif outcome.touched & Touched.WHOLESALE and self._workbench.document is not None:
            self._workbench.look_after_document(reread=self._flow.place())
        elif outcome.touched & Touched.WHOLESALE:
            self._refresh_labels()
        elif outcome.touched & Touched.LABELS and not outcome.touched & Touched.SPANS:
            self._refresh_labels()  # labelling moves the labels' counts, never the labels

    def _refresh_page(self, outcome: Outcome[object]) -> None:
        window = self._window
        if outcome.touched & Touched.DOCUMENTS and self._flow.open_document_uid in outcome.documents:
            self._workbench.look_after_title()
        if window.page == "label_set":
            window.late.label_set.refresh(outcome)
        if window.page == "corpora":
            window.late.corpora.refresh(outcome)
        if window.page == "export" and outcome.touched & Touched.CORPORA:
            window.late.export_page.refresh()

    def _catch_up(self, outcome: Outcome[object]) -> None:
        """Show what a step did to the open document that is no labelling, or was made in another window."""
        here = self._flow.open_document_uid
        is_here = here is not None and (not outcome.documents or here in outcome.documents)
        if is_here and outcome.step is not None and not self._flow.saving.is_shown(outcome.step):
            self._catching_up.catch_up()

    def _take_from_elsewhere(self, step: Unsaved, by: QObject | None) -> None:
        """A step of labelling was made in another window: show it at once, before it is on the disk."""
        here = self._workbench.document
        if by is self._window or here is None:
            return
        if (here.document.uid, here.annotator.uid) == (step.document, step.annotator):
            self._show(step.changes)

    def _undone_elsewhere(self, undone: Undone, by: QObject) -> None:
        here = self._workbench.document
        if by is self._window or here is None or not undone.changes:
            return
        if (here.document.uid, here.annotator.uid) == (undone.document, undone.annotator):
            self._show_made(here, undone.changes, undone.made)

    def _corpora_changed(self, outcome: Outcome[object]) -> None:
        """Nothing is asked of a corpus that is gone."""
        self._flow.name_corpus()
        if self._workbench.is_corpus_there:
            self._window.place.documents.refresh(outcome)
            self._workbench.look_after_document()
            if outcome.touched & Touched.LABELS:
                self._refresh_labels()

    def _refresh_labels(self) -> None:
        if self._workbench.corpus is None:
            return
        corpus = self._workbench.corpus.uid

        def arrived(counts: list[LabelCount]) -> None:
            labels = [count.label for count in counts]
            self._window.place.set_labels(labels)
            self._window.label_actions.set_labels(labels)
            self._window.menus.show_labels(self._window.label_actions.actions)
            self._window.refresh()

        self._flow.desk.read(lambda library: library.labels.list(corpus), arrived, self._flow.tell_failure)

    def _take_added(self, step: Unsaved, changes: Sequence[Change]) -> None:
        here = self._workbench.document
        if here is None or (here.document.uid, here.annotator.uid) != (step.document, step.annotator):
            return
        self._show_made(here, changes, step.made or 0)

    def _take_missed(self, step: Unsaved) -> None:
        """What is shown lacks a step that the library made: show the document as it is there."""
        if self._flow.open_document_uid == step.document:
            self._workbench.look_after_document(reread=self._flow.place())

    def _show_made(self, here: OpenDocument, changes: Sequence[Change], made: int) -> None:
        """Show in the open document what the library did in the step of that number."""
        if made > here.step:  # else it was read with the document
            self._show(changes)

    def _show(self, changes: Sequence[Change]) -> None:
        try:
            self._window.place.session.apply_external(changes)
        except UserError:  # the person went on meanwhile; what of that cannot stay is told when it arrives
            self._workbench.open_document(self._flow.open_document_uid or "", self._flow.place())
        else:
            self._window.place.take_changes(changes)

    def _announce(self, step: StepInfo, redo: bool) -> None:
        words = (
            spoken(self.tr("Press Ctrl Shift Z once more to redo: %1"), "edit.redo")
            if redo
            else spoken(self.tr("Press Ctrl Z once more to undo: %1"), "edit.undo")
        )
        self._flow.telling.tell(words.replace("%1", sentence(step.summary)))

    def _nothing_left(self, redo: bool) -> None:
        self._flow.telling.tell(
            self.tr("There is nothing to redo.") if redo else self.tr("There is nothing to undo.")
        )

    def _undone(self, undone: Undone, redo: bool) -> None:
        words = self.tr("Redone: %1") if redo else self.tr("Undone: %1")
        self._flow.telling.tell(words.replace("%1", sentence(undone.step.summary)))
        self._flow.saving.take_undone(undone)
        self._window.windows.undone.emit(undone, self._window)
        here = self._workbench.document
        is_here = here is not None and here.document.uid == undone.document
        if here is not None and is_here and undone.changes and undone.annotator == here.annotator.uid:
            self._show_made(here, undone.changes, undone.made)
            return
        if self._window.page == "review":
            self._window.review.show_undone(undone)
            if here is not None and undone.document in (None, here.document.uid):
                self._workbench.look_after_document(reread=self._flow.place())
            return
        if self._went_on_from(undone):
            return
        if undone.document is not None and undone.annotator is not None:
            self._workbench.turn_to_layer(undone.document, undone.annotator)
        self._flow.goes_to = undone.document
        self._workbench.refresh_corpora(lambda: self._follow(undone.document))

    def _went_on_from(self, undone: Undone) -> bool:
        """Whether the step was one of the document open at the wish, and the person has left that since."""
        here = self._flow.open_document_uid
        return undone.document is not None and undone.document == self._flow.undoing.asked_in != here

    def _follow(self, document: str | None) -> None:
        """A step that was no labelling of the open document changed: what is open is looked at anew."""
        if self._workbench.document is None and document is None:
            corpus = self._workbench.corpus
            self._workbench.open_corpus(corpus.uid if corpus else None)
        else:
            self._workbench.look_after_document(document, reread=self._flow.place())


def _is_bulk(outcome: Outcome[object]) -> bool:
    """Whether spans or statuses changed, and nothing has the open document read anew for it anyway."""
    told = outcome.touched
    return bool(told & Touched.SPANS) and not told & (Touched.WHOLESALE | Touched.CORPORA)
