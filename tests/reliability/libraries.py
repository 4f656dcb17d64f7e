"""Libraries that somebody else made: a sound one, and what bad disks and bad people make of it."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Final

from annotator.services.library import open_library
from tests.reliability.seeds import seeds

if TYPE_CHECKING:
    import random
    from pathlib import Path

PLANTED: Final = (
    "CREATE TRIGGER bad AFTER INSERT ON document BEGIN DELETE FROM span_version; END",
    "CREATE VIEW bad AS SELECT * FROM document",
    "CREATE TABLE bad (a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1))",
    "CREATE VIRTUAL TABLE bad USING fts5(a)",
    "CREATE VIEW bad AS WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT x FROM t",
    "CREATE INDEX bad ON document_row (length(title) + 1)",
    "CREATE INDEX bad ON document_row (title) WHERE abs(spans) > 1",
    "ALTER TABLE document ADD COLUMN bad TEXT GENERATED ALWAYS AS (text || 'x') VIRTUAL",
    "ALTER TABLE document ADD COLUMN bad TEXT CHECK (bad IS NULL OR length(bad) < 10)",
    "CREATE TABLE bad (a TEXT)",
    "DROP TABLE label_count",
)
"""What somebody may plant in a library, as SQL."""

_VALUES: Final = (
    "NULL", "0", "-1", "9223372036854775807", "''", "'x'", "x'00ff'", "x'ff'", "char(0)", "zeroblob(100000)",
    "'{'", "'[]'", "'[[[[1]]]]'", "'2026-99-99T00:00:00Z'", "char(55296)", "'\u202e<b>&'",
    "hex(zeroblob(3000))",
)  # fmt: skip


def sound_library(path: Path) -> bytes:
    """The bytes of a library with a corpus, two documents, layers and spans; nothing is left at `path`."""
    jsonl = next(seed for seed in seeds() if seed.reader == "jsonl")
    source = path.with_suffix(".jsonl")
    source.write_bytes(jsonl.data)
    with open_library(str(path)) as library:
        library.importing.import_paths([str(source)], "c")
    data = path.read_bytes()
    path.unlink()
    source.unlink()
    return data


def planted(data: bytes, path: Path, *statements: str) -> bytes:
    """The bytes of a library on which somebody ran these statements; nothing is left at `path`."""
    path.write_bytes(data)
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA ignore_check_constraints=ON")
            connection.execute("PRAGMA writable_schema=ON")
            for statement in statements:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute(statement)
        return path.read_bytes()
    finally:
        path.unlink()


def altered_library(data: bytes, chance: random.Random, path: Path) -> bytes:
    """The bytes of a library with a few bytes, values or tables that are not as they were."""
    if chance.random() < 0.4:
        return _damaged(data, chance)
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        table = chance.choice(names)
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    column = chance.choice(columns)
    return planted(
        data,
        path,
        chance.choice(
            (
                chance.choice(PLANTED),
                f'UPDATE "{table}" SET "{column}" = {chance.choice(_VALUES)}',
                f'UPDATE "{table}" SET "{column}" = "{column}" || {chance.choice(_VALUES)}',
                f'UPDATE "{table}" SET "{column}" = "{column}" + {chance.choice((-1, 1, 1000))}',
                f'UPDATE "{table}" SET "{column}" = {chance.choice(_VALUES)} WHERE rowid = 1',
                f'DELETE FROM "{table}" WHERE rowid % {chance.randint(1, 3)} = 0',
                f"UPDATE sqlite_master SET sql = replace(sql, 'INTEGER', 'ANY') WHERE name = '{table}'",
                f"UPDATE sqlite_master SET rootpage = {chance.randint(0, 60)} WHERE name = '{table}'",
            )
        ),
    )


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """A bad disk: flipped bits, a page that is zero or another one, an end that is missing."""
    found = bytearray(data)
    way = chance.randrange(5)
    page = 4096 * chance.randrange(len(data) // 4096)
    if way == 0:
        for _ in range(chance.randint(1, 5)):
            found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    elif way == 1:
        for _ in range(chance.randint(1, 5)):
            found[page + min(int(chance.expovariate(1 / 20)), 4095)] = chance.randrange(256)
    elif way == 2:
        found[page : page + 4096] = bytes(4096)
    elif way == 3:
        other = 4096 * chance.randrange(len(data) // 4096)
        found[page : page + 4096] = data[other : other + 4096]
    else:
        return data[: chance.randrange(len(data))]
    return bytes(found)
