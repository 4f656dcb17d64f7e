"""When the layers of a corpus became what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.storage.repositories.people import People

if TYPE_CHECKING:
    from sqlalchemy import Connection

# The newest version that is in force; a removal after it is seen by its step only where it is the newest
# change of the status too, which costs no walk through all past versions.
_TIMES: Final = """
    SELECT t.document, t.annotator, s.time FROM (
        SELECT l.document AS document, l.annotator AS annotator, max(
            v.from_step,
            coalesce((SELECT max(p.from_step) FROM span_version AS p
                      WHERE p.layer = l.id AND p.to_step IS NULL), 0)) AS seq
        FROM document_row AS r
        JOIN layer AS l ON l.document = r.document
        JOIN layer_version AS v ON v.layer = l.id AND v.to_step IS NULL
        WHERE r.corpus = :corpus
    ) AS t JOIN step AS s ON s.seq = t.seq
"""


class LayerTimes:
    """Times of layers, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, corpus_key: int) -> dict[tuple[int, str], str]:
        """(document key, annotator's uid) -> when a span or the status was last set, UTC, ISO 8601.

        Of a person with several uids it is the latest of the layers, under the main uid.
        """
        people = People(self._connection).all()
        found: dict[tuple[int, str], str] = {}
        for document, annotator, time in self._connection.execute(text(_TIMES), {"corpus": corpus_key}):
            place = (document, people[annotator].uid)
            found[place] = max(time, found.get(place, ""))
        return found
