"""What worlds are made of: documents, marks, a library; and whether one is as before or after."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.reliability.worlds import Problem, Told, World, foreseen, picture, run, run_quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Tell = Callable[[str], None]

CORPUS: Final = "Báo"
LAN: Final = "Lan"
UID: Final = "01890000-0000-7000-8000-{:012d}"
MARKS: Final = 4
"""Marks that are made one after the other, the n-th from 7n to 7n + 5."""


def _text(number: int) -> str:
    return "".join(f"Bài {number}, đoạn {part}: đồng chí Nguyễn Văn A dự lễ.\r\n" for part in range(40))


def write_documents(path: Path, numbers: Sequence[int], spans: int = 3) -> Path:
    """A file of documents, each with its uid and spans."""
    with path.open("w", encoding="utf-8") as file:
        for number in numbers:
            marks = [{"start": 9 * at, "end": 9 * at + 4, "label": "person"} for at in range(spans)]
            record = {
                "uid": UID.format(number),
                "title": f"Bài {number}",
                "text": _text(number),
                "spans": marks,
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def begin(world: World, documents: Sequence[int] = (1, 2, 3)) -> None:
    """A world with a closed library of one corpus."""
    for folder in (world.inputs, world.out, world.library.parent, *map(Path, world.environment().values())):
        if folder.name not in ("C.UTF-8", "en", world.library.name):
            folder.mkdir(parents=True, exist_ok=True)
    file = write_documents(world.inputs / "first.jsonl", documents)
    status, _, err = run_quietly("import", file, "--corpus", CORPUS, "--annotator", "Minh")
    if status != 0:
        raise RuntimeError(err)


def one_of(world: World, told: Told) -> Iterator[Problem]:
    """The library holds what it held, or all that the operation brings: that, once it was told."""
    before, after = foreseen(world)
    found = picture(world.library) if world.library.exists() else {}
    if found != before and found != after:
        yield Problem("damaged", "neither as before nor as after")
    elif told.status == 0 and found != after:
        yield Problem("lost", "told as done, but not there")
    elif told.status == 1 and found != before and "not known" not in told.err:
        yield Problem("damaged", f"told as refused, but done: {told.err}")


def is_after(world: World) -> Iterator[Problem]:
    if picture(world.library) != foreseen(world)[1]:
        yield Problem("damaged", "done again, the library does not hold what it should")


def mark_lines(world: World, name: str, numbers: Sequence[int]) -> None:
    """Lines for `spans add`."""
    lines = [
        json.dumps({"document": UID.format(1), "start": 7 * each, "end": 7 * each + 5, "label": "person"})
        for each in numbers
    ]
    (world.inputs / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def label(world: World, _tell: Tell, file: str = "marks.jsonl") -> int:
    """Make the marks of a file, each saved and told by itself."""
    words = ("--corpus", CORPUS, "--annotator", LAN, "--from", world.inputs / file)
    return run("spans", "add", *words)
