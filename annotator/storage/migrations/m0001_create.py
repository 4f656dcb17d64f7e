"""Schema 1: the first tables of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.storage.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection


def apply(connection: Connection) -> None:
    """Make all tables and indexes in an empty file."""
    metadata.create_all(connection)
