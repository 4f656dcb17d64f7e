"""Imports and exports as operations."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.services.library import open_library
from tests.reliability.inputs import (
    CORPUS,
    LAN,
    MARKS,
    begin,
    is_after,
    label,
    mark_lines,
    write_documents,
)
from tests.reliability.worlds import Operation, Problem, Told, World, foresee, foreseen, picture, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tell = Callable[[str], None]


def _prepare_import(world: World) -> None:
    begin(world, (1,))
    for name, numbers in (("a", (11, 12)), ("b", (13,)), ("c", (14, 15, 1))):
        write_documents(world.inputs / f"{name}.jsonl", numbers)
    foresee(world, partial(_import, tell=print))


def _import(world: World, tell: Tell) -> int:
    files = [world.inputs / f"{name}.jsonl" for name in "abc"]
    return run("import", *files, "--corpus", CORPUS, "--annotator", LAN, "--json")


def _look_at_import(world: World, told: Told) -> Iterator[Problem]:
    """A file is in as a whole or not at all, and told as it is."""
    before, after = foreseen(world)
    found = picture(world.library)
    changed = {title for title in found if found[title] != before.get(title)}
    if any(found[title] != after[title] for title in changed):
        yield Problem("damaged", "a document that is neither as before nor as after")
    files: list[dict[str, str]] = [file for each in told.lines() for file in each.get("files", ())]  # type: ignore[attr-defined]
    said = {Path(file["path"]).stem: file["accepted"] for file in files}
    for name, numbers in (("a", (11, 12)), ("b", (13,)), ("c", (14, 15, 1))):
        there = [f"{CORPUS}/Bài {number}" in changed for number in numbers]
        if any(there) and not all(there):
            yield Problem("damaged", f"half of {name}.jsonl is in")
        elif said.get(name) is True and not all(there):
            yield Problem("lost", f"{name}.jsonl was told as taken in and is not there")
        elif said.get(name) is False and all(there):
            yield Problem("damaged", f"{name}.jsonl was told as refused and is there")


def _prepare_first_start(world: World) -> None:
    world.inputs.mkdir(parents=True)
    write_documents(world.inputs / "a.jsonl", (11, 12))


def _first_start(world: World, tell: Tell) -> int:
    """Nothing is there: no folder, no preferences, no library."""
    from annotator.entry import main

    return main(["import", str(world.inputs / "a.jsonl"), "--corpus", CORPUS])


def _look_at_first(world: World, told: Told) -> Iterator[Problem]:
    there = len(picture(world.library)) if world.library.exists() else 0
    if there not in (0, 2):
        yield Problem("damaged", f"{there} of 2 documents are there")
    if told.status == 0 and there != 2:
        yield Problem("lost", "told as taken in and not there")


def _first_window(world: World, tell: Tell) -> int:
    """The window makes the library before it has anything to put into it."""
    with open_library(str(world.library)) as library:
        corpus = library.corpora.create(CORPUS).value
        for number in (11, 12):
            library.documents.add(corpus.uid, f"Bài {number}", f"Bài {number}: đồng chí A dự lễ.")
            tell(f"saved {number}")
    return 0


def _look_at_first_window(world: World, told: Told) -> Iterator[Problem]:
    there = picture(world.library) if world.library.exists() else {}
    for ack in told.acks:
        if f"{CORPUS}/Bài {ack.split()[-1]}" not in there:
            yield Problem("lost", f"{ack}, and it is not there")
    if len(there) > len(told.acks) + 1:
        yield Problem("damaged", f"{len(there)} documents, {len(told.acks)} were told")


def _open_again(world: World) -> int:
    with open_library(str(world.library)) as library:
        return 0 if library.checking.check().sound else 1


def _import_first(world: World) -> int:
    return run("import", world.inputs / "a.jsonl", "--corpus", CORPUS)


def _has_first(world: World) -> Iterator[Problem]:
    if len(picture(world.library)) != 2:
        yield Problem("damaged", "after a second start the documents are not there")


def _export(world: World, tell: Tell, output: str = "all.jsonl") -> int:
    words = (
        "--corpus",
        CORPUS,
        "--format",
        "jsonl",
        "--all-layers",
        "--force",
        "--output",
        world.out / output,
    )
    return run("export", *words)


def _prepare_export(world: World) -> None:
    begin(world)
    _export(world, print)
    mark_lines(world, "marks.jsonl", range(MARKS))
    label(world, print)
    _export(world, print, "new.jsonl")
    for name, kept in (("all.jsonl", "old.jsonl"), ("new.jsonl", "new.jsonl")):
        shutil.copyfile(world.out / name, world.inputs / kept)
    (world.out / "new.jsonl").unlink()


def _look_at_export(world: World, told: Told) -> Iterator[Problem]:
    found = (world.out / "all.jsonl").read_bytes()
    old, new = ((world.inputs / name).read_bytes() for name in ("old.jsonl", "new.jsonl"))
    if found not in (old, new):
        yield Problem("damaged", f"an export of {len(found)} bytes, neither the old nor the new one")
    elif told.status == 0 and found != new:
        yield Problem("lost", "told as written, but the old file is there")
    elif told.status == 1 and found != old and "was written" not in told.err:
        yield Problem("damaged", f"told as refused, but the new file is there: {told.err}")


def _is_exported(world: World) -> Iterator[Problem]:
    yield from _look_at_export(world, Told())


def _export_folder(world: World, tell: Tell) -> int:
    words = (
        "--format",
        "conll",
        "--nested",
        "outermost",
        "--split",
        "40/30/30",
        "--seed",
        "1",
        "--card",
        "--force",
    )
    return run("export", "--corpus", CORPUS, "--all-layers", *words, "--output", world.out / "set")


def _prepare_folder(world: World, *, is_there: bool) -> None:
    begin(world, (1, 2, 3, 4))
    if is_there:
        _export_folder(world, print)
        (world.out / "set" / "notes.txt").write_text("mine", encoding="utf-8")
        shutil.copytree(world.out / "set", world.inputs / "old")
        mark_lines(world, "marks.jsonl", range(MARKS))
        label(world, print)
    with tempfile.TemporaryDirectory(dir=world.folder.parent) as other:
        twin = World(Path(shutil.copytree(world.folder, Path(other) / "twin")))
        with twin.entered():
            _export_folder(twin, print)
        shutil.copytree(twin.out / "set", world.inputs / "new")


def _look_at_folder(world: World, told: Told) -> Iterator[Problem]:
    """A folder is there whole or not at all; of one that was there every file is whole, old or new."""
    folder, old = world.out / "set", world.inputs / "old"
    if not folder.exists():
        if told.status == 0 or old.exists():
            yield Problem("lost", "the folder is not there")
        return
    new, before = _all_sums(world.inputs / "new"), _all_sums(old)
    found = _all_sums(folder)
    for name, each in found.items():
        if each not in (new.get(name), before.get(name)):
            yield Problem("damaged", f"{name} is neither the old file nor the new one")
    is_new = not before or told.status == 0 or found.get("manifest.json") == new["manifest.json"]
    if is_new and any(found.get(name) != each for name, each in new.items()):
        yield Problem(
            "lost" if told.status == 0 else "damaged", f"the manifest is new, other files are not: {found}"
        )
    if before and (folder / "notes.txt").read_bytes() != b"mine":
        yield Problem("lost", "a file of the person's own")


def _all_sums(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".annotator-export-")
    }


def _is_folder(world: World) -> Iterator[Problem]:
    yield from _look_at_folder(world, Told())


_SET = partial(_prepare_folder, is_there=True)

OPERATIONS: Final = (
    Operation("import", _prepare_import, _import, _look_at_import, partial(_import, tell=print), is_after),
    Operation("first-start", _prepare_first_start, _first_start, _look_at_first, _import_first, _has_first),
    Operation(
        "first-window",
        _prepare_first_start,
        _first_window,
        _look_at_first_window,
        _open_again,
        lambda _world: iter(()),
    ),
    Operation(
        "export", _prepare_export, _export, _look_at_export, partial(_export, tell=print), _is_exported
    ),
    Operation(
        "export-folder",
        partial(_prepare_folder, is_there=False),
        _export_folder,
        _look_at_folder,
        partial(_export_folder, tell=print),
        _is_folder,
    ),
    Operation(
        "export-over-folder",
        _SET,
        _export_folder,
        _look_at_folder,
        partial(_export_folder, tell=print),
        _is_folder,
    ),
)
