"""Use-cases on the line of steps: what was done, taking it back, making it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched, Undone
from annotator.services.lookup import corpus_key
from annotator.storage import versions
from annotator.storage.steps import REDO, UNDO

if TYPE_CHECKING:
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
        """Steps, newest first: of all, of one corpus or of one document."""
        with self._store.reading() as view:
            home = None if corpus is None else corpus_key(view, corpus)
            return view.steps.listed(home, document, limit)

    def next_undo(self) -> StepInfo | None:
        """What the next undo takes back, None when there is nothing."""
        with self._store.reading() as view:
            return view.steps.next_undo()

    def next_redo(self) -> StepInfo | None:
        """What the next redo makes again, None when there is nothing."""
        with self._store.reading() as view:
            undone = view.steps.next_redo()
            return None if undone is None else self._origin(view, undone.seq)

    @staticmethod
    def _origin(view: Repositories, seq: int) -> StepInfo | None:
        """The step of a person's own at the root of a chain of undo and redo."""
        while (before := view.steps.reversed_by(seq)) is not None:
            seq = before
        return view.steps.info(seq)

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
            first = _next(unit, kind)
            if first is None:
                raise UserError(_NOTHING[kind])
            group = unit.steps.group_of(first.seq)
            own_group = None if group is None else new_uid()
            touched: list[str] = []
            target: StepInfo | None = first
            last = 0
            while target is not None:
                last, documents = _reverse_one(unit, kind, target, own_group)
                touched += documents
                target = _next(unit, kind)
                if group is None or target is None or unit.steps.group_of(target.seq) != group:
                    break
            origin = self._origin(unit, first.seq) or first
            undone = _undone(unit, origin, last if own_group is None else None)
            step = unit.commit()
        return Outcome(undone, _EVERYTHING, tuple(touched) if len(touched) <= 100 else (), step)


_EVERYTHING = Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.CORPORA | Touched.PEOPLE

_NOTHING = {UNDO: say("There is nothing to undo."), REDO: say("There is nothing to redo.")}


def _next(view: Repositories, kind: str) -> StepInfo | None:
    return view.steps.next_undo() if kind == UNDO else view.steps.next_redo()


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
