"""Changes that could not be saved when the program had to end, kept in a file of the person's until they are.

They belong to the file that they were made in: every copy of a library has its uid, and another one is never
changed without a word.
The file lies in the data folder, which is often on another disk than the library. The steps carry their uids,
so that one that did reach the library is not made again.
"""

from __future__ import annotations

import glob
import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
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


@dataclass(frozen=True, slots=True)
class Place:
    """Which file a library is; copies of it have the same uid.

    Attributes:
        path: its real path.
        number: its number on its disk (inode), 0 where it cannot be asked.
    """

    path: str
    number: int


@dataclass(frozen=True, slots=True)
class Note:
    """What is kept for one file of a library.

    Attributes:
        file: where it is kept.
        place: the library's file; None in a note of a program that did not write that down.
        steps: in their order.
    """

    file: Path
    place: Place | None
    steps: tuple[LeftStep, ...]

    @property
    def is_there(self) -> bool:
        """Whether the file that the changes were made in is still where it was."""
        return self.place is not None and self.place == place_of(self.place.path)


def place_of(path: str) -> Place:
    """The file that is at this path now."""
    real = os.path.realpath(path)
    try:
        return Place(real, Path(real).stat().st_ino)
    except OSError:
        return Place(real, 0)


def keep(library: str, place: Place, steps: Sequence[LeftStep], instead_of: Sequence[Note] = ()) -> None:
    """Keep these steps for that file of a library, in place of those kept before; none: keep nothing.

    Args:
        library: uid.
        place: the library's file, as it was when it was opened.
        steps: in their order.
        instead_of: notes of other files whose steps are among these, or saved; they go.

    Raises:
        OSError: they could not be written; nothing went.
    """
    file = _file(library, place)
    if steps:
        told = {
            "version": _VERSION,
            "library": library,
            "path": place.path,
            "number": place.number,
            "steps": [_step_told(step) for step in steps],
        }
        # Every path can be written so; one with bytes that are no text too.
        write_atomically(file, json.dumps(told, ensure_ascii=False).encode(errors="surrogatepass"))
    else:
        file.unlink(missing_ok=True)
    for note in instead_of:
        if note.file != file:
            note.file.unlink(missing_ok=True)


def kept(library: str) -> list[Note]:
    """What is kept for the files of the library of that uid; what cannot be understood is left alone."""
    files = sorted(_folder().glob(f"{glob.escape(library)}*.json"))
    return [note for file in files if (note := _note_of(file, library)) is not None]


def _note_of(file: Path, library: str) -> Note | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(file.read_bytes().decode(errors="surrogatepass"))
        if told["version"] == _VERSION and told["library"] == library:
            place = Place(told["path"], told["number"]) if "path" in told else None
            return Note(file, place, tuple(_step_of(step) for step in told["steps"]))
    return None


def _file(library: str, place: Place) -> Path:
    words = f"{place.number}:{place.path}".encode(errors="surrogatepass")
    return _folder() / f"{library}-{hashlib.sha256(words).hexdigest()[:12]}.json"


def _folder() -> Path:
    return data_folder() / "unsaved"


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
