"""Filters of documents that are kept by name in a corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from annotator.model.filters import KeptFilter
from annotator.model.label import name_key
from annotator.storage import versions
from annotator.storage.repositories.intended import KEPT
from annotator.storage.tables import kept_version

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KIND: Final = "filter"


class FilterRows:
    """The living filters of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, corpus_key: int) -> list[KeptFilter]:
        """The filters of a corpus by name."""
        kept = kept_version.c
        statement = (
            select(kept.uid, kept.name, kept.body)
            .where(kept.corpus == corpus_key, kept.kind == _KIND, versions.is_current(kept_version))
            .order_by(kept.name_key)
        )
        return [
            KeptFilter(row.uid, row.name, **json.loads(row.body))
            for row in self._connection.execute(statement)
        ]

    def home(self, uid: str) -> tuple[int, str] | None:
        """(corpus key, name) of a living filter."""
        kept = kept_version.c
        statement = select(kept.corpus, kept.name).where(
            kept.uid == uid, kept.kind == _KIND, versions.is_current(kept_version)
        )
        row = self._connection.execute(statement).first()
        return None if row is None else (row.corpus, row.name)

    def keep(self, corpus_key: int, kept: KeptFilter, number: int) -> None:
        """Keep a filter under the running step `number`, instead of the living one of its uid."""
        versions.close_rows(self._connection, KEPT, number, [kept.uid])
        body = json.dumps({"search": kept.search, "shown": kept.shown}, ensure_ascii=False, sort_keys=True)
        row = {"uid": kept.uid, "corpus": corpus_key, "kind": _KIND, "name": kept.name}
        rows = [{**row, "name_key": name_key(kept.name), "body": body}]
        versions.open_rows(self._connection, kept_version, number, rows)

    def end(self, uid: str, number: int) -> None:
        """End a filter under the running step `number`."""
        versions.close_rows(self._connection, KEPT, number, [uid])
