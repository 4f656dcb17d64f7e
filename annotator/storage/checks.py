"""Proof that a library is sound: every promise that can be looked at from outside is looked at."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.changes import check_range
from annotator.model.soundness import CheckReport, Problem
from annotator.model.span import Span, covered_text
from annotator.storage import sqlite
from annotator.storage.projection import labels_as_counted, rows_as_counted
from annotator.storage.repositories.spans import load_parts
from annotator.storage.tables import document, document_version, layer, span_version, step, step_gap
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from annotator.storage.repositories import Repositories
    from annotator.storage.types import AnyRow

_logger = logging.getLogger("annotator.storage")

_SHOWN = 100
"""Problems of one kind that are listed; more are summed up."""


def find_damage(view: Repositories, file: Path) -> CheckReport:
    """What is quickly found wrong with the file, and texts that are not those that came in."""
    return CheckReport(tuple(_found((_quick_structure(view, file), _texts(view)))))


def find_problems(view: Repositories, file: Path) -> CheckReport:
    """Everything that is wrong, and how much was looked at.

    Args:
        view: of the library.
        file: where its bytes are.
    """
    finders = (_references, _texts, _spans, _log, _received, _counts, _folded)
    problems = tuple(_found((_structure(view, file), *(finder(view) for finder in finders))))
    try:
        return CheckReport(problems, _looked_at(view.connection))
    except DatabaseError as error:
        return CheckReport(problems or (_broken(str(error.orig)),))


def _found(finders: Iterable[Iterator[Problem]]) -> Iterator[Problem]:
    """What all find; what one cannot read to its end is damage too."""
    is_broken = False
    for finder in finders:
        try:
            for problem in _limited(finder):
                is_broken = is_broken or problem.kind == "structure"
                yield problem
        except DatabaseError as error:
            if not is_broken:
                is_broken = True
                yield _broken(str(error.orig))


def _quick_structure(view: Repositories, file: Path) -> Iterator[Problem]:
    words = sqlite.structure_problems(view.connection, quick=True)
    if words or (words := sqlite.length_problems(view.connection, file)):
        yield _broken("; ".join(words))


def _structure(view: Repositories, file: Path) -> Iterator[Problem]:
    lengths = sqlite.length_problems(view.connection, file)
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


def _limited(found: Iterator[Problem]) -> Iterator[Problem]:
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


def _references(view: Repositories) -> Iterator[Problem]:
    for table, row, target, _ in sqlite.foreign_key_problems(view.connection):
        yield Problem(
            "reference",
            f"{table} {row}",
            say(
                "Row {row} of {table} refers to something in {target} that is not there.",
                row=row,
                table=table,
                target=target,
            ),
        )


def _texts(view: Repositories) -> Iterator[Problem]:
    columns = (document.c.uid, document.c.length, document.c.text_sha256, document.c.text)
    for row in view.connection.execute(
        select(*columns).order_by(document.c.id).execution_options(yield_per=50)
    ):
        if text_sha256(row.text) != row.text_sha256 or len(row.text) != row.length:
            yield Problem(
                "hash",
                f"document {row.uid}",
                say(
                    "The text of document {uid} is not the one that was imported: its hash differs. Restore "
                    "it from a backup.",
                    uid=row.uid,
                ),
            )
    differing = (
        select(document.c.uid)
        .join(document_version, document_version.c.document == document.c.id)
        .where(document_version.c.text_sha256 != document.c.text_sha256)
    )
    for uid in view.connection.execute(differing).scalars():
        yield Problem(
            "hash",
            f"document {uid}",
            say("Document {uid} and its versions disagree about the text's hash.", uid=uid),
        )


def _spans(view: Repositories) -> Iterator[Problem]:
    columns = ("uid", "start", "end", "parts", "flags", "covered")
    statement = (
        select(layer.c.document, *(span_version.c[name] for name in columns))
        .join(layer, layer.c.id == span_version.c.layer)
        .order_by(layer.c.document)
        .execution_options(yield_per=1000)
    )
    words, current = "", None
    for row in view.connection.execute(statement):
        if row.document != current:
            words, current = view.documents.text(row.document), row.document
        yield from _span_problems(row, words)


def _span_problems(row: AnyRow, words: str) -> Iterator[Problem]:
    try:
        parts = load_parts(row.parts) if row.parts else None
        span = Span(row.uid, row.start, row.end, "", flags=tuple(row.flags.split()), parts=parts)
        check_range(span, len(words))
    except (UserError, ValueError, TypeError) as error:
        yield Problem(
            "span",
            f"span {row.uid}",
            say("Span {uid} does not fit its text: {reason}", uid=row.uid, reason=str(error)),
        )
        return
    if covered_text(words, span) != row.covered:
        yield Problem(
            "covered",
            f"span {row.uid}",
            say(
                "Span {uid} covers {found}, but when it was made it covered {wanted}.",
                uid=row.uid,
                found=json.dumps(covered_text(words, span)[:80], ensure_ascii=False),
                wanted=json.dumps(row.covered[:80], ensure_ascii=False),
            ),
        )


def _log(view: Repositories) -> Iterator[Problem]:
    gaps = set(view.connection.execute(select(step_gap.c.step)).scalars())
    written = view.connection.execute(
        select(step.c.seq, step.c.row_count, step.c.digest).order_by(step.c.seq)
    ).all()
    known = {row.seq for row in written}
    found = dict(view.steps.digests())
    for row in written:
        if row.seq not in gaps and found[row.seq] != (row.row_count, row.digest):
            yield Problem(
                "log",
                f"step {row.seq}",
                say("What step {seq} wrote is not what the log says it wrote.", seq=row.seq),
            )
    for seq in sorted(set(found) - known):
        yield Problem(
            "log", f"step {seq}", say("Rows belong to step {seq}, which the log does not have.", seq=seq)
        )


def _received(view: Repositories) -> Iterator[Problem]:
    """Changes that packages brought and that cannot be read, or do not belong to the step they name."""
    for uid, whose in view.received.unreadable():
        yield Problem(
            "received",
            f"change {uid}",
            say(
                "A change that a package brought from the copy {copy} is damaged, so its thing is not worked "
                "out rightly. Restore the newest backup.",
                copy=whose,
            ),
        )


def _counts(view: Repositories) -> Iterator[Problem]:
    for table, counted in (
        ("document_row", rows_as_counted(view.connection)),
        ("label_count", f"{labels_as_counted(view.connection)} GROUP BY 1"),
    ):
        kept = f"SELECT * FROM {table}" + (
            " WHERE spans <> 0 OR documents <> 0" if table == "label_count" else ""
        )
        for left, right in ((kept, counted), (counted, kept)):
            statement = f"SELECT count(*) FROM (SELECT * FROM ({left}) EXCEPT SELECT * FROM ({right}))"
            wrong = view.connection.execute(text(statement)).scalar_one()
            if wrong:
                yield Problem(
                    "counts",
                    table,
                    say(
                        "{count} count or list row is wrong; 'annotator check --repair' counts "
                        "anew.|{count} counts or list rows are wrong; 'annotator check --repair' counts "
                        "anew.",
                        count=wrong,
                    ),
                    repairable=True,
                )
                break


def _folded(view: Repositories) -> Iterator[Problem]:
    for key in view.search.wrongly_folded():
        yield Problem(
            "search",
            f"search_text {key}",
            say(
                "What searches keep of the text number {key} is not made of that text, so they may miss it; "
                "'annotator check --repair' makes it anew.",
                key=key,
            ),
            repairable=True,
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
