"""Names by their make: runs of capitals, bodies, offices, awards, what stands between marks.

Each function looks at the words of one paragraph and gives stretches as [first, last) of them. What is one
name is a guess by the lists of `name_words`; who labels chooses among guesses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.text.name_tokens import Joint, Shape, Token, phrase_at
from annotator.text.name_words import (
    ADDRESS,
    AFTER_OFFICES,
    AWARDS,
    BEFORE_OFFICES,
    BODIES,
    CLASSES,
    COMPOUNDS,
    DRIVES,
    GOVERNING,
    INSIDE,
    LINKS,
    LONG_PLACES,
    NO_NAMES,
    OFFICES,
    OPENERS,
    PARTICLES,
    PLACES,
    STOPS,
    SURNAMES,
    TAILS,
    UNITS,
    YEARS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_NUMBER: Final = 4


def name_run(words: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The capitals (and numbers after them) around a word, with small words that stand within names."""
    if not words[place].is_capital and not _is_inner(words, place):
        return None
    first = last = place
    while (
        first > 0 and words[first].is_close and (words[first - 1].is_capital or _is_inner(words, first - 1))
    ):
        first -= 1
    while last + 1 < len(words) and words[last + 1].is_close and _goes_on(words, last + 1):
        last += 1
    while first <= place and not words[first].is_capital:
        first += 1
    return (first, last + 1) if first <= place else None


def _goes_on(words: Sequence[Token], place: int) -> bool:
    return words[place].is_capital or _is_inner(words, place) or _is_number(words, place)


def _is_inner(words: Sequence[Token], place: int) -> bool:
    """A particle, with a capital on either side."""
    if words[place].word not in PARTICLES or not 0 < place < len(words) - 1:
        return False
    return words[place - 1].is_capital and words[place + 1].is_capital and words[place + 1].is_close


def _is_number(words: Sequence[Token], place: int) -> bool:
    """A number that belongs to the name before it: short, after a unit, or nothing is counted by it."""
    token = words[place]
    if token.shape is not Shape.NUMBER or len(token.word) > _LONGEST_NUMBER:
        return False
    for length in (1, 2):
        unit = place - length
        if unit >= 0 and words[unit].is_capital and phrase_at(words, unit, UNITS) == length:
            return True
    if place + 1 == len(words):
        return True
    return words[place + 1].shape is not Shape.SMALL or not words[place + 1].is_close


def after_address(words: Sequence[Token], first: int, last: int) -> int:
    """Where the name proper begins in [first, last): after openers of sentences, forms of address, ranks."""
    place = first
    while place < last - 1:
        length = phrase_at(words, place, ADDRESS)
        if length and place + length < last:
            place += length
        elif place == first and words[place].word in OPENERS and words[place].joint is Joint.SENTENCE:
            place += 1
        else:
            break
    return place


def before_address(words: Sequence[Token], first: int) -> int:
    """Where the form of address right before a name begins; `first` when there is none."""
    for length in (2, 1):
        start = first - length
        if start >= 0 and words[first].is_close and phrase_at(words, start, ADDRESS) == length:
            return start
    return first


def body_from(words: Sequence[Token], first: int) -> int:
    """Where the name of the body that begins at `first` ends; `first` when none begins there."""
    head = phrase_at(words, first, BODIES)
    if not head or not words[first].is_capital:
        return first
    place = end = first + head
    while place < len(words) and not _is_leader(words, first, place):
        length, is_end = _body_part(words, place)
        if not length:
            break
        place += length
        if is_end:
            end = place
    return end


def person_from(words: Sequence[Token], first: int, last: int, place: int) -> int:
    """Where in [first, last) a person's name begins that holds `place`, after a place; else `first`."""
    starts = (one for one in range(first + 1, min(place, last - 2) + 1) if _follows_place(words, one))
    return next(starts, first)


def _is_leader(words: Sequence[Token], first: int, place: int) -> bool:
    """Whether the person who leads the body from `first` on is named at `place`: "Sở Nội vụ Lê Văn An"."""
    if not _is_surname(words, place) or phrase_at(words, place, LONG_PLACES):
        return False
    if _follows_place(words, place):
        return True
    is_long = place + 2 < len(words) and words[place + 2].is_capital and words[place + 2].is_close
    is_place = any(phrase_at(words, place - length, PLACES) == length for length in (1, 2, 3))
    return is_long and not is_place and phrase_at(words, first, GOVERNING) > 0


def _follows_place(words: Sequence[Token], place: int) -> bool:
    """Whether a surname comes right after the name of a place: "tỉnh Nam Định Nguyễn"."""
    if not _is_surname(words, place) or phrase_at(words, place, LONG_PLACES):
        return False
    head = place
    while head > 0 and words[head].is_close and words[head - 1].is_capital:
        head -= 1
    is_named = any(phrase_at(words, head - length, PLACES) == length for length in (1, 2, 3))
    return head < place and is_named and words[head].is_close


def _is_surname(words: Sequence[Token], place: int) -> bool:
    """Whether a surname is at `place`, with more of a name after it."""
    if words[place].word not in SURNAMES or not words[place].is_capital or not words[place].is_close:
        return False
    return place + 1 < len(words) and words[place + 1].is_capital and words[place + 1].is_close


def _body_part(words: Sequence[Token], place: int) -> tuple[int, bool]:
    """How many words of a body's name come next, and whether the name may end with them."""
    token = words[place]
    if token.is_apart:
        return 0, False
    if token.is_capital and phrase_at(words, place, OFFICES) and not phrase_at(words, place, COMPOUNDS):
        return 0, False
    if token.joint is Joint.COMMA:
        return _listed_part(words, place)
    if token.joint is Joint.DASH:
        return _dashed_part(words, place)
    if token.shape is Shape.NUMBER:
        return (1, True) if _is_number(words, place) else (0, False)
    return _capital_part(words, place) if token.is_capital else _small_part(words, place)


def _listed_part(words: Sequence[Token], place: int) -> tuple[int, bool]:
    """After a comma: "Thi đua, Khen thưởng", "Tiểu đoàn 2, Trung đoàn 7"; not a body of its own."""
    body = phrase_at(words, place, BODIES)
    if body:
        is_chain = words[place - 1].shape is Shape.NUMBER and place + body < len(words)
        return (body, False) if is_chain and words[place + body].shape is Shape.NUMBER else (0, False)
    length = phrase_at(words, place, COMPOUNDS) if words[place].is_capital else 0
    return length, True


def _dashed_part(words: Sequence[Token], place: int) -> tuple[int, bool]:
    if not words[place].is_capital or phrase_at(words, place, BODIES):
        return 0, False
    return max(1, phrase_at(words, place, COMPOUNDS)), True


def _capital_part(words: Sequence[Token], place: int) -> tuple[int, bool]:
    if phrase_at(words, place, ADDRESS):
        return 0, False
    known = max(phrase_at(words, place, phrases) for phrases in (COMPOUNDS, BODIES))
    if known:
        return known, True
    return (2, True) if _completes(words, place + 1) else (1, True)


def _small_part(words: Sequence[Token], place: int) -> tuple[int, bool]:
    known = max(phrase_at(words, place, phrases) for phrases in (INSIDE, PLACES))
    if known and (words[place].word not in STOPS or known > 1):
        return known, True
    if words[place].word not in LINKS or place + 1 == len(words):
        return 0, False
    is_next_body = words[place + 1].is_capital and phrase_at(words, place + 1, BODIES)
    return (0, False) if is_next_body else (1, False)


def _completes(words: Sequence[Token], place: int) -> bool:
    """Whether an unknown small word is the second half of a capital: the name goes on, or ends, after it."""
    if place >= len(words) or words[place].shape is not Shape.SMALL or not words[place].is_close:
        return False
    if words[place].word in STOPS | LINKS | PARTICLES or phrase_at(words, place, PLACES):
        return False
    if place + 1 == len(words) or not words[place + 1].is_close:
        return True
    return words[place + 1].is_capital or phrase_at(words, place + 1, PLACES) > 0


def office_from(words: Sequence[Token], first: int) -> tuple[int, int]:
    """The office named from `first` on: the ends without and with the body it belongs to.

    Both are `first` when no office is named there.
    """
    place = first
    while place < len(words) - 1 and words[place].word in BEFORE_OFFICES and words[place + 1].is_close:
        place += 1
    core = phrase_at(words, place, OFFICES)
    if not core and place > first:
        place = first
        core = phrase_at(words, place, OFFICES)
    if not core:
        return first, first
    bare = place + core
    while bare < len(words) and words[bare].is_close and (length := phrase_at(words, bare, AFTER_OFFICES)):
        bare += length
    return bare, _office_end(words, bare)


def _office_end(words: Sequence[Token], bare: int) -> int:
    """With the body, or the field or place, that follows the bare office."""
    if bare >= len(words) or not words[bare].is_close:
        return bare
    end = body_from(words, bare)
    if end > bare:
        return end
    if words[bare].is_capital:
        return bare + phrase_at(words, bare, COMPOUNDS)
    place = phrase_at(words, bare, PLACES)
    end = bare + place
    while place and end < len(words) and words[end].is_close and words[end].is_capital:
        end += 1
    return end


def award_from(words: Sequence[Token], first: int) -> tuple[int, int]:
    """The award named from `first` on: the ends without and with who gives it; both `first` for none."""
    head = phrase_at(words, first, AWARDS)
    if not head:
        return first, first
    place = first + head
    while place < len(words) and not words[place].is_apart:
        length = _award_part(words, place)
        if not length:
            break
        place += length
    return place, _with_giver(words, place)


def _award_part(words: Sequence[Token], place: int) -> int:
    token = words[place]
    if token.joint is Joint.COMMA or phrase_at(words, place, ADDRESS):
        return 0
    known = phrase_at(words, place, CLASSES)
    if token.word == "hạng" and place + 1 < len(words):
        return 2
    if token.is_capital:
        compound = phrase_at(words, place, COMPOUNDS)
        return max(known, compound, 2 if _completes(words, place + 1) else 1)
    if known or token.joint is Joint.DASH:
        return known
    if _completes(words, place):
        return 1
    return max(phrase_at(words, place, phrases) for phrases in (INSIDE, COMPOUNDS))


def _with_giver(words: Sequence[Token], place: int) -> int:
    if place + 1 >= len(words) or words[place].word != "của" or not words[place].is_close:
        return place
    end = max(office_from(words, place + 1)[1], body_from(words, place + 1))
    return end if end > place + 1 else place


def clause_around(words: Sequence[Token], place: int) -> tuple[int, int] | None:
    """From the first capital after a mark (or after a word for drives) up to a mark, a year, a reason."""
    first = place
    while first > 0 and not words[first].is_apart and not _is_announced(words, first):
        first -= 1
    while first < place and not words[first].is_capital:
        first += 1
    last = max(place, first) + 1
    while last < len(words) and not words[last].is_apart and not phrase_at(words, last, TAILS):
        last += 1
    return (first, last) if words[first].is_capital and first <= place < last else None


def _is_announced(words: Sequence[Token], place: int) -> bool:
    """Whether the capital at `place` comes right after a word for drives, itself written small."""
    if not words[place].is_capital or words[place - 1].is_capital:
        return False
    before = [tuple(token.word for token in words[max(0, place - length) : place]) for length in (1, 2, 3, 4)]
    return any(phrase in DRIVES.get(phrase[0], ()) for phrase in before)


def years_after(words: Sequence[Token], last: int) -> int:
    """Where the years right after a name end ("giai đoạn 2021 - 2025"); `last` when there are none."""
    if last >= len(words):
        return last
    place = last + phrase_at(words, last, YEARS)
    if place == last:
        return last
    end = place
    while end < len(words) and words[end].shape is Shape.NUMBER:
        if words[end].is_apart or words[end].joint is Joint.COMMA:
            break
        end += 1
    return end if end > place else last


def names_nobody(words: Sequence[Token], first: int) -> bool:
    """Whether a capital at `first` only opens a sentence, or is a common word written with a capital."""
    if phrase_at(words, first, NO_NAMES):
        return True
    token = words[first]
    if token.joint is not Joint.SENTENCE:
        return False
    return token.word in OPENERS or not _is_name_like(words, first)


def _is_name_like(words: Sequence[Token], first: int) -> bool:
    """At a sentence's head a capital alone says nothing: another must follow, or a list know it."""
    if any(phrase_at(words, first, phrases) for phrases in (BODIES, OFFICES, AWARDS)):
        return True
    return first + 1 < len(words) and words[first + 1].is_close and words[first + 1].is_capital
