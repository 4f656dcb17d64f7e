"""Sentences, found locally in texts of any length.

A sentence ends with its paragraph, or after "." "!" "?" "…" (closing quotes and brackets included) and
white space, when a capital letter, a digit or an opening quote, bracket or dash follows. A full stop after
an abbreviation ("TP.", "PGS.", one capital letter, a number at the beginning of its paragraph) ends none.
Where no sentence ends within 4,096 code points, one is ended there between two words.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from annotator.text.patterns import Pattern
from annotator.text.words import BLANK, next_word

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS: Final = r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
"""What ends a paragraph."""
ABBREVIATIONS: Final = frozenset(
    (
        *(
            "TP",
            "Tp",
            "tp",
            "TX",
            "Tx",
            "TT",
            "Tt",
            "ThS",
            "Ths",
            "TS",
            "GS",
            "PGS",
            "BS",
            "KS",
            "LS",
            "KTS",
            "CN",
        ),
        *("NSND", "NSƯT", "NGND", "NGƯT", "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "Nr"),
    )
)
"""Abbreviations that are written with a full stop before the name they belong to."""

_FAR = 4096
_NEAR = 512
_BACK = 64
_SEPARATOR_CLASS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_INNER_BLANK = rf"[{BLANK}--[{_SEPARATOR_CLASS}]]"
_GAP = Pattern(
    rf"(?V1)(?<![.!?…])(?<stop>[.!?…]++)(?<close>[\p{{Pe}}\p{{Pf}}\"'”’]*+){_INNER_BLANK}++(?=[\p{{Ps}}\p{{Pi}}\p{{Pd}}\"'“‘]{{0,4}}[\p{{Lu}}\p{{Lt}}\p{{N}}])"
    rf"|[{_SEPARATOR_CLASS}][{BLANK}]*+",
)
_LIST_NUMBER = Pattern(rf"(?r)(?:^|(?<=[{_SEPARATOR_CLASS}]))[{BLANK}]{{0,4}}\p{{N}}+")
_LAST_WORD = Pattern(r"(?r)[\p{L}\p{M}\p{N}]{1,12}")
_SEPARATOR_BACK = Pattern(rf"(?r)[{_SEPARATOR_CLASS}]")
_SEPARATOR = Pattern(rf"[{_SEPARATOR_CLASS}]")
_BLANKS = Pattern(rf"[{BLANK}]*")
_BLANKS_BACK = Pattern(rf"(?r)[{BLANK}]*")


def word_before_stop(text: str, stop: int) -> str:
    """The letters or figures right before the full stop at `stop`, composed (NFC); "" if there are none."""
    word = _LAST_WORD.match(text, max(0, stop - 13), stop)
    return unicodedata.normalize("NFC", word.group()) if word else ""


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to what stands before it, not to the sentence."""
    word = word_before_stop(text, stop)
    if text[stop] != "." or not word:
        return False
    if word.isdigit():
        return len(word) <= 3 and _LIST_NUMBER.match(text, max(0, stop - 8), stop) is not None
    return word in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _gaps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The gaps between sentences in the window: (end of the one, start of the next)."""
    for match in _GAP.finditer(text, start, end):
        stop, close = match.span("stop"), match.span("close")
        if stop[0] < 0:
            yield match.span()
        elif not (stop[1] - stop[0] == 1 and _is_abbreviation(text, stop[0])):
            yield close[1], match.end()


def _gap_before(text: str, position: int) -> tuple[int, int]:
    """The last gap whose next sentence starts at or before `position`; (0, first word) at the text's head."""
    for reach in (_NEAR, _FAR):
        low = max(0, position - reach)
        last = None
        for gap in _gaps(text, low, min(len(text), position + 2)):
            if gap[1] > position:
                break
            last = gap
        if last is not None:
            return last
        if low == 0:
            break
    if position <= _FAR:
        match = _BLANKS.match(text, 0, _FAR)
        return 0, min(match.end() if match else 0, position)
    return _forced(text, (position - 1) // _FAR * _FAR)


def _forced(text: str, position: int) -> tuple[int, int]:
    start = min(next_word(text, position), len(text))
    blank = _BLANKS_BACK.match(text, position, start)
    return (blank.start() if blank else start), start


def _gap_after(text: str, position: int) -> tuple[int, int]:
    """The first gap whose next sentence starts after `position`; (length, length) at the text's end."""
    low = max(0, position - _BACK)
    for reach in (_NEAR, _FAR):
        high = min(len(text), position + reach)
        for gap in _gaps(text, low, high):
            if gap[1] > position and (gap[1] < high or high == len(text)):
                return gap
        if high == len(text):
            return high, high
    return _forced(text, (position // _FAR + 1) * _FAR)


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """The sentence around `position`, without outer white space; in a gap the one before it.

    In a blank text the result is empty.
    """
    start = _gap_before(text, position)[1]
    end = max(start, _gap_after(text, position)[0])
    blank = _BLANKS_BACK.match(text, start, end)
    return start, (blank.start() if blank else end)


def next_sentence(text: str, position: int) -> int:
    """The start of the first sentence after `position`; the text's end when there is none."""
    return _gap_after(text, position)[1]


def previous_sentence(text: str, position: int) -> int:
    """The start of the last sentence before `position`; 0 when there is none."""
    if position <= 0:
        return 0
    start = _gap_before(text, position - 1)[1]
    return start if start < position else 0


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of the paragraph [start, end), without outer white space; empty ones are left out."""
    found = []
    place = start
    for gap_start, next_start in [*_gaps(text, start, end), (end, end)]:
        last = gap_start
        while place < last and text[place].isspace():
            place += 1
        while last > place and text[last - 1].isspace():
            last -= 1
        if place < last:
            found.append((place, last))
        place = next_start
    return found


def paragraph_at(text: str, position: int) -> tuple[int, int]:
    """The paragraph around `position`, without its separator."""
    before = _SEPARATOR_BACK.search(text, 0, position)
    after = _SEPARATOR.search(text, position)
    return (before.end() if before else 0), (after.start() if after else len(text))
