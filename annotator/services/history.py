"""Use-cases on the line of steps: what was done, taking it back, making it again."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched, Undone
from annotator.model.summaries import as_one
from annotator.services.lookup import corpus_key
from annotator.storage import versions
from annotator.storage.steps import REDO, UNDO, groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.outcome import StepInfo
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork


class History:
    """The one line of steps of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def steps(
        self, corpus: str | None = None, document: str | None = None, limit: int | None = None
    ) -> list[StepInfo]:
        """Acts, newest first: of all, of one corpus or of one document; the steps of a group are one.

        Args:
            corpus: uid.
            document: uid.
            limit: of acts.
        """
        with self._store.reading() as view:
            home = None if corpus is None else corpus_key(view, corpus)
            acts = groups(view.steps.listed(home, document))
            return [as_one(steps) for steps in islice(acts, limit)]

    def next_undo(self) -> StepInfo | None:
        """What the next undo takes back, a group as one; None when there is nothing."""
        with self._store.reading() as view:
            steps = view.steps.next_undo()
            return as_one(steps) if steps else None

    def next_redo(self) -> StepInfo | None:
        """What the next redo makes again, a group as one; None when there is nothing."""
        with self._store.reading() as view:
            undone = view.steps.next_redo()
            return as_one(_origins(view, undone)) if undone else None

    def undo(self) -> Outcome[Undone]:
        """Take back the newest step that is not taken back, whoever made it; a group goes as one.

        Raises:
            UserError: there is nothing to take back, or emptying the bin has removed what it would bring
                back.
        """
        return self._reverse(UNDO)

    def redo(self) -> Outcome[Undone]:
        """Make again what the last undo took back.

        Raises:
            UserError: there is nothing to make again.
        """
        return self._reverse(REDO)

    def _reverse(self, kind: str) -> Outcome[Undone]:
        with self._store.saving() as unit:
            targets = unit.steps.next_undo() if kind == UNDO else unit.steps.next_redo()
            if not targets:
                raise UserError(_NOTHING[kind])
            origins = _origins(unit, targets)
            group = None if targets[0].group is None else new_uid()
            touched: list[str] = []
            for target in targets:
                last, documents = _reverse_one(unit, kind, target, group)
                touched += documents
            undone = replace(
                _undone(unit, as_one(origins), last if group is None else None),
                steps=tuple(origins),
                made=last,
            )
            step = unit.commit()
        return Outcome(undone, _EVERYTHING, tuple(touched) if len(touched) <= 100 else (), step)


_EVERYTHING = Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.CORPORA | Touched.PEOPLE

_NOTHING = {UNDO: say("There is nothing to undo."), REDO: say("There is nothing to redo.")}


def _origins(view: Repositories, steps: Sequence[StepInfo]) -> list[StepInfo]:
    """The steps of a person's own at the roots of chains of undo and redo, newest first."""
    found = [view.steps.info(_root(view, step.seq)) or step for step in steps]
    return sorted(found, key=lambda step: step.seq, reverse=True)


def _root(view: Repositories, seq: int) -> int:
    while (before := view.steps.reversed_by(seq)) is not None:
        seq = before
    return seq


def _reverse_one(unit: UnitOfWork, kind: str, target: StepInfo, group: str | None) -> tuple[int, list[str]]:
    """Reverse one step by a new one: its number, and the uids of the documents it touched (100 at most)."""
    if unit.steps.has_gap(target.seq):
        raise UserError(
            say(
                "“{summary}” cannot be undone: the bin was emptied since, and with it went what this would "
                "bring back.",
                summary=target.summary,
            )
        )
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
