"""A step of labelling that is in no library yet, as a line of a file and back; every field is looked at."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any

from annotator.messages import Message
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.effort import Effort
from annotator.model.span import FLAGS, Span
from annotator.services.saving.kept_files import checked_count, count_of, fields_of, text_of

if TYPE_CHECKING:
    from annotator.model.changes import Change


@dataclass(frozen=True, slots=True)
class LeftStep:
    """One step of labelling that is in no library yet.

    Attributes:
        uid: of the step.
        document: uid.
        annotator: uid of the layer's owner.
        changes: what it does.
        summary: the sentence for the history.
        effort: what it cost the person, None when nobody counted.
    """

    uid: str
    document: str
    annotator: str
    changes: tuple[Change, ...]
    summary: Message | None
    effort: Effort | None


def step_told(step: LeftStep) -> dict[str, Any]:
    """What is written of a step."""
    return {
        "uid": step.uid,
        "document": step.document,
        "annotator": step.annotator,
        "changes": [_change_told(change) for change in step.changes],
        "summary": None if step.summary is None else step.summary.dump(),
        "effort": None if step.effort is None else asdict(step.effort),
    }


def step_of(told: object) -> LeftStep:
    """The step that was written.

    Raises:
        ValueError: it is not understood.
    """
    fields = fields_of(told)
    changes, summary, effort = fields.get("changes"), fields.get("summary"), fields.get("effort")
    if not isinstance(changes, list):
        raise ValueError("no changes")  # noqa: TRY004  (one kind of error for all that is not understood)
    return LeftStep(
        uid=text_of(fields, "uid"),
        document=text_of(fields, "document"),
        annotator=text_of(fields, "annotator"),
        changes=tuple(_change_of(fields_of(change)) for change in changes),
        summary=None if summary is None else message_of(summary),
        effort=None if effort is None else _effort_of(fields_of(effort)),
    )


def message_of(dumped: object) -> Message:
    """The message that was dumped, which can be said.

    Raises:
        ValueError: it is not understood, or its template asks for what it does not hold.
    """
    if not isinstance(dumped, str):
        raise ValueError("no message")  # noqa: TRY004
    try:
        message = Message.load(dumped)
        _check_message(message)
        message.render()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("no message") from error
    return message


def _check_message(message: Message) -> None:
    """Only plain braces with what is there: a width in one could ask for gigabytes."""
    for _, name, form, conversion in Formatter().parse(message.text):
        if name is not None and (form or conversion or name not in message.values):
            raise ValueError("no template of ours")
    for value in message.values.values():
        if isinstance(value, Message):
            _check_message(value)
        elif isinstance(value, int):
            checked_count(abs(value))
        elif not isinstance(value, str | float):
            raise ValueError("no value of ours")  # noqa: TRY004


def _effort_of(told: dict[str, Any]) -> Effort:
    return Effort(count_of(told, "keys"), count_of(told, "milliseconds"))


def _change_told(change: Change) -> dict[str, Any]:
    match change:
        case SpanAdded(span):
            return {"added": asdict(span)}
        case SpanRemoved(span):
            return {"removed": asdict(span)}
        case SpanReplaced(before, after):
            return {"before": asdict(before), "after": asdict(after)}
        case StatusChanged(was, now):
            return {"was": was.value, "now": now.value}


def _change_of(told: dict[str, Any]) -> Change:
    if "added" in told:
        return SpanAdded(_span_of(told["added"]))
    if "removed" in told:
        return SpanRemoved(_span_of(told["removed"]))
    if "before" in told:
        return SpanReplaced(_span_of(told["before"]), _span_of(told.get("after")))
    return StatusChanged(Status(text_of(told, "was")), Status(text_of(told, "now")))


def _span_of(value: object) -> Span:
    told = fields_of(value)
    start, end = count_of(told, "start"), count_of(told, "end")
    flags = told.get("flags")
    if start >= end or not isinstance(flags, list) or not all(flag in FLAGS for flag in flags):
        raise ValueError("no span")
    return Span(
        uid=text_of(told, "uid"),
        start=start,
        end=end,
        label=text_of(told, "label"),
        note=text_of(told, "note"),
        flags=tuple(flags),
        origin=text_of(told, "origin"),
        parts=_parts_of(told.get("parts")),
    )


def _parts_of(told: object) -> tuple[tuple[int, int], ...] | None:
    if told is None:
        return None
    if not isinstance(told, list) or not all(isinstance(part, list) and len(part) == 2 for part in told):
        raise ValueError("no parts")
    return tuple((checked_count(start), checked_count(end)) for start, end in told)
