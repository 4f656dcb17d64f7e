"""Names for the keys that past rows hold: of things that are gone too, the last name they had."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from annotator.storage.tables import (
    annotator,
    annotator_version,
    corpus_version,
    document,
    document_version,
    label,
    label_version,
    layer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table


class NamedLabel(NamedTuple):
    """A label as past spans show it."""

    uid: str
    name: str
    colour: str


class Naming:
    """Looks names up, each once; for one answer of the history, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.label = cache(self._label)
        self.layer = cache(self._layer)
        self.document = cache(self._document)
        self.annotator = cache(self._annotator)
        self.corpus = cache(self._corpus)
        self.person = cache(self._person)

    @staticmethod
    def as_row(values: Mapping[str, Any]) -> Any:
        """A mapping with its values as attributes, as readers of rows want it."""
        return SimpleNamespace(**values)

    def document_of(self, table: str, row: Mapping[str, Any]) -> tuple[str, str] | None:
        """(uid, title) of the document that a row is about, None for none."""
        if table in ("span_version", "layer_version"):
            return self.document(self.layer(row["layer"])[0])
        return self.document(row["document"]) if "document" in row else None

    def owner_of(self, row: Mapping[str, Any]) -> str:
        """The name of whose layer a row of a layer is."""
        return self.annotator(self.layer(row["layer"])[1])

    def _label(self, key: int) -> NamedLabel:
        uid = self._connection.execute(select(label.c.uid).where(label.c.id == key)).scalar_one()
        row = self._last(label_version, label_version.c.label, key)
        return NamedLabel(uid, row["name"], row["colour"])

    def _layer(self, key: int) -> tuple[int, int]:
        row = self._connection.execute(select(layer).where(layer.c.id == key)).one()
        return row.document, row.annotator

    def _document(self, key: int) -> tuple[str, str]:
        uid = self._connection.execute(select(document.c.uid).where(document.c.id == key)).scalar_one()
        return uid, self._last(document_version, document_version.c.document, key)["title"]

    def _annotator(self, key: int) -> str:
        return str(self._last(annotator_version, annotator_version.c.annotator, key)["name"])

    def _person(self, uid: str) -> str:
        """The name of the annotator of that uid, the uid itself where there never was one."""
        key = self._connection.execute(select(annotator.c.id).where(annotator.c.uid == uid)).scalar()
        return uid if key is None else self._annotator(key)

    def _corpus(self, key: int) -> str:
        return str(self._last(corpus_version, corpus_version.c.corpus, key)["name"])

    def _last(self, table: Table, column: Any, key: int) -> Mapping[str, Any]:
        statement = select(table).where(column == key).order_by(table.c.id.desc()).limit(1)
        return dict(self._connection.execute(statement).mappings().one())
