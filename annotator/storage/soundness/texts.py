"""Proof that every text is the one that came in, and that every span covers what it covered at first."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.changes import check_range
from annotator.model.soundness import Problem
from annotator.model.span import Span, covered_text
from annotator.storage.repositories.spans import load_parts
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, TextClause

    from annotator.messages import Message
    from annotator.storage.types import AnyRow

    Tick = Callable[[], None]

_SHOWN: Final = 80

# As bytes: one flipped bit can make a text no UTF-8, and then only this text must be given up, not the rest.
_ROWS: Final = (
    "SELECT d.id, d.uid, d.length, d.text_sha256, CAST(d.text AS BLOB) AS bytes, "
    "(SELECT group_concat(DISTINCT v.text_sha256) FROM document_version AS v WHERE v.document = d.id) "
    "AS told FROM document AS d"
)
_TEXTS: Final = text(f"{_ROWS} ORDER BY d.id").execution_options(yield_per=50)
_TEXT: Final = text(f"{_ROWS} WHERE d.id = :key")
_BEHIND: Final = text("SELECT id, uid FROM document WHERE id > :key ORDER BY id")
_TITLE: Final = text(
    "SELECT CAST(title AS BLOB) FROM document_version WHERE document = :key "
    "ORDER BY to_step IS NULL DESC, id DESC LIMIT 1"
)
_LABEL: Final = text(
    "SELECT CAST(name AS BLOB) FROM label_version WHERE label = :key "
    "ORDER BY to_step IS NULL DESC, id DESC LIMIT 1"
)
_SPANS: Final = text(
    'SELECT l.document, d.uid AS article, s.id, s.uid, s.label, s.start, s."end", s.parts, s.flags, '
    "s.from_step, CAST(s.covered AS BLOB) AS covered "
    "FROM span_version AS s JOIN layer AS l ON l.id = s.layer "
    "JOIN document AS d ON d.id = l.document ORDER BY l.document, s.id"
).execution_options(yield_per=1000)
_BYTES: Final = text("SELECT CAST(text AS BLOB) FROM document WHERE id = :key")


def decoded(content: bytes | None) -> str | None:
    """The text that these bytes are; None when they are none."""
    try:
        return None if content is None else content.decode()
    except UnicodeDecodeError:
        return None


@contextlib.contextmanager
def whatever_bytes(connection: Connection) -> Iterator[None]:
    """Within it, what is no UTF-8 is read with its bad bytes written out: the driver would end everything.

    It is no word that the log knows then, so what looks for that finds the one thing it is about.
    """
    driver = connection.connection.driver_connection
    if driver is None:  # it is closed: whoever asks is told so
        yield
        return
    before = driver.text_factory
    driver.text_factory = lambda content: content.decode(errors="backslashreplace")
    try:
        yield
    finally:
        driver.text_factory = before


def title_of(connection: Connection, key: int) -> str:
    """The title of a document for a sentence about it, also when its bytes are damaged."""
    return _name(connection, _TITLE, key)


def label_of(connection: Connection, key: int) -> str:
    """The name of a label for a sentence about it, also when its bytes are damaged."""
    return _name(connection, _LABEL, key)


def _name(connection: Connection, statement: TextClause, key: int) -> str:
    found = connection.execute(statement, {"key": key}).scalar()
    return "?" if found is None else bytes(found).decode(errors="backslashreplace")


def texts(connection: Connection, tick: Tick) -> Iterator[Problem]:
    """Documents whose text cannot be read, or does not agree with its hash, its length or the log."""
    key = 0
    try:
        for row in connection.execute(_TEXTS):
            tick()
            yield from _text_problems(connection, row)
            key = row.id
    except DatabaseError:  # a page of one text: the others are still asked, each alone
        yield from _one_by_one(connection, key, tick)


def _one_by_one(connection: Connection, after: int, tick: Tick) -> Iterator[Problem]:
    for key, uid in connection.execute(_BEHIND, {"key": after}).all():
        tick()
        try:
            row = connection.execute(_TEXT, {"key": key}).one()
        except DatabaseError:
            yield Problem("hash", f"document {uid}", _unread(title_of(connection, key)), document=uid)
        else:
            yield from _text_problems(connection, row)


def _unread(title: str) -> Message:
    return say(
        "The text of “{title}” cannot be read: the file is damaged there. Look for it in a backup.",
        title=title,
    )


def _text_problems(connection: Connection, row: AnyRow) -> Iterator[Problem]:
    content = decoded(row.bytes)
    if content is None or text_sha256(content) != row.text_sha256 or len(content) != row.length:
        yield _wrong_text(row, title_of(connection, row.id))
    elif row.told is not None and row.told != row.text_sha256:
        yield _other_versions(row, title_of(connection, row.id))


def _wrong_text(row: AnyRow, title: str) -> Problem:
    message = say(
        "The text of “{title}” is not the one that was imported: its hash differs. Look for it in a backup.",
        title=title,
    )
    return Problem("hash", f"document {row.uid}", message, document=row.uid)


def _other_versions(row: AnyRow, title: str) -> Problem:
    message = say("“{title}” and its versions disagree about the hash of its text.", title=title)
    return Problem("hash", f"document {row.uid}", message, document=row.uid)


def spans(connection: Connection, tick: Tick) -> Iterator[Problem]:
    """Spans, living and past, that lie outside their text or do not cover what they covered."""
    words: str | None = ""
    current = None
    for row in connection.execute(_SPANS):
        tick()
        if row.document != current:
            words = decoded(connection.execute(_BYTES, {"key": row.document}).scalar())
            current = row.document
        if words is not None:  # else the text itself is what is wrong, and that is said
            yield from _span_problems(connection, row, words)


def _span_problems(connection: Connection, row: AnyRow, words: str) -> Iterator[Problem]:
    span = span_of(row, words)
    if isinstance(span, str):
        message = say(
            "“{title}”: a span labelled “{label}” does not fit its text: {reason}",
            title=title_of(connection, row.document),
            label=label_of(connection, row.label),
            reason=span,
        )
        yield Problem("span", f"span {row.uid}", message, document=row.article, step=row.from_step)
    elif covered_text(words, span).encode() != row.covered:
        message = say(
            "“{title}”: the span “{found}”, labelled “{label}”, is kept with other words: “{wanted}”.",
            title=title_of(connection, row.document),
            label=label_of(connection, row.label),
            found=_cut(covered_text(words, span)),
            wanted=_cut(bytes(row.covered).decode(errors="backslashreplace")),
        )
        yield Problem("covered", f"span {row.uid}", message, document=row.article, step=row.from_step)


def span_of(row: AnyRow, words: str) -> Span | str:
    """The span that a row describes over that text, or why it cannot be one."""
    try:
        parts = load_parts(row.parts) if row.parts else None
        span = Span(row.uid, row.start, row.end, "", flags=tuple(row.flags.split()), parts=parts)
        check_range(span, len(words))
    except (UserError, ValueError, TypeError) as error:
        return str(error)
    return span


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
