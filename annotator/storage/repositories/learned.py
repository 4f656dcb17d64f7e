"""Rules that were learned from decisions: which somebody accepted or turned down, and what is decided."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import select

from annotator.model.identity import new_uid
from annotator.storage import versions
from annotator.storage.repositories.kept import KeptRow, KeptRows
from annotator.storage.tables import decision_version, document_row

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KIND: Final = "rule"


class RuleRow(NamedTuple):
    """A rule that was answered: `uid` of the record, the rule as JSON, whether it was accepted."""

    uid: str
    rule: str
    is_accepted: bool


class RuleRows:
    """The answered rules of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = KeptRows(connection, _KIND)

    def of(self, corpus_key: int) -> list[RuleRow]:
        """The answered rules of a corpus by name."""
        found = ((row.uid, json.loads(row.body)) for row in self._rows.of(corpus_key))
        return [RuleRow(uid, body["rule"], bool(body["accepted"])) for uid, body in found]

    def answer(self, corpus_key: int, rule: str, name: str, number: int, *, is_accepted: bool) -> None:
        """Keep, under the running step `number`, that a rule was accepted or turned down."""
        known = next((row.uid for row in self.of(corpus_key) if row.rule == rule), None)
        body = json.dumps({"rule": rule, "accepted": is_accepted}, ensure_ascii=False, sort_keys=True)
        self._rows.keep(corpus_key, KeptRow(known or new_uid(), name, body), number)

    def end(self, uid: str, number: int) -> None:
        """Forget, under the running step `number`, what was answered."""
        self._rows.end(uid, number)

    def decided(self, corpus_key: int) -> list[int]:
        """Keys of living documents of a corpus with a decision, in import order."""
        statement = (
            select(document_row.c.document)
            .join(decision_version, decision_version.c.document == document_row.c.document)
            .where(document_row.c.corpus == corpus_key, versions.is_current(decision_version))
            .distinct()
            .order_by(document_row.c.document)
        )
        return list(self._connection.execute(statement).scalars())
