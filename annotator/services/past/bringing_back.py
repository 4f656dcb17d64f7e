"""Use-cases that bring chosen things back to what they once were, each as one new step.

Undo takes back the newest step of the whole line. What is here takes back one step out of the middle, or all
that was done to one document since a moment, or one span: only what the act says is touched, and what was
changed later or cannot come back is left and told.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.outcome import Outcome, Touched
from annotator.model.past import UndoneOnly
from annotator.model.summaries import as_one
from annotator.services.lookup import document_key
from annotator.services.people import require_desk
from annotator.services.safety.backups import MANY, Backups
from annotator.storage.rewriting import Left
from annotator.storage.steps import FOUNDING, MERGE, PURGE, OnDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.messages import Message
    from annotator.model.outcome import StepInfo
    from annotator.storage.repositories import Repositories
    from annotator.storage.rewriting import Item, Plan
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

UNDO_ONLY: Final = "undo-only"
BRING_BACK: Final = "bring-back"
UNDO_FROM: Final = "undo-from"
RESTORE: Final = "restore"
"""Kinds of the steps made here: steps of one's own, which Ctrl+Z takes back and which end the redo line."""

_EVERYTHING: Final = (
    Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.CORPORA | Touched.PEOPLE | Touched.REVIEW
)
_OF_DOCUMENT: Final = Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.REVIEW
_NAMED: Final = 100
_LATER: Final = 3
_FRAMES: Final = ("layer_version", "annotator_version")
"""What comes and goes with the spans on it and is not counted by itself."""


def undo_only(store: Store, step_uid: str) -> Outcome[UndoneOnly]:
    """Take back what one act did, item by item; see `History.undo_only`."""
    with store.reading() as view:
        is_much = view.steps.rows_of([step.seq for step in act_of(view, step_uid)]) >= MANY
    warnings = Backups(store).before_bulk() if is_much else ()
    with store.saving() as unit:
        act = act_of(unit, step_uid)
        _check_can_be_undone(unit, act)
        steps = sorted(step.seq for step in act)
        plan = unit.pasts.plan_without(steps)
        plan.settle()
        done = told(plan)
        if not done.reversed:
            raise UserError(_nothing_to_undo(act, done))
        newest = act[0]
        step = unit.step(
            UNDO_ONLY,
            say("Undone alone: {summary}", summary=_summary(act)),
            corpus_key=unit.steps.corpus_key(newest.seq),
            document=newest.document if len(act) == 1 else None,
        )
        number = unit.projection.mark_step(*steps)
        plan.write(step)
        require_desk(unit)
        unit.projection.refresh()
        documents = tuple(unit.projection.marked_uids()) if number <= _NAMED else ()
        return Outcome(done, _EVERYTHING, documents, unit.commit(), warnings)


def bring_back(store: Store, document: str, step_uid: str, *, before: bool) -> Outcome[UndoneOnly]:
    """Bring a document to what it was right after an act, or right before it.

    See `History.bring_back` and `History.undo_from`.
    """
    with store.saving() as unit:
        key = _open_document(unit, document)
        act = act_of(unit, step_uid)
        check_no_merge_since(unit, document, key, min(step.seq for step in act) - int(before))
        moment = min(step.seq for step in act) - 1 if before else act[0].seq
        if not unit.pasts.existed(key, moment):
            raise UserError(_NOT_YET_BEFORE if before else _NOT_YET)
        plan = unit.pasts.plan_document(key, moment)
        plan.settle()
        done = told(plan)
        if not plan.changing():
            return Outcome(done)
        version = unit.documents.version(key)
        kind, summary = _summed_up(version.title, act, before=before)
        step = unit.step(kind, summary, corpus_key=version.corpus, document=document)
        _write(unit, plan, key, step)
        return Outcome(done, _OF_DOCUMENT, (document,), unit.commit())


def restore_span(store: Store, span_uid: str, version: str) -> Outcome[UndoneOnly]:
    """Bring one span back to what a step made of it; see `History.restore_span`."""
    with store.saving() as unit:
        rows = unit.pasts.of_span(span_uid)
        seq = unit.steps.number(version)
        row = next((row for row in rows if row["from_step"] == seq), None)
        if row is None:
            raise UserError(say("There is no such version of this span in this library (any more)."))
        plan = unit.pasts.plan_span(span_uid, row)
        key = unit.pasts.document_of_layer(row["layer"])
        document = unit.documents.uids([key]).get(key, "")
        _open_document(unit, document)
        if not plan.changing():
            raise UserError(say("The span is already as it was then."))
        plan.settle()
        done = told(plan)
        if not plan.changing():
            raise UserError(done.reasons[0])
        words = " ".join(str(row["covered"])[:_SHOWN].split())
        step = unit.step(
            RESTORE,
            say("“{words}” brought back as it was", words=words),
            corpus_key=unit.documents.version(key).corpus,
            document=document,
        )
        _write(unit, plan, key, step)
        return Outcome(done, _OF_DOCUMENT, (document,), unit.commit())


def act_of(view: Repositories, step_uid: str) -> list[StepInfo]:
    """The steps of the act that a step belongs to, the newest first.

    Raises:
        UserError: there is no such step.
    """
    act = view.steps.of_act(step_uid)
    if not act:
        raise UserError(say("There is no change {uid} in this library.", uid=step_uid))
    return act


def _summed_up(title: str, act: Sequence[StepInfo], *, before: bool) -> tuple[str, Message]:
    """Kind and sentence of the step that brings a document back."""
    summary = _summary(act)
    if before:
        return UNDO_FROM, say("“{title}” brought back to before: {summary}", title=title, summary=summary)
    return BRING_BACK, say("“{title}” brought back to after: {summary}", title=title, summary=summary)


def _summary(act: Sequence[StepInfo]) -> Message:
    return as_one(act).summary


def check_no_merge_since(view: Repositories, document: str, key: int, moment: int) -> None:
    """Refuse to go back behind a merge, which would undo other people's work in the name of who is here.

    Raises:
        UserError: the merge is named.
    """
    for step in view.steps.listed(document=OnDocument(document, key)):
        if step.seq > moment and view.steps.origin(step.seq).kind == MERGE and not step.reversed:
            raise UserError(
                say(
                    "The document cannot be brought back to a moment before “{summary}”: what others did "
                    "would be undone in your name. Undo the merge itself, or change the spans.",
                    summary=step.summary,
                )
            )


def _check_no_merge(view: Repositories, act: Sequence[StepInfo]) -> None:
    if all(view.steps.origin(step.seq).kind != MERGE for step in act):
        return
    later = view.steps.resting_on(act[0].seq)
    if not later:
        raise UserError(
            say(
                "“{summary}” cannot be undone alone: it brought other people's work. Take it back with Undo.",
                summary=_summary(act),
            )
        )
    raise UserError(
        say(
            "“{summary}” cannot be undone alone: it brought other people's work, and {count} later change "
            "rests on it: {later}. Undo that first.|“{summary}” cannot be undone alone: it brought other "
            "people's work, and {count} later changes rest on it: {later}. Undo these first.",
            summary=_summary(act),
            count=len(later),
            later=_listed([step.summary for step in later[:_LATER]], is_all=len(later) <= _LATER),
        )
    )


def _listed(sentences: Sequence[Message], *, is_all: bool) -> Message:
    """Sentences one after the other, as one."""
    listed = say("“{sentence}”", sentence=sentences[0])
    for sentence in sentences[1:]:
        listed = say("{before}, “{sentence}”", before=listed, sentence=sentence)
    return listed if is_all else say("{before} …", before=listed)


def _check_can_be_undone(view: Repositories, act: Sequence[StepInfo]) -> None:
    _check_no_merge(view, act)
    if act[0].kind in (PURGE, FOUNDING):
        raise UserError(say("“{summary}” cannot be undone.", summary=_summary(act)))
    if any(view.steps.has_gap(step.seq) for step in act):
        raise UserError(
            say(
                "“{summary}” cannot be undone: the bin was emptied since, and with it went what this would "
                "bring back.",
                summary=_summary(act),
            )
        )


def _open_document(view: Repositories, uid: str) -> int:
    """The key of a document that can be worked on.

    Raises:
        UserError: it is not there, or it or its corpus lies in the bin.
    """
    key = document_key(view, uid)
    version = view.documents.version(key)
    if version.binned or view.corpora.is_binned(version.corpus):
        raise UserError(
            say(
                "The document {title} lies in the bin. Take it out, then bring it back to another moment.",
                title=version.title,
            )
        )
    return key


def _write(unit: UnitOfWork, plan: Plan, document: int, step: int) -> None:
    unit.projection.mark([document])
    plan.write(step)
    unit.projection.refresh()


def told(plan: Plan) -> UndoneOnly:
    """What a settled plan will do, in numbers and sentences."""
    left = Counter(item.left for item in plan.left() if item.left is not None and _counts(item))
    reasons = tuple(reason(number) for kind, reason in _REASONS.items() if (number := left[kind]))
    gone = plan.leaving.count + sum(map(_counts, plan.changing()))
    return UndoneOnly(gone, left.total(), reasons)


def _counts(item: Item) -> bool:
    """Whether a person would count it: a layer that comes or goes with its spans is none."""
    is_frame = item.versioned.table.name in _FRAMES
    return not is_frame or (item.now is not None and item.then is not None)


def _nothing_to_undo(act: Sequence[StepInfo], done: UndoneOnly) -> Message:
    if not done.reasons:
        return say("“{summary}” is undone already.", summary=_summary(act))
    return say(
        "Nothing of “{summary}” can be undone alone. {reason}", summary=_summary(act), reason=done.reasons[0]
    )


_SHOWN: Final = 60
_NOT_YET: Final = say(
    "The document was not in the library then, so it cannot be brought back to that moment."
)
_NOT_YET_BEFORE: Final = say(
    "The document came into the library with this step, so nothing of it is left without it. Put the "
    "document into the bin instead."
)
_REASONS: Final[Mapping[Left, Callable[[int], Message]]] = {
    Left.CHANGED: lambda number: say(
        "{count} thing was changed later and stays as it is.|{count} things were changed later and stay as "
        "they are.",
        count=number,
    ),
    Left.LABEL_GONE: lambda number: say(
        "{count} span cannot come back: its label is no longer in the label set.|{count} spans cannot come "
        "back: their labels are no longer in the label set.",
        count=number,
    ),
    Left.GONE: lambda number: say(
        "{count} thing cannot come back: what it belongs to is gone.|{count} things cannot come back: what "
        "they belong to is gone.",
        count=number,
    ),
    Left.TAKEN: lambda number: say(
        "{count} thing stays as it is: the same is there already.|{count} things stay as they are: the same "
        "is there already.",
        count=number,
    ),
    Left.NEEDED: lambda number: say(
        "{count} thing stays: other things rest on it.|{count} things stay: other things rest on them.",
        count=number,
    ),
}
