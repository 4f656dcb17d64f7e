"""Corpora: named sets of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from annotator.model.document import Corpus
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, corpus, corpus_version, document_row
from annotator.storage.titles import label_key
from annotator.storage.versions import insert_identity

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from annotator.storage.types import AnyRow

CORPORA: Final = next(entry for entry in VERSIONED if entry.table is corpus_version)


class Corpora:
    """The corpora of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def listed(self, *, binned: bool = False) -> list[Corpus]:
        """Living corpora, or those in the bin, by name, with their counts."""
        rows = self._connection.execute(
            _counted().where(corpus_version.c.binned == int(binned)).order_by(corpus_version.c.name_key)
        )
        return [_corpus(row) for row in rows]

    def get(self, key: int) -> Corpus:
        """The corpus of that key, which must exist, in the bin or not; with its counts."""
        return _corpus(self._connection.execute(_counted().where(corpus.c.id == key)).one())

    def key_of(self, uid: str) -> int | None:
        """The key of the corpus of that uid, if it exists now, in the bin or not."""
        statement = (
            select(corpus.c.id)
            .join(corpus_version, corpus_version.c.corpus == corpus.c.id)
            .where(corpus.c.uid == uid, versions.is_current(corpus_version))
        )
        return self._connection.execute(statement).scalar_one_or_none()

    def is_binned(self, key: int) -> bool:
        """Whether the corpus lies in the bin."""
        row = versions.current(self._connection, CORPORA, key)
        return row is not None and bool(row.binned)

    def named(self, name: str) -> int | None:
        """The key of the living corpus of that name, case and form of accents aside."""
        statement = select(corpus_version.c.corpus).where(
            corpus_version.c.name_key == label_key(name),
            corpus_version.c.binned == 0,
            versions.is_current(corpus_version),
        )
        return self._connection.execute(statement).scalar_one_or_none()

    def add(self, uid: str, name: str, guidelines: str, step: int) -> int:
        """Make a corpus without labels, or make anew one whose making was undone; its key."""
        known = select(corpus.c.id).where(corpus.c.uid == uid)
        key = self._connection.execute(known).scalar_one_or_none()
        if key is None:
            key = insert_identity(self._connection, corpus, uid=uid)
        row = {
            "corpus": key,
            "name": name,
            "name_key": label_key(name),
            "guidelines": guidelines,
            "binned": 0,
        }
        versions.open_rows(self._connection, corpus_version, step, [row])
        return key

    def change(self, key: int, step: int, /, **changes: object) -> None:
        """Change `name`, `guidelines` or `binned` of a corpus."""
        if "name" in changes:
            changes["name_key"] = label_key(str(changes["name"]))
        versions.replace(self._connection, CORPORA, step, key, **changes)


def _counted() -> Select[Any]:
    counts = (
        select(
            document_row.c.corpus,
            func.count().label("documents"),
            func.sum(document_row.c.spans).label("spans"),
        )
        .group_by(document_row.c.corpus)
        .subquery()
    )
    done = (
        select(func.count())
        .select_from(document_row)
        .where(document_row.c.corpus == corpus.c.id, document_row.c.status == 2)
        .scalar_subquery()
    )
    return (
        select(
            corpus.c.uid,
            corpus_version.c.name,
            corpus_version.c.guidelines,
            func.coalesce(counts.c.documents, 0).label("documents"),
            func.coalesce(counts.c.spans, 0).label("spans"),
            done.label("done"),
        )
        .join(corpus_version, corpus_version.c.corpus == corpus.c.id)
        .outerjoin(counts, counts.c.corpus == corpus.c.id)
        .where(versions.is_current(corpus_version))
    )


def _corpus(row: AnyRow) -> Corpus:
    return Corpus(row.uid, row.name, int(row.documents), int(row.spans), int(row.done), row.guidelines)
