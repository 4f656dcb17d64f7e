"""Annotators: whose work a layer is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import select, text

from annotator.model.document import Annotator, AnnotatorKind
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, annotator, annotator_version
from annotator.storage.titles import label_key
from annotator.storage.united import United

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from annotator.storage.types import AnyRow

ANNOTATORS: Final = next(entry for entry in VERSIONED if entry.table is annotator_version)

_HOMES: Final = """
    FROM layer AS l JOIN layer_version AS v ON v.layer = l.id AND v.to_step IS NULL
    JOIN document_row AS r ON r.document = l.document
"""
_LAYERS: Final = f"""
    SELECT l.annotator, count(*), sum(v.status = 'done'), max(v.from_step) {_HOMES} WHERE 1 = 1 {{}}
    GROUP BY l.annotator
"""
_SPANS: Final = f"""
    SELECT l.annotator, count(*), max(s.from_step) {_HOMES}
    JOIN span_version AS s ON s.layer = l.id AND s.to_step IS NULL WHERE 1 = 1 {{}} GROUP BY l.annotator
"""

_COLUMNS = (annotator.c.id, annotator.c.uid, annotator_version.c.name, annotator_version.c.kind)
_FROM = annotator.join(
    annotator_version,
    (annotator_version.c.annotator == annotator.c.id) & versions.is_current(annotator_version),
)


class Work(NamedTuple):
    """Documents with a layer of somebody, those that are done, spans, number of the newest step."""

    documents: int = 0
    done: int = 0
    spans: int = 0
    step: int = 0

    def plus(self, other: Work) -> Work:
        """Both together."""
        return Work(
            self.documents + other.documents,
            self.done + other.done,
            self.spans + other.spans,
            max(self.step, other.step),
        )


class People:
    """The annotators of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[int, Annotator]:
        """Who every key is, in the order they came; one that was joined to another is that one."""
        found = self.each()
        united = self.united
        return {key: found.get(united.main(key), person) for key, person in found.items()}

    def came_with(self, step: int) -> bool:
        """Whether that step brought an annotator into the library, or changed one."""
        found = select(annotator_version.c.id).where(annotator_version.c.from_step == step)
        return self._connection.execute(found.limit(1)).first() is not None

    def each(self) -> dict[int, Annotator]:
        """Every annotator by key, in the order they came, those that were joined to others as themselves."""
        rows = self._connection.execute(select(*_COLUMNS).select_from(_FROM).order_by(annotator.c.id))
        return {row.id: _annotator(row) for row in rows}

    @property
    def united(self) -> United:
        """Which annotators are one person."""
        return United.read(self._connection)

    def main_key(self, key: int) -> int:
        """The key of whom that annotator was joined to; its own without that."""
        return self.united.main(key)

    def main_of(self, uid: str) -> Annotator | None:
        """The living annotator of that uid, or whom it was joined to."""
        key = self.key_of(uid)
        if key is None or (main := self.main_key(key)) == key:
            return self.living(uid)
        return self.by_key(main)

    def by_key(self, key: int) -> Annotator:
        """The annotator of that key, living or not, or whom it was joined to; the last name is kept."""
        return self.itself(self.main_key(key))

    def itself(self, key: int) -> Annotator:
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
        """Annotators of that name, case and form of accents aside; joined ones once, as the main one."""
        statement = (
            select(*_COLUMNS)
            .select_from(_FROM)
            .where(annotator_version.c.name_key == label_key(name))
            .order_by(annotator.c.id)
        )
        keys = dict.fromkeys(self.main_key(row.id) for row in self._connection.execute(statement).all())
        return [self.itself(key) for key in keys]

    def add(self, person: Annotator, step: int) -> int:
        """Make an annotator, or bring one back whose making was undone; its key."""
        key = self.key_of(person.uid) or self.identify(person.uid)
        versions.open_rows(self._connection, annotator_version, step, [{"annotator": key, **_values(person)}])
        return key

    def identify(self, uid: str) -> int:
        """Give a new annotator its key."""
        return versions.insert_identity(self._connection, annotator, uid=uid)

    def work(self) -> dict[int, Work]:
        """What each person has on living documents, by the key of the main annotator."""
        united = self.united
        found: dict[int, Work] = {}
        for key, layers, done, step in self._connection.execute(text(_LAYERS.format(united.not_behind()))):
            main = united.main(key)
            found[main] = found.get(main, Work()).plus(Work(layers, done, 0, step))
        for key, spans, step in self._connection.execute(text(_SPANS.format(united.not_twin()))):
            main = united.main(key)
            found[main] = found.get(main, Work()).plus(Work(0, 0, spans, step))
        return found

    def rename(self, uid: str, name: str, step: int) -> None:
        """Give an annotator another name."""
        key = self.key_of(uid)
        versions.replace(self._connection, ANNOTATORS, step, key, name=name, name_key=label_key(name))


def _values(person: Annotator) -> dict[str, object]:
    return {"name": person.name, "name_key": label_key(person.name), "kind": person.kind.value}


def _annotator(row: AnyRow) -> Annotator:
    return Annotator(row.uid, row.name, AnnotatorKind(row.kind))
