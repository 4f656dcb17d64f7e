"""What a change may make of a thing: the keys and values of the bodies of spans, layers, decisions, comments.

Each check takes a body as it was read and gives it back, or says what is wrong with it. A body leaves out
what the model takes for nothing said, so that equal things have equal bodies.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.exchange.fields import Fields, WrongRecordError
from annotator.exchange.members import ChangeKind
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.review import Category, Verdict
from annotator.model.span import FLAGS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a body may refer to: `length` of its document's text in code points, uids of the `labels`."""

    length: int
    labels: Collection[str]


def check_body(kind: ChangeKind, body: object, around: Surroundings) -> None:
    """Make sure that a body is one of its kind and stays within its surroundings.

    Raises:
        WrongRecordError: it is not.
    """
    fields = Fields(body, "body")
    _CHECKS[kind](fields, around)
    fields.finish()


def _span(fields: Fields, around: Surroundings) -> None:
    _stretch(fields, around)
    fields.text("note", "")
    flags = fields.names("flags")
    if list(flags) != [flag for flag in FLAGS if flag in flags]:
        raise WrongRecordError(say("“{key}” holds what no span can carry", key="flags"))
    fields.name("origin", "")


def _stretch(fields: Fields, around: Surroundings) -> None:
    """Start, end, label and parts, as spans and variants have them."""
    start = fields.whole("start", 0, around.length)
    end = fields.whole("end", 0, around.length)
    if start >= end:
        raise WrongRecordError(say("it begins at {start} and ends at {end}", start=start, end=end))
    label = fields.name("label")
    if label not in around.labels:
        raise WrongRecordError(say("its label {label} is not among the package's labels", label=label))
    _check_parts(fields.pairs("parts"), start, end)


def _check_parts(parts: tuple[tuple[int, int], ...] | None, start: int, end: int) -> None:
    if parts is None:
        return
    edges = [edge for part in parts for edge in part]
    is_sound = len(parts) > 1 and all(first < last for first, last in itertools.pairwise(edges))
    if not is_sound or (edges[0], edges[-1]) != (start, end):
        raise WrongRecordError(say("its parts do not lie in order between its start and its end"))


def _layer(fields: Fields, _around: Surroundings) -> None:
    fields.choice("status", Status)


def _decision(fields: Fields, around: Surroundings) -> None:
    fields.thing("cluster")
    verdict = fields.choice("verdict", Verdict)
    for variant in fields.each("variants"):
        _stretch(variant, around)
        variant.names("spans")
        variant.finish()
    for gold in fields.each("gold"):
        if verdict in (Verdict.REJECT, Verdict.DEFER):
            raise WrongRecordError(say("it gives spans to gold although it takes none"))
        _stretch(gold, around)
        gold.name("uid", "")
        gold.finish()
    fields.choice("category", Category, Category.NONE)
    fields.text("reason", "")
    fields.name("source", "hand")
    fields.time("made")


def _comment(fields: Fields, around: Surroundings) -> None:
    fields.text("text")
    for key in ("span", "cluster", "reply_to"):
        if key in fields:
            fields.thing(key)
    if "start" in fields or "end" in fields:
        start = fields.whole("start", 0, around.length)
        fields.whole("end", start, around.length)
    fields.flag("resolved", default=False)
    fields.time("made")


_CHECKS: Final[Mapping[ChangeKind, Callable[[Fields, Surroundings], None]]] = {
    ChangeKind.SPAN: _span,
    ChangeKind.LAYER: _layer,
    ChangeKind.DECISION: _decision,
    ChangeKind.COMMENT: _comment,
}
