"""Comments: remarks on documents, ranges, spans and clusters, with the answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import select

from annotator.model.document import Annotator
from annotator.model.review import Comment
from annotator.storage import versions
from annotator.storage.repositories.people import People
from annotator.storage.tables import (
    VERSIONED,
    annotator,
    comment_version,
    document_row,
    span_version,
)
from annotator.storage.tables import document as document_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Connection

    from annotator.storage.types import AnyRow

COMMENTS: Final = next(entry for entry in VERSIONED if entry.table is comment_version)

_FROM: Final = (
    comment_version.join(document_table, document_table.c.id == comment_version.c.document)
    .join(annotator, annotator.c.id == comment_version.c.author)
    .outerjoin(
        span_version,
        (span_version.c.uid == comment_version.c.span)
        & (comment_version.c.span != "")
        & versions.is_current(span_version),
    )
)
_COLUMNS: Final = (
    *(
        comment_version.c[name]
        for name in (
            "document",
            "uid",
            "text",
            "made",
            "span",
            "cluster",
            "start",
            "end",
            "reply_to",
            "author",
        )
    ),
    comment_version.c.resolved,
    document_table.c.uid.label("document_uid"),
    annotator.c.uid.label("author_uid"),
    span_version.c.start.label("span_start"),
    span_version.c.end.label("span_end"),
)


class CommentHome(NamedTuple):
    """A living comment with the key of the document it is on."""

    document: int
    comment: Comment


class Comments:
    """The living comments of a library, in the order in which they were made.

    A comment on a span says where the span is now; when the span is gone it says the range it once was made
    on, and names no span.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_document(self, key: int) -> list[Comment]:
        """All on one document."""
        return [each.comment for each in self._read(comment_version.c.document == key)]

    def open_in(self, corpus_key: int) -> list[Comment]:
        """First remarks of threads with something left to do, on living documents of a corpus."""
        documents = select(document_row.c.document).where(document_row.c.corpus == corpus_key)
        rows = comment_version.c
        return [
            each.comment
            for each in self._read(rows.document.in_(documents), rows.reply_to == "", rows.resolved == 0)
        ]

    def living(self, uid: str) -> CommentHome | None:
        """The comment of that uid."""
        return next(iter(self._read(comment_version.c.uid == uid)), None)

    def answers(self, uid: str) -> list[str]:
        """Uids of the living answers to a comment."""
        statement = select(comment_version.c.uid).where(
            comment_version.c.reply_to == uid, versions.is_current(comment_version)
        )
        return list(self._connection.execute(statement).scalars())

    def add(self, comment: Comment, document: int, author: int, step: int) -> None:
        """Write a new comment under the running step; `document` and `author` are keys."""
        row = {
            "uid": comment.uid,
            "document": document,
            "span": comment.span,
            "cluster": comment.cluster,
            "start": comment.start,
            "end": comment.end,
            "author": author,
            "text": comment.text,
            "reply_to": comment.reply_to,
            "made": comment.made,
            "resolved": int(comment.is_resolved),
        }
        versions.open_rows(self._connection, comment_version, step, [row])

    def change(self, uid: str, step: int, **values: object) -> None:
        """Give a living comment other values: `text`, or `resolved` as 0 or 1."""
        versions.replace(self._connection, COMMENTS, step, uid, **values)

    def end(self, uids: list[str], step: int) -> None:
        """End comments under the running step."""
        versions.close_rows(self._connection, COMMENTS, step, uids)

    def _read(self, *wanted: ColumnElement[bool]) -> list[CommentHome]:
        statement = (
            select(*_COLUMNS)
            .select_from(_FROM)
            .where(versions.is_current(comment_version), *wanted)
            .order_by(comment_version.c.made, comment_version.c.uid)
        )
        rows = self._connection.execute(statement).all()
        people = People(self._connection).all() if rows else {}
        return [CommentHome(row.document, _comment(row, people)) for row in rows]


def _comment(row: AnyRow, people: Mapping[int, Annotator]) -> Comment:
    has_span = row.span_start is not None
    return Comment(
        row.uid,
        row.document_uid,
        people.get(row.author) or Annotator(row.author_uid, ""),
        row.text,
        row.made,
        row.span if has_span else "",
        row.cluster,
        row.span_start if has_span else row.start,
        row.span_end if has_span else row.end,
        row.reply_to,
        bool(row.resolved),
    )
