"""Gold that is changed by hand: the decisions it came from say so, in the same step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.review import GOLD_UID, Decision, GoldRange, Ruling, Verdict
from annotator.services.review.gold import GoldWriting
from annotator.services.review.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.span import Span
    from annotator.services.review.joining import Joined
    from annotator.services.review.reading import Examined
    from annotator.storage.unit_of_work import UnitOfWork

SOURCE = "gold"
"""The source of decisions that follow from a change of the gold layer."""


def among(unit: UnitOfWork, homes: Mapping[str, tuple[int, int]]) -> dict[int, dict[str, Span]]:
    """Those of these living spans that are gold, by document key and uid.

    Args:
        unit: of work.
        homes: (document key, annotator key) by uid of a span.
    """
    gold = unit.people.key_of(GOLD_UID)
    found: dict[int, dict[str, Span]] = {}
    for document in {home[0] for home in homes.values() if home[1] == gold}:
        layer = unit.layers.identity(document, gold or 0) or 0
        spans = unit.spans.of_layer(layer, unit.labels.all_uids(unit.documents.version(document).corpus))
        found[document] = {span.uid: span for span in spans if span.uid in homes}
    return found


def follow(
    unit: UnitOfWork,
    document: int,
    before: Mapping[str, Span],
    after: Mapping[str, Span],
    who: int,
    step: int,
) -> None:
    """Let the decisions on a document follow a change of its gold layer, which is written already.

    A gold span that was taken out makes its decision a rejection, one that was moved or got another label an
    edited one; what was added where a variant of a cluster stands is a taking of it.

    Args:
        unit: of work.
        document: key.
        before: the touched gold spans as they were, by uid.
        after: the same as they are.
        who: key of who did it.
        step: the running step.
    """
    home = unit.documents.version(document).corpus
    examined = Reader(unit, home).one(document)
    if examined is None:
        return
    writing = GoldWriting(unit, home, who)
    writing.begin([examined])
    amended = {each.uid: _amended(each, before, after) for each in examined.decisions}
    for decision in examined.decisions:
        if amended[decision.uid] != decision.gold:
            _amend(writing, decision, amended[decision.uid])
    known = {gold.uid for each in examined.decisions for gold in each.gold}
    for uid, span in before.items():
        if uid not in after and uid not in known:
            _rule(writing, examined, span, Verdict.REJECT)
    for uid, span in after.items():
        if uid not in before:
            _rule(writing, examined, span, Verdict.TAKE)
    writing.write(unit, step)


def _amended(
    decision: Decision, before: Mapping[str, Span], after: Mapping[str, Span]
) -> tuple[GoldRange, ...]:
    """What a decision gives to gold after the change."""
    kept = []
    for gold in decision.gold:
        span = after.get(gold.uid)
        if span is not None:
            kept.append(replace(gold, start=span.start, end=span.end, label=span.label, parts=span.parts))
        elif gold.uid not in before:
            kept.append(gold)
    return tuple(kept)


def _amend(writing: GoldWriting, decision: Decision, gold: Sequence[GoldRange]) -> None:
    seen = {variant.place for variant in decision.variants}
    taken = Verdict.TAKE if all(each.place in seen for each in gold) else Verdict.TAKE_EDITED
    writing.amend(decision, gold, taken if gold else Verdict.REJECT)


def _rule(writing: GoldWriting, examined: Examined, span: Span, verdict: Verdict) -> None:
    """Rule on the open cluster with a variant of just this place, if there is one."""
    joined = _with_place(examined, span)
    if joined is None or not joined.cluster.is_open:
        return
    takes = () if verdict is Verdict.REJECT else (GoldRange(*span.place[:3], parts=span.parts),)
    writing.rule(joined, Ruling(examined.uid, joined.cluster.uid, verdict, takes, source=SOURCE))


def _with_place(examined: Examined, span: Span) -> Joined | None:
    for joined in examined.joined:
        if any(variant.place == span.place for variant in joined.cluster.variants):
            return joined
    return None
