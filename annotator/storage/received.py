"""What documents went through, as the rules of `annotator.exchange` take it: own rows and received changes.

A row is turned into a plain body with uids in it, as a package holds it; of decisions and comments the body
here also has whose they are (`BY`), which a package keeps beside it. Nothing is stored twice: what was
changed here is read off the version tables, what came from elsewhere off `received_version`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import or_, select, text

from annotator.exchange.changes import Change
from annotator.exchange.lineage import Maker, Received, Version, layer_thing, second_uid
from annotator.storage import versions
from annotator.storage.tables import (
    alias_version,
    annotator,
    comment_version,
    decision_version,
    document,
    label,
    layer,
    layer_version,
    received_step,
    received_version,
    span_version,
    step,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select, Table

    from annotator.exchange.lineage import Stretch
    from annotator.storage.types import AnyRow

SPAN: Final = "span"
LAYER: Final = "layer"
DECISION: Final = "decision"
COMMENT: Final = "comment"
"""Kinds of things that have changes, as `received_version.kind` has them."""

BY: Final = "by"
"""In the body of a decision or comment: uid of who ruled or wrote."""

_OF_ONE: Final = frozenset((SPAN, LAYER))
_PIECE: Final = 20_000
_NO_CHANGES: Final = text(
    "WITH RECURSIVE silent (seq) AS (SELECT seq FROM step WHERE kind IN ('merge', 'label.merge') UNION "
    "SELECT s.seq FROM silent AS r JOIN step AS s ON s.reverses = r.seq) SELECT seq FROM silent"
)
"""Steps whose rows are no changes: merges of packages; merges of labels, which hide spans that are marked
twice alike; and what took those back or made them again."""


class Where(NamedTuple):
    """What is worked out together: key of the document, and of the annotator (0 for all) of that kind."""

    kind: str
    document: int
    annotator: int


@dataclass(slots=True)
class Shelf:
    """What is known of the changes of things that are worked out together."""

    versions: list[Version] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)


def where(kind: str, document_key: int, annotator_key: int) -> Where:
    """Where a change of that kind belongs: layers are worked out each for itself, the rest by document."""
    return Where(kind, document_key, annotator_key if kind in _OF_ONE else 0)


class Shelves:
    """The changes of documents, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._people = dict(connection.execute(select(annotator.c.id, annotator.c.uid)).all())

    def of(
        self, documents: Sequence[int], kinds: Iterable[str] = (SPAN, LAYER, DECISION, COMMENT)
    ) -> dict[Where, Shelf]:
        """All versions and received changes on these documents, by where they belong.

        Args:
            documents: keys.
            kinds: of things.
        """
        shelves: defaultdict[Where, Shelf] = defaultdict(Shelf)
        readers = {SPAN: self._spans, LAYER: self._layers, DECISION: self._decisions, COMMENT: self._comments}
        for begin in range(0, len(documents), _PIECE):
            piece = documents[begin : begin + _PIECE]
            for kind in kinds:
                for place, version in readers[kind](piece):
                    shelves[place].versions.append(version)
            for place, received in self._received(piece, frozenset(kinds)):
                shelves[place].received.append(received)
        return dict(shelves)

    def makers(self, shelves: Iterable[Shelf]) -> dict[int, Maker]:
        """The steps that made changes of what lies on these shelves, by number."""
        seqs = {seq for shelf in shelves for each in shelf.versions for seq in (each.first, each.last) if seq}
        silent = set(self._connection.execute(_NO_CHANGES).scalars())
        wanted = sorted(seqs - silent)
        found: dict[int, Maker] = {}
        columns = (step.c.seq, step.c.uid, step.c.lamport, step.c.replica)
        for begin in range(0, len(wanted), _PIECE):
            statement = select(*columns).where(step.c.seq.in_(wanted[begin : begin + _PIECE]))
            for seq, uid, lamport, replica in self._connection.execute(statement):
                found[seq] = Maker(uid, lamport, replica)
        return found

    # ------------------------------------------------------------------ rows as bodies

    def _spans(self, documents: Sequence[int]) -> Iterator[tuple[Where, Version]]:
        labels = dict(self._connection.execute(select(label.c.id, label.c.uid)).all())
        things = self._things()
        columns = [span_version.c[name] for name in (*_SPAN_COLUMNS, "from_step", "to_step")]
        of_layers = select(layer.c.document, layer.c.annotator, *columns).join(
            span_version, span_version.c.layer == layer.c.id
        )
        for row in self._lives(of_layers, span_version, layer.c.document.in_(documents)):
            place = Where(SPAN, row.document, row.annotator)
            uid = things.get((row.uid, self._people[row.annotator]), row.uid)
            yield place, Version(uid, row.from_step, row.to_step, _span_body(row, labels))

    def _things(self) -> dict[tuple[str, str], str]:
        """(uid of a span that had to take a second one, uid of its layer's annotator) -> its own uid."""
        aliases = select(alias_version.c.uid, alias_version.c.main_uid).where(alias_version.c.kind == SPAN)
        rows = self._connection.execute(aliases.distinct()).all()
        people = self._people.values() if rows else ()
        return {(uid, who): own for uid, own in rows for who in people if second_uid(own, who) == uid}

    def _layers(self, documents: Sequence[int]) -> Iterator[tuple[Where, Version]]:
        wanted = (
            select(
                layer.c.document,
                layer.c.annotator,
                document.c.text_sha256,
                layer_version.c.status,
                layer_version.c.from_step,
                layer_version.c.to_step,
            )
            .join(layer_version, layer_version.c.layer == layer.c.id)
            .join(document, document.c.id == layer.c.document)
        )
        for row in self._lives(wanted, layer_version, layer.c.document.in_(documents)):
            thing = layer_thing(row.text_sha256, self._people[row.annotator])
            version = Version(thing, row.from_step, row.to_step, {"status": row.status})
            yield Where(LAYER, row.document, row.annotator), version

    def _decisions(self, documents: Sequence[int]) -> Iterator[tuple[Where, Version]]:
        table = decision_version
        for row in self._lives(select(table), table, table.c.document.in_(documents)):
            body = decision_body(row, self._people)
            yield Where(DECISION, row.document, 0), Version(row.uid, row.from_step, row.to_step, body)

    def _comments(self, documents: Sequence[int]) -> Iterator[tuple[Where, Version]]:
        table = comment_version
        for row in self._lives(select(table), table, table.c.document.in_(documents)):
            body = comment_body(row, self._people)
            yield Where(COMMENT, row.document, 0), Version(row.uid, row.from_step, row.to_step, body)

    def _lives(self, wanted: Select[Any], table: Table, chosen: ColumnElement[bool]) -> Iterator[AnyRow]:
        """The rows in the order in which they were written, but those that never were a state.

        Asked for in two: the living ones are found by their layer, the others have an index of their own.
        """
        ended = table.c.to_step.is_not(None) & (table.c.from_step != table.c.to_step)
        for alive in (ended, versions.is_current(table)):
            yield from self._connection.execute(wanted.where(chosen, alive))

    # ------------------------------------------------------------------ received

    def _received(self, documents: Sequence[int], kinds: frozenset[str]) -> Iterator[tuple[Where, Received]]:
        rows, made = received_version.c, received_step.c
        wanted = (
            select(
                *(rows[name] for name in _RECEIVED), made.lamport, made.replica, rows.from_step, rows.to_step
            )
            .join(received_step, made.id == rows.made_in)
            .where(rows.document.in_(documents), rows.kind.in_(sorted(kinds)))
            .where(or_(rows.to_step.is_(None), rows.from_step != rows.to_step))
            .order_by(rows.id)
        )
        stretches: dict[str, tuple[Stretch, ...]] = {}
        last: dict[str, Sequence[Any]] = {}
        for row in self._connection.execute(wanted):
            uid = row[0]
            stretches[uid] = (*stretches.get(uid, ()), (row[-2], row[-1]))
            last[uid] = row
        for uid, (_, kind, thing, key, owner, base, body, lamport, replica, _, _) in last.items():
            change = Change(uid, thing, lamport, replica, _base(base), self._body(kind, owner, body))
            yield where(kind, key, owner), Received(change, stretches[uid])

    def _body(self, kind: str, owner: int, stored: str) -> dict[str, Any] | None:
        if not stored:
            return None
        body: dict[str, Any] = json.loads(stored)
        return body if kind in _OF_ONE else {**body, BY: self._people[owner]}


_RECEIVED: Final = ("uid", "kind", "thing", "document", "annotator", "base", "body")


def _base(stored: str) -> tuple[str, ...]:
    return () if stored == "[]" else tuple(json.loads(stored))


_SPAN_COLUMNS: Final = ("uid", "start", "end", "label", "parts", "note", "flags", "origin")


def _span_body(row: AnyRow, labels: Mapping[int, str]) -> dict[str, Any]:
    body: dict[str, Any] = {"start": row.start, "end": row.end, "label": labels[row.label]}
    if row.parts:
        body["parts"] = json.loads(row.parts)
    if row.note:
        body["note"] = row.note
    if row.flags:
        body["flags"] = row.flags.split()
    if row.origin != "hand":
        body["origin"] = row.origin
    return body


def decision_body(row: AnyRow, people: Mapping[int, str]) -> dict[str, Any]:
    """A decision's row as a body."""
    body: dict[str, Any] = {"cluster": row.cluster, "verdict": row.verdict, "made": row.made}
    body |= _said({"category": row.category, "reason": row.reason})
    if row.source != "hand":
        body["source"] = row.source
    for name in ("variants", "gold"):
        if ranges := [_said(each) for each in json.loads(getattr(row, name) or "[]")]:
            body[name] = ranges
    return {**body, BY: people[row.reviewer]}


def comment_body(row: AnyRow, people: Mapping[int, str]) -> dict[str, Any]:
    """A comment's row as a body."""
    body: dict[str, Any] = {"text": row.text, "made": row.made}
    body |= _said({"span": row.span, "cluster": row.cluster, "reply_to": row.reply_to})
    if row.start is not None:
        body |= {"start": row.start, "end": row.end}
    if row.resolved:
        body["resolved"] = True
    return {**body, BY: people[row.author]}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values that say something."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}
