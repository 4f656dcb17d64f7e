"""Rows of documents out of a copy of the library, in the keys of the library, ready for a plan.

What a document rests on comes with it where the library no longer has it: its corpus with the label set, the
labels of its spans, whose layers they are. Identity rows are written at once; a plan that is not written
leaves them behind without a version, as an undone import does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.model.span import covered_words
from annotator.storage import versions
from annotator.storage.repositories.labels import MERGED
from annotator.storage.repositories.spans import load_parts
from annotator.storage.rewriting import content, contents
from annotator.storage.tables import (
    alias_version,
    annotator,
    annotator_version,
    comment_version,
    corpus,
    corpus_version,
    decision_version,
    document,
    document_version,
    guidance_version,
    label,
    label_version,
    layer,
    layer_version,
    span_version,
)
from annotator.storage.titles import label_key
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from sqlalchemy import ColumnElement, Connection, Table

    from annotator.storage.repositories import Repositories
    from annotator.storage.rewriting import Plan
    from annotator.storage.unit_of_work import UnitOfWork

    Row: TypeAlias = Mapping[str, Any]

_SAID_OF: Final = ((decision_version, "reviewer"), (comment_version, "author"))


class Carrier:
    """Brings documents of a copy into a plan of a running unit of work, one after the other.

    Args:
        copy: another state of the same library, for reading.
        unit: the library.
        plan: of `unit`; settled and written by whoever calls.
        exactly: whether what the library holds of a document and the copy does not is to go.
    """

    def __init__(self, copy: Repositories, unit: UnitOfWork, plan: Plan, *, exactly: bool) -> None:
        self._copy = copy.connection
        self._unit = unit
        self._plan = plan
        self._exactly = exactly
        self._corpora: dict[int, int] = {}
        self._labels: dict[int, int] = {}
        self._people: dict[int, int] = {}

    def document(self, key: int) -> tuple[int, int]:
        """Plan that a document is as in the copy; keys of the document and of its corpus in the library.

        Args:
            key: in the copy.

        Raises:
            EnvironmentProblem: the copy does not hold it whole.
        """
        found = self._one(select(document).where(document.c.id == key))
        if text_sha256(found["text"]) != found["text_sha256"]:
            raise _not_whole(self._copy_title(key))
        own = self._key(document, document.c.uid == found["uid"])
        if own is None:
            values = {name: value for name, value in found.items() if name != "id"}
            own = versions.insert_identity(self._unit.connection, document, **values)
        version = self._present(document_version, document_version.c.document == key)[0]
        home = self._corpus(version["corpus"])
        self._add(document_version, own, {**version, "document": own, "corpus": home, "binned": 0})
        self._aliases(found["uid"])
        self._layers(key, found["text"], own, home)
        for table, person in _SAID_OF:
            self._said(table, person, key, own)
        return own, home

    # What a document rests on

    def _corpus(self, key: int) -> int:
        """The corpus in the library; one that is gone comes back with all its labels."""
        if key not in self._corpora:
            uid = self._one(select(corpus).where(corpus.c.id == key))["uid"]
            own = self._key(corpus, corpus.c.uid == uid)
            self._corpora[key] = own or versions.insert_identity(self._unit.connection, corpus, uid=uid)
            if not self._is_living(corpus_version, self._corpora[key]):
                self._revive_corpus(key, self._corpora[key])
        return self._corpora[key]

    def _revive_corpus(self, key: int, own: int) -> None:
        row = self._present(corpus_version, corpus_version.c.corpus == key)[0]
        name, number = row["name"], 1
        while self._unit.corpora.named(name) is not None:
            number += 1
            name = f"{row['name']} ({number})"
        then = {**row, "corpus": own, "name": name, "name_key": label_key(name), "binned": 0}
        self._add(corpus_version, own, then)
        for each in self._present(label_version, label_version.c.corpus == key):
            self._label(each["label"], own)

    def _label(self, key: int, home: int) -> int:
        """The label in the library that spans of the copy's label carry from now on."""
        if key not in self._labels:
            self._labels[key] = self._met_label(key, home)
        return self._labels[key]

    def _met_label(self, key: int, home: int) -> int:
        """The same label if it is there, else the one of its name, else it comes back."""
        uid = self._one(select(label).where(label.c.id == key))["uid"]
        row = self._present(label_version, label_version.c.label == key)[0]
        own = self._unit.labels.identity(uid, home)
        if own is not None and self._is_living(label_version, own):
            return own
        if row["state"] == MERGED:
            return self._label(row["merged_into"], home)
        met = self._unit.labels.meeting(home, "", row["name"])
        if met is not None:
            return met
        if own is None:
            own = versions.insert_identity(self._unit.connection, label, uid=uid, corpus=home)
        is_free = row["key"].casefold() not in self._keys_in_use(home)
        then = {**row, "label": own, "corpus": home, "key": row["key"] if is_free else ""}
        self._add(label_version, own, then)
        for told in self._present(guidance_version, guidance_version.c.label == key):
            self._add(guidance_version, own, {**told, "label": own})
        return own

    def _keys_in_use(self, home: int) -> set[str]:
        planned = (item.then for item in self._plan.items(label_version.name))
        keys = {row["key"].casefold() for row in planned if row is not None and row["corpus"] == home}
        return keys | {each.key.casefold() for each in self._unit.labels.active(home).values()}

    def _person(self, key: int) -> int:
        if key not in self._people:
            uid = self._one(select(annotator).where(annotator.c.id == key))["uid"]
            own = self._unit.people.key_of(uid) or self._unit.people.identify(uid)
            self._people[key] = own
            if not self._is_living(annotator_version, own):
                row = self._present(annotator_version, annotator_version.c.annotator == key)[0]
                self._add(annotator_version, own, {**row, "annotator": own})
        return self._people[key]

    # What is on a document

    def _layers(self, key: int, text: str, own: int, home: int) -> None:
        here = self._rows(self._unit.connection, select(layer).where(layer.c.document == own))
        by_owner = {row["annotator"]: row["id"] for row in here}
        kept: set[object] = set()
        for row in self._rows(self._copy, select(layer).where(layer.c.document == key)):
            for version in self._present(layer_version, layer_version.c.layer == row["id"]):
                owner = self._person(row["annotator"])
                place = by_owner.get(owner) or self._new_layer(row["uid"], own, owner)
                kept.add(place)
                self._add(layer_version, place, {**version, "layer": place})
                for span in self._spans(row["id"], place, home):
                    if _covered(text, span) != span["covered"]:
                        raise _not_whole(self._copy_title(key))
        if self._exactly:
            for place in by_owner.values():
                if place not in kept:
                    self._close_others(span_version, span_version.c.layer == place, set())
                    self._close_others(layer_version, layer_version.c.layer == place, set())

    def _new_layer(self, uid: str, own: int, owner: int) -> int:
        taken = self._key(layer, layer.c.uid == uid) is not None
        values = {"uid": new_uid() if taken else uid, "document": own, "annotator": owner}
        return versions.insert_identity(self._unit.connection, layer, **values)

    def _spans(self, key: int, place: int, home: int) -> list[Row]:
        """Plan the spans of a layer; as the copy has them."""
        rows = self._present(span_version, span_version.c.layer == key)
        now = contents(self._unit.connection, span_version.name, [row["uid"] for row in rows])
        for row in rows:
            then = {**row, "layer": place, "label": self._label(row["label"], home)}
            self._plan.add(span_version.name, row["uid"], now.get(row["uid"]), then)
        if self._exactly:
            self._close_others(span_version, span_version.c.layer == place, {row["uid"] for row in rows})
        return rows

    def _said(self, table: Table, person: str, key: int, own: int) -> None:
        """Comments or decisions."""
        rows = self._present(table, table.c.document == key)
        for row in rows:
            self._add(table, row["uid"], {**row, "document": own, person: self._person(row[person])})
        if self._exactly:
            self._close_others(table, table.c.document == own, {row["uid"] for row in rows})

    def _aliases(self, uid: str) -> None:
        mine = (alias_version.c.kind == "document") & (alias_version.c.main_uid == uid)
        for row in self._present(alias_version, mine):
            if self._unit.documents.key_of(row["uid"]) is None:
                self._add(alias_version, row["uid"], row)

    def _close_others(self, table: Table, mine: ColumnElement[bool], kept: set[object]) -> None:
        """Plan that what the library holds of a document besides goes."""
        column = "layer" if table is layer_version else "uid"
        for row in self._rows(self._unit.connection, select(table).where(mine, versions.is_current(table))):
            if row[column] not in kept:
                self._plan.add(table.name, row[column], content(row), None)

    # Rows

    def _add(self, table: Table, key: object, then: Row) -> None:
        now = contents(self._unit.connection, table.name, [key]).get(key)
        self._plan.add(table.name, key, now, then)

    def _is_living(self, table: Table, key: int) -> bool:
        return key in contents(self._unit.connection, table.name, [key])

    def _present(self, table: Table, mine: ColumnElement[bool]) -> list[Row]:
        """Contents of the present rows of the copy."""
        statement = select(table).where(mine, versions.is_current(table)).order_by(table.c.id)
        return [content(row) for row in self._rows(self._copy, statement)]

    def _copy_title(self, key: int) -> str:
        return str(self._present(document_version, document_version.c.document == key)[0]["title"])

    def _one(self, statement: Any) -> Row:
        return self._rows(self._copy, statement)[0]

    def _key(self, table: Table, mine: ColumnElement[bool]) -> int | None:
        found: int | None = self._unit.connection.execute(select(table.c.id).where(mine)).scalar_one_or_none()
        return found

    @staticmethod
    def _rows(connection: Connection, statement: Any) -> list[Row]:
        return [dict(row) for row in connection.execute(statement).mappings()]


def _covered(text: str, span: Row) -> str:
    parts = load_parts(span["parts"]) if span["parts"] else None
    return covered_words(text, span["start"], span["end"], parts)


def _not_whole(title: str) -> EnvironmentProblem:
    return EnvironmentProblem(
        say(
            "The backup does not hold “{title}” as it was written: its text or the words of a span differ. "
            "Nothing was changed; take another backup.",
            title=title,
        )
    )
