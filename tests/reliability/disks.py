"""Trials of disks: full, limited, not to be written, gone."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.errors import AnnotatorError
from annotator.services.library import open_library
from annotator.settings import PreferencesFile
from tests.reliability.bench import Bench, Trial, expected
from tests.reliability.worlds import Problem, run_quietly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.reliability.worlds import World

FULL: Final = "A full disk loses nothing that was saved, and saving goes on when there is room"
LIMITED: Final = "A quota or a limit of files is a sentence; nothing is lost"
SHUT: Final = "What may not be written is read; what cannot be saved is told"
GONE: Final = "A library that is deleted, replaced, cut short or pulled out is noticed before the next change"

_SMALL: Final = 1_600
"""Kibibytes of the small disk: a library takes 350."""


def no_mounts() -> str:
    """Why no file system can be mounted here."""
    if not sys.platform.startswith("linux"):
        return "only Linux has a small disk in memory: full disks and sticks pulled out are not tried"
    if (
        os.geteuid() != 0
        or subprocess.run(["mount", "--version"], capture_output=True, check=False).returncode
    ):
        return "only root may mount a small disk: full disks and sticks pulled out are not tried"
    return (
        "" if _can_mount() else "this container may not mount: full disks and sticks pulled out are not tried"
    )


def _can_mount() -> bool:
    command = ["unshare", "--mount", "mount", "-t", "tmpfs", "-o", "size=16k", "none", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def no_limits() -> str:
    """Why processes cannot be limited here."""
    return "" if sys.platform.startswith("linux") else "limits of processes are tried on Linux only"


@contextlib.contextmanager
def small_disk(place: Path, kibibytes: int = _SMALL) -> Iterator[Path]:
    """A disk of its own mounted at a folder."""
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "none", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=False, capture_output=True)


def fill(disk: Path) -> Path:
    """Take all room of a disk; gives the file that holds it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


def full_while_labelling(world: World) -> Iterator[Problem]:
    """The disk becomes full, stays full, and is emptied again."""
    with small_disk(world.library.parent) as disk:
        bench = Bench(world)
        bench.label()
        filler = fill(disk)
        first = bench.label_until_refused()
        yield from expected(str(bench.path) in first, f"the sentence names no place: {first}")
        again = [bench.label() for _ in range(3)]
        yield from expected(all(again), "saved on a full disk")
        yield from expected(bench.saved <= bench.there(), "spans told as saved cannot be read", "lost")
        filler.unlink()
        yield from expected(not bench.label(), "there is room again, and nothing can be saved")
        yield from bench.look()


def full_and_closed(world: World) -> Iterator[Problem]:
    """The library is closed and opened while the disk is full, then there is room."""
    with small_disk(world.library.parent) as disk:
        bench = Bench(world)
        bench.label()
        filler = fill(disk)
        bench.label_until_refused()
        bench.close()
        bench.open()
        yield from expected(bench.saved <= bench.there(), "spans told as saved cannot be read", "lost")
        yield from expected(
            bench.label() or bench.saved <= bench.there(), "told as saved, and is not", "lost"
        )
        bench.close()
        filler.unlink()
        bench.open()
        yield from expected(not bench.label(), "there is room again, and nothing can be saved")
        yield from bench.look()


def full_where_it_is_made(world: World) -> Iterator[Problem]:
    """No room for a new library: no half one is left, and it is made when there is room."""
    with small_disk(world.library.parent, 128) as disk:
        filler = fill(disk)
        try:
            Bench(world).close()
        except AnnotatorError as error:
            yield from expected(str(world.library) in str(error.message), f"names no place: {error.message}")
        else:
            yield Problem("lost", "made on a full disk")
        filler.unlink()
        left = [file.name for file in disk.iterdir()]
        yield from expected(not left, f"left over: {left}")


def full_for_an_export(world: World) -> Iterator[Problem]:
    """No room for an export: the old one is kept, nothing half."""
    bench = Bench(world)
    bench.label()
    bench.close()
    with small_disk(world.out, 256) as disk:
        words = ("export", "--format", "jsonl", "--corpus", "Báo", "--force", "--output", disk / "all.jsonl")
        status, _, err = run_quietly(*words)
        yield from expected(status == 0, f"no first export: {err}")
        old = (disk / "all.jsonl").read_bytes()
        bench.open()
        bench.label()
        bench.close()
        filler = fill(disk)
        status, _, err = run_quietly(*words)
        yield from expected(status == 1 and str(disk) in err, f"told {status}: {err}")
        yield from expected((disk / "all.jsonl").read_bytes() == old, "the old export is not what it was")
        filler.unlink()
        left = [file.name for file in disk.iterdir() if not file.name.startswith("all.jsonl")]
        yield from expected(not left, f"left over: {left}")
        yield from expected(run_quietly(*words)[0] == 0, "there is room again, and no export can be written")
    yield from bench.look()


def full_for_a_backup(world: World) -> Iterator[Problem]:
    """No room where the copies go: the last good one is kept, no half one is listed."""
    with small_disk(world.folder / "state", 1_200) as disk:
        bench = Bench(world)
        bench.label()
        first = bench.library.backups.make()
        filler = fill(disk)
        bench.label()
        try:
            bench.library.backups.make()
            yield Problem("lost", "a copy was told as made on a full disk")
        except AnnotatorError as error:
            yield from expected(str(disk) in str(error.message), f"names no place: {error.message}")
        kept = [each.path for each in bench.library.backups.list()]
        yield from expected(kept == [first.path], f"listed: {kept}")
        yield from expected(not bench.label(), "nothing can be saved because copies cannot be made")
        filler.unlink()
        left = [file.name for file in disk.rglob("unfinished-*")]
        yield from expected(not left, f"left over: {left}")
        yield from bench.look()


def full_for_an_import(world: World) -> Iterator[Problem]:
    """No room for an import: nothing of the file is in."""
    with small_disk(world.library.parent) as disk:
        bench = Bench(world)
        bench.label()
        file = world.folder / "big.txt"
        file.write_text("chữ " * 400_000, encoding="utf-8")
        filler = fill(disk)
        bench.close()
        status, out, err = run_quietly("import", file, "--corpus", "Báo")
        yield from expected(status == 1 and str(bench.path) in out + err, f"told {status}: {out} {err}")
        filler.unlink()
        bench.open()
        titles = [row.title for row in bench.library.documents.listing(bench.corpus)]
        yield from expected(titles == ["Bài 1"], f"documents: {titles}")
        yield from bench.look()


def full_for_preferences(world: World) -> Iterator[Problem]:
    """No room for the preferences: the old ones are kept whole."""
    with small_disk(world.folder / "config", 64) as disk:
        file = PreferencesFile()
        file.change(lambda old: replace(old, zoom=20))
        fill(disk)
        with contextlib.suppress(OSError):
            file.change(lambda old: replace(old, zoom=21, recent_libraries=("x" * 9_000,)))
            yield Problem("lost", "preferences were told as written to a full disk")
        yield from expected(file.read().zoom == 20, f"zoom is {file.read().zoom}")
        left = [each.name for each in (disk / "annotator").iterdir() if each.name.endswith(".part")]
        yield from expected(not left, f"left over: {left}")


def quota(world: World) -> Iterator[Problem]:
    """Files may grow no further: the same as a full disk."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    bench = Bench(world)
    bench.label()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    limit = bench.path.stat().st_size + 300_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, usual[1]))
    sentence = bench.label_until_refused()
    yield from expected(str(bench.path) in sentence, f"the sentence names no place: {sentence}")
    yield from expected(bench.saved - bench.unknown <= bench.there(), "told as saved, and gone", "lost")
    resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    yield from expected(not bench.label(), "there is room again, and nothing can be saved")
    yield from bench.look()


def few_descriptors(world: World) -> Iterator[Problem]:
    """So few files may be open that something cannot be opened: each time a sentence or the work done."""
    import resource

    bench = Bench(world)
    bench.label()
    run_quietly(
        "export",
        "--format",
        "jsonl",
        "--corpus",
        "Báo",
        "--output",
        world.folder / "first.jsonl",
        "--library",
        bench.path,
    )
    bench.library.backups.make()
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = os.dup(0)
    os.close(free)
    for more in (0, 1, 2, 3, 5, 8):
        resource.setrlimit(resource.RLIMIT_NOFILE, (free + more, usual[1]))
        try:
            yield from _with_few(world, bench, more)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, usual)
    yield from expected(not bench.label(), "files may be opened again, and nothing can be saved")
    yield from bench.look()


def _with_few(world: World, bench: Bench, more: int) -> Iterator[Problem]:
    for do in (
        bench.label,
        bench.library.backups.make,
        lambda: open_library(str(bench.path), writable=False),
    ):
        with contextlib.suppress(AnnotatorError):
            made = do()
            if hasattr(made, "close"):
                made.close()
    out = world.folder / f"out-{more}.jsonl"
    status, _, err = run_quietly(
        "export", "--format", "jsonl", "--corpus", "Báo", "--output", out, "--library", bench.path
    )
    yield from expected(status == 0 or err.strip(), f"ended with {status} and no word")
    yield from expected(out.exists() == (status == 0), f"told {status}, and the file says otherwise")


def as_anybody() -> None:
    """Let the rights of files bind this process from now on, as they bind people who are not root."""
    if os.geteuid() != 0:
        return
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.capget(head, sets):
        raise OSError(ctypes.get_errno(), "capget")
    for kind in range(3):
        sets[kind] &= ~0b1110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
    if libc.capset(head, sets):
        raise OSError(ctypes.get_errno(), "capset")


@contextlib.contextmanager
def _rights(place: Path, mode: int) -> Iterator[None]:
    usual = place.stat().st_mode & 0o7777
    place.chmod(mode)
    try:
        yield
    finally:
        place.chmod(usual)


def file_read_only(world: World) -> Iterator[Problem]:
    """The file may be read: it opens for reading, and what is in it gets out."""
    bench = Bench(world)
    bench.label()
    bench.close()
    with _rights(bench.path, 0o444):
        yield from _is_read(world, bench)
    yield from bench.look()


def folder_read_only(world: World) -> Iterator[Problem]:
    """No file may be made beside the library: as above."""
    bench = Bench(world)
    bench.label()
    bench.close()
    with _rights(bench.path.parent, 0o555):
        yield from _is_read(world, bench)
    yield from bench.look()


def _is_read(world: World, bench: Bench) -> Iterator[Problem]:
    before = bench.path.read_bytes()
    bench.open()
    yield from expected(bench.library.is_read_only, "opened for writing")
    yield from expected(bench.saved == bench.there(), "not all can be read", "lost")
    sentence = bench.label()
    yield from expected("reading only" in sentence, f"told: {sentence}")
    bench.close()
    out = world.folder / "out.jsonl"
    status, _, err = run_quietly("export", "--format", "jsonl", "--corpus", "Báo", "--output", out)
    yield from expected(status == 0, f"no export: {err}")
    status, _, err = run_quietly("undo")
    yield from expected(status == 1 and err.strip(), f"told {status}: {err}")
    yield from expected(bench.path.read_bytes() == before, "bytes were changed")


def not_to_be_read(world: World) -> Iterator[Problem]:
    """Neither read nor written: a sentence."""
    bench = Bench(world)
    bench.close()
    with _rights(bench.path, 0):
        status, _, err = run_quietly("corpora")
        yield from expected(status == 1 and str(bench.path) in err, f"told {status}: {err}")
    yield from bench.look()


def read_only_while_open(world: World) -> Iterator[Problem]:
    """Folder and file lose the right to be written while the library is open, before its first change."""
    bench = Bench(world, world.folder / "second" / "library.annotator")
    bench.label()
    bench.close()
    bench.library = open_library(str(bench.path), create=False, at_once=False)
    with _rights(bench.path.parent, 0o555), _rights(bench.path, 0o444):
        sentence = bench.label()
        yield from expected(str(bench.path) in sentence or not sentence, f"names no place: {sentence}")
        yield from expected(bench.saved <= bench.there(), "spans told as saved cannot be read", "lost")
    sentence = bench.label()
    yield from expected(not sentence, f"it may be written again, and nothing can be saved: {sentence}")
    yield from bench.look()


RIGHTS: Final = (file_read_only, folder_read_only, not_to_be_read, read_only_while_open)


def rights(world: World) -> Iterator[Problem]:
    """Everything that the rights of file and folder can forbid."""
    as_anybody()
    for trial in RIGHTS:
        inner = replace(world, folder=world.folder / trial.__name__)
        inner.library.parent.mkdir(parents=True)
        with inner.entered():
            yield from trial(inner)


def mounted_read_only(world: World) -> Iterator[Problem]:
    """A disk that is mounted to be read."""
    with small_disk(world.library.parent) as disk:
        bench = Bench(world)
        bench.label()
        bench.close()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        yield from _is_read(world, bench)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        yield from bench.look()


def deleted(world: World) -> Iterator[Problem]:
    """The file is deleted while the library is open, and put back."""
    bench = Bench(world)
    bench.label()
    aside = world.folder / "aside"
    bench.path.rename(aside)
    sentence = bench.label()
    yield from expected("no longer there" in sentence, f"told: {sentence}")
    yield from expected(bench.saved == bench.there(), "what was saved cannot be read any more", "lost")
    aside.rename(bench.path)
    yield from expected(not bench.label(), "it is back, and nothing can be saved")
    yield from bench.look()


def replaced(world: World) -> Iterator[Problem]:
    """Another library takes the name while the first is open: not a byte is written into it."""
    other = Bench(world, world.folder / "other" / "library.annotator")
    other.label()
    other.close()
    bench = Bench(world)
    bench.label()
    aside = world.folder / "aside"
    bench.path.rename(aside)
    shutil.copyfile(other.path, bench.path)
    before = bench.path.read_bytes()
    sentence = bench.label()
    yield from expected("replaced" in sentence, f"told: {sentence}")
    bench.close()
    yield from expected(bench.path.read_bytes() == before, "something was written into the wrong library")
    left = [file.name for file in bench.path.parent.glob("library.annotator-*") if file.stat().st_size]
    bench.path.unlink()
    for name in left:  # the log that is there is of the first one; with its file it is whole
        (bench.path.parent / name).rename(bench.path.parent / name)
    aside.rename(bench.path)
    yield from bench.look()


def cut_short(world: World) -> Iterator[Problem]:
    """Another program cuts the file short: nothing more is written, and it is said."""
    bench = Bench(world)
    bench.label()
    copy = bench.library.backups.make()
    size = bench.path.stat().st_size
    os.truncate(bench.path, size - 8192)
    before = bench.path.read_bytes()
    sentence = bench.label()
    yield from expected("cut short" in sentence, f"told: {sentence}")
    bench.close()
    yield from expected(bench.path.read_bytes() == before, "something was written into what was left")
    restored = world.folder / "restored.annotator"
    status, _, err = run_quietly("restore", copy.path, "--output", restored)
    yield from expected(status == 0, f"the copy does not come back: {err}")
    bench.path = restored
    yield from bench.look()


def pulled_out(world: World) -> Iterator[Problem]:
    """A stick is pulled out while the library on it is open, and put back."""
    with small_disk(world.library.parent) as disk:
        bench = Bench(world)
        bench.label()
        bench.library.idle()
        content = bench.path.read_bytes()
        subprocess.run(["umount", "--lazy", disk], check=True)
        sentence = bench.label()
        yield from expected("no longer there" in sentence, f"told: {sentence}")
        yield from expected(not bench.path.exists(), "a library was made where the stick was")
        bench.close()
    with small_disk(world.library.parent) as disk:
        bench.path.write_bytes(content)
        yield from bench.look()


TRIALS: Final = (
    Trial("full_while_labelling", FULL, full_while_labelling, no_mounts),
    Trial("full_and_closed", FULL, full_and_closed, no_mounts),
    Trial("full_where_it_is_made", FULL, full_where_it_is_made, no_mounts),
    Trial("full_for_an_export", FULL, full_for_an_export, no_mounts),
    Trial("full_for_a_backup", FULL, full_for_a_backup, no_mounts),
    Trial("full_for_an_import", FULL, full_for_an_import, no_mounts),
    Trial("full_for_preferences", FULL, full_for_preferences, no_mounts),
    Trial("quota", LIMITED, quota, no_limits, is_apart=True),
    Trial("few_descriptors", LIMITED, few_descriptors, no_limits, is_apart=True),
    Trial("rights", SHUT, rights, no_limits, is_apart=True),
    Trial("mounted_read_only", SHUT, mounted_read_only, no_mounts),
    Trial("deleted", GONE, deleted),
    Trial("replaced", GONE, replaced),
    Trial("cut_short", GONE, cut_short),
    Trial("pulled_out", GONE, pulled_out, no_mounts),
)
