"""Column types, the only ones the tables use; each is TEXT, INTEGER or BLOB underneath (STRICT)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Integer, LargeBinary, Text, TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Dialect, Row
    from sqlalchemy.types import TypeEngine

    AnyRow = Row[*tuple[Any, ...]]

Key = BigInteger().with_variant(Integer, "sqlite")
"""Row numbers: 64 bits everywhere; on SQLite the word must be INTEGER to name the row itself."""


class ExactText(TypeDecorator[str]):
    """Text kept to the last code point, NUL included; SQL never measures, compares or searches it.

    PostgreSQL's own text refuses NUL, so there it is the UTF-8 as bytes.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """TEXT on SQLite, bytes elsewhere."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else LargeBinary())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """The value as the driver takes it."""
        return value if value is None or dialect.name == "sqlite" else value.encode()

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002  (SQLAlchemy's signature)
        """The value as it was given."""
        return value if value is None or isinstance(value, str) else bytes(value).decode()


def dump_json(values: Mapping[str, str]) -> str:
    """A mapping as stored: keys sorted, every character itself, so that equal values are equal texts."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load_json(stored: str) -> dict[str, str]:
    """The mapping that `dump_json` wrote."""
    if stored == "{}":
        return {}
    return {str(key): str(value) for key, value in json.loads(stored).items()}


def utc_now() -> str:
    """The time as stored: UTC, ISO 8601 with milliseconds and "Z"."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
