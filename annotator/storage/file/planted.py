"""What somebody may have planted in a library, so that it runs with our statements.

Triggers and views are not all: columns that are computed, checks, defaults and indexes on expressions call
functions for each row. Ours have no such columns, and call no function anywhere.
"""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = ("table", "index")
_BEFORE_BRACKETS: Final = frozenset(("KEY", "CHECK", "UNIQUE", "IN"))
"""Words that stand before brackets in our tables, besides the names of tables."""

_BEFORE_A_BRACKET: Final = re.compile(r"(\"[^\"]*\"|'[^']*'|\b\w++)\s*+\(")
_OTHER_SPELLINGS: Final = ("/*", "--", "[", "`")
"""Other ways to write names and blanks, which our tables have none of."""


def is_planted(kind: str, table: str, sql: str, known: frozenset[str]) -> bool:
    """Whether no library of ours has such an object.

    Args:
        kind: as SQLite's list of objects has it.
        table: that it is, or is of.
        sql: that made it; "" for an index that SQLite made itself.
        known: names of our tables.
    """
    if kind not in _KINDS or not (table in known or table.startswith("sqlite_")):
        return True
    if sql[:14].upper() == "CREATE VIRTUAL" or any(sign in sql for sign in _OTHER_SPELLINGS):
        return True
    return not all(
        word.upper() in _BEFORE_BRACKETS or word.strip('"') in known
        for word in _BEFORE_A_BRACKET.findall(sql)
    )
