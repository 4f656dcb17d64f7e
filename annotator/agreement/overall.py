"""Strict and boundary F1 over all documents, with the interval of the first, from what each document adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement.bootstrap import intervals
from annotator.agreement.undefined import Undefined
from annotator.model.overview import OverallFigures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.bootstrap import Share


def overall(shares: Sequence[tuple[Share, Share]]) -> OverallFigures:
    """Sums over documents; each gives its shares of the strict F1 and of that of boundaries alone."""
    strict = [pair[0] for pair in shares]
    interval = intervals([strict])[0]
    low, high = (None, None) if isinstance(interval, Undefined) else interval
    return OverallFigures(_ratio(strict), _ratio([pair[1] for pair in shares]), low, high)


def _ratio(shares: Sequence[Share]) -> float | None:
    whole = sum(share[1] for share in shares)
    return sum(share[0] for share in shares) / whole if whole else None
