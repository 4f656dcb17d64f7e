"""Proof that a library is sound: every promise that can be looked at from outside is looked at."""

from __future__ import annotations

import logging
import sqlite3
from itertools import islice
from typing import TYPE_CHECKING, Final

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from annotator.messages import say
from annotator.model.soundness import CheckReport, Problem
from annotator.storage.file import sqlite
from annotator.storage.projection import labels_as_counted, rows_as_counted
from annotator.storage.soundness import log as check_log
from annotator.storage.soundness import settings as check_settings
from annotator.storage.soundness import texts as check_texts
from annotator.storage.soundness import things as check_things
from annotator.storage.tables import VERSIONED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from annotator.storage.repositories import Repositories
    from annotator.storage.soundness.texts import Tick

    Progress = Callable[[int, int], None]

_logger = logging.getLogger("annotator.storage")

_UNREAD: Final = (DatabaseError, sqlite3.DatabaseError)
"""What the driver raises over damage; as it is where rows are taken from its own cursor."""

_SHOWN: Final = 100
"""Problems of one kind that are listed; more are summed up."""

_SENSELESS: Final = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a finder meets on values of a kind that no STRICT table takes, or that say nothing."""

_NAMED: Final = 3
"""Things that are named of many whose counts are wrong."""

_COUNTED_ANEW: Final = say("It is counted anew.")

_TOLD: Final = 500
"""After so many things it is told how far the check is."""


def find_damage(view: Repositories, file: Path) -> CheckReport:
    """What is quickly found wrong with the file, and texts that are not those that came in."""
    finders = (_quick_structure(view, file), check_texts.texts(view.connection, _unheard))
    return CheckReport(tuple(_found(finders)))


def find_problems(view: Repositories, file: Path | None, progress: Progress | None = None) -> CheckReport:
    """Everything that is wrong, and how much was looked at.

    Args:
        view: of the library.
        file: where its bytes are; None within a transaction that writes, while they change.
        progress: called often with (things looked at, things to look at); may raise to stop.
    """
    with check_texts.whatever_bytes(view.connection):
        problems = list(_found((_structure(view, file),)))
        tick: Tick = _unheard
        try:
            if progress is not None:
                tick = _ticking(progress, _to_look_at(view.connection))
            counts = _looked_at(view.connection)
        except DatabaseError as error:
            texts = _found((check_texts.texts(view.connection, tick),), is_broken=True)
            return CheckReport((*(problems or (_broken(str(error.orig)),)), *texts))
        finders = (*(finder(view, tick) for finder in _FINDERS), *_of_texts(view, tick))
        is_broken = any(each.kind == "structure" for each in problems)
        problems += _found(finders, is_broken=is_broken)
    return CheckReport(tuple(problems), counts)


def _of_texts(view: Repositories, tick: Tick) -> Iterator[Iterator[Problem]]:
    yield check_texts.texts(view.connection, tick)
    yield check_texts.spans(view.connection, tick)


def _unheard() -> None:
    """Nobody wants to know how far it is."""


def _ticking(progress: Progress, total: int) -> Tick:
    looked_at = 0

    def tick() -> None:
        nonlocal looked_at
        looked_at += 1
        if looked_at % _TOLD == 0:
            progress(min(looked_at, total), total)

    progress(0, total)
    return tick


def _to_look_at(connection: Connection) -> int:
    """How often `tick` is about to be called, nearly."""
    versions = " + ".join(f"(SELECT count(DISTINCT {each.key}) FROM {each.table.name})" for each in VERSIONED)
    rows = "(SELECT count(*) FROM document) + (SELECT count(*) FROM span_version)"
    steps = "2 * (SELECT count(*) FROM step)"
    return int(connection.execute(text(f"SELECT {rows} + {steps} + {versions}")).scalar_one())


def _found(finders: Iterable[Iterator[Problem]], *, is_broken: bool = False) -> Iterator[Problem]:
    """What all find; what one cannot read to its end is damage too."""
    for finder in finders:
        try:
            for problem in limited(finder):
                is_broken = is_broken or problem.kind == "structure"
                yield problem
        except _UNREAD as error:
            if not is_broken:
                is_broken = True
                yield _broken(str(getattr(error, "orig", error)))
        except _SENSELESS as error:
            if not is_broken:
                is_broken = True
                yield _broken(f"a value of a wrong kind ({type(error).__name__})")


def _quick_structure(view: Repositories, file: Path) -> Iterator[Problem]:
    words = sqlite.structure_problems(view.connection, quick=True)
    if words or (words := sqlite.length_problems(view.connection, file)):
        yield _broken("; ".join(words))


def _structure(view: Repositories, file: Path | None) -> Iterator[Problem]:
    lengths = [] if file is None else sqlite.length_problems(view.connection, file)
    if lengths:
        _log_words("; ".join(lengths))
        yield Problem(
            "structure",
            "file",
            say(
                "The file is longer or shorter than it says it is: something was cut off or added. Restore "
                "the newest backup."
            ),
        )
    words = sqlite.structure_problems(view.connection, quick=False)
    if words:
        yield _broken("; ".join(words))


def limited(found: Iterator[Problem]) -> Iterator[Problem]:
    """The first of many problems of one kind, and that there are more."""
    for number, problem in enumerate(found):
        if number >= _SHOWN:
            yield Problem(problem.kind, "…", say("More problems of this kind were found than are listed."))
            return
        yield problem


def _broken(words: str) -> Problem:
    _log_words(words)
    return Problem(
        "structure",
        "file",
        say("The file is damaged: what it holds does not fit together. Restore the newest backup."),
    )


def _log_words(words: str) -> None:
    """SQLite's words say nothing to a person, and something to who mends the program."""
    _logger.error("damaged library: %s", words)


def _counts(view: Repositories, tick: Tick) -> Iterator[Problem]:
    connection = view.connection
    tick()
    wrong = _unlike(connection, "SELECT * FROM document_row", rows_as_counted(connection))
    if wrong:
        message = say(
            "{count} row of the list of documents is wrong: {names}.|"
            "{count} rows of the list of documents are wrong: {names}.",
            count=len(wrong),
            names=_some(check_texts.title_of(connection, key) for key in wrong),
        )
        yield Problem("counts", "document_row", message, repairable=True, cure=_COUNTED_ANEW)
    tick()
    kept = "SELECT * FROM label_count WHERE spans <> 0 OR documents <> 0"
    wrong = _unlike(connection, kept, f"{labels_as_counted(connection)} GROUP BY 1")
    if wrong:
        message = say(
            "The number of spans of {count} label is wrong: {names}.|"
            "The numbers of spans of {count} labels are wrong: {names}.",
            count=len(wrong),
            names=_some(check_texts.label_of(connection, key) for key in wrong),
        )
        yield Problem("counts", "label_count", message, repairable=True, cure=_COUNTED_ANEW)


def _unlike(connection: Connection, kept: str, counted: str) -> list[int]:
    """Keys of the rows that are kept otherwise than they are counted."""
    both = ((kept, counted), (counted, kept))
    sides = " UNION ".join(
        f"SELECT * FROM (SELECT * FROM ({left}) EXCEPT SELECT * FROM ({right}))" for left, right in both
    )
    return sorted(set(connection.execute(text(sides)).scalars()))


def _some(names: Iterator[str]) -> str:
    """The first few names, and that there are more."""
    return ", ".join(
        [*(f"“{name}”" for name in islice(names, _NAMED)), *(["…"] if any(True for _ in names) else [])]
    )


def _folded(view: Repositories, tick: Tick) -> Iterator[Problem]:
    for key in view.search.wrongly_folded():
        tick()
        yield Problem(
            "search",
            f"search_text {key}",
            say(
                "What searches keep of the text number {key} is not made of that text, so they may miss it.",
                key=key,
            ),
            repairable=True,
            cure=say("It is made anew of the text."),
        )


_FINDERS: Final = (
    check_things.schema,
    check_settings.settings,
    check_things.references,
    check_things.orphans,
    check_things.twice,
    check_log.digests,
    check_log.order,
    check_log.replay,
    check_log.undone,
    check_log.named,
    check_log.gaps,
    check_things.attached,
    check_things.received,
    _counts,
    _folded,
)


def _looked_at(connection: Connection) -> dict[str, int]:
    numbers = {}
    for name, statement in _COUNTED.items():
        numbers[name] = int(connection.execute(text(statement)).scalar_one())
    return numbers


_COUNTED = {
    "corpora": "SELECT count(*) FROM corpus_version WHERE to_step IS NULL",
    "documents": "SELECT count(*) FROM document_version WHERE to_step IS NULL",
    "layers": "SELECT count(*) FROM layer_version WHERE to_step IS NULL",
    "spans": "SELECT count(*) FROM span_version WHERE to_step IS NULL",
    "labels": "SELECT count(*) FROM label_version WHERE to_step IS NULL AND state = 'active'",
    "annotators": "SELECT count(*) FROM annotator_version WHERE to_step IS NULL",
    "steps": "SELECT count(*) FROM step",
}
