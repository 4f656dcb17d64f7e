"""How far a figure would move had other documents of the same kind been labelled: percentile bootstrap.

Documents are drawn with replacement, as many as there are, and the figure is reckoned anew; the middle 95 of
100 such figures are the interval (Efron & Tibshirani 1993, An Introduction to the Bootstrap, section 13.3).
Documents are drawn, never spans: spans of one document are not independent of each other. The draws are
seeded, so that the same data give the same interval.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final, TypeAlias

from annotator.agreement.undefined import Undefined
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

Share: TypeAlias = "tuple[int, int]"
"""What one document adds to part and whole of a ratio, both 0 or more."""
Interval: TypeAlias = "tuple[float, float] | Undefined"

RESAMPLES: Final = 1000
SEED: Final = 20_050_513
_TAIL: Final = 0.025
_SHIFT: Final = 48

TOO_FEW: Final = Undefined(say("An interval needs at least two documents with marked words."))


def intervals(tables: Sequence[Sequence[Share]], resamples: int = RESAMPLES) -> list[Interval]:
    """For each table, a row a document, the interval of its ratio of sums.

    All tables have the same documents in the same order; every resample draws the same documents for all,
    as if all annotators had been given those. What does not count for a table stands there as (0, 0).
    """
    documents = len(tables[0]) if tables else 0
    packed = [[(part << _SHIFT) + whole for part, whole in table] for table in tables]
    drawn: list[list[float]] = [[] for _ in tables]
    dice = Random(SEED)  # noqa: S311  (no secret depends on it)
    places = range(documents)
    for _ in range(resamples if documents > 1 else 0):
        chosen = dice.choices(places, k=documents)
        for table, figures in zip(packed, drawn, strict=True):
            part, whole = divmod(sum(map(table.__getitem__, chosen)), 1 << _SHIFT)
            if whole:
                figures.append(part / whole)
    return [_middle(table, figures) for table, figures in zip(tables, drawn, strict=True)]


def _middle(table: Sequence[Share], figures: list[float]) -> Interval:
    if sum(whole > 0 for _, whole in table) < 2:
        return TOO_FEW
    figures.sort()
    return (_percentile(figures, _TAIL), _percentile(figures, 1 - _TAIL))


def _percentile(ordered: Sequence[float], share: float) -> float:
    """Between the two figures on either side of the wanted place.

    >>> _percentile([1.0, 2.0, 4.0], 0.75)
    3.0
    """
    place = share * (len(ordered) - 1)
    before = int(place)
    after = min(before + 1, len(ordered) - 1)
    return ordered[before] + (ordered[after] - ordered[before]) * (place - before)
