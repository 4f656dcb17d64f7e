"""Labelling as an operation: by lines on the command line, and as the window does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from annotator.errors import AnnotatorError, OutcomeUnknownError
from annotator.model.changes import SpanAdded
from annotator.model.span import Span
from annotator.services.library import open_library
from tests.reliability.inputs import CORPUS, LAN, MARKS, UID, begin, label, mark_lines
from tests.reliability.worlds import Operation, Problem, Told, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from annotator.services.library import Library

    Tell = Callable[[str], None]


def _prepare_labelling(world: World) -> None:
    begin(world, (1,))
    mark_lines(world, "marks.jsonl", range(MARKS))
    mark_lines(world, "one-more.jsonl", (MARKS,))


def _marks_of(path: Path, name: str) -> set[int]:
    with open_library(str(path), writable=False) as library:
        records = library.annotating.spans(library.corpora.named(CORPUS).uid)
        return {each.span.start // 7 for each in records if each.annotator.name == name}


def _look_at_labels(world: World, told: Told) -> Iterator[Problem]:
    """What was told as saved is there, what was refused is not, and nothing else but what was under way."""
    there, answers = _marks_of(world.library, LAN), told.lines()
    for number, answer in enumerate(answers):
        if "saved" in answer and number not in there:
            yield Problem("lost", f"mark {number} was told as saved and is gone")
        if "refused" in answer and number in there:
            yield Problem("damaged", f"mark {number} was told as refused and is there")
    if there - set(range(len(answers) + 1)):
        yield Problem("damaged", f"marks that nobody made: {there}")


def _label_one_more(world: World) -> int:
    return label(world, print, "one-more.jsonl")


def _has_one_more(world: World) -> Iterator[Problem]:
    if MARKS not in _marks_of(world.library, LAN):
        yield Problem("lost", "a mark made afterwards is not there")


_ACTS: Final = ("mark 0", "mark 1", "undo", "mark 2", "redo", "idle", "mark 3", "undo")


def _work_in_window(world: World, tell: Tell) -> int:
    """As the window does it: ready at once, each act by itself, sent again once when it was refused."""
    with open_library(str(world.library)) as library:
        label = next(each.label.uid for each in library.labels.list(library.corpora.named(CORPUS).uid))
        for act in _ACTS:
            for _ in range(2):
                if _tried(partial(_act, library, act, label), act, tell):
                    break
    return 0


def _tried(do: Callable[[], object], act: str, tell: Tell) -> bool:
    tell(f"begin {act}")
    try:
        do()
    except OutcomeUnknownError as error:
        tell(f"unknown {act}: {error.message}")
        return False
    except AnnotatorError as error:
        tell(f"refused {act}: {error.message}")
        return False
    tell(f"saved {act}")
    return True


def _act(library: Library, act: str, label: str) -> None:
    kind, _, number = act.partition(" ")
    if kind == "mark":
        at = int(number)
        span = Span(UID.format(900 + at), 7 * at, 7 * at + 5, label)
        library.annotating.apply(UID.format(1), (SpanAdded(span),), step_uid=UID.format(800 + at))
    elif kind == "undo":
        library.history.undo()
    elif kind == "redo":
        library.history.redo()
    else:
        library.idle()


State = tuple[tuple[str, ...], tuple[str, ...]]
"""Marks that are there, in the order of their steps; marks taken back that can be made again."""


def _possible(acks: Sequence[str]) -> set[State]:
    """All that may be after these acknowledgements."""
    found: set[State] = {((), ())}
    for number, ack in enumerate(acks):
        word, _, act = ack.partition(" ")
        done = {_after(state, act.split(":")[0]) for state in found}
        if word == "saved":
            found = done
        elif word == "unknown" or (word == "begin" and number == len(acks) - 1):
            found |= done
    return found


def _after(state: State, act: str) -> State:
    there, undone = state
    kind, _, number = act.partition(" ")
    if kind == "mark" and number not in there:
        return (*there, number), ()
    if kind == "undo" and there:
        return there[:-1], (*undone, there[-1])
    if kind == "redo" and undone:
        return (*there, undone[-1]), undone[:-1]
    return state


def _look_at_window(world: World, told: Told) -> Iterator[Problem]:
    there = frozenset(str(each) for each in _marks_of_own(world.library))
    possible = {frozenset(marks) for marks, _ in _possible(told.acks)}
    if there not in possible:
        kind = "lost" if any(marks - there for marks in possible) else "damaged"
        yield Problem(kind, f"{sorted(there)} are there; possible were {possible} after {told.acks}")


def _marks_of_own(path: Path) -> set[int]:
    with open_library(str(path), writable=False) as library:
        own = library.self_annotator.uid
        records = library.annotating.spans(library.corpora.named(CORPUS).uid)
        return {each.span.start // 7 for each in records if each.annotator.uid == own}


LINES: Final = Operation(
    "labelling", _prepare_labelling, label, _look_at_labels, _label_one_more, _has_one_more
)
OPERATIONS: Final = (
    LINES,
    Operation("window", _prepare_labelling, _work_in_window, _look_at_window, _label_one_more, _has_one_more),
)
