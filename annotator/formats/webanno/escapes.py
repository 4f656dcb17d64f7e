r"""How WebAnno TSV 3 writes signs that mean something in it: with a backslash before them.

In `#Text=` lines a tab is `\t`, a line feed `\n`, a backslash `\\`, and a control character stands after a
backslash; versions 3.0 and 3.1 write Java's `\uXXXX` besides. In values `[ ] | _ ; *` and `->` are escaped.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TEXT: Final = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\f": "\\f", "\b": "\\b", "\\": "\\\\"}
_TEXT_SIGNS: Final = re.compile(r"[\x00-\x0a\x0c-\x1f\\]")
_TEXT_ESCAPES: Final = re.compile(r"\\(?:([tnrfb\\])|([\x00-\x07\x0e-\x1f]))")
_JAVA_ESCAPES: Final = re.compile(r"(?:\\u+[0-9A-Fa-f]{4})+")
_OF_TEXT: Final = {escape[1]: sign for sign, escape in _TEXT.items()}

_VALUE_SIGNS: Final = re.compile(r"->|[\\\[\]|_;\t\n*]")
_VALUE_ESCAPES: Final = re.compile(r"\\(->|[\\\[\]|_;tn*])")
_PIECE: Final = re.compile(r"(?:\\.|[^\\]|\\\Z)", re.DOTALL)
_WITH_NUMBER: Final = re.compile(r"((?:\\.|[^\\\[])*)\[(\d{1,9})\]", re.DOTALL)


def escape_text(text: str) -> str:
    """A stretch of text for one `#Text=` line or a token's cell, as version 3.3 has it."""
    return _TEXT_SIGNS.sub(lambda found: _TEXT.get(found[0], "\\" + found[0]), text)


def unescape_text(written: str, *, is_java: bool = False) -> str:
    r"""The text of a `#Text=` line; a backslash before any other sign is left as it is.

    Args:
        written: what stands behind `#Text=`.
        is_java: whether `\uXXXX` is an escape too: in 3.0 and 3.1.
    """
    if "\\" not in written:
        return written
    if is_java:
        written = _JAVA_ESCAPES.sub(_java_text, written)
    return _TEXT_ESCAPES.sub(lambda found: _OF_TEXT[found[1]] if found[1] else found[2], written)


def _java_text(found: re.Match[str]) -> str:
    units = re.findall(r"[0-9A-Fa-f]{4}", found[0])
    text = b"".join(bytes.fromhex(unit) for unit in units).decode("utf-16-be", "surrogatepass")
    return text.replace("\\", "\\\\")


def escape_value(value: str) -> str:
    """A value of a feature, for its cell."""
    return _VALUE_SIGNS.sub(lambda found: "\\" + {"\t": "t", "\n": "n"}.get(found[0], found[0]), value)


def unescape_value(written: str) -> str:
    """The value that a cell's piece stands for."""
    if "\\" not in written:
        return written
    return _VALUE_ESCAPES.sub(lambda found: {"t": "\t", "n": "\n"}.get(found[1], found[1]), written)


def pieces_of(cell: str, sign: str = "|") -> list[str]:
    """The pieces of a cell between signs that are not escaped; still escaped themselves."""
    if "\\" not in cell:
        return cell.split(sign)
    pieces = [""]
    for piece in _PIECE.findall(cell):
        if piece == sign:
            pieces.append("")
        else:
            pieces[-1] += piece
    return pieces


@lru_cache(4096)
def numbered(piece: str) -> tuple[str, int]:
    """(what stands before `[n]`, n) of one piece of a cell; n is 0 where there is none."""
    if piece.endswith("]") and (found := _WITH_NUMBER.fullmatch(piece)):
        return found[1], int(found[2])
    return piece, 0
