"""Use-cases of review: compare what several annotators marked, rule on it, finish documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.model.review import Premerge, ReviewedDocument, ReviewFilter
from annotator.services.lookup import corpus_key, document_key
from annotator.services.review import deciding, figuring, listing, past, premerging, walking
from annotator.services.review.comments import threaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.formats.base import Progress
    from annotator.messages import Message
    from annotator.model.label import Label
    from annotator.model.outcome import Outcome
    from annotator.model.overview import ReviewOverview, RowFigures
    from annotator.model.review import Cluster, Ruling
    from annotator.model.rulings import Alike, AlikeFound, Decided, ListedCluster, PastRuling, Premerged
    from annotator.storage.store import Store


_ALL: Final = ReviewFilter()


class Review:
    """Review in a library.

    People are annotators of the kinds person and source; their living layers are compared, gold and machines
    have no vote. A document enters when at least two people have a layer on it. What a reviewer rules on a
    cluster is a record of its own (`Decision`) and makes the gold layer what it is.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._figuring = figuring.Figuring(store)
        self._in_writer: premerging.InWriter = premerging.at_once

    def serve_window(self, in_writer: premerging.InWriter) -> None:
        """From now on `premerge_beside` and `close_beside`, called elsewhere, write through `in_writer`."""
        self._in_writer = in_writer

    def overview(self, corpus: str) -> ReviewOverview:
        """The matrix of a corpus: documents by people, without what needs clusters.

        Raises:
            UserError: there is no such corpus.
        """
        return figuring.overview(self._store, corpus)

    def figures_of(self, documents: Sequence[str], annotators: Sequence[str] = ()) -> dict[str, RowFigures]:
        """What the clusters of these documents say, by document uid; those in the bin are left out.

        What was counted is kept until a layer or a decision of the document changes.

        Args:
            documents: uids; of many some hundred at a time.
            annotators: uids or names of those compared; () for all people.

        Raises:
            UserError: one of the annotators is not there.
        """
        return self._figuring.of(documents, annotators)

    def known_figures(
        self, documents: Sequence[str], annotators: Sequence[str] = ()
    ) -> dict[str, RowFigures]:
        """What `figures_of` would give without counting anything: those that are known and still true."""
        return self._figuring.known(documents, annotators)

    def learn(self, figures: Mapping[str, RowFigures], annotators: Sequence[str], step: int) -> None:
        """Keep figures that a process apart counted, if they are still true.

        Args:
            figures: by document uid.
            annotators: as `figures_of` was given them.
            step: number of the newest step before they were counted.
        """
        self._figuring.learn(figures, annotators, step)

    def clusters(self, corpus: str, annotators: Sequence[str] = ()) -> Iterator[ListedCluster]:
        """Every cluster of every compared document, in import and reading order, agreeing ones too.

        Raises:
            UserError: there is no such corpus or annotator.
        """
        return listing.clusters(self._store, corpus, annotators)

    def listed(self, cluster: Cluster) -> ListedCluster:
        """A cluster of a living document with its words."""
        with self._store.reading() as view:
            text = view.documents.text(document_key(view, cluster.document))
            return listing.listed(cluster, text)

    def decisions(self, corpus: str) -> dict[str, int]:
        """How many decisions stand on each document (uid) of a corpus that has any.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return view.decisions.by_document(corpus_key(view, corpus))

    def labels(self, corpus: str) -> dict[str, Label]:
        """The label set of a corpus by uid, in its order, and behind it the labels that are inactive.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return view.labels.told(corpus_key(view, corpus))

    def home(self, cluster: str) -> str:
        """Uid of the document that a cluster is on.

        Raises:
            UserError: no living document has such a cluster (any more).
        """
        return listing.home(self._store, cluster)

    def next_open(
        self,
        corpus: str,
        document: str | None,
        cluster: str | None,
        chosen: ReviewFilter = _ALL,
        *,
        backwards: bool = False,
        check: Callable[[], None] = walking.unchecked,
    ) -> tuple[str, str] | None:
        """(document uid, cluster uid) of the next cluster that fits, from the top again at the end.

        The document one is in comes first, then the others in import order but for those that are finished
        or on which somebody's spans are still to come (`OverviewRow.is_waiting`).

        Args:
            corpus: uid.
            document: uid of the document one is in, None to begin at the first.
            cluster: uid of the cluster one is at; None for the first of the document, and, where that is
                finished, of the next one.
            chosen: which clusters; open differences unless it says otherwise.
            backwards: the other way.
            check: called now and then; what it raises ends the search.

        Raises:
            UserError: there is no such corpus, document or annotator.
        """
        return walking.next_open(
            self._store,
            self._figuring,
            corpus,
            document,
            cluster,
            chosen,
            backwards=backwards,
            check=check,
        )

    def alike(
        self,
        document: str,
        cluster: str,
        annotators: Sequence[str] = (),
        check: Callable[[], None] = walking.unchecked,
    ) -> AlikeFound:
        """Other open clusters of the corpus in which the same people mark the same words in the same way.

        Those of the same document come first; the cluster itself may have been ruled on. Other documents on
        which somebody's spans are still to come (`OverviewRow.is_waiting`) are only counted.

        Args:
            document: uid.
            cluster: uid.
            annotators: uids or names of those compared; () for all people.
            check: called now and then; what it raises ends the search.

        Raises:
            UserError: there is no such document or cluster.
        """
        return walking.alike(self._store, document, cluster, annotators, check)

    def history(self, document: str, cluster: str | None = None) -> list[PastRuling]:
        """What was ruled on a cluster, or on all of a document, by whom and when; the newest first.

        Raises:
            UserError: there is no such document or cluster.
        """
        return past.history(self._store, document, cluster)

    def restore(
        self, document: str, cluster: str, version: str, reviewer: str | None = None
    ) -> Outcome[Cluster]:
        """Rule again as a version of the decision on a cluster said, or take back what it took back.

        Args:
            document: uid.
            cluster: uid.
            version: uid of the step (`PastRuling.step`).
            reviewer: uid of who does it; whoever is at the desk unless given.

        Raises:
            UserError: there is no such version, or it cannot be so any more.
            EnvironmentProblem: it could not be saved.
        """
        return past.restore(self._store, document, cluster, version, reviewer)

    def document(self, uid: str, annotators: Sequence[str] = ()) -> ReviewedDocument:
        """All that the comparison of one document shows.

        Args:
            uid: of the document.
            annotators: uids or names of those compared; () for all people.

        Raises:
            UserError: there is no such document or annotator, or the document lies in the bin.
        """
        with self._store.reading() as view:
            examined = deciding.examine(view, uid, annotators)
            document = view.documents.get(examined.key)
            return ReviewedDocument(
                document,
                view.labels.told(corpus_key(view, document.corpus)),
                examined.people,
                examined.layers,
                examined.clusters,
                examined.gold,
                examined.gold_status,
                threaded(view.comments.of_document(document_key(view, uid))),
                view.steps.newest(),
            )

    def decide(
        self, ruling: Ruling, reviewer: str | None = None, step_uid: str | None = None
    ) -> Outcome[Cluster]:
        """Record a ruling on one cluster as one step "decide", and make gold what it says.

        An earlier decision on the cluster is replaced, with the gold that came of it. Gold comes into being
        with the first ruling that is no delay. Whether what is taken was edited is seen from `takes`,
        whichever of the two verdicts the ruling says.

        Args:
            ruling: the cluster may be named by its uid, an alias, or the uid it had before it grew.
            reviewer: uid of who rules; whoever is at the desk unless given.
            step_uid: uid for the step, which is made once however often it is sent.

        Returns:
            The cluster with its decision.

        Raises:
            UserError: there is no such document or cluster (any more), or the ruling cannot be.
            EnvironmentProblem: it could not be saved.
        """
        return deciding.decide(self._store, ruling, reviewer, step_uid)

    def take_back(self, cluster: str, document: str, reviewer: str | None = None) -> Outcome[Cluster]:
        """Remove what was ruled on a cluster, and the gold that came of it: it is open again.

        Args:
            cluster: uid.
            document: uid.
            reviewer: uid of who does it; whoever is at the desk unless given.

        Raises:
            UserError: there is no such cluster, or nobody ruled on it.
        """
        return deciding.take_back(self._store, cluster, document, reviewer)

    def decide_many(
        self,
        rulings: Sequence[Ruling],
        summary: Message,
        reviewer: str | None = None,
        *,
        only_open: bool = True,
    ) -> Outcome[Decided]:
        """Record many rulings, of one corpus, as one step.

        A cluster that is no longer there, or (with `only_open`) that somebody has ruled on, is left and
        counted.

        Args:
            rulings: at most one a cluster; their `source` says by which rule they came.
            summary: what the history says.
            reviewer: uid of who rules; whoever is at the desk unless given.
            only_open: leave what has a verdict other than "put off".

        Raises:
            UserError: a ruling cannot be; nothing was changed.
            EnvironmentProblem: it could not be saved.
        """
        return deciding.decide_many(self._store, rulings, summary, reviewer, only_open=only_open)

    def decide_alike(
        self, ruling: Ruling, start: int, others: Sequence[Alike], reviewer: str | None = None
    ) -> Outcome[Decided]:
        """Rule on clusters that are alike as on one of them, as one step.

        Args:
            ruling: as it was made on one of them.
            start: code point at which that one begins (`Cluster.start`).
            others: as `alike` gave them; what changed or was ruled on since is left and counted.
            reviewer: uid of who rules; whoever is at the desk unless given.

        Raises:
            UserError: the ruling cannot be; nothing was changed.
            EnvironmentProblem: it could not be saved.
        """
        rulings = walking.rulings_alike(ruling, start, others)
        return self.decide_many(rulings, walking.said_of_alike(others), reviewer)

    def premerge(
        self,
        where: str | Sequence[str],
        how: Premerge = Premerge.UNANIMOUS,
        reviewer: str | None = None,
        progress: Progress = premerging.unwatched,
    ) -> Outcome[Premerged]:
        """Take into gold what all agree on, or what most agree on, as one step.

        A cluster that has a verdict, whichever, is never touched; nor is one whose label is not in the label
        set.

        Args:
            where: uid of a corpus, or uids of documents of one corpus.
            how: a majority is taken only when it is asked for; it takes what is unanimous too.
            reviewer: uid of who does it; whoever is at the desk unless given.
            progress: called with documents done and all; what it raises takes everything back.

        Raises:
            UserError: there is no such corpus or document.
            EnvironmentProblem: it could not be saved.
        """
        return premerging.premerge(self._store, where, how, reviewer, progress=progress)

    def close_agreeing(
        self,
        where: str | Sequence[str],
        reviewer: str | None = None,
        progress: Progress = premerging.unwatched,
    ) -> Outcome[Premerged]:
        """Take into gold what all agree on, and finish every document without open difference: one step.

        A document on which somebody's spans are still to come (`OverviewRow.is_waiting`) is not finished.

        Args:
            where: uid of a corpus, or uids of documents of one corpus.
            reviewer: uid of who does it; whoever is at the desk unless given.
            progress: called with documents done and all; what it raises takes everything back.

        Raises:
            UserError: there is no such corpus or document.
            EnvironmentProblem: it could not be saved.
        """
        unanimous = Premerge.UNANIMOUS
        return premerging.premerge(self._store, where, unanimous, reviewer, finishes=True, progress=progress)

    def premerge_beside(
        self,
        where: str | Sequence[str],
        how: Premerge = Premerge.UNANIMOUS,
        progress: Progress = premerging.unwatched,
    ) -> Outcome[Premerged]:
        """As `premerge`, for a job of the window: it is worked out here, and the writer only writes it.

        What somebody changed meanwhile is worked out anew, document by document, before it is written.

        Raises:
            UserError: there is no such corpus or document.
            EnvironmentProblem: it could not be saved.
            Cancelled: from `progress`; nothing was kept.
        """
        return premerging.premerge_beside(self._store, self._in_writer, where, how, progress=progress)

    def close_beside(
        self, where: str | Sequence[str], progress: Progress = premerging.unwatched
    ) -> Outcome[Premerged]:
        """As `close_agreeing`, for a job of the window; see `premerge_beside`."""
        return premerging.premerge_beside(
            self._store, self._in_writer, where, Premerge.UNANIMOUS, finishes=True, progress=progress
        )

    def finish(self, document: str, reviewer: str | None = None) -> Outcome[Premerged]:
        """Say that the gold of a document is finished; what all agree on goes into it in the same step.

        Differences that are still open are no hindrance: `Premerged.open` says how many there are.

        Raises:
            UserError: there is no such document, or neither two layers nor gold are on it.
            EnvironmentProblem: it could not be saved.
        """
        return premerging.finish(self._store, document, reviewer)

    def reopen(self, document: str, reviewer: str | None = None) -> Outcome[None]:
        """Say that the gold of a document is not finished; nothing is done where it is not.

        Raises:
            UserError: there is no such document.
            EnvironmentProblem: it could not be saved.
        """
        return premerging.reopen(self._store, document, reviewer)
