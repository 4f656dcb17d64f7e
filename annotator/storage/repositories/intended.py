"""Inconsistencies that somebody said are meant so: records kept by name in a corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from annotator.model.consistency import Intended, Kind
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, annotator_version, kept_version, step

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from annotator.model.consistency import Item

KEPT: Final = next(entry for entry in VERSIONED if entry.table is kept_version)
_KIND: Final = "intended"


class IntendedRows:
    """The living records of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, corpus_key: int) -> list[Intended]:
        """The records of a corpus, the newest first."""
        kept = kept_version.c
        statement = (
            select(
                kept.uid,
                kept.name,
                kept.name_key,
                kept.body,
                step.c.time,
                annotator_version.c.name.label("who"),
            )
            .join(step, step.c.seq == kept.from_step)
            .outerjoin(
                annotator_version,
                (annotator_version.c.annotator == step.c.actor) & versions.is_current(annotator_version),
            )
            .where(kept.corpus == corpus_key, kept.kind == _KIND, versions.is_current(kept_version))
            .order_by(kept.id.desc())
        )
        found = []
        for row in self._connection.execute(statement):
            body = json.loads(row.body)
            kind = Kind(body["kind"])
            found.append(
                Intended(row.uid, row.name_key, kind, row.name, body["reason"], row.who or "", row.time)
            )
        return found

    def add(self, uid: str, corpus_key: int, item: Item, reason: str, number: int) -> None:
        """Keep a record under the running step `number`; there must be none of that item."""
        body = json.dumps({"kind": item.kind.value, "reason": reason}, ensure_ascii=False, sort_keys=True)
        row = {"uid": uid, "corpus": corpus_key, "kind": _KIND, "name": item.words, "name_key": item.uid}
        versions.open_rows(self._connection, kept_version, number, [{**row, "body": body}])

    def home(self, uid: str) -> tuple[int, str] | None:
        """(corpus key, words) of a living record."""
        statement = select(kept_version.c.corpus, kept_version.c.name).where(
            kept_version.c.uid == uid, kept_version.c.kind == _KIND, versions.is_current(kept_version)
        )
        row = self._connection.execute(statement).first()
        return None if row is None else (row.corpus, row.name)

    def end(self, uid: str, number: int) -> None:
        """End a record under the running step `number`."""
        versions.close_rows(self._connection, KEPT, number, [uid])
