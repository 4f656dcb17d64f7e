"""Work that was handed out, kept by name in a corpus, and the statuses by which it is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from annotator.model.rounds import Round, dump, load
from annotator.storage import versions
from annotator.storage.repositories.kept import KeptRow, KeptRows
from annotator.storage.tables import annotator, document, document_version, layer, layer_version

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KIND: Final = "assignment"


class RoundRows:
    """The living rounds of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = KeptRows(connection, _KIND)

    def of(self, corpus_key: int) -> list[Round]:
        """The rounds of a corpus by name."""
        return [load(row.uid, row.name, row.body) for row in self._rows.of(corpus_key)]

    def naming(self, corpus_key: int, document: str) -> list[Round]:
        """The rounds of a corpus that name a document (its uid), by name; others are not unpacked."""
        return [load(row.uid, row.name, row.body) for row in self._rows.naming(corpus_key, document)]

    def home(self, uid: str) -> tuple[int, str] | None:
        """(corpus key, name) of a living round."""
        return self._rows.home(uid)

    def keep(self, corpus_key: int, kept: Round, number: int) -> None:
        """Keep a round under the running step `number`, instead of the living one of its uid."""
        self._rows.keep(corpus_key, KeptRow(kept.uid, kept.name, dump(kept)), number)

    def end(self, uid: str, number: int) -> None:
        """End a round under the running step `number`."""
        self._rows.end(uid, number)

    def documents(self, corpus_key: int) -> set[str]:
        """Uids of the living documents of a corpus."""
        found = document_version.c
        statement = (
            select(document.c.uid)
            .join(document_version, found.document == document.c.id)
            .where(found.corpus == corpus_key, found.binned == 0, versions.is_current(document_version))
        )
        return set(self._connection.scalars(statement))

    def statuses(self, corpus_key: int) -> dict[tuple[str, str], str]:
        """(uid of the annotator, uid of the document) -> status, of all layers of a corpus."""
        found = document_version.c
        statement = (
            select(annotator.c.uid.label("who"), document.c.uid, layer_version.c.status)
            .join(layer, layer.c.id == layer_version.c.layer)
            .join(annotator, annotator.c.id == layer.c.annotator)
            .join(document, document.c.id == layer.c.document)
            .join(document_version, found.document == document.c.id)
            .where(found.corpus == corpus_key, found.binned == 0, versions.is_current(document_version))
            .where(versions.is_current(layer_version))
        )
        return {(row.who, row.uid): row.status for row in self._connection.execute(statement)}
