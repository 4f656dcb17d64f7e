"""Filters of documents that are kept by name in a corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from annotator.model.filters import KeptFilter
from annotator.storage.repositories.kept import KeptRow, KeptRows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KIND: Final = "filter"


class FilterRows:
    """The living filters of a library."""

    def __init__(self, connection: Connection) -> None:
        self._rows = KeptRows(connection, _KIND)

    def of(self, corpus_key: int) -> list[KeptFilter]:
        """The filters of a corpus by name."""
        return [KeptFilter(row.uid, row.name, **json.loads(row.body)) for row in self._rows.of(corpus_key)]

    def home(self, uid: str) -> tuple[int, str] | None:
        """(corpus key, name) of a living filter."""
        return self._rows.home(uid)

    def keep(self, corpus_key: int, kept: KeptFilter, number: int) -> None:
        """Keep a filter under the running step `number`, instead of the living one of its uid."""
        body = json.dumps({"search": kept.search, "shown": kept.shown}, ensure_ascii=False, sort_keys=True)
        self._rows.keep(corpus_key, KeptRow(kept.uid, kept.name, body), number)

    def end(self, uid: str, number: int) -> None:
        """End a filter under the running step `number`."""
        self._rows.end(uid, number)
