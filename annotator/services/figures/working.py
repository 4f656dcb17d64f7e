"""Work out of the log: by day and hour, with measured keys and time where a step has them."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Final

from annotator.model.figures import Effort, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

LONGEST_GAP: Final = 60.0
"""Seconds between two steps that still count as work."""


def local_time(time: str, zone: tzinfo | None) -> datetime:
    """A stored time in a time zone, None for the machine's own."""
    return datetime.fromisoformat(time).astimezone(zone)


def work_of(
    steps: Iterable[tuple[int, str, int, int | None, int | None]],
    made: Mapping[int, int],
    people: Mapping[int, str],
    zone: tzinfo | None,
) -> Work:
    """Work by day, hour and person.

    Args:
        steps: (number, stored time, key of who acted, keys or None, milliseconds or None), in order.
        made: number of a step -> spans that it made.
        people: uid by key.
        zone: the person's time zone, None for the machine's own.
    """
    days: defaultdict[str, Effort] = defaultdict(Effort)
    hours: defaultdict[tuple[int, int], Effort] = defaultdict(Effort)
    by_person: defaultdict[str, Effort] = defaultdict(Effort)
    latest: dict[int, datetime] = {}
    number = measured = 0
    for seq, time, actor, keys, milliseconds in steps:
        at = local_time(time, zone)
        spans = made.get(seq, 0)
        if keys is None or milliseconds is None:
            effort = Effort(_since(latest.get(actor), at), spans)
        else:
            effort = Effort(milliseconds / 1000, spans, spans, keys)
            measured += 1
        latest[actor] = at
        number += 1
        days[at.date().isoformat()] += effort
        hours[at.weekday(), at.hour] += effort
        by_person[people[actor]] += effort
    return Work(dict(sorted(days.items())), dict(hours), dict(by_person), number, measured)


def _since(before: datetime | None, now: datetime) -> float:
    """Seconds of work since the step before, none after a longer gap."""
    gap = 0.0 if before is None else (now - before).total_seconds()
    return gap if 0 <= gap <= LONGEST_GAP else 0.0
