"""What was deleted for ever since a copy was made: it is not to be missed, nor brought back by a repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sqlalchemy import Connection


class Purged(NamedTuple):
    """Keys, as the copy has them, of what is gone.

    Attributes:
        documents: of documents.
        corpora: of corpora.
    """

    documents: frozenset[int]
    corpora: frozenset[int]

    def has(self, table: str, row: Mapping[str, Any]) -> bool:
        """Whether a row of the copy went with them."""
        if table == "layer":
            return row["document"] in self.documents
        if table == "label":
            return row["corpus"] in self.corpora
        return row["id"] in {"document": self.documents, "corpus": self.corpora}.get(table, frozenset())


def since(connection: Connection, copy: Connection) -> Purged:
    """What a copy holds and the library has no more, though nothing of it may be damage.

    A key may have been given anew: a thing whose first version is younger than the copy is another one.
    """
    (last,) = copy.execute(text("SELECT coalesce(max(seq), 0) FROM step")).one()
    return Purged(_gone(connection, copy, "document", last), _gone(connection, copy, "corpus", last))


def _gone(connection: Connection, copy: Connection, table: str, last: int) -> frozenset[int]:
    begun = text(f"SELECT {table}, min(from_step) FROM {table}_version GROUP BY 1")
    first: dict[int, int] = dict(connection.execute(begun).all())
    uids = text(f"SELECT id, uid FROM {table}")
    here: dict[int, str] = dict(connection.execute(uids).all())
    return frozenset(
        key
        for key, uid in copy.execute(uids)
        if (first[key] > last if key in first else here.get(key) != uid)
    )
