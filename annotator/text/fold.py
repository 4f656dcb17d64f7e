"""Text as search compares it, with the way back to the exact stored stretch.

Folding never touches the stored text. NFC, NFD and mixtures of them always come out alike, every white
space character as a blank; soft hyphens, zero-width blanks, word joiners and variation selectors go. On
wish also letter case (Unicode case folding), diacritics (đ and the look-alike ð become d), and the two ways
to place the tone mark in oa, oe, uy ("hòa" and "hoà").
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.text.graphemes import grapheme_start
from annotator.text.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK = 4096
_BLOCK_BORDER = Pattern(r"(?<=\s)(?=[^\s\p{M}])")
_UNIT = Pattern(r"(?s).\p{M}*")
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff" + "".join(map(chr, range(0xFE00, 0xFE10))))
_MARKS = dict.fromkeys((*range(0x300, 0x370), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00)))
_BARRED = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_EARLY_TONE = Pattern(
    r"(?P<first>[oO](?=.[aAeE])|[uU](?=.[yY]))(?P<tone>[\u0300\u0301\u0303\u0309\u0323])(?P<second>.)(?!\p{M})"
)
"""A tone mark, in NFD, on the first vowel of oa, oe, uy; folding moves it behind the second."""


class _Rewritten:
    """A text written otherwise, block by block, and the way back.

    Attributes:
        text: the text as it is written now.
    """

    __slots__ = ("_rewritten_starts", "_source", "_starts", "text")

    def __init__(self, text: str) -> None:
        self._source = text
        self._starts: list[int] = []
        self._rewritten_starts: list[int] = []
        pieces = []
        length = 0
        for start, end in _blocks(text):
            self._starts.append(start)
            self._rewritten_starts.append(length)
            pieces.append(self._rewrite(text[start:end]))
            length += len(pieces[-1])
        self._starts.append(len(text))
        self._rewritten_starts.append(length)
        self.text = "".join(pieces)

    def _rewrite(self, piece: str) -> str:
        raise NotImplementedError

    def _units(self, piece: str) -> list[tuple[int, int]]:
        """For each code point of the rewritten piece the letter [start, end) of the piece it came from."""
        raise NotImplementedError

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the stored text that became [start, end) of this one, in whole base letters.

        Args:
            start: first code point in `text`.
            end: code point after the last one; an empty stretch has an empty source.
        """
        first = self._unit_at(start)
        if end <= start:
            return first[0], first[0]
        return first[0], self._unit_at(end - 1)[1]

    def _unit_at(self, place: int) -> tuple[int, int]:
        """The stored letter with its marks that became the code point at `place`."""
        if place >= len(self.text):
            return len(self._source), len(self._source)
        block = bisect_right(self._rewritten_starts, place) - 1
        start, end = self._starts[block], self._starts[block + 1]
        first, last = self._units(self._source[start:end])[place - self._rewritten_starts[block]]
        return start + first, start + last


class Folded(_Rewritten):
    """A folded text and the way back.

    Args:
        text: the stored text.
        case: fold letter case.
        diacritics: drop diacritics; the tone marks go with them.
        tone: write the tone mark of oa, oe, uy in one place.

    Attributes:
        text: the folded text; what remains of diacritics is decomposed (NFD), so fold the sought word as
        well.
    """

    __slots__ = ("_how",)

    def __init__(self, text: str, case: bool = True, diacritics: bool = True, tone: bool = True) -> None:
        self._how = (case, diacritics, tone)
        super().__init__(text)

    def _rewrite(self, piece: str) -> str:
        return _fold_piece(piece, *self._how)

    def _units(self, piece: str) -> list[tuple[int, int]]:
        return _unit_map(piece, *self._how)


class Composed(_Rewritten):
    """A text with each letter and its marks in one code point where there is one (NFC), and the way back."""

    __slots__ = ()

    def _rewrite(self, piece: str) -> str:
        return "".join(_composed(piece))

    def _units(self, piece: str) -> list[tuple[int, int]]:
        return _composed_map(piece)


def _composed(piece: str) -> list[str]:
    return [unicodedata.normalize("NFC", match.group()) for match in _UNIT.finditer(piece)]


@lru_cache(maxsize=16)
def _composed_map(piece: str) -> list[tuple[int, int]]:
    letters = zip(_composed(piece), _UNIT.finditer(piece), strict=True)
    return [match.span() for letter, match in letters for _ in letter]


def fold(text: str, case: bool = True, diacritics: bool = True, tone: bool = True) -> str:
    """The folded text alone, for search columns and sought words; equal to `Folded(...).text`.

    >>> fold("Ủy ban Hòa Đức") == fold("uỷ BAN hoà đức") == "uy ban hoa duc"
    True
    """
    return "".join(_fold_piece(text[start:end], case, diacritics, tone) for start, end in _blocks(text))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces that fold apart as they do together: cut behind a blank, if any."""
    start = 0
    while start < len(text):
        end = start + _BLOCK
        if end < len(text):
            border = _BLOCK_BORDER.search(text, end, end + _BLOCK)
            end = border.start() if border else max(grapheme_start(text, end), start + 1)
        yield start, min(end, len(text))
        start = end


def _fold_piece(piece: str, case: bool, diacritics: bool, tone: bool) -> str:
    folded = _fold_units(piece, case, diacritics)
    if tone and not diacritics:
        return str(_EARLY_TONE.sub(r"\g<first>\g<second>\g<tone>", folded))
    return folded


def _fold_units(piece: str, case: bool, diacritics: bool) -> str:
    """Everything but tone placement: what can be folded letter by letter."""
    whole = piece if diacritics or piece.isascii() else unicodedata.normalize("NFD", piece)
    folded = whole.translate(_table(case, diacritics))
    return folded if folded.isascii() else unicodedata.normalize("NFD", folded)


class _Table(dict[int, str]):
    """What each code point folds to, filled as they are met, for one pass of `str.translate`."""

    def __init__(self, case: bool, diacritics: bool) -> None:
        super().__init__()
        self._case, self._diacritics = case, diacritics

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._fold(chr(code))
        return folded

    def _fold(self, sign: str) -> str:
        if sign in _UNSEEN:
            return ""
        folded = " " if sign.isspace() else unicodedata.normalize("NFD", sign)
        if self._diacritics:
            folded = folded.translate(_MARKS).translate(_BARRED)
        if self._case:
            folded = unicodedata.normalize("NFD", folded.casefold())
        return folded.translate(_MARKS) if self._diacritics else folded


@lru_cache(maxsize=4)
def _table(case: bool, diacritics: bool) -> _Table:
    return _Table(case, diacritics)


@lru_cache(maxsize=16)
def _unit_map(piece: str, case: bool, diacritics: bool, tone: bool) -> list[tuple[int, int]]:
    """For each code point of the folded piece the letter [start, end) of the piece it came from."""
    units: list[tuple[int, int]] = []
    letters = []
    for match in _UNIT.finditer(piece):
        letters.append(_fold_units(match.group(), case, diacritics))
        units.extend([match.span()] * len(letters[-1]))
    if tone and not diacritics:
        for match in _EARLY_TONE.finditer("".join(letters)):
            tone_place, second = match.start("tone"), match.start("second")
            units[tone_place] = units[second] = (units[tone_place][0], units[second][1])
    return units
