"""Documents: texts that never change, and what may change about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from annotator.model.document import Document
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, alias_version, corpus, document, document_version
from annotator.storage.titles import folded, sort_key
from annotator.storage.types import dump_json, load_json
from annotator.text.digest import fold_sha256, text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from annotator.storage.types import AnyRow

DOCUMENTS: Final = next(entry for entry in VERSIONED if entry.table is document_version)


class Documents:
    """The documents of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def key_of(self, uid: str) -> int | None:
        """The key of the document that exists now under that uid or alias, in the bin or not."""
        statement = (
            select(document.c.id)
            .join(document_version, document_version.c.document == document.c.id)
            .where(versions.is_current(document_version))
        )
        key: int | None = self._connection.execute(
            statement.where(document.c.uid == uid)
        ).scalar_one_or_none()
        if key is not None:
            return key
        main = select(alias_version.c.main_uid).where(
            alias_version.c.uid == uid, alias_version.c.kind == "document", versions.is_current(alias_version)
        )
        joined: int | None = self._connection.execute(
            statement.where(document.c.uid.in_(main))
        ).scalar_one_or_none()
        return joined

    def uids(self, keys: Sequence[int]) -> dict[int, str]:
        """Uid by key."""
        statement = select(document.c.id, document.c.uid).where(document.c.id.in_(keys))
        return dict(self._connection.execute(statement).all())

    def get(self, key: int) -> Document:
        """The document with its text, which must exist, in the bin or not."""
        statement = (
            select(
                document.c.uid,
                corpus.c.uid.label("corpus_uid"),
                document_version.c.title,
                document.c.text,
                document_version.c.metadata,
            )
            .select_from(document)
            .join(document_version, document_version.c.document == document.c.id)
            .join(corpus, corpus.c.id == document_version.c.corpus)
            .where(document.c.id == key, versions.is_current(document_version))
        )
        row = self._connection.execute(statement).one()
        return Document(row.uid, row.corpus_uid, row.title, row.text, load_json(row.metadata))

    def text(self, key: int) -> str:
        """The stored text."""
        return str(self._connection.execute(select(document.c.text).where(document.c.id == key)).scalar_one())

    def version(self, key: int) -> AnyRow:
        """The present version row of a document that must exist."""
        row = versions.current(self._connection, DOCUMENTS, key)
        if row is None:
            raise LookupError(f"document {key} has no present version")
        return row

    def with_text(self, corpus_key: int, sha256: str) -> tuple[int, bool] | None:
        """(key, whether it lies in the bin) of the corpus's document with that text; the living one first."""
        table = document_version
        statement = (
            select(table.c.document, table.c.binned)
            .where(table.c.corpus == corpus_key, table.c.text_sha256 == sha256, versions.is_current(table))
            .order_by(table.c.binned, table.c.document)
        )
        row = self._connection.execute(statement.limit(1)).first()
        return None if row is None else (row.document, bool(row.binned))

    def living(self, corpus_key: int) -> list[int]:
        """Keys of the corpus's documents that are not in the bin, in the order in which they came."""
        table = document_version
        statement = (
            select(table.c.document)
            .where(table.c.corpus == corpus_key, table.c.binned == 0, versions.is_current(table))
            .order_by(table.c.document)
        )
        return list(self._connection.execute(statement).scalars())

    def add(self, value: Document, corpus_key: int, step: int) -> int:
        """Store a document whose text the corpus does not hold yet; its key."""
        sha256 = text_sha256(value.text)
        key = versions.insert_identity(
            self._connection,
            document,
            uid=value.uid,
            length=len(value.text),
            text_sha256=sha256,
            fold_sha256=fold_sha256(value.text),
            text=value.text,
        )
        row = {
            "document": key,
            "corpus": corpus_key,
            "metadata": dump_json(value.metadata),
            "text_sha256": sha256,
            "binned": 0,
            **title_columns(value.title),
        }
        versions.open_rows(self._connection, document_version, step, [row])
        return key

    def change(self, key: int, step: int, /, **changes: object) -> None:
        """Change columns of a document's version, the title with the columns made from it."""
        if "title" in changes:
            changes |= title_columns(str(changes["title"]))
        versions.replace(self._connection, DOCUMENTS, step, key, **changes)

    def set_binned(self, keys: Iterable[int], step: int, *, binned: bool) -> list[int]:
        """Put documents into the bin or take them out; the keys of those that were not there yet."""
        moved = []
        for key in keys:
            if bool(self.version(key).binned) != binned:
                self.change(key, step, binned=int(binned))
                moved.append(key)
        return moved


def title_columns(title: str) -> dict[str, object]:
    """A title with the columns by which it is found and sorted."""
    return {"title": title, "title_folded": folded(title), "title_sort": sort_key(title)}
