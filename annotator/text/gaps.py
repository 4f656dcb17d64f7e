"""Where a name may be that nobody has marked yet: the next one after a place, or the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.text.headlines import words_read
from annotator.text.name_tokens import Joint, phrase_at
from annotator.text.name_words import ADDRESS, BODIES, COMMITTEES, OFFICES
from annotator.text.names import after_address, award_from, body_from, name_run, names_nobody, office_from
from annotator.text.patterns import Pattern
from annotator.text.sentences import SEPARATORS
from annotator.text.words import word_start_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.text.name_tokens import Token

Stretch = tuple[int, int]
Marked = tuple[int, int, str]
"""A span as it matters here: start, end, kind of its label (see `grab.kind_of`)."""

REACH: Final = 50_000
"""Code points that one look goes through: more would be felt as a pause."""

_PIECE: Final = 2000
_BREAK: Final = Pattern(SEPARATORS)
_BREAK_BACK: Final = Pattern(rf"(?r)(?:{SEPARATORS})")
_OPENERS: Final = frozenset('“„«‘「『《"')
_CLOSERS: Final = '”»’」』》"'


def gap_after(
    text: str,
    position: int,
    marked: Callable[[int, int], Iterable[Marked]],
    is_passed: Callable[[str], bool] = lambda _words: False,
    *,
    reach: int = REACH,
) -> Stretch | None:
    """The first unmarked name that begins after `position`, or None within `reach`.

    Args:
        text: the stored text.
        position: the gap begins behind it.
        marked: the spans that overlap a stretch, in any order.
        is_passed: whether these words are no name for this person, and are not stopped at.
        reach: code points that are looked through at most.
    """
    start = _piece_start(text, max(0, position))
    while start < min(len(text), position + reach):
        end = _piece_end(text, start)
        for gap in _gaps_in(text, start, end, marked):
            if gap[0] > position and not is_passed(text[slice(*gap)]):
                return gap
        start = _next_piece(text, end)
    return None


def gap_before(
    text: str, position: int, marked: Callable[[int, int], Iterable[Marked]], *, reach: int = REACH
) -> Stretch | None:
    """The last unmarked name that begins before `position`, or None within `reach`."""
    end = _piece_end(text, _piece_start(text, max(0, position)))
    while end > max(0, position - reach):
        start = _piece_start(text, end)
        before = [gap for gap in _gaps_in(text, start, end, marked) if gap[0] < position]
        if before:
            return before[-1]
        found = _BREAK_BACK.search(text, max(0, start - 2), start)
        end = found.start() if found else start
    return None


def _piece_start(text: str, position: int) -> int:
    """Where the paragraph of a position begins; of long ones a piece, cut between two words."""
    low = max(0, position - _PIECE)
    found = _BREAK_BACK.search(text, low, position)
    if found:
        return found.end()
    return low if low == 0 else min(word_start_after(text, low), position)


def _piece_end(text: str, start: int) -> int:
    high = min(len(text), start + _PIECE)
    found = _BREAK.search(text, start, high)
    if found or high == len(text):
        return found.start() if found else high
    cut = word_start_after(text, high - 200)
    return cut if start < cut <= high else high


def _next_piece(text: str, end: int) -> int:
    found = _BREAK.match(text, end)
    return found.end() if found else max(end, 1)


def _gaps_in(
    text: str, start: int, end: int, marked: Callable[[int, int], Iterable[Marked]]
) -> Iterator[Stretch]:
    words = words_read(text, start, end)
    spans = list(marked(start, end)) if words else []
    place = 0
    while place < len(words):
        token = words[place]
        over = [span for span in spans if span[0] <= token.start < span[1]]
        if over:
            if _is_unmarked_part(words, place, over):
                yield token.start, words[max(place + 1, _end_of_name(words, place)) - 1].end
            place += 1
            continue
        first, last = _name_at(text, words, place)
        last = _up_to_span(words, first, last, spans)
        if first < last:
            yield words[first].start, words[last - 1].end
        place = max(place + 1, last)


def _name_at(text: str, words: Sequence[Token], place: int) -> tuple[int, int]:
    """The name that begins at a word as [first, last) of them; empty when none does."""
    token = words[place]
    quoted = _quoted_from(text, words, place)
    if quoted > place:
        return place, quoted
    if not token.is_capital:
        return place, place
    run = name_run(words, place)
    last = run[1] if run else place + 1
    first = after_address(words, place, last)
    if token.joint is Joint.SENTENCE and first == place and not _end_of_name(words, place) > place:
        first += _end_of_name(words, place + 1) > place + 1 and words[place + 1].is_capital
    if names_nobody(words, first) or not words[first].is_capital or _is_address(words, first, last):
        return place, place
    return first, max(last, _end_of_name(words, first))


def _is_address(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing but a form of address or a rank is there: "Thiếu tướng"."""
    return first + phrase_at(words, first, ADDRESS) >= last and phrase_at(words, first, ADDRESS) > 0


def _quoted_from(text: str, words: Sequence[Token], place: int) -> int:
    """Where the words in quotes end that open right before a capital; `place` when none open there."""
    before = words[place].start - 1
    if not words[place].is_capital or before < 0 or text[before] not in _OPENERS:
        return place
    last = place + 1
    while last < len(words) and not any(
        sign in text[words[last - 1].end : words[last].start] for sign in _CLOSERS
    ):
        last += 1
    return last


def _end_of_name(words: Sequence[Token], first: int) -> int:
    return max(body_from(words, first), office_from(words, first)[1], award_from(words, first)[1])


def _up_to_span(words: Sequence[Token], first: int, last: int, spans: Sequence[Marked]) -> int:
    """The name's end, or where a span begins within it; after a form of address that is its first word."""
    starts = {span[0] for span in spans}
    return next((place for place in range(first, last) if words[place].start in starts), last)


def _is_unmarked_part(words: Sequence[Token], place: int, over: Sequence[Marked]) -> bool:
    """Whether a body (or an office) inside spans begins at a word, and no span begins with it."""
    token = words[place]
    inner = max(over, key=lambda span: (span[0], -span[1]))
    if not token.is_capital or inner[0] == token.start:
        return False
    if inner[2] == "award":
        return phrase_at(words, place, BODIES) > 0 or phrase_at(words, place, OFFICES) > 0
    return phrase_at(words, place, BODIES if inner[2] == "position" else COMMITTEES) > 0
