"""The keys of a JSON file's first record, which may be longer than what else is looked at of a file.

A long article stands before its spans in most files, so that its beginning alone does not show what kind of
record it is. The record is gone through in pieces, and nothing of it is kept but its own keys.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FARTHEST: Final = 64_000_000
"""Bytes after which the keys met so far have to do."""

_PIECE: Final = 1 << 20
_LONGEST_KEY: Final = 200
_BLANK: Final = b" \t\r\n"
_WITHIN: Final = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
_SIGN: Final = re.compile(rb'[{}\[\]",]')


def first_keys(start: bytes, stream: BinaryIO) -> frozenset[str] | None:
    """The keys of the first object of a file, or of the array that the file is.

    Args:
        start: what was read already.
        stream: the rest.

    Returns:
        None if the file does not begin with an object.
    """
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip(_BLANK).removeprefix(b"[").lstrip(_BLANK)
    if not head.startswith(b"{"):
        return None
    scan = _Scan()
    for piece in _pieces(head, stream):
        if scan.is_over(piece):
            break
    return frozenset(scan.keys)


def _pieces(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield head
    left = FARTHEST
    while left > 0 and (piece := stream.read(_PIECE)):
        left -= len(piece)
        yield piece


class _Scan:
    """Goes through one object, piece by piece.

    Attributes:
        keys: of the object itself, so far.
    """

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self._depth = 0
        self._in_string = False
        self._awaits_key = False
        self._word: bytes | None = None
        self._rest = b""

    def is_over(self, piece: bytes) -> bool:
        """Whether the object ends in this piece."""
        piece = self._rest + piece
        self._rest = b""
        place = 0
        while place < len(piece):
            if self._in_string:
                place = self._end_of_string(piece, place)
                continue
            found = _SIGN.search(piece, place)
            if found is None:
                return False
            place = found.end()
            self._take(found[0])
            if not self._depth:
                return True
        return False

    def _end_of_string(self, piece: bytes, place: int) -> int:
        """Where what follows the string begins; the piece's end if the string goes on."""
        within = _WITHIN.match(piece, place)
        end = within.end() if within else place
        if self._word is not None:
            self._word += piece[place : min(end, place + _LONGEST_KEY)]
        if piece[end : end + 1] != b'"':
            self._rest = piece[end:]  # half of an escape
            return len(piece)
        if self._word is not None:
            self.keys.add(_decoded(self._word))
        self._in_string, self._word = False, None
        return end + 1

    def _take(self, sign: bytes) -> None:
        if sign == b'"':
            self._in_string = True
            self._word = b"" if self._awaits_key else None
            self._awaits_key = False
        elif sign == b",":
            self._awaits_key = self._depth == 1
        elif sign in b"{[":
            self._depth += 1
            self._awaits_key = self._depth == 1
        else:
            self._depth -= 1


def _decoded(word: bytes) -> str:
    written = word.decode("utf-8", "replace")
    try:
        return str(json.loads(f'"{written}"'))
    except ValueError:
        return written
