"""The tables for another database than SQLite: ready for it, without a price for who does not use it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from sqlalchemy import create_mock_engine

from annotator.storage.tables import metadata


def test_indexes_over_current_rows_are_so_in_postgresql_too() -> None:
    said: list[str] = []

    def keep(statement: Any, *_: object, **__: object) -> None:
        said.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("postgresql+psycopg://", keep)
    metadata.create_all(engine, checkfirst=False)
    conditional = [index for table in metadata.tables.values() for index in table.indexes if _where(index)]
    assert len(conditional) > 20
    assert sum(" WHERE to_step IS " in statement for statement in said) == len(conditional)


def _where(index: Any) -> bool:
    return index.dialect_options["sqlite"]["where"] is not None


def test_the_tables_load_no_database_but_sqlite() -> None:
    code = "import sys, annotator.storage.tables; print([n for n in sys.modules if 'postgresql' in n])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
