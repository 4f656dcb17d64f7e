"""Digests of steps: by them the check proves that rows are those that the log says were written.

A digest covers what a step says of itself, the rows it opened and closed, and what these are versions of: a
layer's owner, the uid of a label. Steps closed before identities were covered keep their digest, and are
proved by the old one (docs/decisions/0032-check-repair-rescue.md). A step that lost rows for good has one of
what stays of it, noted while the one before still proved it.
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
    from collections.abc import Container, Iterator, Mapping

    from sqlalchemy import Connection, Table, TextClause

_NOT_DIGESTED: Final = frozenset(("id", "from_step", "to_step", "covered"))
_PIECE: Final = 20_000
SIDES: Final = tuple((versioned.table, side) for versioned in VERSIONED for side in ("from_step", "to_step"))


_WITH_IDENTITY: Final = "2:"
"""How digests begin into which it went as well what the rows are versions of (0032)."""

_OF_WHAT_STAYS: Final = "left:"
"""How digests begin of what stays of a step that lost rows; how they went before follows."""

LOST_ROWS: Final = f"substr(digest, 1, {len(_OF_WHAT_STAYS)}) = '{_OF_WHAT_STAYS}'"
"""SQL that says of a step whether it lost rows for good, by its digest."""

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
_HEADS_PLACE: Final = -1
_NOTE: Final = text("UPDATE step SET row_count = :count, digest = :digest WHERE seq = :seq")


def is_of_what_stays(digest: str) -> bool:
    """Whether a step has lost rows for good, and the digest proves the others."""
    return digest.startswith(_OF_WHAT_STAYS)


def before_it_lost(digest: str) -> str:
    """The digest that a step had before it lost rows, where what stays of it could not be proved then."""
    return digest.removeprefix(_OF_WHAT_STAYS)


def _is_old(digest: str) -> bool:
    """Whether a step was closed before digests covered what rows are versions of; no digest yet: no."""
    told = before_it_lost(digest)
    return bool(told) and not told.startswith(_WITH_IDENTITY)


def _marked(sha256: str, told: str) -> str:
    """A digest that says of itself what the one that is told says."""
    left = _OF_WHAT_STAYS if is_of_what_stays(told) else ""
    return f"{left}{'' if _is_old(told) else _WITH_IDENTITY}{sha256}"


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
        pieces = _OLD_PIECES if _is_old(head.digest) else _PIECES
        total, sha = 0, hashlib.sha256(f"{head.words}\n".encode())
        for place, count in self._connection.execute(FILLED, {"seq": seq}):
            table, side = SIDES[place]
            sha.update(_heading(table, side))
            last = 0
            for _ in range(0, count, _PIECE):
                last, words = self._connection.execute(pieces[place], {"seq": seq, "last": last}).one()
                sha.update(f"{words}\n".encode())
            total += count
        return total, _marked(sha.hexdigest(), head.digest)

    def digests(self, among: str = "") -> Iterator[tuple[int, tuple[int, str]]]:
        """(step, what `digest` gives of it) for every step in the log or in rows, in order; memory flat.

        Args:
            among: SQL that gives the steps that are asked for; "" for all.
        """
        merged = heapq.merge(
            self._said(among),
            *(self._lines(place, table, side, among) for place, (table, side) in enumerate(SIDES)),
            key=itemgetter(0, 1),
        )
        for seq, rows in groupby(merged, key=itemgetter(0)):
            total, sha, current, told = 0, hashlib.sha256(), _HEADS_PLACE, ""
            for _, place, words, more in rows:
                if place == _HEADS_PLACE:
                    told, more = more, ""
                elif place != current:
                    sha.update(_heading(*SIDES[place]))
                    current = place
                sha.update(f"{words}{'' if _is_old(told) else more}\n".encode())
                total += place != _HEADS_PLACE
            yield seq, (total, _marked(sha.hexdigest(), told))

    def _said(self, among: str) -> Iterator[tuple[int, int, str, str]]:
        chosen = f" WHERE seq IN ({among})" if among else ""
        statement = text(f"{_HEADS}{chosen} ORDER BY seq").execution_options(yield_per=1000)
        for seq, words, digest in self._connection.execute(statement):
            yield seq, _HEADS_PLACE, words, digest

    def _lines(self, place: int, table: Table, side: str, among: str) -> Iterator[tuple[int, int, str, str]]:
        chosen = f"IN ({among})" if among else "IS NOT NULL"
        statement = text(
            f"SELECT {side}, {place}, {_words(table)}, {_identity(table)} FROM {table.name} "
            f"WHERE {side} {chosen} ORDER BY {side}, id"
        )
        rows = self._connection.execute(statement.execution_options(yield_per=1000))
        return iter(rows)

    def proved(self, among: str) -> set[int]:
        """Those of the steps that SQL gives of which the rows are those that the log says they wrote."""
        rows = self._connection.execute(
            text(f"SELECT seq, row_count, digest FROM step WHERE seq IN ({among})")
        )
        known = {row.seq: (row.row_count, row.digest) for row in rows}
        return {seq for seq, found in self.digests(among) if known.get(seq) == found}

    def mark_losing(self, among: str) -> None:
        """Have steps that are about to lose rows told as wrong until what stays of them is noted.

        What was wrong before is not forgotten for it, unless they had lost rows before and nothing was noted.
        """
        self._connection.execute(
            text(
                f"UPDATE step SET digest = '{_OF_WHAT_STAYS}' || digest WHERE seq IN ({among}) "
                f"AND seq NOT IN (SELECT step FROM step_gap)"
            )
        )

    def note_what_stays(self, among: str, steps: Container[int]) -> None:
        """Write down for steps that lost rows how many are left, and the digest of these.

        Args:
            among: SQL that gives steps, of which only those are meant that are in `steps` too.
            steps: whose other rows are right.
        """
        left = [
            {"seq": seq, "count": count, "digest": _OF_WHAT_STAYS + before_it_lost(digest)}
            for seq, (count, digest) in self.digests(among)
            if seq in steps
        ]
        if left:
            self._connection.execute(_NOTE, left)
