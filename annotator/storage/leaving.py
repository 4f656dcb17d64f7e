"""Spans that steps made and nobody changed since: to take the steps back they go in one statement.

Nothing rests on a span and none that goes takes another's place, so such a span can always go. It is counted,
and counted out where something else asks whether it may go; it is never read.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select, update

from annotator.storage import versions
from annotator.storage.tables import span_version

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from annotator.storage.soundness.resting import Row


class Leaving:
    """The spans that leave when these steps are taken back; none without steps."""

    def __init__(self, connection: Connection, steps: Sequence[int] = ()) -> None:
        self._connection = connection
        self._steps = frozenset(steps)
        self._by: dict[str, Mapping[object, int]] = {}

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return sum(self.by("layer").values())

    def by(self, column: str) -> Mapping[object, int]:
        """How many there are by the value of that column, `layer` or `label`."""
        if column not in self._by:
            value = span_version.c[column]
            statement = select(value, func.count()).where(self._leave()).group_by(value)
            self._by[column] = dict(self._connection.execute(statement).all()) if self._steps else {}
        return self._by[column]

    def holds(self, row: Row) -> bool:
        """Whether a present row, of which `uid` and `from_step` are looked at, is one of them."""
        return row["from_step"] in self._steps and row["uid"] not in self._there_before

    def others(self) -> ColumnElement[bool]:
        """The condition on a row that these steps opened that it is none of them."""
        return span_version.c.to_step.is_not(None) | span_version.c.uid.in_(self._before())

    def write(self, step: int) -> None:
        """Close their rows under a step."""
        if self._steps and self.count:
            self._connection.execute(update(span_version).where(self._leave()).values(to_step=step))

    @cached_property
    def _there_before(self) -> frozenset[str]:
        return frozenset(self._connection.execute(self._before()).scalars())

    def _before(self) -> Select[Any]:
        """Uids of what was there before the steps, and they changed or removed."""
        rows = span_version.alias("before")
        return select(rows.c.uid).where(rows.c.to_step.in_(self._steps), rows.c.from_step.not_in(self._steps))

    def _leave(self) -> ColumnElement[bool]:
        return and_(
            span_version.c.from_step.in_(self._steps),
            versions.is_current(span_version),
            span_version.c.uid.not_in(self._before()),
        )
