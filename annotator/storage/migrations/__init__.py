"""The ladder of schema numbers: each step is a function, in one transaction with its number.

`user_version` is the only record of how far a library is. To add a step: write `mNNNN_what.py` with
`apply(connection)`, add it to `LADDER`, and put a library of the version before into tests/data/libraries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator import ways
from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.storage.file import sqlite
from annotator.storage.migrations import m0001_create, m0002_codebook, m0003_review, m0004_homes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sqlalchemy import Connection

LADDER: Final[Mapping[int, Callable[[Connection], None]]] = {
    1: m0001_create.apply,
    2: m0002_codebook.apply,
    3: m0003_review.apply,
    4: m0004_homes.apply,
}
"""Schema number -> what brings a library of the number before up to it."""

NEWEST: Final = max(LADDER)


def migrate(connection: Connection, path: Path) -> bool:
    """Bring the library up to `NEWEST`; True when something had to be done.

    Foreign keys are off while tables are rebuilt (rebuilding a parent with them on deletes its children
    without a word) and looked at before COMMIT.

    Raises:
        EnvironmentProblem: a reference would lead nowhere; the library is as it was.
    """
    if sqlite.schema_number(connection) == NEWEST:
        connection.rollback()
        return False
    connection.rollback()
    driver = sqlite.driver_connection(connection)
    sqlite.set_pragmas(driver, {"foreign_keys": 0})
    try:
        with connection.begin():
            for number in range(sqlite.schema_number(connection) + 1, NEWEST + 1):
                LADDER[number](connection)
                sqlite.set_schema_number(connection, number)
            _check_references(connection, path)
    finally:
        sqlite.set_pragmas(driver, {"foreign_keys": 1})
    return True


def _check_references(connection: Connection, path: Path) -> None:
    problems = sqlite.foreign_key_problems(connection)
    if problems:
        raise EnvironmentProblem(
            say(
                "{path} could not be brought to this version: {count} reference in {table} leads nowhere. "
                "It was not changed. {way}|{path} could not be brought to this version: {count} references, "
                "the first in {table}, lead nowhere. It was not changed. {way}",
                way=ways.CHECK_THERE,
                path=str(path),
                count=len(problems),
                table=str(problems[0][0]),
            )
        )
