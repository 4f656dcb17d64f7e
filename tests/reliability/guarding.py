"""Operations on whole libraries and small files: packages, copies, upgrades, repair, the bin, preferences."""

from __future__ import annotations

import contextlib
import functools
import json
import shutil
import sqlite3
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.model.package import PackageWish
from annotator.services.library import open_library
from annotator.settings import Place, PlacesFile, PreferencesFile
from annotator.storage.copies import backups
from annotator.storage.file.sqlite import APPLICATION_ID
from annotator.storage.migrations import NEWEST
from tests.reliability.inputs import CORPUS, LAN, UID, begin, is_after, one_of, write_documents
from tests.reliability.worlds import Operation, Problem, Told, World, foresee, picture, run, run_quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tell = Callable[[str], None]

OLD: Final = Path(__file__).parents[1] / "data" / "libraries"
"""Libraries of earlier versions, as SQL."""


# ---------------------------------------------------------------- packages


def _prepare_merge(world: World) -> None:
    begin(world)
    work, back = world.inputs / "work.zip", world.inputs / "back.zip"
    other, marked = world.inputs / "lan.annotator", world.inputs / "marked.jsonl"
    write_documents(marked, (1, 2), spans=40)
    with open_library(str(world.library)) as lead, open_library(str(other)) as library:
        corpus = lead.corpora.named(CORPUS).uid
        lead.packages.make(PackageWish(corpus, "assignment", str(work), LAN))
        library.packages.merge(str(work))
        library.importing.import_paths([str(marked)], corpus, annotator=LAN)
        library.packages.make(PackageWish(corpus, "return", str(back), LAN))
    foresee(world, partial(_merge, tell=print))


def _merge(world: World, tell: Tell) -> int:
    return run("package", "merge", world.inputs / "back.zip")


def _prepare_package(world: World) -> None:
    begin(world)
    foresee(world, partial(_make_package, tell=print))


def _make_package(world: World, tell: Tell) -> int:
    words = ("--corpus", CORPUS, "--kind", "return", "--annotator", "Minh", "--output", world.out / "p.zip")
    return run("package", "make", *words)


def _look_at_package(world: World, told: Told) -> Iterator[Problem]:
    yield from one_of(world, told)
    yield from _whole_or_nothing(world.out / "p.zip", told, ("package", "show", world.out / "p.zip"))


def _whole_or_nothing(file: Path, told: Told, reading: tuple[object, ...]) -> Iterator[Problem]:
    """A new file is there as a whole, or not at all, as it was told."""
    if not file.exists():
        if told.status == 0:
            yield Problem("lost", f"{file.name} was told as written and is not there")
        return
    status, _, err = run_quietly(*reading)
    if status != 0:
        yield Problem("damaged", f"half of {file.name} lies under its name: {err}")


def _make_package_again(world: World) -> int:
    with contextlib.suppress(FileNotFoundError):
        (world.out / "p.zip").unlink()
    return _make_package(world, print)


# ------------------------------------------------------------------ copies


def _back_up(world: World, tell: Tell) -> int:
    return run("backup")


def _look_at_copies(world: World, told: Told) -> Iterator[Problem]:
    """Half ones are looked for wherever there are copies (`worlds.verify`)."""
    yield from one_of(world, told)
    root = world.folder / "state" / "annotator" / "backups"
    found = [each for folder in root.glob("*") for each in backups.listed(folder)]
    if told.status == 0 and not found:
        yield Problem("lost", "told as copied, and there is no copy")


def _copy(world: World, tell: Tell) -> int:
    return run("backup", "--output", world.out / "copy.annotator")


def _look_at_copy(world: World, told: Told) -> Iterator[Problem]:
    yield from one_of(world, told)
    copy = world.out / "copy.annotator"
    yield from _whole_or_nothing(copy, told, ("check", "--library", copy))


def _copy_again(world: World) -> int:
    (world.out / "copy.annotator").unlink(missing_ok=True)
    return _copy(world, print)


def _prepare_restore(world: World) -> None:
    begin(world)
    _copy(world, print)
    (world.out / "copy.annotator").rename(world.inputs / "copy.annotator")
    foresee(world, partial(_restore, tell=print))


def _restore(world: World, tell: Tell) -> int:
    return run("restore", world.inputs / "copy.annotator", "--output", world.out / "new.annotator")


def _look_at_restored(world: World, told: Told) -> Iterator[Problem]:
    yield from one_of(world, told)
    new = world.out / "new.annotator"
    yield from _whole_or_nothing(new, told, ("check", "--library", new))
    if new.exists() and picture(new) != picture(world.library):
        yield Problem("damaged", "the restored library does not hold what the copy holds")


def _restore_again(world: World) -> int:
    (world.out / "new.annotator").unlink(missing_ok=True)
    return _restore(world, print)


def _prepare_plain(world: World, do: Callable[[World, Tell], int]) -> None:
    begin(world)
    foresee(world, partial(do, tell=print))


# ---------------------------------------------------------------- upgrades


def old_library(path: Path, number: int) -> None:
    """A library as the program of that schema number left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    statements = (OLD / f"version-{number}.sql").read_text(encoding="utf-8")
    with contextlib.closing(sqlite3.connect(path)) as made:
        made.executescript(statements)
        made.execute(f"PRAGMA user_version={number}")
        made.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _prepare_upgrade(world: World, number: int) -> None:
    world.inputs.mkdir(parents=True)
    old_library(world.library, number)
    (world.inputs / "rows.json").write_text(json.dumps(rows(world.library)), encoding="utf-8")


def rows(path: Path) -> dict[str, list[str]]:
    """Hashes of texts, and spans, as they stand in the tables of any version."""
    with contextlib.closing(sqlite3.connect(path)) as library:
        texts = library.execute("SELECT uid || ' ' || text_sha256 || ' ' || text FROM document").fetchall()
        spans = library.execute(
            "SELECT uid || ' ' || layer || ' ' || start || ' ' || \"end\" || ' ' || label || ' ' || "
            "coalesce(to_step, '-') FROM span_version"
        ).fetchall()
        steps = library.execute("SELECT seq || ' ' || uid || ' ' || kind FROM step").fetchall()
    return {
        name: sorted(str(row[0]) for row in found)
        for name, found in (("texts", texts), ("spans", spans), ("steps", steps))
    }


def is_old_or_new(world: World, number: int) -> Iterator[Problem]:
    """Version and tables are both of before or both of after; seen in a copy, which SQLite puts in order."""
    found = _schema(world.library)
    if found not in (schema_of(number), schema_of(NEWEST)):
        yield Problem(
            "damaged", f"neither of schema {number} nor of {NEWEST}, but {found[0]} with {len(found[1])}"
        )


def _schema(path: Path) -> tuple[int, dict[str, str]]:
    with tempfile.TemporaryDirectory(dir=path.parent.parent) as other:
        for suffix in ("", "-wal", "-journal"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{suffix}", Path(other) / f"copy{suffix}")
        with contextlib.closing(sqlite3.connect(Path(other) / "copy")) as library:
            version: int = library.execute("PRAGMA user_version").fetchone()[0]
            objects = library.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return version, {name: "".join(sql.split()) for name, sql in objects}


@functools.cache
def schema_of(number: int) -> tuple[int, dict[str, str]]:
    """Version and statements of a library of that schema number."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "work" / "l.annotator"
        old_library(path, number)
        return _schema(path)


def _upgrade(world: World, tell: Tell) -> int:
    """As any writing command and the window do it."""
    with open_library(str(world.library)) as library:
        return 0 if library.corpora.list() else 1


def _look_at_upgraded(world: World, told: Told) -> Iterator[Problem]:
    """Everything is there; that every library opens was seen before."""
    wanted = json.loads((world.inputs / "rows.json").read_text(encoding="utf-8"))
    for name, found in rows(world.library).items():
        if set(wanted[name]) - set(found):
            yield Problem("lost", f"{name} of the old library are not in the new one")


def _is_upgraded(world: World) -> Iterator[Problem]:
    yield from _look_at_upgraded(world, Told())


# ----------------------------------------------------------- repair and bin


def _prepare_repair(world: World) -> None:
    begin(world)
    with contextlib.closing(sqlite3.connect(world.library)) as library:
        library.execute("UPDATE label_count SET spans = spans + 5")
        library.commit()
    (world.inputs / "wrong.annotator").write_bytes(world.library.read_bytes())
    foresee(world, partial(_repair, tell=print))


def _repair(world: World, tell: Tell) -> int:
    return run("check", "--repair")


def _look_at_repair(world: World, told: Told) -> Iterator[Problem]:
    before = picture(world.inputs / "wrong.annotator")
    if picture(world.library) != before:
        yield Problem("lost", "a repair of counts changed documents or spans")
    copies = [
        copy
        for copy in world.library.parent.glob("*.before-repair-*")
        if not copy.name.endswith((".copying", "-journal", "-wal"))
    ]
    for copy in copies:
        is_exact = copy.read_bytes() == (world.inputs / "wrong.annotator").read_bytes()
        if not is_exact and not Path(f"{copy}-journal").exists():  # with its log it is what a kill left
            yield Problem("damaged", f"{copy.name} is not the library as it was")
    with open_library(str(world.library), writable=False) as library:
        is_repaired = library.checking.check().sound
    if is_repaired and not copies:
        yield Problem("damaged", "repaired without a copy")
    if told.status == 0 and not is_repaired:
        yield Problem("lost", "told as repaired, and it is not")


def _is_repaired(world: World) -> Iterator[Problem]:
    with open_library(str(world.library), writable=False) as library:
        if not library.checking.check().sound:
            yield Problem("damaged", "not repaired by the second attempt")


def _prepare_bin(world: World) -> None:
    begin(world)
    with open_library(str(world.library)) as library:
        library.documents.bin([UID.format(1), UID.format(2)])
    (world.inputs / "rows.json").write_text(json.dumps(rows(world.library)), encoding="utf-8")


def _empty_bin(world: World, tell: Tell) -> int:
    with open_library(str(world.library)) as library:
        tell(f"emptied {library.purging.empty_bin().value.documents}")
    return 0


def _look_at_bin(world: World, told: Told) -> Iterator[Problem]:
    """All or none of it is gone, and only when a copy has it."""
    wanted = json.loads((world.inputs / "rows.json").read_text(encoding="utf-8"))["texts"]
    left = rows(world.library)["texts"]
    if len(left) not in (1, 3):
        yield Problem("damaged", f"{len(left)} of 3 documents are left")
    if told.acks and len(left) == 3:
        yield Problem("lost", "told as emptied, and it is not")
    root = world.folder / "state" / "annotator" / "backups"
    copies = [each for folder in root.glob("*") for each in backups.listed(folder)]
    if len(left) == 1 and not any(rows(Path(each.path))["texts"] == wanted for each in copies):
        yield Problem("lost", "the bin was emptied without a copy")


# -------------------------------------------------------------- preferences


def _prepare_settings(world: World) -> None:
    begin(world)
    PreferencesFile().change(lambda now: replace(now, zoom=20, recent_libraries=("a", "b")))
    PlacesFile().write("first", Place("c", "d", 7))


def _change_settings(world: World, tell: Tell) -> int:
    """As the window does it, which goes on when it cannot be written; and a label set that is kept."""
    with contextlib.suppress(OSError):
        PreferencesFile().change(lambda now: replace(now, zoom=21).with_recent_library("c"))
        tell("preferences")
    with contextlib.suppress(OSError):
        PlacesFile().write("second", Place("e", "f", 8))
        tell("places")
    with open_library(str(world.library), writable=False) as library:
        library.presets.save(library.corpora.named(CORPUS).uid, "Bộ nhãn")
    tell("labels")
    return 0


def _look_at_settings(world: World, told: Told) -> Iterator[Problem]:
    if aside := [name for name in world.files() if "damaged-" in name]:
        yield Problem("damaged", f"found damaged and set aside: {aside}")
    now, places = PreferencesFile().read(), PlacesFile()
    if (now.zoom, now.recent_libraries) not in ((20, ("a", "b")), (21, ("c", "a", "b"))):
        yield Problem("damaged", f"the preferences are {now.zoom}, {now.recent_libraries}")
    if "preferences" in told.acks and now.zoom != 21:
        yield Problem("lost", "preferences that were told as kept")
    if places.read("first") != Place("c", "d", 7):
        yield Problem("lost", "where the person was in another library")
    if "places" in told.acks and places.read("second") != Place("e", "f", 8):
        yield Problem("lost", "a place that was told as kept")
    with open_library(str(world.library), writable=False) as library:
        found = [each.name for each in library.presets.listed()]
    if "labels" in told.acks and "Bộ nhãn" not in found:
        yield Problem("lost", "a label set that was told as kept")


def _has_settings(world: World) -> Iterator[Problem]:
    yield from _look_at_settings(world, Told(("preferences", "places", "labels")))


OPERATIONS: Final = (
    Operation("merge", _prepare_merge, _merge, one_of, partial(_merge, tell=print), is_after),
    Operation("package", _prepare_package, _make_package, _look_at_package, _make_package_again, is_after),
    Operation(
        "backup",
        partial(_prepare_plain, do=_back_up),
        _back_up,
        _look_at_copies,
        partial(_back_up, tell=print),
        is_after,
    ),
    Operation("copy", partial(_prepare_plain, do=_copy), _copy, _look_at_copy, _copy_again, is_after),
    Operation("restore", _prepare_restore, _restore, _look_at_restored, _restore_again, is_after),
    *(
        Operation(
            f"upgrade-{number}",
            partial(_prepare_upgrade, number=number),
            _upgrade,
            _look_at_upgraded,
            partial(_upgrade, tell=print),
            _is_upgraded,
            raw=partial(is_old_or_new, number=number),
        )
        for number in range(1, NEWEST)
    ),
    Operation(
        "repair",
        _prepare_repair,
        _repair,
        _look_at_repair,
        partial(_repair, tell=print),
        _is_repaired,
        leaves=("Z-journal", "Z-wal"),  # of the copy before it: with its log a killed library is whole
    ),
    Operation(
        "bin",
        _prepare_bin,
        _empty_bin,
        _look_at_bin,
        partial(_empty_bin, tell=print),
        lambda _world: iter(()),
    ),
    Operation(
        "settings",
        _prepare_settings,
        _change_settings,
        _look_at_settings,
        partial(_change_settings, tell=print),
        _has_settings,
    ),
)
