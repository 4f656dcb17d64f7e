"""What rulings on one document come to, ready to be written: for many documents in a few statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.review import GOLD_NAME, GOLD_UID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.storage.unit_of_work import UnitOfWork

    Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class GoldRows:
    """The rows of one document.

    Attributes:
        document: its key.
        begins_gold: whether there must be a gold layer, because a ruling was more than a delay.
        closed: uids of decisions that end.
        gone: uids of gold spans that end.
        decisions: rows of decisions, with all columns but the steps.
        spans: rows of gold spans, with all columns but the steps and the layer.
    """

    document: int
    begins_gold: bool
    closed: Sequence[str]
    gone: Sequence[str]
    decisions: Sequence[Row]
    spans: Sequence[Row]


def write_rows(unit: UnitOfWork, rows: Sequence[GoldRows], step: int) -> None:
    """Write what rulings on these documents come to under the running step."""
    unit.decisions.close([uid for each in rows for uid in each.closed], step)
    unit.many.close([uid for each in rows for uid in each.gone], step)
    unit.decisions.open([row for each in rows for row in each.decisions], step)
    begun = sorted(each.document for each in rows if each.begins_gold)
    if not begun:
        return
    layers = unit.many.begin_layers(begun, gold_owner(unit, step), step)
    unit.many.add(
        [{**row, "layer": layers[each.document]} for each in rows for row in each.spans],
        step,
    )


def gold_owner(unit: UnitOfWork, step: int) -> int:
    """The key of the annotator of gold, made under the running step when there is none."""
    if unit.people.living(GOLD_UID) is None:
        return unit.people.add(Annotator(GOLD_UID, GOLD_NAME, AnnotatorKind.GOLD), step)
    return unit.people.living_key(GOLD_UID)
