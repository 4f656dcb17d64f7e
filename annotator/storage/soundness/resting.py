"""What rests on what in a library, and what may stand only once; asked of the present rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import exists, func, select, tuple_

from annotator.storage import versions
from annotator.storage.tables import VERSIONED, label_version, layer, layer_version, span_version

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    from sqlalchemy import Connection, Select

    Row: TypeAlias = Mapping[str, Any]
    Merged: TypeAlias = Mapping[object, object]

_TABLES: Final = {versioned.table.name: versioned for versioned in VERSIONED}
_PIECE: Final = 500
_OF_LAYER: Final = ("document", "annotator")
"""What a layer rests on stands in its identity, not in its versions."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Rows of `child` name in `column` what they rest on, a thing of `parent`.

    Attributes:
        active: whether the parent must be a label that counts for itself, not only one that is there.
    """

    child: str
    column: str
    parent: str
    active: bool = False

    def lets_go(self, row: Row | None) -> bool:
        """Whether a parent that becomes `row` no longer bears what rests on it."""
        return row is None or (self.active and row["state"] == "merged")


EDGES: Final = (
    Edge("document_version", "corpus", "corpus_version"),
    Edge("label_version", "corpus", "corpus_version"),
    Edge("kept_version", "corpus", "corpus_version"),
    Edge("label_version", "merged_into", "label_version", active=True),
    Edge("guidance_version", "label", "label_version"),
    Edge("layer_version", "document", "document_version"),
    Edge("layer_version", "annotator", "annotator_version"),
    Edge("decision_version", "document", "document_version"),
    Edge("decision_version", "reviewer", "annotator_version"),
    Edge("comment_version", "document", "document_version"),
    Edge("comment_version", "author", "annotator_version"),
    Edge("received_version", "document", "document_version"),
    Edge("received_version", "annotator", "annotator_version"),
    Edge("span_version", "layer", "layer_version"),
    Edge("span_version", "label", "label_version"),
)


@dataclass(frozen=True, slots=True)
class Unique:
    """Present rows of `table` have different places: the values of `columns`, where `among` holds.

    Attributes:
        by_label: whether the label a row carries belongs to the place too, as the one it counts for.
    """

    table: str
    columns: tuple[str, ...]
    among: Callable[[Row], bool] = lambda _row: True
    by_label: bool = False

    def place(self, row: Row, merged: Merged) -> tuple[object, ...] | None:
        """What no other row may share; None for a row that need not be alone."""
        if not self.among(row):
            return None
        place = tuple(row[column] for column in self.columns)
        return (*place, merged.get(row["label"], row["label"])) if self.by_label else place


UNIQUE: Final = (
    Unique("corpus_version", ("name_key",), lambda row: not row["binned"]),
    Unique("label_version", ("corpus", "name_key"), lambda row: bool(row["state"] != "merged")),
    Unique(
        "label_version", ("corpus", "key"), lambda row: bool(row["state"] == "active" and row["key"] != "")
    ),
    Unique("document_version", ("corpus", "text_sha256"), lambda row: not row["binned"]),
    Unique("span_version", ("layer", "start", "end", "parts"), by_label=True),
    Unique("kept_version", ("corpus", "kind", "name_key")),
)


class Living:
    """Questions about the present rows of a library, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._layers: dict[object, Row] = {}

    def parents(self, edge: Edge, rows: Sequence[Row]) -> list[Any]:
        """The key of what each row rests on along `edge`; None where it rests on nothing."""
        if edge.child == layer_version.name and edge.column in _OF_LAYER:
            self._learn_layers([row["layer"] for row in rows])
            return [self._layers[row["layer"]][edge.column] for row in rows]
        return [row[edge.column] for row in rows]

    def _learn_layers(self, keys: Sequence[object]) -> None:
        missing = [key for key in keys if key not in self._layers]
        for piece in _pieces(missing):
            statement = select(layer).where(layer.c.id.in_(piece))
            self._layers.update((row["id"], row) for row in self._rows(statement))

    def there(self, edge: Edge, keys: Sequence[object]) -> set[object]:
        """Those of the keys that are of present things which bear what rests on them along `edge`."""
        versioned = _TABLES[edge.parent]
        column = versioned.table.c[versioned.key]
        found: set[object] = set()
        for piece in _pieces(list(set(keys))):
            chosen = select(versioned.table).where(column.in_(piece), versions.is_current(versioned.table))
            found.update(row[versioned.key] for row in self._rows(chosen) if not edge.lets_go(row))
        return found

    def resting(self, edge: Edge, keys: Sequence[object]) -> dict[object, int]:
        """How many present rows rest on each of these keys along `edge`."""
        table = _TABLES[edge.child].table
        found: dict[object, int] = {}
        is_layer = table is layer_version and edge.column in _OF_LAYER
        column = (layer if is_layer else table).c[edge.column]
        for piece in _pieces(list(keys)):
            counted = select(column, func.count()).where(column.in_(piece), versions.is_current(table))
            if is_layer:
                counted = counted.select_from(table.join(layer, layer.c.id == table.c.layer))
            found.update(self._connection.execute(counted.group_by(column)).all())
        return found

    def at_places(self, unique: Unique, rows: Sequence[Row]) -> list[Row]:
        """Present rows that share the columns of `unique` with one of `rows`."""
        table = _TABLES[unique.table].table
        columns = tuple_(*(table.c[name] for name in unique.columns))
        found: list[Row] = []
        for piece in _pieces([tuple(row[name] for name in unique.columns) for row in rows]):
            statement = select(table).where(columns.in_(piece), versions.is_current(table))
            found += self._rows(statement)
        return found

    def _rows(self, statement: Select[Any]) -> list[Row]:
        return [dict(row) for row in self._connection.execute(statement).mappings()]

    def on_the_same_words(self, label: object, target: object) -> list[Row]:
        """`uid` and `from_step` of present `label` spans where `target`, or what counts for it, is too."""
        other = span_version.alias("other")
        follower = label_version.alias("follower")
        followers = select(follower.c.label).where(
            follower.c.merged_into == target, follower.c.to_step.is_(None)
        )
        same = [other.c[name] == span_version.c[name] for name in ("layer", "start", "end", "parts")]
        statement = select(span_version.c.uid, span_version.c.from_step).where(
            span_version.c.label == label,
            versions.is_current(span_version),
            exists(
                select(other.c.id).where(
                    *same, (other.c.label == target) | other.c.label.in_(followers), other.c.to_step.is_(None)
                )
            ),
        )
        return self._rows(statement)

    def merged(self) -> Merged:
        """Label key -> key of the label it counts for, of every merged label."""
        return self._merged

    @cached_property
    def _merged(self) -> Merged:
        statement = select(label_version.c.label, label_version.c.merged_into).where(
            label_version.c.merged_into.is_not(None), versions.is_current(label_version)
        )
        return dict(self._connection.execute(statement).all())


def _pieces(values: Sequence[Any]) -> list[Sequence[Any]]:
    return [values[begin : begin + _PIECE] for begin in range(0, len(values), _PIECE)]
