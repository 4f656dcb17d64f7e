"""Strings as JSON, made once for each: labels and people come back with every span."""

from __future__ import annotations

from json.encoder import encode_basestring


class Encoded(dict[str, str]):
    """Text -> JSON string of it, quotes and all, made when first asked for."""

    def __missing__(self, text: str) -> str:
        self[text] = encode_basestring(text)
        return self[text]
