"""Annotators: whose work a layer is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from annotator.model.document import Annotator, AnnotatorKind
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, annotator, annotator_version
from annotator.storage.titles import label_key

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from annotator.storage.types import AnyRow

ANNOTATORS: Final = next(entry for entry in VERSIONED if entry.table is annotator_version)

_COLUMNS = (annotator.c.id, annotator.c.uid, annotator_version.c.name, annotator_version.c.kind)
_FROM = annotator.join(
    annotator_version,
    (annotator_version.c.annotator == annotator.c.id) & versions.is_current(annotator_version),
)


class People:
    """The annotators of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[int, Annotator]:
        """Every annotator by key, in the order they came."""
        rows = self._connection.execute(select(*_COLUMNS).select_from(_FROM).order_by(annotator.c.id))
        return {row.id: _annotator(row) for row in rows}

    def by_key(self, key: int) -> Annotator:
        """The annotator of that key, living or not; the last name is kept."""
        statement = (
            select(*_COLUMNS)
            .select_from(annotator.join(annotator_version, annotator_version.c.annotator == annotator.c.id))
            .where(annotator.c.id == key)
            .order_by(annotator_version.c.id.desc())
        )
        return _annotator(self._connection.execute(statement.limit(1)).one())

    def key_of(self, uid: str) -> int | None:
        """The key of the annotator of that uid, living or not."""
        statement = select(annotator.c.id).where(annotator.c.uid == uid)
        return self._connection.execute(statement).scalar_one_or_none()

    def living_key(self, uid: str) -> int:
        """The key of the annotator of that uid, which must exist."""
        return int(
            self._connection.execute(select(annotator.c.id).where(annotator.c.uid == uid)).scalar_one()
        )

    def living(self, uid: str) -> Annotator | None:
        """The annotator of that uid as it is now."""
        statement = select(*_COLUMNS).select_from(_FROM).where(annotator.c.uid == uid)
        row = self._connection.execute(statement).first()
        return None if row is None else _annotator(row)

    def named(self, name: str) -> list[Annotator]:
        """Annotators of that name, case and form of accents aside."""
        statement = (
            select(*_COLUMNS)
            .select_from(_FROM)
            .where(annotator_version.c.name_key == label_key(name))
            .order_by(annotator.c.id)
        )
        return [_annotator(row) for row in self._connection.execute(statement)]

    def add(self, person: Annotator, step: int) -> int:
        """Make an annotator, or bring one back whose making was undone; its key."""
        key = self.key_of(person.uid) or self.identify(person.uid)
        versions.open_rows(self._connection, annotator_version, step, [{"annotator": key, **_values(person)}])
        return key

    def identify(self, uid: str) -> int:
        """Give a new annotator its key."""
        return versions.insert_identity(self._connection, annotator, uid=uid)

    def rename(self, uid: str, name: str, step: int) -> None:
        """Give an annotator another name."""
        key = self.key_of(uid)
        versions.replace(self._connection, ANNOTATORS, step, key, name=name, name_key=label_key(name))


def _values(person: Annotator) -> dict[str, object]:
    return {"name": person.name, "name_key": label_key(person.name), "kind": person.kind.value}


def _annotator(row: AnyRow) -> Annotator:
    return Annotator(row.uid, row.name, AnnotatorKind(row.kind))
