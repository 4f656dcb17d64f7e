"""What all pages of Review have in common: the corpus, what is gone through, whether names are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.review import ReviewFilter

if TYPE_CHECKING:
    from annotator.ui.desk import Desk


class Shared(QObject):
    """One for each window; every page of Review gets it when it is made.

    Attributes:
        desk: the way to the library.
        corpus: uid of the corpus that is reviewed, or None.
        is_writable: whether anything can be decided.
        names_shown: whether people are called by their names; else by `model.review.blind_names`.
        chosen: which clusters are gone through.

    Signals:
        names_changed: `names_shown` is another one now.
        filter_changed: `chosen` is another one now.
        acts_changed: the page in front answers other acts than before, or has other hints.
        said: a sentence on what was done, for the status line.
        failed: an `AnnotatorError` that has no place on the page.
        document_wanted: uid of a document, and of a cluster in it or "": to be opened in Compare.
        tab_wanted: id of a tab to go to.
        changed: the `Outcome` of any committed write, whether Review is in front or not; a page that keeps
            what it read may note what of it is out of date.
        job_told: name of a long work, and the `JobWords` the status line tells of it; None at its end.
    """

    names_changed = Signal()
    filter_changed = Signal()
    acts_changed = Signal()
    said = Signal(str)
    failed = Signal(object)
    document_wanted = Signal(str, str)
    tab_wanted = Signal(str)
    changed = Signal(object)
    job_told = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.corpus: str | None = None
        self.is_writable = True
        self.names_shown = True
        self.chosen = ReviewFilter()

    def show_names(self, shown: bool) -> None:
        """Call people by their names from now on, or by letters."""
        if shown != self.names_shown:
            self.names_shown = shown
            self.names_changed.emit()

    def choose(self, chosen: ReviewFilter) -> None:
        """Go through these clusters from now on."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.filter_changed.emit()
