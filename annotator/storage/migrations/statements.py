"""Runs the frozen statements of a migration."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


def run(connection: Connection, statements: str) -> None:
    """Run statements that are parted by semicolons, of which none holds one within."""
    for statement in statements.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)
