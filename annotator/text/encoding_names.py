"""Encodings as people write their names."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "tcvn3": "TCVN3",
    "vni": "VNI",
    "viscii": "VISCII",
    "windows-1252": "Windows-1252",
    "windows-1258": "Windows-1258",
}


def encoding_name(encoding: str) -> str:
    """The name for people of an encoding that the reader of texts found: "utf-8" -> "UTF-8"."""
    return _NAMES.get(encoding) or (encoding.upper() if encoding.startswith("utf") else encoding)
