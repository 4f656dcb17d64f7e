"""How values of a file are quoted in messages."""

from __future__ import annotations

import json

_LIMIT = 40


def shown(value: object, limit: int | None = _LIMIT) -> str:
    """A parsed JSON value as JSON text, cut to `limit` characters."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if limit is None or len(text) <= limit else f"{text[:limit]}…"


def quoted(text: str) -> str:
    """A stretch of text for a message: in quotes, control characters visible, cut to 40 characters."""
    return shown(text)
