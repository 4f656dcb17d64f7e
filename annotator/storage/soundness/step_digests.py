"""Digests of steps: by them the check proves that rows are those that the log says were written.

A digest covers what a step says of itself, the rows it opened and closed, and what these are versions of: a
layer's owner, the uid of a label. Steps closed before identities were covered keep their digest, and are
proved by the old one (docs/decisions/0032-check-repair-rescue.md).
"""

from __future__ import annotations

import hashlib
import heapq
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.storage.file import sqlite
from annotator.storage.tables import (
    VERSIONED,
    annotator,
    corpus,
    document,
    label,
    layer,
    received_step,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, Table, TextClause

_NOT_DIGESTED: Final = frozenset(("id", "from_step", "to_step", "covered"))
_PIECE: Final = 20_000
SIDES: Final = tuple((versioned.table, side) for versioned in VERSIONED for side in ("from_step", "to_step"))


_WITH_IDENTITY: Final = "2:"
"""How digests begin into which it went as well what the rows are versions of (0032)."""

_IDENTITIES: Final[Mapping[str, tuple[Table, str, tuple[str, ...]]]] = {
    "annotator_version": (annotator, "annotator", ("uid",)),
    "corpus_version": (corpus, "corpus", ("uid",)),
    "label_version": (label, "label", ("uid", "corpus")),
    "document_version": (document, "document", ("uid", "text_sha256")),
    "layer_version": (layer, "layer", ("uid", "document", "annotator")),
    "received_version": (
        received_step,
        "made_in",
        ("uid", "kind", "actor", "replica", "counter", "lamport", "time", "summary"),
    ),
}
"""Where what a row is a version of is told, the row's column that points there, and what is said there."""


def _words(table: Table) -> str:
    return sqlite.row_text([column.name for column in table.columns if column.name not in _NOT_DIGESTED])


def _identity(table: Table) -> str:
    """SQL that makes one text of what a row is a version of; "" for rows that say it themselves."""
    if table.name not in _IDENTITIES:
        return "''"
    told, column, names = _IDENTITIES[table.name]
    words = sqlite.row_text(names)
    return f"coalesce((SELECT {words} FROM {told.name} WHERE id = {table.name}.{column}), '')"


def _heading(table: Table, side: str) -> bytes:
    return f"{table.name} {side}\n".encode()


FILLED: Final = text(
    "SELECT place, number FROM ("
    + " UNION ALL ".join(
        f"SELECT {place} AS place, count(*) AS number FROM {table.name} WHERE {side} = :seq"
        for place, (table, side) in enumerate(SIDES)
    )
    + ") AS filled WHERE number > 0 ORDER BY place"
)
"""Which tables a step has rows in, as a place in `SIDES`, and how many."""


def _piece(table: Table, side: str, words: str) -> TextClause:
    return text(
        f"SELECT max(id), group_concat(words, char(10)) FROM (SELECT id, {words} AS words "
        f"FROM {table.name} WHERE {side} = :seq AND id > :last ORDER BY id LIMIT {_PIECE}) AS piece"
    )


_PIECES: Final = tuple(_piece(table, side, f"{_words(table)} || {_identity(table)}") for table, side in SIDES)
"""The next rows of a step in one table, joined, each with what it is a version of."""
_OLD_PIECES: Final = tuple(_piece(table, side, _words(table)) for table, side in SIDES)
"""The same as digests of old steps have them."""

_SAID: Final = [
    "uid",
    "kind",
    "actor",
    "replica",
    "counter",
    "lamport",
    "time",
    "document",
    "summary",
    "reverses",
    "group",
]
"""What a step says of itself and never changes; its corpus is left out, which emptying the bin takes away."""
_HEADS: Final = f"SELECT seq, {sqlite.row_text(_SAID)} AS words, digest FROM step"
_HEAD: Final = text(f"{_HEADS} WHERE seq = :seq")
_ALL_HEADS: Final = text(f"{_HEADS} ORDER BY seq").execution_options(yield_per=1000)
_HEADS_PLACE: Final = -1


def _is_old(digest: str) -> bool:
    """Whether a step was closed before digests covered what rows are versions of; no digest yet: no."""
    return bool(digest) and not digest.startswith(_WITH_IDENTITY)


def _marked(digest: str, *, is_old: bool) -> str:
    return digest if is_old else f"{_WITH_IDENTITY}{digest}"


class StepDigests:
    """The digests of a library's steps, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def digest(self, seq: int) -> tuple[int, str]:
        """Number of the rows a step opened and closed, and the SHA-256 over what it says of itself and them.

        A step that has its digest gets the same kind of digest, a new one the newest kind. The database joins
        the rows into long texts: handing over 300,000 single ones took four times as long.
        """
        head = self._connection.execute(_HEAD, {"seq": seq}).one()
        is_old = _is_old(head.digest)
        pieces = _OLD_PIECES if is_old else _PIECES
        total, sha = 0, hashlib.sha256(f"{head.words}\n".encode())
        for place, count in self._connection.execute(FILLED, {"seq": seq}):
            table, side = SIDES[place]
            sha.update(_heading(table, side))
            last = 0
            for _ in range(0, count, _PIECE):
                last, words = self._connection.execute(pieces[place], {"seq": seq, "last": last}).one()
                sha.update(f"{words}\n".encode())
            total += count
        return total, _marked(sha.hexdigest(), is_old=is_old)

    def digests(self) -> Iterator[tuple[int, tuple[int, str]]]:
        """(step, what `digest` gives of it) for every step in the log or in rows, in order; memory flat."""
        merged = heapq.merge(
            self._said(),
            *(self._lines(place, table, side) for place, (table, side) in enumerate(SIDES)),
            key=itemgetter(0, 1),
        )
        for seq, rows in groupby(merged, key=itemgetter(0)):
            total, sha, current, is_old = 0, hashlib.sha256(), _HEADS_PLACE, False
            for _, place, words, more in rows:
                if place == _HEADS_PLACE:
                    is_old, more = _is_old(more), ""
                elif place != current:
                    sha.update(_heading(*SIDES[place]))
                    current = place
                sha.update(f"{words}{'' if is_old else more}\n".encode())
                total += place != _HEADS_PLACE
            yield seq, (total, _marked(sha.hexdigest(), is_old=is_old))

    def _said(self) -> Iterator[tuple[int, int, str, str]]:
        for seq, words, digest in self._connection.execute(_ALL_HEADS):
            yield seq, _HEADS_PLACE, words, digest

    def _lines(self, place: int, table: Table, side: str) -> Iterator[tuple[int, int, str, str]]:
        statement = text(
            f"SELECT {side}, {place}, {_words(table)}, {_identity(table)} FROM {table.name} "
            f"WHERE {side} IS NOT NULL ORDER BY {side}, id"
        )
        rows = self._connection.execute(statement.execution_options(yield_per=1000))
        return iter(rows)
