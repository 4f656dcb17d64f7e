"""Code points, UTF-16 units and UTF-8 bytes of one text, and the way between them.

Plain positions are code points of the stored text. Everything that counts otherwise (Qt, Java tools: UTF-16;
byte offsets of some formats) is converted here and nowhere else. A lone surrogate counts as one UTF-16 unit
and three bytes, as in Python's `surrogatepass`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property

from annotator.text.patterns import Pattern

_ASTRAL = Pattern(r"[\U00010000-\U0010ffff]")
_BLOCK = 1024
_PROBE = 1 << 16
_CONTINUATION = bytes(range(0x80, 0xC0))


def _has_astral(text: str) -> bool:
    if text.isascii():
        return False
    for start in range(0, len(text), _PROBE):
        piece = text[start : start + _PROBE]
        if len(piece.encode("utf-16-le", "surrogatepass")) != 2 * len(piece):
            return True
    return False


class Ruler:
    """Positions of one text on other scales; positions in between snap to the left.

    Args:
        text: the stored text. Positions run from 0 to its length, both included; those beyond are taken as
        the
            nearest end.
    """

    __slots__ = ("__dict__", "_astral", "_length", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)
        found = (match.start() for match in _ASTRAL.finditer(text)) if _has_astral(text) else ()
        self._astral = array("q", found)

    def to_u16(self, position: int) -> int:
        """UTF-16 units before the code point at `position`."""
        position = min(max(position, 0), self._length)
        return position + bisect_left(self._astral, position)

    def from_u16(self, units: int) -> int:
        """Code points before the UTF-16 unit at `units`; inside a surrogate pair, before the pair."""
        units = max(units, 0)
        low, high = 0, len(self._astral)
        while low < high:
            middle = (low + high) // 2
            if self._astral[middle] + middle + 2 <= units:
                low = middle + 1
            else:
                high = middle
        if low < len(self._astral) and self._astral[low] + low + 1 == units:
            return int(self._astral[low])
        return min(units - low, self._length)

    def to_byte(self, position: int) -> int:
        """UTF-8 bytes before the code point at `position`."""
        position = min(max(position, 0), self._length)
        block = position // _BLOCK
        return self._bytes_before[block] + len(_utf8(self._text[block * _BLOCK : position]))

    def from_byte(self, offset: int) -> int:
        """Code points before the byte at `offset`; inside a character, before that character."""
        offset = max(offset, 0)
        block = bisect_right(self._bytes_before, offset) - 1
        piece = _utf8(self._text[block * _BLOCK : (block + 1) * _BLOCK])
        inside = offset - self._bytes_before[block]
        starts = len(piece[:inside].translate(None, _CONTINUATION))
        if inside < len(piece) and piece[inside] in _CONTINUATION:
            starts -= 1
        return block * _BLOCK + starts

    @cached_property
    def _bytes_before(self) -> array[int]:
        """UTF-8 bytes before each block of code points; the last entry holds the end."""
        before = array("q", [0])
        for start in range(0, self._length - self._length % _BLOCK, _BLOCK):
            before.append(before[-1] + len(_utf8(self._text[start : start + _BLOCK])))
        return before


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
