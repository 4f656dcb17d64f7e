"""Layers: one annotator's work on one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import case, func, select, text

from annotator.model.document import Annotator, AnnotatorKind, Layer, Status
from annotator.model.identity import new_uid
from annotator.storage import versions
from annotator.storage.repositories.people import People
from annotator.storage.tables import (
    VERSIONED,
    annotator,
    annotator_version,
    document_row,
    layer,
    layer_version,
    span_version,
)
from annotator.storage.tables import step as steps
from annotator.storage.united import United

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from annotator.storage.types import AnyRow

LAYERS: Final = next(entry for entry in VERSIONED if entry.table is layer_version)
RANKS: Final[Mapping[str, int]] = {Status.NEW.value: 0, Status.IN_PROGRESS.value: 1, Status.DONE.value: 2}
"""Statuses as numbers, the least advanced lowest."""

STATUSES: Final = (Status.NEW, Status.IN_PROGRESS, Status.DONE)


class Layers:
    """The layers of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def identity(self, document_key: int, annotator_key: int) -> int | None:
        """The key of an annotator's layer on a document, living or not."""
        statement = select(layer.c.id).where(
            layer.c.document == document_key, layer.c.annotator == annotator_key
        )
        return self._connection.execute(statement).scalar_one_or_none()

    def status(self, key: int) -> Status | None:
        """The status of a layer, None when it does not exist now."""
        row = versions.current(self._connection, LAYERS, key)
        return None if row is None else Status(row.status)

    def set_status(self, document_key: int, annotator_key: int, status: Status, step: int) -> int:
        """Give a layer its status, making it where there is none; its key."""
        key = self.identity(document_key, annotator_key)
        if key is None:
            key = versions.insert_identity(
                self._connection, layer, uid=new_uid(), document=document_key, annotator=annotator_key
            )
        found = self.status(key)
        if found is None:
            row = {"layer": key, "status": status.value, "based_on": ""}
            versions.open_rows(self._connection, layer_version, step, [row])
        elif found is not status:
            versions.replace(self._connection, LAYERS, step, key, status=status.value)
        return key

    def was_made_by_its_owner(self, document_key: int, annotator_key: int) -> bool:
        """Whether that person labelled here, and the layer did not come with a file or a package."""
        statement = (
            select(steps.c.actor)
            .join(layer_version, layer_version.c.from_step == steps.c.seq)
            .join(layer, layer.c.id == layer_version.c.layer)
            .where(
                layer.c.document == document_key,
                layer.c.annotator == annotator_key,
                versions.is_current(layer_version),
            )
        )
        return self._connection.execute(statement).scalar_one_or_none() == annotator_key

    def owners(self, corpus_key: int) -> list[int]:
        """Keys of the annotators that have a living layer on a living document of a corpus.

        Of several that are one person only the main one.
        """
        statement = (
            select(layer.c.annotator)
            .join(layer_version, layer_version.c.layer == layer.c.id)
            .join(document_row, document_row.c.document == layer.c.document)
            .where(document_row.c.corpus == corpus_key, versions.is_current(layer_version))
            .distinct()
        )
        united = United.read(self._connection)
        return list(dict.fromkeys(map(united.main, self._connection.execute(statement).scalars())))

    def of_documents(self, keys: Sequence[int]) -> dict[int, list[Layer]]:
        """Living layers by document, those of people first, each with its number of spans.

        Layers of several annotators that are one person are one, under the main one.
        """
        united = United.read(self._connection)
        rows = self._rows(keys, united)
        if not united.mains:
            return _by_document((row.document, _layer(row)) for row in rows)
        people = People(self._connection).all()
        together: dict[tuple[int, int], list[AnyRow]] = {}
        for row in rows:
            together.setdefault((row.document, united.main(row.annotator)), []).append(row)
        return _by_document(
            (
                document,
                _as_one(sorted(held, key=lambda row: united.members(main).index(row.annotator)), people),
            )
            for (document, main), held in together.items()
        )

    def _rows(self, keys: Sequence[int], united: United) -> list[AnyRow]:
        own, span = layer.alias("l"), span_version.alias("s")
        spans = (
            select(func.count())
            .select_from(span)
            .where(span.c.layer == own.c.id, span.c.to_step.is_(None), text(f"1 = 1{united.not_twin()}"))
            .scalar_subquery()
        )
        people_first = case((annotator_version.c.kind == AnnotatorKind.PERSON.value, 0), else_=1)
        statement = (
            select(
                own.c.document,
                own.c.annotator,
                own.c.uid,
                annotator.c.uid.label("annotator_uid"),
                annotator_version.c.name,
                annotator_version.c.kind,
                layer_version.c.status,
                spans.label("spans"),
            )
            .select_from(own)
            .join(layer_version, layer_version.c.layer == own.c.id)
            .join(annotator, annotator.c.id == own.c.annotator)
            .join(annotator_version, annotator_version.c.annotator == annotator.c.id)
            .where(
                own.c.document.in_(keys),
                versions.is_current(layer_version),
                versions.is_current(annotator_version),
            )
            .order_by(own.c.document, people_first, own.c.id)
        )
        return list(self._connection.execute(statement))


def _by_document(layers: Iterable[tuple[int, Layer]]) -> dict[int, list[Layer]]:
    found: dict[int, list[Layer]] = {}
    for document, each in layers:
        found.setdefault(document, []).append(each)
    return found


def _layer(row: AnyRow) -> Layer:
    owner = Annotator(row.annotator_uid, row.name, AnnotatorKind(row.kind))
    return Layer(row.uid, owner, Status(row.status), row.spans)


def _as_one(rows: Sequence[AnyRow], people: Mapping[int, Annotator]) -> Layer:
    """The layers of one person on one document, the main annotator's first, as one."""
    first = rows[0]
    return Layer(first.uid, people[first.annotator], Status(first.status), sum(row.spans for row in rows))
