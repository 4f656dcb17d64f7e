"""Writing what a merge comes to: rows of spans, layers, labels, decisions and comments, many at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from annotator.exchange.lineage import second_uid
from annotator.model.span import Span, covered_text
from annotator.storage import versions
from annotator.storage.received import BY
from annotator.storage.repositories.comments import COMMENTS
from annotator.storage.repositories.decisions import DECISIONS
from annotator.storage.repositories.labels import LABELS, Labels, label_values
from annotator.storage.repositories.layers import LAYERS
from annotator.storage.repositories.spans import SPANS, dump_parts
from annotator.storage.tables import (
    comment_version,
    decision_version,
    label,
    label_version,
    layer_version,
    span_version,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from annotator.model.label import Label

_OF_RANGES: Final = {"variants": ("spans", []), "gold": ("uid", "")}


class MergedRows:
    """Rows that a merge writes, by the writing connection."""

    def __init__(self, connection: Connection, step: int) -> None:
        self._connection = connection
        self._step = step

    @property
    def step(self) -> int:
        """Number of the step under which they are written."""
        return self._step

    def close_spans(self, uids: Sequence[str]) -> None:
        """End present spans."""
        versions.close_rows(self._connection, SPANS, self._step, uids)

    def open_spans(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write spans, as `span_row` makes them."""
        versions.open_rows(self._connection, span_version, self._step, rows)

    def close_layers(self, keys: Sequence[int]) -> None:
        """End present statuses of layers."""
        versions.close_rows(self._connection, LAYERS, self._step, keys)

    def open_layers(self, statuses: Mapping[int, str]) -> None:
        """Write statuses by layer."""
        rows = [{"layer": key, "status": status, "based_on": ""} for key, status in statuses.items()]
        versions.open_rows(self._connection, layer_version, self._step, rows)

    def close_decisions(self, uids: Sequence[str]) -> None:
        """End present decisions."""
        versions.close_rows(self._connection, DECISIONS, self._step, uids)

    def open_decisions(
        self, bodies: Mapping[str, tuple[int, Mapping[str, Any]]], people: Mapping[str, int]
    ) -> None:
        """Write decisions.

        Args:
            bodies: (document key, body) by uid.
            people: annotator key by uid.
        """
        rows = [_decision_row(uid, document, body, people) for uid, (document, body) in bodies.items()]
        versions.open_rows(self._connection, decision_version, self._step, rows)

    def close_comments(self, uids: Sequence[str]) -> None:
        """End present comments."""
        versions.close_rows(self._connection, COMMENTS, self._step, uids)

    def open_comments(
        self, bodies: Mapping[str, tuple[int, Mapping[str, Any]]], people: Mapping[str, int]
    ) -> None:
        """Write comments; as `open_decisions`."""
        rows = [_comment_row(uid, document, body, people) for uid, (document, body) in bodies.items()]
        versions.open_rows(self._connection, comment_version, self._step, rows)

    def add_label(self, value: Label, corpus: int, state: str, target: int | None) -> int:
        """Write a label with its state; its key."""
        key = Labels(self._connection).identity(value.uid, corpus)
        if key is None:
            key = versions.insert_identity(self._connection, label, uid=value.uid, corpus=corpus)
        said = label_values(value)
        row = {"label": key, "corpus": corpus, "state": state, "merged_into": target, **said}
        versions.close_rows(self._connection, LABELS, self._step, [key])
        versions.open_rows(self._connection, label_version, self._step, [row])
        return key


def row_uid(span: str, annotator: str, aliases: frozenset[str]) -> str:
    """The uid under which a span stands in somebody's layer, if it had to take a second one that one."""
    second = second_uid(span, annotator) if aliases else ""
    return second if second in aliases else span


def span_row(
    uid: str, layer: int, body: Mapping[str, Any], text: str, labels: Mapping[str, int]
) -> dict[str, Any]:
    """The row of a span's body.

    Args:
        uid: of the span.
        layer: its key.
        body: as `storage.received` describes it.
        text: of the document.
        labels: label key by uid.
    """
    parts = tuple((start, end) for start, end in body["parts"]) if "parts" in body else None
    span = Span(uid, body["start"], body["end"], body["label"], parts=parts)
    return {
        "uid": uid,
        "layer": layer,
        "start": span.start,
        "end": span.end,
        "parts": dump_parts(parts),
        "label": labels[span.label],
        "note": body.get("note", ""),
        "flags": " ".join(body.get("flags", ())),
        "origin": body.get("origin", "hand"),
        "suggestion_uid": "",
        "covered": covered_text(text, span),
    }


def _decision_row(
    uid: str, document: int, body: Mapping[str, Any], people: Mapping[str, int]
) -> dict[str, Any]:
    ranges = {
        name: json.dumps(
            [{more: empty, **each} for each in body.get(name, ())],
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        for name, (more, empty) in _OF_RANGES.items()
    }
    return {
        "uid": uid,
        "document": document,
        "cluster": body["cluster"],
        "reviewer": people[body[BY]],
        "verdict": body["verdict"],
        "category": body.get("category", ""),
        "reason": body.get("reason", ""),
        "source": body.get("source", "hand"),
        "made": body["made"],
        **ranges,
    }


def _comment_row(
    uid: str, document: int, body: Mapping[str, Any], people: Mapping[str, int]
) -> dict[str, Any]:
    return {
        "uid": uid,
        "document": document,
        "span": body.get("span", ""),
        "cluster": body.get("cluster", ""),
        "start": body.get("start"),
        "end": body.get("end"),
        "author": people[body[BY]],
        "text": body["text"],
        "reply_to": body.get("reply_to", ""),
        "made": body["made"],
        "resolved": int(body.get("resolved", False)),
    }
