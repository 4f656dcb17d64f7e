"""Use-cases on the line of steps: what was done, taking it back, making it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched, Undone
from annotator.model.past import HistoryFilter, HistoryPage
from annotator.model.summaries import as_one
from annotator.services.lookup import corpus_key
from annotator.services.past.bringing_back import act_of, bring_back, restore_span, undo_only
from annotator.services.past.telling import details, versions_of
from annotator.services.people import require_desk
from annotator.services.review.last_ruling import last_ruling
from annotator.storage import versions
from annotator.storage.copies import backups
from annotator.storage.steps import MERGE, PURGE, REDO, UNDO, OnDocument, groups
from annotator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.messages import Message
    from annotator.model.document import Annotator
    from annotator.model.outcome import StepInfo
    from annotator.model.past import SpanVersion, StepDetails, UndoneOnly
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

_ALL: Final = HistoryFilter()


class History:
    """The one line of steps of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def steps(
        self,
        corpus: str | None = None,
        document: str | None = None,
        limit: int | None = None,
        chosen: HistoryFilter = _ALL,
        said: Callable[[Message], str] = str,
    ) -> list[StepInfo]:
        """Acts, newest first: of all, of one corpus or of one document; the steps of a group are one.

        Args:
            corpus: uid.
            document: uid; acts on several documents are listed for each of them.
            limit: of acts.
            chosen: which of them.
            said: makes a sentence of a message; in it the words of `chosen` are sought.
        """
        with self._store.reading() as view:
            return list(map(as_one, islice(_found(view, corpus, document, chosen, None, said), limit)))

    def page(
        self,
        corpus: str | None = None,
        document: str | None = None,
        chosen: HistoryFilter = _ALL,
        *,
        before: int | None = None,
        limit: int = 100,
        said: Callable[[Message], str] = str,
    ) -> HistoryPage:
        """The next acts of a long history, newest first; the filter's words are sought in what `said` says.

        Args:
            corpus: uid.
            document: uid.
            chosen: which acts.
            before: `HistoryPage.before` of the page before, None for the first.
            limit: of acts.
            said: makes a sentence of a message, in the language of the person.
        """
        with self._store.reading() as view:
            found = _found(view, corpus, document, chosen, before, said)
            acts = list(islice(found, limit))
            more = acts[-1][-1].seq if len(acts) == limit and next(found, None) else None
            return HistoryPage(tuple(map(as_one, acts)), more)

    def total(self, corpus: str | None = None, document: str | None = None) -> int:
        """How many steps are kept, of all, of one corpus or of one document."""
        with self._store.reading() as view:
            return view.steps.total(*_where(view, corpus, document))

    def people(self, corpus: str | None = None) -> list[Annotator]:
        """Who made steps, in a corpus or at all."""
        with self._store.reading() as view:
            home = None if corpus is None else corpus_key(view, corpus)
            return list(dict.fromkeys(view.people.by_key(key) for key in view.steps.actors(home)))

    def details(self, step_uid: str, document: str | None = None) -> StepDetails:
        """What an act did item by item: the first 200, and how many more there are.

        Args:
            step_uid: of one of its steps.
            document: uid of the document whose items come first.

        Raises:
            UserError: there is no such step.
        """
        with self._store.reading() as view:
            return details(view, act_of(view, step_uid), document)

    def of_span(self, span_uid: str) -> list[SpanVersion]:
        """What each step made of a span, the newest first; empty when there never was one of that uid."""
        with self._store.reading() as view:
            return versions_of(view, span_uid)

    def last_change(self, span_uid: str) -> StepInfo | None:
        """The step that made a span what it is now; None when it is not there."""
        with self._store.reading() as view:
            seq = view.spans.since(span_uid)
            return None if seq is None else view.steps.info(seq)

    def undo_only(self, step_uid: str) -> Outcome[UndoneOnly]:
        """Take back what one act did and nothing else, as one new step: also "withdraw this propagation".

        Item by item: what was changed later is left and counted, as is what cannot come back.

        Raises:
            UserError: there is no such step, or nothing of it can be taken back; the sentence says why.
        """
        return undo_only(self._store, step_uid)

    def undo_from(self, document: str, step_uid: str) -> Outcome[UndoneOnly]:
        """Take back an act and all after it, in one document, as one new step.

        Raises:
            UserError: the document is not there, lies in the bin, or came with that act.
        """
        return bring_back(self._store, document, step_uid, before=True)

    def bring_back(self, document: str, step_uid: str) -> Outcome[UndoneOnly]:
        """Bring a document to what it was right after an act, with all its layers, as one new step.

        Spans whose label is gone, or whose words carry the same label otherwise now, stay as they are and
        are counted. Whether the document lies in the bin is not touched. `Outcome.step` is None when it is as
        it was then.

        Raises:
            UserError: the document is not there, lies in the bin, or was not there then.
        """
        return bring_back(self._store, document, step_uid, before=False)

    def restore_span(self, span_uid: str, version: str) -> Outcome[UndoneOnly]:
        """Bring one span back to what a step made of it, also one that was removed.

        Args:
            span_uid: the span.
            version: uid of the step (`SpanVersion.step`).

        Raises:
            UserError: it is so already, or cannot be so any more; the sentence says why.
        """
        return restore_span(self._store, span_uid, version)

    def next_undo(self, *, rulings_first: bool = False) -> StepInfo | None:
        """What the next undo takes back, a group as one; None when there is nothing.

        Raises:
            UserError: it cannot be taken back, so nothing may be promised.

        With `rulings_first` that is the last ruling, if only what opening documents for comparison took into
        gold by itself is younger.
        """
        with self._store.reading() as view:
            steps = _next_undo(view, rulings_first=rulings_first)
            for step in steps:
                _require_reversible(view, step)
            return as_one(steps) if steps else None

    def passed_by(self) -> Message | None:
        """That undo passes by what the bin held, when emptying it was the last thing done; else None."""
        with self._store.reading() as view:
            return _passed_by(view)

    def next_redo(self) -> StepInfo | None:
        """What the next redo makes again, a group as one; None when there is nothing."""
        with self._store.reading() as view:
            undone = view.steps.next_redo()
            return as_one(_origins(view, undone)) if undone else None

    def undo(self, *, rulings_first: bool = False) -> Outcome[Undone]:
        """Take back the newest step that is not taken back, whoever made it; a group goes as one.

        What was deleted for ever with the bin stays so: steps of which nothing is left are passed by, of
        others the rest is taken back. The warnings say so right after the bin was emptied.

        Args:
            rulings_first: as for `next_undo`.

        Raises:
            UserError: there is nothing to take back, or what a merge or step brought is not all there.
        """
        return self._reverse(UNDO, rulings_first=rulings_first)

    def redo(self) -> Outcome[Undone]:
        """Make again what the last undo took back.

        Raises:
            UserError: there is nothing to make again.
        """
        return self._reverse(REDO)

    def _reverse(self, kind: str, *, rulings_first: bool = False) -> Outcome[Undone]:
        with self._store.saving() as unit:
            is_undo = kind == UNDO
            targets = _next_undo(unit, rulings_first=rulings_first) if is_undo else unit.steps.next_redo()
            if not targets:
                raise UserError(_NOTHING[kind])
            passed = _passed_by(unit)
            origins = _origins(unit, targets)
            group = None if targets[0].group is None else new_uid()
            touched: list[str] = []
            for target in targets:
                last, documents = _reverse_one(unit, kind, target, group)
                touched += documents
            require_desk(unit)
            undone = replace(
                _undone(unit, as_one(origins), last if group is None else None),
                steps=tuple(origins),
                made=last,
            )
            step = unit.commit()
        warnings = () if passed is None else (passed,)
        return Outcome(undone, _EVERYTHING, tuple(touched) if len(touched) <= 100 else (), step, warnings)


def _where(
    view: Repositories, corpus: str | None, document: str | None
) -> tuple[int | None, OnDocument | None]:
    """Key of the corpus, and the document, whether it is still there or not."""
    home = None if corpus is None else corpus_key(view, corpus)
    return home, None if document is None else OnDocument(document, view.documents.key_of(document))


def _found(
    view: Repositories,
    corpus: str | None,
    document: str | None,
    chosen: HistoryFilter,
    before: int | None,
    said: Callable[[Message], str],
) -> Iterator[list[StepInfo]]:
    """The acts that fit, each as its steps, newest first."""
    home, on = _where(view, corpus, document)
    actors = None if chosen.annotator is None else _members(view, chosen.annotator)
    steps = view.steps.listed(home, on, actors=actors, chosen=chosen, before=before)
    words = fold(chosen.words.strip())
    for act in groups(steps):
        if not words or words in fold(said(as_one(act).summary)):
            yield act


def _members(view: Repositories, annotator: str) -> list[int]:
    """Keys of all annotators that are one person with that one."""
    key = view.people.key_of(annotator)
    return [] if key is None else view.people.united.members(key)


_EVERYTHING = (
    Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.CORPORA | Touched.PEOPLE | Touched.REVIEW
)

_NOTHING = {UNDO: say("There is nothing to undo."), REDO: say("There is nothing to redo.")}


def _next_undo(view: Repositories, *, rulings_first: bool) -> list[StepInfo]:
    """The steps that the next undo takes back, the newest first."""
    return (last_ruling(view) if rulings_first else []) or view.steps.next_undo()


def _origins(view: Repositories, steps: Sequence[StepInfo]) -> list[StepInfo]:
    """The steps of a person's own at the roots of chains of undo and redo, newest first."""
    found = [view.steps.info(_root(view, step.seq)) or step for step in steps]
    return sorted(found, key=lambda step: step.seq, reverse=True)


def _root(view: Repositories, seq: int) -> int:
    while (before := view.steps.reversed_by(seq)) is not None:
        seq = before
    return seq


def _require_reversible(view: Repositories, target: StepInfo) -> None:
    """Refuse what cannot be taken back as far as it is left.

    What is on other documents than those deleted for ever is whole, so the rest of a step can be; not that of
    a merge, which concerns what others know.
    """
    taker = view.steps.gap_by(target.seq)
    if taker is None or (taker == PURGE and view.steps.origin(target.seq).kind != MERGE):
        return
    if taker == PURGE:
        raise UserError(
            say(
                "“{summary}” cannot be undone: some of its documents were deleted for ever with the bin. The "
                "backup from before holds them; older acts can be taken back one by one in the history.",
                summary=target.summary,
            )
        )
    raise UserError(
        say(
            "“{summary}” cannot be undone: not all of it could be read when the library was rescued. Older "
            "acts can be taken back one by one in the history.",
            summary=target.summary,
        )
    )


def _passed_by(view: Repositories) -> Message | None:
    last = view.steps.info(view.steps.newest())
    if last is None or last.kind != PURGE:
        return None
    copy = backups.before_purge(view.connection, last.seq)
    if copy is None:
        return say("What was deleted for ever with the bin is not brought back by undo.")
    return say(
        "What was deleted for ever with the bin is not brought back by undo. The backup of {made} holds it: "
        "File > Backups… brings documents back out of it.",
        made=f"{datetime.fromisoformat(copy.time).astimezone():%Y-%m-%d %H:%M}",
    )


def _reverse_one(unit: UnitOfWork, kind: str, target: StepInfo, group: str | None) -> tuple[int, list[str]]:
    """Reverse one step by a new one: its number, and the uids of the documents it touched (100 at most)."""
    _require_reversible(unit, target)
    step = unit.step(
        kind,
        target.summary,
        corpus_key=unit.steps.corpus_key(target.seq),
        document=target.document,
        reverses=target.seq,
        group=group,
    )
    number = unit.projection.mark_step(target.seq)
    versions.reverse(unit.connection, target.seq, step)
    unit.projection.refresh()
    return step, unit.projection.marked_uids() if number <= 100 else []


def _undone(unit: UnitOfWork, origin: StepInfo, step: int | None) -> Undone:
    if origin.document is None or step is None:
        return Undone(origin, origin.document)
    found = unit.stream.layer_changes(step)
    if found is None:
        return Undone(origin, origin.document)
    annotator, changes = found
    return Undone(origin, origin.document, annotator, changes)
