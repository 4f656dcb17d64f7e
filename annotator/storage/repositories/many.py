"""Changing spans on many documents at once: everything read and written in few statements, however many.

What a single labelling does layer by layer (`services.annotating`) would take a millisecond a document here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select, text

from annotator.model.document import Status
from annotator.model.identity import new_uids
from annotator.storage import versions
from annotator.storage.repositories.aliases import Aliases
from annotator.storage.repositories.layers import LAYERS
from annotator.storage.repositories.spans import SPANS
from annotator.storage.tables import document, document_row, layer, layer_version, span_version
from annotator.storage.united import United

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from annotator.storage.types import AnyRow

_PIECE: Final = 500


class Many:
    """Layers of one annotator on many documents, by the writing connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def living(self, corpus_key: int, uids: Sequence[str]) -> dict[str, int]:
        """Key by uid of those documents that live in the corpus, the bin left out."""
        wanted = select(document_row.c.uid, document_row.c.document).where(
            document_row.c.corpus == corpus_key
        )
        return dict(tuple(row) for row in self._in(wanted, document_row.c.uid, uids))

    def texts(self, keys: Sequence[int]) -> dict[int, str]:
        """Text by document."""
        return {
            row.id: row.text for row in self._in(select(document.c.id, document.c.text), document.c.id, keys)
        }

    def layers(self, keys: Sequence[int], owner: int) -> dict[int, tuple[int, Status | None]]:
        """(layer key, status) by document; the status is None where the layer does not exist now.

        Of several layers of one person the one that says the status.
        """
        members = United.read(self._connection).members(owner)
        if len(members) == 1:
            return self._layers(keys, owner)
        found: dict[int, tuple[int, Status | None]] = {}
        for member in members:
            for key, held in self._layers(keys, member).items():
                if key not in found or found[key][1] is None:
                    found[key] = held
        return found

    def _layers(self, keys: Sequence[int], owner: int) -> dict[int, tuple[int, Status | None]]:
        wanted = (
            select(layer.c.document, layer.c.id, layer_version.c.status)
            .outerjoin(
                layer_version, (layer_version.c.layer == layer.c.id) & versions.is_current(layer_version)
            )
            .where(layer.c.annotator == owner)
        )
        return {
            row.document: (row.id, None if row.status is None else Status(row.status))
            for row in self._in(wanted, layer.c.document, keys)
        }

    def spans(self, layers: Sequence[int]) -> dict[int, list[AnyRow]]:
        """Living rows of spans by layer, with those of layers that are shown together with it."""
        found: dict[int, list[AnyRow]] = {}
        united = United.read(self._connection)
        shown = {key: key for key in layers}
        if united.mains:
            aliases = Aliases(self._connection)
            shown = {other: key for key in layers for other in aliases.siblings(key)}
        span, own = span_version.alias("s"), layer.alias("l")
        wanted = select(span).where(span.c.to_step.is_(None))
        if united.mains:
            wanted = wanted.join(own, own.c.id == span.c.layer).where(text(f"1 = 1{united.not_twin()}"))
        for row in self._in(wanted, span.c.layer, list(shown)):
            found.setdefault(shown[row.layer], []).append(row)
        return found

    def begin_layers(self, keys: Sequence[int], owner: int, step: int) -> dict[int, int]:
        """Make sure that an annotator has a layer on these documents that is not new; its key by document.

        A layer that is done stays done.
        """
        known = self._known(keys, owner)
        new = [found for found, status in known.values() if status is Status.NEW]
        versions.close_rows(self._connection, LAYERS, step, new)
        begun = [found for found, status in known.values() if status in (None, Status.NEW)]
        self._open(begun, Status.IN_PROGRESS, step)
        return {key: found for key, (found, _) in known.items()}

    def set_statuses(self, keys: Sequence[int], owner: int, status: Status, step: int) -> int:
        """Give an annotator's layers on these documents their status, made where there are none.

        Gives how many have another one than before.
        """
        known = self._known(keys, owner).values()
        changing = [found for found, before in known if before is not status]
        versions.close_rows(self._connection, LAYERS, step, changing)
        self._open(changing, status, step)
        return len(changing)

    def _open(self, layers: Sequence[int], status: Status, step: int) -> None:
        rows = [{"layer": key, "status": status.value, "based_on": ""} for key in layers]
        versions.open_rows(self._connection, layer_version, step, rows)

    def _known(self, keys: Sequence[int], owner: int) -> dict[int, tuple[int, Status | None]]:
        """As `layers`, with those made that are missing."""
        known = self._layers(keys, owner)
        missing = [key for key in keys if key not in known]
        if missing:
            fresh = [
                {"uid": uid, "document": key, "annotator": owner}
                for uid, key in zip(new_uids(len(missing)), missing, strict=True)
            ]
            self._connection.execute(insert(layer), fresh)
            known |= self._layers(missing, owner)
        return known

    def add(self, rows: Sequence[Mapping[str, Any]], step: int) -> None:
        """Write spans, each with all columns but the steps."""
        versions.open_many(self._connection, span_version, step, rows)

    def close(self, uids: Sequence[str], step: int) -> int:
        """End living spans, with those that are not shown because they are equal; how many there were."""
        gone = [*uids, *Aliases(self._connection).twins(uids)]
        return versions.close_rows(self._connection, SPANS, step, gone)

    def _in(self, wanted: Select[Any], column: Any, keys: Sequence[object]) -> Iterator[AnyRow]:
        for begin in range(0, len(keys), _PIECE):
            yield from self._connection.execute(wanted.where(column.in_(keys[begin : begin + _PIECE])))
