"""What goes into gold without a look at each cluster, and finishing documents: one transaction, one step."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.outcome import Outcome, Touched
from annotator.model.review import Premerge
from annotator.model.rulings import Premerged
from annotator.services.lookup import corpus_key, document_key
from annotator.services.review.deciding import examine, reviewer_key
from annotator.services.review.gold_rows import gold_owner, write_rows
from annotator.services.review.planning import Basis, Pass, planned
from annotator.services.review.reading import PIECE
from annotator.services.safety.backups import MANY, Backups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.formats.base import Progress
    from annotator.messages import Message
    from annotator.services.review.planning import Planned
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

    InWriter = Callable[[Callable[[], Outcome[Premerged]]], Outcome[Premerged]]

PREMERGE: Final = "premerge"
CLOSE: Final = "review.close"
FINISH: Final = "review.finish"
REOPEN: Final = "review.reopen"
"""Kinds of steps."""

_TOUCHED: Final = Touched.SPANS | Touched.REVIEW
_NAMED: Final = 100


def unwatched(*_: int) -> None:
    """Nobody wants to see or stop it."""


def at_once(write: Callable[[], Outcome[Premerged]]) -> Outcome[Premerged]:
    """Write in the calling thread."""
    return write()


@dataclass(slots=True)
class _Keeping:
    """Writes plans within a running unit of work, under one step.

    Attributes:
        changed: uids of documents in which anything changed.
    """

    unit: UnitOfWork
    step: int
    changed: list[str] = field(default_factory=list)
    clusters: int = 0
    finished: int = 0
    open: int = 0

    def write(self, pieces: Iterable[Sequence[Planned]]) -> None:
        """Write all of these, some hundred in a few statements."""
        for piece in pieces:
            write_rows(self.unit, [each.rows for each in piece], self.step)
            self._finish([each.key for each in piece if each.finishes])
            self.changed += [each.uid for each in piece if each.changes]
            self.clusters += sum(each.taken for each in piece)
            self.open += sum(each.open for each in piece)

    def _finish(self, keys: Sequence[int]) -> None:
        if keys:
            owner = gold_owner(self.unit, self.step)
            self.finished += self.unit.many.set_statuses(keys, owner, Status.DONE, self.step)

    def commit(self, wanted: Pass) -> Outcome[Premerged]:
        """Keep it, unless nothing changed: then the step that was begun is not kept."""
        done = Premerged(self.clusters, len(self.changed), self.finished, self.open)
        if not self.changed:
            return Outcome(done)
        alone = self.changed[0] if len(self.changed) == 1 else None
        summary = _summary(done, finishes=wanted.finishes)
        self.unit.steps.describe(self.step, summary, wanted.corpus, alone)
        self.unit.commit()
        named = tuple(self.changed) if len(self.changed) <= _NAMED else ()
        return Outcome(done, _TOUCHED, named, self.step)


def premerge(
    store: Store,
    where: str | Sequence[str],
    how: Premerge,
    reviewer: str | None = None,
    *,
    finishes: bool = False,
    progress: Progress = unwatched,
) -> Outcome[Premerged]:
    """Take what qualifies, all in one transaction; see `Review.premerge` and `Review.close_agreeing`."""
    with store.reading() as view:
        home, keys = _documents(view, where)
    warnings = _backed_up(store, keys)
    with store.saving() as unit:
        wanted = Pass(home, reviewer_key(unit, reviewer), how, finishes)
        keeping = _Keeping(unit, _begin(unit, wanted))
        keeping.write(_told(planned(unit, wanted, keys), len(keys), progress))
        return replace(keeping.commit(wanted), warnings=warnings)


def premerge_beside(
    store: Store,
    in_writer: InWriter,
    where: str | Sequence[str],
    how: Premerge,
    *,
    finishes: bool = False,
    progress: Progress = unwatched,
) -> Outcome[Premerged]:
    """The same, worked out in the calling thread: the writer only writes it; see `Review.premerge_beside`."""
    with store.reading() as view:
        home, keys = _documents(view, where)
        wanted = Pass(home, store.actor, how, finishes)
        basis = Basis.of(view, home)
        whole = 2 * len(keys)
        pieces = _told(planned(view, wanted, keys), len(keys), lambda done, _: progress(done, whole))
        plans = [each for piece in pieces for each in piece]
    if not any(each.changes for each in plans):
        return Outcome(Premerged(open=sum(each.open for each in plans)))
    warnings = _backed_up(store, keys)

    def write() -> Outcome[Premerged]:
        with store.saving() as unit:
            outdated = basis.outdated(unit, home, keys)
            living = {
                uid for _, uid, corpus in unit.reviewed.named([each.uid for each in plans]) if corpus == home
            }
            kept = [each for each in plans if each.uid in living and each.key not in outdated]
            keeping = _Keeping(unit, _begin(unit, wanted))
            pieces = (kept[begin : begin + PIECE] for begin in range(0, len(kept), PIECE))
            keeping.write(_told(pieces, len(keys), lambda done, _: progress(len(keys) + done, whole)))
            keeping.write(planned(unit, wanted, sorted(outdated)))
            return keeping.commit(wanted)

    return replace(in_writer(write), warnings=warnings)


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
        keeping = _Keeping(unit, step)
        keeping.write(planned(unit, Pass(home, who, Premerge.UNANIMOUS), [examined.key]))
        finished = unit.many.set_statuses([examined.key], gold_owner(unit, step), Status.DONE, step)
        done = Premerged(keeping.clusters, 1, finished, keeping.open)
        if not finished and not keeping.clusters:
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


def _backed_up(store: Store, keys: Sequence[int]) -> tuple[Message, ...]:
    """A copy of the library before many documents change; what went wrong with it."""
    return tuple(Backups(store).before_bulk()) if len(keys) >= MANY else ()


def _begin(unit: UnitOfWork, wanted: Pass) -> int:
    """Begin the step; what it says is known at its end."""
    kind = CLOSE if wanted.finishes else PREMERGE
    return unit.step(kind, _PREMERGED, actor=wanted.reviewer, corpus_key=wanted.corpus)


def _told(pieces: Iterable[list[Planned]], total: int, progress: Progress) -> Iterator[list[Planned]]:
    """The same pieces; each is told of when the next one is asked for."""
    for number, piece in enumerate(pieces, 1):
        yield piece
        progress(min(total, number * PIECE), total)


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
