"""Trials of what is around a process: the clock, names, the home folder, preferences, language."""

from __future__ import annotations

import contextlib
import io
import locale
import os
import shutil
import struct
import subprocess
import tempfile
import time
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.entry import main as program
from annotator.settings import Place, PlacesFile, PreferencesFile
from tests.reliability.bench import Bench, Trial, expected
from tests.reliability.disks import as_anybody, no_limits
from tests.reliability.worlds import Problem, run_quietly

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from tests.reliability.worlds import World

CLOCK: Final = "A clock that jumps neither loses copies nor the order of changes"
NAMES: Final = "Odd names of people, folders and files work"
HOMES: Final = "Without a usable home folder there is a sentence or another way, never a crash"
PREFERENCES: Final = "Damaged or newer preferences are kept aside; libraries do not depend on them"
BYTES: Final = "Language, country and time zone change no byte of an export"

_SOURCE: Final = Path(__file__).with_name("clock.c")
_SHIFT: Final = "CLOCK_SHIFT"
_HOUR: Final = 3600
_DAY: Final = 24 * _HOUR
_YEAR: Final = 365 * _DAY
_SUMMER_ENDS: Final = 1_792_890_000  # 2026-10-25 01:00 UTC: in Berlin 02:00 comes for the second time


def no_other_clock() -> str:
    """Why the clock cannot be shifted here."""
    if os.name != "posix" or os.uname().sysname != "Linux" or not _compiler():
        return "without Linux and a C compiler the clock of a process cannot be shifted, so no jump is tried"
    return ""


def _compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc")


def _other_clock(folder: Path) -> dict[str, str]:
    library, shift = folder / "clock.so", folder / "shift"
    subprocess.run([str(_compiler()), "-shared", "-fPIC", "-O1", "-o", library, _SOURCE, "-ldl"], check=True)
    shift.write_bytes(struct.pack("=q", 0))
    return {"LD_PRELOAD": str(library), _SHIFT: str(shift), "TZ": "Europe/Berlin"}


def _set_clock(seconds: int) -> None:
    """Let it be so many seconds later than it is."""
    with Path(os.environ[_SHIFT]).open("r+b") as file:
        file.write(struct.pack("=q", seconds))


def clock_jumps(world: World) -> Iterator[Problem]:
    """Back a day, on a year, to 1970, over the end of summer time: copies stay, the order is kept."""
    bench = Bench(world)
    now = int(time.time())
    kept: set[str] = set()
    for shift in (0, -_DAY, _YEAR, 1000 - now, _SUMMER_ENDS - now - 60, _SUMMER_ENDS - now + 60, 0):
        _set_clock(shift)
        yield from expected(not bench.label(), "nothing can be saved")
        made = bench.library.backups.make()
        listed = {each.path for each in bench.library.backups.list()}
        yield from expected(made.path in listed, f"shifted by {shift} s the new copy is not there", "lost")
        yield from expected(kept <= listed, f"shifted by {shift} s copies are gone", "lost")
        kept = listed
        bench.close()
        bench.open()
    yield from _is_in_order(bench)
    yield from bench.look()


def _is_in_order(bench: Bench) -> Iterator[Problem]:
    """The history goes by the order of the changes, undo takes the latest back."""
    newest = max(bench.places, key=bench.places.index)
    latest = bench.library.history.steps(bench.corpus)[0]
    yield from expected(latest.summary is not None, "no history")
    bench.library.history.undo()
    there = {(span.start, span.end) for span in bench.library.documents.open(bench.document).state.spans()}
    yield from expected(there == set(bench.places) - {newest}, "undo did not take the latest change back")
    bench.library.history.redo()


def clock_wrong_for_long(world: World) -> Iterator[Problem]:
    """Copies of twelve hours are made in the year to come, then the clock is put right."""
    bench = Bench(world)
    bench.label()
    first = bench.library.backups.make()
    for hour in range(12):
        _set_clock(_YEAR + hour * _HOUR)
        bench.label()
        bench.library.backups.make()
    for shift in (0, _HOUR, -20 * _YEAR):
        _set_clock(shift)
        bench.label()
        made = bench.library.backups.make()
        listed = {each.path for each in bench.library.backups.list()}
        yield from expected(
            made.path in listed, "after the clock was put right the new copy is not there", "lost"
        )
        yield from expected(
            bench.label() == "" and bench.library.backups.if_due(60) is None, "copies without end"
        )
    yield from expected(first.path in listed or len(listed) > 10, "the first copy is gone", "lost")
    yield from bench.look()


_NAMES: Final = (
    'it\'s "a" 100%41 #1?b=c&d;*~ 😀',
    "file:a?mode=memory&cache=shared#",
    "x" * 250,
)
_MORE_NAMES: Final = (
    "với dấu cách",
    unicodedata.normalize("NFD", "Nguyễn"),
    "-rf",
    "C:\\x",
    ":memory:",
    "new\nline\ttab",
    "trailing. ",
    "%s%n{x}${HOME}",
    "a; DROP TABLE span",
    "\u202egnp.exe",
    "con",
)


def odd_names(world: World) -> Iterator[Problem]:
    """Everything that is done with files, under names that something on the way could misread."""
    for name in _NAMES:
        yield from _named(world, name)


def too_long_a_path(world: World) -> Iterator[Problem]:
    """A path that SQLite cannot take: the sentence says so, and nothing is made."""
    path = world.folder / ("x" * 250) / ("y" * 250) / "library.annotator"
    status, _, err = run_quietly("--library", path, "import", world.inputs, "--corpus", "c")
    yield from expected(status == 1 and "too long" in err, f"told {status}: {err}")
    yield from expected(not path.parent.parent.exists(), "something was made")


def more_odd_names(world: World) -> Iterator[Problem]:
    """As `odd_names`."""
    for name in _MORE_NAMES:
        yield from _named(world, name)


def _named(world: World, name: str) -> Iterator[Problem]:
    folder = world.folder / "named" / name
    bench = Bench(world, folder / f"{name[:60]}.annotator")
    bench.label()
    bench.library.backups.make()
    copy = folder / f"{name[:60]}.copy"
    bench.library.backups.make(str(copy))
    bench.close()
    for words in (
        ("export", "--format", "jsonl", "--corpus", "Báo", "--output", folder / f"{name[:60]}.jsonl"),
        ("restore", copy, "--output", folder / f"{name[:60]}.new"),
        ("check",),
    ):
        status, out, err = run_quietly("--library", bench.path, *words)
        yield from expected(status == 0, f"{name[:40]!r}: {words[0]} ended with {status}: {out} {err}")
    yield from bench.look()
    bench.path = folder / f"{name[:60]}.new"
    yield from bench.look()


def homes(world: World) -> Iterator[Problem]:
    """No home, and variables that name no folder."""
    yield from _homes(world, ("no home", "a file"))


def more_homes(world: World) -> Iterator[Problem]:
    """A home that cannot be written, and odd words in the variables that name folders."""
    yield from _homes(
        world, ("a home not to be written", "relative", "odd words", "folders not to be written")
    )


def _homes(world: World, names: Sequence[str]) -> Iterator[Problem]:
    as_anybody()
    shut, file = world.folder / "shut", world.folder / "a-file"
    shut.mkdir()
    file.write_text("x")
    shut.chmod(0o555)
    os.chdir(world.out)
    variables = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    kinds = {
        "no home": {"HOME": str(shut / "nobody"), **dict.fromkeys(variables, "")},
        "a home not to be written": {"HOME": str(shut), **dict.fromkeys(variables, "")},
        "a file": dict.fromkeys(variables, str(file)),
        "relative": dict.fromkeys(variables, "not/absolute"),
        "odd words": dict.fromkeys(variables, str(world.folder / "it's 100%41 #?😀")),
        "folders not to be written": dict.fromkeys(variables, str(shut)),
    }
    for number, name in enumerate(names):
        os.environ.update(kinds[name])
        yield from _at_home(world, name, number)
    shut.chmod(0o700)


def _at_home(world: World, name: str, number: int) -> Iterator[Problem]:
    library, article = world.folder / f"{number}.annotator", world.folder / "a.txt"
    article.write_text("Bà Mai ở Huế.", encoding="utf-8")
    for words, must in (
        (("import", article, "--corpus", "c"), True),
        (
            ("export", "--corpus", "c", "--format", "jsonl", "--output", world.folder / f"{number}.jsonl"),
            True,
        ),
        (("search", "Mai", "--corpus", "c"), True),
        (("check",), True),
        (("backup",), False),
        (("backups",), False),
    ):
        status, err = _said("--library", library, *words)
        yield from expected("Traceback" not in err, f"{name}: {words[0]}: {err[-600:]}", "crash")
        yield from expected(status == 0 or not must, f"{name}: {words[0]} ended with {status}: {err}")
        yield from expected(
            status in (0, 1) and (status == 0 or err), f"{name}: {words[0]} gave {status} {err}"
        )
    os.environ.pop("ANNOTATOR_LIBRARY", None)
    status, err = _said("import", article, "--corpus", "c")
    yield from expected(
        status == 0 or (status == 1 and "Traceback" not in err), f"{name}: {status} {err}", "crash"
    )
    with contextlib.suppress(OSError):
        PreferencesFile().change(lambda old: replace(old, zoom=20))
    yield from expected(PreferencesFile().read().zoom in (17, 20), f"{name}: preferences cannot be read")
    with contextlib.suppress(OSError):
        PlacesFile().write("library", Place())


def _said(*words: object) -> tuple[int, str]:
    """Do a command as the program does it; its status and standard error."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as err, contextlib.redirect_stdout(io.StringIO()):
        with contextlib.redirect_stderr(err):
            status = program([str(word) for word in words])
        err.seek(0)
        return status, err.read()


def damaged_preferences(world: World) -> Iterator[Problem]:
    """The preferences are damaged, of a newer version, a folder, a link that leads nowhere."""
    bench = Bench(world)
    file = PreferencesFile()
    file.path.parent.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(
        (b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"version": 99, "zoom": 20}', b"")
    ):
        file.path.write_bytes(content)
        yield from expected(file.read().zoom == 17, f"{content[:20]!r} is read")
        file.change(lambda old: replace(old, zoom=18))
        aside = [each for each in file.path.parent.iterdir() if each.name.startswith("preferences.")]
        kept = [each for each in aside if each.read_bytes() == content]
        yield from expected(kept, f"{content[:20]!r} was not kept: {number}", "lost")
        yield from expected(not bench.label(), "nothing can be saved")
    file.path.unlink()
    file.path.symlink_to(world.folder / "nowhere" / "preferences.json")
    yield from expected(file.read().zoom == 17, "a link that leads nowhere is read")
    file.change(lambda old: replace(old, zoom=18))
    yield from expected(file.read().zoom == 18 and file.path.is_symlink(), "not written through the link")
    yield from bench.look()


_FORMATS: Final = ("jsonl", "spans-csv", "conll", "uima-xmi", "uima-json", "doccano", "label-studio")
_PLACES: Final[tuple[Mapping[str, str], ...]] = (
    {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TZ": "UTC"},
    {"LC_ALL": "C", "LANGUAGE": "vi", "TZ": "Asia/Kathmandu", "LANG": "vi_VN.UTF-8"},
    {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr:vi", "TZ": "America/St_Johns"},
    {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "TZ": "Pacific/Kiritimati"},
)


def other_countries(world: World) -> Iterator[Problem]:
    """The same export in another language, country and time zone."""
    yield from _elsewhere(world, _PLACES[:2], _FORMATS[:3])


def more_countries(world: World) -> Iterator[Problem]:
    """As `other_countries`, in more formats and places."""
    yield from _elsewhere(world, _PLACES, _FORMATS)


def _elsewhere(
    world: World, places: Sequence[Mapping[str, str]], formats: Sequence[str]
) -> Iterator[Problem]:
    bench = Bench(world)
    for _ in range(3):
        bench.label()
    bench.close()
    first: dict[str, bytes] = {}
    for number, place in enumerate(places):
        os.environ.update(place)
        time.tzset()
        with contextlib.suppress(locale.Error):  # it is not installed here: its name alone is tried
            locale.setlocale(locale.LC_ALL, "")
        for form in formats:
            content = yield from _export(
                world.folder / f"{number}-{form}", form, "vi" if number % 2 else "en"
            )
            yield from expected(first.setdefault(form, content) == content, f"{form} in {place} is another")
    yield from bench.look()


def _export(output: Path, form: str, language: str) -> Generator[Problem, None, bytes]:
    words = ("--language", language, "export", "--corpus", "Báo", "--format", form, "--output", output)
    nested = ("--nested", "levels") if form == "conll" else ()
    status, err = _said(*words, *nested)
    yield from expected(status == 0, f"{form}: {err}")
    files = [output, *sorted(output.rglob("*"))] if output.is_dir() else [output]
    return b"".join(part.read_bytes() for part in files if part.is_file())


TRIALS: Final = (
    Trial("clock_jumps", CLOCK, clock_jumps, no_other_clock, _other_clock, is_apart=True),
    Trial(
        "clock_wrong_for_long",
        CLOCK,
        clock_wrong_for_long,
        no_other_clock,
        _other_clock,
        is_apart=True,
        is_short=False,
    ),
    Trial("odd_names", NAMES, odd_names),
    Trial("too_long_a_path", NAMES, too_long_a_path),
    Trial("more_odd_names", NAMES, more_odd_names, is_short=False),
    Trial("homes", HOMES, homes, no_limits, is_apart=True),
    Trial("more_homes", HOMES, more_homes, no_limits, is_apart=True, is_short=False),
    Trial("damaged_preferences", PREFERENCES, damaged_preferences),
    Trial("other_countries", BYTES, other_countries, no_limits, is_apart=True),
    Trial("more_countries", BYTES, more_countries, no_limits, is_apart=True, is_short=False),
)
