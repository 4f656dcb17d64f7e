"""Spans: the living ones of layers, and how changes to them become versions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import exists, func, select, text, update

from annotator.model.span import Span, covered_text
from annotator.storage import versions
from annotator.storage.repositories.aliases import Aliases
from annotator.storage.tables import COUNTED_KINDS, VERSIONED, annotator_version, layer, span_version
from annotator.storage.united import United

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from annotator.model.span import Parts
    from annotator.storage.repositories.stream import SpanRow
    from annotator.storage.types import AnyRow

SPANS: Final = next(entry for entry in VERSIONED if entry.table is span_version)

_COLUMNS: Final = tuple(
    span_version.c[name]
    for name in ("uid", "start", "end", "label", "note", "flags", "origin", "parts", "layer")
)


class Spans:
    """The spans of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_layer(self, key: int, labels: Mapping[int, str], at: int | None = None) -> list[Span]:
        """Living spans of a layer, or those it had right after step `at`, not sorted.

        Args:
            key: the layer.
            labels: uid by label key (`Labels.all_uids`).
            at: sequence number of a step, None for now.
        """
        alive: ColumnElement[bool] = (
            versions.is_current(span_version) if at is None else versions.as_of(span_version, at)
        )
        rows = self._connection.execute(select(*_COLUMNS).where(span_version.c.layer == key, alive))
        return [span_of(row, labels) for row in rows]

    def of_layers(self, keys: Sequence[int], labels: Mapping[int, str]) -> list[Span]:
        """Living spans of layers that are shown as one, not sorted; of equal ones that of the first layer.

        Args:
            keys: the layers (`Aliases.layers`).
            labels: uid by label key (`Labels.all_uids`).
        """
        found: dict[object, Span] = {}
        for key in keys:
            for span in self.of_layer(key, labels):
                found.setdefault(span.place, span)
        return list(found.values())

    def owner(self, uid: str) -> int | None:
        """The layer that holds the living span of that uid."""
        statement = select(span_version.c.layer).where(
            span_version.c.uid == uid, versions.is_current(span_version)
        )
        return self._connection.execute(statement).scalar_one_or_none()

    def since(self, uid: str) -> int | None:
        """The step that wrote the present version of a span."""
        statement = select(span_version.c.from_step).where(
            span_version.c.uid == uid, versions.is_current(span_version)
        )
        return self._connection.execute(statement).scalar_one_or_none()

    def home(self, uid: str) -> tuple[int, int] | None:
        """(document key, annotator key) of the layer that holds the living span of that uid."""
        statement = (
            select(layer.c.document, layer.c.annotator)
            .join(span_version, span_version.c.layer == layer.c.id)
            .where(span_version.c.uid == uid, versions.is_current(span_version))
        )
        row = self._connection.execute(statement).first()
        return None if row is None else (row.document, row.annotator)

    def place(self, uid: str) -> tuple[int, int] | None:
        """(start, end) of the living span of that uid, in code points."""
        statement = select(span_version.c.start, span_version.c.end).where(
            span_version.c.uid == uid, versions.is_current(span_version)
        )
        row = self._connection.execute(statement).first()
        return None if row is None else (row.start, row.end)

    def open(
        self,
        layer_key: int,
        spans: Sequence[Span],
        text: str,
        labels: Mapping[str, int],
        suggestions: Mapping[str, str],
        step: int,
    ) -> None:
        """Write spans that have no living version.

        A span that the running step closed in another layer of the same person stays in that layer.

        Args:
            layer_key: their layer.
            spans: what to write.
            text: of the document.
            labels: label key by uid.
            suggestions: uid of the suggestion a span came from, by the span's uid; none for most.
            step: the running step.
        """
        homes = self._homes(layer_key, [span.uid for span in spans], step)
        rows = [
            {
                **_row(span, homes.get(span.uid, layer_key), text, labels[span.label]),
                "suggestion_uid": suggestions.get(span.uid, ""),
            }
            for span in spans
        ]
        versions.open_rows(self._connection, span_version, step, rows)

    def _homes(self, layer_key: int, uids: Sequence[str], step: int) -> dict[str, int]:
        """Layer by span, of those that the step closed in a layer that is shown together with this one."""
        together = Aliases(self._connection).siblings(layer_key)
        if len(together) == 1:
            return {}
        statement = select(span_version.c.uid, span_version.c.layer).where(
            span_version.c.uid.in_(uids), span_version.c.to_step == step, span_version.c.layer.in_(together)
        )
        return {row.uid: row.layer for row in self._connection.execute(statement)}

    def suggestions(self, uids: Sequence[str]) -> dict[str, str]:
        """Uid of the suggestion that living spans came from, by the span's uid, where there is one."""
        statement = select(span_version.c.uid, span_version.c.suggestion_uid).where(
            span_version.c.uid.in_(uids),
            versions.is_current(span_version),
            span_version.c.suggestion_uid != "",
        )
        return dict(self._connection.execute(statement).all())

    def taken(self, uids: Sequence[str]) -> list[str]:
        """Which of these uids living spans have."""
        statement = select(span_version.c.uid).where(
            span_version.c.uid.in_(uids), versions.is_current(span_version)
        )
        return list(self._connection.execute(statement).scalars())

    def with_labels(self, label_keys: Sequence[int]) -> int:
        """How many living spans carry one of these labels, whosever they are."""
        statement = select(func.count()).where(
            span_version.c.label.in_(label_keys), versions.is_current(span_version)
        )
        return self._connection.execute(statement).scalar_one()

    def totals(self) -> dict[tuple[int, int], int]:
        """(corpus key, label key) -> how many spans all layers on its living documents have of the label.

        A merged label counts for its target. The counts that `storage.projection` keeps are of people alone.
        """
        rows = self._connection.execute(
            text(
                "SELECT v.corpus, coalesce(b.merged_into, s.label), count(*) FROM document_version AS v "
                "JOIN layer AS l ON l.document = v.document "
                "JOIN span_version AS s ON s.layer = l.id AND s.to_step IS NULL "
                "JOIN label_version AS b ON b.label = s.label AND b.to_step IS NULL "
                f"WHERE v.to_step IS NULL AND v.binned = 0{United.read(self._connection).not_twin()} "
                "GROUP BY 1, 2"
            )
        )
        return {(corpus, label): count for corpus, label, count in rows}

    def on_document(self, document_key: int, label_keys: Sequence[int]) -> int:
        """How many living spans of people's layers on a document carry one of these labels."""
        return self._connection.execute(
            select(func.count())
            .select_from(span_version)
            .join(layer, layer.c.id == span_version.c.layer)
            .join(annotator_version, annotator_version.c.annotator == layer.c.annotator)
            .where(
                layer.c.document == document_key,
                span_version.c.label.in_(label_keys),
                annotator_version.c.kind.in_(COUNTED_KINDS),
                versions.is_current(span_version),
                versions.is_current(annotator_version),
            )
        ).scalar_one()

    def documents_with(self, label_keys: Sequence[int]) -> list[int]:
        """Keys of the documents on which a living span carries one of these labels."""
        statement = (
            select(layer.c.document)
            .join(span_version, span_version.c.layer == layer.c.id)
            .where(span_version.c.label.in_(label_keys), versions.is_current(span_version))
            .distinct()
        )
        return list(self._connection.execute(statement).scalars())

    def close_labelled(self, label_keys: Sequence[int], step: int) -> int:
        """End every living span that carries one of these labels; how many there were."""
        chosen = span_version.c.label.in_(label_keys) & versions.is_current(span_version)
        return self._connection.execute(update(span_version).where(chosen).values(to_step=step)).rowcount

    def close_repeats(self, label_keys: Sequence[int], kept: Sequence[int], step: int) -> int:
        """End living spans under `label_keys` that are equal to one under `kept` but for the label."""
        other = span_version.alias("other")
        same = [other.c[name] == span_version.c[name] for name in ("layer", "start", "end", "parts")]
        repeated = exists(
            select(other.c.id).where(*same, other.c.label.in_(kept), other.c.to_step.is_(None))
        ).correlate(span_version)
        chosen = span_version.c.label.in_(label_keys) & versions.is_current(span_version) & repeated
        return self._connection.execute(update(span_version).where(chosen).values(to_step=step)).rowcount

    def close(self, uids: Iterable[str], step: int) -> int:
        """End living spans, with those that are not shown because they are equal; how many there were."""
        gone = list(uids)
        gone += Aliases(self._connection).twins(gone)
        return versions.close_rows(self._connection, SPANS, step, gone)


def span_of(row: AnyRow | SpanRow, labels: Mapping[int, str]) -> Span:
    """The model's span of a row that has the columns of `span_version`."""
    return Span(
        uid=row.uid,
        start=row.start,
        end=row.end,
        label=labels[row.label],
        note=row.note,
        flags=tuple(row.flags.split()),
        origin=row.origin,
        parts=load_parts(row.parts) if row.parts else None,
    )


def _row(span: Span, layer_key: int, text: str, label_key: int) -> dict[str, object]:
    return {
        "uid": span.uid,
        "layer": layer_key,
        "start": span.start,
        "end": span.end,
        "parts": dump_parts(span.parts),
        "label": label_key,
        "note": span.note,
        "flags": " ".join(span.flags),
        "origin": span.origin,
        "covered": covered_text(text, span),
    }


def dump_parts(parts: Parts | None) -> str:
    """Parts as stored: "" for none."""
    return "" if parts is None else json.dumps(parts, separators=(",", ":"))


def load_parts(stored: str) -> Parts:
    """The parts that `dump_parts` wrote."""
    return tuple((int(start), int(end)) for start, end in json.loads(stored))
