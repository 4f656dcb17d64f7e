"""Spans of another format, under keys that a reader takes for metadata: met so, they are not passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.messages import Message

_DEEPEST: Final = 6
_LOOKED_AT: Final = 20
"""Items of a list; of spans the first are as the others."""

_TRIPLE: Final = [int, int, str]
_EDGES: Final = (
    ("start", "end"),
    ("begin", "end"),
    ("start_offset", "end_offset"),
    ("startOffset", "endOffset"),
    ("offset", "length"),
)


def keys_of_spans(values: Mapping[str, Any]) -> list[str]:
    """The keys whose values hold places in a text, at whatever depth, in order."""
    return [key for key, value in values.items() if _holds_places(value, _DEEPEST)]


def spans_elsewhere(key: str, known: str) -> Message:
    """That a record has spans under a key that its format does not have them under, without a full stop."""
    return say(
        "“{key}” holds spans, but this format has them under {known}. Choose the format that the file is of "
        "and try again",
        key=key,
        known=known,
    )


def _holds_places(value: object, depth: int) -> bool:
    if isinstance(value, dict):
        if any(type(value.get(start)) is type(value.get(end)) is int for start, end in _EDGES):
            return True
        value = list(value.values())
    if not isinstance(value, list) or not depth:
        return False
    if [*map(type, value)] == _TRIPLE:
        return True
    return any(_holds_places(item, depth - 1) for item in value[:_LOOKED_AT])
