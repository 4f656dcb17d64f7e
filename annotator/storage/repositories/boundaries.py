"""The newest spans of one annotator in a corpus, for what their borders tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

from annotator.storage.united import United

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from annotator.storage.types import AnyRow

_NEWEST = text(
    "SELECT y.document, s.start, s.end, l.uid AS label, s.covered FROM span_version AS s "
    "JOIN layer AS y ON y.id = s.layer JOIN label AS l ON l.id = s.label "
    "WHERE s.to_step IS NULL AND y.annotator IN :owners AND l.corpus = :corpus "
    "ORDER BY s.id DESC LIMIT :most"
).bindparams(bindparam("owners", expanding=True))


class BoundaryRows:
    """The spans of one connection's library as their borders are looked at."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self, corpus: int, owner: int, most: int) -> list[AnyRow]:
        """At most `most` living spans, the newest first: document, start, end, label (uid), covered."""
        owners = United.read(self._connection).members(owner)
        found = self._connection.execute(_NEWEST, {"corpus": corpus, "owners": owners, "most": most})
        return list(found)
