"""Changes that could not be saved when the program had to end, kept in a file of the person's until they are.

The file lies in the data folder, which is often on another disk than the library. The steps carry their uids,
so that one that did reach the library is not made again.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from annotator.files import write_atomically
from annotator.messages import Message
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import Status
from annotator.model.effort import Effort
from annotator.model.span import Span
from annotator.paths import data_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.model.changes import Change

_VERSION: Final = 1


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


def keep(library: str, steps: Sequence[LeftStep]) -> None:
    """Keep these steps for the library of that uid, in place of those kept before; none: keep nothing.

    Raises:
        OSError: they could not be written.
    """
    file = _file(library)
    if not steps:
        file.unlink(missing_ok=True)
        return
    told = {"version": _VERSION, "library": library, "steps": [_step_told(step) for step in steps]}
    write_atomically(file, json.dumps(told, ensure_ascii=False).encode())


def kept(library: str) -> list[LeftStep]:
    """The steps kept for the library of that uid, in their order; none when the file cannot be understood."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(_file(library).read_bytes())
        if told["version"] == _VERSION and told["library"] == library:
            return [_step_of(step) for step in told["steps"]]
    return []


def _file(library: str) -> Path:
    return data_folder() / "unsaved" / f"{library}.json"


def _step_told(step: LeftStep) -> dict[str, Any]:
    return {
        "uid": step.uid,
        "document": step.document,
        "annotator": step.annotator,
        "changes": [_change_told(change) for change in step.changes],
        "summary": None if step.summary is None else step.summary.dump(),
        "effort": None if step.effort is None else asdict(step.effort),
    }


def _step_of(told: dict[str, Any]) -> LeftStep:
    return LeftStep(
        uid=told["uid"],
        document=told["document"],
        annotator=told["annotator"],
        changes=tuple(_change_of(change) for change in told["changes"]),
        summary=None if told["summary"] is None else Message.load(told["summary"]),
        effort=None if told["effort"] is None else Effort(**told["effort"]),
    )


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
        return SpanReplaced(_span_of(told["before"]), _span_of(told["after"]))
    return StatusChanged(Status(told["was"]), Status(told["now"]))


def _span_of(told: dict[str, Any]) -> Span:
    parts = told["parts"]
    whole = None if parts is None else tuple((start, end) for start, end in parts)
    return Span(**{**told, "flags": tuple(told["flags"]), "parts": whole})
