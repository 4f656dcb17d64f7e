"""The open document of the comparison, what is ruled on it, and the way to the library."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.messages import say
from annotator.model.document import Annotator, Status
from annotator.model.review import Premerge
from annotator.ui.review.compare.filter_row import fits
from annotator.ui.review.compare.ruled import put, with_ruling, without_ruling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from annotator.errors import AnnotatorError
    from annotator.model.outcome import Outcome
    from annotator.model.review import Cluster, ReviewedDocument, Ruling
    from annotator.model.rulings import Premerged
    from annotator.ui.review.shared import Shared

_UNNAMED = Annotator("", "")


class Deciding(QObject):
    """Keeps the document that is compared. A ruling is in force at once; the library follows.

    Signals:
        opened: another document is shown, or the same one was read anew.
        changed: a ruling came or went; uid of its cluster.
        failed: an `AnnotatorError`.
        said: a sentence on what was done quietly.
        ruled: uids of document and cluster: somebody ruled by hand, and the library has it.
        ended: there is no further open cluster in the direction that was asked for.
        wrapped: uid of the open cluster of this document to which the way through all others led back.
        finished: the document was finished; the uid of the next one with something to decide, or "", and how
            many differences are still open in the finished one.
    """

    opened = Signal()
    changed = Signal(str)
    failed = Signal(object)
    said = Signal(str)
    ruled = Signal(str, str)
    ended = Signal()
    wrapped = Signal(str)
    finished = Signal(str, int)

    def __init__(self, shared: Shared, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.reviewed: ReviewedDocument | None = None
        self.current: str | None = None
        self._waiting = 0
        self._is_stale = self._is_onward = False
        self._afterwards: Callable[[], None] | None = None
        self._asked: tuple[str, str] = ("", "")
        self._premerged: set[str] = set()
        self._done: list[tuple[str, str]] = []
        self.own_steps: set[int | None] = {None}

    # What is open

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter keeps clusters out."""
        return self._shared.chosen.is_narrow

    @property
    def cluster(self) -> Cluster | None:
        """The current cluster."""
        return self.named(self.current) if self.current else None

    def named(self, uid: str) -> Cluster | None:
        """The cluster that goes by a uid."""
        clusters = self.reviewed.clusters if self.reviewed else ()
        return next((each for each in clusters if each.is_called(uid)), None)

    @property
    def document(self) -> str | None:
        """Uid of the open document."""
        return self.reviewed.document.uid if self.reviewed else None

    @property
    def is_finished(self) -> bool:
        """Whether somebody said that the open document is finished."""
        return self.reviewed is not None and self.reviewed.gold_status is Status.DONE

    def open(self, document: str, cluster: str = "") -> None:
        """Read a document; the cluster becomes the current one, else the first that is open."""
        self._asked = (document, cluster)
        asked, annotators = self._asked, self._shared.chosen.annotators

        def arrived(reviewed: ReviewedDocument) -> None:
            if self._asked == asked:
                self._take(reviewed, cluster)

        self._shared.desk.read(
            lambda library: library.review.document(document, annotators), arrived, self.failed.emit
        )

    def close(self) -> None:
        """Compare nothing."""
        self._asked = ("", "")
        self.reviewed = self.current = None
        self.opened.emit()

    def reread(self, *, onward: bool = False) -> None:
        """Read the open document anew, as after a step made elsewhere; not before own ones are kept.

        `onward`: if the current cluster is settled by then, the next open one becomes the current one.
        """
        self._is_onward |= onward
        self._is_stale = self._waiting > 0
        if self.reviewed is not None and not self._waiting:
            self.open(self.reviewed.document.uid, self.current or "")

    def _take(self, reviewed: ReviewedDocument, cluster: str) -> None:
        self.reviewed = reviewed
        if not self._waiting:
            self._done = [place for place in self._done if self._still_stands(*place)]
        wanted = self.named(cluster) if cluster else None
        if wanted is not None and self._is_onward and not wanted.is_open_difference:
            wanted = self.neighbour(wanted, deferred=False) or self.neighbour(None, deferred=False) or wanted
        self._is_onward = False
        first = wanted or self.neighbour(None, deferred=False) or self.neighbour(None)
        first = first or next(iter(reviewed.clusters), None)
        self.current = first.uid if first is not None else None
        self.opened.emit()
        self._premerge()

    def _still_stands(self, document: str, cluster: str) -> bool:
        """Whether a ruling made here was not undone; of other documents nothing else is known."""
        found = self.named(cluster) if document == self.document else None
        return document != self.document or (found is not None and found.decision is not None)

    def open_first(self) -> None:
        """Open the first document of the corpus in which something is open."""
        corpus, chosen = self._shared.corpus, self._shared.chosen
        if corpus is None:
            return
        asked = self._asked

        def found(place: tuple[str, str] | None) -> None:
            if self._asked == asked and place is not None:
                self.open(*place)
            elif self._asked == asked:
                self.opened.emit()

        self._shared.desk.read(
            lambda library: library.review.next_open(corpus, None, None, chosen), found, self.failed.emit
        )

    # Going through

    def go_to(self, uid: str) -> None:
        """Make a cluster the current one."""
        self.current = uid

    def neighbour(
        self, of: Cluster | None, *, backwards: bool = False, deferred: bool = True
    ) -> Cluster | None:
        """The next open difference in the document that the filter lets through; from None: the first.

        Without `deferred` those that were put off are passed by.
        """
        clusters = list(self.reviewed.clusters) if self.reviewed else []
        if backwards:
            clusters.reverse()
        if of is not None:
            place = next((place for place, each in enumerate(clusters) if each.uid == of.uid), -1)
            clusters = clusters[place + 1 :]
        chosen = self._shared.chosen
        for each in clusters:
            if each.is_open_difference and (deferred or each.decision is None) and fits(each, chosen):
                return each
        return None

    def keep_to_filter(self) -> bool:
        """Turn from a cluster that the filter leaves out to the first one it lets through, or to none.

        Returns:
            Whether another one is the current one now.
        """
        before, chosen = self.cluster, self._shared.chosen
        if self.reviewed is None or (before is not None and fits(before, chosen)):
            return False
        fitting = (each for each in self.reviewed.clusters if fits(each, chosen))
        found = self.neighbour(None, deferred=False) or self.neighbour(None) or next(fitting, None)
        self.current = found.uid if found is not None else None
        return True

    def go_on_elsewhere(self, *, backwards: bool = False) -> None:
        """Look for the next open difference beyond the open document, and open its document."""
        corpus, document = self._shared.corpus, self.document
        if corpus is None or document is None:
            return
        if self._waiting:  # what was ruled just now must be there before what is open is looked for
            self._afterwards = partial(self.go_on_elsewhere, backwards=backwards)
            return
        chosen, current = self._shared.chosen, self.current

        def found(place: tuple[str, str] | None) -> None:
            if place is None:
                self.ended.emit()
            elif place[0] != self.document:
                self.open(*place)
            elif (cluster := self.named(place[1])) is not None:
                self.wrapped.emit(cluster.uid)

        self._shared.desk.read(
            lambda library: library.review.next_open(corpus, document, current, chosen, backwards=backwards),
            found,
            self.failed.emit,
        )

    # Ruling

    def rule(self, ruling: Ruling) -> None:
        """Put a ruling in force."""
        if self.reviewed is None:
            return
        self.reviewed = with_ruling(self.reviewed, ruling, _UNNAMED)
        self._done.append((ruling.document, ruling.cluster))
        self.changed.emit(ruling.cluster)
        self._write(lambda library: library.review.decide(ruling), self._decided)

    def take_back(self, cluster: Cluster) -> None:
        """Take the ruling on a cluster back."""
        if self.reviewed is None or cluster.decision is None:
            return
        uid, document = cluster.uid, cluster.document
        behind = self._behind(cluster) if cluster.is_gone else cluster
        self.reviewed = without_ruling(self.reviewed, uid)
        self.current = behind.uid if behind is not None else None
        self._done = [each for each in self._done if each != (document, uid)]
        self.changed.emit(uid)
        self._write(lambda library: library.review.take_back(uid, document), self._decided)

    def restore(self, cluster: Cluster, version: str) -> None:
        """Rule as a step once did (`PastRuling.step`); shown when the library has it."""
        uid, document = cluster.uid, cluster.document
        self._write(
            lambda library: library.review.restore(document, uid, version), lambda _outcome: self.reread()
        )

    def _behind(self, cluster: Cluster) -> Cluster | None:
        """The cluster after one in the text, at the end the one before."""
        clusters = list(self.reviewed.clusters) if self.reviewed else []
        place = next((place for place, each in enumerate(clusters) if each.uid == cluster.uid), 0)
        others = [*clusters[place + 1 :], *clusters[:place][-1:]]
        return others[0] if others else None

    @property
    def last_ruled(self) -> tuple[str, str] | None:
        """Document and cluster on which somebody ruled here last, and did not take it back."""
        return self._done[-1] if self._done else None

    def rule_all(self, rulings: Sequence[Ruling]) -> None:
        """Put several rulings in force as one step."""
        if self.reviewed is None or not rulings:
            return
        for ruling in rulings:
            self.reviewed = with_ruling(self.reviewed, ruling, _UNNAMED)
        self.changed.emit("")
        summary = say(
            "{count} difference decided as most have it|{count} differences decided as most have them",
            count=len(rulings),
        )
        self._write(lambda library: library.review.decide_many(rulings, summary), lambda _outcome: None)

    def finish(self) -> None:
        """Say that the document is finished, and look for the next one with something to decide."""
        document, corpus, chosen = self.document, self._shared.corpus, self._shared.chosen
        if document is None or corpus is None or self.reviewed is None:
            return
        self.reviewed = replace(self.reviewed, gold_status=Status.DONE)

        def done(outcome: Outcome[Premerged]) -> None:
            still_open = outcome.value.open

            def gone_on(place: tuple[str, str] | None) -> None:
                self.finished.emit("" if place is None else place[0], still_open)

            self._shared.desk.read(
                lambda library: library.review.next_open(corpus, document, None, chosen),
                gone_on,
                self.failed.emit,
            )

        self._write(lambda library: library.review.finish(document), done)

    def reopen(self) -> None:
        """Say that the document is not finished after all."""
        document = self.document
        if document is None or self.reviewed is None or not self.is_finished:
            return
        self.reviewed = replace(self.reviewed, gold_status=Status.IN_PROGRESS)
        self.changed.emit("")
        self._write(
            lambda library: library.review.reopen(document),
            lambda _outcome: self.said.emit(self.tr("Open again. Ctrl+Z takes that back.")),
        )

    def _premerge(self) -> None:
        """Take into gold what all agree on, once for a document as long as the window is open."""
        reviewed = self.reviewed
        if reviewed is None or not self._shared.is_writable:
            return
        document = reviewed.document.uid
        waiting = any(each.is_unanimous and each.decision is None for each in reviewed.clusters)
        if document in self._premerged or not waiting or len(reviewed.people) < 2:
            return
        self._premerged.add(document)

        def done(outcome: Outcome[Premerged]) -> None:
            self.reread()
            count = outcome.value.clusters
            if count:
                words = self.tr("%n on which all agree went into gold.", "", count)
                self.said.emit(f"{words} {self._how_taken_back()}")

        self._write(lambda library: library.review.premerge([document], Premerge.UNANIMOUS), done)

    def _how_taken_back(self) -> str:
        if self._done:
            return self.tr("Ctrl+Z takes back your last decision first, then this.")
        return self.tr("Ctrl+Z takes that back.")

    def _decided(self, outcome: Outcome[Cluster]) -> None:
        """Take the cluster as the library has it."""
        cluster = outcome.value
        if self.reviewed is not None and self.reviewed.document.uid == cluster.document:
            self.reviewed = replace(self.reviewed, clusters=put(self.reviewed.clusters, cluster))
        if cluster.decision is not None:
            self.ruled.emit(cluster.document, cluster.uid)

    def _write(self, task: Any, done: Any) -> None:
        self._waiting += 1

        def written(outcome: Outcome[Any]) -> None:
            self._waiting -= 1
            self.own_steps.add(outcome.step)
            done(outcome)
            if self._is_stale:
                self.reread()
            afterwards = self._afterwards
            if afterwards is not None and not self._waiting:
                self._afterwards = None
                afterwards()

        def refused(error: AnnotatorError) -> None:
            self._waiting -= 1
            self.failed.emit(error)
            self.reread()

        self._shared.desk.write(task, written, refused)
