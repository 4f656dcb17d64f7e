"""What steps cost the person who made them; no part of any state, so that undo leaves it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.storage.tables import effort

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from annotator.model.effort import Effort


class Efforts:
    """The efforts of one connection's library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, step: int, spent: Effort) -> None:
        """Keep what the step of that number cost."""
        row = {"step": step, "keys": spent.keys, "milliseconds": spent.milliseconds}
        self._connection.execute(effort.insert().values(row))
