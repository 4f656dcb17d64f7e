"""What may become of a file that somebody else made: it is taken in whole, or refused with a sentence.

Everything else is a fault: another exception, no sentence, spans outside their text, words that no text can
hold, a library that is not sound afterwards, or taking longer than anybody would wait for a file so small.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import re
import signal
import sqlite3
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import SQLAlchemyError

from annotator.errors import AnnotatorError, FormatError
from annotator.exchange import package_reading
from annotator.formats.label_set import read_label_set
from annotator.model.figures import Scope
from annotator.model.reading import ReadingChoice
from annotator.model.recipe import Recipe
from annotator.services.intake.reading import Order, look, take_in
from annotator.services.library import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

    from annotator.services.library import Library

LONGEST: Final = 20.0
"""Seconds of work on one small file after which it is called endless."""

LIBRARY: Final = "library"
PACKAGE: Final = "package"
LABEL_SET: Final = "label-set"

_UNSAYABLE: Final = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST_SENTENCE: Final = 2_000
_SPANS: Final = (
    'SELECT s.start, s."end", s.covered, s.parts, d.text FROM span s JOIN layer l ON l.id = s.layer '
    "JOIN document d ON d.id = l.document"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One file to try.

    Attributes:
        reader: as `seeds.Seed` has it, "auto", or "library".
        name: of the file.
        data: its bytes.
        beside: files that lie beside it.
        choice: what the person chose for it.
        inspects: whether what is odd in it is looked for, as on the import page.
        writes: of a library: whether it is opened for writing.
    """

    reader: str
    name: str
    data: bytes
    beside: dict[str, bytes] = field(default_factory=dict)
    choice: ReadingChoice = field(default_factory=ReadingChoice)
    inspects: bool = False
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a case; `fault` says what is wrong with that, "" for nothing; `where` tells it apart."""

    was_read: bool = False
    fault: str = ""
    where: str = ""


class EndlessError(BaseException):
    """It takes too long; no reader may mistake this for a damaged file."""


def judged(case: Case, folder: Path) -> Verdict:
    """Try one case in an empty folder of its own."""
    for name, data in {**case.beside, case.name: case.data}.items():
        (folder / name).write_bytes(data)
    try:
        with _limited(LONGEST):
            return Verdict(was_read=_TRIALS.get(case.reader, _import)(case, folder))
    except AnnotatorError as error:
        return _sentence(error)
    except EndlessError:
        return Verdict(fault=f"takes over {LONGEST:.0f} s", where=_where(traceback.format_exc()))
    except Exception as error:  # noqa: BLE001  (this is what is looked for)
        told = traceback.format_exc()
        return Verdict(fault=f"{type(error).__name__}: {error!s:.200}\n{told}", where=_where(told))


def _sentence(error: AnnotatorError) -> Verdict:
    """Every refusal is made of sentences that any stream can take."""
    messages = error.problems if isinstance(error, FormatError) else (error.message,)
    for message in messages:
        sentence = str(message)
        if not sentence.endswith(".") or _UNSAYABLE.search(sentence) or len(sentence) > _LONGEST_SENTENCE:
            shown = ascii(sentence[:200] + " … " + sentence[-100:])
            return Verdict(fault=f"not a sentence: {shown}", where=message.text[:80])
    return Verdict()


def _import(case: Case, folder: Path) -> bool:
    """Read an article or annotations into a staging file, and look what is in it."""
    staging = folder / "staging.sqlite"
    order = Order(
        str(folder / case.name), case.name, str(staging), case.reader, case.choice, inspects=case.inspects
    )
    if case.inspects:
        found = look(order, _pulse)
        if found.taken is None:
            raise FormatError(found.problems[0], found.problems)
    else:
        take_in(order, _pulse)
    with contextlib.closing(sqlite3.connect(staging)) as connection:
        for start, end, covered, parts, text in connection.execute(_SPANS):
            if not 0 <= start < end <= len(text):
                raise AssertionError(f"span {start}-{end} of a text of {len(text)}")
            if not parts and covered != text[start:end]:
                raise AssertionError(f"covered text of {start}-{end} is not that of the text")
        for title, text, metadata in connection.execute("SELECT title, text, metadata FROM document"):
            _require_text(title, text)
            if not all(type(value) is str for pair in json.loads(metadata).items() for value in pair):
                raise AssertionError("metadata that is no text")
        for (name,) in connection.execute("SELECT name FROM label UNION SELECT name FROM annotator"):
            _require_text(name)
    return True


def _require_text(*texts: str) -> None:
    if any("\0" in text for text in texts):
        raise AssertionError("NUL in a text")


def _package(case: Case, folder: Path) -> bool:
    package_reading.read_stream(io.BytesIO(case.data), case.name)
    return True


def _label_set(case: Case, folder: Path) -> bool:
    read_label_set(case.data, case.name, "vi")
    return True


def _library(case: Case, folder: Path) -> bool:
    """Open a library, look through it, export and check it; what is refused or only read stays as it was."""
    path = folder / case.name
    before = hashlib.sha256(case.data).digest()
    try:
        with open_library(str(path), writable=case.writes, create=False) as library:
            is_sound = library.checking.check().sound
            try:
                _use(library, folder, writes=case.writes and not library.is_read_only)
            except (LookupError, TypeError, ValueError, SQLAlchemyError):
                if is_sound:  # else the check says what is wrong, and an error loses nothing
                    raise
    finally:
        if not case.writes and hashlib.sha256(path.read_bytes()).digest() != before:
            raise AssertionError("a library that was only read is not what it was")
    return True


def _use(library: Library, folder: Path, *, writes: bool) -> None:
    for number, corpus in enumerate(library.corpora.list()):
        library.figures.overview(corpus.uid, Scope())
        if writes:
            library.documents.add(corpus.uid, "neu", "Một bài mới.")
        library.exporting.export(corpus.uid, Recipe(format="jsonl"), str(folder / f"{number}.out"))


_TRIALS: Final = {PACKAGE: _package, LABEL_SET: _label_set, LIBRARY: _library}


def imported(paths: list[Path], library: Path) -> str:
    """Bring files into a library as the command line does; what is wrong with it then, "" for nothing."""
    with open_library(str(library)) as opened:
        opened.importing.import_paths([str(path) for path in paths], "c")
        report = opened.checking.check()
    return "" if report.sound else "; ".join(str(problem.message) for problem in report.problems)


def _pulse(done: int, total: int) -> None:
    """Nobody waits."""


@contextlib.contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Ends the block with `EndlessError` when it has worked so long; readers use the other clock."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise EndlessError

    if not hasattr(signal, "setitimer"):
        yield  # Windows: the test's own time limit has to do
        return
    usual = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, usual)


def _where(told: str) -> str:
    """The innermost lines of ours on the way to an error: equal for equal faults."""
    own = [line.strip() for line in told.splitlines() if "/annotator/" in line or "judging.py" in line]
    return "|".join(own[-2:]) + "|" + told.strip().splitlines()[-1].partition(":")[0]
