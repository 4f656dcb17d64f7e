"""How agreement goes over time: documents by the week in which the layers on them were last changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from annotator.agreement.f1 import Counts, strict_f1

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.agreement.undefined import Figure


@dataclass(frozen=True, slots=True)
class Week:
    """One week with documents.

    Attributes:
        monday: its first day, UTC.
        documents: that were last changed in it.
        counts: sums over them.
    """

    monday: date
    documents: int
    counts: Counts

    @property
    def strict_f1(self) -> Figure:
        """Over the week's documents."""
        return strict_f1(self.counts)


def trend(documents: Iterable[tuple[str, Counts]]) -> list[Week]:
    """Weeks in order, those without a document left out.

    Args:
        documents: of each when its layers were last changed (UTC, ISO 8601), and its counts.
    """
    weeks: defaultdict[date, list[Counts]] = defaultdict(list)
    for changed, counts in documents:
        weeks[monday_of(changed)].append(counts)
    return [Week(monday, len(held), sum(held, Counts())) for monday, held in sorted(weeks.items())]


def monday_of(time: str) -> date:
    """First day of the week in which a moment lies (ISO 8601; weeks begin on Monday).

    >>> monday_of("2026-11-22T23:59:59.999Z")
    datetime.date(2026, 11, 16)
    """
    day = date.fromisoformat(time[:10])
    return day - timedelta(days=day.weekday())
