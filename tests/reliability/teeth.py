"""Operations as a careless program would do them; the trials must find every one out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.services.library import open_library
from tests.reliability.inputs import CORPUS, LAN, MARKS, begin, mark_lines
from tests.reliability.labelling import LINES
from tests.reliability.worlds import Operation, Problem, Told, World, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tell = Callable[[str], None]

_OLD, _NEW = b"old\n" * 3000, b"new\n" * 3000


def _prepare_export(world: World) -> None:
    begin(world, (1,))
    (world.out / "all.txt").write_bytes(_OLD)


def _export_in_place(world: World, _tell: Tell) -> int:
    (world.out / "all.txt").write_bytes(_NEW)
    return 0


def _look_at_export(world: World, _told: Told) -> Iterator[Problem]:
    if (world.out / "all.txt").read_bytes() not in (_OLD, _NEW):
        yield Problem("damaged", "half an export")


def _nothing(_world: World) -> Iterator[Problem]:
    yield from ()


def _done(_world: World) -> int:
    return 0


def _prepare_marks(world: World) -> None:
    begin(world, (1,))
    mark_lines(world, "marks.jsonl", range(MARKS))
    mark_lines(world, "one-more.jsonl", (MARKS,))


def _answer_first(world: World, _tell: Tell) -> int:
    """It says that a mark is saved, and then saves it."""
    print('{"saved": "0"}', flush=True)  # noqa: T201
    return run("spans", "add", "--corpus", CORPUS, "--annotator", LAN, "--from", world.inputs / "marks.jsonl")


def _write_without_words(world: World, _tell: Tell) -> int:
    """It lets a full disk be an error of its own."""
    with open_library(str(world.library), writable=False):
        (world.out / "all.txt").write_bytes(_NEW)
    return 0


CARELESS: Final = {
    each.name: each
    for each in (
        Operation("careless-export", _prepare_export, _export_in_place, _look_at_export, _done, _nothing),
        Operation("careless-answer", _prepare_marks, _answer_first, LINES.look, LINES.finish, LINES.finished),
        Operation(
            "careless-words", _prepare_export, _write_without_words, lambda *_: iter(()), _done, _nothing
        ),
    )
}
FINDS: Final = {"careless-export": "damaged", "careless-answer": "lost", "careless-words": "crash"}
"""What the trials must find."""
