"""Changes that could not be saved when the program had to end, kept in files of the person's until they are.

They belong to the file that they were made in: every copy of a library has its uid, and another one is never
changed without a word.
The files lie in the data folder, which is often on another disk than the library. The steps carry their uids,
so that one that did reach the library is not made again. A step that the library refuses when it is brought
in goes into a file of its own, with the reason, until the person lets it go.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from annotator.services.saving import kept_files
from annotator.services.saving.left_step import message_of, step_of, step_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.messages import Message
    from annotator.services.saving.kept_files import Kept, Place, Strange
    from annotator.services.saving.left_step import LeftStep

STEPS: Final = "steps"
"""Kind of a file with steps that wait."""

_REFUSED: Final = "refused"


@dataclass(frozen=True, slots=True)
class Refused:
    """A step that was kept and that the library did not accept when it was brought in.

    Attributes:
        step: what it was.
        why: the library's sentence.
    """

    step: LeftStep
    why: Message


@dataclass(frozen=True, slots=True)
class Note:
    """What is kept for one file of a library.

    Attributes:
        kept: the file it is in.
        steps: that wait to be saved, in their order.
        refused: steps that the library did not accept; a note has these or those.
        others: pages on which changes were made that waited too, are no labelling, and are lost.
    """

    kept: Kept
    steps: tuple[LeftStep, ...] = ()
    refused: tuple[Refused, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def place(self) -> Place | None:
        """For which file; None when that is not known."""
        return self.kept.place

    @property
    def is_there(self) -> bool:
        """Whether the file that they belong to is in its place."""
        return self.place is not None and self.place.is_there


@dataclass(frozen=True, slots=True)
class Found:
    """All that is kept for the files of one library.

    Attributes:
        notes: with steps that wait.
        refused: with steps that were refused.
        strange: files that are not understood, whole or in part.
    """

    notes: tuple[Note, ...] = ()
    refused: tuple[Note, ...] = ()
    strange: tuple[Strange, ...] = ()


def look(library: str) -> Found:
    """What is kept for the files of the library of that uid; what is damaged gets another name."""
    waiting, strange = kept_files.read_all(library, STEPS)
    refused, more = kept_files.read_all(library, _REFUSED)
    notes = [_note_of(kept) for kept in waiting]
    others = [_refused_note_of(kept) for kept in refused]
    partly = [kept_files.Strange(note.kept.file) for note in (*notes, *others) if not note.kept.is_whole]
    return Found(
        tuple(note for note in notes if note.steps or note.others),
        tuple(note for note in others if note.refused),
        (*strange, *more, *partly),
    )


def kept(library: str) -> Sequence[Note]:
    """The notes of steps that wait to be saved in files of the library of that uid."""
    return look(library).notes


def keep_refused(library: str, place: Place, refused: Sequence[Refused]) -> Note:
    """Keep steps that were refused in a new file; the note of it.

    Raises:
        OSError: they could not be written.
    """
    lines = [{"refused": step_told(each.step), "why": each.why.dump()} for each in refused]
    file = kept_files.write_new(library, place, _REFUSED, lines)
    return Note(kept_files.Kept(file, place, tuple(lines), is_whole=True), refused=tuple(refused))


def let_go(notes: Iterable[Note]) -> None:
    """What these held is saved, or kept elsewhere: remove them; nothing goes of what was not understood.

    Raises:
        OSError: one cannot be removed.
    """
    for note in notes:
        kept_files.let_go(note.kept)


def _note_of(kept: Kept) -> Note:
    """The steps of a file that only grew: each once, without those that were told to be gone."""
    steps: dict[str, LeftStep] = {}
    others: list[str] = []

    def take(line: dict[str, Any]) -> None:
        if "gone" in line:
            steps.pop(kept_files.text_of(line, "gone"), None)
        elif "others" in line:
            others[:] = kept_files.texts_of(line, "others")
        else:
            step = step_of(line.get("step"))
            steps[step.uid] = step

    known = _understood(kept, take)
    return Note(known, steps=tuple(steps.values()), others=tuple(others))


def _refused_note_of(kept: Kept) -> Note:
    refused: list[Refused] = []

    def take(line: dict[str, Any]) -> None:
        refused.append(Refused(step_of(line.get("refused")), message_of(line.get("why"))))

    known = _understood(kept, take)
    return Note(known, refused=tuple(refused))


def _understood(kept: Kept, take: Callable[[dict[str, Any]], None]) -> Kept:
    """Take all lines; the file as it is then known to be whole or not."""
    taken = 0
    for line in kept.lines:
        with suppress(ValueError):
            take(line)
            taken += 1
    return kept_files.Kept(kept.file, kept.place, kept.lines, kept.is_whole and taken == len(kept.lines))
