"""What a person keeps by name in a corpus, of whatever kind; `body` is JSON of the kind's own making."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from annotator.model.label import name_key
from annotator.storage import versions
from annotator.storage.repositories.intended import KEPT
from annotator.storage.tables import kept_version

if TYPE_CHECKING:
    from sqlalchemy import Connection


class KeptRow(NamedTuple):
    """One living record."""

    uid: str
    name: str
    body: str


class KeptRows:
    """The living records of one kind."""

    def __init__(self, connection: Connection, kind: str) -> None:
        self._connection = connection
        self._kind = kind

    def of(self, corpus_key: int) -> list[KeptRow]:
        """The records of a corpus by name."""
        return self.naming(corpus_key, "")

    def naming(self, corpus_key: int, words: str) -> list[KeptRow]:
        """The records of a corpus by name in whose body these words stand as they are."""
        kept = kept_version.c
        statement = (
            select(kept.uid, kept.name, kept.body)
            .where(kept.corpus == corpus_key, kept.kind == self._kind, versions.is_current(kept_version))
            .where(func.instr(kept.body, words) > 0)
            .order_by(kept.name_key)
        )
        return [KeptRow(*row) for row in self._connection.execute(statement)]

    def home(self, uid: str) -> tuple[int, str] | None:
        """(corpus key, name) of a living record."""
        kept = kept_version.c
        statement = select(kept.corpus, kept.name).where(
            kept.uid == uid, kept.kind == self._kind, versions.is_current(kept_version)
        )
        row = self._connection.execute(statement).first()
        return None if row is None else (row.corpus, row.name)

    def keep(self, corpus_key: int, kept: KeptRow, number: int) -> None:
        """Keep a record under the running step `number`, instead of the living one of its uid."""
        versions.close_rows(self._connection, KEPT, number, [kept.uid])
        row = {"uid": kept.uid, "corpus": corpus_key, "kind": self._kind, "name": kept.name}
        rows = [{**row, "name_key": name_key(kept.name), "body": kept.body}]
        versions.open_rows(self._connection, kept_version, number, rows)

    def end(self, uid: str, number: int) -> None:
        """End a record under the running step `number`."""
        versions.close_rows(self._connection, KEPT, number, [uid])
