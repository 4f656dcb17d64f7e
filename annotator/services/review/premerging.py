"""What goes into gold without a look at each cluster, and finishing documents: one transaction, one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.outcome import Outcome, Touched
from annotator.model.review import GoldRange, Premerge, Ruling, Verdict
from annotator.model.rulings import Premerged
from annotator.services.backups import MANY, Backups
from annotator.services.lookup import corpus_key, document_key
from annotator.services.review.deciding import examine, reviewer_key
from annotator.services.review.gold import GoldWriting, gold_owner
from annotator.services.review.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Progress
    from annotator.messages import Message
    from annotator.model.review import Cluster, Variant
    from annotator.services.review.joining import Joined
    from annotator.services.review.reading import Examined
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

PREMERGE: Final = "premerge"
CLOSE: Final = "review.close"
FINISH: Final = "review.finish"
REOPEN: Final = "review.reopen"
"""Kinds of steps."""

_TOUCHED: Final = Touched.SPANS | Touched.REVIEW
_NAMED: Final = 100


def unwatched(*_: int) -> None:
    """Nobody wants to see or stop it."""


@dataclass(slots=True)
class _Pass:
    """One pass over documents, within a running unit of work.

    Attributes:
        how: which clusters are taken.
        finishes: whether documents without open differences become finished.
    """

    unit: UnitOfWork
    corpus_key: int
    writing: GoldWriting
    step: int
    how: Premerge
    finishes: bool
    clusters: int = 0
    finished: int = 0
    open: int = 0

    def run(self, keys: Sequence[int], progress: Progress) -> list[str]:
        """Go through the documents; uids of those in which anything changed."""
        changed: list[str] = []
        seen = 0
        for piece in Reader(self.unit, self.corpus_key).pieces(keys):
            compared = [each for each in piece if len(each.people) > 1]
            self.writing.begin(compared)
            taken = {each.key: self._take(each) for each in compared}
            self.writing.write(self.step)
            left = {each.key: _open(each.clusters) - _open(taken[each.key]) for each in compared}
            ready = [each.key for each in compared if not left[each.key] and not each.is_waiting]
            closed = self._finish(ready)
            changed += [each.uid for each in compared if each.key in closed or taken[each.key]]
            self.clusters += sum(map(len, taken.values()))
            self.open += sum(left.values())
            seen += len(piece)
            progress(seen, len(keys))
        return changed

    def _take(self, examined: Examined) -> list[Cluster]:
        """Take what qualifies; the clusters."""
        found = list(self._qualifying(examined))
        for joined, variant in found:
            self.writing.rule(joined, _ruling(joined.cluster, variant))
        return [joined.cluster for joined, _ in found]

    def _qualifying(self, examined: Examined) -> Iterator[tuple[Joined, Variant]]:
        """Clusters without any verdict that are taken, with the variant that is."""
        for joined in examined.joined:
            cluster = joined.cluster
            place = 0 if cluster.is_unanimous else None
            if self.how is Premerge.MAJORITY:
                place = cluster.majority
            if joined.decisions or place is None:
                continue
            if self.writing.knows(cluster.variants[place].label):
                yield joined, cluster.variants[place]

    def _finish(self, keys: Sequence[int]) -> set[int]:
        """Finish these documents; those that were not finished yet."""
        if not self.finishes or not keys:
            return set()
        owner = gold_owner(self.unit, self.step)
        known = self.unit.many.layers(keys, owner)
        fresh = [key for key in keys if known.get(key, (0, None))[1] is not Status.DONE]
        self.finished += self.unit.many.set_statuses(fresh, owner, Status.DONE, self.step)
        return set(fresh)


def _open(clusters: Sequence[Cluster]) -> int:
    return sum(cluster.is_open_difference for cluster in clusters)


def _ruling(cluster: Cluster, variant: Variant) -> Ruling:
    how = Premerge.UNANIMOUS if cluster.is_unanimous else Premerge.MAJORITY
    taken = GoldRange(variant.start, variant.end, variant.label, parts=variant.parts)
    return Ruling(cluster.document, cluster.uid, Verdict.TAKE, (taken,), source=f"premerge:{how.value}")


def premerge(
    store: Store,
    where: str | Sequence[str],
    how: Premerge,
    reviewer: str | None = None,
    *,
    finishes: bool = False,
    progress: Progress = unwatched,
) -> Outcome[Premerged]:
    """Take what qualifies; see `Review.premerge` and `Review.close_agreeing`."""
    with store.reading() as view:
        home, keys = _documents(view, where)
    warnings = Backups(store).before_bulk() if len(keys) >= MANY else ()
    with store.saving() as unit:
        who = reviewer_key(unit, reviewer)
        kind = CLOSE if finishes else PREMERGE
        step = unit.step(kind, _PREMERGED, actor=who, corpus_key=home)
        run = _Pass(unit, home, GoldWriting(unit, home, who), step, how, finishes)
        changed = run.run(keys, progress)
        done = Premerged(run.clusters, len(changed), run.finished, run.open)
        if not changed:
            return Outcome(done)  # the step that was begun is not kept
        alone = changed[0] if len(changed) == 1 else None
        unit.steps.describe(step, _summary(done, finishes=finishes), home, alone)
        unit.commit()
    return Outcome(done, _TOUCHED, tuple(changed) if len(changed) <= _NAMED else (), step, warnings)


def finish(store: Store, document: str, reviewer: str | None = None) -> Outcome[Premerged]:
    """Finish one document; see `Review.finish`."""
    with store.saving() as unit:
        examined = examine(unit, document)
        home = unit.documents.version(examined.key).corpus
        if len(examined.people) < 2 and examined.gold_status is None:
            raise UserError(
                say(
                    "“{title}” cannot be finished: fewer than two people have looked at it, and there is no "
                    "gold in it.",
                    title=examined.title,
                )
            )
        who = reviewer_key(unit, reviewer)
        summary = say("Review of “{title}” finished", title=examined.title)
        step = unit.step(FINISH, summary, actor=who, corpus_key=home, document=examined.uid)
        run = _Pass(unit, home, GoldWriting(unit, home, who), step, Premerge.UNANIMOUS, finishes=False)
        run.run([examined.key], unwatched)
        finished = unit.many.set_statuses([examined.key], gold_owner(unit, step), Status.DONE, step)
        done = Premerged(run.clusters, 1, finished, run.open)
        if not finished and not run.clusters:
            return Outcome(done)
        unit.commit()
    return Outcome(done, _TOUCHED, (examined.uid,), step)


def reopen(store: Store, document: str, reviewer: str | None = None) -> Outcome[None]:
    """Open a finished document again; see `Review.reopen`."""
    with store.saving() as unit:
        examined = examine(unit, document)
        if examined.gold_status is not Status.DONE:
            return Outcome(None)
        who = reviewer_key(unit, reviewer)
        step = unit.step(
            REOPEN,
            say("Review of “{title}” opened again", title=examined.title),
            actor=who,
            corpus_key=unit.documents.version(examined.key).corpus,
            document=examined.uid,
        )
        unit.many.set_statuses([examined.key], gold_owner(unit, step), Status.IN_PROGRESS, step)
        unit.commit()
    return Outcome(None, _TOUCHED, (examined.uid,), step)


def _documents(view: Repositories, where: str | Sequence[str]) -> tuple[int, list[int]]:
    """Key of the corpus, and keys of the documents to go through.

    Args:
        view: of the library.
        where: uid of a corpus, or uids of documents of one corpus.
    """
    if isinstance(where, str):
        home = corpus_key(view, where)
        return home, view.reviewed.compared(home)
    keys = sorted({document_key(view, each) for each in where})
    if not keys:
        raise UserError(say("No document was named. Name one and try again."))
    return view.documents.version(keys[0]).corpus, keys


_PREMERGED: Final = say("What all agree on taken into gold")


def _summary(done: Premerged, *, finishes: bool) -> Message:
    if finishes:
        return say(
            "{count} document without open difference finished|{count} documents without open difference "
            "finished",
            count=done.finished,
        )
    return say(
        "{count} cluster taken into gold without a look|{count} clusters taken into gold without a look",
        count=done.clusters,
    )
