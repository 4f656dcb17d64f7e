"""Words as a Vietnamese reader selects them, found locally in texts of any length.

A word is a run of letters, marks and digits (NFC and NFD alike) together with the signs that tie short
parts into one: "TP.HCM", "GS.TS", "v.v", "Đ/c", "20/11", "3,5", "8:30", "COVID-19", "H'Hen", "R'lấp".
Hyphens, slashes and full stops between ordinary words do not tie: "Rịa-Vũng", "UBND/HĐND" and the forgotten
blank of "quốc.Duy" stay two words, because either half may be a name. A symbol or emoji is a word of its
own, and so is each character of the scripts that write no blanks between words (Chinese, Japanese kana,
Thai, Lao, Khmer, Burmese).

The text is first cut into chunks at white space; where none stands within 512 code points, also at every
multiple of 512. So every answer here depends on the neighbourhood only and costs the same in any text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.text.graphemes import grapheme_start
from annotator.text.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRID = 512
_HALF = _GRID // 2
_FAR = 4096

BLANK = r"\s\x1c-\x1f"
"""White space, inside a character class; with the separators FS, GS, RS, US that end a paragraph."""
SYMBOL = r"\p{S}--[\p{Sk}|<>=~\u2190-\u21ff\u2500-\u25ff]"
"""Symbols that mean something (currency, emoji, signs), inside a version-1 class; no arrows, no boxes."""

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_RUN = rf"[\w\p{{N}}--[\p{{M}}\p{{Pc}}\p{{Join_Control}}{_UNSPACED}]][\w\p{{N}}--[\p{{Pc}}{_UNSPACED}]]*"
_NOT_BEFORE = r"(?<![\w\p{N}])"
_NOT_AFTER = r"(?![\w\p{N}])"
_LETTER = r"\p{L}\p{M}*"
_TIES = "|".join(
    (
        r"(?<=\p{L}\p{M}*)['’ʼ](?=\p{L})",
        r"(?<=\d)[.,:/](?=\d)",
        rf"(?<={_NOT_BEFORE}(?:\p{{Lu}}\p{{M}}*){{1,4}})\.(?=(?:\p{{Lu}}\p{{M}}*|\d){{1,5}}{_NOT_AFTER})",
        rf"(?<={_NOT_BEFORE}\p{{Ll}}\p{{M}}*)\.(?=\p{{Ll}}\p{{M}}*{_NOT_AFTER})",
        rf"(?<={_NOT_BEFORE}{_LETTER})/(?=(?:{_LETTER}){{1,2}}{_NOT_AFTER})",
        rf"(?<={_NOT_BEFORE}[A-Za-z]{{1,10}})-(?=\d{{1,3}}{_NOT_AFTER})",
        r"(?<=[\w\p{N}])[_\u00ad\u2060]+(?=[\w\p{N}--\p{Pc}])",
    )
)
# One visible character, spelled out: for flags the `regex` package's own cluster looks back to the text's
# beginning.
_SIGN = (
    r"(?:\p{Regional_Indicator}{2}|"
    rf"[[{_UNSPACED}]||[{SYMBOL}]](?:[\p{{M}}\p{{Join_Control}}\p{{Emoji_Modifier}}]|(?<=\u200d)\p{{Extended_Pictographic}})*)"
)
_WORD = Pattern(rf"(?V1){_RUN}(?:(?:{_TIES}){_RUN})*|{_SIGN}")
_PARTS = frozenset(' \n\r\t\u00a0!"();?[]{}«»“”…–—')
"""Blanks and signs that stand in no word, the commonest."""
_BLANK_BACK = Pattern(rf"(?r)[{BLANK}]")
_BLANK = Pattern(rf"[{BLANK}]")
_SOLID = Pattern(rf"[^{BLANK}]")
_SOLID_BACK = Pattern(rf"(?r)[^{BLANK}]")


def _is_cut(text: str, grid: int) -> bool:
    return _BLANK.search(text, max(0, grid - _HALF), grid + _HALF) is None


def _chunk_start(text: str, position: int) -> int:
    """Where the chunk of the code point before `position` begins; `position` itself after a blank."""
    blank = _BLANK_BACK.search(text, max(0, position - 2 * _GRID), position)
    start = blank.end() if blank else 0
    grid = position // _GRID * _GRID
    while grid > start:
        cut = grapheme_start(text, grid)
        if start < cut < position and _is_cut(text, grid):
            return cut
        grid -= _GRID
    return start


def _chunk_end(text: str, position: int) -> int:
    """Where the chunk of the code point at `position` ends; `position` itself before a blank."""
    blank = _BLANK.search(text, position, position + 2 * _GRID)
    end = blank.start() if blank else len(text)
    grid = position // _GRID * _GRID
    while grid < end:
        cut = grapheme_start(text, grid)
        if cut > position and _is_cut(text, grid):
            return min(end, cut)
        grid += _GRID
    return end


def _words_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text, start, end):
        yield match.span()


def _words_touching(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The words of the chunks that reach `position`, in order."""
    before, after = _chunk_start(text, position), _chunk_end(text, position)
    if before == position or after == position:
        yield from _words_in(text, before, after)
        return
    first_end = _chunk_end(text, before)
    yield from _words_in(text, before, first_end)
    if first_end < after:
        yield from _words_in(text, first_end, after)


def words_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words that lie in [start, end) wholly, in order."""
    place = _chunk_start(text, start) if start else 0
    while place < end:
        after = _chunk_end(text, place)
        for word in _words_in(text, place, after):
            if word[0] >= start and word[1] <= end:
                yield word
        solid = _SOLID.search(text, after, max(after, end))
        if solid is None:
            return
        place = solid.start()


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """The word that holds the code point at `position`, else the one that ends there, else None."""
    ending = None
    for start, end in _words_touching(text, position):
        if start <= position < end:
            return start, end
        if end == position:
            ending = (start, end)
        if start > position:
            break
    return ending


def _is_plain(sign: str) -> bool:
    """Whether it is a letter or figure that makes one word with any other such beside it."""
    return sign.isalnum() and (sign < "\u0e00" or "\u1e00" <= sign < "\u2000")


def _stands_alone(sign: str) -> bool:
    """Whether a word certainly does not go on with it: blanks, controls, Han and kana."""
    return (
        sign < "!"
        or "\u4e00" <= sign < "\ua000"
        or "\u3041" <= sign < "\u3097"
        or "\u30a1" <= sign < "\u30fb"
    )


def cuts_word(text: str, position: int) -> bool:
    """Whether `position` lies within a word, not at one of its edges."""
    if position <= 0 or position >= len(text):
        return False
    before, after = text[position - 1], text[position]
    if before in _PARTS or after in _PARTS or before < "!" or _stands_alone(after):
        return False  # most edges, and the words around need not be found
    if _is_plain(before) and _is_plain(after):
        grid = -(-position // _GRID) * _GRID  # most places within words, but where a chunk is cut
        return grapheme_start(text, grid) != position or not _is_cut(text, grid)
    word = word_at(text, position)
    return word is not None and word[0] < position < word[1]


def _first_after(text: str, position: int, edge: int) -> int | None:
    """The first word edge after `position` (`edge` 0: a start, 1: an end), or None within reach."""
    limit = position + _FAR
    start = _chunk_start(text, position)
    while start < len(text) and start <= limit:
        end = _chunk_end(text, start)
        for word in _words_in(text, start, end):
            if word[edge] > position:
                return word[edge]
        solid = _SOLID.search(text, end, max(end, limit) + 1)
        if solid is None:
            return None
        start = solid.start()
    return None


def _last_before(text: str, position: int, edge: int) -> int | None:
    """The last word edge before `position` (`edge` 0: a start, 1: an end), or None within reach."""
    limit = max(0, position - _FAR)
    end = _chunk_end(text, position)
    while end > limit:
        start = _chunk_start(text, end)
        found = [word[edge] for word in _words_in(text, start, end) if word[edge] < position]
        if found:
            return found[-1]
        solid = _SOLID_BACK.search(text, limit, start)
        if solid is None:
            return None
        end = solid.end()
    return None


def _further_on(text: str, position: int) -> int:
    return grapheme_start(text, min(len(text), position + _FAR))


def next_word(text: str, position: int) -> int:
    """Where the caret goes one word on: the next word's start; the text's end when there is none.

    Where no word starts within 4,096 code points, the caret goes about that far.
    """
    found = _first_after(text, position, 0)
    return _further_on(text, position) if found is None else found


def previous_word(text: str, position: int) -> int:
    """Where the caret goes one word back: the last word start before it; 0 when there is none."""
    found = _last_before(text, position, 0)
    return grapheme_start(text, max(0, position - _FAR)) if found is None else found


def word_end_after(text: str, position: int) -> int:
    """The first word end after `position`; `position` itself when none is within 4,096 code points."""
    found = _first_after(text, position, 1)
    return position if found is None else found


def word_end_before(text: str, position: int) -> int:
    """The last word end before `position`; `position` itself when none is within 4,096 code points."""
    found = _last_before(text, position, 1)
    return position if found is None else found


def word_start_after(text: str, position: int) -> int:
    """The first word start after `position`; `position` itself when none is within 4,096 code points."""
    found = _first_after(text, position, 0)
    return position if found is None else found


def word_start_before(text: str, position: int) -> int:
    """The last word start before `position`; `position` itself when none is within 4,096 code points."""
    found = _last_before(text, position, 0)
    return position if found is None else found
