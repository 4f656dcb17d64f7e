"""What every use-case that writes returns: its value, and what others must refresh."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from annotator.messages import Message
    from annotator.model.changes import Change

T_co = TypeVar("T_co", covariant=True)


class Touched(Flag):
    """Which kinds of things a step changed; a view refreshes when its kind is among them.

    `WHOLESALE`: spans changed in whatever documents, by no labelling of them: one that is open is read anew.
    `REVIEW`: decisions or comments.
    """

    NOTHING = 0
    SPANS = auto()
    LABELS = auto()
    DOCUMENTS = auto()
    CORPORA = auto()
    PEOPLE = auto()
    WHOLESALE = auto()
    REVIEW = auto()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """The result of a use-case that wrote.

    Attributes:
        value: what was asked for.
        touched: kinds of things that changed.
        documents: uids of the documents concerned; empty when none or too many to name (over 100).
        step: sequence number of the committed step; None when nothing had to be written.
        warnings: what went wrong beside it: the backup before it.
    """

    value: T_co
    touched: Touched = Touched.NOTHING
    documents: tuple[str, ...] = ()
    step: int | None = None
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class StepInfo:
    """One step of the change log, for people.

    Attributes:
        seq: its place in the one line of steps.
        uid: travels.
        time: UTC, ISO 8601 with milliseconds and "Z".
        actor: name of who did it.
        kind: one word for its sort, e.g. "annotate", "import", "label.rename", "undo".
        summary: the sentence.
        corpus: uid, or None.
        document: uid when exactly one document is concerned, else None.
        reversed: whether a later step took it back.
        group: uid shared by the steps of one act, None for an act of one step.
    """

    seq: int
    uid: str
    time: str
    actor: str
    kind: str
    summary: Message
    corpus: str | None
    document: str | None
    reversed: bool = False
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo did.

    Attributes:
        step: the step that was taken back or made again.
        document: where it happened when in one document, else None.
        annotator: uid of the owner of the layer it changed, else None.
        changes: what happened to that layer, ready for `LayerState.apply`; empty when it was no labelling.
        steps: all that was taken back or made again, the newest first; more than one when they are a group.
        made: number of the step that did it.
    """

    step: StepInfo
    document: str | None = None
    annotator: str | None = None
    changes: tuple[Change, ...] = ()
    steps: tuple[StepInfo, ...] = ()
    made: int = 0
