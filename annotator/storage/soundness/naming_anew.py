"""Names for what lost its name to damage, so that what lies in it stays in reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from annotator.model.identity import new_uid
from annotator.model.label import name_key
from annotator.storage.file import sqlite
from annotator.storage.tables import (
    annotator,
    annotator_version,
    corpus,
    corpus_version,
    document,
    document_version,
    label,
    label_version,
    layer,
    layer_version,
)
from annotator.storage.titles import folded, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Table

    from annotator.storage.types import AnyRow

_TITLE: Final = 60
_COLOUR: Final = "#7D8796"
_LOT: Final = 256
_IN_THE_BIN: Final = {"binned": 1}
"""What a document or corpus becomes that cannot stand beside another: there, and out of its way."""


def name_what_has_no_name(connection: Connection, seq: int) -> None:
    """Give a thing without any version one of step `seq`, and one without a version in force its last one.

    Where the last one cannot stand beside what others have by now, it gets one of step `seq` as well.
    """
    for table, versions, values in _KINDS:
        refused = _begin_again(connection, table, versions)
        known = select(versions.c[table.name])
        nameless = table.c.id.not_in(known) | table.c.id.in_(refused)
        for row in connection.execute(select(table).where(nameless)).all():
            told = {table.name: row.id, "from_step": seq, **values(connection, row)}
            if not _insert(connection, versions, told) and "binned" in told:
                _insert(connection, versions, told | _IN_THE_BIN)


def _insert(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Add a row; False when it cannot stand beside the others."""
    try:
        with sqlite.savepoint(connection):
            connection.execute(insert(table).values(**values))
    except IntegrityError:
        return False
    return True


def set_values(connection: Connection, table: Table, keys: Sequence[int], **values: Any) -> list[int]:
    """Give rows these values; the keys of those that cannot stand so beside others and are as they were."""
    if len(keys) <= _LOT:
        try:
            with sqlite.savepoint(connection):
                connection.execute(update(table).where(table.c.id.in_(keys)).values(**values))
        except IntegrityError:
            if len(keys) == 1:
                return list(keys)
        else:
            return []
    middle = len(keys) // 2
    return [
        *set_values(connection, table, keys[:middle], **values),
        *set_values(connection, table, keys[middle:], **values),
    ]


def make_owners(connection: Connection) -> None:
    """Make the rows of corpora, labels and annotators that others refer to and that could not be read.

    Which uid they had is lost; a new one lets everything in them stay.
    """
    for table, extra, references in _OWNERS:
        statement = (
            f"SELECT id, max(corpus) AS corpus FROM ({references}) "
            f"WHERE id NOT IN (SELECT id FROM {table.name}) GROUP BY id"
        )
        for row in connection.execute(text(statement)).all():
            values = {"corpus": row.corpus} if extra else {}
            connection.execute(insert(table).values(id=row.id, uid=new_uid(), **values))


_OWNERS: Final = (
    (
        corpus,
        False,
        """SELECT corpus AS id, NULL AS corpus FROM corpus_version
        UNION SELECT corpus, NULL FROM document_version UNION SELECT corpus, NULL FROM label_version
        UNION SELECT corpus, NULL FROM label UNION SELECT 1, NULL FROM document""",
    ),
    (
        label,
        True,
        """SELECT label AS id, corpus FROM label_version
        UNION SELECT s.label, v.corpus FROM span_version AS s JOIN layer AS l ON l.id = s.layer
        JOIN document_version AS v ON v.document = l.document""",
    ),
    (
        annotator,
        False,
        """SELECT annotator AS id, NULL AS corpus FROM annotator_version
        UNION SELECT annotator, NULL FROM layer UNION SELECT actor, NULL FROM step""",
    ),
)
"""What is owned, whether it lies in a corpus, and who refers to it."""


def _begin_again(connection: Connection, table: Table, versions: Table) -> list[int]:
    """What is in use, and of which only past versions could be read, is as it was last; else its keys."""
    column = versions.c[table.name]
    in_force = select(column).where(versions.c.to_step.is_(None))
    last = select(func.max(versions.c.id)).where(column.not_in(in_force)).group_by(column)
    refused: list[int] = []
    for statement in _IN_USE.get(table.name, ()):
        used = column.in_(text(statement).columns(table.c.id).scalar_subquery())
        keys = connection.execute(select(versions.c.id).where(versions.c.id.in_(last), used)).scalars().all()
        refused += set_values(connection, versions, keys, to_step=None)
    if "binned" in versions.c:
        refused = set_values(connection, versions, refused, to_step=None, **_IN_THE_BIN)
    return list(connection.execute(select(column).where(versions.c.id.in_(refused))).scalars())


_IN_USE: Final = {
    "layer": ("SELECT layer FROM span_version WHERE to_step IS NULL",),
    "label": ("SELECT label FROM span_version WHERE to_step IS NULL",),
    "corpus": ("SELECT corpus FROM document_version WHERE to_step IS NULL",),
    "document": (
        "SELECT l.document FROM layer AS l JOIN span_version AS s ON s.layer = l.id WHERE s.to_step IS NULL",
    ),
    "annotator": ("SELECT annotator FROM layer",),
}


def _of_annotator(_connection: Connection, row: AnyRow) -> dict[str, Any]:
    name = f"rescued {row.uid[-6:]}"
    return {"name": name, "name_key": name_key(name), "kind": "person"}


def _of_corpus(_connection: Connection, row: AnyRow) -> dict[str, Any]:
    name = f"rescued {row.uid[-6:]}"
    return {"name": name, "name_key": name_key(name), "guidelines": "", "binned": 0}


def _of_label(_connection: Connection, row: AnyRow) -> dict[str, Any]:
    name = f"rescued {row.id}"
    plain = {"short": "", "colour": _COLOUR, "key": "", "definition": "", "position": row.id}
    return {"corpus": row.corpus, "name": name, "name_key": name_key(name), "state": "active", **plain}


def _of_document(connection: Connection, row: AnyRow) -> dict[str, Any]:
    title = " ".join(row.text[: 2 * _TITLE].split())[:_TITLE] or row.uid
    home = connection.execute(select(func.min(corpus.c.id))).scalar_one()
    titles = {"title": title, "title_folded": folded(title), "title_sort": sort_key(title)}
    told = {"metadata": "{}", "text_sha256": row.text_sha256, "binned": 0}
    return {"corpus": home, **titles, **told}


def _of_layer(_connection: Connection, _row: AnyRow) -> dict[str, Any]:
    return {"status": "in-progress", "based_on": ""}


_KINDS: Final[tuple[tuple[Table, Table, Callable[[Connection, AnyRow], dict[str, Any]]], ...]] = (
    (annotator, annotator_version, _of_annotator),
    (corpus, corpus_version, _of_corpus),
    (label, label_version, _of_label),
    (document, document_version, _of_document),
    (layer, layer_version, _of_layer),
)
