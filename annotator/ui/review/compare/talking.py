"""Comments on the current cluster: shown, written, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from annotator.model.outcome import Outcome
    from annotator.model.review import Cluster, Comment
    from annotator.ui.review.compare.deciding import Deciding
    from annotator.ui.review.compare.people import Names
    from annotator.ui.review.compare.thread import CommentThreads, Draft
    from annotator.ui.review.shared import Shared


class Talking(QObject):
    """Keeps the threads of the panel those of the current cluster."""

    def __init__(self, shared: Shared, deciding: Deciding, threads: CommentThreads) -> None:
        super().__init__(threads)
        self._shared, self._deciding, self._threads = shared, deciding, threads
        self._about: tuple[str, str] | None = None
        self._drafts: dict[tuple[str, str], Draft] = {}
        threads.written.connect(self._write)
        threads.resolve_wanted.connect(self._resolve)

    def show(self, names: Names) -> None:
        """Show what was said on the current cluster, by these names."""
        reviewed, cluster = self._deciding.reviewed, self._deciding.cluster
        self._turn_to(None if cluster is None else (cluster.document, cluster.uid))
        if reviewed is None or cluster is None:
            self._threads.show_comments(())
            return
        compared = {person.uid for person in reviewed.people}

        def name(comment: Comment) -> str:
            uid = comment.author.uid
            return names.name(uid) if uid in compared else comment.author.name

        could_resolve = self._threads.can_resolve
        self._threads.show_comments(on_cluster(reviewed.comments, cluster), name)
        if self._threads.can_resolve is not could_resolve:
            self._shared.acts_changed.emit()

    def _turn_to(self, about: tuple[str, str] | None) -> None:
        """Keep what was begun on one cluster for when the person is back; what another has comes up."""
        if about == self._about:
            return
        draft = self._threads.draft
        if self._about is not None:
            self._drafts.pop(self._about, None)
            if draft is not None:
                self._drafts[self._about] = draft
        self._about = about
        self._threads.take_draft(None if about is None else self._drafts.get(about))

    def _write(self, words: str, answered: str) -> None:
        cluster = self._deciding.cluster
        if cluster is None:
            return
        document, uid, start, end = cluster.document, cluster.uid, cluster.start, cluster.end
        failed = self._shared.failed.emit
        if answered:
            self._shared.desk.write(
                lambda library: library.comments.answer(answered, words), self._written, failed
            )
        else:
            self._shared.desk.write(
                lambda library: library.comments.add(document, words, cluster=uid, start=start, end=end),
                self._written,
                failed,
            )

    def _resolve(self, uid: str, resolved: bool) -> None:
        self._shared.desk.write(
            lambda library: library.comments.resolve(uid) if resolved else library.comments.reopen(uid),
            self._written,
            self._shared.failed.emit,
        )

    def _written(self, _outcome: Outcome[Comment]) -> None:
        self._deciding.reread()


def on_cluster(comments: tuple[Comment, ...], cluster: Cluster) -> list[Comment]:
    """The threads on a cluster, on a span of it, or on exactly its range, with their answers."""
    spans = {vote.span.uid for variant in cluster.variants for vote in variant.votes}
    here = {
        comment.uid
        for comment in comments
        if not comment.reply_to
        and (
            (comment.cluster and cluster.is_called(comment.cluster))
            or comment.span in spans
            or (comment.start, comment.end) == (cluster.start, cluster.end)
        )
    }
    return [comment for comment in comments if comment.uid in here or comment.reply_to in here]
