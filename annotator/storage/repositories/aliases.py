"""Which annotators are one person, and what that means for the layers they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import select, text

from annotator.model.document import Status
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, alias_version, layer, layer_version
from annotator.storage.united import United

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

ALIASES: Final = next(entry for entry in VERSIONED if entry.table is alias_version)
_KIND: Final = "annotator"
_TWINS: Final = """
    SELECT twin.uid FROM span_version AS s JOIN layer AS l ON l.id = s.layer
    JOIN layer AS tl ON tl.document = l.document AND tl.id <> l.id AND tl.annotator IN ({members})
    JOIN span_version AS twin ON twin.layer = tl.id AND twin.to_step IS NULL AND twin.start = s.start
        AND twin."end" = s."end" AND twin.parts = s.parts
    JOIN label_version AS sb ON sb.label = s.label AND sb.to_step IS NULL
    JOIN label_version AS tb ON tb.label = twin.label AND tb.to_step IS NULL
    WHERE s.uid = :uid AND s.to_step IS NULL AND l.annotator IN ({members})
    AND coalesce(sb.merged_into, sb.label) = coalesce(tb.merged_into, tb.label)
"""


class LayerSet(NamedTuple):
    """The layers that are shown as one: living ones, the one that says the status first."""

    keys: list[int]
    status: Status | None


class Aliases:
    """The aliases of annotators, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def united(self) -> United:
        """Who is whom, as it is now."""
        return United.read(self._connection)

    def joined(self) -> dict[str, str]:
        """Uid of each annotator that was joined to another -> uid it was joined to, as it is written."""
        rows = alias_version.c
        statement = select(rows.uid, rows.main_uid).where(
            rows.kind == _KIND, versions.is_current(alias_version)
        )
        return {row.uid: row.main_uid for row in self._connection.execute(statement)}

    def join(self, uid: str, main_uid: str, step: int) -> None:
        """Write under the running step that an annotator is another one; it must not be joined yet."""
        row = {"uid": uid, "kind": _KIND, "main_uid": main_uid}
        versions.open_rows(self._connection, alias_version, step, [row])

    def part(self, uid: str, step: int) -> int:
        """End the alias of an annotator; 1 when there was one."""
        return versions.close_rows(self._connection, ALIASES, step, [uid])

    def documents(self, keys: Sequence[int]) -> list[int]:
        """Documents on which these annotators have a layer, living or not."""
        statement = select(layer.c.document).where(layer.c.annotator.in_(keys)).distinct()
        return list(self._connection.execute(statement).scalars())

    def layers(self, document_key: int, annotator_key: int) -> LayerSet:
        """The layers on a document that are shown as that annotator's."""
        members = self.united.members(annotator_key)
        statement = (
            select(layer.c.annotator, layer.c.id, layer_version.c.status)
            .join(layer_version, layer_version.c.layer == layer.c.id)
            .where(
                layer.c.document == document_key,
                layer.c.annotator.in_(members),
                versions.is_current(layer_version),
            )
        )
        rows = sorted(self._connection.execute(statement), key=lambda row: members.index(row.annotator))
        return LayerSet([row.id for row in rows], Status(rows[0].status) if rows else None)

    def siblings(self, layer_key: int) -> list[int]:
        """That layer and all that are shown together with it, living or not, the main one's first."""
        united = self.united
        if not united.mains:
            return [layer_key]
        row = self._connection.execute(select(layer).where(layer.c.id == layer_key)).one()
        members = united.members(row.annotator)
        found = self._connection.execute(
            select(layer.c.annotator, layer.c.id).where(
                layer.c.document == row.document, layer.c.annotator.in_(members)
            )
        )
        return [each.id for each in sorted(found, key=lambda each: members.index(each.annotator))]

    def twins(self, uids: Sequence[str]) -> list[str]:
        """Living spans that are not shown because one of these is equal to them and shown."""
        found: dict[str, None] = {}
        for members in self.united.groups.values():
            statement = text(_TWINS.format(members=", ".join(map(str, members))))
            for uid in uids:
                found.update(dict.fromkeys(self._connection.execute(statement, {"uid": uid}).scalars()))
        return [uid for uid in found if uid not in set(uids)]
