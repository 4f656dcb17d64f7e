"""A report for those who look after the program: one text that a person reads, changes and saves themselves.

Nothing of a document is in it and no name: counts, versions, settings, and the log, which holds no words of
any text. The person's home folder is "~", and where the library lies is not told.
"""

from __future__ import annotations

import os
import platform
import sys
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

import annotator
from annotator.errors import AnnotatorError
from annotator.language import catalogue
from annotator.logs import crash_file, expat_version, log_file, without_home
from annotator.messages import say
from annotator.settings import PreferencesFile
from annotator.storage.file.sqlite import engine_version
from annotator.storage.migrations import NEWEST
from annotator.storage.soundness import checks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from annotator.messages import Message
    from annotator.services.library import Library

    Facts = Mapping[str, object]

_PACKAGES: Final = ("PySide6-Essentials", "SQLAlchemy", "regex", "lxml", "pypdf", "spacy", "pyarrow")
_LOG_LINES: Final = 200
_CRASH_LINES: Final = 80
_TAIL_BYTES: Final = 200_000
_PLACES: Final = ("recent_libraries", "panel_widths", "keys")
"""Preferences that are only counted: they may hold names, or nobody needs to know them."""


def report(library: Library | None, window: Facts, language: str = "en") -> str:
    """The report as plain text.

    Args:
        library: the open one, which is looked at quickly; None when none is open.
        window: what only the window knows, name -> value.
        language: of its sentences; names of facts are the same in every language.
    """
    words = catalogue(language)

    def said(message: Message) -> str:
        return message.render(words)

    parts = [
        said(say("Report of the annotator, made {time} (UTC).", time=f"{datetime.now(UTC):%Y-%m-%d %H:%M}")),
        said(
            say(
                "It holds no words of any document and no names of people or files. Read it, take out what "
                "you do not want to give away, save it, and hand it on yourself: nothing is sent."
            )
        ),
        _section(said(say("Program and machine")), {**_program(), **window}),
        _section(said(say("Settings")), _settings()),
        _section(said(say("Library")), {"open": "no"} if library is None else _library(library)),
        _tail(said(say("Crashes of Python itself, the latest last")), crash_file(), _CRASH_LINES),
        _tail(said(say("Log, the latest last")), log_file(), _LOG_LINES),
    ]
    return "\n\n".join(parts) + "\n"


def _section(title: str, facts: Facts) -> str:
    return "\n".join((title, *(f"    {name}: {value}" for name, value in facts.items())))


def _program() -> dict[str, object]:
    return {
        "annotator": annotator.__version__,
        "library format": NEWEST,
        "Python": f"{platform.python_version()} ({sys.platform}, {platform.machine()})",
        "system": platform.platform(),
        "SQLite": engine_version(),
        "Expat": expat_version(),
        **{name: _version(name) for name in _PACKAGES},
        "processors": os.cpu_count(),
        "file names in": sys.getfilesystemencoding(),
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"


def _settings() -> dict[str, object]:
    told = asdict(PreferencesFile().read())
    return {name: len(value) if name in _PLACES else value for name, value in told.items()}


def _library(library: Library) -> dict[str, object]:
    corpora = library.corpora.list()
    return {
        "open": "for reading" if library.is_read_only else "for writing",
        "bytes": _size(library.path),
        "bytes of its log": _size(library.path.with_name(f"{library.path.name}-wal")),
        "corpora": len(corpora),
        "documents": sum(each.documents for each in corpora),
        "spans": sum(library.measuring.spans_by_corpus().values()),
        "warnings": len(library.warnings),
        "looked at quickly": _soundness(library),
    }


def _soundness(library: Library) -> str:
    try:
        with library.store.reading() as view:
            problems = checks.find_damage(view, library.store.file).problems
    except AnnotatorError as error:
        return type(error).__name__
    counts = Counter(each.kind for each in problems)
    return ", ".join(f"{kind}: {count}" for kind, count in counts.items()) or "sound"


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _tail(title: str, path: Path, most: int) -> str:
    return "\n".join((title, *(f"    {line}" for line in _last_lines(path, most) or ("-",))))


def _last_lines(path: Path, most: int) -> Sequence[str]:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
            content = file.read().decode("utf-8", "replace")
    except OSError:
        return ()
    return _shown(content.splitlines()[-most:])


def _shown(lines: Iterable[str]) -> list[str]:
    return [without_home(line) for line in lines]
